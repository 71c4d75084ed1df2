//! The words of how far something moves, shared by the views that measure one thing by another.

/// Moves with their units.
#[derive(Debug, Clone, Copy)]
pub struct MoveWords {
    /// A percentage; blank `x`.
    pub percent: &'static str,
    /// Basis points; blank `x`.
    pub basis_points: &'static str,
    /// One point of an index, with its sign; blank `x`.
    pub point: &'static str,
    /// Points of an index; blank `x`.
    pub points: &'static str,
    /// Basis points as the unit of an axis.
    pub unit_basis_points: &'static str,
    /// Points as the unit of an axis.
    pub unit_points: &'static str,
    /// What happened on a day: blanks `name`, `x` with its unit.
    pub rose: &'static str,
    /// The same of the yen; blank `x` with its unit.
    pub yen_gained: &'static str,
    /// Title of an axis of daily changes: blanks `name`, `unit`.
    pub axis: &'static str,
    /// Between two names or hours.
    pub and: &'static str,
    /// Between the members of a longer list.
    pub comma: &'static str,
    /// One trading day.
    pub one_day: &'static str,
    /// The sample, as the methods tell it: blanks `n`, `from`, `to`.
    pub sample: &'static str,
}

//! The words of the timeline's scales.

/// How prices are drawn, and the yields of which bonds.
#[derive(Debug)]
pub struct ScaleWords {
    /// Panel of price and yen as index; blanks `asset`, `date`.
    pub panel_index: &'static str,
    /// Panel of price and yen in percent; blanks `asset`, `date`.
    pub panel_percent: &'static str,
    /// Label of the choice of scales.
    pub scale: &'static str,
    /// Own units, index, percent.
    pub scales: [&'static str; 3],
    /// Label of the choice of days.
    pub days: &'static str,
    /// All days, days of trading alone.
    pub day_choices: [&'static str; 2],
    /// Label of the choice of bonds.
    pub tenors: &'static str,
}

//! The words of the view `leadlag`.

/// What the bars say.
#[derive(Debug)]
pub struct LeadLagWords {
    /// Heading; blanks `asset`, `driver`.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// Title of the bars; blank `confidence`.
    pub panel: &'static str,
    /// What the axis counts; blanks `asset`, `driver`.
    pub axis: &'static str,
    /// Label of the slider.
    pub lags: &'static str,
    /// The correlation as a column and in the readout.
    pub correlation: &'static str,
    /// Heading of the column of lags.
    pub lag: &'static str,
    /// What the grey bars are.
    pub quiet: &'static str,
    /// The bar of the same day.
    pub same_day: &'static str,
    /// A bar right of it: blanks `driver`, `days`.
    pub driver_first: &'static str,
    /// A bar left of it: blanks `asset`, `days`.
    pub asset_first: &'static str,
    /// The same day: blanks `asset`, `driver`, `r`, `confidence`, `interval`, `n`, `from`, `to`, `verdict`.
    pub finding: &'static str,
    /// The sum over three, and who leads: blanks `sum`, `sum_interval`, `leader`.
    pub finding_three: &'static str,
    /// The hours: blanks `asset`, `asset_hour`, `driver`, `driver_hour`.
    pub more_hours: &'static str,
    /// How many bars of other days are outside the band: blanks `bars`, `outside`, `expected`.
    pub more_bars: &'static str,
    /// The leader where none stands out by more than so many bars allow.
    pub nobody: &'static str,
    /// One with the driver first does: blanks `driver`, `days`, `r`, `chance`, how far the farthest bar reaches by chance.
    pub driver_leads: &'static str,
    /// One with the asset first does: blanks `asset`, `days`, `r`, `chance`.
    pub asset_leads: &'static str,
    /// Below it, of a lead of one day.
    pub clock: &'static str,
    /// Nothing to say: blanks `asset`, `driver`, `days`.
    pub too_few: &'static str,
    /// How it comes about: the bars (blanks `asset`, `driver`, `confidence`, `resamples`), the sum (blank `confidence`), what to keep in mind
    /// (blanks `bars`, `confidence`).
    pub method: [&'static str; 3],
}

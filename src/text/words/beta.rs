//! The words of the view `beta`.

/// What the regression says.
#[derive(Debug)]
pub struct BetaWords {
    /// Heading; blanks `asset`, `driver`.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// Title of the cloud of points; blanks `measure`, what stands on the vertical axis, and `confidence`.
    pub panel: &'static str,
    /// Label of what is held constant.
    pub controls: &'static str,
    /// The slope of each window, as a column and in the readout.
    pub rolling: &'static str,
    /// Panel of the slopes; blanks `window`, `step`, `confidence`.
    pub panel_rolling: &'static str,
    /// Blanks `moved`, `asset`, `slope` with its unit, `confidence`, `interval`, `verdict`.
    pub finding: &'static str,
    /// The sample of it: blanks `n`, `from`, `to`.
    pub finding_sample: &'static str,
    /// Below it; blanks `r2`, `confidence`, `interval`.
    pub more_explained: &'static str,
    /// The sample where something is held constant: blanks `held`, `n`, `all`, `from`, `to`.
    pub finding_held: &'static str,
    /// Nothing to say: blanks `asset`, `driver`, `days`.
    pub too_few: &'static str,
    /// Nothing to say, because what is held constant and the driver are the same: blanks `held`, `driver`.
    pub in_step: &'static str,
    /// Heading of the column of events.
    pub event: &'static str,
    /// How the slopes come about: blanks `window`, `window_lags`.
    pub method_rolling: &'static str,
    /// How it comes about: the regression (blanks `asset`, `driver`, `lags`, `confidence`), what to keep in mind.
    pub method: [&'static str; 2],
}

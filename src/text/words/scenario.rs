//! The words of the view `scenario`.

/// What the scenario says.
#[derive(Debug)]
pub struct ScenarioWords {
    /// Heading; blank `asset`.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// Label of the slider of what is sold.
    pub share: &'static str,
    /// Its value; blank `n`.
    pub share_value: &'static str,
    /// Label of the slider of months.
    pub months: &'static str,
    /// Its value; blank `n`.
    pub months_value: &'static str,
    /// Label of the slider of the effect on yields.
    pub impact: &'static str,
    /// Its value; blanks `n`, `low`, `high`.
    pub impact_value: &'static str,
    /// Label of the slider of the JGB yield.
    pub jgb: &'static str,
    /// Its value; blank `n`.
    pub jgb_value: &'static str,
    /// Label of the slider of the yen.
    pub yen: &'static str,
    /// Its value; blank `n`.
    pub yen_value: &'static str,
    /// Panel of the distribution; blanks `asset`, `days`, `confidence`.
    pub panel_spread: &'static str,
    /// Panel of the nearest windows.
    pub panel_alike: &'static str,
    /// Both horizontal axes; blanks `asset`, `days`.
    pub outcome: &'static str,
    /// What the bars measure.
    pub windows_share: &'static str,
    /// The vertical axis of the nearest windows.
    pub distance: &'static str,
    /// The curve's name.
    pub curve: &'static str,
    /// Where nothing has changed.
    pub unchanged: &'static str,
    /// Legend of the bars.
    pub legend_bars: &'static str,
    /// A bar's name; blanks `low`, `high`.
    pub bar: &'static str,
    /// How many of the unit of `holdings` are a billion dollars.
    pub holdings_per_billion: f64,
    /// What the sale means for US yields: blanks `share`, `holdings`, `tic_date`, `months`, `impact`, `implied`, `low_bp`,
    /// `high_bp`, `implied_low`, `implied_high`.
    pub more_yield: &'static str,
    /// What the sale does to US yields, with the published range: blanks `share`, `implied`, `published`.
    pub finding_yield: &'static str,
    /// The spread: blanks `jgb`, `yen`, `asset`, `days`, `confidence`, `interval`, `from`, `to`, `n`.
    pub finding_spread: &'static str,
    /// Told under the finding where the sliders leave what has been seen: blank `list`.
    pub finding_beyond: &'static str,
    /// A move no past window has had: blanks `factor`, `asked`, `low`, `high`.
    pub beyond: &'static str,
    /// No past window had moves so far from the usual together.
    pub beyond_together: &'static str,
    /// Where the interval lies: blanks `interval`, `center`, `verdict`.
    pub more_center: &'static str,
    /// How many windows there really are: blanks `n`, `independent`.
    pub more_windows: &'static str,
    /// The nearest ones: blanks `alike`, `alike_interval`.
    pub more_alike: &'static str,
    /// Instead of the spread, when there is too little: blanks `asset`, `days`.
    pub finding_too_few: &'static str,
    /// An estimate in the author's own sentence: blanks `estimate`, `spread`.
    pub within: &'static str,
    /// The interval holds zero.
    pub verdict_open: &'static str,
    /// The interval is above zero.
    pub verdict_up: &'static str,
    /// The interval is below zero.
    pub verdict_down: &'static str,
    /// Columns of the table.
    pub start: &'static str,
    /// The window's last day.
    pub end: &'static str,
    /// The move of the JGB yield over it.
    pub jgb_column: &'static str,
    /// The move of the yen.
    pub yen_column: &'static str,
    /// The move of the US yield.
    pub ust_column: &'static str,
    /// The method; blanks `days`, `independent`, `df`.
    pub method: [&'static str; 4],
}

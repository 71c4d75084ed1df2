//! The words of the view `carry`.

/// What the carry trade says.
#[derive(Debug)]
pub struct CarryWords {
    /// Heading.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// Label of the slider of the horizon.
    pub horizon: &'static str,
    /// Panel of carry and volatility; blanks `window`, `confidence`.
    pub panel_carry: &'static str,
    /// Panel of carry over volatility; blank `confidence`.
    pub panel_to_risk: &'static str,
    /// Panel of the breakeven; blank `horizon`.
    pub panel_breakeven: &'static str,
    /// Panel of the pressure.
    pub panel_pressure: &'static str,
    /// The same where means are drawn; blank `means`.
    pub panel_pressure_mean: &'static str,
    /// Label of the line.
    pub line_carry: &'static str,
    /// Label of the line.
    pub line_volatility: &'static str,
    /// Label of the line.
    pub line_to_risk: &'static str,
    /// Label of the line.
    pub line_breakeven: &'static str,
    /// Label of the line.
    pub line_pressure: &'static str,
    /// Label of the line where means are drawn; blank `means`.
    pub line_mean: &'static str,
    /// What means of weeks, months and quarters are called.
    pub means: [&'static str; 3],
    /// The lowest and the highest day behind a mean, in the readout.
    pub days_of_step: &'static str,
    /// The same as columns.
    pub ends_of_step: [&'static str; 2],
    /// The parts of the pressure for readout and table, each a rank from 0 to 100: the yen's surge, the JGB yield's rise,
    /// volatility, the VIX, thin carry.
    pub parts: [&'static str; 5],
    /// The same in a word or two.
    pub tags: [&'static str; 5],
    /// The same inside a sentence.
    pub causes: [&'static str; 5],
    /// Nothing to say: blank `window`.
    pub too_few: &'static str,
    /// What the trade earned: blanks `date`, `carry`, `to_risk`, `confidence`, `interval`, `n`.
    pub finding: &'static str,
    /// The same where it cost; blanks likewise.
    pub finding_negative: &'static str,
    /// Where that stands: blanks `from`, `to_risk_rank`.
    pub finding_rank: &'static str,
    /// How high carry and risk stand: blanks `from`, `carry_rank`, `volatility`, `confidence`, `interval`, `n`, `volatility_rank`.
    pub more_risk: &'static str,
    /// How little it takes to lose it: blanks `horizon`, `breakeven`, `lost`, `stretches`, `share`, `confidence`, `interval`.
    pub more_breakeven: &'static str,
    /// The pressure: blanks `pressure`, `rank`, `part`, `part_rank`.
    pub more_pressure: &'static str,
    /// Follows it where means are drawn: blanks `means`, `mean`, `n`.
    pub more_mean: &'static str,
    /// The pressure when trades were unwound: blanks `date`, `then`.
    pub more_unwound: &'static str,
    /// How it comes about: the trade (blanks `window`, `confidence`, `horizon`, `days`), the pressure (blank `lookback`), sample and
    /// assumptions (blanks `n`, `from`, `to`).
    pub method: [&'static str; 3],
}

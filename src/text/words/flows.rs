//! The words of the view `flows`.

/// What the flows say.
#[derive(Debug)]
pub struct FlowWords {
    /// Heading.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// Panel of the holdings.
    pub panel_holdings: &'static str,
    /// Panel of the futures.
    pub panel_positions: &'static str,
    /// Panel of the purchases.
    pub panel_purchases: &'static str,
    /// Panel of the yields.
    pub panel_yields: &'static str,
    /// Japan, China, the United Kingdom at the lines' ends.
    pub holders: [&'static str; 3],
    /// The same for readout and table.
    pub labels: [&'static str; 3],
    /// Label of the line of futures.
    pub positions: &'static str,
    /// Label of the line of purchases.
    pub purchases: &'static str,
    /// The Japanese yield at its line's end.
    pub japan_yield: &'static str,
    /// The US yield at its line's end.
    pub us_yield: &'static str,
    /// How billions are written: a million millions and a hundred millions in words, the first empty where all is told in the
    /// second; `None` where billions are.
    pub myriads: Option<[&'static str; 2]>,
    /// The kind of pin where the figures change their source.
    pub revision: &'static str,
    /// What happened there.
    pub revised: &'static str,
    /// What the ring on a line means.
    pub ring: &'static str,
    /// What the small grey rings mean.
    pub ring_earlier: &'static str,
    /// In the readout; blank `value`.
    pub earlier: &'static str,
    /// As a column; blank `label`.
    pub earlier_column: &'static str,
    /// Nothing to say.
    pub too_few: &'static str,
    /// Japan held more than a year before: blanks `date`, `last`, `change`, `percent`.
    pub finding_more: &'static str,
    /// Japan held less; blanks likewise.
    pub finding_less: &'static str,
    /// In how many of the months the holdings fell; blank `falls`.
    pub finding_falls: &'static str,
    /// The same where the figures stop before the range does; blank `falls`.
    pub finding_falls_late: &'static str,
    /// There is no year before it: blanks `date`, `last`.
    pub finding_alone: &'static str,
    /// The range: blanks `from`, `to`, `first`, `last`, `ust_from`, `ust_to`, `yen_from`, `yen_to`.
    pub more_range: &'static str,
    /// The months: blanks `r`, `confidence`, `interval`, `n`, `verdict`.
    pub more_months: &'static str,
    /// How many of Japan's figures were revised: blanks `found`, `revised`, `most`.
    pub more_revised: &'static str,
    /// The same where none was: blank `found`.
    pub more_unrevised: &'static str,
    /// What the figures cannot say.
    pub caveat: &'static str,
    /// How it comes about: the figures (blank `weeks`), the correlation (blank `confidence`), sample and what to keep in mind (blanks
    /// `n`, `from`, `to`).
    pub method: [&'static str; 3],
}

//! The words of the view `chain`.

/// What the chain of links says.
#[derive(Debug)]
pub struct ChainWords {
    /// Heading; blank `asset`.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// A link in a few words: blanks `from`, `to`.
    pub link: &'static str,
    /// Between two links of a list.
    pub list_gap: &'static str,
    /// Label of the slider of the day on which the links are read.
    pub at: &'static str,
    /// The mark on that day.
    pub reading: &'static str,
    /// What the dashed stretches mean.
    pub turned: &'static str,
    /// Panel of a link; blanks `mark`, `link`, `state`, `step`, `story`.
    pub panel: &'static str,
    /// `story`: the slope is above zero.
    pub story_above: &'static str,
    /// `story`: the slope is below zero.
    pub story_below: &'static str,
    /// Over the strip: blanks `window`, `date`.
    pub caption: &'static str,
    /// After it, where there is a slider to move: what that is for.
    pub hint: &'static str,
    /// The link does what the story says.
    pub holding: &'static str,
    /// The band includes zero.
    pub weak: &'static str,
    /// It does the opposite.
    pub reversed: &'static str,
    /// The mover stood still.
    pub still: &'static str,
    /// The estimate in the strip: blanks `slope`, `step`, `confidence`, `interval`.
    pub value: &'static str,
    /// How often it held and did the opposite; blanks `share`, `against`.
    pub often: &'static str,
    /// Nothing to say: blank `window`.
    pub too_few: &'static str,
    /// Some links held: blanks `window`, `date`, `n`, `held`, `all`.
    pub finding: &'static str,
    /// All did; blanks likewise.
    pub finding_all: &'static str,
    /// None did; blanks likewise.
    pub finding_none: &'static str,
    /// Those that held; blank `list`.
    pub held: &'static str,
    /// The first that did not, because its band includes zero: blanks `moved`, `from`, `to`, `slope`, `confidence`, `interval`.
    pub breaks_weak: &'static str,
    /// Because it went the other way; blanks likewise.
    pub breaks_reversed: &'static str,
    /// Because the mover stood still; blanks `from`, `to`.
    pub breaks_still: &'static str,
    /// Further weak links; blank `list`.
    pub others_weak: &'static str,
    /// Further reversed links; blank `list`.
    pub others_reversed: &'static str,
    /// Further links that cannot be told; blank `list`.
    pub others_still: &'static str,
    /// The first link is nearly arithmetic.
    pub arithmetic: &'static str,
    /// How it comes about: the regressions (blanks `window`, `lags`, `confidence`), what to keep in mind.
    pub method: [&'static str; 2],
}

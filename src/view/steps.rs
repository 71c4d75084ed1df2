//! A strip of steps above the chart: nodes with words, for a story that is told link by link.

use crate::market::State;

/// The strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// What the strip shows, in a sentence.
    pub caption: String,
    /// What a reader can do to see more of it; nothing on paper.
    pub hint: String,
    /// The steps, in the order of the story.
    pub steps: Vec<Step>,
}

/// One link.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What moves, and what is said to follow.
    pub title: String,
    /// Whether it does; `None` where nothing can be told.
    pub state: Option<State>,
    /// The state in words.
    pub told: String,
    /// The estimate with its interval.
    pub value: String,
    /// How often it did.
    pub note: String,
}

//! What a reader can change in a view, in terms of options: every control sets one option by its name.

use super::choices::Choice;

/// One control.
#[derive(Debug, Clone, PartialEq)]
pub enum Control {
    /// No control: those after it stand behind a toggle. In the module that the script tag fetches first there are none behind it,
    /// and opening it fetches them.
    More {
        /// What the toggle is called.
        label: &'static str,
        /// Whether it is open from the start, because the author has set what stands behind it.
        open: bool,
    },
    /// One of many, by a list that opens.
    Choose {
        /// The option it sets.
        name: &'static str,
        /// What it is called.
        label: &'static str,
        /// What there is to choose from: values and their names.
        choices: Vec<Choice>,
        /// What is chosen.
        value: String,
    },
    /// One of a few, all in sight.
    Switch {
        /// The option it sets.
        name: &'static str,
        /// What it is called.
        label: &'static str,
        /// Values and their names.
        choices: Vec<Choice>,
        /// What is chosen.
        value: String,
    },
    /// Any of a few, all in sight; the option is the list of those that are on, with spaces between.
    Toggle {
        /// The option it sets.
        name: &'static str,
        /// What it is called.
        label: &'static str,
        /// Values and their names.
        choices: Vec<Choice>,
        /// The values that are on.
        values: Vec<String>,
    },
    /// A number.
    Slide {
        /// The option it sets.
        name: &'static str,
        /// What it is called.
        label: &'static str,
        /// Lowest, highest, step.
        range: (f64, f64, f64),
        /// The number.
        value: f64,
        /// The number with its unit, as it is shown and spoken.
        text: String,
    },
}

impl Control {
    /// Whether the other differs at most in what is chosen, so that the nodes on the page can stay.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::More { label, .. }, Self::More { label: l, .. }) => label == l,
            (Self::Choose { name, label, choices, .. }, Self::Choose { name: n, label: l, choices: c, .. })
            | (Self::Switch { name, label, choices, .. }, Self::Switch { name: n, label: l, choices: c, .. })
            | (Self::Toggle { name, label, choices, .. }, Self::Toggle { name: n, label: l, choices: c, .. }) => {
                name == n && label == l && choices == c
            }
            (Self::Slide { name, label, range, .. }, Self::Slide { name: n, label: l, range: r, .. }) => {
                name == n && label == l && range == r
            }
            _ => false,
        }
    }
}

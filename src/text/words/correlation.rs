//! The words of the view `correlation`.

use crate::text::written::written;

written! {
    /// What the correlation says.
    #[derive(Debug)]
    #[cfg_attr(feature = "extras", derive(Clone, Copy))]
    pub struct CorrelationWords {
        /// Heading of the correlation; blanks `asset`, `driver`.
        pub heading: &'static str,
        /// Name of the view.
        pub name: &'static str,
        /// Panel of the rolling correlation of changes; blanks `window`, `confidence`.
        pub panel_changes: &'static str,
        /// Panel of the rolling correlation of levels; blanks `window`, `confidence`.
        pub panel_levels: &'static str,
        /// Label of the line of changes.
        pub line_changes: &'static str,
        /// Label of the line of levels.
        pub line_levels: &'static str,
        /// Correlation of changes: blanks `window`, `date`, `asset`, `driver`, `r`, `confidence`, `interval`, `n`, `verdict`.
        pub finding_changes: &'static str,
        /// Follows it: blanks `from`, `to`, `r`, `interval`, `n`.
        pub finding_whole: &'static str,
        /// Correlation of levels: blanks `window`, `date`, `asset`, `driver`, `r`, `odds`.
        pub finding_levels: &'static str,
        /// Follows it: blanks `r`, `confidence`, `interval`, `n`, `verdict`.
        pub finding_levels_changes: &'static str,
        ; /// How it comes about: the coefficient (blanks `asset`, `driver`, `confidence`), levels, what to keep in mind.
        pub method: [&'static str; 3],
    }
}

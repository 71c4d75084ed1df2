//! The words of the view `timeline`.

use crate::text::written::written;

written! {
    /// What the timeline says.
    #[derive(Debug)]
    #[cfg_attr(feature = "extras", derive(Clone, Copy))]
    pub struct TimelineWords {
        /// Heading of the timeline; blank `asset`.
        pub heading: &'static str,
        /// Name of the view.
        pub name: &'static str,
        /// What opens the controls that few readers look for.
        pub more: &'static str,
        /// The ring on the price.
        pub ring: &'static str,
        /// Panel of the price; blank `asset`.
        pub panel_price: &'static str,
        /// Panel of the yen.
        pub panel_yen: &'static str,
        /// Panel of the yields.
        pub panel_yields: &'static str,
        /// Panel of the spread.
        pub panel_spread: &'static str,
        /// Direct label of a yield; blank `tenor`.
        pub tenor: &'static str,
        /// The yen in the readout.
        pub yen_per_dollar: &'static str,
        /// The spread in the readout.
        pub spread: &'static str,
        /// Timeline: blanks `from`, `to`, `asset`, `asset_move`, `yen_move`, `usdjpy`.
        pub finding: &'static str,
        /// Below it: blanks `jgb_from`, `jgb_to`, `spread_from`, `spread_to`.
        pub more_yields: &'static str,
        /// `asset_move` up; blank `x`.
        pub rose: &'static str,
        /// `asset_move` down; blank `x`.
        pub fell: &'static str,
        /// `yen_move` up; blank `x`.
        pub yen_gained: &'static str,
        /// `yen_move` down; blank `x`.
        pub yen_lost: &'static str,
        /// Follows the timeline: blanks `r`, `confidence`, `interval`, `n`, `verdict`.
        pub finding_changes: &'static str,
        ; /// How the moves are measured.
        pub method: &'static str,
    }
}

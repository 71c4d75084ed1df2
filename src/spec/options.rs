//! The options as they come: text under the names of `api.md`, nothing understood yet.

use crate::error::{Error, ErrorKind, quoted};

macro_rules! options {
    ($($(#[$doc:meta])* $field:ident: $name:literal,)*) => {
        /// Attributes, `data-*`, URL parameters and properties, by one vocabulary; absent is `None`.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Options {
            $($(#[$doc])* pub $field: Option<String>,)*
        }

        impl Options {
            /// Every name, in kebab-case, as attributes are written.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// Sets the option of that name.
            ///
            /// # Errors
            /// When there is no such option; the sentence lists those that there are.
            pub fn set(&mut self, name: &str, value: Option<String>) -> Result<(), Error> {
                match name {
                    $($name => self.$field = value,)*
                    _ => return Err(unknown(name)),
                }
                Ok(())
            }

            /// The option of that name, when it is set.
            #[must_use]
            pub fn get(&self, name: &str) -> Option<&str> {
                match name {
                    $($name => self.$field.as_deref(),)*
                    _ => None,
                }
            }
        }
    };
}

options! {
    /// `timeline`, `correlation`, or a list of them.
    view: "view",
    /// The id of a price series.
    asset: "asset",
    /// The id of a driver.
    driver: "driver",
    /// Trading days.
    window: "window",
    /// `log`, `index` or `percent`.
    scale: "scale",
    /// Years of bonds: a list.
    tenors: "tenors",
    /// A date: where the chain is read.
    at: "at",
    /// `all` or `weekdays`: which days the axis of time has room for.
    days: "days",
    /// Trading days after an event.
    horizon: "horizon",
    /// The farthest lead and lag, in trading days.
    lags: "lags",
    /// The share of days that count as extreme, in percent.
    threshold: "threshold",
    /// What is held constant: a list.
    controls: "controls",
    /// What happened: a list.
    events: "events",
    /// `raw` or `market`.
    model: "model",
    /// Percent of the Treasuries held.
    share: "share",
    /// Months.
    months: "months",
    /// Basis points per 100 billion dollars.
    impact: "impact",
    /// Basis points.
    jgb_change: "jgb-change",
    /// Percent, positive when the yen gains.
    yen_change: "yen-change",
    /// Between 0 and 1.
    confidence: "confidence",
    /// `changes` or `levels`.
    basis: "basis",
    /// `6m` to `max`, or two dates.
    range: "range",
    /// A date: what was known by then.
    as_of: "as-of",
    /// Lines that are left out: their keys, with spaces between.
    hide: "hide",
    /// `auto`, `light` or `dark`.
    theme: "theme",
    /// A name that widgets of one page share.
    group: "group",
    /// What somebody claims.
    claim: "claim",
    /// Who claims it, where and when.
    claim_source: "claim-source",
    /// A heading of the author's own.
    heading: "heading",
    /// `true` or `false`.
    controls_visible: "controls-visible",
    /// CSS pixels.
    height: "height",
}

pub(super) fn unknown(name: &str) -> Error {
    Error::new(ErrorKind::UnknownOption, format!("{} is not an option; there are {}", quoted(name), Options::NAMES.join(", ")))
}

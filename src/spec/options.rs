//! The options as they come: text under the names of `api.md`, nothing understood yet.

use crate::error::{Error, ErrorKind, quoted};

macro_rules! options {
    ($($(#[doc = $doc:literal])* $(#[cfg($cfg:meta)])? $field:ident: $name:literal,)*) => {
        /// Attributes, `data-*`, URL parameters and properties, by one vocabulary; absent is `None`.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Options {
            $($(#[doc = $doc])* $(#[cfg($cfg)])? pub $field: Option<String>,)*
        }

        impl Options {
            /// Every name, in kebab-case, as attributes are written.
            pub const NAMES: &'static [&'static str] = &[$($(#[cfg($cfg)])? $name),*];

            /// Sets the option of that name.
            ///
            /// # Errors
            /// When there is no such option; the sentence lists those that there are.
            pub fn set(&mut self, name: &str, value: Option<String>) -> Result<(), Error> {
                match name {
                    $($(#[cfg($cfg)])? $name => self.$field = value,)*
                    _ => return Err(unknown(name)),
                }
                Ok(())
            }

            /// The option of that name, when it is set.
            #[must_use]
            pub fn get(&self, name: &str) -> Option<&str> {
                match name {
                    $($(#[cfg($cfg)])? $name => self.$field.as_deref(),)*
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
    #[cfg(feature = "extras")]
    scale: "scale",
    /// Years of bonds: a list.
    #[cfg(feature = "extras")]
    tenors: "tenors",
    /// A date: where the chain is read.
    #[cfg(feature = "extras")]
    at: "at",
    /// `all` or `weekdays`: which days the axis of time has room for.
    #[cfg(feature = "extras")]
    days: "days",
    /// Trading days after an event.
    #[cfg(feature = "extras")]
    horizon: "horizon",
    /// The farthest lead and lag, in trading days.
    #[cfg(feature = "extras")]
    lags: "lags",
    /// The share of days that count as extreme, in percent.
    #[cfg(feature = "extras")]
    threshold: "threshold",
    /// What is held constant: a list.
    #[cfg(feature = "extras")]
    controls: "controls",
    /// What happened: a list.
    #[cfg(feature = "extras")]
    events: "events",
    /// `raw` or `market`.
    #[cfg(feature = "extras")]
    model: "model",
    /// Percent of the Treasuries held.
    #[cfg(feature = "extras")]
    share: "share",
    /// Months.
    #[cfg(feature = "extras")]
    months: "months",
    /// Basis points per 100 billion dollars.
    #[cfg(feature = "extras")]
    impact: "impact",
    /// Basis points.
    #[cfg(feature = "extras")]
    jgb_change: "jgb-change",
    /// Percent, positive when the yen gains.
    #[cfg(feature = "extras")]
    yen_change: "yen-change",
    /// Between 0 and 1.
    confidence: "confidence",
    /// `changes` or `levels`.
    basis: "basis",
    /// `6m` to `max`, or two dates.
    range: "range",
    /// A date: what was known by then.
    #[cfg(feature = "extras")]
    as_of: "as-of",
    /// Lines that are left out: their keys, with spaces between.
    hide: "hide",
    /// `auto`, `light` or `dark`.
    theme: "theme",
    /// A name that widgets of one page share.
    #[cfg(feature = "extras")]
    group: "group",
    /// What somebody claims.
    #[cfg(feature = "extras")]
    claim: "claim",
    /// Who claims it, where and when.
    #[cfg(feature = "extras")]
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

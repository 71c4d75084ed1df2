//! English.

#[cfg(feature = "figures")]
pub(super) mod beta;
#[cfg(feature = "figures")]
pub(super) mod carry;
#[cfg(feature = "figures")]
pub(super) mod chain;
#[cfg(feature = "figures")]
pub(super) mod claims;
mod correlation;
#[cfg(feature = "figures")]
pub(super) mod events;
#[cfg(feature = "extras")]
mod extras;
#[cfg(feature = "figures")]
pub(super) mod flows;
#[cfg(feature = "figures")]
pub(super) mod leadlag;
#[cfg(feature = "extras")]
mod moves;
#[cfg(feature = "figures")]
pub(super) mod scales;
#[cfg(feature = "figures")]
pub(super) mod scenario;
#[cfg(feature = "figures")]
pub(super) mod sound;
mod timeline;

use super::{DateOrder, Phrases};

pub(super) static PHRASES: Phrases = Phrases {
    lang: "en",
    date: DateOrder::DayMonthYear,
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    sentence_gap: " ",
    series: &[
        ("btc", "Bitcoin"),
        ("eth", "Ether"),
        ("sol", "Solana"),
        ("xrp", "XRP"),
        ("bnb", "BNB"),
        ("doge", "Dogecoin"),
        ("yen", "yen strength"),
        ("yenindex", "the yen against seven currencies"),
        ("dollar", "the dollar against six currencies"),
        ("usdjpy", "yen per US dollar"),
        ("jgb2y", "the 2-year JGB yield"),
        ("jgb5y", "the 5-year JGB yield"),
        ("jgb10y", "the 10-year JGB yield"),
        ("jgb20y", "the 20-year JGB yield"),
        ("jgb30y", "the 30-year JGB yield"),
        ("jgb40y", "the 40-year JGB yield"),
        ("ust2y", "the 2-year US Treasury yield"),
        ("ust10y", "the 10-year US Treasury yield"),
        ("ust30y", "the 30-year US Treasury yield"),
        ("spread2y", "the US\u{2013}Japan 2-year spread"),
        ("spread10y", "the US\u{2013}Japan 10-year spread"),
        ("spread30y", "the US\u{2013}Japan 30-year spread"),
        ("vix", "the VIX"),
        #[cfg(feature = "extras")]
        ("jgb30s10s", "the 10\u{2013}30-year JGB spread"),
        #[cfg(feature = "extras")]
        ("jgb40s10s", "the 10\u{2013}40-year JGB spread"),
        #[cfg(feature = "extras")]
        ("yen_fed", "yen strength at noon in New York"),
    ],
    event_kinds: &[
        ("boj", "Bank of Japan"),
        ("fed", "Federal Reserve"),
        ("intervention", "Intervention"),
        ("auction", "Auction"),
        ("tariffs", "Tariffs"),
        ("record", "Record yield"),
        ("market", "Markets"),
        ("politics", "Politics"),
    ],
    window: "Window",
    trading_days: "{n} trading days",
    asset: "Asset",
    driver: "Driver",
    basis: "Compare",
    changes: "Daily changes",
    levels: "Levels",
    range: "Range",
    ranges: ["6M", "1Y", "3Y", "5Y", "Max"],
    reset: "Reset zoom",
    range_start: "Start of the range",
    range_end: "End of the range",
    spans_zero: "Grey: the band includes zero",
    band: "{confidence}\u{a0}% band",
    band_low: "{confidence}\u{a0}% band, low",
    band_high: "{confidence}\u{a0}% band, high",
    interval_label: "Interval",
    interval: "{low} to {high}",
    verdict_zero: "not distinguishable from zero",
    verdict_together: "they moved together",
    verdict_opposite: "they moved in opposite directions",
    finding_too_few: "There are too few days on which both {asset} and {driver} changed for a window of {window} trading days.",
    sources: "Sources: ",
    as_of: "Data to {date}.",
    as_of_old: "Data to {date}, {n} days ago.",
    page_author: "the author of this page",
    disclaimer: "Information only, not investment advice.",
    about_data: "About the data",
    table: "Data table",
    method: "Method",
    chart: "Chart. {finding}",
    chart_help: "Left and right arrows walk the data, with Shift in larger steps; comma and full stop go from event to event, Home and End to the ends; plus and minus zoom, Backspace undoes a zoom, Escape resets.",
    wheel_hint: "Hold Ctrl or \u{2318} while scrolling to zoom",
    lines: "Lines",
    share: "Save and share",
    link: "Link",
    embed: "Embed",
    listen: "Listen",
    loading: "Loading the figures\u{2026}",
    note_clamped: "{name}: {asked} is outside {min} to {max}, {used} is used",
    error_data_missing: "The figures could not be loaded ({status}); check the connection and reload the page",
    error_data_truncated: "The figures arrived incomplete; reload the page to fetch them again",
    error_data_malformed: "The figures are damaged or of another version; reload the page, or tell the site\u{2019}s author",
    #[cfg(feature = "extras")]
    moves: moves::WORDS,
    #[cfg(feature = "extras")]
    extras: extras::WORDS,
    #[cfg(feature = "extras")]
    step: crate::series::Step::Day,
    timeline: timeline::WORDS,
    correlation: correlation::WORDS,
};

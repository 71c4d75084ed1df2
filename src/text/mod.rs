//! Words: sentences and labels per language, numbers and dates.
//!
//! A language is one [`Phrases`] value in one folder, with a file for each view, so that the compiler tells when a phrase is missing. Nothing here
//! computes; numbers come in measured and leave as text.

mod en;
#[cfg(feature = "feeds")]
mod feeds;
mod fill;
mod format;
#[cfg(feature = "extras")]
mod ja;
#[cfg(feature = "extras")]
mod ko;
mod phrases;
mod provenance;
#[cfg(feature = "extras")]
mod stepped;
mod words;
mod written;
#[cfg(feature = "extras")]
mod zh_hans;

#[cfg(feature = "feeds")]
pub use feeds::{FeedWords, feed_words};
pub use fill::fill;
pub use format::{capitalised, date, day_and_month, day_of_month, month, number, percent, signed, year};
pub use phrases::{DateOrder, Phrases};
pub use provenance::metadata_word;
#[cfg(feature = "figures")]
pub use words::{
    BetaWords, CarryWords, ChainWords, ClaimWords, EventWords, FlowWords, LeadLagWords, ScaleWords, ScenarioWords, SoundWords,
};
pub use words::{CorrelationWords, TimelineWords};
#[cfg(feature = "extras")]
pub use words::{ExtraWords, MoveWords};
#[cfg(feature = "extras")]
pub use written::lines;
#[cfg(not(feature = "extras"))]
pub use written::read;

/// The languages that a module carries.
const CARRIED: usize = if cfg!(feature = "extras") { 4 } else { 1 };

/// The languages there are, English first. The module that the script tag fetches first has English alone and is sent another one
/// as lines.
pub static LANGUAGES: [&Phrases; CARRIED] = [
    &en::PHRASES,
    #[cfg(feature = "extras")]
    &ja::PHRASES,
    #[cfg(feature = "extras")]
    &zh_hans::PHRASES,
    #[cfg(feature = "extras")]
    &ko::PHRASES,
];

/// The phrases for a BCP 47 tag such as `ja`, `en-GB`, `zh-Hans-CN` or `zh`; English where there are none.
///
/// ```
/// assert_eq!(yenlens::text::phrases("ja-JP").lang, "ja");
/// assert_eq!(yenlens::text::phrases("fr").lang, "en");
/// ```
#[must_use]
pub fn phrases(tag: &str) -> &'static Phrases {
    LANGUAGES.into_iter().find(|phrases| phrases.speaks(tag)).unwrap_or(LANGUAGES[0])
}

#[cfg(feature = "figures")]
/// A language's place in [`LANGUAGES`].
fn position(phrases: &Phrases) -> usize {
    LANGUAGES.iter().position(|other| other.lang == phrases.lang).unwrap_or(0)
}

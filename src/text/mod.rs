//! Words: sentences and labels per language, numbers and dates.
//!
//! A language is one [`Phrases`] value in one folder, with a file for each view, so that the compiler tells when a phrase is missing. Nothing here
//! computes; numbers come in measured and leave as text.

mod en;
#[cfg(feature = "feeds")]
mod feeds;
mod fill;
mod format;
mod ja;
mod ko;
mod phrases;
mod provenance;
mod words;
mod zh_hans;

#[cfg(feature = "feeds")]
pub use feeds::{FeedWords, feed_words};
pub use fill::fill;
pub use format::{capitalised, date, day_and_month, day_of_month, month, number, percent, signed, year};
pub use phrases::{DateOrder, Phrases};
pub use provenance::metadata_word;
pub use words::{
    BetaWords, CarryWords, ChainWords, ClaimWords, CorrelationWords, EventWords, FlowWords, LeadLagWords, MoveWords, ScaleWords,
    ScenarioWords, SoundWords, TimelineWords,
};

/// The languages there are.
pub static LANGUAGES: [&Phrases; 4] = [&en::PHRASES, &ja::PHRASES, &zh_hans::PHRASES, &ko::PHRASES];

/// The phrases for a BCP 47 tag such as `ja`, `en-GB`, `zh-Hans-CN` or `zh`; English where there are none.
///
/// ```
/// assert_eq!(yenlens::text::phrases("ja-JP").lang, "ja");
/// assert_eq!(yenlens::text::phrases("fr").lang, "en");
/// ```
#[must_use]
pub fn phrases(tag: &str) -> &'static Phrases {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.into_iter().find(|p| p.lang.split('-').next() == Some(primary)).unwrap_or(LANGUAGES[0])
}

/// A language's place in [`LANGUAGES`].
fn position(phrases: &Phrases) -> usize {
    LANGUAGES.iter().position(|other| other.lang == phrases.lang).unwrap_or(0)
}

//! Claims that others have made in public, to be set beside a figure by their names: who, where and when, and what was said in our
//! own words. Only what a named publication reports; the data of the snapshot are not bent to any of them.

use crate::text::Phrases;

/// Their names, as an author writes them.
pub const NAMES: [&str; 3] = ["kato-2025", "uchida-2024", "beltran-2013"];

/// What was claimed and who claimed it, in the language of the phrases; `None` for a name that is not in the list.
///
/// ```
/// use yenlens::{text::phrases, view::claims};
/// let (claim, source) = claims::named("kato-2025", phrases("en")).unwrap();
/// assert!(claim.contains("card") && source.contains("2025"));
/// assert!(claims::named("Bitcoin falls when the yen rises.", phrases("en")).is_none());
/// ```
#[must_use]
pub fn named(name: &str, phrases: &Phrases) -> Option<(&'static str, String)> {
    let at = NAMES.iter().position(|known| *known == name.trim())?;
    let words = phrases.claims();
    let (claim, source) = words.claims[at];
    Some((claim, [source, " (", words.paraphrased, ")"].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LANGUAGES;

    #[test]
    fn every_claim_has_words_a_year_and_a_note_that_the_words_are_ours_in_every_language() {
        for phrases in LANGUAGES {
            for name in NAMES {
                let (claim, source) = named(name, phrases).unwrap();
                let year = name.rsplit('-').next().unwrap();
                assert!(!claim.is_empty() && source.contains(year) && source.ends_with(')'), "{name}: {source}");
                assert!(source.contains(phrases.claims().paraphrased));
            }
        }
        let all: Vec<_> = LANGUAGES.iter().map(|phrases| named("beltran-2013", phrases).unwrap().0).collect();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

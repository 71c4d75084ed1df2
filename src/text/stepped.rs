//! A phrase about days, turned into one about weeks or months.

use crate::series::Step;

/// The phrase with every term of the table replaced, see `ExtraWords::steps`; the step is no day. It finds a term wherever it stands, so that a phrase about
/// days should have no Monday and no blank that is named for days.
pub(super) fn stepped(phrase: &str, table: &str, step: Step) -> String {
    let mut out = String::new();
    let mut rest = phrase;
    'next: while let Some(first) = rest.chars().next() {
        let mut table = table;
        while !table.is_empty() {
            let mut row = [""; 4];
            for term in &mut row {
                (*term, table) = table.split_once('|').unwrap_or((table, ""));
            }
            // Step by step: a search for texts is nowhere else in the module.
            if let Some(tail) = rest.strip_prefix(row[0]) {
                out.push_str(row[step as usize]);
                rest = tail;
                continue 'next;
            }
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::stepped;
    use crate::series::Step;
    use crate::text::LANGUAGES;

    const TABLE: &str = "trading day|week|month|observation|}日|}週|}か月|}観測|day|week|month|observation|日|週|月|観測";

    #[test]
    fn the_first_term_that_fits_is_replaced_and_words_keep_their_endings() {
        assert_eq!(stepped("Over {window} trading days", TABLE, Step::Month), "Over {window} months");
        assert_eq!(stepped("day by day, {window}-day", TABLE, Step::Week), "week by week, {window}-week");
        assert_eq!(stepped("{n}日の同じ日", TABLE, Step::Other), "{n}観測の同じ観測");
    }

    #[test]
    fn every_language_has_three_substitutes_for_every_term() {
        for phrases in LANGUAGES {
            let terms: Vec<&str> = phrases.extras.steps.split('|').collect();
            assert!(terms.len().is_multiple_of(4) && terms.iter().all(|term| !term.is_empty()), "{terms:?}");
        }
    }
}

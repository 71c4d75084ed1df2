//! Named blanks in a phrase.

/// Puts values into the `{name}` blanks of a phrase. A blank without a value stays as it is, which the tests of the
/// phrases would show.
///
/// ```
/// assert_eq!(yenlens::text::fill("{a} of {b}", &[("a", "3"), ("b", "4")]), "3 of 4");
/// ```
#[must_use]
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(phrase.len() + 32);
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let blank = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((*value, tail))
        });
        if let Some((value, tail)) = blank {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

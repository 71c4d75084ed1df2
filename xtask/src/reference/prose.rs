//! Text as HTML: everything is escaped, and of Markdown only code and links between items are kept.

use std::fmt::Write;

/// Text that may stand in an element or in an attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// A paragraph of a comment. A name of Rust that is one of `names` in JavaScript is written as it is there, so that
/// `max_lag` reads `maxLag`.
pub fn paragraph(text: &str, names: &[&str]) -> String {
    let mut out = String::new();
    // Links lead to pages of rustdoc, which the site has not: their text alone stays.
    let text = text.replace("[`", "`").replace("`]", "`");
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 0 {
            out.push_str(&escape(part));
        } else {
            let mut shown = part.to_owned();
            for word in part.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| word.contains('_')) {
                let camel = camel_case(word);
                if names.contains(&&*camel) {
                    shown = shown.replace(word, &camel);
                }
            }
            // Writing to a string cannot fail.
            let _ = write!(out, "<code>{}</code>", escape(&shown));
        }
    }
    out
}

/// Code in which the names that `anchor` knows are links.
pub fn code(text: &str, anchor: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let rest = part.get(word.len()..).unwrap_or_default();
        let _ = match anchor(word) {
            Some(id) => write!(out, "<a href=\"#{}\">{}</a>{}", escape(&id), escape(word), escape(rest)),
            None => write!(out, "{}{}", escape(word), escape(rest)),
        };
    }
    out
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut name, word| {
        let mut letters = word.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name
    })
}

#[cfg(test)]
mod tests {
    use super::{code, escape, paragraph};

    #[test]
    fn nothing_of_a_text_becomes_markup() {
        assert_eq!(escape("a < b && \"c\" > 'd'"), "a &lt; b &amp;&amp; &quot;c&quot; &gt; &#39;d&#39;");
        let hostile = "<img src=x onerror=alert(1)> `<script>` [`<b>`]";
        let shown = paragraph(hostile, &[]);
        assert_eq!(shown, "&lt;img src=x onerror=alert(1)&gt; <code>&lt;script&gt;</code> <code>&lt;b&gt;</code>");
        assert_eq!(code("f<x>(\"&\")", |_| None), "f&lt;x&gt;(&quot;&amp;&quot;)");
    }

    #[test]
    fn names_are_those_of_the_signature() {
        assert_eq!(paragraph("`-max_lag` and `p_value`", &["maxLag"]), "<code>-maxLag</code> and <code>p_value</code>");
    }

    #[test]
    fn a_shape_in_a_signature_is_a_link() {
        let anchor = |word: &str| (word == "Pair").then(|| "type-Pair".to_owned());
        assert_eq!(code("f(x: Pairs): Pair;", anchor), "f(x: Pairs): <a href=\"#type-Pair\">Pair</a>;");
    }
}

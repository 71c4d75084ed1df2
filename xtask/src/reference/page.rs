//! The page: what has been gathered, written as HTML into `page.html`.

use std::fmt::Write;

use super::declarations::Declaration;
use super::gather::{Entry, Reference};
use super::prose::{code, escape, paragraph};

const TEMPLATE: &str = include_str!("page.html");

/// The whole page. No script, no inline style: it must look the same under the strictest policy.
pub fn write(reference: &Reference) -> String {
    let (mut contents, mut subjects, mut shapes, mut errors) = (String::new(), String::new(), String::new(), String::new());
    for (at, subject) in reference.subjects.iter().enumerate() {
        let (id, heading) = (format!("subject-{}", at + 1), paragraph(&subject.heading, &[]));
        let links: Vec<String> = subject.entries.iter().map(|entry| link(&entry.declaration.name)).collect();
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(contents, "          <li><a href=\"#{id}\">{heading}</a>: {}</li>", links.join(", "));
        let _ = writeln!(subjects, "      <h2 id=\"{id}\">{heading}</h2>");
        for entry in &subject.entries {
            subjects.push_str(&section(entry, &reference.shapes));
        }
    }
    for shape in &reference.shapes {
        shapes.push_str(&shape_section(shape, &reference.shapes));
    }
    for (code, meaning) in &reference.errors {
        let _ = writeln!(errors, "        <dt><code>{}</code></dt>\n        <dd>{}</dd>", escape(code), paragraph(meaning, &[]));
    }
    // The template's own marks are looked for once, so that a text with such a mark in it changes nothing.
    TEMPLATE.split("{{").fold(String::new(), |page, piece| {
        let Some((mark, rest)) = piece.split_once("}}") else { return page + piece };
        let filling = match mark {
            "contents" => &contents,
            "subjects" => &subjects,
            "errors" => &errors,
            _ => &shapes,
        };
        page + filling + rest
    })
}

fn link(name: &str) -> String {
    format!("<a href=\"#{0}\"><code>{0}</code></a>", escape(name))
}

fn section(entry: &Entry, shapes: &[Declaration]) -> String {
    let declaration = &entry.declaration;
    let (id, names) = (escape(&declaration.name), parameters(&declaration.text));
    let mut out = format!("      <section aria-labelledby=\"{id}\">\n        <h3 id=\"{id}\"><a href=\"#{id}\">{id}</a></h3>\n");
    out.push_str(&listing(&declaration.text, shapes));
    out.push_str(&prose("", &declaration.comment, &names));
    for text in &entry.comment.text {
        out.push_str(&prose("", text, &names));
    }
    for text in &entry.family {
        out.push_str(&prose("In general. ", text, &names));
    }
    for text in &entry.comment.errors {
        out.push_str(&prose("Throws ", text, &names));
    }
    let _ = write!(out, "        <p class=\"label\">Example</p>\n{}      </section>\n", listing(&entry.example, &[]));
    out
}

fn shape_section(shape: &Declaration, shapes: &[Declaration]) -> String {
    let others: Vec<Declaration> = shapes.iter().filter(|other| other.name != shape.name).cloned().collect();
    format!(
        "      <section aria-labelledby=\"{id}\">\n        <h3 id=\"{id}\"><a href=\"#{id}\">{}</a></h3>\n{}{}      </section>\n",
        escape(&shape.name),
        prose("", &shape.comment, &[]),
        listing(&shape.text, &others),
        id = escape(&shape_id(&shape.name)),
    )
}

fn listing(text: &str, shapes: &[Declaration]) -> String {
    let anchor = |word: &str| shapes.iter().any(|shape| shape.name == word).then(|| shape_id(word));
    format!("        <pre tabindex=\"0\"><code>{}</code></pre>\n", code(text, anchor))
}

fn prose(label: &str, text: &str, names: &[&str]) -> String {
    if text.is_empty() {
        return String::new();
    }
    let label = if label.is_empty() { String::new() } else { format!("<strong>{}</strong>", escape(label)) };
    format!("        <p class=\"prose\">{label}{}</p>\n", paragraph(text, names))
}

/// A shape may be called as a function is.
fn shape_id(name: &str) -> String {
    format!("type-{name}")
}

/// The names before the colons of a signature.
fn parameters(signature: &str) -> Vec<&str> {
    let words = signature.split(['(', ',']).filter_map(|part| part.split_once(':'));
    words.map(|(name, _)| name.trim().trim_end_matches('?')).collect()
}

#[cfg(test)]
mod tests {
    use super::super::comments::Comment;
    use super::super::gather::Subject;
    use super::*;

    fn declaration(name: &str, text: &str) -> Declaration {
        Declaration { name: name.to_owned(), text: text.to_owned(), comment: "Low < high & \"so\" {{shapes}}.".to_owned() }
    }

    #[test]
    fn every_text_is_escaped_and_every_link_has_its_anchor() {
        let entry = Entry {
            declaration: declaration("lagOf", "function lagOf(maxLag?: number): Pair;"),
            comment: Comment {
                text: vec!["`max_lag` <b>".to_owned()],
                errors: vec!["When <0.".to_owned()],
                ..Comment::default()
            },
            family: vec!["O(n) <i>".to_owned()],
            example: "a < b && c;".to_owned(),
        };
        let reference = Reference {
            subjects: vec![Subject { heading: "Lags <of> things".to_owned(), entries: vec![entry] }],
            shapes: vec![declaration("Pair", "interface Pair {\n}")],
            errors: vec![("bad".to_owned(), "Not <good>.".to_owned())],
        };
        let page = write(&reference);
        for raw in ["<b>", "<i>", "<of>", "<good>", "<0", "a < b", "\"so\""] {
            assert!(!page.contains(raw), "{raw}");
        }
        assert!(page.contains("<code>maxLag</code> &lt;b&gt;") && page.contains("): <a href=\"#type-Pair\">Pair</a>;"));
        // Once for the function and once for the shape: a mark inside a text is left as it is.
        assert_eq!(page.matches("{{shapes}}").count(), 2);
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert_eq!(page.matches(&format!("id=\"{target}\"")).count(), 1, "{target}");
        }
        for inline in ["<script", "style=", "onclick"] {
            assert!(!page.contains(inline), "{inline}");
        }
    }
}

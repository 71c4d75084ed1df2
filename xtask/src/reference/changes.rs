//! `CHANGELOG.md` as a page of the site. Of Markdown it knows what that file uses: headings, items, paragraphs and code.

use std::fmt::Write;

use super::prose::paragraph;

const TEMPLATE: &str = include_str!("changes.html");

/// The page of the changes.
pub fn write(changelog: &str) -> String {
    TEMPLATE.replace("{{changes}}", &body(changelog))
}

fn body(changelog: &str) -> String {
    let mut out = String::new();
    let mut is_list = false;
    for block in blocks(changelog) {
        let is_item = block.starts_with("- ");
        if is_item != is_list {
            out.push_str(if is_item { "      <ul class=\"prose\">\n" } else { "      </ul>\n" });
            is_list = is_item;
        }
        // Writing to a string cannot fail.
        let _ = if let Some(text) = block.strip_prefix("- ") {
            writeln!(out, "        <li>{}</li>", paragraph(text, &[]))
        } else if let Some(text) = block.strip_prefix("## ") {
            writeln!(out, "      <h2>{}</h2>", paragraph(text, &[]))
        } else if let Some(text) = block.strip_prefix("# ") {
            writeln!(out, "      <h1>{}</h1>", paragraph(text, &[]))
        } else {
            writeln!(out, "      <p class=\"prose\">{}</p>", paragraph(&block, &[]))
        };
    }
    if is_list {
        out.push_str("      </ul>\n");
    }
    out
}

/// Headings, items and paragraphs, each on one line.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            is_open = false;
        } else if is_open && !line.starts_with("- ") && !line.starts_with('#') {
            if let Some(block) = blocks.last_mut() {
                block.push(' ');
                block.push_str(line);
            }
        } else {
            blocks.push(line.to_owned());
            is_open = !line.starts_with('#');
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn headings_items_and_paragraphs_are_told_apart_and_escaped() {
        let page = body("# Changes\n\nOne\ntwo.\n\n## 1.0\n\n- a `<b>`\n  goes on\n- c\n");
        assert_eq!(
            page,
            "      <h1>Changes</h1>\n      <p class=\"prose\">One two.</p>\n      <h2>1.0</h2>\n      <ul class=\"prose\">\n        \
             <li>a <code>&lt;b&gt;</code> goes on</li>\n        <li>c</li>\n      </ul>\n"
        );
    }
}

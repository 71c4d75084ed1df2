//! Doc comments of Rust, read from the text of a file: enough of the language and of Markdown for what is written here.

/// A doc comment in its parts; paragraphs are single lines in Markdown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comment {
    /// What stands before the first heading.
    pub text: Vec<String>,
    /// When the function fails, under `# Errors`.
    pub errors: Vec<String>,
    /// The lines of code that a reader is meant to see.
    pub example: String,
}

impl Comment {
    /// What is said about a whole module beyond its first paragraph, which only names the subject.
    pub fn beyond_subject(&self) -> &[String] {
        self.text.get(1..).unwrap_or_default()
    }
}

/// The comment at the head of a file, in `//!`.
pub fn of_module(source: &str) -> Comment {
    parse(source.lines().map_while(|line| line.strip_prefix("//!")))
}

/// The comment of a public function; `None` where there is no such function, empty where nothing is said of it.
pub fn of_function(source: &str, name: &str) -> Option<Comment> {
    let lines: Vec<&str> = source.lines().collect();
    let at = lines.iter().position(|line| is_function(line, name))?;
    Some(above(&lines, at))
}

/// What a comment only refers to: a link to `Walks::simulate` names a method of the same file, whose comment is given.
pub fn of_method(source: &str, path: &str) -> Option<Comment> {
    let (owner, name) = path.split_once("::")?;
    let (_, rest) = source.split_once(&format!("\nimpl {owner} {{\n"))?;
    let body: Vec<&str> = rest.lines().take_while(|line| *line != "}").collect();
    let inner: Vec<&str> = body.iter().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    of_function(&inner.join("\n"), name)
}

/// The value of a constant of the file as it is written there, with commas between its thousands.
pub fn of_constant(source: &str, name: &str) -> Option<String> {
    let (_, rest) = source.split_once(&format!("\npub const {name}: "))?;
    let (_, value) = rest.lines().next()?.split_once(" = ")?;
    Some(value.trim_end_matches(';').replace('_', ","))
}

/// The items that a paragraph links to.
pub fn links(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split("[`").skip(1).filter_map(|rest| Some(rest.split_once("`]")?.0))
}

/// The comment over a line, with attributes in between.
pub fn above(lines: &[&str], at: usize) -> Comment {
    let before = lines.get(..at).unwrap_or_default();
    // An attribute may take several lines; a blank line or the end of the item before closes the search.
    let start = before.iter().rposition(|line| line.is_empty() || line.starts_with('}')).map_or(0, |end| end + 1);
    parse(before.get(start..).unwrap_or_default().iter().filter_map(|line| line.strip_prefix("///")))
}

fn is_function(line: &str, name: &str) -> bool {
    let rest = line.strip_prefix("pub fn ").or_else(|| line.strip_prefix("pub const fn "));
    rest.and_then(|rest| rest.strip_prefix(name)).is_some_and(|rest| rest.starts_with(['(', '<']))
}

fn parse<'a>(lines: impl Iterator<Item = &'a str>) -> Comment {
    let mut comment = Comment::default();
    let (mut in_code, mut in_errors, mut open) = (false, false, false);
    for line in lines {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if line.starts_with("```") {
            (in_code, open) = (!in_code, false);
        } else if in_code {
            // Rustdoc runs a line behind `# ` but does not show it.
            if line != "#" && !line.starts_with("# ") {
                comment.example.push_str(line);
                comment.example.push('\n');
            }
        } else if let Some(heading) = line.strip_prefix("# ") {
            (in_errors, open) = (heading == "Errors", false);
        } else if line.is_empty() {
            open = false;
        } else {
            let paragraphs = if in_errors { &mut comment.errors } else { &mut comment.text };
            match paragraphs.last_mut() {
                Some(last) if open => *last = format!("{last} {line}"),
                _ => paragraphs.push(line.to_owned()),
            }
            open = true;
        }
    }
    comment
}

#[cfg(test)]
mod tests {
    use super::{Comment, links, of_constant, of_function, of_method, of_module};

    const SOURCE: &str = "//! Means.\n//!\n//! All are\n//! O(n).\n\nuse x;\n\n/// Not this one.\npub fn mean_of_all() {}\n\n\
        /// The mean\n/// of `x`.\n///\n/// Missing is passed over.\n///\n/// # Errors\n/// When empty.\n///\n/// ```\n\
        /// assert_eq!(mean(&[1.0])?, 1.0);\n/// # Ok::<(), ()>(())\n/// ```\n#[expect(\n    lint,\n    reason = \"why\"\n)]\n\
        pub fn mean(x: &[f64]) -> f64 {}\n}\npub fn bare() {}\n";

    #[test]
    fn a_comment_is_read_in_its_parts() {
        let expected = Comment {
            text: vec!["The mean of `x`.".to_owned(), "Missing is passed over.".to_owned()],
            errors: vec!["When empty.".to_owned()],
            example: "assert_eq!(mean(&[1.0])?, 1.0);\n".to_owned(),
        };
        assert_eq!(of_function(SOURCE, "mean"), Some(expected));
        assert_eq!(of_module(SOURCE).beyond_subject(), ["All are O(n)."]);
    }

    #[test]
    fn what_is_linked_to_is_found() {
        let source = "\npub const MAX: usize = 5_000;\n\nimpl Walk {\n    /// Not this.\n    pub fn new() {}\n\n    /// Walks.\n    \
            pub fn go() {\n    }\n}\n\npub fn go() {}\n";
        assert_eq!(of_method(source, "Walk::go").unwrap().text, ["Walks."]);
        assert_eq!(of_method(source, "Walk::stop"), None);
        assert_eq!(of_constant(source, "MAX").as_deref(), Some("5,000"));
        assert_eq!(links("as [`Walk::go`], up to [`MAX`] `x`").collect::<Vec<_>>(), ["Walk::go", "MAX"]);
    }

    #[test]
    fn a_function_does_not_take_the_comment_of_another() {
        assert_eq!(of_function(SOURCE, "bare"), Some(Comment::default()));
        assert_eq!(of_function(SOURCE, "mea"), None);
    }
}

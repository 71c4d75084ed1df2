//! What `types.d.ts` declares: functions and the shapes they take and return, each with its comment.

use crate::workspace::Outcome;

/// One declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    pub name: String,
    /// The declaration without `export`.
    pub text: String,
    /// Its comment, empty if there is none.
    pub comment: String,
}

/// The declarations of a file, in its order.
#[derive(Debug, Default)]
pub struct Declarations {
    pub functions: Vec<Declaration>,
    pub shapes: Vec<Declaration>,
}

impl Declarations {
    pub fn parse(source: &str) -> Outcome<Self> {
        let mut found = Self::default();
        let mut comment = String::new();
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            if let Some(first) = line.strip_prefix("/**") {
                comment = read_comment(first, &mut lines);
            } else if let Some(rest) = line.strip_prefix("export function ") {
                let text = read_until(line, ';', &mut lines);
                found.functions.push(Declaration { name: name(rest), text, comment: std::mem::take(&mut comment) });
            } else if let Some(rest) = line.strip_prefix("export interface ") {
                let text = read_until(line, '}', &mut lines);
                found.shapes.push(Declaration { name: name(rest), text, comment: std::mem::take(&mut comment) });
            } else if !line.trim().is_empty() {
                return Err(format!("types.d.ts: the reference cannot tell what `{line}` declares."));
            }
        }
        Ok(found)
    }
}

fn name(rest: &str) -> String {
    rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// A comment from what follows its opening to its close.
fn read_comment<'a>(first: &'a str, lines: &mut impl Iterator<Item = &'a str>) -> String {
    let mut words = Vec::new();
    let mut line = first;
    loop {
        let (part, closed) = line.split_once("*/").map_or((line, false), |(part, _)| (part, true));
        let part = part.trim();
        words.extend(part.strip_prefix('*').unwrap_or(part).split_whitespace());
        if closed {
            return words.join(" ");
        }
        let Some(next) = lines.next() else { return words.join(" ") };
        line = next;
    }
}

/// Lines up to the one that begins or ends with the closing character at the outermost level.
fn read_until<'a>(first: &'a str, close: char, lines: &mut impl Iterator<Item = &'a str>) -> String {
    let mut text = first.trim_start_matches("export ").to_owned();
    let mut line = first;
    while !(line.ends_with(close) && (close == ';' || line.starts_with(close))) {
        let Some(next) = lines.next() else { break };
        text = format!("{text}\n{next}");
        line = next;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Declarations;

    #[test]
    fn functions_and_shapes_keep_their_comments() {
        let source = "/** A pair. */\nexport interface Pair {\n  /** Low. */\n  low: number;\n}\n\n/**\n * The mean\n *\n * of 2 * x.\n */\n\
            export function mean(x: Float64Array): number;\nexport function pair(\n  x: Float64Array,\n): Pair;\n";
        let found = Declarations::parse(source).unwrap();
        let [mean, pair] = &found.functions[..] else { panic!("{found:?}") };
        assert_eq!((&*mean.name, &*mean.comment), ("mean", "The mean of 2 * x."));
        assert_eq!(mean.text, "function mean(x: Float64Array): number;");
        assert_eq!((&*pair.comment, &*pair.text), ("", "function pair(\n  x: Float64Array,\n): Pair;"));
        assert_eq!(found.shapes[0].text, "interface Pair {\n  /** Low. */\n  low: number;\n}");
        assert_eq!(found.shapes[0].comment, "A pair.");
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(Declarations::parse("export type A = number;\n").unwrap_err().contains("export type A"));
    }
}

//! The figure as a picture that stands alone: heading, finding and sources around the chart, with every line broken to the
//! width there is.

use super::layout::Label;
use super::scene::Scene;

/// Space around everything, in CSS pixels.
const MARGIN_PX: f64 = 16.0;
const HEADING_PX: f64 = 19.0;
const FINDING_PX: f64 = 14.0;
const SMALL_PX: f64 = 11.0;
/// A line's height, as a share of its size.
const LEADING: f64 = 1.4;

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The heading: bold.
    Heading,
    /// The finding.
    Plain,
    /// Notes and sources.
    Muted,
}

/// One line of text, from its left edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The text and where it stands.
    pub label: Label,
    /// Its size in CSS pixels.
    pub size_px: f64,
    /// How it is set.
    pub voice: Voice,
}

/// Where everything goes, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The width of all of it.
    pub width: f64,
    /// The height of all of it.
    pub height: f64,
    /// Left and top edge of the chart.
    pub chart: (f64, f64),
    /// The lines above and below.
    pub lines: Vec<Line>,
}

impl Sheet {
    /// Places a scene's words and `credits` around a chart of that size.
    #[must_use]
    pub fn new(scene: &Scene, credits: &str, (width, height): (f64, f64), measure: &dyn Fn(&str, f64) -> f64) -> Self {
        let mut setter = Setter { lines: Vec::new(), y: MARGIN_PX, width, measure };
        setter.set(&scene.heading, HEADING_PX, Voice::Heading);
        setter.set(&scene.finding, FINDING_PX, Voice::Plain);
        setter.set(&scene.story, FINDING_PX, Voice::Muted);
        for note in &*scene.legend {
            setter.set(&note.text, SMALL_PX, Voice::Muted);
        }
        setter.y += 8.0;
        let chart = (MARGIN_PX, setter.y);
        setter.y += height + 8.0;
        for line in &scene.more {
            setter.set(line, SMALL_PX, Voice::Plain);
        }
        setter.set(credits, SMALL_PX, Voice::Muted);
        Self { width: width + 2.0 * MARGIN_PX, height: (setter.y + MARGIN_PX).ceil(), chart, lines: setter.lines }
    }
}

struct Setter<'a> {
    lines: Vec<Line>,
    y: f64,
    width: f64,
    measure: &'a dyn Fn(&str, f64) -> f64,
}

impl Setter<'_> {
    fn set(&mut self, text: &str, size_px: f64, voice: Voice) {
        // A bold face is wider than the one that is measured.
        let room = if voice == Voice::Heading { self.width * 0.92 } else { self.width };
        for text in wrap(text, room, &|part| (self.measure)(part, size_px)) {
            let height = size_px * LEADING;
            let label = Label { text, x: MARGIN_PX, y: self.y + height / 2.0 };
            self.lines.push(Line { label, size_px, voice });
            self.y += height;
        }
    }
}

/// Breaks a text into lines no wider than `room`: at spaces, and in scripts without spaces between any two characters of which
/// the second does not close a phrase. A word that is wider alone stays whole.
#[must_use]
pub fn wrap(text: &str, room: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = [line.as_str(), piece].concat();
        if !line.is_empty() && measure(longer.trim_end()) > room {
            lines.push(line.trim_end().to_owned());
            piece.trim_start().clone_into(&mut line);
        } else {
            line = longer;
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The parts of a text between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None::<char>);
    for (at, c) in text.char_indices() {
        let breaks = before.is_some_and(|before| {
            let after_space = before == ' ' && c != ' ';
            let wide = is_wide(before) || is_wide(c);
            after_space || (wide && c != ' ' && !closes(c) && !opens(before))
        });
        if breaks {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether a character is of a script that sets no spaces between its words. Korean does.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// Characters that may not begin a line.
const fn closes(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '；'
            | '：'
            | '）'
            | '」'
            | '』'
            | '】'
            | '》'
            | '・'
            | 'ー'
            | '％'
            | ','
            | '.'
            | ';'
            | ':'
            | ')'
            | '%'
    )
}

/// Characters that may not end one.
const fn opens(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '【' | '《' | '(')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn width(text: &str) -> f64 {
        text.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum()
    }

    #[test]
    fn words_stay_whole_and_scripts_without_spaces_break_anywhere_but_before_a_full_stop() {
        assert_eq!(wrap("one two three", 8.0, &width), ["one two", "three"]);
        assert_eq!(wrap("incomprehensible yes", 5.0, &width), ["incomprehensible", "yes"]);
        assert_eq!(wrap("円と利回り。次", 10.0, &width), ["円と利回", "り。次"]);
        assert_eq!(wrap("利回り（1.5%）", 9.0, &width), ["利回り", "（1.5%）"]);
        assert_eq!(wrap("", 10.0, &width), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_lines_fit(text in "([a-z]{1,6} ?|[円高国債]{1,5}[。、]?){0,30}", room in 8.0..60.0f64) {
            let lines = wrap(&text, room, &width);
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in &lines {
                // A mark that may not begin a line is carried with what stands before it.
                prop_assert!(width(line) <= room || pieces(line).len() == 1, "{line:?} in {room}");
            }
        }
    }
}

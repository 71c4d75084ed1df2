//! Words as lines of text: how the module that carries one language is sent another.
//!
//! The lines are the phrases in the order of their fields, without those behind a feature. The one invariant: what was written
//! from other fields than those here is refused, for the first line tells which they were.

use super::{DateOrder, Phrases};

/// What is written down line by line, and read back.
pub(super) trait Written: Sized {
    /// Changes when the fields do.
    const MARK: u32;

    /// Adds its lines.
    #[cfg(feature = "extras")]
    fn write(&self, lines: &mut Vec<&'static str>);

    /// Takes its lines.
    #[cfg(not(feature = "extras"))]
    fn read(lines: &mut Lines) -> Self;
}

/// The lines of a text. Where they end there are empty ones, so that nobody who takes one has to ask.
#[cfg(not(feature = "extras"))]
pub(super) struct Lines {
    lines: std::str::Lines<'static>,
    /// Whether none was asked for that was not there.
    whole: bool,
}

#[cfg(not(feature = "extras"))]
impl Lines {
    fn next(&mut self) -> &'static str {
        self.lines.next().unwrap_or_else(|| {
            self.whole = false;
            ""
        })
    }
}

/// A text.
impl Written for &'static str {
    const MARK: u32 = 1;

    #[cfg(feature = "extras")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }

    #[cfg(not(feature = "extras"))]
    fn read(lines: &mut Lines) -> Self {
        lines.next()
    }
}

/// As many texts.
impl<const N: usize> Written for [&'static str; N] {
    const MARK: u32 = 2 + N as u32;

    #[cfg(feature = "extras")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.extend(self);
    }

    #[cfg(not(feature = "extras"))]
    fn read(lines: &mut Lines) -> Self {
        let mut all = [""; N];
        for one in &mut all {
            *one = lines.next();
        }
        all
    }
}

/// Pairs up to an empty line.
impl Written for &'static [(&'static str, &'static str)] {
    const MARK: u32 = 3;

    #[cfg(feature = "extras")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        for (key, name) in *self {
            lines.extend([*key, *name]);
        }
        lines.push("");
    }

    #[cfg(not(feature = "extras"))]
    fn read(lines: &mut Lines) -> Self {
        let mut all = Vec::new();
        loop {
            match lines.next() {
                "" => return all.leak(),
                key => all.push((key, lines.next())),
            }
        }
    }
}

/// The units after the numbers; all empty where there are none.
impl Written for DateOrder {
    const MARK: u32 = 4;

    #[cfg(feature = "extras")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.extend(match self {
            Self::DayMonthYear => [""; 3],
            Self::YearMonthDay { year, month, day } => [*year, *month, *day],
        });
    }

    #[cfg(not(feature = "extras"))]
    fn read(lines: &mut Lines) -> Self {
        let [year, month, day] = Written::read(lines);
        if year.is_empty() { Self::DayMonthYear } else { Self::YearMonthDay { year, month, day } }
    }
}

/// A number for a text (Fowler, Noll and Vo's hash), worked out by the compiler.
pub(super) const fn mark(text: &str) -> u32 {
    let (bytes, mut at, mut hash) = (text.as_bytes(), 0, 0x811c_9dc5_u32);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// A structure of words that is written field by field; a field behind a feature is not.
macro_rules! written {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[doc = $doc:literal])* pub $field:ident: $type:ty,)*
            $(; $(#[doc = $late_doc:literal])* pub $late:ident: $late_type:ty,)*
        }
    ) => {
        $(#[$meta])*
        pub struct $name {
            $($(#[doc = $doc])* pub $field: $type,)*
            $($(#[doc = $late_doc])* #[cfg(feature = "extras")] pub $late: $late_type,)*
        }

        impl $crate::text::written::Written for $name {
            const MARK: u32 = {
                let mut sum = $crate::text::written::mark(concat!($(stringify!($field), " ",)*));
                $(sum = sum.rotate_left(5) ^ <$type as $crate::text::written::Written>::MARK;)*
                sum
            };

            #[cfg(feature = "extras")]
            fn write(&self, lines: &mut Vec<&'static str>) {
                $($crate::text::written::Written::write(&self.$field, lines);)*
            }

            #[cfg(not(feature = "extras"))]
            fn read(lines: &mut $crate::text::written::Lines) -> Self {
                Self { $($field: $crate::text::written::Written::read(lines),)* }
            }
        }
    };
}
pub(super) use written;

/// A language as the lines that the light module reads, the first of them a mark of what they hold.
#[cfg(feature = "extras")]
#[must_use]
pub fn lines(phrases: &Phrases) -> String {
    let mark = Phrases::MARK.to_string();
    let mut lines = Vec::new();
    phrases.write(&mut lines);
    lines.insert(0, "");
    let mut text = mark;
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The language in these lines; `None` when they were written for other words than this module has, or are not whole.
#[cfg(not(feature = "extras"))]
#[must_use]
pub fn read(text: &'static str) -> Option<Phrases> {
    let mut lines = Lines { lines: text.lines(), whole: true };
    if lines.next() != Phrases::MARK.to_string() {
        return None;
    }
    let phrases = Phrases::read(&mut lines);
    lines.whole.then_some(phrases)
}

#[cfg(all(test, feature = "extras"))]
mod tests {
    use super::lines;
    use crate::text::LANGUAGES;

    #[test]
    fn every_language_has_as_many_lines_and_every_phrase_is_one() {
        let counts: Vec<usize> = LANGUAGES
            .iter()
            .map(|phrases| {
                let text = lines(phrases);
                assert!(
                    text.contains(&format!("\n{}\n", phrases.chart_help))
                        && text.contains(&format!("\n{}\n", phrases.timeline.finding))
                );
                assert!(!text.contains('\r'));
                text.lines().count()
            })
            .collect();
        // Tables may name other series in one language than in another, but none does today.
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    }

    #[test]
    fn the_first_line_is_the_mark_of_the_fields() {
        let marks: Vec<String> =
            LANGUAGES.iter().filter_map(|phrases| lines(phrases).lines().next().map(str::to_owned)).collect();
        assert!(marks[0].parse::<u32>().is_ok() && marks.iter().all(|mark| *mark == marks[0]));
    }
}

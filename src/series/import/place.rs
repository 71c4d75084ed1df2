//! Where in a text something stands, so that a fault can name its line and column.

use std::fmt::Display;

use crate::error::{Error, ErrorKind};

/// A position in a text: line and column from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    line: u32,
    column: u32,
    /// Whether the last byte was a carriage return, which makes one end of line with a line feed that follows.
    after_return: bool,
}

impl Place {
    /// The first character of a text; a byte-order mark is not one.
    pub const START: Self = Self { line: 1, column: 1, after_return: false };

    /// Moves past these bytes of UTF-8, which may begin and end anywhere.
    pub fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'\n' if self.after_return => {}
                b'\n' | b'\r' => {
                    self.line = self.line.saturating_add(1);
                    self.column = 1;
                }
                // The later bytes of a character.
                0x80..=0xBF => {}
                _ => self.column = self.column.saturating_add(1),
            }
            self.after_return = *byte == b'\r';
        }
    }

    /// A fault at this place: `line 3, column 7: expected ...`.
    pub fn fault(self, sentence: impl Display) -> Error {
        Error::new(ErrorKind::MalformedData, format!("line {}, column {}: {sentence}", self.line, self.column))
    }

    /// A fault where one thing was expected and another came.
    pub fn expected(self, expected: impl Display, got: impl Display) -> Error {
        self.fault(format_args!("expected {expected}, got {got}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use proptest::prelude::*;

    fn end_of(chunks: &[&[u8]]) -> Place {
        let mut place = Place::START;
        for chunk in chunks {
            place.pass(chunk);
        }
        place
    }

    #[test]
    fn every_way_to_end_a_line_counts_once() {
        for text in ["a\nb", "a\rb", "a\r\nb"] {
            assert_eq!(end_of(&[text.as_bytes()]), end_of(&["\nb".as_bytes()]), "{text:?}");
        }
        assert_eq!(end_of(&[b"\r\r\n\nx"]).line, 4);
    }

    #[test]
    fn a_character_of_three_bytes_is_one_column() {
        assert_eq!(end_of(&["円1".as_bytes()]), end_of(&[b"ab"]));
    }

    proptest! {
        #[test]
        fn it_does_not_matter_how_the_text_is_cut(text in "[a円\r\n]{0,30}", cut in 0..90_usize) {
            let bytes = text.as_bytes();
            let cut = cut.min(bytes.len());
            prop_assert_eq!(end_of(&[&bytes[..cut], &bytes[cut..]]), end_of(&[bytes]));
        }
    }
}

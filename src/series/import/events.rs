//! JSON as a row of events, fed piece by piece.
//!
//! The syntax is json-event-parser's business. What is added here: the pieces may be cut anywhere, every event comes with the place
//! it begins at, and no text is longer than what a label, a date or an address needs.

use json_event_parser::{JsonEvent, LowLevelJsonParser};

use super::place::Place;
use crate::error::{Error, quoted};

/// The most bytes of one text or number.
const LONGEST_TOKEN: usize = 4_096;
/// The most brackets in brackets.
const DEEPEST: usize = 16;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What is told of each event: the event and where it begins.
pub type Take<'a> = &'a mut dyn FnMut(JsonEvent, Place) -> Result<(), Error>;

/// JSON that is being read.
pub struct Events {
    parser: LowLevelJsonParser,
    /// What came and could not be understood without what follows.
    held: Vec<u8>,
    /// Where `held` begins: in bytes for the parser's own word, and in lines and columns.
    offset: u64,
    place: Place,
}

impl Events {
    /// A text of which nothing has come yet.
    pub fn new() -> Self {
        let parser = LowLevelJsonParser::new().with_max_stack_size(DEEPEST);
        Self { parser, held: Vec::new(), offset: 0, place: Place::START }
    }

    /// Where the text that was understood ends.
    pub const fn place(&self) -> Place {
        self.place
    }

    /// Takes in the next piece. After an error nothing more may be asked.
    ///
    /// # Errors
    /// When the text is no JSON, and with what `take` says.
    pub fn push(&mut self, piece: &[u8], take: Take) -> Result<(), Error> {
        self.held.extend_from_slice(piece);
        self.read(false, take)
    }

    /// Ends the text.
    ///
    /// # Errors
    /// When something is missing at its end, and with what `take` says.
    pub fn finish(&mut self, take: Take) -> Result<(), Error> {
        self.read(true, take)
    }

    fn read(&mut self, is_last: bool, take: Take) -> Result<(), Error> {
        let mut done = 0;
        loop {
            let rest = &self.held[done..];
            let step = self.parser.parse_next(rest, is_last);
            let passed = &rest[..step.consumed_bytes];
            // The byte-order mark has no column.
            let mark =
                if self.offset + done as u64 == 0 && passed.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
            match step.event {
                Some(Err(fault)) => {
                    let at = fault.location().start.offset.saturating_sub(self.offset + done as u64) as usize;
                    self.place.pass(&rest[mark..at.clamp(mark, rest.len())]);
                    return Err(self.place.fault(format_args!("this is no JSON: {}", quoted(fault.message()))));
                }
                Some(Ok(JsonEvent::Eof)) => {
                    self.place.pass(&passed[mark..]);
                    self.held.clear();
                    return Ok(());
                }
                Some(Ok(event)) => {
                    let (before, token) = passed[mark..].split_at(lead(&passed[mark..]));
                    self.place.pass(before);
                    let begin = self.place;
                    self.place.pass(token);
                    done += passed.len();
                    take(event, begin)?;
                }
                None => {
                    self.place.pass(&passed[mark..]);
                    done += passed.len();
                    break;
                }
            }
        }
        self.offset += done as u64;
        self.held.drain(..done);
        if self.held.len() > LONGEST_TOKEN {
            return Err(self.place.fault(format_args!("expected a text of at most {LONGEST_TOKEN} bytes, got a longer one")));
        }
        Ok(())
    }
}

/// How many bytes stand before the token: blanks and the marks between tokens.
fn lead(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':')).count()
}

/// What an event is, for a sentence.
pub fn described(event: &JsonEvent) -> String {
    match event {
        JsonEvent::String(text) => quoted(text),
        JsonEvent::Number(text) => text.chars().take(40).collect(),
        JsonEvent::Boolean(true) => "true".to_owned(),
        JsonEvent::Boolean(false) => "false".to_owned(),
        JsonEvent::Null => "null".to_owned(),
        JsonEvent::StartArray => "[".to_owned(),
        JsonEvent::EndArray => "]".to_owned(),
        JsonEvent::StartObject => "{".to_owned(),
        JsonEvent::EndObject => "}".to_owned(),
        JsonEvent::ObjectKey(key) => format!("the name {}", quoted(key)),
        JsonEvent::Eof => "the end of the file".to_owned(),
    }
}

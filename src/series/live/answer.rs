//! An answer as a tree: small, and its shape is the service's to say.

use json_event_parser::JsonEvent;

use super::{MOST_BYTES, changed, unfit};
use crate::error::Error;
use crate::series::import::Events;
use crate::series::import::number;

/// A value of JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Null,
    Boolean,
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Answer {
    /// Understands JSON.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MOST_BYTES {
            return Err(unfit(format_args!("{} bytes, more than {MOST_BYTES}", bytes.len())));
        }
        if bytes.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<') {
            return Err(changed("JSON and no page of HTML"));
        }
        let mut tree = Tree { open: Vec::new(), root: None };
        let mut take = |event: JsonEvent, _| {
            tree.take(event);
            Ok(())
        };
        let mut events = Events::new();
        events.push(bytes, &mut take)?;
        events.finish(&mut take)?;
        tree.root.ok_or_else(|| changed("a value"))
    }

    /// The elements of a list.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The value of that name in an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A number, in quotation marks or not: exchanges write prices as texts to keep their digits.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(text) | Self::Text(text) => number(text.as_bytes(), b'.'),
            _ => None,
        }
    }
}

/// A tree that grows. The events come balanced, so what has no place cannot come.
struct Tree {
    open: Vec<(Answer, Option<String>)>,
    root: Option<Answer>,
}

impl Tree {
    fn take(&mut self, event: JsonEvent) {
        match event {
            JsonEvent::ObjectKey(key) => {
                if let Some((_, name)) = self.open.last_mut() {
                    *name = Some(key.into_owned());
                }
            }
            JsonEvent::StartArray => self.open.push((Answer::List(Vec::new()), None)),
            JsonEvent::StartObject => self.open.push((Answer::Object(Vec::new()), None)),
            JsonEvent::EndArray | JsonEvent::EndObject => {
                if let Some((closed, _)) = self.open.pop() {
                    self.put(closed);
                }
            }
            JsonEvent::String(text) => self.put(Answer::Text(text.into_owned())),
            JsonEvent::Number(text) => self.put(Answer::Number(text.into_owned())),
            JsonEvent::Boolean(_) => self.put(Answer::Boolean),
            JsonEvent::Null => self.put(Answer::Null),
            JsonEvent::Eof => {}
        }
    }

    fn put(&mut self, value: Answer) {
        match self.open.last_mut() {
            Some((Answer::List(list), _)) => list.push(value),
            Some((Answer::Object(fields), name)) => fields.push((name.take().unwrap_or_default(), value)),
            _ => self.root = Some(value),
        }
    }
}

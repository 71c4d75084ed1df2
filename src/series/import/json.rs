//! Own data as JSON, schema 1: dates once, a column of values for each series, and events.
//!
//! `{"schema": 1, "asOf": "2026-10-08", "dates": ["2026-10-07", ...], "series": {"mycoin": {"label", "unit", "kind", "closesAtUtc",
//! "source", "sourceUrl", "license", "values": [1.5, null, ...]}}, "events": [{"date", "title", "kind", "source", "basis"}]}`, in any
//! order. A name that is none of these is refused, so that a slip of the pen does not go unseen.

use json_event_parser::JsonEvent;

use super::Import;
use super::date::{date, is_clock};
use super::events::{Events, described};
use super::number::number;
use super::place::Place;
use super::table::Table;
use crate::error::{Error, quoted};
use crate::series::{Basis, Day, Event, EventKind, Kind, Unit};

/// The most characters of a label, a title, an address.
const LONGEST_TEXT: usize = 300;

/// JSON that is being read.
pub struct Json {
    events: Events,
    reader: Reader,
}

impl Json {
    pub fn new() -> Self {
        Self { events: Events::new(), reader: Reader::default() }
    }

    pub fn push(&mut self, piece: &[u8]) -> Result<(), Error> {
        let Self { events, reader } = self;
        events.push(piece, &mut |event, place| reader.take(&event, place))
    }

    pub fn finish(mut self) -> Result<Import, Error> {
        let Self { events, reader } = &mut self;
        events.finish(&mut |event, place| reader.take(&event, place))?;
        let place = self.events.place();
        self.reader.finish(place)
    }

    /// What is there of a file that broke off: the columns that are as long as the days.
    pub fn break_off(self) -> Result<Import, Error> {
        let mut table = self.reader.table;
        let days = table.days.len();
        if !self.reader.has_dates {
            table.columns.clear();
        }
        table.columns.retain(|column| column.values.len() == days);
        table.finish().map(|import| Import { is_whole: false, ..import })
    }
}

/// What is expected next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    #[default]
    Start,
    Top,
    Schema,
    AsOf,
    DatesOpen,
    Dates,
    SeriesOpen,
    Series,
    OneOpen,
    One,
    Text(Field),
    ValuesOpen,
    Values,
    EventsOpen,
    Events,
    Event,
    EventText(EventField),
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Label,
    Unit,
    Kind,
    ClosesAtUtc,
    Source,
    SourceUrl,
    License,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EventField {
    Date,
    Title,
    Kind,
    Source,
    Basis,
}

const TOP: [(&str, At); 5] = [
    ("schema", At::Schema),
    ("asOf", At::AsOf),
    ("dates", At::DatesOpen),
    ("series", At::SeriesOpen),
    ("events", At::EventsOpen),
];
const ONE: [(&str, At); 8] = [
    ("label", At::Text(Field::Label)),
    ("unit", At::Text(Field::Unit)),
    ("kind", At::Text(Field::Kind)),
    ("closesAtUtc", At::Text(Field::ClosesAtUtc)),
    ("source", At::Text(Field::Source)),
    ("sourceUrl", At::Text(Field::SourceUrl)),
    ("license", At::Text(Field::License)),
    ("values", At::ValuesOpen),
];
const EVENT: [(&str, At); 5] = [
    ("date", At::EventText(EventField::Date)),
    ("title", At::EventText(EventField::Title)),
    ("kind", At::EventText(EventField::Kind)),
    ("source", At::EventText(EventField::Source)),
    ("basis", At::EventText(EventField::Basis)),
];

impl At {
    const fn expects(self) -> &'static str {
        match self {
            Self::Start | Self::OneOpen => "{",
            Self::Top | Self::Series | Self::One | Self::Event => "a name or }",
            Self::Schema => "the number 1",
            Self::AsOf => "a date such as \"2024-01-31\"",
            Self::DatesOpen | Self::ValuesOpen | Self::EventsOpen => "[",
            Self::Dates => "a date such as \"2024-01-31\" or ]",
            Self::SeriesOpen => "{ with a series in it",
            Self::Values => "a number, null or ]",
            Self::Events => "{ with an event in it or ]",
            Self::Text(_) | Self::EventText(_) => "a text",
            Self::End => "the end of the file",
        }
    }
}

#[derive(Default)]
struct Reader {
    at: At,
    table: Table,
    seen: Vec<&'static str>,
    seen_inside: Vec<&'static str>,
    has_dates: bool,
    event: Draft,
}

/// An event of which not all is known.
#[derive(Default)]
struct Draft {
    day: Option<Day>,
    title: String,
    kind: Option<EventKind>,
    source: String,
    basis: Option<Basis>,
}

impl Reader {
    #[expect(clippy::match_same_arms, reason = "the arms stand in the order of a file")]
    fn take(&mut self, event: &JsonEvent, place: Place) -> Result<(), Error> {
        self.at = match (self.at, event) {
            (At::Start, JsonEvent::StartObject) => At::Top,
            (At::Top, JsonEvent::ObjectKey(key)) => named(&TOP, key, &mut self.seen, place)?,
            (At::Top, JsonEvent::EndObject) => At::End,
            (At::Schema, JsonEvent::Number(version)) if version == "1" => At::Top,
            (At::AsOf, JsonEvent::String(text)) => {
                self.table.as_of = Some(day(text, place)?);
                At::Top
            }
            (At::DatesOpen, JsonEvent::StartArray) => At::Dates,
            (At::Dates, JsonEvent::String(text)) => {
                self.table.day(day(text, place)?, place)?;
                At::Dates
            }
            (At::Dates, JsonEvent::EndArray) => {
                self.has_dates = true;
                At::Top
            }
            (At::SeriesOpen, JsonEvent::StartObject) => At::Series,
            (At::Series, JsonEvent::ObjectKey(name)) => {
                if name.chars().count() > LONGEST_TEXT {
                    return Err(too_long(place));
                }
                self.table.column(name, place)?;
                self.seen_inside.clear();
                At::OneOpen
            }
            (At::Series, JsonEvent::EndObject) => At::Top,
            (At::OneOpen, JsonEvent::StartObject) => At::One,
            (At::One, JsonEvent::ObjectKey(key)) => named(&ONE, key, &mut self.seen_inside, place)?,
            (At::One, JsonEvent::EndObject) => {
                self.check_column(place)?;
                At::Series
            }
            (At::Text(field), JsonEvent::String(text)) => {
                self.text(field, text, place)?;
                At::One
            }
            (At::ValuesOpen, JsonEvent::StartArray) => At::Values,
            (At::Values, JsonEvent::Number(text)) => {
                let value = number(text.as_bytes(), b'.').ok_or_else(|| place.expected("a smaller number", described(event)))?;
                self.value(value, place)?
            }
            (At::Values, JsonEvent::Null) => self.value(f64::NAN, place)?,
            (At::Values, JsonEvent::EndArray) => {
                self.check_length(place)?;
                At::One
            }
            (At::EventsOpen, JsonEvent::StartArray) => At::Events,
            (At::Events, JsonEvent::StartObject) => {
                self.event = Draft::default();
                self.seen_inside.clear();
                At::Event
            }
            (At::Events, JsonEvent::EndArray) => At::Top,
            (At::Event, JsonEvent::ObjectKey(key)) => named(&EVENT, key, &mut self.seen_inside, place)?,
            (At::Event, JsonEvent::EndObject) => {
                self.end_event(place)?;
                At::Events
            }
            (At::EventText(field), JsonEvent::String(text)) => {
                self.event_text(field, text, place)?;
                At::Event
            }
            (at, got) => return Err(place.expected(at.expects(), described(got))),
        };
        Ok(())
    }

    fn value(&mut self, value: f64, place: Place) -> Result<At, Error> {
        let at = self.table.columns.len().saturating_sub(1);
        let (days, length) = (self.table.days.len(), self.table.columns.get(at).map_or(0, |column| column.values.len()));
        if self.has_dates && length == days {
            return Err(place.fault(format_args!("expected {days} values as there are dates, got more")));
        }
        self.table.value(at, value, place)?;
        Ok(At::Values)
    }

    /// The column that is open, at its `]`.
    fn check_length(&self, place: Place) -> Result<(), Error> {
        let (days, length) = (self.table.days.len(), self.table.columns.last().map_or(0, |column| column.values.len()));
        if self.has_dates && length != days {
            return Err(place.fault(format_args!("expected {days} values as there are dates, got {length}")));
        }
        Ok(())
    }

    /// The column that is open, at its `}`.
    fn check_column(&self, place: Place) -> Result<(), Error> {
        if self.seen_inside.contains(&"values") { Ok(()) } else { Err(place.expected("values in the series", "none")) }
    }

    fn text(&mut self, field: Field, text: &str, place: Place) -> Result<(), Error> {
        if text.chars().count() > LONGEST_TEXT {
            return Err(too_long(place));
        }
        let Some(column) = self.table.columns.last_mut() else { return Ok(()) };
        match field {
            Field::Label => text.clone_into(&mut column.label),
            Field::Source => text.clone_into(&mut column.source),
            Field::SourceUrl => text.clone_into(&mut column.source_url),
            Field::License => text.clone_into(&mut column.license),
            Field::Unit => column.unit = Some(Unit::parse(text).ok_or_else(|| word(&Unit::codes(), text, place))?),
            Field::Kind => column.kind = Some(Kind::parse(text).ok_or_else(|| word(&Kind::codes(), text, place))?),
            Field::ClosesAtUtc if is_clock(text) => column.closes_at_utc = Some(text.to_owned()),
            Field::ClosesAtUtc => return Err(place.expected("a time such as \"06:00\" up to \"24:00\"", quoted(text))),
        }
        Ok(())
    }

    fn event_text(&mut self, field: EventField, text: &str, place: Place) -> Result<(), Error> {
        if text.chars().count() > LONGEST_TEXT {
            return Err(too_long(place));
        }
        let event = &mut self.event;
        match field {
            EventField::Date => event.day = Some(day(text, place)?),
            EventField::Title => text.clone_into(&mut event.title),
            EventField::Source => text.clone_into(&mut event.source),
            EventField::Kind => {
                event.kind = Some(EventKind::parse(text).ok_or_else(|| word(&EventKind::ALL.map(EventKind::code), text, place))?);
            }
            EventField::Basis => {
                event.basis = Some(Basis::parse(text).ok_or_else(|| word(&Basis::ALL.map(Basis::code), text, place))?);
            }
        }
        Ok(())
    }

    fn end_event(&mut self, place: Place) -> Result<(), Error> {
        let Draft { day, title, kind, source, basis } = std::mem::take(&mut self.event);
        let day = day.ok_or_else(|| place.expected("a date in the event", "none"))?;
        if title.is_empty() {
            return Err(place.expected("a title in the event", "none"));
        }
        let (kind, basis) = (kind.unwrap_or(EventKind::Market), basis.unwrap_or(Basis::PublicRecord));
        self.table.event(Event { day, kind, title, source, basis })
    }

    /// The whole file has come; `place` is its end.
    fn finish(self, place: Place) -> Result<Import, Error> {
        for name in ["schema", "dates", "series"] {
            if !self.seen.contains(&name) {
                return Err(place.expected(format_args!("{} in the file", quoted(name)), "none"));
            }
        }
        let days = self.table.days.len();
        if let Some(column) = self.table.columns.iter().find(|column| column.values.len() != days) {
            let (id, length) = (&column.id, column.values.len());
            return Err(column.place.fault(format_args!("{id}: expected {days} values as there are dates, got {length}")));
        }
        self.table.finish()
    }
}

/// What follows a name, which may come once.
fn named<const N: usize>(
    names: &[(&'static str, At); N],
    key: &str,
    seen: &mut Vec<&'static str>,
    place: Place,
) -> Result<At, Error> {
    match names.iter().find(|(name, _)| *name == key) {
        Some((name, _)) if seen.contains(name) => Err(place.fault(format_args!("{} comes twice, expected it once", quoted(key)))),
        Some((name, next)) => {
            seen.push(name);
            Ok(*next)
        }
        None => Err(word(&names.map(|(name, _)| name), key, place)),
    }
}

fn day(text: &str, place: Place) -> Result<Day, Error> {
    date(text).ok_or_else(|| place.expected("a date such as \"2024-01-31\"", quoted(text)))
}

fn word(words: &[&str], got: &str, place: Place) -> Error {
    place.expected(format_args!("one of {}", words.join(", ")), quoted(got))
}

fn too_long(place: Place) -> Error {
    place.fault(format_args!("expected at most {LONGEST_TEXT} characters, got more"))
}

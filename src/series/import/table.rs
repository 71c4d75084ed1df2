//! The table that both formats fill: days, columns and what is known about them, held to its bounds while it grows.

use super::meaning;
use super::place::Place;
use crate::error::{Error, ErrorKind};
use crate::series::{Day, Event, Kind, Series, SeriesMeta, Unit};

/// The most cells, missing ones included.
pub const MOST_CELLS: usize = 2_000_000;
/// The most series.
pub const MOST_SERIES: usize = 1_000;
/// The most events.
pub const MOST_EVENTS: usize = 10_000;

/// One column as it is being read.
#[derive(Debug)]
pub struct Column {
    pub id: String,
    pub label: String,
    pub unit: Option<Unit>,
    pub kind: Option<Kind>,
    pub closes_at_utc: Option<String>,
    pub source: String,
    pub source_url: String,
    pub license: String,
    /// NaN is missing.
    pub values: Vec<f64>,
    /// Where the column begins, for a fault that concerns all of it.
    pub place: Place,
    /// The first value that a price cannot have, and where it stands.
    not_above_zero: Option<(f64, Place)>,
}

impl Column {
    /// A column without values; `name` is how the file calls it.
    fn new(name: &str, id: String, place: Place) -> Self {
        Self {
            id,
            label: name.to_owned(),
            unit: None,
            kind: None,
            closes_at_utc: None,
            source: String::new(),
            source_url: String::new(),
            license: String::new(),
            values: Vec::new(),
            place,
            not_above_zero: None,
        }
    }

    fn kind(&self) -> Kind {
        self.kind.or_else(|| self.unit.map(Unit::kind)).unwrap_or_else(|| meaning::guess(&self.id).0)
    }

    fn unit(&self) -> Unit {
        self.unit.or_else(|| self.kind.map(Kind::unit)).unwrap_or_else(|| meaning::guess(&self.id).1)
    }

    /// Says where a value stands that the column's kind cannot have.
    fn check_values(&self) -> Result<(), Error> {
        match self.not_above_zero {
            Some((value, place)) if self.kind().needs_values_above_zero() => Err(place.fault(format_args!(
                "{}: a value of the kind {} is above zero, got {value}; a series of yields or differences says so by its kind or unit",
                self.id,
                self.kind().code()
            ))),
            _ => Ok(()),
        }
    }

    /// The finished series; `None` when no day has a value.
    fn finish(self, days: &[Day]) -> Result<Option<(SeriesMeta, Series)>, Error> {
        let (kind, unit) = (self.kind(), self.unit());
        let there = days.iter().copied().zip(self.values).filter(|(_, value)| !value.is_nan());
        let (days, values): (Vec<Day>, Vec<f64>) = there.unzip();
        let Some(last) = days.last().copied() else { return Ok(None) };
        let meta = SeriesMeta {
            id: self.id,
            label: self.label,
            unit,
            kind,
            closes_at_utc: self.closes_at_utc.unwrap_or_else(|| "24:00".to_owned()),
            source: self.source,
            source_url: self.source_url,
            license: self.license,
            last,
            breaks: Vec::new(),
        };
        Ok(Some((meta, Series::new(days, values)?)))
    }
}

/// Days, columns and events as they are being read.
#[derive(Debug, Default)]
pub struct Table {
    pub days: Vec<Day>,
    pub columns: Vec<Column>,
    pub events: Vec<Event>,
    pub as_of: Option<Day>,
    cells: usize,
}

impl Table {
    /// Adds a day, which has to come after the one before it.
    pub fn day(&mut self, day: Day, place: Place) -> Result<(), Error> {
        match self.days.last() {
            Some(before) if *before == day => Err(place.fault(format_args!("the date {day} comes twice, expected it once"))),
            Some(before) if *before > day => {
                Err(place.fault(format_args!("the date {day} comes after {before}, expected the days in order")))
            }
            _ => {
                self.days.push(day);
                self.count(place)
            }
        }
    }

    /// Begins a column.
    pub fn column(&mut self, name: &str, place: Place) -> Result<&mut Column, Error> {
        let (label, unit) = meaning::unit_in(name);
        let number = self.columns.len() + 1;
        if number > MOST_SERIES {
            return Err(too_large(format!("expected at most {MOST_SERIES} series, got more")));
        }
        let id = meaning::id(label).unwrap_or_else(|| format!("series-{number}"));
        if self.columns.iter().any(|column| column.id == id) {
            return Err(place.fault(format_args!("the series {id} comes twice, expected it once")));
        }
        let mut column = Column::new(label, id, place);
        column.unit = unit;
        self.columns.push(column);
        // The push before makes the list non-empty; the other arm is never taken.
        self.columns.last_mut().ok_or_else(|| place.fault("expected a series"))
    }

    /// Adds a value to the column `at`; NaN is missing.
    pub fn value(&mut self, at: usize, value: f64, place: Place) -> Result<(), Error> {
        if let Some(column) = self.columns.get_mut(at) {
            column.values.push(value);
            if value <= 0.0 && column.not_above_zero.is_none() {
                column.not_above_zero = Some((value, place));
            }
        }
        self.count(place)
    }

    /// Adds an event.
    pub fn event(&mut self, event: Event) -> Result<(), Error> {
        if self.events.len() == MOST_EVENTS {
            return Err(too_large(format!("expected at most {MOST_EVENTS} events, got more")));
        }
        self.events.push(event);
        Ok(())
    }

    fn count(&mut self, place: Place) -> Result<(), Error> {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            let at = place.fault("got more");
            return Err(too_large(format!("expected at most {MOST_CELLS} cells, {}", at.message())));
        }
        Ok(())
    }

    /// The series that have a value, in the order of the file, and the events by day.
    pub fn finish(mut self) -> Result<super::Import, Error> {
        self.columns.iter().try_for_each(Column::check_values)?;
        let mut series = Vec::with_capacity(self.columns.len());
        for column in self.columns {
            series.extend(column.finish(&self.days)?);
        }
        if series.is_empty() {
            return Err(Error::new(ErrorKind::MalformedData, "expected at least one series with a value, got none"));
        }
        self.events.sort_by_key(|event| event.day);
        Ok(super::Import { series, events: self.events, as_of: self.as_of, is_whole: true })
    }
}

/// A bound that is passed.
pub fn too_large(sentence: String) -> Error {
    Error::new(ErrorKind::TooLarge, sentence)
}

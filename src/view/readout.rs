//! What stands at the crosshair, in words: the date, every line's value, the events of that day.

use super::scene::{Ink, Scene};
use crate::series::Day;
use crate::text::{self, Phrases, fill};

/// One line of the readout.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// Its value with unit; an en dash when nothing was published.
    pub value: String,
    /// The colour of its line; none for a band.
    pub ink: Option<Ink>,
}

/// Everything that stands at the crosshair.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    /// The day.
    pub date: String,
    /// The values, in the order of the panels.
    pub rows: Vec<Row>,
    /// Events of the day, or of the days that share its pixels.
    pub events: Vec<String>,
}

impl Readout {
    /// What the scene says of a day; `reach_days` is how far an event may be to be named too.
    #[must_use]
    pub fn new(scene: &Scene, day: Day, reach_days: f64, phrases: &Phrases) -> Self {
        let mut rows = Vec::new();
        for panel in &scene.panels {
            for line in &panel.lines {
                let value = line.column.on(day).map_or_else(|| "\u{2013}".to_owned(), |v| panel.format.text(v));
                rows.push(Row { label: line.label.clone(), value, ink: Some(line.ink) });
            }
            for band in &panel.bands {
                if let (Some(low), Some(high)) = (band.low.on(day), band.high.on(day)) {
                    let (low, high) = (panel.format.text(low), panel.format.text(high));
                    let value = fill(phrases.interval, &[("low", &low), ("high", &high)]);
                    rows.push(Row { label: band.label.clone(), value, ink: None });
                }
            }
        }
        let distance = |other: Day| f64::from((other.count() - day.count()).abs());
        let mut near: Vec<_> = scene.pins.iter().filter(|pin| distance(pin.day) <= reach_days).collect();
        near.sort_by(|a, b| distance(a.day).total_cmp(&distance(b.day)).then(a.day.cmp(&b.day)));
        near.truncate(3);
        let event = |pin: &&super::scene::Pin| {
            if pin.day == day {
                format!("{}: {}", pin.kind, pin.title)
            } else {
                format!("{}, {}: {}", text::date(phrases, pin.day), pin.kind, pin.title)
            }
        };
        Self { date: text::date(phrases, day), rows, events: near.iter().map(event).collect() }
    }

    /// As one sentence, for those who hear it.
    #[must_use]
    pub fn spoken(&self) -> String {
        let mut told = self.date.clone();
        for row in &self.rows {
            told.push_str(", ");
            told.push_str(&row.label);
            told.push(' ');
            told.push_str(&row.value);
        }
        for event in &self.events {
            told.push_str(". ");
            told.push_str(event);
        }
        told
    }
}

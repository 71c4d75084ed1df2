//! What stands at the crosshair, in words: the date, every line's value, the events of that day; or one point's name and
//! its two values.

use super::scene::{Format, Ink, Line, Pin, Scene, Stop};
use super::state::Spot;
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
    /// The day, or the name of the point.
    pub title: String,
    /// The values, in the order of the panels.
    pub rows: Vec<Row>,
    /// Events of the day, or of the days that share its pixels.
    pub events: Vec<String>,
}

impl Readout {
    /// What the scene says of a spot; `reach_days` is how far an event may be to be named too. `None` when the spot is not in
    /// the scene.
    #[must_use]
    pub fn new(scene: &Scene, spot: Spot, reach_days: f64, phrases: &Phrases) -> Option<Self> {
        match spot {
            Spot::Day(day) => Some(Self::of_day(scene, day, reach_days, phrases)),
            Spot::Stop(at) => Self::of_stop(scene, scene.stops.get(at)?, phrases),
        }
    }

    fn of_day(scene: &Scene, day: Day, reach_days: f64, phrases: &Phrases) -> Self {
        let mut rows = Vec::new();
        for panel in &scene.panels {
            for line in &panel.lines {
                let value = value_on(line, day, panel.format, phrases).unwrap_or_else(|| "\u{2013}".to_owned());
                rows.push(Row { label: line.label.clone(), value, ink: Some(line.ink) });
            }
            for layer in &panel.layers {
                let value = layer.amount.on(day).map_or_else(|| "\u{2013}".to_owned(), |v| panel.format.text(v));
                rows.push(Row { label: layer.label.clone(), value, ink: Some(layer.ink) });
            }
            for band in &panel.bands {
                if let Some((low, high)) = band.edges.on(day) {
                    let (low, high) = (panel.format.text(low), panel.format.text(high));
                    let value = fill(phrases.interval, &[("low", &low), ("high", &high)]);
                    rows.push(Row { label: band.label.clone(), value, ink: None });
                }
            }
        }
        Self { title: text::date(phrases, day), rows, events: events(&scene.pins, day, reach_days, phrases) }
    }

    fn of_stop(scene: &Scene, stop: &Stop, phrases: &Phrases) -> Option<Self> {
        let panel = scene.panels.get(stop.panel)?;
        let axis = panel.x.as_ref()?;
        let row = |label: &str, value: String, ink| Row { label: label.to_owned(), value, ink };
        let measure = if panel.measure.is_empty() { &panel.title } else { &panel.measure };
        let at = row(&axis.title, axis.format.text(stop.x), None);
        let value = row(measure, panel.format.text(stop.y), Some(stop.ink));
        let (low, high) = stop.interval;
        let interval = (!low.is_nan() && !high.is_nan()).then(|| {
            let (low, high) = (panel.format.text(low), panel.format.text(high));
            row(phrases.interval_label, fill(phrases.interval, &[("low", &low), ("high", &high)]), None)
        });
        let date = stop.day.map(|day| text::date(phrases, day));
        let mut rows = Vec::new();
        let title = match (date, stop.name.as_str()) {
            (Some(date), "") => date,
            (Some(date), name) => [&date, ", ", name].concat(),
            // A point without a name is named by its place.
            (None, "") => [&at.label, " ", &at.value].concat(),
            (None, name) => name.to_owned(),
        };
        if stop.day.is_some() || !stop.name.is_empty() {
            rows.push(at);
        }
        rows.push(value);
        rows.extend(interval);
        let events = stop.day.map(|day| events(&scene.pins, day, 0.0, phrases)).unwrap_or_default();
        Some(Self { title, rows, events })
    }

    /// As one sentence, for those who hear it.
    #[must_use]
    pub fn spoken(&self) -> String {
        let mut told = self.title.clone();
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

/// A line's value on a day; of one in steps the last that was published, with its own day where it is another.
fn value_on(line: &Line, day: Day, format: Format, phrases: &Phrases) -> Option<String> {
    if !line.stepped {
        return line.column.on(day).map(|v| format.text(v));
    }
    let at = line.column.days().partition_point(|other| *other <= day).checked_sub(1)?;
    let (last, value) = (line.column.days()[at], line.column.values()[at]);
    if value.is_nan() {
        return None;
    }
    let mut notes = Vec::new();
    if last != day {
        notes.push(text::date(phrases, last));
    }
    #[cfg(feature = "figures")]
    let format = match line.earlier.as_ref().and_then(|(_, column)| column.on(last)) {
        Some(before) => {
            // So small a change is told to one place more.
            let format = Format { decimals: format.decimals + 1, ..format };
            notes.push(fill(phrases.flows().earlier, &[("value", &format.text(before))]));
            format
        }
        None => format,
    };
    let value = format.text(value);
    Some(if notes.is_empty() { value } else { [&value, " (", &notes.join("; "), ")"].concat() })
}

/// The three events nearest to a day within reach.
fn events(pins: &[Pin], day: Day, reach_days: f64, phrases: &Phrases) -> Vec<String> {
    let distance = |other: Day| (other.count() - day.count()).abs();
    let mut near: Vec<_> = pins.iter().filter(|pin| f64::from(distance(pin.day)) <= reach_days).collect();
    // Three times the nearest, the first of those on one day: to sort a handful takes more code.
    let nearest = || {
        let at = (0..near.len()).min_by_key(|at| (distance(near[*at].day), near[*at].day))?;
        Some(near.remove(at))
    };
    let event = |pin: &Pin| {
        if pin.day == day {
            format!("{}: {}", pin.kind, pin.title)
        } else {
            format!("{}, {}: {}", text::date(phrases, pin.day), pin.kind, pin.title)
        }
    };
    std::iter::from_fn(nearest).take(3).map(event).collect()
}

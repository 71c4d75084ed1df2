//! Who published what is shown, until when, at which hour, on what terms.

use super::figures;
use crate::series::{Day, SeriesMeta, Store};
use crate::spec::Spec;
use crate::text::{self, Phrases, fill};

/// One series in the list of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Label, unit, hour, publisher, licence and last date.
    pub text: String,
    /// The publisher's address.
    pub url: String,
}

/// The footer in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credits {
    /// Publishers in one line, with the date of the data and the disclaimer.
    pub line: String,
    /// Every series that is drawn or computed with.
    pub series: Vec<Credit>,
    /// Breaks in their sources, and how changes are taken.
    pub notes: Vec<String>,
}

impl Credits {
    /// The credits of what a spec shows, whose last day is `last`.
    #[must_use]
    pub fn new(spec: &Spec, store: &Store, last: Option<Day>, phrases: &Phrases) -> Self {
        let ids = figures::needs(spec, store);
        let metas: Vec<&SeriesMeta> = ids.iter().filter_map(|id| store.meta(id)).collect();
        let mut publishers: Vec<&str> = Vec::new();
        for meta in &metas {
            // The publisher stands before the first comma, the series after it.
            let publisher = meta.source.split(',').next().unwrap_or_default();
            if !publishers.contains(&publisher) {
                publishers.push(publisher);
            }
        }
        let as_of = last.map(|day| fill(phrases.as_of, &[("date", &text::date(phrases, day))])).unwrap_or_default();
        let known = known_by(spec, phrases).map(|known| [" ", &known].concat()).unwrap_or_default();
        let line = [phrases.sources, ": ", &publishers.join("; "), ". ", &as_of, &known, " ", phrases.disclaimer].concat();
        let label = |meta: &SeriesMeta| phrases.label(&meta.id, &meta.label);
        let credit = |meta: &&SeriesMeta| Credit {
            text: fill(
                phrases.source_line,
                &[
                    ("label", &label(meta)),
                    ("unit", phrases.unit(meta.unit.code())),
                    ("close", &fill(phrases.fixed_at, &[("time", &meta.closes_at_utc)])),
                    ("source", &meta.source),
                    ("license", &meta.license),
                    ("last", &text::date(phrases, meta.last)),
                ],
            ),
            url: meta.source_url.clone(),
        };
        let breaks = metas.iter().flat_map(|meta| meta.breaks.iter().map(move |b| (meta, b)));
        let mut notes: Vec<String> = breaks
            .map(|(meta, b)| {
                let date = text::date(phrases, b.day);
                fill(phrases.break_line, &[("label", &label(meta)), ("date", &date), ("note", &b.note)])
            })
            .collect();
        if figures::uses_basket(spec, store) {
            notes.push(phrases.basket.to_owned());
        }
        notes.push(phrases.alignment.to_owned());
        if spec.as_of.is_some() {
            notes.push(phrases.known_by_note.to_owned());
        }
        Self { line, series: metas.iter().map(credit).collect(), notes }
    }
}

/// Which day's knowledge counts, as a sentence; `None` when it is all there is.
pub(super) fn known_by(spec: &Spec, phrases: &Phrases) -> Option<String> {
    spec.as_of.map(|day| fill(phrases.known_by, &[("date", &text::date(phrases, day))]))
}

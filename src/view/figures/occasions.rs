//! The events of the data on the days of a sample: one that happened on a day without figures counts on the next that has them.

use crate::series::{Day, EventKind, Store, Titles};
use crate::text::Phrases;
use crate::view::scene::Pin;

/// An event on a day of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occasion {
    /// The index of its day.
    pub(super) at: usize,
    /// That day.
    pub(super) day: Day,
    /// Its kind.
    pub(super) kind: EventKind,
    /// What happened.
    pub(super) titles: Titles,
}

/// The events inside a sample, by day.
#[derive(Debug)]
pub(super) struct Occasions(Vec<Occasion>);

impl Occasions {
    /// The events of the data between the first and the last of `days`, which increase.
    pub(super) fn new(store: &Store, days: &[Day]) -> Self {
        let occasion = |(index, event): (usize, &crate::series::Event)| {
            let at = days.partition_point(|day| *day < event.day);
            let inside = days.first().is_some_and(|first| *first <= event.day);
            let day = *days.get(at).filter(|_| inside)?;
            Some(Occasion { at, day, kind: event.kind, titles: store.titles(index) })
        };
        Self(store.events().iter().enumerate().filter_map(occasion).collect())
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Occasion> {
        self.0.iter()
    }

    /// As pins on the days they count on.
    pub(super) fn pins(&self, phrases: &Phrases) -> Vec<Pin> {
        let pin = |one: &Occasion| Pin {
            day: one.day,
            kind: phrases.event_kind(one.kind.code()).to_owned(),
            title: one.titles.within(phrases.lang).to_owned(),
        };
        self.iter().map(pin).collect()
    }

    /// What happened on a day, in words; empty for nothing.
    pub(super) fn on(&self, day: Day, phrases: &Phrases) -> String {
        let from = self.0.partition_point(|one| one.day < day);
        let told: Vec<String> = self.0[from..]
            .iter()
            .take_while(|one| one.day == day)
            .map(|one| [phrases.event_kind(one.kind.code()), ": ", one.titles.within(phrases.lang)].concat())
            .collect();
        told.join("; ")
    }
}

//! Who published what is shown, until when, at which hour, on what terms.

#[cfg(feature = "extras")]
use super::alignment::Alignment;
use super::figures;
use crate::series::{Day, SeriesMeta, Store};
use crate::spec::Spec;
#[cfg(feature = "extras")]
use crate::spec::ViewName;
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
    #[cfg(feature = "extras")]
    pub series: Vec<Credit>,
    /// Breaks in their sources, and how changes are taken.
    #[cfg(feature = "extras")]
    pub notes: Vec<String>,
}

/// So many days old, weekends and holidays included, data are not old.
const FRESH_DAYS: i32 = 10;

/// Who publishes a series: what its data say, or the page that brings them.
fn source<'a>(meta: &'a SeriesMeta, phrases: &Phrases) -> &'a str {
    if meta.source.is_empty() { phrases.page_author } else { &meta.source }
}

impl Credits {
    /// The credits of what a spec shows, whose last day is `last`; how old that is by `today` is said when it is more than
    /// ten days.
    #[must_use]
    pub fn new(spec: &Spec, store: &Store, last: Option<Day>, today: Option<Day>, phrases: &Phrases) -> Self {
        let ids = figures::needs(spec, store);
        let metas: Vec<&SeriesMeta> = ids.iter().filter_map(|id| store.meta(id)).collect();
        let mut publishers: Vec<&str> = Vec::new();
        for meta in &metas {
            // The publisher stands before the first comma, the series after it.
            let publisher = source(meta, phrases).split(',').next().unwrap_or_default();
            if !publishers.contains(&publisher) {
                publishers.push(publisher);
            }
        }
        let as_of = last.map(|day| {
            let date = text::date(phrases, day);
            // A figure of a past day is as old as its author wants it.
            let age = today.filter(|_| spec.as_of.is_none()).map_or(0, |today| today.count() - day.count());
            let phrase = if age > FRESH_DAYS { phrases.as_of_old } else { phrases.as_of };
            fill(phrase, &[("date", &date), ("n", &age.to_string())])
        });
        let as_of = as_of.unwrap_or_default();
        // A wide full stop brings its own space.
        let gap = if as_of.ends_with('。') { "" } else { " " };
        let known = known_by(spec, phrases).map(|known| [gap, &known].concat()).unwrap_or_default();
        let line = [phrases.sources, &publishers.join("; "), ". ", &as_of, &known, gap, phrases.disclaimer].concat();
        Self {
            line,
            #[cfg(feature = "extras")]
            series: listed(&metas, phrases),
            #[cfg(feature = "extras")]
            notes: noted(&metas, spec, store, phrases),
        }
    }
}

/// Every series with its unit, hour, publisher and licence.
#[cfg(feature = "extras")]
fn listed(metas: &[&SeriesMeta], phrases: &Phrases) -> Vec<Credit> {
    let label = |meta: &SeriesMeta| phrases.label(&meta.id, &meta.label);
    let credit = |meta: &&SeriesMeta| Credit {
        text: fill(
            phrases.extras.source_line,
            &[
                ("label", &label(meta)),
                ("unit", phrases.unit(meta.unit.code())),
                ("close", &fill(phrases.extras.fixed_at, &[("time", &meta.closes_at_utc)])),
                ("source", source(meta, phrases)),
                ("license", if meta.license.is_empty() { phrases.extras.terms_unstated } else { &meta.license }),
                ("last", &text::date(phrases, meta.last)),
            ],
        ),
        url: meta.source_url.clone(),
    };
    metas.iter().map(credit).collect()
}

/// Breaks in the sources, and how changes are taken.
#[cfg(feature = "extras")]
fn noted(metas: &[&SeriesMeta], spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<String> {
    let label = |meta: &SeriesMeta| phrases.label(&meta.id, &meta.label);
    let breaks = metas.iter().flat_map(|meta| meta.breaks.iter().map(move |b| (meta, b)));
    let mut notes: Vec<String> = breaks
        .map(|(meta, b)| {
            let date = text::date(phrases, b.day);
            fill(phrases.extras.break_line, &[("label", &label(meta)), ("date", &date), ("note", &b.note)])
        })
        .collect();
    if figures::uses_basket(spec, store) {
        notes.push(phrases.extras.basket.to_owned());
    }
    #[cfg(feature = "feeds")]
    notes.extend(metas.iter().filter_map(|meta| {
        let open = store.open(&meta.id)?;
        let date = text::date(phrases, open.day);
        let value = text::number(open.value, if open.value.abs() < 10.0 { 4 } else { 2 });
        let blanks = [("label", label(meta)), ("date", date), ("venue", open.venue.clone()), ("value", value)];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, text)| (*name, text.as_str())).collect();
        Some(fill(text::feed_words(phrases.lang).open_day, &blanks))
    }));
    // The flows compare months.
    if spec.view != ViewName::Flows {
        notes.push(Alignment::of(store, metas.iter().map(|meta| meta.id.as_str())).told(phrases));
    }
    if spec.as_of.is_some() {
        notes.push(phrases.extras.known_by_note.to_owned());
    }
    notes
}

/// Which day's knowledge counts, as a sentence; `None` when it is all there is.
#[cfg(feature = "extras")]
pub(super) fn known_by(spec: &Spec, phrases: &Phrases) -> Option<String> {
    spec.as_of.map(|day| fill(phrases.extras.known_by, &[("date", &text::date(phrases, day))]))
}

/// Without the extras it is always all there is.
#[cfg(not(feature = "extras"))]
pub(super) const fn known_by(_: &Spec, _: &Phrases) -> Option<String> {
    None
}

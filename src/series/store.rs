//! The series at hand: what the snapshot's chunks brought, and what the page's author set.

use std::rc::Rc;

use super::snapshot::{Chunk, Entry};
use super::{Day, Event, Series, SeriesMeta, Titles};

/// Series by id, the directory that says what else could be had, and the events.
///
/// A series set by the author stands before one of the snapshot, whichever came first.
#[derive(Debug, Clone, Default)]
pub struct Store {
    as_of: Option<Day>,
    directory: Vec<Entry>,
    chunks: Vec<String>,
    /// Some dozens at most: looking through them costs less than a map would weigh. Stores that copy from one another share the
    /// values.
    series: Vec<(String, Rc<Series>)>,
    own: Vec<SeriesMeta>,
    events: Vec<Event>,
    /// The snapshot's events once more, with titles in another language each, by the names of the chunks they came in.
    told: Vec<(String, Vec<Event>)>,
    has_own_events: bool,
    open: Vec<(String, OpenDay)>,
}

/// A day that is not over where a series is quoted: worth a word, and no part of any figure.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDay {
    /// The day.
    pub day: Day,
    /// Where the series stands.
    pub value: f64,
    /// Who says so.
    pub venue: String,
}

impl Store {
    /// A store with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a chunk. The same chunk again changes nothing.
    pub fn add(&mut self, chunk: Chunk) {
        if self.has_chunk(&chunk.name) {
            return;
        }
        if !chunk.directory.is_empty() {
            self.directory = chunk.directory;
            if !self.has_own_events {
                self.events = chunk.events;
            }
        } else if !chunk.events.is_empty() {
            self.told.push((chunk.name.clone(), chunk.events));
        }
        self.as_of = self.as_of.max(Some(chunk.as_of));
        self.chunks.push(chunk.name);
        for (id, series) in chunk.series {
            if self.own(&id).is_none() {
                self.set(id, Rc::new(series));
            }
        }
    }

    /// Takes in what of the snapshot `other` holds and this one does not.
    pub fn add_from(&mut self, other: &Self) {
        if self.directory.is_empty() {
            self.directory.clone_from(&other.directory);
            if !self.has_own_events {
                self.events.clone_from(&other.events);
            }
        }
        self.as_of = self.as_of.max(other.as_of);
        for told in &other.told {
            if !self.has_chunk(&told.0) {
                self.told.push(told.clone());
            }
        }
        for chunk in &other.chunks {
            if !self.has_chunk(chunk) {
                self.chunks.push(chunk.clone());
            }
        }
        for (id, series) in &other.series {
            if self.own(id).is_none() && other.own(id).is_none() {
                self.set(id.clone(), Rc::clone(series));
            }
        }
    }

    /// Sets a series of the page's author under `meta.id`, in place of one of that id.
    pub fn insert(&mut self, meta: SeriesMeta, mut series: Series) {
        if let Some((_, other)) = self.series.iter().find(|(_, other)| other.days() == series.days()) {
            series.share_days(other);
        }
        self.set(meta.id.clone(), Rc::new(series));
        self.own.retain(|known| known.id != meta.id);
        self.own.push(meta);
    }

    /// The days of a series of which that holds, for who would hold the same ones.
    #[must_use]
    pub fn days_like(&self, mut holds: impl FnMut(&[Day]) -> bool) -> Option<Rc<Vec<Day>>> {
        self.series.iter().find(|(_, series)| holds(series.days())).map(|(_, series)| series.shared_days())
    }

    /// Puts the author's events in place of the snapshot's.
    pub fn set_events(&mut self, events: Vec<Event>) {
        self.events = events;
        self.has_own_events = true;
    }

    /// Notes the day of a series that is not over.
    pub fn set_open(&mut self, id: &str, open: OpenDay) {
        self.open.retain(|(known, _)| known != id);
        self.open.push((id.to_owned(), open));
    }

    /// The day of that series that is not over, where one is known.
    #[must_use]
    pub fn open(&self, id: &str) -> Option<&OpenDay> {
        self.open.iter().find(|(known, _)| known == id).map(|(_, open)| open)
    }

    fn set(&mut self, id: String, series: Rc<Series>) {
        match self.series.iter_mut().find(|(known, _)| *known == id) {
            Some((_, place)) => *place = series,
            None => self.series.push((id, series)),
        }
    }

    /// Whether the series of that id was set by the page's author.
    #[must_use]
    pub fn is_own(&self, id: &str) -> bool {
        self.own(id).is_some()
    }

    fn own(&self, id: &str) -> Option<&SeriesMeta> {
        self.own.iter().find(|meta| meta.id == id)
    }

    /// The series of that id, if it is loaded. [`source_of`] names the series behind a derived one.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Series> {
        self.series.iter().find(|(known, _)| known == id).map(|(_, series)| &**series)
    }

    /// What is known about the series of that id, loaded or not.
    #[must_use]
    pub fn meta(&self, id: &str) -> Option<&SeriesMeta> {
        self.own(id).or_else(|| self.entry(id).map(|entry| &entry.meta))
    }

    /// The chunk to load for that id or for the series behind it; none for a series of the author, or when the directory
    /// has no such series.
    #[must_use]
    pub fn chunk_of(&self, id: &str) -> Option<&str> {
        let id = source_of(id);
        if self.own(id).is_some() { None } else { self.entry(id).map(|entry| entry.chunk.as_str()) }
    }

    /// Whether the chunk of that name has been taken in.
    #[must_use]
    pub fn has_chunk(&self, name: &str) -> bool {
        self.chunks.iter().any(|chunk| chunk == name)
    }

    /// The directory of the snapshot, empty before the chunk `core` has come.
    #[must_use]
    pub fn directory(&self) -> &[Entry] {
        &self.directory
    }

    /// The ids of all series that are known: the snapshot's in the order of the directory, then those of the author alone.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let listed = self.directory.iter().map(|entry| entry.meta.id.as_str());
        listed.chain(self.own.iter().map(|meta| meta.id.as_str()).filter(|id| self.entry(id).is_none()))
    }

    /// The events, by day: the author's, or the snapshot's.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What the event at that index is called, in its own words and in the languages whose chunks have come.
    #[must_use]
    pub fn titles(&self, at: usize) -> Titles {
        let Some(event) = self.events.get(at) else { return Titles::default() };
        let same = |other: &&Event| (other.day, other.kind) == (event.day, event.kind);
        // An author's events are in the author's words. What was known by some day is a beginning of all events.
        let told = self
            .told
            .iter()
            .filter(|_| !self.has_own_events)
            .filter_map(|(name, events)| events.get(at).filter(same).map(|other| (name.clone(), other.title.clone())));
        Titles::new(event.title.clone(), told.collect())
    }

    /// The last day on which any series of the snapshot has a value; none before a chunk has come.
    #[must_use]
    pub const fn as_of(&self) -> Option<Day> {
        self.as_of
    }

    /// What was public on that day: values by [`SeriesMeta::public_from`], the events and the breaks up to it. Figures that were
    /// revised later are kept as they were revised; the data hold no earlier versions.
    #[must_use]
    pub fn known_by(&self, day: Day) -> Self {
        let cut = |meta: &SeriesMeta| {
            let mut meta = meta.clone();
            meta.breaks.retain(|change| change.day <= day);
            let known = self.get(&meta.id).map(|series| series.until(|dated| meta.public_from(dated) <= day));
            let last = known.as_ref().and_then(|series| {
                let at = series.values().iter().rposition(|value| !value.is_nan())?;
                Some(series.days()[at])
            });
            meta.last = last.unwrap_or(meta.last.min(day));
            (meta, known)
        };
        let mut store = Self { as_of: self.as_of.map(|last| last.min(day)), chunks: self.chunks.clone(), ..Self::default() };
        for entry in &self.directory {
            let (meta, series) = cut(&entry.meta);
            if let Some(series) = series.filter(|_| self.own(&meta.id).is_none()) {
                store.series.push((meta.id.clone(), Rc::new(series)));
            }
            store.directory.push(Entry { chunk: entry.chunk.clone(), meta });
        }
        for own in &self.own {
            let (meta, series) = cut(own);
            store.insert(meta, series.unwrap_or_default());
        }
        store.events = self.events.iter().filter(|event| event.day <= day).cloned().collect();
        store.told.clone_from(&self.told);
        store.has_own_events = self.has_own_events;
        store
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        self.directory.iter().find(|entry| entry.meta.id == id)
    }
}

/// The series whose values a derived one is made of: `yen`, the strength of the yen, is the change of `usdjpy` with its
/// sign turned. Any other id is its own source.
///
/// ```
/// use yenlens::series::source_of;
/// assert_eq!(source_of("yen"), "usdjpy");
/// assert_eq!(source_of("jgb10y"), "jgb10y");
/// ```
#[must_use]
pub fn source_of(id: &str) -> &str {
    if id == "yen" { "usdjpy" } else { id }
}

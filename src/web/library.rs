//! The figures, fetched once and held once for all widgets of the page that share an address.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use web_sys::AbortSignal;

use super::net::{self, NetFault, Shared, Source};
use crate::error::ErrorKind;
#[cfg(feature = "extras")]
use crate::series::Day;
use crate::series::snapshot::{self, Chunk};
use crate::series::{Series, SeriesMeta, Store};

/// A request for a chunk that is under way.
pub type Pending = Shared<Result<(), DataFault>>;

/// A snapshot at one address, or what one widget made of it.
#[derive(Default)]
pub struct Library {
    base: String,
    store: RefCell<Rc<Store>>,
    /// What was known by some day, for the figures that are frozen there.
    #[cfg(feature = "extras")]
    known: RefCell<Vec<(Day, Rc<Store>)>>,
    revision: Cell<u64>,
    /// The chunks on their way; a handful at most.
    pending: RefCell<Vec<(String, Weak<Pending>)>>,
    /// Whose chunks this one copies; it has no requests of its own then.
    parent: Option<Rc<Self>>,
}

thread_local! {
    static LIBRARIES: RefCell<Vec<Rc<Library>>> = RefCell::default();
    /// The next revision of any library: a widget that goes from one to another must not take them for the same.
    static REVISIONS: Cell<u64> = const { Cell::new(1) };
}

/// Chunks that hold titles of events in a language, and nothing else.
const TITLES: [&str; 3] = ["ja", "zh", "ko"];

impl Library {
    /// The address of the package, with a slash at its end.
    #[cfg(feature = "extras")]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The library of the package at `base`, an address that ends in a slash.
    pub fn at(base: &str) -> Rc<Self> {
        LIBRARIES.with_borrow_mut(|all| {
            if let Some(known) = all.iter().find(|library| library.base == base) {
                return Rc::clone(known);
            }
            let new = Rc::new(Self { base: base.to_owned(), ..Self::default() });
            all.push(Rc::clone(&new));
            new
        })
    }

    /// A library for one widget alone, which begins with what this one holds.
    pub fn own_copy(self: &Rc<Self>) -> Rc<Self> {
        Rc::new(Self {
            base: self.base.clone(),
            store: RefCell::new(self.store()),
            #[cfg(feature = "extras")]
            known: RefCell::default(),
            revision: Cell::new(self.revision.get()),
            pending: RefCell::default(),
            parent: Some(self.root()),
        })
    }

    /// The library of the snapshot, which all widgets share.
    pub fn root(self: &Rc<Self>) -> Rc<Self> {
        Rc::clone(self.parent.as_ref().unwrap_or(self))
    }

    /// Whether it is one widget's own.
    #[cfg(feature = "figures")]
    pub fn is_own(&self) -> bool {
        self.parent.is_some()
    }

    /// What is loaded.
    pub fn store(&self) -> Rc<Store> {
        Rc::clone(&self.store.borrow())
    }

    /// What of it was known by that day. Made once for each day.
    #[cfg(feature = "extras")]
    pub fn known_by(&self, day: Day) -> Rc<Store> {
        let mut known = self.known.borrow_mut();
        if let Some((_, store)) = known.iter().find(|(known, _)| *known == day) {
            return Rc::clone(store);
        }
        let store = Rc::new(self.store.borrow().known_by(day));
        known.push((day, Rc::clone(&store)));
        store
    }

    /// Changes the store.
    pub fn change(&self, change: impl FnOnce(&mut Store)) {
        change(Rc::make_mut(&mut self.store.borrow_mut()));
        #[cfg(feature = "extras")]
        self.known.borrow_mut().clear();
        self.revision.set(REVISIONS.replace(REVISIONS.get() + 1));
    }

    /// Changes whenever the store does.
    pub fn revision(&self) -> u64 {
        self.revision.get()
    }

    /// Puts a series of the author's in.
    pub fn insert(&self, meta: SeriesMeta, series: Series) {
        self.change(|store| store.insert(meta, series));
    }

    /// Asks for a chunk; those who ask at the same time share one request, which is given up when the last of them lets go of it. A
    /// failure is forgotten, so that it can be tried again. None when the browser has no way to ask.
    pub fn load(self: &Rc<Self>, chunk: &str) -> Option<Rc<Pending>> {
        if let Some(parent) = &self.parent {
            return parent.load(chunk);
        }
        let mut all = self.pending.borrow_mut();
        all.retain(|(_, pending)| pending.upgrade().is_some_and(|pending| !pending.is_over()));
        if let Some(known) = all.iter().find(|(name, _)| name == chunk).and_then(|(_, pending)| pending.upgrade()) {
            return Some(known);
        }
        let (library, name) = (Rc::clone(self), chunk.to_owned());
        let pending = Shared::start(move |stop| async move {
            if library.store.borrow().has_chunk(&name) { Ok(()) } else { library.fetch(&name, &stop).await }
        });
        let pending = pending.ok()?;
        all.push((chunk.to_owned(), Rc::downgrade(&pending)));
        Some(pending)
    }

    /// Copies what the library behind this one has come to hold.
    pub fn catch_up(&self) {
        if let Some(parent) = &self.parent {
            self.change(|store| store.add_from(&parent.store()));
        }
    }

    /// Fetches and decodes. A copy that is damaged may be the cache's own, so the network is asked once more.
    async fn fetch(&self, chunk: &str, stop: &AbortSignal) -> Result<(), DataFault> {
        let chunk = match self.fetch_from(chunk, Source::Any, stop).await {
            Err(DataFault::Truncated | DataFault::Malformed) => self.fetch_from(chunk, Source::Network, stop).await?,
            // A language without titles of its own is no fault: the events' own titles stand.
            Err(DataFault::Missing(_)) if TITLES.contains(&chunk) => snapshot::Chunk::empty(chunk),
            answer => answer?,
        };
        self.change(|store| store.add(chunk));
        Ok(())
    }

    async fn fetch_from(&self, chunk: &str, source: Source, stop: &AbortSignal) -> Result<Chunk, DataFault> {
        let bytes = net::bytes(&format!("{}data/{chunk}.bin", self.base), source, stop).await?;
        snapshot::decode(&bytes).map_err(|error| match error.kind() {
            ErrorKind::TruncatedData => DataFault::Truncated,
            _ => DataFault::Malformed,
        })
    }
}

/// Why there are no figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataFault {
    /// The file could not be reached; the text is the status.
    Missing(String),
    /// It came, but not whole.
    Truncated,
    /// It came, but makes no sense.
    Malformed,
}

impl DataFault {
    /// The code in the event's detail.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "data-missing",
            Self::Truncated => "data-truncated",
            Self::Malformed => "data-malformed",
        }
    }
}

impl From<NetFault> for DataFault {
    fn from(fault: NetFault) -> Self {
        match fault {
            NetFault::Unreachable(status) => Self::Missing(status),
            NetFault::BrokenOff => Self::Truncated,
            NetFault::Refused(_) => Self::Malformed,
        }
    }
}

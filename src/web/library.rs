//! The figures, fetched once and held once for all widgets of the page that share an address.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::net::{self, NetFault, Source};
use crate::error::ErrorKind;
use crate::series::snapshot::{self, Chunk};
use crate::series::{Day, Series, SeriesMeta, Store};

/// A snapshot at one address.
#[derive(Default)]
pub struct Library {
    base: String,
    store: RefCell<Rc<Store>>,
    /// What was known by some day, for the figures that are frozen there.
    known: RefCell<Vec<(Day, Rc<Store>)>>,
    revision: Cell<u64>,
    /// The chunks on their way; a handful at most.
    pending: RefCell<Vec<(String, Promise)>>,
}

thread_local! {
    static LIBRARIES: RefCell<Vec<Rc<Library>>> = RefCell::default();
}

impl Library {
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
    pub fn own_copy(&self) -> Rc<Self> {
        Rc::new(Self {
            base: self.base.clone(),
            store: RefCell::new(self.store()),
            known: RefCell::default(),
            revision: Cell::new(self.revision.get()),
            pending: RefCell::default(),
        })
    }

    /// What is loaded.
    pub fn store(&self) -> Rc<Store> {
        Rc::clone(&self.store.borrow())
    }

    /// What of it was known by that day; all of it when `None`. Made once for each day.
    pub fn known_by(&self, day: Option<Day>) -> Rc<Store> {
        let Some(day) = day else { return self.store() };
        let mut known = self.known.borrow_mut();
        if let Some((_, store)) = known.iter().find(|(known, _)| *known == day) {
            return Rc::clone(store);
        }
        let store = Rc::new(self.store.borrow().known_by(day));
        known.push((day, Rc::clone(&store)));
        store
    }

    fn change(&self, change: impl FnOnce(&mut Store)) {
        change(Rc::make_mut(&mut self.store.borrow_mut()));
        self.known.borrow_mut().clear();
        self.revision.set(self.revision.get() + 1);
    }

    /// Changes whenever the store does.
    pub fn revision(&self) -> u64 {
        self.revision.get()
    }

    /// Puts a series of the author's in.
    pub fn insert(&self, meta: SeriesMeta, series: Series) {
        self.change(|store| store.insert(meta, series));
    }

    /// Brings a chunk; those who ask at the same time share one request. A failure is forgotten, so that it can be tried
    /// again.
    pub async fn load(self: &Rc<Self>, chunk: &str) -> Result<(), DataFault> {
        if self.store.borrow().has_chunk(chunk) {
            return Ok(());
        }
        let known = self.pending.borrow().iter().find(|(name, _)| name == chunk).map(|(_, promise)| promise.clone());
        let promise = known.unwrap_or_else(|| {
            let (library, name) = (Rc::clone(self), chunk.to_owned());
            let promise = future_to_promise(async move {
                let fetched = library.fetch(&name).await;
                library.pending.borrow_mut().retain(|(pending, _)| *pending != name);
                fetched.map(|()| JsValue::UNDEFINED).map_err(|fault| JsValue::from_str(&fault.packed()))
            });
            self.pending.borrow_mut().push((chunk.to_owned(), promise.clone()));
            promise
        });
        JsFuture::from(promise).await.map(|_| ()).map_err(|fault| DataFault::unpacked(&fault.as_string().unwrap_or_default()))
    }

    /// Fetches and decodes. A copy that is damaged may be the cache's own, so the network is asked once more.
    async fn fetch(&self, chunk: &str) -> Result<(), DataFault> {
        let chunk = match self.fetch_from(chunk, Source::Any).await {
            Err(DataFault::Truncated | DataFault::Malformed) => self.fetch_from(chunk, Source::Network).await?,
            answer => answer?,
        };
        self.change(|store| store.add(chunk));
        Ok(())
    }

    async fn fetch_from(&self, chunk: &str, source: Source) -> Result<Chunk, DataFault> {
        let bytes = net::bytes(&format!("{}data/{chunk}.bin", self.base), source).await?;
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

    /// A promise carries only JavaScript values: the code, a blank and the status.
    fn packed(&self) -> String {
        match self {
            Self::Missing(status) => format!("{} {status}", self.code()),
            _ => self.code().to_owned(),
        }
    }

    fn unpacked(text: &str) -> Self {
        match text.split_once(' ') {
            Some((_, status)) => Self::Missing(status.to_owned()),
            None if text == Self::Truncated.code() => Self::Truncated,
            None => Self::Malformed,
        }
    }
}

impl From<NetFault> for DataFault {
    fn from(fault: NetFault) -> Self {
        match fault {
            NetFault::Unreachable(status) => Self::Missing(status),
            NetFault::BrokenOff => Self::Truncated,
        }
    }
}

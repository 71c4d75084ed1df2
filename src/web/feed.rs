//! Figures from elsewhere than the snapshot: an author's own file or text, and live services.
//!
//! What is fetched is shared by all widgets of the page and kept for its life; what a widget makes of it is a library of its own, so
//! that no other widget sees it. An author's own data take the place of the snapshot; what they lack still comes from there.

mod cache;
mod live;
mod own;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::app::{App, wait};
use super::library::Library;
use super::model::Fault;
use super::net::Source;
use super::turn;
use crate::error::{Error, ErrorKind};
use crate::series::import::Import;
use crate::series::live::Service;
use crate::series::{Series, SeriesMeta};
use crate::text::{self, feed_words, fill};
use crate::view::state::Dirty;
use own::OwnFault;

/// What the element asks for besides its options.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feed {
    /// The address of the author's file.
    pub src: Option<String>,
    /// The author's data themselves, from a script element inside the widget.
    pub inline: Option<String>,
    /// The names of live services.
    pub live: Option<String>,
}

/// How far a widget has come with what it asked for.
#[derive(Default)]
pub struct Feeding {
    asked: RefCell<Feed>,
    /// Counts what was asked for, so that an answer to an earlier question is not taken for one to this.
    turn: Cell<u32>,
    source: Cell<Source>,
    services: RefCell<Vec<&'static Service>>,
    /// The series that the page has set by calls, which stand before everything else.
    set: RefCell<Vec<(SeriesMeta, Series)>>,
    /// The series that a live service has been asked about.
    extended: RefCell<Vec<String>>,
}

impl App {
    /// Takes in where the figures are to come from. The same again changes nothing.
    pub fn feed(self: &Rc<Self>, feed: Feed) {
        if *self.feeding.asked.borrow() != feed {
            self.begin(feed, Source::Any);
        }
    }

    /// Fetches again, asking the servers whether what the browser keeps still holds.
    pub fn feed_again(self: &Rc<Self>) {
        let feed = self.feeding.asked.borrow().clone();
        if feed != Feed::default() {
            self.begin(feed, Source::Checked);
        }
    }

    fn begin(self: &Rc<Self>, feed: Feed, source: Source) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let turn = self.feeding.turn.get() + 1;
        self.feeding.turn.set(turn);
        self.feeding.source.set(source);
        self.feeding.extended.borrow_mut().clear();
        self.feeding.asked.borrow_mut().clone_from(&feed);
        model.feed_fault = None;
        let names = feed.live.as_deref().unwrap_or_default().split_ascii_whitespace();
        let services = names.map(Service::named).collect::<Result<Vec<_>, _>>();
        *self.feeding.services.borrow_mut() = services.unwrap_or_else(|error| {
            model.feed_fault = Some(Fault::of(&error));
            Vec::new()
        });
        if feed.src.is_none() && feed.inline.is_none() {
            model.library = self.with_set(model.library.root().own_copy());
            model.is_waiting = false;
            model.assume((None, None));
            drop(model);
            self.ask(Dirty::Data);
            return;
        }
        // A figure that is there stays until the new one is; the first one is not drawn from other figures than the author's.
        model.is_waiting = model.prepared.is_none();
        drop(model);
        let weak = Rc::downgrade(self);
        turn::spawn(async move {
            let outcome = match (&feed.src, &feed.inline) {
                (Some(url), _) => wait(&weak, own::import(url, source)).await,
                (None, text) => Some(own::read(text.as_deref().unwrap_or_default())),
            };
            let outcome = outcome.unwrap_or_else(|| Err(OwnFault::Unreachable("no way to ask".to_owned())));
            if let Some(app) = weak.upgrade().filter(|app| app.feeding.turn.get() == turn) {
                app.own_came(&outcome, feed.src.as_deref());
            }
        });
    }

    /// Notes a series that the page has set by a call, for whatever the figures come from later.
    pub(super) fn note_set(&self, meta: &SeriesMeta, series: &Series) {
        let mut set = self.feeding.set.borrow_mut();
        set.retain(|(known, _)| known.id != meta.id);
        set.push((meta.clone(), series.clone()));
    }

    fn with_set(&self, library: Rc<Library>) -> Rc<Library> {
        for (meta, series) in &*self.feeding.set.borrow() {
            library.insert(meta.clone(), series.clone());
        }
        library
    }

    fn own_came(self: &Rc<Self>, outcome: &Result<Rc<Import>, OwnFault>, src: Option<&str>) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let words = feed_words(model.phrases.lang);
        match outcome {
            Ok(import) => {
                model.library = self.with_set(with_own(&model.library.root(), import, src));
                model.is_waiting = false;
                if !import.is_whole {
                    let last = import.series.iter().map(|(meta, _)| meta.last).max();
                    let date = last.map(|day| text::date(model.phrases, day)).unwrap_or_default();
                    let message = fill(words.own_partial, &[("date", &date)]);
                    model.feed_fault = Some(Fault { code: "data-truncated".to_owned(), message });
                }
                model.assume((import.asset().map(str::to_owned), import.driver().map(str::to_owned)));
                // Which of its series stand for what is not the reader's change.
                *self.announced.borrow_mut() = Some(model.state.spec().clone());
                drop(model);
                self.ask(Dirty::Data);
            }
            Err(fault) => {
                let (code, message) = match fault {
                    OwnFault::Unreachable(status) => ("data-missing", fill(words.own_unreachable, &[("status", status)])),
                    OwnFault::BrokenOff => ("data-truncated", words.own_broken.to_owned()),
                    OwnFault::Refused(error) => (code_of(error), fill(words.own_refused, &[("fault", error.message())])),
                };
                model.feed_fault = Some(Fault { code: code.to_owned(), message });
                drop(model);
                self.ask(Dirty::Layout);
            }
        }
    }
}

/// The author's data before those of the snapshot.
fn with_own(root: &Rc<Library>, import: &Import, src: Option<&str>) -> Rc<Library> {
    // The name of the file says where a series comes from when the file itself does not.
    let name = src.map(|url| url.split(['?', '#']).next().unwrap_or_default()).and_then(|path| path.rsplit('/').next());
    let library = root.own_copy();
    library.change(|store| {
        for (meta, series) in &import.series {
            let mut meta = meta.clone();
            if let (true, Some(name)) = (meta.source.is_empty(), name) {
                name.clone_into(&mut meta.source);
            }
            store.insert(meta, series.clone());
        }
        if !import.events.is_empty() {
            store.set_events(import.events.clone());
        }
    });
    library
}

fn code_of(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::TooLarge => "data-too-large",
        ErrorKind::TruncatedData => "data-truncated",
        _ => "data-malformed",
    }
}

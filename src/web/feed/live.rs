//! The days since the snapshot, from live services: asked for when a figure is there, joined when they fit, said when they do not.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::cache::{self, Cache, Request};
use crate::error::Error;
use crate::series::live::{Extended, MOST_BYTES, Service, join};
use crate::series::{Day, OpenDay, Series, SeriesMeta};
use crate::text::{self, feed_words, fill};
use crate::view::figures;
use crate::view::state::Dirty;
use crate::web::app::{App, wait};
use crate::web::model::{Fault, Model};
use crate::web::net::{self, NetFault, Sink, Source};
use crate::web::render::today;
use crate::web::turn;

thread_local! {
    static ANSWERS: RefCell<Cache<Vec<u8>, NetFault>> = RefCell::default();
}

/// A series that is to be extended.
struct Task {
    service: &'static Service,
    product: &'static str,
    held: Series,
    meta: SeriesMeta,
    today: Day,
    source: Source,
    turn: u32,
}

/// What became of it.
struct Answered {
    /// As far as it could be extended.
    extended: Option<Extended>,
    /// Why no further.
    fault: Option<Reason>,
}

enum Reason {
    Network(NetFault),
    Refused(Error),
}

impl App {
    /// Asks for the days since, for every series of the figure that a service has and has not been asked for.
    pub(in crate::web) fn extend(self: &Rc<Self>, model: &Model) {
        let services = self.feeding.services.borrow();
        // A figure of a past day knows nothing of what came after.
        if services.is_empty() || model.state.spec().as_of.is_some() {
            return;
        }
        let store = model.library.store();
        let today = today();
        for id in figures::needs(model.state.spec(), &store) {
            let found = services.iter().find_map(|service| Some((*service, service.product(&id)?)));
            let (Some((service, product)), Some(held), Some(meta)) = (found, store.get(&id), store.meta(&id)) else { continue };
            // What an author set is his to keep up.
            if store.is_own(&id) || self.feeding.extended.borrow().contains(&id) || meta.last >= today {
                continue;
            }
            self.feeding.extended.borrow_mut().push(id.clone());
            let (source, turn) = (self.feeding.source.get(), self.feeding.turn.get());
            let task = Task { service, product, held: held.clone(), meta: meta.clone(), today, source, turn };
            let weak = Rc::downgrade(self);
            turn::spawn(async move {
                let answered = task.run(&weak).await;
                if let Some(app) = weak.upgrade().filter(|app| app.feeding.turn.get() == task.turn) {
                    app.extended(&task, answered);
                }
            });
        }
    }

    fn extended(self: &Rc<Self>, task: &Task, answered: Answered) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let mut last = task.meta.last;
        if let Some(Extended { meta, series, open }) = answered.extended {
            last = meta.last;
            let id = meta.id.clone();
            model.library.change(|store| {
                store.insert(meta, series);
                if let Some((day, value)) = open {
                    store.set_open(&id, OpenDay { day, value, venue: task.service.venue.to_owned() });
                }
            });
        }
        if let Some(reason) = answered.fault {
            let words = feed_words(model.phrases.lang);
            let date = text::date(model.phrases, last);
            let told = |code: &str, phrase: &str, what: (&str, &str)| Fault {
                code: code.to_owned(),
                message: fill(phrase, &[("venue", task.service.venue), what, ("date", &date)]),
            };
            let fault = match &reason {
                Reason::Network(NetFault::Unreachable(status)) => {
                    told("live-unreachable", words.live_unreachable, ("status", status))
                }
                Reason::Network(NetFault::BrokenOff) => told("live-truncated", words.live_unreachable, ("status", "…")),
                Reason::Network(NetFault::Refused(error)) | Reason::Refused(error) => {
                    told("live-refused", words.live_refused, ("fault", error.message()))
                }
            };
            // The first to be said: one trouble mostly has the same cause as the next.
            model.feed_fault.get_or_insert(fault);
        }
        drop(model);
        self.ask(Dirty::Data);
    }
}

impl Task {
    /// Asks page by page. What came before a page failed is joined: it goes on from the last day held without a gap.
    async fn run(&self, widget: &Weak<App>) -> Answered {
        let (mut answers, mut fault) = (Vec::new(), None);
        for url in self.service.pages(self.product, self.meta.last, self.today) {
            match wait(widget, answer(&url, self.source)).await {
                Some(Ok(bytes)) => answers.push(Vec::clone(&bytes)),
                Some(Err(failed)) => {
                    fault = Some(Reason::Network(failed));
                    break;
                }
                None => break,
            }
        }
        if answers.is_empty() {
            return Answered { extended: None, fault };
        }
        let closes = self.service.closes(self.product, &answers, self.today);
        let joined = closes.and_then(|closes| join(self.service, self.product, &self.held, &self.meta, &closes));
        match joined {
            Ok(extended) => Answered { extended: Some(extended), fault },
            Err(error) => Answered { extended: None, fault: Some(Reason::Refused(error)) },
        }
    }
}

/// The bytes at an address of a service.
fn answer(url: &str, source: Source) -> Option<Rc<Request<Vec<u8>, NetFault>>> {
    let address = url.to_owned();
    cache::ask(
        &ANSWERS,
        url,
        source,
        |_| true,
        |stop| async move {
            let mut bounded = Bounded(Vec::new());
            net::fetch(&address, source, &stop, &mut bounded).await?;
            Ok(bounded.0)
        },
    )
}

/// Bytes up to the most an answer may have; the rest is left for whoever reads them to refuse.
struct Bounded(Vec<u8>);

impl Sink for Bounded {
    fn begin(&mut self, _: Option<u64>) -> Result<(), Error> {
        self.0.clear();
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), Error> {
        let room = (MOST_BYTES + 1).saturating_sub(self.0.len());
        self.0.extend_from_slice(&piece[..piece.len().min(room)]);
        Ok(())
    }
}

//! An author's own data, read while they come.

use std::cell::RefCell;
use std::rc::Rc;

use super::cache::{self, Cache, Request};
use crate::error::Error;
use crate::series::import::{Import, Importer};
use crate::web::net::{self, NetFault, Sink, Source};

/// Why there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnFault {
    /// No answer, or one that says no; the text is its status or the browser's word.
    Unreachable(String),
    /// They broke off before anything could be shown.
    BrokenOff,
    /// They cannot be read.
    Refused(Error),
}

thread_local! {
    static IMPORTS: RefCell<Cache<Import, OwnFault>> = RefCell::default();
}

/// The data at an address.
pub fn import(url: &str, source: Source) -> Option<Rc<Request<Import, OwnFault>>> {
    let address = url.to_owned();
    cache::ask(
        &IMPORTS,
        url,
        source,
        |import| import.is_whole,
        |stop| async move {
            let mut reading = Reading { importer: Importer::new() };
            let outcome = net::fetch(&address, source, &stop, &mut reading).await;
            let read = match outcome {
                Ok(()) => reading.importer.finish(),
                // What came before it broke off for the last time.
                Err(NetFault::BrokenOff) => return reading.importer.break_off().map_err(|_| OwnFault::BrokenOff),
                Err(NetFault::Refused(error)) => Err(error),
                Err(NetFault::Unreachable(status)) => return Err(OwnFault::Unreachable(status)),
            };
            read.map_err(OwnFault::Refused)
        },
    )
}

/// The data in a text of the page.
pub fn read(text: &str) -> Result<Rc<Import>, OwnFault> {
    let mut importer = Importer::new();
    let read = importer.push(text.as_bytes()).and_then(|()| importer.finish());
    read.map(Rc::new).map_err(OwnFault::Refused)
}

struct Reading {
    importer: Importer,
}

impl Sink for Reading {
    fn begin(&mut self, length: Option<u64>) -> Result<(), Error> {
        self.importer = Importer::new();
        length.map_or(Ok(()), Importer::check_size)
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.importer.push(piece)
    }
}

//! What was fetched for one widget and serves all of the page: one request at a time for an address, and the answer kept for the page's
//! life.

use std::cell::RefCell;
use std::future::Future;
use std::rc::{Rc, Weak};
use std::thread::LocalKey;

use web_sys::AbortSignal;

use crate::web::net::{Shared, Source};

/// A request that is under way, and its outcome.
pub type Request<T, F> = Shared<Result<Rc<T>, F>>;

/// Answers by address.
pub struct Cache<T, F> {
    kept: Vec<(String, Rc<T>)>,
    pending: Vec<(String, Weak<Request<T, F>>)>,
}

impl<T, F> Default for Cache<T, F> {
    fn default() -> Self {
        Self { kept: Vec::new(), pending: Vec::new() }
    }
}

/// Asks for an address: an answer that is kept, a request that is under way, or a new one that `work` begins. `keeps` says whether an
/// answer is worth keeping. None when the browser has no way to ask.
pub fn ask<T: 'static, F: Clone + 'static, W: Future<Output = Result<T, F>> + 'static>(
    cache: &'static LocalKey<RefCell<Cache<T, F>>>,
    url: &str,
    source: Source,
    keeps: fn(&T) -> bool,
    work: impl FnOnce(AbortSignal) -> W,
) -> Option<Rc<Request<T, F>>> {
    let kept = cache.with_borrow_mut(|cache| {
        if source != Source::Any {
            cache.kept.retain(|(known, _)| known != url);
        }
        cache.kept.iter().find(|(known, _)| known == url).map(|(_, answer)| Rc::clone(answer))
    });
    if let Some(answer) = kept {
        return Shared::start(|_| async move { Ok(answer) }).ok();
    }
    let pending = cache.with_borrow_mut(|cache| {
        cache.pending.retain(|(_, pending)| pending.upgrade().is_some_and(|pending| !pending.is_over()));
        cache.pending.iter().find(|(known, _)| known == url).and_then(|(_, pending)| pending.upgrade())
    });
    if pending.is_some() {
        return pending;
    }
    let address = url.to_owned();
    let shared = Shared::start(|stop| {
        let work = work(stop);
        async move {
            let answer = Rc::new(work.await?);
            if keeps(&answer) {
                cache.with_borrow_mut(|cache| cache.kept.push((address, Rc::clone(&answer))));
            }
            Ok(answer)
        }
    });
    let shared = shared.ok()?;
    cache.with_borrow_mut(|cache| cache.pending.push((url.to_owned(), Rc::downgrade(&shared))));
    Some(shared)
}

//! One piece of work that several widgets wait for, given up when the last of them has gone.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use crate::web::dom::Dom;
use crate::web::guards::Listener;
use crate::web::turn;

/// Work that is under way, or what came of it. Whoever wants the outcome holds one; with the last, the work is given up.
pub struct Shared<T> {
    outcome: RefCell<Option<T>>,
    controller: AbortController,
    done: Promise,
    resolve: Function,
}

impl<T: Clone + 'static> Shared<T> {
    /// Begins. The work is to end soon once its signal says so.
    pub fn start<W>(work: impl FnOnce(AbortSignal) -> W) -> Dom<Rc<Self>>
    where
        W: Future<Output = T> + 'static,
    {
        let mut resolve = None;
        let done = Promise::new(&mut |resolved, _| resolve = Some(resolved));
        let controller = AbortController::new()?;
        let signal = controller.signal();
        let shared = Rc::new(Self { outcome: RefCell::default(), controller, done, resolve: resolve.ok_or(JsValue::NULL)? });
        // Not a strong one: the work must not keep itself alive.
        let weak = Rc::downgrade(&shared);
        let work = work(signal);
        turn::spawn(async move {
            let outcome = work.await;
            if let Some(shared) = weak.upgrade() {
                *shared.outcome.borrow_mut() = Some(outcome);
                shared.wake();
            }
        });
        Ok(shared)
    }

    /// Waits without holding: what comes of the work; none when all who held it have gone.
    pub async fn wait(shared: Rc<Self>) -> Option<T> {
        let (done, weak) = (shared.done.clone(), Rc::downgrade(&shared));
        drop(shared);
        let _ = JsFuture::from(done).await;
        weak.upgrade()?.outcome.borrow().clone()
    }

    /// Whether the work is over.
    pub fn is_over(&self) -> bool {
        self.outcome.borrow().is_some()
    }
}

impl<T> Shared<T> {
    fn wake(&self) {
        let _ = self.resolve.call0(&JsValue::UNDEFINED);
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        if self.outcome.borrow().is_none() {
            self.controller.abort();
        }
        self.wake();
    }
}

/// Aborts `controller` with `signal`; for as long as what is returned is held.
pub fn follow(signal: &AbortSignal, controller: &AbortController) -> Dom<Listener> {
    if signal.aborted() {
        controller.abort();
    }
    let controller = controller.clone();
    Listener::passive(signal, "abort", move |_| controller.abort())
}

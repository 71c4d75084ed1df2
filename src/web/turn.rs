//! Whose turn it is: the widget on whose behalf the module runs.
//!
//! A panic stops the module where it stands, without a word, and nothing is let go of. The shim hears of it, but not whose it was; so
//! that it can ask, every way in names a widget: a method of its handle, and whatever was asked for in its turn is called back in it.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The number that the shim has given the widget; 0 is nobody.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Whose turn it is.
pub fn now() -> u32 {
    TURN.get()
}

/// Does something in a widget's turn.
pub fn of<T>(widget: u32, work: impl FnOnce() -> T) -> T {
    let before = TURN.replace(widget);
    let outcome = work();
    TURN.set(before);
    outcome
}

/// Goes on later, in the turn in which it was begun.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(work));
}

// Compiled once, whatever goes on.
fn spawn_boxed(mut work: Pin<Box<dyn Future<Output = ()>>>) {
    let widget = now();
    spawn_local(poll_fn(move |context| of(widget, || work.as_mut().poll(context))));
}

/// Whose turn it was when the module stopped; asked once.
#[wasm_bindgen(skip_typescript, js_name = atFault)]
pub fn at_fault() -> u32 {
    TURN.take()
}

//! One file over the network, with a deadline, with patience where it helps, and in words when it fails.
//!
//! gloo-net reads the answer. The fetch itself is awaited here: gloo-net panics when a page's own
//! `fetch` rejects with something that is not an `Error`. Whether a copy in the browser's cache still holds is asked by the browser
//! itself, with the validators it keeps: a header of ours would cost a second request across origins.

mod body;
mod retry;
mod shared;

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::Response;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Request, Window};

use super::dom::settings;
use super::guards::Timeout;
use crate::error::Error;
use body::Body;
pub use shared::Shared;

/// How long a file may take, all tries together.
const DEADLINE_MS: i32 = 30_000;

thread_local! {
    /// What was asked for before this module was there: an address and its answer.
    static AHEAD: Cell<Option<(String, Promise)>> = const { Cell::new(None) };
}

/// Hands over the answer that the script has asked for at an address; the first who asks for it there gets it.
#[wasm_bindgen(skip_typescript)]
pub fn ahead(url: String, answer: Promise) {
    AHEAD.set(Some((url, answer)));
}

/// The answer at an address, if it was asked for already.
fn asked_ahead(url: &str) -> Option<Promise> {
    let (known, answer) = AHEAD.take()?;
    if known == url {
        return Some(answer);
    }
    AHEAD.set(Some((known, answer)));
    None
}

/// Why a file could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NetFault {
    /// No answer, or one that says no; the text is its status or the browser's word.
    Unreachable(String),
    /// The answer broke off. What came is with whoever took it in.
    BrokenOff,
    /// Whoever took it in did not want it.
    Refused(Error),
}

/// Where an answer may come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Source {
    /// The browser's cache or the network, as the server allows.
    #[default]
    Any,
    /// The browser's cache after the server has said that it still holds, or the network.
    #[cfg(feature = "feeds")]
    Checked,
    /// The network alone.
    Network,
}

/// Whoever takes an answer in as it comes.
pub trait Sink {
    /// An answer begins, for the first time or anew; its length in bytes when the server tells it.
    fn begin(&mut self, length: Option<u64>) -> Result<(), Error>;
    /// A piece of it.
    fn take(&mut self, piece: &[u8]) -> Result<(), Error>;
}

impl Sink for Vec<u8> {
    fn begin(&mut self, _: Option<u64>) -> Result<(), Error> {
        self.clear();
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.extend_from_slice(piece);
        Ok(())
    }
}

/// The bytes at an address; given up when `stop` says so.
pub async fn bytes(url: &str, source: Source, stop: &AbortSignal) -> Result<Vec<u8>, NetFault> {
    let mut bytes = Vec::new();
    fetch(url, source, stop, &mut bytes).await?;
    Ok(bytes)
}

/// Hands what is at an address to `sink`, piece by piece. What fails for a while is tried again, at most twice and within the
/// deadline; nothing else is.
pub async fn fetch(url: &str, source: Source, stop: &AbortSignal, sink: &mut dyn Sink) -> Result<(), NetFault> {
    let window = web_sys::window().ok_or_else(|| NetFault::Unreachable("no window".to_owned()))?;
    let controller = AbortController::new().map_err(|error| unreachable(&error))?;
    let is_late = Rc::new(Cell::new(false));
    let deadline = {
        let (controller, is_late) = (controller.clone(), Rc::clone(&is_late));
        let give_up = move || {
            is_late.set(true);
            // Without a reason, which would reject with something that is no Error.
            controller.abort();
        };
        Timeout::after(&window, DEADLINE_MS, Box::new(give_up))
    };
    let _deadline = deadline.map_err(|error| unreachable(&error))?;
    let _stop = shared::follow(stop, &controller).map_err(|error| unreachable(&error))?;
    let until = js_sys::Date::now() + f64::from(DEADLINE_MS);
    let mut failure = Failure::lasting(NetFault::BrokenOff);
    for tries in 1.. {
        // Given up before it began, or while it waited.
        if controller.signal().aborted() {
            break;
        }
        match once(&window, url, source, &controller.signal(), sink).await {
            Ok(()) => return Ok(()),
            Err(failed) => failure = failed,
        }
        if is_late.get() {
            return Err(NetFault::Unreachable(format!("no answer in {} s", DEADLINE_MS / 1_000)));
        }
        let now = js_sys::Date::now();
        let wait_ms = failure.passes.then(|| retry::wait_ms(tries, failure.retry_after.as_deref(), now, js_sys::Math::random()));
        match wait_ms.flatten() {
            Some(wait_ms) if now + wait_ms < until => sleep(&window, wait_ms).await,
            _ => break,
        }
    }
    Err(failure.fault)
}

/// What one try came to.
struct Failure {
    fault: NetFault,
    /// Whether it may be better the next time.
    passes: bool,
    /// The server's own word for when.
    retry_after: Option<String>,
}

impl Failure {
    const fn lasting(fault: NetFault) -> Self {
        Self { fault, passes: false, retry_after: None }
    }

    const fn passing(fault: NetFault) -> Self {
        Self { fault, passes: true, retry_after: None }
    }
}

async fn once(window: &Window, url: &str, source: Source, signal: &AbortSignal, sink: &mut dyn Sink) -> Result<(), Failure> {
    let cache = match source {
        Source::Any => "default",
        #[cfg(feature = "feeds")]
        Source::Checked => "no-cache",
        Source::Network => "reload",
    };
    // An author's file may be behind the reader's session on the page's own origin; no one else is told who reads.
    let how = settings(&[("signal", signal.into()), ("credentials", "same-origin".into()), ("cache", cache.into())]);
    let request = Request::new_with_str_and_init(url, how.unchecked_ref());
    let request = request.map_err(|error| Failure::lasting(unreachable(&error)))?;
    let ahead = asked_ahead(url).filter(|_| source == Source::Any);
    let answer = JsFuture::from(ahead.unwrap_or_else(|| window.fetch_with_request(&request))).await;
    // A network error, and whatever a page's own fetch makes of it; a refusal without CORS headers looks like one.
    let answer = answer.map_err(|error| Failure::passing(unreachable(&error)))?;
    let answer = web_sys::Response::from(answer);
    // The handle is copied, not the answer, which has a `clone` of its own.
    let response = Response::from(Clone::clone(&answer));
    if !response.ok() {
        return Err(Failure {
            fault: NetFault::Unreachable(response.status().to_string()),
            passes: retry::is_passing(response.status()),
            retry_after: response.headers().get("retry-after"),
        });
    }
    let refused = |error| Failure::lasting(NetFault::Refused(error));
    // A compressed answer tells the length of what is sent, not of what comes out.
    let is_plain = response.headers().get("content-encoding").is_none();
    let length = response.headers().get("content-length").filter(|_| is_plain).and_then(|length| length.parse().ok());
    sink.begin(length).map_err(refused)?;
    let mut body = Body::of(&answer);
    while let Some(piece) = body.next().await.map_err(|_| Failure::passing(NetFault::BrokenOff))? {
        sink.take(&piece).map_err(refused)?;
    }
    Ok(())
}

async fn sleep(window: &Window, milliseconds: f64) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // A page that has no timers left has worse trouble; not to wait is the lesser evil.
        if window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds as i32).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(promise).await;
}

fn unreachable(error: &JsValue) -> NetFault {
    let message = js_sys::Reflect::get(error, &JsValue::from_str("message")).ok().and_then(|m| m.as_string());
    NetFault::Unreachable(message.or_else(|| error.as_string()).unwrap_or_else(|| "network".to_owned()))
}

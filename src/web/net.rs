//! One file over the network, with a deadline and in words when it fails.
//!
//! gloo-net builds the request and reads the answer. The fetch itself is awaited here: gloo-net panics when a page's own
//! `fetch` rejects with something that is not an `Error`.

use gloo_net::http::{Request, Response};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache};

use super::guards::Timeout;

/// How long a file may take.
const DEADLINE_MS: i32 = 30_000;

/// Why a file could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NetFault {
    /// No answer, or one that says no; the text is its status or the browser's word.
    Unreachable(String),
    /// The answer broke off.
    BrokenOff,
}

/// Where an answer may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The browser's cache or the network, as the server allows.
    Any,
    /// The network alone.
    Network,
}

/// The bytes at an address.
pub async fn bytes(url: &str, source: Source) -> Result<Vec<u8>, NetFault> {
    let unreachable = |error: JsValue| NetFault::Unreachable(in_words(&error));
    let window = web_sys::window().ok_or_else(|| NetFault::Unreachable("no window".to_owned()))?;
    let controller = AbortController::new().map_err(unreachable)?;
    let signal = controller.signal();
    let _deadline = Timeout::after(&window, DEADLINE_MS, move || controller.abort()).map_err(unreachable)?;
    let request = Request::get(url).abort_signal(Some(&signal));
    let request = match source {
        Source::Any => request,
        Source::Network => request.cache(RequestCache::Reload),
    };
    let request = request.build().map_err(|e| NetFault::Unreachable(e.to_string()))?;
    let request: web_sys::Request = request.into();
    let response = JsFuture::from(window.fetch_with_request(&request)).await.map_err(unreachable)?;
    let response = Response::from(web_sys::Response::from(response));
    if !response.ok() {
        return Err(NetFault::Unreachable(response.status().to_string()));
    }
    response.binary().await.map_err(|_| NetFault::BrokenOff)
}

fn in_words(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &JsValue::from_str("message")).ok().and_then(|m| m.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "network".to_owned())
}

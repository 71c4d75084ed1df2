//! What the page is told: bubbling, composed events on the element, and one warning on the console for each thing that is
//! wrong, however many widgets it is wrong for.

use std::cell::RefCell;

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, HtmlElement};

use super::dom;

/// Fires an event with text details. Call it only while no state is borrowed: the page's code runs now.
pub fn fire(host: &HtmlElement, kind: &str, detail: &[(&str, &str)]) {
    let object = Object::new();
    for (name, value) in detail {
        dom::set(&object, name, &JsValue::from_str(value));
    }
    let init = dom::settings(&[("bubbles", JsValue::TRUE), ("composed", JsValue::TRUE), ("detail", object.into())]);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(kind, init.unchecked_ref()) {
        // A listener of the page that throws is reported by the browser as the page's own fault.
        let _ = host.dispatch_event(&event);
    }
}

thread_local! {
    static WARNED: RefCell<Vec<String>> = RefCell::default();
}

/// Warns on the console, the first time.
pub fn warn_once(code: &str, message: &str) {
    let warning = format!("yen-lens: {code}: {message}");
    let new = WARNED.with_borrow_mut(|warned| {
        let new = !warned.contains(&warning);
        if new {
            warned.push(warning.clone());
        }
        new
    });
    if new {
        web_sys::console::warn_1(&warning.into());
    }
}

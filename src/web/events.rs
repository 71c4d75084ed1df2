//! What the page is told: bubbling, composed events on the element.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Fires an event with text details. Call it only while no state is borrowed: the page's code runs now.
pub fn fire(host: &HtmlElement, kind: &str, detail: &[(&str, &str)]) {
    let object = Object::new();
    for (name, value) in detail {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(kind, &init) {
        // A listener of the page that throws is reported by the browser as the page's own fault.
        let _ = host.dispatch_event(&event);
    }
}

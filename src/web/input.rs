//! Pointer, touch, wheel and keys on the chart, turned into messages.
//!
//! The page keeps its scroll: the chart only claims horizontal moves (`touch-action` in the style sheet) and the wheel only with
//! Ctrl or Cmd held.

use std::rc::Weak;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::app::App;
use super::dom::Dom;
use super::guards::Listener;
use crate::view::state::Msg;

/// Everything the chart listens to.
pub fn listeners(chart: &HtmlElement, app: &Weak<App>) -> Dom<Vec<Listener>> {
    let mut listeners = Vec::new();
    for kind in ["pointermove", "pointerdown"] {
        let (node, app) = (chart.clone(), app.clone());
        listeners.push(Listener::passive(chart, kind, move |event| {
            let (Some(app), Some(pointer)) = (app.upgrade(), event.dyn_ref::<PointerEvent>()) else { return };
            let (x_px, y_px) = offset(&node, f64::from(pointer.client_x()), f64::from(pointer.client_y()));
            if let Some(msg) = app.pointed(x_px, y_px) {
                app.dispatch(msg);
            }
        })?);
    }
    {
        let app = app.clone();
        listeners.push(Listener::passive(chart, "pointerleave", move |event| {
            // A finger that lifts leaves the readout standing, or nobody could read it.
            let touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
            if let Some(app) = app.upgrade().filter(|_| !touch) {
                app.dispatch(Msg::Leave);
            }
        })?);
    }
    {
        let app = app.clone();
        listeners.push(Listener::passive(chart, "dblclick", move |_| {
            if let Some(app) = app.upgrade() {
                app.dispatch(Msg::Reset);
            }
        })?);
    }
    {
        let (node, app) = (chart.clone(), app.clone());
        listeners.push(Listener::active(chart, "wheel", move |event| {
            let (Some(app), Some(wheel)) = (app.upgrade(), event.dyn_ref::<WheelEvent>()) else { return };
            if !(wheel.ctrl_key() || wheel.meta_key()) {
                return;
            }
            wheel.prevent_default();
            let (x_px, y_px) = offset(&node, f64::from(wheel.client_x()), f64::from(wheel.client_y()));
            let about = app.day_at(x_px, y_px);
            app.dispatch(Msg::Zoom { factor: libm::exp(wheel.delta_y().clamp(-200.0, 200.0) / 300.0), about });
        })?);
    }
    listeners.push(keys(chart, app)?);
    Ok(listeners)
}

fn keys(chart: &HtmlElement, app: &Weak<App>) -> Dom<Listener> {
    let app = app.clone();
    Listener::active(chart, "keydown", move |event: Event| {
        let (Some(app), Some(key)) = (app.upgrade(), event.dyn_ref::<KeyboardEvent>()) else { return };
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let step = if key.shift_key() { 10 } else { 1 };
        let msg = match key.key().as_str() {
            "ArrowLeft" => Msg::Walk(-step),
            "ArrowRight" => Msg::Walk(step),
            "PageUp" => Msg::Walk(-20),
            "PageDown" => Msg::Walk(20),
            "Home" => Msg::WalkToEnd { last: false },
            "End" => Msg::WalkToEnd { last: true },
            "+" | "=" => Msg::Zoom { factor: 0.7, about: None },
            "-" => Msg::Zoom { factor: 1.0 / 0.7, about: None },
            "Escape" => Msg::Reset,
            _ => return,
        };
        event.prevent_default();
        app.dispatch(msg);
        app.speak_cursor();
    })
}

/// The distances from a node's left and top edge in the node's own pixels, even inside a scaled parent.
pub fn offset(node: &HtmlElement, client_x: f64, client_y: f64) -> (f64, f64) {
    let rect = node.get_bounding_client_rect();
    let scale = if rect.width() > 0.0 { f64::from(node.offset_width()) / rect.width() } else { 1.0 };
    ((client_x - rect.left()) * scale, (client_y - rect.top()) * scale)
}

//! Pointer, touch, wheel and keys on the chart, turned into messages.
//!
//! The page keeps its scroll: the chart only claims horizontal moves (`touch-action` in the style sheet), two fingers, a finger
//! that has rested, and the wheel with Ctrl or Cmd held.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::app::App;
use super::dom::{Dom, set_attribute};
use super::guards::{Listener, Timeout};
use super::looks;
use super::stage::Stage;
use super::turn;
use crate::view::gesture::{Gesture, HOLD_MS, Intent};
use crate::view::scale::Scale;
use crate::view::state::Msg;

/// How long the wheel rests before its turns count as one step of the history.
const WHEEL_REST_MS: i32 = 400;
/// How long the hint on the wheel stands.
const HINT_MS: i32 = 1_600;
/// How often a reader who scrolls past is told how to zoom.
const HINTS: u8 = 2;
/// How far from a day that stands for an event the event may be, in days: a weekend and a holiday.
const EVENT_REACH_DAYS: f64 = 4.0;

/// The axis of time under a pointer.
#[derive(Debug, Clone)]
pub struct Grip {
    /// Days to pixels, as it is now.
    pub x: Scale,
    /// Whether there is more of time than is shown.
    pub can_pan: bool,
}

/// What the listeners of one chart share.
struct Chart {
    node: HtmlElement,
    hint: HtmlElement,
    app: Weak<App>,
    gesture: RefCell<Gesture>,
    /// The axis when the gesture began.
    start: RefCell<Option<Scale>>,
    hold: RefCell<Option<Timeout>>,
    wheel_rest: RefCell<Option<Timeout>>,
    hint_rest: RefCell<Option<Timeout>>,
    hints: Cell<u8>,
    /// How far apart two fingers on a trackpad are, as a multiple of where they began.
    spread: Cell<f64>,
}

/// Everything the chart listens to.
pub fn listeners(stage: &Stage, app: &Weak<App>) -> Dom<Vec<Listener>> {
    let chart = Rc::new(Chart {
        node: stage.chart.clone(),
        hint: stage.hint.clone(),
        app: app.clone(),
        gesture: RefCell::default(),
        start: RefCell::default(),
        hold: RefCell::default(),
        wheel_rest: RefCell::default(),
        hint_rest: RefCell::default(),
        hints: Cell::new(HINTS),
        spread: Cell::new(1.0),
    });
    let mut listeners = Vec::new();
    let on = |kind, react: fn(&Rc<Chart>, &PointerEvent)| {
        let chart = Rc::clone(&chart);
        Listener::passive(&stage.chart, kind, move |event| {
            if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
                react(&chart, pointer);
            }
        })
    };
    listeners.push(on("pointerdown", Chart::down)?);
    listeners.push(on("pointermove", Chart::moved)?);
    listeners.push(on("pointerup", |chart, event| {
        let intents = chart.gesture.borrow_mut().up(event.pointer_id());
        chart.act(intents);
    })?);
    for kind in ["pointercancel", "lostpointercapture"] {
        listeners.push(on(kind, |chart, event| {
            let intents = chart.gesture.borrow_mut().cancel(event.pointer_id());
            chart.act(intents);
        })?);
    }
    listeners.push(on("pointerleave", |chart, event| {
        // A finger that lifts leaves the readout standing, or nobody could read it.
        if !is_touch(event) && !chart.gesture.borrow().is_down() {
            chart.send(Msg::Leave);
        }
    })?);
    // The browser would scroll or zoom the page under fingers that have a meaning here, or open a menu under one that rests.
    for kind in ["touchstart", "touchmove", "contextmenu"] {
        let of = Rc::clone(&chart);
        listeners.push(Listener::active(&stage.chart, kind, move |event| {
            if of.gesture.borrow().holds_page() && event.cancelable() {
                event.prevent_default();
            }
        })?);
    }
    listeners.push(sender(&stage.chart, "dblclick", app, Msg::Reset)?);
    let of = Rc::clone(&chart);
    listeners.push(Listener::active(&stage.chart, "wheel", move |event| {
        if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
            of.wheel(wheel);
        }
    })?);
    // Safari tells of fingers on a trackpad in a way of its own, and of those on a screen too, which are pointers already.
    for kind in ["gesturestart", "gesturechange", "gestureend"] {
        let of = Rc::clone(&chart);
        listeners.push(Listener::active(&stage.chart, kind, move |event| of.trackpad(&event))?);
    }
    listeners.push(keys(&stage.chart, app)?);
    Ok(listeners)
}

/// A listener that sends a message whenever something happens to `target`. One function, whatever is sent.
pub fn sender(target: &EventTarget, kind: &'static str, app: &Weak<App>, msg: Msg) -> Dom<Listener> {
    let app = app.clone();
    Listener::passive(target, kind, move |_| {
        if let Some(app) = app.upgrade() {
            app.dispatch(msg.clone());
        }
    })
}

fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

impl Chart {
    fn send(&self, msg: Msg) {
        if let Some(app) = self.app.upgrade() {
            app.dispatch(msg);
        }
    }

    fn down(self: &Rc<Self>, event: &PointerEvent) {
        let Some(app) = self.app.upgrade() else { return };
        if !is_touch(event) && event.button() != 0 {
            return;
        }
        let (x, y) = offset(&self.node, f64::from(event.client_x()), f64::from(event.client_y()));
        let movable = app.grip(x, y).is_some();
        let intents = self.gesture.borrow_mut().down(event.pointer_id(), x, y, is_touch(event), movable);
        self.act(intents);
        if is_touch(event) {
            let chart = Rc::downgrade(self);
            let hold = app.after(HOLD_MS, move || {
                if let Some(chart) = chart.upgrade() {
                    let intents = chart.gesture.borrow_mut().hold();
                    chart.act(intents);
                }
            });
            *self.hold.borrow_mut() = hold.ok();
        }
    }

    fn moved(self: &Rc<Self>, event: &PointerEvent) {
        let Some(app) = self.app.upgrade() else { return };
        let id = event.pointer_id();
        let (x, y) = offset(&self.node, f64::from(event.client_x()), f64::from(event.client_y()));
        // A button that was let go where nobody could see it.
        if !is_touch(event) && event.buttons() == 0 {
            let intents = self.gesture.borrow_mut().cancel(id);
            self.act(intents);
        }
        let can_pan = app.grip(x, y).is_some_and(|grip| grip.can_pan);
        let intents = self.gesture.borrow_mut().moved(id, x, y, can_pan);
        if intents.contains(&Intent::Begin) {
            // Without capture a drag ends at the chart's edge; it is a convenience, not a condition.
            let _ = self.node.set_pointer_capture(id);
        }
        self.act(intents);
    }

    /// Does what a gesture means.
    fn act(&self, intents: Vec<Intent>) {
        let Some(app) = self.app.upgrade() else { return };
        for intent in intents {
            let start = self.start.borrow().clone();
            match (intent, start) {
                (Intent::Point(x, y), _) => {
                    if let Some(msg) = app.pointed(x, y) {
                        app.dispatch(msg);
                    }
                }
                (Intent::Begin, _) => {
                    *self.start.borrow_mut() = app.time_axis();
                    set_attribute(&self.node, "data-moving", Some(""));
                    // The crosshair would stand still while its day moves away.
                    app.dispatch(Msg::Leave);
                    app.dispatch(Msg::Grasp);
                }
                (Intent::End, _) => {
                    set_attribute(&self.node, "data-moving", None);
                    app.dispatch(Msg::Release);
                }
                (Intent::Pan(by_px), Some(x)) => {
                    let (left, right) = x.range();
                    app.dispatch(Msg::Brush(x.value(left - by_px), x.value(right - by_px)));
                }
                (Intent::Pinch { from_px, to_px, factor }, Some(x)) => {
                    let (left, right) = x.range();
                    let day = |px: f64| x.value(from_px + (px - to_px) / factor);
                    app.dispatch(Msg::Brush(day(left), day(right)));
                }
                (Intent::Pan(_) | Intent::Pinch { .. }, None) => {}
            }
        }
    }

    fn wheel(self: &Rc<Self>, wheel: &WheelEvent) {
        let Some(app) = self.app.upgrade() else { return };
        let (x_px, y_px) = offset(&self.node, f64::from(wheel.client_x()), f64::from(wheel.client_y()));
        let Some(grip) = app.grip(x_px, y_px) else { return };
        // Lines and pages of a wheel that does not count pixels.
        let unit = match wheel.delta_mode() {
            WheelEvent::DOM_DELTA_PIXEL => 1.0,
            WheelEvent::DOM_DELTA_LINE => 16.0,
            _ => 300.0,
        };
        let (across, down) = (wheel.delta_x() * unit, wheel.delta_y() * unit);
        let msg = if wheel.ctrl_key() || wheel.meta_key() {
            // Who has found it out need not be told.
            self.hints.set(0);
            let about = Some(grip.x.value(x_px));
            Msg::Zoom { factor: libm::exp(down.clamp(-200.0, 200.0) / 300.0), about }
        } else if across.abs() > down.abs() && grip.can_pan {
            let (left, right) = grip.x.range();
            Msg::Brush(grip.x.value(left + across), grip.x.value(right + across))
        } else {
            if down.abs() > 0.0 {
                self.tell_how(&app);
            }
            return;
        };
        wheel.prevent_default();
        app.dispatch(Msg::Grasp);
        app.dispatch(msg);
        let of = self.app.clone();
        let rest = app.after(WHEEL_REST_MS, move || {
            if let Some(app) = of.upgrade() {
                app.dispatch(Msg::Release);
            }
        });
        *self.wheel_rest.borrow_mut() = rest.ok();
    }

    /// Two fingers on a trackpad, as Safari tells of them.
    fn trackpad(&self, event: &Event) {
        let number = |name: &str| js_sys::Reflect::get(event, &name.into()).ok().and_then(|value| value.as_f64());
        let (Some(app), Some(scale)) = (self.app.upgrade(), number("scale")) else { return };
        let (x_px, y_px) = offset(&self.node, number("clientX").unwrap_or_default(), number("clientY").unwrap_or_default());
        let Some(grip) = app.grip(x_px, y_px) else { return };
        event.prevent_default();
        let before = self.spread.replace(scale);
        match event.type_().as_str() {
            _ if self.gesture.borrow().is_down() => {}
            "gesturestart" => app.dispatch(Msg::Grasp),
            "gestureend" => app.dispatch(Msg::Release),
            _ => app.dispatch(Msg::Zoom { factor: before / scale, about: Some(grip.x.value(x_px)) }),
        }
    }

    /// Says for a moment how the wheel zooms; a stroke of the wheel that goes on is one occasion.
    fn tell_how(self: &Rc<Self>, app: &App) {
        let standing = self.hint_rest.borrow().is_some();
        if !standing {
            let left = self.hints.get();
            if left == 0 {
                return;
            }
            self.hints.set(left - 1);
            self.hint.set_text_content(Some(app.phrases().wheel_hint));
            set_attribute(&self.hint, "data-on", Some(""));
        }
        let chart = Rc::downgrade(self);
        let rest = app.after(HINT_MS, move || {
            if let Some(chart) = chart.upgrade() {
                set_attribute(&chart.hint, "data-on", None);
                // The timer that runs must not be dropped by itself.
                if let Some(spent) = chart.hint_rest.borrow_mut().take() {
                    turn::spawn(async move { drop(spent) });
                }
            }
        });
        *self.hint_rest.borrow_mut() = rest.ok();
    }
}

fn keys(chart: &HtmlElement, app: &Weak<App>) -> Dom<Listener> {
    let app = app.clone();
    Listener::active(chart, "keydown", move |event: Event| {
        let (Some(app), Some(key)) = (app.upgrade(), event.dyn_ref::<KeyboardEvent>()) else { return };
        let name = key.key();
        let msg = if key.ctrl_key() || key.meta_key() {
            if name != "z" || key.shift_key() || key.alt_key() {
                return;
            }
            Msg::Undo
        } else if key.alt_key() {
            return;
        } else {
            let step = if key.shift_key() { 10 } else { 1 };
            match name.as_str() {
                "ArrowLeft" => Msg::Walk(-step),
                "ArrowRight" => Msg::Walk(step),
                "PageUp" if key.shift_key() => Msg::WalkToEvent { forward: false },
                "PageDown" if key.shift_key() => Msg::WalkToEvent { forward: true },
                "," => Msg::WalkToEvent { forward: false },
                "." => Msg::WalkToEvent { forward: true },
                "PageUp" => Msg::Walk(-20),
                "PageDown" => Msg::Walk(20),
                "Home" => Msg::WalkToEnd { last: false },
                "End" => Msg::WalkToEnd { last: true },
                "+" | "=" => Msg::Zoom { factor: 0.7, about: None },
                "-" => Msg::Zoom { factor: 1.0 / 0.7, about: None },
                "Backspace" => Msg::Undo,
                "Escape" => Msg::Reset,
                _ => return,
            }
        };
        event.prevent_default();
        #[cfg(feature = "figures")]
        if name == "Escape" && app.hush() {
            return;
        }
        let reach_days = if matches!(msg, Msg::WalkToEvent { .. }) { EVENT_REACH_DAYS } else { 0.0 };
        app.dispatch(msg);
        app.speak_cursor(reach_days);
    })
}

/// The distances from a node's left and top edge in the node's own pixels, even inside a scaled parent.
pub fn offset(node: &HtmlElement, client_x: f64, client_y: f64) -> (f64, f64) {
    let rect = node.get_bounding_client_rect();
    let scale = if rect.width() > 0.0 { f64::from(node.offset_width()) / rect.width() } else { 1.0 };
    let zoom = zoom_between(node);
    ((client_x / zoom - rect.left()) * scale, (client_y / zoom - rect.top()) * scale)
}

/// The `zoom` of a node and all around it where a browser measures boxes inside of it and the pointer outside, as WebKit does, and Chromium
/// did before `zoom` had a standard; 1 where it measures both outside.
fn zoom_between(node: &HtmlElement) -> f64 {
    let is_standard = js_sys::Reflect::has(node, &"currentCSSZoom".into()).unwrap_or(true);
    let Some(window) = web_sys::window().filter(|_| !is_standard) else { return 1.0 };
    let mut all = 1.0;
    let mut next = Some(web_sys::Element::from(node.clone()));
    while let Some(element) = next {
        let style = window.get_computed_style(&element).ok().flatten();
        let zoom =
            style.and_then(|style| style.get_property_value("zoom").ok()).map_or(f64::NAN, |zoom| js_sys::parse_float(&zoom));
        if zoom > 0.0 {
            all *= zoom;
        }
        next = looks::above(&element);
    }
    all
}

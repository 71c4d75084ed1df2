//! The strip under the chart with its selection and two handles, by pointer, touch and keyboard.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlCanvasElement, HtmlElement, KeyboardEvent, PointerEvent};

use super::app::App;
use super::dom::{Dom, child, set_attribute, set_style};
use super::guards::Listener;
use super::input::sender;
use crate::decimal::fixed;
use crate::text::{self, Phrases};
use crate::view::scale::{Domain, Scale};
use crate::view::state::Msg;

use crate::series::Day;

/// What a drag moves.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Drag {
    /// The left edge.
    Start,
    /// The right edge.
    End,
    /// The whole selection; how far the pointer is from its left edge, in days.
    Whole(f64),
    /// A new selection from this day on.
    New(f64),
}

/// Where the strip and its selection are, for the listeners.
#[derive(Debug, Clone)]
struct Place {
    x: Scale,
    selection: Domain,
}

/// The nodes of the strip.
pub struct Brush {
    /// The line over all of time.
    pub canvas: HtmlCanvasElement,
    selection: HtmlElement,
    handles: [HtmlElement; 2],
    place: Rc<RefCell<Option<Place>>>,
    _listeners: Vec<Listener>,
}

/// Half of the width in which a handle is grabbed.
const GRAB_PX: f64 = 12.0;

impl Brush {
    /// Builds the nodes inside the strip.
    pub fn new(strip: &HtmlElement, app: &Weak<App>) -> Dom<Self> {
        let canvas: HtmlCanvasElement = child(strip, "canvas", "")?;
        set_attribute(&canvas, "aria-hidden", Some("true"));
        let selection: HtmlElement = child(strip, "div", "selection")?;
        let handle = || -> Dom<HtmlElement> {
            let handle: HtmlElement = child(strip, "div", "handle")?;
            handle.set_attribute("tabindex", "0")?;
            handle.set_attribute("role", "slider")?;
            Ok(handle)
        };
        let handles = [handle()?, handle()?];
        let place = Rc::default();
        let mut listeners = pointer_listeners(strip, app, &place)?;
        for (at, handle) in handles.iter().enumerate() {
            listeners.push(key_listener(handle, app, &place, at == 0)?);
        }
        Ok(Self { canvas, selection, handles, place, _listeners: listeners })
    }

    /// Moves the selection to the shown range.
    pub fn show(&self, x: Scale, selection: Domain, phrases: &Phrases) {
        let (left, right) = (x.px(selection.lo()), x.px(selection.hi()));
        let extent = x.domain();
        *self.place.borrow_mut() = Some(Place { x, selection });
        set_style(&self.selection, "left", &tenths(left));
        set_style(&self.selection, "width", &tenths((right - left).max(2.0)));
        let ends = [(phrases.range_start, selection.lo(), left), (phrases.range_end, selection.hi(), right)];
        for (handle, (name, at, px)) in self.handles.iter().zip(ends) {
            set_style(handle, "left", &tenths(px));
            set_attribute(handle, "aria-label", Some(name));
            set_attribute(handle, "aria-valuemin", Some(&fixed(extent.lo(), 0)));
            set_attribute(handle, "aria-valuemax", Some(&fixed(extent.hi(), 0)));
            set_attribute(handle, "aria-valuenow", Some(&fixed(at, 0)));
            set_attribute(handle, "aria-valuetext", Some(&text::date(phrases, Day::saturating(at as i64))));
        }
    }
}

/// A length in CSS pixels, to the tenth.
fn tenths(px: f64) -> String {
    fixed(px, 1) + "px"
}

fn pointer_listeners(strip: &HtmlElement, app: &Weak<App>, place: &Rc<RefCell<Option<Place>>>) -> Dom<Vec<Listener>> {
    let drag: Rc<Cell<Option<Drag>>> = Rc::default();
    let mut listeners = Vec::new();
    {
        let (strip_node, place, drag, of_app) = (strip.clone(), Rc::clone(place), Rc::clone(&drag), app.clone());
        listeners.push(Listener::active(strip, "pointerdown", move |event| {
            let (Some(event), Some(place)) = (event.dyn_ref::<PointerEvent>(), place.borrow().clone()) else { return };
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let px = offset(&strip_node, event);
            let (from, to) = (place.x.px(place.selection.lo()), place.x.px(place.selection.hi()));
            let at = place.x.value(px);
            drag.set(Some(if (px - from).abs() <= GRAB_PX && (px - from).abs() <= (px - to).abs() {
                Drag::Start
            } else if (px - to).abs() <= GRAB_PX {
                Drag::End
            } else if (from..=to).contains(&px) && place.selection != place.x.domain() {
                Drag::Whole(at - place.selection.lo())
            } else {
                Drag::New(at)
            }));
            if let Some(app) = of_app.upgrade() {
                app.dispatch(Msg::Grasp);
            }
            // Without capture a drag ends at the strip's edge; it is a convenience, not a condition.
            let _ = strip_node.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        })?);
    }
    {
        let (strip_node, place, drag, app) = (strip.clone(), Rc::clone(place), Rc::clone(&drag), app.clone());
        listeners.push(Listener::passive(strip, "pointermove", move |event| {
            let (Some(event), Some(place), Some(drag)) = (event.dyn_ref::<PointerEvent>(), place.borrow().clone(), drag.get())
            else {
                return;
            };
            let Some(app) = app.upgrade() else { return };
            let at = place.x.value(offset(&strip_node, event));
            let (lo, hi) = (place.selection.lo(), place.selection.hi());
            let (from, to) = match drag {
                Drag::Start => (at.min(hi - 14.0), hi),
                Drag::End => (lo, at.max(lo + 14.0)),
                Drag::Whole(offset) => {
                    let (first, last) = (place.x.domain().lo(), place.x.domain().hi());
                    let from = (at - offset).clamp(first, (last - (hi - lo)).max(first));
                    (from, from + (hi - lo))
                }
                Drag::New(start) => (start.min(at), start.max(at)),
            };
            app.dispatch(Msg::Brush(from, to));
        })?);
    }
    for kind in ["pointerup", "pointercancel", "lostpointercapture"] {
        let (drag, app) = (Rc::clone(&drag), app.clone());
        listeners.push(Listener::passive(strip, kind, move |_| {
            if let Some(app) = app.upgrade().filter(|_| drag.take().is_some()) {
                app.dispatch(Msg::Release);
            }
        })?);
    }
    listeners.push(sender(strip, "dblclick", app, Msg::Reset)?);
    Ok(listeners)
}

fn key_listener(handle: &HtmlElement, app: &Weak<App>, place: &Rc<RefCell<Option<Place>>>, start: bool) -> Dom<Listener> {
    let (app, place) = (app.clone(), Rc::clone(place));
    Listener::active(handle, "keydown", move |event: Event| {
        let (Some(key), Some(place)) = (event.dyn_ref::<KeyboardEvent>(), place.borrow().clone()) else { return };
        let Some(app) = app.upgrade() else { return };
        let step = if key.shift_key() { 91.0 } else { 7.0 };
        let extent = place.x.domain();
        let (lo, hi) = (place.selection.lo(), place.selection.hi());
        let at = if start { lo } else { hi };
        let to = match key.key().as_str() {
            "ArrowLeft" | "ArrowDown" => at - step,
            "ArrowRight" | "ArrowUp" => at + step,
            "PageDown" => at - 365.0,
            "PageUp" => at + 365.0,
            "Home" => extent.lo(),
            "End" => extent.hi(),
            "Escape" => {
                event.prevent_default();
                app.dispatch(Msg::Reset);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let to = to.clamp(extent.lo(), extent.hi());
        app.dispatch(if start { Msg::Brush(to.min(hi - 14.0), hi) } else { Msg::Brush(lo, to.max(lo + 14.0)) });
    })
}

/// The pointer's distance from the strip's left edge, in the strip's own pixels even inside a scaled parent.
fn offset(strip: &HtmlElement, event: &PointerEvent) -> f64 {
    super::input::offset(strip, f64::from(event.client_x()), 0.0).0
}

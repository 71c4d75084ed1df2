//! Listeners, frames and observers as values that let go when they are dropped.

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, MediaQueryList, ResizeObserver, ResizeObserverSize, Window};

use super::dom::{Dom, settings};
use super::turn;

/// An event listener.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens without a way to keep the browser from doing what it would do.
    pub fn passive(target: &EventTarget, kind: &'static str, callback: impl FnMut(Event) + 'static) -> Dom<Self> {
        Self::new(target, kind, true, Box::new(callback))
    }

    /// Listens and may prevent the default.
    pub fn active(target: &EventTarget, kind: &'static str, callback: impl FnMut(Event) + 'static) -> Dom<Self> {
        Self::new(target, kind, false, Box::new(callback))
    }

    // Compiled once, whatever is called back.
    fn new(target: &EventTarget, kind: &'static str, passive: bool, mut callback: Box<dyn FnMut(Event)>) -> Dom<Self> {
        let widget = turn::now();
        let callback = Closure::<dyn FnMut(Event)>::new(move |event| turn::of(widget, || callback(event)));
        let options = settings(&[("passive", JsValue::from_bool(passive))]);
        let (function, options) = (callback.as_ref().unchecked_ref(), options.unchecked_ref());
        target.add_event_listener_with_callback_and_add_event_listener_options(kind, function, options)?;
        Ok(Self { target: target.clone(), kind, callback })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.kind, self.callback.as_ref().unchecked_ref());
    }
}

/// What is called back in the turn in which it was asked for.
pub fn in_turn(mut callback: Box<dyn FnMut()>) -> Closure<dyn FnMut()> {
    let widget = turn::now();
    Closure::new(move || turn::of(widget, &mut callback))
}

/// A frame that was asked for.
pub struct Frame {
    window: Window,
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Frame {
    /// Calls back once, before the browser paints next.
    pub fn request(window: &Window, callback: Box<dyn FnMut()>) -> Dom<Self> {
        let callback = in_turn(callback);
        let id = window.request_animation_frame(callback.as_ref().unchecked_ref())?;
        Ok(Self { window: window.clone(), id, _callback: callback })
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        let _ = self.window.cancel_animation_frame(self.id);
    }
}

/// A timer.
pub struct Timeout {
    window: Window,
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Calls back once, after so many milliseconds.
    pub fn after(window: &Window, milliseconds: i32, callback: Box<dyn FnMut()>) -> Dom<Self> {
        let callback = in_turn(callback);
        let function: &Function = callback.as_ref().unchecked_ref();
        let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)?;
        Ok(Self { window: window.clone(), id, _callback: callback })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        self.window.clear_timeout_with_handle(self.id);
    }
}

/// An observer of one element's size.
pub struct SizeObserver {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl SizeObserver {
    /// Calls back whenever the element's size changes, with the size in device pixels where the browser knows it.
    pub fn new(element: &web_sys::Element, mut callback: impl FnMut(Option<(f64, f64)>) + 'static) -> Dom<Self> {
        let widget = turn::now();
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            turn::of(widget, || callback(device_size(&entries.get(entries.length().saturating_sub(1)))));
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref())?;
        // WebKit has no device-pixel box and throws on it; the content box is all it can watch.
        let options = settings(&[("box", "device-pixel-content-box".into())]);
        let observe: Function = js_sys::Reflect::get(&observer, &"observe".into())?.dyn_into()?;
        if observe.call2(&observer, element, &options).is_err() {
            observer.observe(element);
        }
        Ok(Self { observer, _callback: callback })
    }
}

/// WebKit's entries lack the property that web-sys takes for granted.
fn device_size(entry: &JsValue) -> Option<(f64, f64)> {
    let sizes: Array = js_sys::Reflect::get(entry, &"devicePixelContentBoxSize".into()).ok()?.dyn_into().ok()?;
    let size: ResizeObserverSize = sizes.get(0).unchecked_into();
    Some((size.inline_size(), size.block_size()))
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// A media query and what is to happen when its answer changes.
pub struct MediaWatch {
    query: MediaQueryList,
    _listener: Listener,
}

impl MediaWatch {
    /// Watches a media query.
    pub fn new(window: &Window, query: &str, mut callback: impl FnMut() + 'static) -> Dom<Self> {
        let query = window.match_media(query)?.ok_or(JsValue::NULL)?;
        let listener = Listener::passive(&query, "change", move |_| callback())?;
        Ok(Self { query, _listener: listener })
    }

    /// Its answer now.
    pub fn matches(&self) -> bool {
        self.query.matches()
    }
}

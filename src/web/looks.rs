//! The colours in force: those of the theme, of the page's custom properties, or of the reader's system.
//!
//! Nothing is polled. A hidden node for each role has the custom property as its colour and a transition on it, so that a change
//! of the property, however it comes about, ends in an event; the page's own ground is looked at again when a node it may hang
//! on has another attribute. Colours are resolved by the browser: whatever CSS can say, a canvas can paint.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, MutationObserver, Window};

use super::dom::{self, Dom, child, set_attribute, set_style, settings};
use super::guards::{Listener, MediaWatch, in_turn};
use crate::decimal::decimal;
use crate::paint::{Colour, Palette};
use crate::spec::Theme;

/// What a page changes to change its looks.
const ATTRIBUTES: [&str; 8] =
    ["class", "style", "theme", "data-theme", "data-color-scheme", "data-mode", "data-bs-theme", "data-color-mode"];

/// The nodes and watches behind the colours.
pub struct Looks {
    probes: Vec<HtmlElement>,
    forced: MediaWatch,
    dark: MediaWatch,
    _listeners: Vec<Listener>,
    _page: PageWatch,
}

impl Looks {
    /// Puts the probes into the figure; `changed` is called whenever a colour may be another.
    pub fn new(window: &Window, host: &HtmlElement, root: &HtmlElement, changed: impl Fn() + Clone + 'static) -> Dom<Self> {
        let place: HtmlElement = child(root, "div", "probes")?;
        set_attribute(&place, "aria-hidden", Some("true"));
        let mut probes = Vec::new();
        for _ in Palette::ROLES {
            probes.push(child(&place, "i", "")?);
        }
        let mut listeners = Vec::new();
        for kind in ["transitionend", "transitioncancel"] {
            let changed = changed.clone();
            listeners.push(Listener::passive(&place, kind, move |_| changed())?);
        }
        // A page that fades from one ground to another is looked at when it has arrived.
        let document = dom::document()?;
        let (of, node) = (changed.clone(), host.clone());
        listeners.push(Listener::passive(&document, "transitionend", move |event| {
            let faded = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if faded.is_some_and(|faded| faded.contains(Some(&node))) {
                of();
            }
        })?);
        let looks = Self {
            probes,
            forced: MediaWatch::new(window, "(forced-colors: active)", changed.clone())?,
            dark: MediaWatch::new(window, "(prefers-color-scheme: dark)", changed.clone())?,
            _listeners: listeners,
            _page: PageWatch::new(host, changed)?,
        };
        looks.ask();
        Ok(looks)
    }

    /// Asks the browser for the page's colours, or for the system's where it imposes them.
    fn ask(&self) {
        let forced = self.forced.matches();
        for (probe, (name, system)) in self.probes.iter().zip(Palette::ROLES) {
            let colour = if forced { system.to_owned() } else { format!("var(--yen-lens-{name}, transparent)") };
            set_style(probe, "color", &colour);
        }
    }

    /// The colours now, and whether they are for a dark ground.
    pub fn palette(&self, window: &Window, host: &HtmlElement, theme: Theme) -> (Palette, bool) {
        self.ask();
        let own: Vec<Option<Colour>> = self.probes.iter().map(|probe| colour_of(window, probe, "color")).collect();
        let dark = match theme {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::Auto => own
                .first()
                .copied()
                .flatten()
                .or_else(|| ground_under(window, host))
                .map_or_else(|| self.dark.matches(), Colour::is_dark),
        };
        let mut palette = if dark { Palette::DARK } else { Palette::LIGHT };
        for (role, colour) in own.into_iter().enumerate() {
            if let Some(colour) = colour {
                palette.set(role, colour);
            }
        }
        (palette, dark)
    }
}

/// The ground on which the page has put the figure; `None` where nothing up to the root has one.
fn ground_under(window: &Window, host: &HtmlElement) -> Option<Colour> {
    let mut node = above(host);
    while let Some(element) = node {
        if let Some(ground) = colour_of(window, &element, "background-color") {
            return Some(ground);
        }
        node = above(&element);
    }
    None
}

/// The parent, out of shadow trees too.
pub(super) fn above(element: &Element) -> Option<Element> {
    let parent = element.parent_node()?;
    match parent.dyn_into::<Element>() {
        Ok(parent) => Some(parent),
        // A shadow root is no element; its host is.
        Err(root) => js_sys::Reflect::get(&root, &"host".into()).ok()?.dyn_into().ok(),
    }
}

/// A property's colour as the browser resolves it; `None` when it is mostly transparent.
fn colour_of(window: &Window, element: &Element, property: &str) -> Option<Colour> {
    let text = window.get_computed_style(element).ok()??.get_property_value(property).ok()?;
    let (r, g, b, alpha) = channels(&text).or_else(|| painted(&text))?;
    (alpha > 0.5).then(|| Colour::rgb(r, g, b))
}

/// The channels of `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.5)`, as browsers write what has no other space.
fn channels(text: &str) -> Option<(u8, u8, u8, f64)> {
    let inside = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?.strip_suffix(')')?;
    let mut parts = inside.split(',').map(str::trim);
    let mut byte = || parts.next().and_then(decimal).map(|channel| channel as u8);
    let (r, g, b) = (byte()?, byte()?, byte()?);
    // Only whether it can be seen matters.
    let alpha = parts.next().map_or(1.0, |alpha| if alpha.starts_with("0.0") || alpha == "0" { 0.0 } else { 1.0 });
    Some((r, g, b, alpha))
}

/// The channels of any colour, by painting it on one pixel.
fn painted(text: &str) -> Option<(u8, u8, u8, f64)> {
    let canvas: HtmlCanvasElement = dom::element("canvas").ok()?;
    canvas.set_width(1);
    canvas.set_height(1);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str(text);
    context.fill_rect(0.0, 0.0, 1.0, 1.0);
    match context.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data().0.as_slice() {
        [r, g, b, alpha] => Some((*r, *g, *b, f64::from(*alpha) / 255.0)),
        _ => None,
    }
}

/// The attributes of the nodes around the figure.
struct PageWatch {
    observer: MutationObserver,
    _callback: Closure<dyn FnMut()>,
}

impl PageWatch {
    fn new(host: &HtmlElement, changed: impl Fn() + 'static) -> Dom<Self> {
        let callback = in_turn(Box::new(changed));
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref())?;
        let names: Array = ATTRIBUTES.iter().map(|name| JsValue::from_str(name)).collect();
        let options = settings(&[("attributes", JsValue::TRUE), ("attributeFilter", names.into())]);
        let mut node = above(host);
        while let Some(element) = node {
            observer.observe_with_options(&element, options.unchecked_ref())?;
            node = above(&element);
        }
        Ok(Self { observer, _callback: callback })
    }
}

impl Drop for PageWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

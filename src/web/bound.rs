//! Numbers and sliders inside the author's sentences: `<yen-lens-value>` and `<yen-lens-slider>`.
//!
//! Each shows one text in the light DOM; the author's own text stays until there is one, and where there is no figure. Elements
//! that ask the same share one [`Reader`], which belongs to their group like a widget.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Object;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent, Window};

use super::dom::{self, Dom, set_attribute, set_text};
use super::events;
use super::group::{self, Member, News};
use super::guards::{Frame, Listener, Timeout};
use super::library::{Library, Pending};
use super::model::{Fault, Model};
use super::net::Shared;
use super::turn;
use crate::error::quoted;
use crate::spec::Options;
use crate::view::bound;
use crate::view::controls::Control;
use crate::view::figures;
use crate::view::group::changes;
use crate::view::state::{Dirty, Msg};

/// Options that an element takes from the first widget of its group where it has none of its own.
const OWN: [&str; 5] = ["view", "theme", "heading", "controls-visible", "height"];
/// A slider of few steps is not to jump at a touch, one of many not to need a long way.
const STEP_PX: (f64, f64) = (1.5, 14.0);
/// The way from one end of a slider to the other, where the steps allow it.
const WAY_PX: f64 = 320.0;

/// One number or slider on the page.
#[wasm_bindgen(skip_typescript)]
pub struct Bound {
    inner: Rc<Inner>,
}

struct Inner {
    turn: u32,
    host: HtmlElement,
    base: String,
    /// Whether it is a slider, and of what; otherwise the name of a number.
    role: RefCell<Role>,
    reader: RefCell<Option<Rc<Reader>>>,
    listeners: RefCell<Vec<Listener>>,
    /// Where a drag began and which number stood there.
    drag: Cell<Option<(f64, f64)>>,
    reported: RefCell<String>,
}

#[derive(Clone, PartialEq, Eq)]
enum Role {
    Nothing,
    Value(String),
    Slider(&'static str),
}

#[wasm_bindgen]
impl Bound {
    /// Binds the element `host`; the figures are under `base`. The number is its own on the page, and not 0.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &HtmlElement, base: &str, number: u32) -> Self {
        Self {
            inner: Rc::new(Inner {
                turn: number,
                host: host.clone(),
                base: base.to_owned(),
                role: RefCell::new(Role::Nothing),
                reader: RefCell::default(),
                listeners: RefCell::default(),
                drag: Cell::default(),
                reported: RefCell::default(),
            }),
        }
    }

    /// Takes in the element's attributes: what it shows, and the options of the figure that it is taken from.
    pub fn configure(&self, attributes: &Object, language: &str) -> Result<(), JsError> {
        let pairs: Vec<(String, String)> = serde_wasm_bindgen::from_value(Object::entries(attributes).into())
            .map_err(|error| JsError::new(&error.to_string()))?;
        turn::of(self.inner.turn, || self.inner.configure(pairs, language));
        Ok(())
    }

    /// Lets go of everything.
    pub fn destroy(&self) {
        self.inner.listeners.borrow_mut().clear();
        if let Some(reader) = self.inner.reader.borrow_mut().take() {
            reader.release(&self.inner);
        }
    }
}

impl Inner {
    fn configure(self: &Rc<Self>, pairs: Vec<(String, String)>, language: &str) {
        let mut own = Options::default();
        let (mut of, mut bind) = (String::new(), String::new());
        for (name, value) in pairs {
            match name.as_str() {
                "of" => of = value,
                "bind" => bind = value,
                // Attributes of the page's own are no concern of ours.
                _ => drop(own.set(&name, Some(value))),
            }
        }
        let role = if bind.is_empty() {
            Role::Value(of)
        } else if let Some(name) = Options::NAMES.iter().find(|name| **name == bind) {
            Role::Slider(name)
        } else {
            let message = ["bind: expected the name of a slider such as window, got ", &quoted(&bind), "."].concat();
            return self.report("invalid-attribute", &message);
        };
        let options = complete(own, &role);
        if *self.role.borrow() != role {
            self.role.replace(role.clone());
            let listeners = if matches!(role, Role::Slider(_)) { slides(self).unwrap_or_default() } else { Vec::new() };
            self.listeners.replace(listeners);
        }
        let reader = Reader::of(&self.base, &options, language);
        let before = self.reader.replace(Some(Rc::clone(&reader)));
        if let Some(before) = before.filter(|before| !Rc::ptr_eq(before, &reader)) {
            before.release(self);
        }
        reader.serve(self);
    }

    /// Writes what the reader knows.
    fn show(&self, model: &Model) {
        let role = self.role.borrow().clone();
        match role {
            Role::Nothing => {}
            Role::Slider(name) => self.show_slider(name, model),
            Role::Value(of) => {
                let Some(prepared) = &model.prepared else { return };
                // What is shown in place of what was asked for is another number.
                if model.author_fault.is_some() {
                    return;
                }
                let (store, spec) = (model.store(), model.state.spec());
                if let Some(text) = bound::value(&of, prepared, &store, spec, model.state.domain(), model.phrases) {
                    set_text(&self.host, &text);
                } else {
                    let message = ["of: ", &quoted(&of), " has no value in the view ", spec.view.name(), "."].concat();
                    self.report("no-value", &message);
                }
            }
        }
    }

    fn show_slider(&self, name: &str, model: &Model) {
        let Some(Control::Slide { label, range: (low, high, _), value, text, .. }) = slider(name, model) else {
            let view = model.state.spec().view.name();
            return self.report("no-value", &["bind: ", &quoted(name), " has no slider in the view ", view, "."].concat());
        };
        let host = &self.host;
        set_attribute(host, "role", Some("slider"));
        if !host.has_attribute("tabindex") {
            host.set_tab_index(0);
        }
        set_attribute(host, "aria-label", Some(label));
        for (attribute, number) in [("aria-valuemin", low), ("aria-valuemax", high), ("aria-valuenow", value)] {
            set_attribute(host, attribute, Some(&number.to_string()));
        }
        set_attribute(host, "aria-valuetext", Some(&text));
        set_text(host, &text);
    }

    /// Says once what is wrong; the author's text stays.
    fn report(&self, code: &str, message: &str) {
        if *self.reported.borrow() != message {
            self.reported.replace(message.to_owned());
            events::warn_once(code, message);
            events::fire(&self.host, "yen-lens-error", &[("code", code), ("message", message)]);
        }
    }

    /// Moves the slider to a number, as near as its steps allow.
    fn slide_to(&self, wanted: impl FnOnce(f64, (f64, f64, f64)) -> f64) {
        let Role::Slider(name) = *self.role.borrow() else { return };
        let Some(reader) = self.reader.borrow().clone() else { return };
        let Some(Control::Slide { range, value, .. }) = reader.model.try_borrow().ok().and_then(|model| slider(name, &model))
        else {
            return;
        };
        let (low, high, step) = range;
        let steps = ((wanted(value, range) - low) / step).round();
        let next = (low + steps * step).clamp(low, high);
        if (next - value).abs() > 0.0 {
            reader.dispatch(Msg::Set(name, next.to_string()));
        }
    }
}

/// The options with those of the group's first widget where it has none of its own, and the view that has the number.
fn complete(mut options: Options, role: &Role) -> Options {
    let widget = options.group.as_deref().and_then(widget_of);
    for name in Options::NAMES.iter().filter(|name| !OWN.contains(name)) {
        if options.get(name).is_none() {
            let theirs = widget.as_ref().and_then(|widget| widget.get_attribute(name));
            let _ = options.set(name, theirs);
        }
    }
    if options.view.is_none() {
        let known = if let Role::Value(of) = role { bound::view_of(of) } else { None };
        let theirs = || widget.as_ref().and_then(|widget| widget.get_attribute("view"));
        options.view = Some(known.map_or_else(|| theirs().unwrap_or_else(|| "correlation".to_owned()), |v| v.name().to_owned()));
    }
    options
}

/// The first widget of a group.
fn widget_of(group: &str) -> Option<Element> {
    // A name is any text: in a selector its quotes and backslashes are written with a backslash before them.
    let name = group.replace('\\', "\\\\").replace('"', "\\\"");
    dom::document().ok()?.query_selector(&["yen-lens[group=\"", &name, "\"]"].concat()).ok()?
}

fn slider(name: &str, model: &Model) -> Option<Control> {
    figures::slider(name, model.state.spec(), &model.store(), &model.words())
}

/// Keys, and a drag by pointer or touch. The page keeps its vertical scroll: the style sheet gives us sideways moves alone.
fn slides(inner: &Rc<Inner>) -> Dom<Vec<Listener>> {
    let host = inner.host.clone();
    let with = |handle: fn(&Inner, &Event)| {
        let weak = Rc::downgrade(inner);
        move |event: Event| {
            if let Some(inner) = weak.upgrade() {
                handle(&inner, &event);
            }
        }
    };
    Ok(vec![
        Listener::active(&host, "keydown", with(Inner::key))?,
        Listener::passive(&host, "pointerdown", with(Inner::grab))?,
        Listener::passive(&host, "pointermove", with(Inner::pull))?,
        Listener::passive(&host, "pointerup", with(|inner, _| inner.drag.set(None)))?,
        Listener::passive(&host, "pointercancel", with(|inner, _| inner.drag.set(None)))?,
    ])
}

impl Inner {
    fn key(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !(key.ctrl_key() || key.meta_key() || key.alt_key()))
        else {
            return;
        };
        let by = match key.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1.0,
            "ArrowLeft" | "ArrowDown" => -1.0,
            "PageUp" => 10.0,
            "PageDown" => -10.0,
            "Home" => f64::NEG_INFINITY,
            "End" => f64::INFINITY,
            _ => return,
        };
        event.prevent_default();
        self.slide_to(|value, (low, high, step)| (value + by * step).clamp(low, high));
    }

    fn grab(&self, event: &Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0) else { return };
        let _ = self.host.set_pointer_capture(pointer.pointer_id());
        let x_px = f64::from(pointer.client_x());
        self.slide_to(|value, _| {
            self.drag.set(Some((x_px, value)));
            value
        });
    }

    fn pull(&self, event: &Event) {
        let (Some((from_px, from)), Some(pointer)) = (self.drag.get(), event.dyn_ref::<PointerEvent>()) else { return };
        let by_px = f64::from(pointer.client_x()) - from_px;
        self.slide_to(|_, (low, high, step)| {
            let step_px = (WAY_PX * step / (high - low)).clamp(STEP_PX.0, STEP_PX.1);
            from + (by_px / step_px).round() * step
        });
    }
}

/// One question and all elements that ask it: a widget without a picture.
struct Reader {
    key: String,
    window: Window,
    model: RefCell<Model>,
    elements: RefCell<Vec<Weak<Inner>>>,
    dirty: Cell<Dirty>,
    due: RefCell<Option<Due>>,
    loading: Cell<bool>,
    waiting: RefCell<Option<Rc<Pending>>>,
}

/// When a reader is called back; it is not when this goes.
enum Due {
    #[expect(dead_code, reason = "held, not read")]
    Frame(Frame),
    #[expect(dead_code, reason = "held, not read")]
    Turn(Timeout),
}

thread_local! {
    static READERS: RefCell<Vec<Weak<Reader>>> = RefCell::default();
}

impl Reader {
    /// The reader of these options, new or known.
    fn of(base: &str, options: &Options, language: &str) -> Rc<Self> {
        let mut key = [base, "\n", language].concat();
        for name in Options::NAMES {
            key.push('\n');
            key.push_str(options.get(name).unwrap_or_default());
        }
        let known = READERS.with_borrow_mut(|readers| {
            readers.retain(|reader| reader.strong_count() > 0);
            readers.iter().filter_map(Weak::upgrade).find(|reader| reader.key == key)
        });
        if let Some(known) = known {
            return known;
        }
        let mut model = Model::new(Library::at(base));
        model.configure(options, language);
        let new = Rc::new(Self {
            key,
            // Elements come from a page, so there is a window.
            window: web_sys::window().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into()),
            model: RefCell::new(model),
            elements: RefCell::default(),
            dirty: Cell::new(Dirty::Data),
            due: RefCell::default(),
            loading: Cell::new(false),
            waiting: RefCell::default(),
        });
        READERS.with_borrow_mut(|readers| readers.push(Rc::downgrade(&new)));
        if let Some(name) = &options.group {
            group::join(name, &(Rc::clone(&new) as _));
        }
        new
    }

    fn serve(self: &Rc<Self>, element: &Rc<Inner>) {
        let weak = Rc::downgrade(element);
        let mut elements = self.elements.borrow_mut();
        if !elements.iter().any(|known| known.ptr_eq(&weak)) {
            elements.push(weak);
        }
        drop(elements);
        self.ask(Dirty::Data);
    }

    fn release(&self, element: &Rc<Inner>) {
        let weak = Rc::downgrade(element);
        self.elements.borrow_mut().retain(|known| !known.ptr_eq(&weak));
    }

    /// Changes the settings and tells the group.
    fn dispatch(self: &Rc<Self>, msg: Msg) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let before = model.state.spec().clone();
        let dirty = model.update(msg);
        let after = model.state.spec().clone();
        drop(model);
        self.ask(dirty);
        if let Some(name) = &after.group {
            for change in changes(&before, &after) {
                group::tell(name, &(Rc::clone(self) as _), &News::Change(change));
            }
        }
    }

    fn ask(self: &Rc<Self>, dirty: Dirty) {
        // The crosshair is nothing to a number.
        if dirty <= Dirty::Cursor {
            return;
        }
        self.dirty.set(self.dirty.get().max(dirty));
        let mut due = self.due.borrow_mut();
        if due.is_none() {
            let weak = Rc::downgrade(self);
            let read = Box::new(move || {
                if let Some(reader) = weak.upgrade() {
                    reader.read();
                }
            });
            // New figures come to all numbers of a page at once: each in a turn of its own, the page goes on in between. What a reader
            // has moved is there in the next frame.
            *due = if dirty == Dirty::Data {
                Timeout::after(&self.window, 0, read).map(Due::Turn).ok()
            } else {
                Frame::request(&self.window, read).map(Due::Frame).ok()
            };
        }
    }

    /// Computes what is due and has every element write it.
    fn read(self: &Rc<Self>) {
        let spent = self.due.borrow_mut().take();
        turn::spawn(async move { drop(spent) });
        let dirty = self.dirty.take();
        let Ok(mut model) = self.model.try_borrow_mut() else { return self.ask(dirty) };
        if dirty == Dirty::Data {
            let missing = model.missing_chunks();
            if missing.is_empty() {
                model.compute();
            } else {
                self.load(Rc::clone(&model.library), missing);
            }
        }
        drop(model);
        let elements: Vec<Rc<Inner>> = self.elements.borrow().iter().filter_map(Weak::upgrade).collect();
        let Ok(model) = self.model.try_borrow() else { return };
        for element in &elements {
            element.show(&model);
        }
        let fault = model.fault().cloned();
        drop(model);
        if let Some(Fault { code, message }) = fault {
            for element in &elements {
                element.report(&code, &message);
            }
        }
    }

    fn load(self: &Rc<Self>, library: Rc<Library>, chunks: Vec<String>) {
        if self.loading.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        turn::spawn(async move {
            let mut came = true;
            for chunk in chunks {
                let (Some(reader), Some(pending)) = (weak.upgrade(), library.load(&chunk)) else { return };
                // Held by the reader: with it the request is given up.
                reader.waiting.replace(Some(Rc::clone(&pending)));
                drop(reader);
                came = came && matches!(Shared::wait(pending).await, Some(Ok(())));
            }
            if let Some(reader) = weak.upgrade() {
                reader.waiting.replace(None);
                reader.loading.set(false);
                // Without figures the author's own text is what there is to read.
                if came {
                    reader.ask(Dirty::Data);
                }
            }
        });
    }
}

impl Member for Reader {
    fn hear(self: Rc<Self>, news: &News) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let dirty = match news {
            News::Change(change) => change.message(&model.state).map_or(Dirty::None, |msg| model.update(msg)),
            News::Cursor(_) => Dirty::None,
            // The figures of the widget whose options hold here too.
            News::Data(data) => {
                let group = model.state.spec().group.clone();
                if group.and_then(|name| widget_of(&name)).as_ref() != Some(data.host.as_ref()) {
                    return;
                }
                model.library = Rc::clone(&data.library);
                #[cfg(feature = "feeds")]
                model.assume((Some(data.roles.0.clone()), Some(data.roles.1.clone())));
                Dirty::Data
            }
        };
        drop(model);
        self.ask(dirty);
    }
}

//! One widget at work: messages in, one frame at most, events out.
//!
//! The state is borrowed only inside [`App::dispatch`] and [`App::render`]; the page's own code (event listeners) runs when neither
//! holds it, so that it may call back in at will.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, Window};

use super::brush::Brush;
use super::controls::Controls;
use super::dom::{self, Dom};
use super::frame::{self, Screen};
use super::guards::{Frame, Listener, MediaWatch, SizeObserver, Timeout};
use super::library::{DataFault, Library};
use super::model::{Fault, Model};
use super::stage::Stage;
use super::{events, footer, input, table};
use crate::paint;
use crate::series::{Series, SeriesMeta};
use crate::spec::{Options, Spec, ViewName};
use crate::text::fill;
use crate::view::credits::Credits;
use crate::view::readout::Readout;
use crate::view::scale::{Domain, Kind, Scale};
use crate::view::state::{Dirty, Msg};

/// How long a sentence has to stand before it is read out.
const SPEAK_AFTER_MS: i32 = 600;
const BRUSH_HEIGHT_PX: f64 = 40.0;

/// One widget.
pub struct App {
    host: HtmlElement,
    window: Window,
    stage: Stage,
    model: RefCell<Model>,
    waiting: RefCell<Vec<Msg>>,
    dirty: Cell<Dirty>,
    frame: RefCell<Option<Frame>>,
    controls: RefCell<Controls>,
    brush: RefCell<Option<Brush>>,
    guards: RefCell<Guards>,
    speech: RefCell<Option<Timeout>>,
    reported: RefCell<Option<Fault>>,
    announced: RefCell<Option<Spec>>,
    loading: Cell<bool>,
}

#[derive(Default)]
struct Guards {
    _listeners: Vec<Listener>,
    _size: Option<SizeObserver>,
    dark: Option<MediaWatch>,
    resolution: Option<MediaWatch>,
}

impl App {
    /// Builds the widget inside the shim's frame and begins to listen.
    pub fn new(host: &HtmlElement, frame: &HtmlElement, base: &str) -> Dom<Rc<Self>> {
        let window = web_sys::window().ok_or(wasm_bindgen::JsValue::NULL)?;
        let app = Rc::new(Self {
            host: host.clone(),
            window,
            stage: Stage::new(frame)?,
            model: RefCell::new(Model::new(Library::at(base))),
            waiting: RefCell::default(),
            dirty: Cell::default(),
            frame: RefCell::default(),
            controls: RefCell::default(),
            brush: RefCell::default(),
            guards: RefCell::default(),
            speech: RefCell::default(),
            reported: RefCell::default(),
            announced: RefCell::default(),
            loading: Cell::new(false),
        });
        app.listen()?;
        Ok(app)
    }

    fn listen(self: &Rc<Self>) -> Dom<()> {
        let weak = Rc::downgrade(self);
        let mut listeners = input::listeners(&self.stage.chart, &weak)?;
        let of = weak.clone();
        // Opening the table fills it.
        listeners.push(Listener::passive(&self.stage.table, "toggle", move |_| {
            if let Some(app) = of.upgrade() {
                app.show_table();
            }
        })?);
        let of = weak.clone();
        let size = SizeObserver::new(&self.stage.chart, move |device| {
            if let Some(app) = of.upgrade() {
                app.resized(device);
            }
        })?;
        let of = weak.clone();
        let dark = MediaWatch::new(&self.window, "(prefers-color-scheme: dark)", move || {
            if let Some(app) = of.upgrade() {
                app.dispatch(Msg::Repaint);
            }
        })?;
        *self.brush.borrow_mut() = Some(Brush::new(&self.stage.brush, &weak)?);
        *self.guards.borrow_mut() = Guards { _listeners: listeners, _size: Some(size), dark: Some(dark), resolution: None };
        self.watch_resolution();
        Ok(())
    }

    /// A media query holds for one ratio only, so it is set anew after every change.
    fn watch_resolution(self: &Rc<Self>) {
        let weak: Weak<Self> = Rc::downgrade(self);
        let query = format!("(resolution: {}dppx)", self.window.device_pixel_ratio());
        let watch = MediaWatch::new(&self.window, &query, move || {
            let weak = weak.clone();
            // Not from inside the old watch's own call: it is about to be dropped.
            spawn_local(async move {
                if let Some(app) = weak.upgrade() {
                    app.watch_resolution();
                    app.resized(None);
                }
            });
        });
        self.guards.borrow_mut().resolution = watch.ok();
    }

    /// Takes in the author's options.
    pub fn configure(self: &Rc<Self>, options: &Options, language: &str) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let dirty = model.configure(options, language);
        // The author's own settings are not a change to be announced.
        *self.announced.borrow_mut() = Some(model.state.spec().clone());
        let first = model.prepared.is_none();
        drop(model);
        self.ask(if first { Dirty::Data } else { dirty });
    }

    /// The one way to change anything.
    pub fn dispatch(self: &Rc<Self>, msg: Msg) {
        self.waiting.borrow_mut().push(msg);
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let mut dirty = Dirty::None;
        loop {
            let Some(msg) = self.waiting.borrow_mut().pop() else { break };
            dirty = dirty.max(model.update(msg));
        }
        drop(model);
        self.ask(dirty);
    }

    /// Asks for a frame, once.
    fn ask(self: &Rc<Self>, dirty: Dirty) {
        if dirty == Dirty::None {
            return;
        }
        self.dirty.set(self.dirty.get().max(dirty));
        let Ok(mut frame) = self.frame.try_borrow_mut() else { return };
        if frame.is_none() {
            let weak = Rc::downgrade(self);
            *frame = Frame::request(&self.window, move || {
                if let Some(app) = weak.upgrade() {
                    app.render();
                }
            })
            .ok();
        }
    }

    /// Does what is due, then tells the page.
    fn render(self: &Rc<Self>) {
        // The frame's own callback is running: it must not be dropped before the next turn.
        let spent = self.frame.borrow_mut().take();
        spawn_local(async move { drop(spent) });
        let dirty = self.dirty.take();
        let Ok(mut model) = self.model.try_borrow_mut() else {
            self.dirty.set(dirty);
            return;
        };
        model.prefers_dark = self.guards.borrow().dark.as_ref().is_some_and(MediaWatch::matches);
        if dirty == Dirty::Data {
            let missing = model.missing_chunks();
            if !missing.is_empty() && model.data_fault.is_none() {
                self.load(Rc::clone(&model.library), missing);
            } else if model.compute() {
                // What went back by itself is not the reader's change.
                *self.announced.borrow_mut() = Some(model.state.spec().clone());
            }
        }
        let first = model.scene.is_none() && model.prepared.is_some();
        if first {
            self.stage.reveal();
            self.measure(&mut model);
        }
        if dirty >= Dirty::Layout {
            model.arrange();
            // Nodes of a page that is being torn down may refuse; the figure stays as it is.
            let _ = self.write(&model);
        }
        if dirty >= Dirty::Paint {
            self.paint(&model);
        }
        self.point(&model, dirty);
        self.stage.set_note(&model.note());
        self.stage.set_fault(model.fault().map(|fault| fault.message.as_str()));
        drop(model);
        self.tell(first, dirty);
    }

    fn load(self: &Rc<Self>, library: Rc<Library>, chunks: Vec<String>) {
        if self.loading.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let mut fault = None;
            for chunk in chunks {
                if let Err(error) = library.load(&chunk).await {
                    fault = Some(error);
                    break;
                }
            }
            let Some(app) = weak.upgrade() else { return };
            app.loading.set(false);
            if let Ok(mut model) = app.model.try_borrow_mut() {
                let phrases = model.phrases;
                model.data_fault = fault.map(|fault| {
                    let message = match &fault {
                        DataFault::Missing(status) => fill(phrases.error_data_missing, &[("status", status)]),
                        DataFault::Truncated => phrases.error_data_truncated.to_owned(),
                        DataFault::Malformed => phrases.error_data_malformed.to_owned(),
                    };
                    Fault { code: fault.code().to_owned(), message }
                });
            }
            app.ask(Dirty::Data);
        });
    }

    /// Reads the chart's size, which the observer would tell a frame too late.
    fn measure(&self, model: &mut Model) {
        let css = (f64::from(self.stage.chart.client_width()), f64::from(self.stage.chart.client_height()));
        model.screen = Screen::new(css, None, self.window.device_pixel_ratio());
        model.update(Msg::Resize { width_css: css.0, height_css: css.1 });
        let style = self.window.get_computed_style(&self.stage.root).ok().flatten();
        if let Some(font) = style.and_then(|style| style.get_property_value("font-family").ok()).filter(|font| !font.is_empty()) {
            model.font = font;
        }
    }

    fn resized(self: &Rc<Self>, device: Option<(f64, f64)>) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        if model.prepared.is_none() {
            return;
        }
        let before = model.screen;
        self.measure(&mut model);
        let screen = Screen::new(model.screen.css, device, self.window.device_pixel_ratio());
        model.screen = screen;
        drop(model);
        if screen.css != before.css {
            self.ask(Dirty::Layout);
        } else if screen != before {
            self.ask(Dirty::Paint);
        }
    }

    /// Puts the words and controls in their places.
    fn write(self: &Rc<Self>, model: &Model) -> Dom<()> {
        let Some(scene) = &model.scene else { return Ok(()) };
        let (stage, phrases, spec) = (&self.stage, model.phrases, model.state.spec());
        stage.set_words(&scene.heading, &scene.finding);
        dom::set_attribute(&stage.root, "lang", Some(phrases.lang));
        dom::set_attribute(&stage.chart, "aria-label", Some(&fill(phrases.chart, &[("finding", &scene.finding)])));
        dom::set_attribute(&stage.chart, "aria-description", Some(phrases.chart_help));
        let weak = Rc::downgrade(self);
        self.controls.borrow_mut().show(stage, &weak, model.offer(), spec, model.state.is_zoomed(), phrases)?;
        footer::legend(stage, scene, model.palette())?;
        let last = model.state.extent().map(|(_, last)| last);
        footer::credits(stage, &Credits::new(spec, &model.library.store(), last, phrases), phrases)?;
        if let (Some(brush), Some(layout), Some((first, last))) = (&*self.brush.borrow(), &model.layout, model.state.extent()) {
            let all = Domain::new(f64::from(first.count()), f64::from(last.count()));
            let (left, right) = layout.x.range();
            brush.show(Scale::new(Kind::Linear, all, left, right), model.state.domain(), phrases);
        }
        table::show(stage, scene, phrases)
    }

    fn show_table(&self) {
        if let Ok(model) = self.model.try_borrow()
            && let Some(scene) = &model.scene
        {
            let _ = table::show(&self.stage, scene, model.phrases);
        }
    }

    fn paint(&self, model: &Model) {
        let (Some(scene), Some(layout)) = (&model.scene, &model.layout) else { return };
        let palette = model.palette();
        frame::paint(&self.stage.base, model.screen, palette, &model.font, |brushes| paint::figure(brushes, scene, layout));
        if let (Some(brush), Some((first, last))) = (&*self.brush.borrow(), model.state.extent()) {
            let css = (f64::from(self.stage.brush.client_width()), BRUSH_HEIGHT_PX);
            let screen = Screen::new(css, None, self.window.device_pixel_ratio());
            let all = Domain::new(f64::from(first.count()), f64::from(last.count()));
            let x = Scale::new(Kind::Linear, all, layout.x.range().0, layout.x.range().1);
            frame::paint(&brush.canvas, screen, palette, &model.font, |brushes| {
                paint::overview(brushes, &scene.overview, &x, BRUSH_HEIGHT_PX)
            });
        }
    }

    /// The crosshair and its readout.
    fn point(&self, model: &Model, dirty: Dirty) {
        let (Some(scene), Some(layout)) = (&model.scene, &model.layout) else { return };
        if dirty < Dirty::Cursor {
            return;
        }
        let (palette, cursor) = (model.palette(), model.state.cursor());
        frame::paint(&self.stage.overlay, model.screen, palette, &model.font, |brushes| match cursor {
            Some(day) => paint::cursor(brushes, scene, layout, day),
            None => Ok(()),
        });
        let words = cursor.map(|day| Readout::new(scene, day, reach_days(layout), model.phrases));
        let x_px = cursor.map_or(0.0, |day| layout.x.px(f64::from(day.count())));
        let _ = footer::readout(&self.stage, words.as_ref(), palette, x_px, layout.width);
    }

    /// Events and reflected attributes, with nothing borrowed.
    fn tell(self: &Rc<Self>, first: bool, dirty: Dirty) {
        let Ok(model) = self.model.try_borrow() else { return };
        let fault = model.fault().cloned();
        let spec = model.state.spec().clone();
        let hovered = model.state.cursor().map(|day| day.to_string()).unwrap_or_default();
        let drawn = model.scene.is_some();
        let finding = model.scene.as_ref().map(|scene| scene.finding.clone()).unwrap_or_default();
        drop(model);
        if fault != *self.reported.borrow() {
            self.reported.borrow_mut().clone_from(&fault);
            if let Some(fault) = fault {
                events::warn_once(&fault.code, &fault.message);
                events::fire(&self.host, "yen-lens-error", &[("code", &fault.code), ("message", &fault.message)]);
            }
        }
        if first && drawn {
            events::fire(&self.host, "yen-lens-ready", &[]);
        }
        let before = self.announced.borrow_mut().replace(spec.clone());
        if let Some(before) = before.filter(|before| *before != spec && drawn) {
            let changes = changed(&before, &spec);
            for (name, value) in &changes {
                dom::set_attribute(&self.host, name, Some(value));
            }
            let detail: Vec<(&str, &str)> = changes.iter().map(|(name, value)| (*name, value.as_str())).collect();
            events::fire(&self.host, "yen-lens-change", &detail);
        }
        if dirty >= Dirty::Layout && !first {
            self.speak_later(finding);
        }
        if dirty == Dirty::Cursor {
            events::fire(&self.host, "yen-lens-hover", &[("date", &hovered)]);
        }
    }

    /// Says a sentence once it has stood for a while, so that a moving slider does not chatter.
    fn speak_later(self: &Rc<Self>, sentence: String) {
        let weak = Rc::downgrade(self);
        let timeout = Timeout::after(&self.window, SPEAK_AFTER_MS, move || {
            if let Some(app) = weak.upgrade() {
                app.stage.speak(&sentence);
            }
        });
        *self.speech.borrow_mut() = timeout.ok();
    }

    /// Says where the crosshair stands.
    pub fn speak_cursor(self: &Rc<Self>) {
        let Ok(model) = self.model.try_borrow() else { return };
        if let (Some(day), Some(scene)) = (model.state.cursor(), &model.scene) {
            let sentence = Readout::new(scene, day, 0.0, model.phrases).spoken();
            drop(model);
            self.speak_later(sentence);
        }
    }

    /// The day under a horizontal position of the chart.
    pub fn day_at(&self, x_px: f64) -> Option<f64> {
        self.model.try_borrow().ok()?.layout.as_ref().map(|layout| layout.day_at(x_px))
    }

    /// The view that is shown.
    pub fn current_view(&self) -> ViewName {
        self.model.try_borrow().map_or(ViewName::Timeline, |model| model.state.spec().view)
    }

    /// The state under the names of the attributes, where it is not the default.
    pub fn save(&self) -> Vec<(&'static str, String)> {
        let spec = self.model.try_borrow().map_or_else(|_| Spec::default(), |model| model.state.spec().clone());
        changed(&Spec::default(), &spec)
    }

    /// The rows that are drawn, as CSV.
    pub fn csv(&self) -> String {
        let model = self.model.try_borrow();
        model.ok().and_then(|m| m.scene.as_ref().map(|s| crate::view::table::Table::new(s).csv())).unwrap_or_default()
    }

    /// Puts a series of the author's in, for this widget alone.
    pub fn insert(self: &Rc<Self>, meta: SeriesMeta, series: Series) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        model.library = model.library.own_copy();
        model.library.insert(meta, series);
        drop(model);
        self.ask(Dirty::Data);
    }

    /// Tries again what failed.
    pub fn retry(self: &Rc<Self>) {
        if let Ok(mut model) = self.model.try_borrow_mut() {
            model.data_fault = None;
        }
        self.ask(Dirty::Data);
    }

    /// Lets go of everything.
    pub fn tear_down(&self) {
        self.frame.borrow_mut().take();
        self.speech.borrow_mut().take();
        *self.guards.borrow_mut() = Guards::default();
        if let Some(brush) = self.brush.borrow_mut().take() {
            brush.canvas.set_width(1);
            brush.canvas.set_height(1);
        }
        *self.controls.borrow_mut() = Controls::default();
        self.stage.tear_down();
    }
}

/// How far from the crosshair an event may be to be named: some pixels, in days.
fn reach_days(layout: &crate::view::layout::Layout) -> f64 {
    let (left, right) = layout.x.range();
    6.0 * layout.x.domain().span() / (right - left).max(1.0)
}

/// What differs, under the names of the attributes.
fn changed(before: &Spec, after: &Spec) -> Vec<(&'static str, String)> {
    let views = |spec: &Spec| {
        // The one that is shown comes first, as an author would write it.
        let mut names = vec![spec.view.name()];
        names.extend(spec.views.iter().filter(|view| **view != spec.view).map(|view| view.name()));
        names.join(" ")
    };
    let mut all = Vec::new();
    let mut note = |name: &'static str, differs: bool, value: String| {
        if differs {
            all.push((name, value));
        }
    };
    note("view", before.views != after.views || before.view != after.view, views(after));
    note("asset", before.asset != after.asset, after.asset.clone());
    note("driver", before.driver != after.driver, after.driver.clone());
    note("window", before.window != after.window, after.window.to_string());
    note("basis", before.basis != after.basis, after.basis.name().to_owned());
    note("range", before.range != after.range, after.range.text());
    note("theme", before.theme != after.theme, after.theme.name().to_owned());
    all
}

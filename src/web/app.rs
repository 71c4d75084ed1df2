//! One widget at work: messages in, one frame at most, events out.
//!
//! The state is borrowed only inside [`App::dispatch`] and `render`; the page's own code (event listeners) runs when neither
//! holds it, so that it may call back in at will.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use web_sys::{HtmlElement, Window};

use super::actions::Actions;
use super::brush::Brush;
use super::controls::Controls;
use super::dom::Dom;
#[cfg(feature = "extras")]
use super::group::{self, Member, News};
use super::guards::{Frame, Timeout};
use super::input::Grip;
use super::legend::Legend;
use super::library::{DataFault, Library};
use super::listening::Listening;
use super::looks::Looks;
#[cfg(feature = "extras")]
use super::method;
use super::model::{Fault, Model};
use super::net::Shared;
use super::readout::Tip;
use super::render::{First, Strip};
use super::report::changed;
use super::screen::Screen;
use super::stage::Stage;
use super::surface::Over;
use super::turn;
#[cfg(feature = "headless")]
use crate::series::Day;
use crate::series::{Series, SeriesMeta};
use crate::spec::{Options, Spec, Theme, ViewName};
use crate::text::{Phrases, fill, phrases};
use crate::view::credits::Credits;
#[cfg(feature = "extras")]
use crate::view::group::changes;
#[cfg(feature = "extras")]
use crate::view::provenance;
use crate::view::scale::Scale;
use crate::view::state::{Dirty, Msg};

/// One widget.
pub struct App {
    /// The number by which the shim knows it, see [`turn`].
    pub(super) turn: u32,
    pub(super) host: HtmlElement,
    pub(super) window: Window,
    pub(super) stage: Stage,
    pub(super) model: RefCell<Model>,
    waiting: RefCell<Vec<Msg>>,
    pub(super) dirty: Cell<Dirty>,
    pub(super) frame: RefCell<Option<Frame>>,
    /// What is to come sooner than a frame.
    pub(super) soon: RefCell<Option<Timeout>>,
    pub(super) first: Cell<First>,
    pub(super) controls: RefCell<Controls>,
    pub(super) legend: RefCell<Legend>,
    pub(super) brush: RefCell<Option<Brush>>,
    pub(super) listening: RefCell<Listening>,
    pub(super) speech: RefCell<Option<Timeout>>,
    pub(super) reported: RefCell<Option<Fault>>,
    pub(super) announced: RefCell<Option<Spec>>,
    pub(super) credited: RefCell<Option<Credits>>,
    /// What the strip shows.
    pub(super) strip: RefCell<Option<Strip>>,
    /// The canvas of the crosshair.
    pub(super) over: RefCell<Over>,
    pub(super) tip: RefCell<Tip>,
    #[cfg(feature = "extras")]
    pub(super) method: RefCell<method::Panel>,
    pub(super) hovered: RefCell<String>,
    /// Whether the crosshair last went where another widget's stands: that one tells the page.
    pub(super) follows: Cell<bool>,
    pub(super) looks: RefCell<Option<Looks>>,
    /// The theme for which the colours were read; `None` when they have to be read again.
    pub(super) looked: Cell<Option<Theme>>,
    /// The size on the screen, while the page is on its way to paper.
    pub(super) printed: Cell<Option<Screen>>,
    pub(super) actions: RefCell<Actions>,
    loading: Cell<bool>,
    #[cfg(feature = "figures")]
    pub(super) sound: RefCell<super::sound::Sound>,
    /// Where its figures come from besides the snapshot.
    #[cfg(feature = "feeds")]
    pub(super) feeding: super::feed::Feeding,
    /// What this widget waits for; let go of, it is given up unless another waits too.
    interests: RefCell<Vec<Rc<dyn Any>>>,
}

impl App {
    /// Builds the widget inside the shim's frame and begins to listen.
    pub fn new(host: &HtmlElement, frame: &HtmlElement, base: &str) -> Dom<Rc<Self>> {
        let window = web_sys::window().ok_or(wasm_bindgen::JsValue::NULL)?;
        let app = Rc::new(Self {
            turn: turn::now(),
            host: host.clone(),
            window,
            stage: Stage::new(host, frame)?,
            model: RefCell::new(Model::new(Library::at(base))),
            waiting: RefCell::default(),
            dirty: Cell::default(),
            frame: RefCell::default(),
            controls: RefCell::default(),
            legend: RefCell::default(),
            brush: RefCell::default(),
            listening: RefCell::default(),
            soon: RefCell::default(),
            first: Cell::default(),
            speech: RefCell::default(),
            reported: RefCell::default(),
            announced: RefCell::default(),
            credited: RefCell::default(),
            strip: RefCell::default(),
            over: RefCell::default(),
            tip: RefCell::default(),
            #[cfg(feature = "extras")]
            method: RefCell::default(),
            hovered: RefCell::default(),
            follows: Cell::new(false),
            looks: RefCell::default(),
            looked: Cell::default(),
            printed: Cell::default(),
            actions: RefCell::default(),
            loading: Cell::new(false),
            #[cfg(feature = "figures")]
            sound: RefCell::default(),
            #[cfg(feature = "feeds")]
            feeding: super::feed::Feeding::default(),
            interests: RefCell::default(),
        });
        app.listen()?;
        Ok(app)
    }

    /// Takes in the author's options.
    pub fn configure(self: &Rc<Self>, options: &Options, language: &str) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        #[cfg(feature = "extras")]
        let before = model.state.spec().clone();
        let dirty = model.configure(options, language);
        // The author's own settings are not a change to be announced.
        let after = model.state.spec().clone();
        let first = model.prepared.is_none();
        // Not a frame later: what was asked for ahead may be here, and then the first frame has the figure.
        let missing = if first && !model.is_waiting { model.missing_chunks() } else { Vec::new() };
        if !missing.is_empty() {
            self.load(Rc::clone(&model.library), missing);
        }
        drop(model);
        self.ask(if first { Dirty::Data } else { dirty });
        #[cfg(feature = "extras")]
        self.meet(&before, &after, first);
        *self.announced.borrow_mut() = Some(after);
    }

    /// Joins the group of its spec, or tells it what the page has changed.
    #[cfg(feature = "extras")]
    fn meet(self: &Rc<Self>, before: &Spec, after: &Spec, first: bool) {
        let member: Rc<dyn Member> = Rc::clone(self) as _;
        if before.group != after.group {
            group::leave(&member);
        }
        if let Some(name) = &after.group {
            // What it is made with is its own; what the page's scripts change later concerns the group.
            if before.group == after.group && !first {
                for change in changes(before, after) {
                    group::tell(name, &member, &News::Change(change));
                }
            } else {
                group::join(name, &member);
            }
        }
    }

    /// The one way to change anything.
    #[cfg(not(feature = "extras"))]
    pub fn dispatch(self: &Rc<Self>, msg: Msg) {
        self.take_in(msg);
    }

    /// The one way to change anything. The group is told.
    #[cfg(feature = "extras")]
    pub fn dispatch(self: &Rc<Self>, msg: Msg) {
        self.follows.set(false);
        let known = |app: &Self| {
            let model = app.model.try_borrow().ok()?;
            let name = model.state.spec().group.clone()?;
            Some((name, model.state.spec().clone(), model.day()))
        };
        let Some((_, before, stood)) = known(self) else { return self.take_in(msg) };
        self.take_in(msg);
        if let Some((name, after, stands)) = known(self) {
            let member: Rc<dyn Member> = Rc::clone(self) as _;
            for change in changes(&before, &after) {
                group::tell(&name, &member, &News::Change(change));
            }
            if stands != stood {
                group::tell(&name, &member, &News::Cursor(stands));
            }
        }
    }

    /// Changes itself alone.
    fn take_in(self: &Rc<Self>, msg: Msg) {
        self.waiting.borrow_mut().push(msg);
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let mut dirty = Dirty::None;
        // First come, first served; what arrives while the state is borrowed waits for the next call.
        let waiting = std::mem::take(&mut *self.waiting.borrow_mut());
        for msg in waiting {
            dirty = dirty.max(model.update(msg));
        }
        drop(model);
        self.ask(dirty);
    }

    /// Asks for a frame, once.
    pub(super) fn ask(self: &Rc<Self>, dirty: Dirty) {
        if dirty == Dirty::None {
            return;
        }
        self.dirty.set(self.dirty.get().max(dirty));
        let Ok(mut frame) = self.frame.try_borrow_mut() else { return };
        if frame.is_none() {
            let weak = Rc::downgrade(self);
            let render = Box::new(move || {
                if let Some(app) = weak.upgrade() {
                    turn::of(app.turn, || app.render());
                }
            });
            *frame = Frame::request(&self.window, render).ok();
        }
    }

    /// Does what is due without waiting for a frame.
    #[cfg(feature = "extras")]
    pub fn settle(self: &Rc<Self>) {
        if self.dirty.get() > Dirty::None {
            self.render();
        }
    }

    /// Brings chunks, then goes on. Nothing of this widget is held meanwhile, so that it can go.
    pub(super) fn load(self: &Rc<Self>, library: Rc<Library>, chunks: Vec<String>) {
        if self.loading.replace(true) {
            return;
        }
        let weak = Rc::downgrade(self);
        turn::spawn(async move {
            let mut fault = None;
            // All are asked for at once.
            let asked: Vec<_> = chunks.iter().map(|chunk| library.load(chunk)).collect();
            for pending in asked {
                let outcome = wait(&weak, pending).await;
                fault = outcome.unwrap_or_else(|| Err(DataFault::Missing("no way to ask".to_owned()))).err();
                if fault.is_some() {
                    break;
                }
            }
            library.catch_up();
            let Some(app) = weak.upgrade() else { return };
            app.loading.set(false);
            app.loaded(fault);
        });
    }

    /// Goes on with the figures, or says why there are none and goes back to what was there.
    fn loaded(self: &Rc<Self>, fault: Option<DataFault>) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let Some(fault) = fault else {
            drop(model);
            self.ask(Dirty::Data);
            return;
        };
        let message = match &fault {
            DataFault::Missing(status) => fill(model.phrases.error_data_missing, &[("status", status)]),
            DataFault::Truncated => model.phrases.error_data_truncated.to_owned(),
            DataFault::Malformed => model.phrases.error_data_malformed.to_owned(),
        };
        model.data_fault = Some(Fault { code: fault.code().to_owned(), message });
        model.fall_back();
        *self.announced.borrow_mut() = Some(model.state.spec().clone());
        drop(model);
        self.ask(Dirty::Layout);
    }

    /// What the pointer at a place of the chart means: a day of the panels over time, or a point of one over values.
    pub fn pointed(&self, x_px: f64, y_px: f64) -> Option<Msg> {
        let model = self.model.try_borrow().ok()?;
        let (scene, layout) = (model.scene.as_ref()?, model.layout.as_ref()?);
        let panel = layout.panel_at(x_px, y_px)?;
        match scene.panels.get(panel)?.x {
            None => Some(Msg::Hover(layout.day_at(x_px))),
            Some(_) => layout.stop_at(scene, panel, x_px, y_px).map(Msg::Stand),
        }
    }

    /// The axis of time under a place of the chart; `None` over a panel whose axis is not time.
    pub fn grip(&self, x_px: f64, y_px: f64) -> Option<Grip> {
        let model = self.model.try_borrow().ok()?;
        let (scene, layout) = (model.scene.as_ref()?, model.layout.as_ref()?);
        let panel = layout.panel_at(x_px, y_px)?;
        let is_time = scene.panels.get(panel)?.x.is_none();
        is_time.then(|| Grip { x: layout.x.clone(), can_pan: model.state.can_pan() })
    }

    /// The axis of time as it is now.
    pub fn time_axis(&self) -> Option<Scale> {
        self.model.try_borrow().ok()?.layout.as_ref().map(|layout| layout.x.clone())
    }

    /// The language in force.
    pub fn phrases(&self) -> &'static Phrases {
        self.model.try_borrow().map_or_else(|_| phrases("en"), |model| model.phrases)
    }

    /// Calls back after so many milliseconds, unless the timer is dropped before.
    pub fn after(&self, milliseconds: i32, callback: impl FnMut() + 'static) -> Dom<Timeout> {
        Timeout::after(&self.window, milliseconds, Box::new(callback))
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

    /// The rows that are drawn, or the sample they were computed from, as CSV, after lines that say where they come from.
    #[cfg(feature = "extras")]
    pub fn csv(&self) -> String {
        let rows = |model: &Model| {
            let (scene, sheet) = (model.scene.as_ref()?, model.sheet()?);
            Some([provenance::comment(scene, &model.credits(None)), sheet.csv()].concat())
        };
        self.model.try_borrow().ok().and_then(|model| rows(&model)).unwrap_or_default()
    }

    /// What a program should know about the CSV of that name, as JSON.
    #[cfg(feature = "extras")]
    pub fn metadata(&self, file: &str) -> String {
        let json = |model: &Model| {
            let (scene, sheet) = (model.scene.as_ref()?, model.sheet()?);
            Some(provenance::metadata(file, scene, &model.credits(None), &sheet, model.state.spec(), &model.store()))
        };
        self.model.try_borrow().ok().and_then(|model| json(&model)).unwrap_or_default()
    }

    /// The address of the package, with a slash at its end.
    #[cfg(feature = "extras")]
    pub fn base(&self) -> String {
        self.model.try_borrow().map(|model| model.library.base().to_owned()).unwrap_or_default()
    }

    /// The days of a series it has, of which that holds.
    #[cfg(feature = "headless")]
    pub fn days_like(&self, holds: impl FnMut(&[Day]) -> bool) -> Option<Rc<Vec<Day>>> {
        self.model.try_borrow().ok()?.library.store().days_like(holds)
    }

    /// Puts a series of the author's in, for this widget alone.
    pub fn insert(self: &Rc<Self>, meta: SeriesMeta, series: Series) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        model.library = model.library.own_copy();
        #[cfg(feature = "feeds")]
        let noted = meta.clone();
        model.library.insert(meta, series);
        // As the store holds it, which shares the days of series on the same ones.
        #[cfg(feature = "feeds")]
        if let Some(series) = model.library.store().get(&noted.id) {
            self.note_set(&noted, series);
        }
        drop(model);
        self.ask(Dirty::Data);
    }

    /// Tries again what failed.
    pub fn retry(self: &Rc<Self>) {
        #[cfg(feature = "feeds")]
        self.feed_again();
        self.ask(Dirty::Data);
    }

    /// Lets go of everything.
    pub fn tear_down(self: &Rc<Self>) {
        #[cfg(feature = "extras")]
        group::leave(&(Rc::clone(self) as _));
        // Not while they are borrowed: to be given up runs code of the browser's.
        let interests = std::mem::take(&mut *self.interests.borrow_mut());
        drop(interests);
        self.frame.borrow_mut().take();
        self.soon.borrow_mut().take();
        self.speech.borrow_mut().take();
        *self.listening.borrow_mut() = Listening::default();
        self.looks.borrow_mut().take();
        if let Some(brush) = self.brush.borrow_mut().take() {
            brush.canvas.set_width(1);
            brush.canvas.set_height(1);
        }
        *self.controls.borrow_mut() = Controls::default();
        #[cfg(feature = "extras")]
        {
            *self.method.borrow_mut() = method::Panel::default();
        }
        *self.legend.borrow_mut() = Legend::default();
        *self.actions.borrow_mut() = Actions::default();
        #[cfg(feature = "figures")]
        self.silence();
        self.stage.tear_down();
    }
}

/// Waits for what a widget is interested in: what came of it; none when it could not be asked for. Does not come back once the widget
/// has let go of it: one that is made anew lacks nothing, and has nothing to say.
pub(super) async fn wait<T: Clone + 'static>(widget: &Weak<App>, shared: Option<Rc<Shared<T>>>) -> Option<T> {
    let shared = shared?;
    let interest: Rc<dyn Any> = Rc::<Shared<T>>::clone(&shared);
    let held = Rc::downgrade(&interest);
    widget.upgrade()?.interests.borrow_mut().push(interest);
    let Some(outcome) = Shared::wait(shared).await else { return std::future::pending().await };
    if let Some(app) = widget.upgrade() {
        let mut interests = app.interests.borrow_mut();
        // One: another may wait for the same.
        if let Some(at) = interests.iter().position(|one| std::ptr::addr_eq(Rc::as_ptr(one), held.as_ptr())) {
            interests.swap_remove(at);
        }
    }
    Some(outcome)
}

#[cfg(feature = "extras")]
impl Member for App {
    fn hear(self: Rc<Self>, news: &News) {
        let msg = match news {
            News::Change(change) => self.model.try_borrow().ok().and_then(|model| change.message(&model.state)),
            News::Cursor(day) => {
                self.follows.set(true);
                Some(day.map_or(Msg::Leave, |day| Msg::Hover(f64::from(day.count()))))
            }
            // Each widget has its own.
            #[cfg(feature = "figures")]
            News::Data(_) => None,
        };
        if let Some(msg) = msg {
            // What goes wrong here is not the fault of the one that told it.
            turn::of(self.turn, || self.take_in(msg));
        }
    }
}

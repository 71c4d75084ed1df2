//! Native inputs for what a view lets a reader change. They are built anew only when the view, the language or the choices
//! change; otherwise their values are set, so that a slider under the finger is never replaced.

use std::rc::Weak;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

use super::app::App;
use super::dom::{self, Dom, child, set_attribute, set_shown, set_text};
use super::guards::Listener;
use super::stage::Stage;
use crate::spec::{Basis, Range, Spec, ViewName, WINDOW_MAX, WINDOW_MIN};
use crate::text::{Phrases, fill};
use crate::view::choices::Choice;
use crate::view::state::Msg;

/// What decides which controls there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The view.
    pub view: ViewName,
    /// All views.
    pub views: Vec<ViewName>,
    /// The language's tag.
    pub lang: &'static str,
    /// The assets.
    pub assets: Vec<Choice>,
    /// The drivers.
    pub drivers: Vec<Choice>,
}

/// The controls that are there.
#[derive(Default)]
pub struct Controls {
    offer: Option<Offer>,
    listeners: Vec<Listener>,
    asset: Option<HtmlSelectElement>,
    driver: Option<HtmlSelectElement>,
    window: Option<(HtmlInputElement, HtmlElement)>,
    basis: Vec<(HtmlButtonElement, Basis)>,
    ranges: Vec<(HtmlButtonElement, Range)>,
    tabs: Vec<(HtmlButtonElement, ViewName)>,
    reset: Option<HtmlButtonElement>,
}

impl Controls {
    /// Brings the controls to what is offered and shown.
    pub fn show(
        &mut self,
        stage: &Stage,
        app: &Weak<App>,
        offer: Offer,
        spec: &Spec,
        zoomed: bool,
        phrases: &Phrases,
    ) -> Dom<()> {
        if self.offer.as_ref() != Some(&offer) {
            self.build(stage, app, &offer, phrases)?;
            self.offer = Some(offer);
        }
        set_shown(&stage.controls, spec.controls_visible);
        set_shown(&stage.tabs, spec.views.len() > 1);
        if let Some(select) = &self.asset {
            select.set_value(&spec.asset);
        }
        if let Some(select) = &self.driver {
            select.set_value(&spec.driver);
        }
        if let Some((input, value)) = &self.window {
            let days = fill(phrases.trading_days, &[("n", &spec.window.to_string())]);
            if input.value() != spec.window.to_string() {
                input.set_value(&spec.window.to_string());
            }
            set_attribute(input, "aria-valuetext", Some(&days));
            set_text(value, &days);
        }
        for (button, basis) in &self.basis {
            press(button, *basis == spec.basis);
        }
        for (button, range) in &self.ranges {
            press(button, *range == spec.range);
        }
        for (button, view) in &self.tabs {
            let selected = *view == spec.view;
            set_attribute(button, "aria-selected", Some(if selected { "true" } else { "false" }));
            button.set_tab_index(if selected { 0 } else { -1 });
        }
        if let Some(button) = &self.reset {
            set_shown(button, zoomed);
        }
        Ok(())
    }

    fn build(&mut self, stage: &Stage, app: &Weak<App>, offer: &Offer, phrases: &Phrases) -> Dom<()> {
        dom::clear(&stage.controls);
        dom::clear(&stage.tabs);
        *self = Self::default();
        self.build_tabs(stage, app, offer, phrases)?;
        let place = &stage.controls;
        self.asset = Some(self.select(place, app, phrases.asset, &offer.assets, Msg::Asset)?);
        if offer.view == ViewName::Correlation {
            self.driver = Some(self.select(place, app, phrases.driver, &offer.drivers, Msg::Driver)?);
            self.build_window(place, app, phrases)?;
            let group = button_group(place, phrases.basis)?;
            for (basis, name) in [(Basis::Changes, phrases.changes), (Basis::Levels, phrases.levels)] {
                let button = self.button(&group, app, name, move || Msg::Basis(basis))?;
                self.basis.push((button, basis));
            }
        }
        let group = button_group(place, phrases.range)?;
        for ((range, _), name) in Range::BUTTONS.into_iter().zip(phrases.ranges) {
            let button = self.button(&group, app, name, move || Msg::Range(range))?;
            self.ranges.push((button, range));
        }
        self.reset = Some(self.button(&group, app, phrases.reset, || Msg::Reset)?);
        Ok(())
    }

    fn build_tabs(&mut self, stage: &Stage, app: &Weak<App>, offer: &Offer, phrases: &Phrases) -> Dom<()> {
        for view in &offer.views {
            let view = *view;
            let name = match view {
                ViewName::Timeline => phrases.timeline,
                ViewName::Correlation => phrases.correlation,
            };
            let button = self.button(&stage.tabs, app, name, move || Msg::View(view))?;
            set_attribute(&button, "role", Some("tab"));
            self.tabs.push((button, view));
        }
        let (app, views) = (app.clone(), offer.views.clone());
        let buttons: Vec<HtmlButtonElement> = self.tabs.iter().map(|(button, _)| button.clone()).collect();
        let keys = Listener::active(&stage.tabs, "keydown", move |event: Event| {
            let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key) else { return };
            let step = match key.as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => views.len().saturating_sub(1),
                _ => return,
            };
            let Some(app) = app.upgrade() else { return };
            let current = app.current_view();
            let Some(at) = views.iter().position(|view| *view == current) else { return };
            let next = (at + step) % views.len();
            event.prevent_default();
            app.dispatch(Msg::View(views[next]));
            let _ = buttons[next].focus();
        })?;
        self.listeners.push(keys);
        Ok(())
    }

    fn build_window(&mut self, place: &HtmlElement, app: &Weak<App>, phrases: &Phrases) -> Dom<()> {
        let (field, label) = labelled(place, phrases.window)?;
        let input: HtmlInputElement = child(&field, "input", "")?;
        input.set_type("range");
        input.set_min(&WINDOW_MIN.to_string());
        input.set_max(&WINDOW_MAX.to_string());
        input.set_step("1");
        input.set_name("window");
        input.set_id("window");
        set_attribute(&label, "for", Some("window"));
        let value: HtmlElement = child(&field, "output", "value")?;
        set_attribute(&value, "for", Some("window"));
        // The slider speaks its own value; an output would say it twice.
        set_attribute(&value, "aria-hidden", Some("true"));
        let (source, app) = (input.clone(), app.clone());
        self.listeners.push(Listener::passive(&input, "input", move |_| {
            if let (Some(app), Ok(window)) = (app.upgrade(), source.value().parse()) {
                app.dispatch(Msg::Window(window));
            }
        })?);
        self.window = Some((input, value));
        Ok(())
    }

    fn select(
        &mut self,
        place: &HtmlElement,
        app: &Weak<App>,
        name: &str,
        choices: &[Choice],
        msg: fn(String) -> Msg,
    ) -> Dom<HtmlSelectElement> {
        let (field, label) = labelled(place, name)?;
        let select: HtmlSelectElement = child(&field, "select", "")?;
        let id = format!("select-{}", self.listeners.len());
        select.set_id(&id);
        set_attribute(&label, "for", Some(&id));
        for (value, text) in choices {
            let option: HtmlOptionElement = child(&select, "option", "")?;
            option.set_value(value);
            option.set_text_content(Some(text));
        }
        let (source, app) = (select.clone(), app.clone());
        self.listeners.push(Listener::passive(&select, "change", move |_| {
            if let Some(app) = app.upgrade() {
                app.dispatch(msg(source.value()));
            }
        })?);
        Ok(select)
    }

    fn button(
        &mut self,
        place: &HtmlElement,
        app: &Weak<App>,
        name: &str,
        msg: impl Fn() -> Msg + 'static,
    ) -> Dom<HtmlButtonElement> {
        let button: HtmlButtonElement = child(place, "button", "")?;
        button.set_type("button");
        button.set_text_content(Some(name));
        let app = app.clone();
        self.listeners.push(Listener::passive(&button, "click", move |_| {
            if let Some(app) = app.upgrade() {
                app.dispatch(msg());
            }
        })?);
        Ok(button)
    }
}

fn labelled(place: &HtmlElement, name: &str) -> Dom<(HtmlElement, HtmlElement)> {
    let field: HtmlElement = child(place, "div", "field")?;
    let label: HtmlElement = child(&field, "label", "")?;
    label.set_text_content(Some(name));
    Ok((field, label))
}

fn button_group(place: &HtmlElement, name: &str) -> Dom<HtmlElement> {
    let field: HtmlElement = child(place, "div", "field")?;
    let label: HtmlElement = child(&field, "span", "")?;
    label.set_text_content(Some(name));
    let group: HtmlElement = child(&field, "div", "buttons")?;
    group.set_attribute("role", "group")?;
    group.set_attribute("aria-label", name)?;
    Ok(group)
}

fn press(button: &HtmlButtonElement, pressed: bool) {
    set_attribute(button, "aria-pressed", Some(if pressed { "true" } else { "false" }));
}

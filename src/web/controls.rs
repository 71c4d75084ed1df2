//! Native inputs for what a view lets a reader change. They are built anew only when the view, the language or the choices
//! change; otherwise their values are set, so that a slider under the finger is never replaced.

use std::rc::Weak;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlButtonElement, HtmlElement, HtmlInputElement};

use super::app::App;
use super::dom::{self, Dom, child, set_attribute, set_shown, set_text};
use super::guards::Listener;
use super::input::sender;
use super::stage::Stage;
use crate::decimal::shortest;
use crate::spec::{Range, Spec, ViewName};
use crate::text::Phrases;
use crate::view::choices::Choice;
use crate::view::controls::Control;
use crate::view::state::Msg;

/// What there is to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// All views with their names.
    pub views: Vec<(ViewName, &'static str)>,
    /// The language's tag.
    pub lang: &'static str,
    /// What a reader can change in the view that is shown.
    pub controls: Vec<Control>,
}

impl Offer {
    /// Whether the other differs at most in what is chosen.
    fn is_like(&self, other: &Self) -> bool {
        let alike = |(one, other): (&Control, &Control)| one.is_like(other);
        self.views == other.views
            && self.lang == other.lang
            && self.controls.len() == other.controls.len()
            && self.controls.iter().zip(&other.controls).all(alike)
    }
}

/// A slider, or a list that opens, which has its value under the same name.
type Field = HtmlInputElement;

/// The nodes of one control.
enum Built {
    /// A toggle, which the reader opens and closes.
    More,
    /// A list that opens.
    Choose(Field),
    /// Buttons, one or several of them pressed, with their values.
    Buttons(Vec<(HtmlButtonElement, String)>),
    /// A slider and the place of its text.
    Slide(Field, HtmlElement),
}

/// The controls that are there.
#[derive(Default)]
pub struct Controls {
    offer: Option<Offer>,
    listeners: Vec<Listener>,
    tab_listeners: Vec<Listener>,
    built: Vec<Built>,
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
        if !self.offer.as_ref().is_some_and(|old| old.is_like(&offer)) {
            self.build(stage, app, &offer, phrases)?;
        }
        set_shown(&stage.controls, spec.controls_visible);
        set_shown(&stage.tabs, spec.views.len() > 1);
        for (built, control) in self.built.iter().zip(&offer.controls) {
            built.show(control);
        }
        self.offer = Some(offer);
        for (button, range) in &self.ranges {
            press(button, *range == spec.range);
        }
        for (button, view) in &self.tabs {
            let selected = *view == spec.view;
            set_attribute(button, "aria-selected", Some(if selected { "true" } else { "false" }));
            set_attribute(button, "tabindex", Some(if selected { "0" } else { "-1" }));
        }
        if let Some(button) = &self.reset {
            set_shown(button, zoomed);
        }
        Ok(())
    }

    fn build(&mut self, stage: &Stage, app: &Weak<App>, offer: &Offer, phrases: &Phrases) -> Dom<()> {
        let place = &stage.controls;
        // What the reader has opened stays so when the controls are others or speak another language.
        let opened = place.query_selector("details[open]")?.is_some();
        dom::clear(place);
        let kept_tabs = self.offer.as_ref().is_some_and(|old| old.views == offer.views && old.lang == offer.lang);
        if kept_tabs {
            // The tab under the reader's finger keeps its focus.
            *self = Self {
                tabs: std::mem::take(&mut self.tabs),
                tab_listeners: std::mem::take(&mut self.tab_listeners),
                ..Self::default()
            };
        } else {
            *self = Self::default();
            dom::clear(&stage.tabs);
            self.build_tabs(stage, app, offer)?;
            self.tab_listeners = std::mem::take(&mut self.listeners);
        }
        let first = offer.controls.iter().take_while(|control| !matches!(control, Control::More { .. })).count();
        let (sight, more) = offer.controls.split_at(first);
        for control in sight {
            let built = self.build_control(place, app, control)?;
            self.built.push(built);
        }
        let group = button_group(place, phrases.range)?;
        for ((range, _), name) in Range::BUTTONS.into_iter().zip(phrases.ranges) {
            let button = self.button(&group, app, name, Msg::Range(range))?;
            self.ranges.push((button, range));
        }
        self.reset = Some(self.button(&group, app, phrases.reset, Msg::Reset)?);
        if let [Control::More { label, open }, behind @ ..] = more {
            let place: HtmlElement = child(place, "details", "")?;
            dom::summary(&place, label, "settings")?;
            set_attribute(&place, "open", (opened || *open).then_some(""));
            self.built.push(Built::More);
            for control in behind {
                let built = self.build_control(&place, app, control)?;
                self.built.push(built);
            }
        }
        Ok(())
    }

    fn build_control(&mut self, place: &HtmlElement, app: &Weak<App>, control: &Control) -> Dom<Built> {
        match control {
            // The only one is built where it stands.
            Control::More { .. } => Ok(Built::More),
            Control::Choose { name, label, choices, .. } => self.build_select(place, app, name, label, choices),
            Control::Slide { name, label, range, .. } => self.build_slider(place, app, name, label, *range),
            Control::Switch { name, label, choices, .. } => self.build_buttons(place, app, label, choices, name, Msg::Set),
            Control::Toggle { name, label, choices, .. } => self.build_buttons(place, app, label, choices, name, Msg::Toggle),
        }
    }

    fn build_buttons(
        &mut self,
        place: &HtmlElement,
        app: &Weak<App>,
        label: &str,
        choices: &[Choice],
        name: &'static str,
        msg: fn(&'static str, String) -> Msg,
    ) -> Dom<Built> {
        let group = button_group(place, label)?;
        let mut buttons = Vec::new();
        for (value, text) in choices {
            buttons.push((self.button(&group, app, text, msg(name, value.clone()))?, value.clone()));
        }
        Ok(Built::Buttons(buttons))
    }

    fn build_slider(
        &mut self,
        place: &HtmlElement,
        app: &Weak<App>,
        name: &'static str,
        label: &str,
        (min, max, step): (f64, f64, f64),
    ) -> Dom<Built> {
        let (field, label) = labelled(place, label)?;
        let input: Field = child(&field, "input", "")?;
        input.set_attribute("type", "range")?;
        for (bound, value) in [("min", min), ("max", max), ("step", step)] {
            input.set_attribute(bound, &shortest(value))?;
        }
        name_field(&input, name)?;
        set_attribute(&label, "for", Some(name));
        let value: HtmlElement = child(&field, "output", "value")?;
        set_attribute(&value, "for", Some(name));
        // The slider speaks its own value; an output would say it twice.
        set_attribute(&value, "aria-hidden", Some("true"));
        self.hear(&input, app, name, "input")?;
        Ok(Built::Slide(input, value))
    }

    fn build_select(
        &mut self,
        place: &HtmlElement,
        app: &Weak<App>,
        name: &'static str,
        label: &str,
        choices: &[Choice],
    ) -> Dom<Built> {
        let (field, label) = labelled(place, label)?;
        let select: Field = child(&field, "select", "")?;
        name_field(&select, name)?;
        set_attribute(&label, "for", Some(name));
        for (value, text) in choices {
            let option: HtmlElement = child(&select, "option", "")?;
            option.set_attribute("value", value)?;
            option.set_text_content(Some(text));
        }
        self.hear(&select, app, name, "change")?;
        Ok(Built::Choose(select))
    }

    /// Takes in what is chosen in a field when it tells of it.
    fn hear(&mut self, field: &Field, app: &Weak<App>, name: &'static str, kind: &'static str) -> Dom<()> {
        let (source, app) = (field.clone(), app.clone());
        self.listeners.push(Listener::passive(field, kind, move |_| {
            if let Some(app) = app.upgrade() {
                app.dispatch(Msg::Set(name, source.value()));
            }
        })?);
        Ok(())
    }

    fn build_tabs(&mut self, stage: &Stage, app: &Weak<App>, offer: &Offer) -> Dom<()> {
        for (view, name) in &offer.views {
            let view = *view;
            let button = self.button(&stage.tabs, app, name, Msg::View(view))?;
            set_attribute(&button, "role", Some("tab"));
            self.tabs.push((button, view));
        }
        let app = app.clone();
        let views: Vec<ViewName> = offer.views.iter().map(|(view, _)| *view).collect();
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

    fn button(&mut self, place: &HtmlElement, app: &Weak<App>, name: &str, msg: Msg) -> Dom<HtmlButtonElement> {
        let button: HtmlButtonElement = child(place, "button", "")?;
        button.set_attribute("type", "button")?;
        button.set_text_content(Some(name));
        self.listeners.push(sender(&button, "click", app, msg)?);
        Ok(button)
    }
}

impl Built {
    /// Brings the nodes to what is chosen.
    fn show(&self, control: &Control) {
        match (self, control) {
            (Self::Choose(select), Control::Choose { value, .. }) => select.set_value(value),
            (Self::Buttons(buttons), Control::Switch { value, .. }) => {
                for (button, own) in buttons {
                    press(button, own == value);
                }
            }
            (Self::Buttons(buttons), Control::Toggle { values, .. }) => {
                for (button, own) in buttons {
                    press(button, values.contains(own));
                }
            }
            (Self::Slide(input, place), Control::Slide { value, text, .. }) => {
                let value = shortest(*value);
                // A slider under the finger is left alone.
                if input.value() != value {
                    input.set_value(&value);
                }
                set_attribute(input, "aria-valuetext", Some(text));
                set_text(place, text);
            }
            // Nodes are built for the controls they show.
            _ => {}
        }
    }
}

/// Gives a field the name of its option, for forms and for its label.
fn name_field(field: &HtmlElement, name: &str) -> Dom<()> {
    field.set_attribute("name", name)?;
    field.set_attribute("id", name)
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

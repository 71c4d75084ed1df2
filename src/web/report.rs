//! What the page and those who hear it are told: events, reflected attributes, spoken sentences.

use std::rc::Rc;

use super::app::App;
use super::guards::Timeout;
use super::{dom, events};
use crate::spec::Spec;
use crate::view::readout::Readout;
use crate::view::state::Dirty;

/// How long a sentence has to stand before it is read out.
const SPEAK_AFTER_MS: i32 = 600;

impl App {
    /// Events and reflected attributes, with nothing borrowed.
    pub(super) fn tell(self: &Rc<Self>, first: bool, dirty: Dirty) {
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
}

/// What differs, under the names of the attributes.
pub(super) fn changed(before: &Spec, after: &Spec) -> Vec<(&'static str, String)> {
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

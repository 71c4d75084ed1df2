//! What the page and those who hear it are told: events, reflected attributes, spoken sentences.

use std::rc::Rc;

use super::app::App;
#[cfg(feature = "figures")]
use super::group::{self, Data, Member, News};
use super::guards::Timeout;
use super::{dom, events};
use crate::spec::{Options, Spec};
use crate::view::readout::Readout;
use crate::view::state::Dirty;

/// How long a sentence has to stand before it is read out.
const SPEAK_AFTER_MS: i32 = 600;

impl App {
    /// Events and reflected attributes, with nothing borrowed.
    pub(super) fn tell(self: &Rc<Self>, first: bool, dirty: Dirty) {
        let Ok(model) = self.model.try_borrow() else { return };
        let spec = model.state.spec();
        let hovered = model.day().map(|day| day.to_string()).unwrap_or_default();
        let drawn = model.scene.is_some();
        // A pointer that moves changes neither the options nor what is wrong, nor the finding.
        let fault = (model.fault() != self.reported.borrow().as_ref()).then(|| model.fault().cloned());
        let respecified = (self.announced.borrow().as_ref() != Some(spec)).then(|| spec.clone());
        let finding = if dirty >= Dirty::Layout { model.scene.as_ref().map(|scene| scene.finding.clone()) } else { None };
        drop(model);
        if let Some(fault) = fault {
            self.reported.borrow_mut().clone_from(&fault);
            if let Some(fault) = fault {
                events::warn_once(&fault.code, &fault.message);
                events::fire(&self.host, "yen-lens-error", &[("code", &fault.code), ("message", &fault.message)]);
            }
        }
        if first && drawn {
            events::fire(&self.host, "yen-lens-ready", &[]);
        }
        if let Some(spec) = respecified {
            let before = self.announced.borrow_mut().replace(spec.clone());
            if let Some(before) = before.filter(|_| drawn) {
                let changes = changed(&before, &spec);
                for (name, value) in &changes {
                    dom::set_attribute(&self.host, name, Some(value));
                }
                let detail: Vec<(&str, &str)> = changes.iter().map(|(name, value)| (*name, value.as_str())).collect();
                events::fire(&self.host, "yen-lens-change", &detail);
            }
        }
        if dirty >= Dirty::Layout && !first {
            self.speak_later(finding.unwrap_or_default());
        }
        let moved = *self.hovered.borrow() != hovered;
        if dirty == Dirty::Cursor && moved {
            self.hovered.borrow_mut().clone_from(&hovered);
            if !self.follows.get() {
                events::fire(&self.host, "yen-lens-hover", &[("date", &hovered)]);
            }
        }
        #[cfg(feature = "figures")]
        if dirty == Dirty::Data && drawn {
            self.share_data();
        }
    }

    /// Tells the group of figures that are this widget's own.
    #[cfg(feature = "figures")]
    fn share_data(self: &Rc<Self>) {
        let Ok(model) = self.model.try_borrow() else { return };
        let spec = model.state.spec();
        let (Some(name), true) = (spec.group.clone(), model.library.is_own()) else { return };
        let roles = (spec.asset.clone(), spec.driver.clone());
        let data = Data { host: self.host.clone(), library: Rc::clone(&model.library), roles };
        drop(model);
        let member: Rc<dyn Member> = Rc::clone(self) as _;
        group::tell(&name, &member, &News::Data(data));
    }

    /// Says a sentence once it has stood for a while, so that a moving slider does not chatter.
    fn speak_later(self: &Rc<Self>, sentence: String) {
        let weak = Rc::downgrade(self);
        let speak = move || {
            if let Some(app) = weak.upgrade() {
                app.stage.speak(&sentence);
            }
        };
        let timeout = Timeout::after(&self.window, SPEAK_AFTER_MS, Box::new(speak));
        *self.speech.borrow_mut() = timeout.ok();
    }

    /// Says where the crosshair stands, with the events up to so many days away.
    pub fn speak_cursor(self: &Rc<Self>, reach_days: f64) {
        let Ok(model) = self.model.try_borrow() else { return };
        if let (Some(spot), Some(scene)) = (model.state.cursor(), &model.scene)
            && let Some(readout) = Readout::new(scene, spot, reach_days, model.phrases)
        {
            let sentence = readout.spoken();
            drop(model);
            self.speak_later(sentence);
        }
    }
}

/// What differs, under the names of the attributes.
pub(super) fn changed(before: &Spec, after: &Spec) -> Vec<(&'static str, String)> {
    let differs = |name: &&'static str| {
        let text = after.text(name)?;
        (before.text(name).as_ref() != Some(&text)).then_some((*name, text))
    };
    Options::NAMES.iter().filter_map(differs).collect()
}

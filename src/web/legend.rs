//! The legend: a button for each line that can be hidden, and what the labels at the lines leave open. The buttons are built
//! anew only when the lines change, so that one under the finger keeps its focus.

use std::rc::{Rc, Weak};

use web_sys::{HtmlButtonElement, HtmlElement};

use super::app::App;
use super::dom::{self, Dom, child, set_attribute, set_shown, set_style};
use super::guards::Listener;
use super::input::sender;
use super::stage::Stage;
use crate::paint::Palette;
use crate::text::Phrases;
use crate::view::legend::Key;
use crate::view::scene::{Dash, Note, Scene, Sign};
use crate::view::state::Msg;

/// The entries that are there.
#[derive(Default)]
pub struct Legend {
    keys: Vec<Key>,
    notes: Rc<Vec<Note>>,
    lang: &'static str,
    buttons: Vec<(HtmlButtonElement, HtmlElement)>,
    swatches: Vec<HtmlElement>,
    listeners: Vec<Listener>,
}

impl Legend {
    /// Brings the legend to the lines and notes of the figure. A figure of one line needs no button to hide it.
    pub fn show(
        &mut self,
        stage: &Stage,
        app: &Weak<App>,
        keys: &[Key],
        scene: &Scene,
        palette: &Palette,
        phrases: &Phrases,
    ) -> Dom<()> {
        let keys = if keys.len() < 2 { &[] } else { keys };
        let alike = |(a, b): (&Key, &Key)| a.key == b.key && a.label == b.label;
        let same = self.keys.len() == keys.len() && self.keys.iter().zip(keys).all(alike);
        if !same || self.notes != scene.legend || self.lang != phrases.lang {
            self.build(stage, app, keys, scene, phrases)?;
        }
        self.keys = keys.to_vec();
        for ((button, swatch), key) in self.buttons.iter().zip(keys) {
            set_attribute(button, "aria-pressed", Some(if key.shown { "true" } else { "false" }));
            set_style(swatch, "border-color", &palette.ink(key.ink).hex());
            let dash = match key.dash {
                Dash::Solid => "solid",
                Dash::Long => "dashed",
                Dash::Short => "dotted",
            };
            set_style(swatch, "border-top-style", dash);
        }
        for (swatch, note) in self.swatches.iter().zip(&*self.notes) {
            set_style(swatch, "border-color", &palette.ink(note.ink).hex());
        }
        set_shown(&stage.legend, !keys.is_empty() || !scene.legend.is_empty());
        Ok(())
    }

    fn build(&mut self, stage: &Stage, app: &Weak<App>, keys: &[Key], scene: &Scene, phrases: &Phrases) -> Dom<()> {
        *self = Self { notes: Rc::clone(&scene.legend), lang: phrases.lang, ..Self::default() };
        dom::clear(&stage.legend);
        if !keys.is_empty() {
            let group: HtmlElement = child(&stage.legend, "div", "keys")?;
            group.set_attribute("role", "group")?;
            group.set_attribute("aria-label", phrases.lines)?;
            for key in keys {
                self.build_key(&group, app, key)?;
            }
        }
        for note in &*scene.legend {
            let place: HtmlElement = child(&stage.legend, "span", "key")?;
            self.swatches.push(child(&place, "span", class_of(note.sign))?);
            let words: HtmlElement = child(&place, "span", "")?;
            words.set_text_content(Some(&note.text));
        }
        Ok(())
    }

    fn build_key(&mut self, group: &HtmlElement, app: &Weak<App>, key: &Key) -> Dom<()> {
        let button: HtmlButtonElement = child(group, "button", "key")?;
        button.set_attribute("type", "button")?;
        let swatch: HtmlElement = child(&button, "span", "swatch")?;
        let words: HtmlElement = child(&button, "span", "")?;
        words.set_text_content(Some(&key.label));
        let mut send = |kind, msg| sender(&button, kind, app, msg).map(|listener| self.listeners.push(listener));
        send("click", Msg::Toggle("hide", key.key.clone()))?;
        // A line stands out while its entry is pointed at or has the focus.
        let events = [("pointerenter", true), ("pointerleave", false), ("focus", true), ("blur", false)];
        for (kind, on) in events {
            send(kind, Msg::Highlight(on.then(|| key.key.clone())))?;
        }
        self.buttons.push((button, swatch));
        Ok(())
    }
}

/// The class of the swatch that looks like that sign.
const fn class_of(sign: Sign) -> &'static str {
    match sign {
        Sign::Line => "swatch",
        #[cfg(feature = "figures")]
        Sign::Dashed => "swatch dashed",
        #[cfg(feature = "figures")]
        Sign::Bars => "swatch box",
        #[cfg(feature = "figures")]
        Sign::Shade => "swatch box shade",
        Sign::Ring => "swatch ring",
        #[cfg(feature = "figures")]
        Sign::SmallRing => "swatch small ring",
    }
}

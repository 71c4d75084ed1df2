//! The row of buttons at the foot: the figure as sound, CSV, PNG and SVG, its address, and the tag that shows it elsewhere.
//!
//! The module that draws the first picture has the buttons alone. The element takes the whole one when the first of them is
//! pressed, and presses it again there.

#[cfg(feature = "extras")]
mod act;

#[cfg(feature = "extras")]
use std::rc::Weak;

use web_sys::HtmlButtonElement;

#[cfg(feature = "extras")]
use super::app::App;
use super::dom::{self, Dom, child, set_attribute};
#[cfg(feature = "extras")]
use super::guards::Listener;
use super::stage::Stage;
use crate::text::{Phrases, metadata_word};

/// The buttons that are there.
#[derive(Default)]
pub struct Actions {
    lang: &'static str,
    #[cfg(feature = "extras")]
    listeners: Vec<Listener>,
}

impl Actions {
    /// Builds the row, once for each language.
    pub fn show(&mut self, stage: &Stage, #[cfg(feature = "extras")] app: &Weak<App>, phrases: &'static Phrases) -> Dom<()> {
        if self.lang == phrases.lang {
            return Ok(());
        }
        *self = Self::default();
        self.lang = phrases.lang;
        dom::clear(&stage.actions);
        set_attribute(&stage.actions, "aria-label", Some(phrases.share));
        #[cfg(feature = "extras")]
        let field = act::field(phrases)?;
        // In the whole module it comes and goes with what can be heard.
        #[cfg(not(feature = "extras"))]
        let first = [phrases.listen];
        #[cfg(feature = "extras")]
        let first: [&str; 0] = [];
        let files = ["CSV", metadata_word(phrases.lang), "PNG", "SVG", phrases.link, phrases.embed];
        for name in first.into_iter().chain(files) {
            let button: HtmlButtonElement = child(&stage.actions, "button", "")?;
            button.set_attribute("type", "button")?;
            button.set_text_content(Some(name));
            set_attribute(&button, "data-more", Some(name));
            #[cfg(feature = "extras")]
            self.listeners.push(act::listener(app, button, &field, name, phrases)?);
        }
        #[cfg(feature = "extras")]
        stage.actions.append_child(&field)?;
        Ok(())
    }
}

//! The method behind its toggle: paragraphs, the sources of every series that is drawn, and a program that can be selected and, where the page allows it, copied.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlButtonElement, HtmlDetailsElement, HtmlElement, Window};

use super::dom::{self, Dom, child, set_shown, set_text};
use super::guards::Listener;
use super::stage::Stage;
use super::turn;
use crate::text::Phrases;
use crate::view::credits::Credit;
use crate::view::method::Method;

/// What the panel shows now, and who listens to its button.
#[derive(Default)]
pub struct Panel {
    shown: Option<(Method, Vec<Credit>, &'static str)>,
    copy: Option<Listener>,
}

impl Panel {
    /// Brings the panel to the method; hides it where there is none. Written only when it differs, or it would lose the reader's
    /// selection with every step of a slider. Behind a closed toggle stays what was there: a range that moves would write it anew with
    /// every frame, and nobody would read it.
    pub fn show(
        &mut self,
        stage: &Stage,
        window: &Window,
        method: Option<Method>,
        sources: &[Credit],
        phrases: &'static Phrases,
    ) -> Dom<()> {
        let next = method.map(|method| (method, sources.to_vec(), phrases.lang));
        let is_open = stage.method.unchecked_ref::<HtmlDetailsElement>().open();
        let is_kept = match (&self.shown, &next) {
            (Some(shown), Some(next)) => shown.2 == next.2 && (!is_open || shown == next),
            (shown, next) => shown.is_none() && next.is_none(),
        };
        if is_kept {
            return Ok(());
        }
        set_shown(&stage.method, next.is_some());
        self.copy = None;
        dom::clear(&stage.method);
        if let Some((method, sources, _)) = &next {
            dom::summary(&stage.method, phrases.method, "method")?;
            for paragraph in &method.paragraphs {
                let place: HtmlElement = child(&stage.method, "p", "")?;
                place.set_text_content(Some(paragraph));
            }
            let list: HtmlElement = child(&stage.method, "ul", "")?;
            for source in sources {
                let place: HtmlElement = child(&list, "li", "")?;
                place.set_text_content(Some(&source.text));
            }
            if !method.snippet.is_empty() {
                self.copy = program(&stage.method, window, &method.snippet, phrases)?;
            }
        }
        self.shown = next;
        Ok(())
    }
}

/// The program, and a button that copies it where there is a clipboard.
fn program(place: &HtmlElement, window: &Window, snippet: &str, phrases: &'static Phrases) -> Dom<Option<Listener>> {
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let button: Option<HtmlButtonElement> = if clipboard.is_object() { Some(child(place, "button", "copy")?) } else { None };
    let code: HtmlElement = child(place, "pre", "")?;
    code.set_text_content(Some(snippet));
    // It scrolls sideways, so the keyboard has to reach it.
    code.set_tab_index(0);
    code.set_attribute("role", "region")?;
    code.set_attribute("aria-label", phrases.extras.program)?;
    let Some(button) = button else { return Ok(None) };
    button.set_type("button");
    button.set_text_content(Some(phrases.extras.copy));
    let (window, told, text) = (window.clone(), button.clone(), snippet.to_owned());
    Listener::passive(&button, "click", move |_| {
        let (window, told, code) = (window.clone(), told.clone(), code.clone());
        let written = window.navigator().clipboard().write_text(&text);
        turn::spawn(async move {
            if JsFuture::from(written).await.is_ok() {
                set_text(&told, phrases.extras.copied);
            } else if let Ok(Some(selection)) = window.get_selection() {
                // A frame or a policy may forbid the clipboard; selected, it can be copied by hand.
                let _ = selection.select_all_children(&code);
            }
        });
    })
    .map(Some)
}

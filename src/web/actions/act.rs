//! What the buttons do.
//!
//! Files are saved through a link to a blob, which a policy that allows images allows too. What should be copied and cannot be,
//! because a frame or a browser forbids it, is shown to be copied by hand.

use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlButtonElement, HtmlInputElement, Url};

use crate::text::{Phrases, metadata_word};
use crate::view::share;
use crate::web::app::App;
use crate::web::dom::{self, Dom, set_attribute, set_shown, set_text};
use crate::web::export;
use crate::web::guards::Listener;
use crate::web::turn;

/// Data of the author's own inside the element.
const INLINE: &str = ":scope>script:is([type=\"application/json\"],[type=\"text/csv\"])";
/// How long a button says that something was copied.
const TOLD_MS: i32 = 2_000;
/// How long the browser has to fetch what a link leads to.
const SAVED_MS: i32 = 20_000;

/// The field for what could not be copied, hidden.
pub(super) fn field(phrases: &Phrases) -> Dom<HtmlInputElement> {
    let field: HtmlInputElement = dom::element("input")?;
    field.set_read_only(true);
    field.set_hidden(true);
    set_attribute(&field, "aria-label", Some(phrases.extras.copy_by_hand));
    Ok(field)
}

/// Acts when the button of that name is pressed.
pub(super) fn listener(
    app: &Weak<App>,
    button: HtmlButtonElement,
    field: &HtmlInputElement,
    name: &'static str,
    phrases: &'static Phrases,
) -> Dom<Listener> {
    let (app, field) = (app.clone(), field.clone());
    let target = button.clone();
    Listener::passive(&target, "click", move |_| {
        if let Some(app) = app.upgrade() {
            let told = Told { button: button.clone(), name, field: field.clone(), phrases };
            // A browser that refuses leaves everything as it was.
            let _ = app.act(told);
        }
    })
}

/// Where the reader is told what came of it.
struct Told {
    button: HtmlButtonElement,
    name: &'static str,
    field: HtmlInputElement,
    phrases: &'static Phrases,
}

impl App {
    fn act(self: &Rc<Self>, told: Told) -> Dom<()> {
        let name = self.model.try_borrow().map(|model| share::file_name(model.state.spec())).unwrap_or_default();
        match told.name {
            "CSV" => self.keep(&text_blob(&self.csv(), "text/csv;charset=utf-8")?, &[&name, ".csv"].concat()),
            metadata if metadata == metadata_word(told.phrases.lang) => {
                let file = [&name, ".csv"].concat();
                let text = self.metadata(&file);
                self.keep(&text_blob(&text, "application/csvm+json")?, &[&file, "-metadata.json"].concat())
            }
            "SVG" => self.keep(&text_blob(&self.svg(), "image/svg+xml")?, &[&name, ".svg"].concat()),
            "PNG" => {
                let (app, picture) = (Rc::downgrade(self), self.png());
                turn::spawn(async move {
                    let made = JsFuture::from(picture).await.ok().and_then(|value| export::blob(&value));
                    if let (Some(app), Some(blob)) = (app.upgrade(), made) {
                        let _ = app.keep(&blob, &[&name, ".png"].concat());
                    }
                });
                Ok(())
            }
            link if link == told.phrases.link => {
                let address: Function = Reflect::get(&self.host, &"permalink".into())?.dyn_into()?;
                self.copy(address.call0(&self.host)?.as_string().unwrap_or_default(), told);
                Ok(())
            }
            _ => {
                self.copy(self.tag(), told);
                Ok(())
            }
        }
    }

    /// What shows the figure as it is on another page, with the sources and the language that its element names.
    fn tag(&self) -> String {
        let mut state = self.save();
        for name in ["lang", "src", "live"] {
            let Some(value) = self.host.get_attribute(name) else { continue };
            let whole = (name == "src").then(|| self.host.base_uri().ok().flatten()).flatten();
            let whole = whole.and_then(|base| Url::new_with_base(&value, &base).ok()).map(|address| address.href());
            state.push((name, whole.unwrap_or(value)));
        }
        let inside = self.host.query_selector(INLINE).ok().flatten().filter(|_| !self.host.has_attribute("src"));
        match inside {
            Some(data) => share::element(&self.base(), &state, &data.outer_html()),
            None => share::tag(&self.base(), &state),
        }
    }

    /// Has the browser save a file.
    fn keep(&self, blob: &Blob, name: &str) -> Dom<()> {
        let address = Url::create_object_url_with_blob(blob)?;
        let link: HtmlAnchorElement = dom::element("a")?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // Not at once: the browser fetches it in its own time.
        self.later(SAVED_MS, move || {
            let _ = Url::revoke_object_url(&address);
        })
    }

    /// Does something once, whatever has become of the widget by then.
    fn later(&self, milliseconds: i32, what: impl FnOnce() + 'static) -> Dom<()> {
        let widget = turn::now();
        let callback = Closure::once_into_js(move || turn::of(widget, what));
        self.window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds)?;
        Ok(())
    }

    /// Puts a text on the clipboard, or shows it to be copied by hand.
    fn copy(self: &Rc<Self>, text: String, told: Told) {
        let clipboard = Reflect::get(&self.window.navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
        let written = clipboard.is_object().then(|| self.window.navigator().clipboard().write_text(&text));
        let app = Rc::downgrade(self);
        turn::spawn(async move {
            let copied = match written {
                Some(written) => JsFuture::from(written).await.is_ok(),
                None => false,
            };
            let Some(app) = app.upgrade() else { return };
            set_shown(&told.field, !copied);
            if copied {
                set_text(&told.button, told.phrases.extras.copied);
                app.stage.speak(told.phrases.extras.copied);
                let button = told.button.clone();
                let _ = app.later(TOLD_MS, move || set_text(&button, told.name));
            } else {
                told.field.set_value(&text);
                let _ = told.field.focus();
                told.field.select();
            }
        });
    }
}

fn text_blob(text: &str, kind: &str) -> Dom<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

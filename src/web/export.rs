//! The figure as a picture to take along: heading, finding, sources and date drawn in, by the painters of the screen.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlCanvasElement};

use super::app::App;
use super::dom;
use super::model::Model;
use super::ruler;
use super::screen::Screen;
use super::surface;
use crate::paint;
use crate::view::layout::Layout;
use crate::view::scene::Scene;
use crate::view::sheet::Sheet;

/// Device pixels of a picture in a CSS pixel.
const PICTURE_RATIO: f64 = 2.0;
/// The size of a chart that has none because it is hidden.
const HIDDEN_PX: (f64, f64) = (760.0, 460.0);

/// Everything a picture is made of.
struct Picture<'a> {
    scene: &'a Scene,
    layout: Layout,
    sheet: Sheet,
}

impl<'a> Picture<'a> {
    /// The picture of what is shown, in the size in which it is shown; `None` before there is a figure.
    fn of(model: &'a Model) -> Option<Self> {
        let scene = model.scene.as_ref()?;
        let measure = |text: &str, size: f64| ruler::width(text, &model.font, size);
        let layout =
            model.layout.clone().unwrap_or_else(|| Layout::new(scene, HIDDEN_PX.0, HIDDEN_PX.1, model.phrases, &measure));
        // A picture is looked at on other days too: it does not say how old its data were.
        let credits = model.credits(None);
        let sheet = Sheet::new(scene, &credits.line, (layout.width, layout.height), &measure);
        Some(Self { scene, layout, sheet })
    }
}

impl App {
    /// The figure as SVG with real text; empty before there is one.
    pub fn svg(&self) -> String {
        let Ok(model) = self.model.try_borrow() else { return String::new() };
        let Some(Picture { scene, layout, sheet }) = Picture::of(&model) else { return String::new() };
        let size = (sheet.width, sheet.height);
        surface::svg(size, &model.palette, &model.font, (&scene.heading, &scene.finding), |brushes| {
            paint::sheet(brushes, &sheet, scene, &layout)
        })
    }

    /// A promise of the figure as PNG, two pixels to a CSS pixel; of `null` before there is one or where the browser gives none.
    pub fn png(&self) -> Promise {
        self.png_canvas().map_or_else(
            || Promise::resolve(&JsValue::NULL),
            |canvas| {
                Promise::new(&mut |resolve, _| {
                    let of = canvas.clone();
                    let done = Closure::once_into_js(move |blob: JsValue| {
                        // The bitmap is given back at once: it may be large.
                        of.set_width(1);
                        of.set_height(1);
                        let _ = resolve.call1(&JsValue::NULL, &blob);
                    });
                    if canvas.to_blob(done.unchecked_ref()).is_err() {
                        let _ = js_sys::Function::from(done).call1(&JsValue::NULL, &JsValue::NULL);
                    }
                })
            },
        )
    }

    fn png_canvas(&self) -> Option<HtmlCanvasElement> {
        let model = self.model.try_borrow().ok()?;
        let Picture { scene, layout, sheet } = Picture::of(&model)?;
        let canvas: HtmlCanvasElement = dom::element("canvas").ok()?;
        let screen = Screen::new((sheet.width, sheet.height), None, PICTURE_RATIO);
        surface::paint(&canvas, screen, &model.palette, &model.font, |brushes| paint::sheet(brushes, &sheet, scene, &layout));
        Some(canvas)
    }
}

/// Whether a promise brought a picture.
pub fn blob(value: &JsValue) -> Option<Blob> {
    value.clone().dyn_into().ok()
}

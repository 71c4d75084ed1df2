//! Widths of texts, from a canvas that is never in the page.
//!
//! Plotters measures by putting a styled node into the host's body; that is slow, blocked by strict policies and lets the
//! page's styles leak in. One small canvas and a cache serve all widgets.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::dom;
use crate::decimal::shortest;

/// Texts remembered before the cache starts afresh.
const REMEMBERED: usize = 2_000;

#[derive(Default)]
struct Ruler {
    context: Option<CanvasRenderingContext2d>,
    font: String,
    /// In the order of the texts, then of the sizes: found by halving, without a hash function to ship.
    widths: Vec<(String, f64, f64)>,
}

thread_local! {
    static RULER: RefCell<Ruler> = RefCell::default();
}

/// The width of a text in CSS pixels, in that font family at that size; an estimate where there is no canvas.
pub fn width(text: &str, family: &str, size_px: f64) -> f64 {
    RULER.with_borrow_mut(|ruler| {
        if ruler.font != family {
            family.clone_into(&mut ruler.font);
            ruler.widths.clear();
        }
        if let Ok(at) = ruler.find(text, size_px) {
            return ruler.widths[at].2;
        }
        if ruler.context.is_none() {
            ruler.context = canvas_context();
        }
        let measured = ruler.context.as_ref().and_then(|context| {
            context.set_font(&[&shortest(size_px), "px ", family].concat());
            context.measure_text(text).ok()
        });
        let width = measured.map_or_else(|| text.chars().count() as f64 * size_px * 0.6, |metrics| metrics.width());
        if ruler.widths.len() >= REMEMBERED {
            ruler.widths.clear();
        }
        if let Err(at) = ruler.find(text, size_px) {
            ruler.widths.insert(at, (text.to_owned(), size_px, width));
        }
        width
    })
}

impl Ruler {
    /// Where the width of that text is, or belongs.
    fn find(&self, text: &str, size_px: f64) -> Result<usize, usize> {
        self.widths.binary_search_by(|(known, size, _)| known.as_str().cmp(text).then(size.total_cmp(&size_px)))
    }
}

fn canvas_context() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = dom::element("canvas").ok()?;
    canvas.set_width(1);
    canvas.set_height(1);
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

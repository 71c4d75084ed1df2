//! The default figures as SVG, for readers without JavaScript: painted by the painters of the screen, without a browser.
//!
//! There is no font here to measure with; only the room for labels depends on it, so a width for every character is enough.

use plotters::prelude::IntoDrawingArea;
use yenlens::paint::{self, Brushes, Palette, Resolution, Svg};
use yenlens::series::Store;
use yenlens::series::snapshot::Chunk;
use yenlens::spec::{Options, Spec};
use yenlens::text::phrases;
use yenlens::view::credits::Credits;
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::sheet::Sheet as Words;
use yenlens::view::state::{Msg, State, Walk};

use yenlens_refresh::pack::sheet::Outcome;

/// The views of the light module, and the height of their charts in CSS pixels.
pub const VIEWS: [(&str, f64); 2] = [("timeline", 560.0), ("correlation", 400.0)];

/// The width of a chart in CSS pixels; an `<img>` scales it.
const WIDTH_PX: f64 = 760.0;
const FONT: &str = "system-ui, sans-serif";
const LANGUAGE: &str = "en";

/// A figure of the snapshot as it is before a reader has touched it, `height` CSS pixels high without its words.
pub fn svg(chunks: Vec<Chunk>, view: &str, height: f64) -> Outcome<String> {
    let said = |fault: &dyn std::fmt::Display| format!("The picture of {view} cannot be made: {fault}.");
    let mut store = Store::new();
    for chunk in chunks {
        store.add(chunk);
    }
    let mut options = Options::default();
    options.set("view", Some(view.to_owned())).map_err(|fault| said(&fault))?;
    let spec = Spec::parse(&options, &Spec::default()).spec;
    let mut prepared = None;
    Prepared::refresh(&mut prepared, &store, 1, &spec).map_err(|fault| said(&fault))?;
    let prepared = prepared.ok_or_else(|| said(&"there is no figure"))?;
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());

    let phrases = phrases(LANGUAGE);
    let scene = prepared.scene(state.spec(), state.domain(), phrases);
    let layout = Layout::new(&scene, WIDTH_PX, height, phrases, &width_px);
    let last = state.extent().map(|(_, last)| last);
    let credits = Credits::new(state.spec(), &store, last, None, phrases);
    let words = Words::new(&scene, &credits.line, (layout.width, layout.height), &width_px);

    let page = Svg::new(words.width, words.height);
    let area = page.clone().into_drawing_area();
    let palette = &Palette::LIGHT;
    let brushes = Brushes { area: &area, strokes: &page, palette, resolution: Resolution::new(1.0), font: FONT };
    paint::sheet(&brushes, &words, &scene, &layout).map_err(|fault| said(&fault))?;
    Ok(page.finish(&scene.heading, &scene.finding, FONT))
}

/// About what a sans-serif font takes for a text.
fn width_px(text: &str, size_px: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 } * size_px).sum()
}

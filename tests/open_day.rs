//! A day that is not over is drawn beside the price and is part of no figure: not of the finding, not of the table, not of the method.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::fs;
use std::path::Path;

use plotters::prelude::IntoDrawingArea;
use yenlens::paint::{self, Brushes, Palette, Resolution, Svg};
use yenlens::series::{OpenDay, Store, snapshot};
use yenlens::spec::{Options, Spec};
use yenlens::text::LANGUAGES;
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::sheet::Sheet;
use yenlens::view::state::{Msg, State, Walk};

fn store() -> Store {
    let mut store = Store::new();
    for name in ["core", "rates"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/data").join(name).with_extension("bin");
        store.add(snapshot::decode(&fs::read(path).unwrap()).unwrap());
    }
    store
}

struct Told {
    figures: Vec<(&'static str, f64)>,
    finding: String,
    csv: String,
    legend: Vec<String>,
    svg: String,
}

fn tell(store: &Store, range: &str, words: &'static yenlens::text::Phrases) -> Told {
    let mut options = Options::default();
    options.set("range", Some(range.to_owned())).unwrap();
    let spec = Spec::parse(&options, &Spec::default()).spec;
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    let scene = prepared.scene(state.spec(), state.domain(), words);
    let measure = |text: &str, size: f64| text.chars().count() as f64 * size * 0.55;
    let layout = Layout::new(&scene, 760.0, 460.0, words, &measure);
    let sheet = Sheet::new(&scene, "", (layout.width, layout.height), &measure);
    let page = Svg::new(sheet.width, sheet.height);
    let area = page.clone().into_drawing_area();
    let brushes = Brushes { area: &area, strokes: &page, palette: &Palette::LIGHT, resolution: Resolution::new(1.0), font: "x" };
    paint::sheet(&brushes, &sheet, &scene, &layout).map_err(|fault| fault.to_string()).unwrap();
    Told {
        figures: prepared.method(state.spec(), state.domain(), words).unwrap().figures,
        finding: scene.finding.clone(),
        csv: prepared.sheet(&scene, state.spec(), words).csv(),
        legend: scene.legend.iter().map(|note| note.text.clone()).collect(),
        svg: page.finish("", "", "x"),
    }
}

#[test]
fn a_day_that_is_not_over_is_a_ring_and_no_figure() {
    let closed = store();
    let mut open = store();
    let btc = open.get("btc").unwrap();
    let (last, value) = (*btc.days().last().unwrap(), *btc.values().last().unwrap());
    open.set_open("btc", OpenDay { day: last.plus(1), value: value * 1.01, venue: "Kraken".into() });
    for words in LANGUAGES {
        for range in ["max", "6m"] {
            let (with, without) = (tell(&open, range, words), tell(&closed, range, words));
            assert_eq!((&with.figures, &with.finding, &with.csv), (&without.figures, &without.finding, &without.csv));
            assert_eq!(with.legend[..1], without.legend[..], "the other ring has its note in both");
            assert!(!with.legend[1].contains('{'), "{}", with.legend[1]);
            let circles = |svg: &str| svg.matches("<circle").count();
            assert_eq!(circles(&with.svg), circles(&without.svg) + 2, "a ring of two discs, {range}");
        }
        // Nor where the last day before it is not shown.
        let past = tell(&open, "2024-01-01/2024-12-31", words);
        assert_eq!(
            past.svg.matches("<circle").count(),
            tell(&closed, "2024-01-01/2024-12-31", words).svg.matches("<circle").count()
        );
    }
}

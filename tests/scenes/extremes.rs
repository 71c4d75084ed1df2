//! Data as an author may bring them: flat, of one point, missing throughout, very large, very small, leaping.

use super::recorder::Recorder;
use crate::{measure, store};
use yenlens::paint;
use yenlens::series::{Day, Kind, Series, SeriesMeta, Unit};
use yenlens::spec::{Options, Spec, ViewName};
use yenlens::text::phrases;
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::readout::Readout;
use yenlens::view::state::{Msg, Spot, State, Walk};

const FIRST: i64 = 18_000;
const COUNT: i64 = 900;

/// A price of that many days; the value of each follows from its place.
fn price(count: i64, value: impl Fn(f64) -> f64) -> Series {
    let days = (FIRST..FIRST + count).map(Day::saturating).collect();
    Series::new(days, (0..count).map(|at| value(at as f64)).collect()).unwrap()
}

fn meta(last: Day) -> SeriesMeta {
    SeriesMeta {
        id: "own".into(),
        label: "Own".into(),
        unit: Unit::Usd,
        kind: Kind::Price,
        closes_at_utc: "24:00".into(),
        source: String::new(),
        source_url: String::new(),
        license: String::new(),
        last,
        breaks: Vec::new(),
    }
}

#[test]
fn whatever_the_data_are_every_view_is_a_sentence_or_a_whole_picture() {
    let wave = |at: f64| 2.0 + (at / 9.0).sin() + 0.3 * (at * 1.7).cos();
    let cases: [(&str, Series); 8] = [
        ("flat", price(COUNT, |_| 42.0)),
        ("one point", price(1, |_| 42.0)),
        ("two points", price(2, wave)),
        ("missing", price(COUNT, |_| f64::NAN)),
        ("one value among missing ones", price(COUNT, |at| if (449.5..450.5).contains(&at) { 42.0 } else { f64::NAN })),
        ("huge", price(COUNT, |at| 1e15 * wave(at))),
        ("tiny", price(COUNT, |at| 1e-12 * wave(at))),
        ("leaping", price(COUNT, |at| if at % 2.0 == 0.0 { 1e-9 } else { 1e12 })),
    ];
    let mut painted = 0;
    for (name, series) in cases {
        let mut store = store();
        store.insert(meta(*series.days().last().unwrap()), series);
        for (view, view_name) in ViewName::ALL.map(|(view, name)| (view, name)) {
            let mut raw = Options::default();
            for (option, value) in [("view", view_name), ("asset", "own"), ("driver", "yen")] {
                raw.set(option, Some(value.to_owned())).unwrap();
            }
            let spec = Spec::parse(&raw, &Spec::default()).spec;
            assert_eq!(spec.view, view);
            let mut prepared = None;
            if let Err(error) = Prepared::refresh(&mut prepared, &store, 1, &spec) {
                assert!(!error.message().is_empty(), "{name} in {view_name}");
                continue;
            }
            let prepared = prepared.unwrap();
            let mut state = State::new(spec);
            state.update(Msg::Extent(prepared.extent()), Walk::default());
            for (lang, width, height) in [("en", 280.0, 300.0), ("ko", 1000.0, 560.0)] {
                let scene = prepared.scene(state.spec(), state.domain(), phrases(lang));
                let layout = Layout::new(&scene, width, height, phrases(lang), &measure);
                let picture = |brushes: &paint::Brushes<Recorder>| paint::figure(brushes, &scene, &layout);
                assert_eq!(Recorder::outside(width, height, picture), Vec::<String>::new(), "{name} in {view_name}");
                let drawn = Recorder::record(width, height, 1.0, picture);
                for text in drawn.lines().filter(|line| line.starts_with("text")).chain([&*scene.heading, &*scene.finding]) {
                    assert!(!text.contains("NaN") && !text.contains("inf"), "{name} in {view_name}: {text}");
                }
                let ticks =
                    layout.panels.iter().map(|panel| panel.ticks.len() + panel.axis.as_ref().map_or(0, |axis| axis.ticks.len()));
                assert!(ticks.sum::<usize>() <= 200, "{name} in {view_name}: as many ticks as can be told apart");
                for spot in scene
                    .walk
                    .first()
                    .map(|day| Spot::Day(*day))
                    .into_iter()
                    .chain((!scene.stops.is_empty()).then_some(Spot::Stop(0)))
                {
                    let told = Readout::new(&scene, spot, 0.0, phrases(lang)).map(|readout| readout.spoken()).unwrap_or_default();
                    assert!(!told.contains("NaN"), "{name} in {view_name}: {told}");
                }
                painted += 1;
            }
        }
    }
    assert!(painted >= 60, "only {painted} pictures");
}

//! Pictures as text: each view painted on a recorder and compared with a golden file.
//!
//! A golden says what was drawn where, in CSS pixels: texts whole, long paths by their ends, their box and a fingerprint of
//! every vertex. After an intended change of the picture: `YENLENS_BLESS=1 cargo test --test scenes`, then read the diff.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

mod scenes {
    pub mod beta;
    mod carry;
    mod chain;
    mod columns;
    pub mod events;
    mod every;
    mod extremes;
    mod flows;
    pub mod leadlag;
    pub mod recorder;
    mod scenario;
    mod sound;
    pub mod svg;
    mod time;
    mod timeline;
    mod titles;
}

use std::fs;
use std::path::Path;

use scenes::recorder::Recorder;
use scenes::svg;
use yenlens::market::Measure;
use yenlens::paint;
use yenlens::series::{Day, Series, SeriesMeta, Store, snapshot};
use yenlens::spec::{Options, Parsed, Spec, ViewName};
use yenlens::text::{self, LANGUAGES, Phrases, phrases};
use yenlens::view::choices;
use yenlens::view::credits::Credits;
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::method::Method;
use yenlens::view::moves;
use yenlens::view::scene::Scene;
use yenlens::view::state::{Msg, State, Walk};

/// A width for every text that depends on no font: wide characters count double.
fn measure(text: &str, size_px: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 } * size_px).sum()
}

fn store() -> Store {
    let mut store = Store::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/data");
    for name in ["core", "rates", "crypto", "fx", "risk", "flows"] {
        store.add(snapshot::decode(&fs::read(folder.join(name).with_extension("bin")).unwrap()).unwrap());
    }
    store
}

fn spec(options: &[(&str, &str)]) -> Spec {
    let mut raw = Options::default();
    for (name, value) in options {
        raw.set(name, Some((*value).to_owned())).unwrap();
    }
    let Parsed { spec, faults, .. } = Spec::parse(&raw, &Spec::default());
    assert!(faults.is_empty(), "{faults:?}");
    spec
}

/// The figure of these options, and the state that shows it.
fn prepared(options: &[(&str, &str)]) -> (Prepared, State) {
    let spec = spec(options);
    let mut prepared = None;
    Prepared::refresh(&mut prepared, &store(), 1, &spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    (prepared, state)
}

fn scene(options: &[(&str, &str)], lang: &str) -> Scene {
    let (prepared, state) = prepared(options);
    prepared.scene(state.spec(), state.domain(), phrases(lang))
}

/// All that a scene says: the finding, the paragraph under it, the lines below the chart.
fn said(scene: &Scene) -> String {
    let lines = [&scene.finding, &scene.story].into_iter().chain(&scene.more).filter(|line| !line.is_empty());
    lines.cloned().collect::<Vec<_>>().join("\n")
}

/// The scene and how its figures come about.
fn told(options: &[(&str, &str)], lang: &str) -> (Scene, Method) {
    let (prepared, state) = prepared(options);
    let method = prepared.method(state.spec(), state.domain(), phrases(lang)).unwrap();
    (prepared.scene(state.spec(), state.domain(), phrases(lang)), method)
}

fn picture(options: &[(&str, &str)], lang: &str, width: f64, height: f64) -> String {
    let scene = scene(options, lang);
    let layout = Layout::new(&scene, width, height, phrases(lang), &measure);
    let mut told = format!("heading {}\nfinding {}\n", scene.heading, scene.finding);
    for line in std::iter::once(&scene.story).chain(&scene.more).filter(|line| !line.is_empty()) {
        told.push_str(&["more ", line, "\n"].concat());
    }
    told.push_str(&Recorder::record(width, height, 1.0, |brushes| paint::figure(brushes, &scene, &layout)));
    told
}

/// Compares the picture with its golden file, and writes it as SVG where that is asked for.
fn golden(name: &str, options: &[(&str, &str)], lang: &str, width: f64, height: f64) {
    let scene = scene(options, lang);
    let layout = Layout::new(&scene, width, height, phrases(lang), &measure);
    svg::write(name, width, height, |brushes| paint::figure(brushes, &scene, &layout));
    compare(name, &picture(options, lang, width, height));
}

fn compare(name: &str, picture: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenes/golden").join(name).with_extension("txt");
    if std::env::var_os("YENLENS_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, picture).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    for (at, (want, got)) in golden.lines().zip(picture.lines()).enumerate() {
        assert_eq!(want, got, "{name}, line {}", at + 1);
    }
    assert_eq!(golden.lines().count(), picture.lines().count(), "{name}: number of lines");
}

#[test]
fn correlation_wide() {
    golden("correlation-1000", &[("view", "correlation")], "en", 1000.0, 360.0);
}

#[test]
fn correlation_of_levels_narrow_in_korean() {
    let options = [("view", "correlation"), ("basis", "levels"), ("driver", "jgb10y"), ("window", "120")];
    golden("correlation-levels-344-ko", &options, "ko", 344.0, 300.0);
}

#[test]
fn correlation_with_the_spread_in_chinese() {
    let options = [("view", "correlation"), ("asset", "eth"), ("driver", "spread10y"), ("range", "3y")];
    golden("correlation-spread-zh", &options, "zh-Hans", 700.0, 340.0);
}

/// Coins are traded at weekends, all else is not.
#[test]
fn weekends_and_hours_are_spoken_of_where_they_differ_among_what_is_shown() {
    let store = store();
    for words in LANGUAGES {
        let [common, weekends, hours] = words.extras.alignment;
        for (asset, driver, expected) in [
            ("btc", "yen", [true, true]),
            ("btc", "eth", [false, false]),
            ("jgb30y", "jgb10y", [false, false]),
            ("usdjpy", "vix", [false, true]),
            ("btc", "eth,without weekends", [true, false]),
        ] {
            let mut store = store.clone();
            let driver = driver.split_once(',').map_or(driver, |(id, _)| {
                let coin = store.get(id).unwrap().clone();
                let meta = SeriesMeta { id: "week".into(), ..store.meta(id).unwrap().clone() };
                let kept: Vec<(Day, f64)> = coin
                    .days()
                    .iter()
                    .zip(coin.values())
                    .filter(|(day, _)| day.weekday() < 5)
                    .map(|(day, v)| (*day, *v))
                    .collect();
                let (days, values) = kept.into_iter().unzip();
                store.insert(meta, Series::new(days, values).unwrap());
                "week"
            });
            for view in ["correlation", "beta", "leadlag"] {
                let spec = spec(&[("view", view), ("asset", asset), ("driver", driver)]);
                let mut prepared = None;
                Prepared::refresh(&mut prepared, &store, 1, &spec).unwrap();
                let prepared = prepared.unwrap();
                let mut state = State::new(spec);
                state.update(Msg::Extent(prepared.extent()), Walk::default());
                let method = prepared.method(state.spec(), state.domain(), words).unwrap().paragraphs.concat();
                let notes = Credits::new(state.spec(), &store, None, None, words).notes.concat();
                for told in [method, notes] {
                    assert!(told.contains(common), "{view} {asset} {driver}: {told}");
                    assert_eq!([weekends, hours].map(|part| told.contains(part)), expected, "{view} {asset} {driver}: {told}");
                }
            }
        }
        // Months are compared there, not days.
        let flows = Credits::new(&spec(&[("view", "flows")]), &store, None, None, words).notes.concat();
        assert!(![common, weekends, hours].iter().any(|part| flows.contains(part)), "{flows}");
    }
}

/// Enough days were published; that nothing happened on them is another reason to say nothing.
#[test]
fn a_series_that_stood_still_is_not_said_to_have_too_few_days() {
    let mut store = store();
    let rate = store.get("jgb10y").unwrap().days();
    let days = rate[rate.len() - 320..].to_vec();
    let meta = SeriesMeta { id: "peg".into(), label: "the peg".into(), ..store.meta("jgb10y").unwrap().clone() };
    let value = vec![0.1; days.len()];
    let from = days[0];
    store.insert(meta, Series::new(days, value).unwrap());
    let said = |view: &str, asset: &str, driver: &str, range: &str, words: &'static Phrases| {
        let spec = spec(&[("view", view), ("asset", asset), ("driver", driver), ("range", range)]);
        let mut prepared = None;
        Prepared::refresh(&mut prepared, &store, 1, &spec).unwrap();
        let prepared = prepared.unwrap();
        let mut state = State::new(spec);
        state.update(Msg::Extent(prepared.extent()), Walk::default());
        prepared.scene(state.spec(), state.domain(), words).finding
    };
    for words in LANGUAGES {
        let still = text::fill(words.extras.still, &[("name", "the peg")]);
        let parts: Vec<String> = still.split("{n}").map(text::capitalised).collect();
        let stands_still = |told: &str| parts.iter().all(|part| told.contains(part) || told.contains(&text::capitalised(part)));
        for (view, asset, driver) in [
            ("correlation", "btc", "peg"),
            ("correlation", "peg", "yen"),
            ("beta", "btc", "peg"),
            ("leadlag", "btc", "peg"),
            ("leadlag", "peg", "yen"),
        ] {
            let told = said(view, asset, driver, "max", words);
            assert!(stands_still(&told), "{view} {asset} {driver}: {told}");
            // Ten days are too few whatever happened on them.
            let few = [from.to_string(), from.plus(10).to_string()].join("/");
            let told = said(view, asset, driver, &few, words);
            assert!(!stands_still(&told) && !told.contains(['{', '}']), "{view} {asset} {driver}: {told}");
        }
        // What moves is not said to stand still.
        assert!(!stands_still(&said("beta", "btc", "jgb10y", "max", words)));
    }
    let one = text::fill(phrases("en").beta().too_few, &[("days", &moves::days(phrases("en"), 1))]);
    assert!(one.starts_with("On only one trading day did"), "{one}");
}

/// A series has at least the label of its data; what is made of several has no other name than those of the languages.
#[test]
fn whatever_can_be_chosen_has_a_name_in_every_language() {
    let store = store();
    for words in LANGUAGES {
        let offered = choices::drivers(&store, words, "yen").into_iter().chain(choices::assets(&store, words));
        let derived = Measure::derived().map(|id| (id.to_owned(), words.label(id, id)));
        let all: Vec<(String, String)> = offered.chain(derived).collect();
        assert!(all.len() > 20, "{all:?}");
        for (at, (id, label)) in all.iter().enumerate() {
            assert!(!words.name(id, "").is_empty(), "{}: {id} is offered as {label}", words.lang);
            let other = all[..at].iter().find(|(other, named)| other != id && named == label);
            assert_eq!(other, None, "{}: {id} is called the same", words.lang);
        }
    }
}

/// Strength is the other sign of what is published, so a column of levels may not be called by it.
#[test]
fn a_column_of_yen_per_dollar_is_called_so_in_every_language() {
    for words in LANGUAGES {
        for options in [("driver", "yen"), ("asset", "yen")] {
            let (prepared, state) = prepared(&[("view", "correlation"), options]);
            let scene = prepared.scene(state.spec(), state.domain(), words);
            let csv = prepared.sheet(&scene, state.spec(), words).csv();
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let header = reader.headers().unwrap().clone();
            assert!(!header.iter().any(|name| name == text::capitalised(words.name("yen", ""))), "{header:?}");
            let at = header.iter().position(|name| name == words.timeline.yen_per_dollar).unwrap();
            let last = reader.records().last().unwrap().unwrap();
            let published = store().get("usdjpy").unwrap().on(Day::parse(&last[0]).unwrap());
            assert_eq!(last[at].parse().ok(), published, "{options:?} {}", words.lang);
        }
    }
}

#[test]
fn a_finding_is_two_sentences_at_most_in_every_language_with_its_sample_and_last_day() {
    for (view, _) in ViewName::ALL.map(|(view, name)| (name, view)) {
        for words in LANGUAGES {
            let scene = scene(&[("view", view), ("events", "boj surge")], words.lang);
            // A full stop that ends a sentence is followed by a space, by the end, or is a wide one.
            let told = [&scene.finding, " "].concat();
            let sentences = told.matches(". ").count() + told.matches('。').count();
            assert!((1..=2).contains(&sentences), "{view} {}: {sentences} in {}", words.lang, scene.finding);
            assert!(scene.finding.contains("202"), "{view} {}: no day in {}", words.lang, scene.finding);
            assert!(!said(&scene).contains(['{', '}']), "{}", said(&scene));
        }
    }
}

/// A subhead is read at one glance: what takes longer stands below the chart.
#[test]
fn a_finding_is_no_longer_than_a_subhead() {
    for (_, view) in ViewName::ALL {
        for options in [&[][..], &[("basis", "levels")], &[("driver", "jgb10y"), ("range", "1y")]] {
            let finding = scene(&[&[("view", view)], options].concat(), "en").finding;
            let first = finding.split_inclusive(". ").next().unwrap();
            let lengths = [finding.trim(), first.trim()].map(|told| told.chars().count());
            assert!(lengths[0] <= 280 && lengths[1] <= 180, "{view} {lengths:?} {finding}");
        }
    }
}

#[test]
fn a_change_of_what_is_shown_changes_the_picture() {
    let base = picture(&[("view", "correlation")], "en", 600.0, 300.0);
    for other in [("window", "61"), ("asset", "eth"), ("driver", "jgb30y"), ("range", "1y"), ("confidence", "0.9")] {
        assert_ne!(base, picture(&[("view", "correlation"), other], "en", 600.0, 300.0), "{other:?}");
    }
}

#[test]
fn nothing_is_painted_outside_the_chart_and_no_two_labels_of_an_axis_touch() {
    for (width, height) in [(280.0, 260.0), (344.0, 480.0), (1000.0, 560.0), (2000.0, 900.0)] {
        for view in ["timeline", "correlation", "beta", "leadlag", "events", "scenario"] {
            for range in ["6m", "3y", "max"] {
                let scene = scene(&[("view", view), ("range", range)], "en");
                let layout = Layout::new(&scene, width, height, phrases("en"), &measure);
                let mut end = f64::NEG_INFINITY;
                for (label, _) in layout.time.iter().filter(|(label, _)| !label.text.is_empty()) {
                    let half = measure(&label.text, 12.0) / 2.0;
                    assert!(label.x - half >= end.max(0.0) && label.x + half <= width, "{} at {}", label.text, label.x);
                    end = label.x + half;
                }
                for panel in &layout.panels {
                    for pair in panel.ticks.windows(2) {
                        assert!((pair[0].y - pair[1].y).abs() >= 12.0, "{view} {range} {width}: {pair:?}");
                    }
                }
                let outside = Recorder::outside(width, height, |brushes| paint::figure(brushes, &scene, &layout));
                assert_eq!(outside, Vec::<String>::new(), "{view} {range} {width}x{height}");
            }
        }
    }
}

//! That the program in a figure's method prints the figure: Python ran it once on the widget's own CSV, here what it printed
//! is compared with what the core computes today.
//!
//! `tests/conformance/snippets.py` has this test write CSV and program of every case below, runs them, and keeps what they
//! printed in `tests/conformance/snippets/`, with a print of the CSV and the program it belongs to: when either changes, the
//! test asks for the script to be run again.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use yenlens::series::{Store, snapshot};
use yenlens::spec::{Options, Spec};
use yenlens::text::phrases;
use yenlens::view::credits::Credits;
use yenlens::view::figures::Prepared;
use yenlens::view::provenance::comment;
use yenlens::view::state::{Msg, State, Walk};

/// Name of the case, and its options.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

const CASES: &[Case] = &[
    ("timeline", &[]),
    ("timeline-xrp-1y", &[("asset", "xrp"), ("range", "1y"), ("confidence", "0.9")]),
    ("timeline-index", &[("scale", "index"), ("asset", "eth"), ("range", "3y"), ("tenors", "2 20")]),
    ("timeline-percent", &[("scale", "percent"), ("range", "2024-01-01/2025-06-30"), ("tenors", "")]),
    ("correlation", &[("view", "correlation")]),
    (
        "correlation-levels",
        &[("view", "correlation"), ("basis", "levels"), ("driver", "jgb10y"), ("window", "120"), ("range", "1y")],
    ),
    (
        "correlation-short",
        &[("view", "correlation"), ("asset", "eth"), ("driver", "spread10y"), ("range", "2025-11-01/2026-01-15")],
    ),
    ("beta", &[("view", "beta")]),
    ("beta-controls", &[("view", "beta"), ("driver", "jgb10y"), ("controls", "vix dollar"), ("range", "2020-01-01/2024-12-31")]),
    ("beta-vix-short", &[("view", "beta"), ("asset", "eth"), ("driver", "vix"), ("range", "6m"), ("confidence", "0.9")]),
    ("leadlag", &[("view", "leadlag")]),
    ("leadlag-spread", &[("view", "leadlag"), ("driver", "spread10y"), ("lags", "20"), ("range", "3y"), ("confidence", "0.9")]),
    ("events", &[("view", "events")]),
    ("events-one", &[("view", "events"), ("events", "auction"), ("horizon", "20")]),
    (
        "events-surge",
        &[("view", "events"), ("events", "surge market"), ("threshold", "2.5"), ("driver", "jgb10y"), ("horizon", "1")],
    ),
    (
        "events-short",
        &[
            ("view", "events"),
            ("events", "boj intervention"),
            ("asset", "eth"),
            ("range", "3y"),
            ("horizon", "12"),
            ("confidence", "0.9"),
        ],
    ),
    (
        "events-market",
        &[("view", "events"), ("events", "boj intervention"), ("asset", "eth"), ("model", "market"), ("horizon", "10")],
    ),
    ("scenario", &[("view", "scenario")]),
    (
        "scenario-eth",
        &[("view", "scenario"), ("asset", "eth"), ("share", "30"), ("months", "1"), ("yen-change", "-8"), ("range", "5y")],
    ),
    ("carry", &[("view", "carry")]),
    (
        "carry-2024",
        &[("view", "carry"), ("range", "2024-05-01/2024-08-05"), ("window", "20"), ("horizon", "20"), ("confidence", "0.8")],
    ),
    ("chain", &[("view", "chain")]),
    (
        "chain-eth",
        &[("view", "chain"), ("asset", "eth"), ("window", "120"), ("range", "2020-01-01/2022-11-30"), ("confidence", "0.8")],
    ),
    ("chain-at", &[("view", "chain"), ("at", "2024-08-05"), ("window", "90")]),
    ("flows", &[("view", "flows")]),
    ("flows-short", &[("view", "flows"), ("range", "2022-01-31/2022-09-30")]),
    ("flows-years", &[("view", "flows"), ("range", "2019-03-01/2024-12-31"), ("confidence", "0.8")]),
    ("carry-early", &[("view", "carry"), ("range", "2014-05-01/2015-03-31")]),
];

/// How far a printed figure may be off, relative to its size.
const TOLERANCE: f64 = 1e-9;

struct Told {
    csv: String,
    snippet: String,
    figures: Vec<(&'static str, f64)>,
    paragraphs: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn store() -> Store {
    let mut store = Store::new();
    for name in ["core", "rates", "crypto", "fx", "risk", "flows"] {
        store.add(snapshot::decode(&fs::read(root().join("pkg/data").join(name).with_extension("bin")).unwrap()).unwrap());
    }
    store
}

fn tell(store: &Store, options: &[(&str, &str)], lang: &str) -> Told {
    let mut raw = Options::default();
    for (name, value) in options {
        raw.set(name, Some((*value).to_owned())).unwrap();
    }
    let parsed = Spec::parse(&raw, &Spec::default());
    assert!(parsed.faults.is_empty() && parsed.notes.is_empty(), "{options:?}");
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &parsed.spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(parsed.spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    let words = phrases(lang);
    let scene = prepared.scene(state.spec(), state.domain(), words);
    let last = state.extent().map(|(_, last)| last);
    let credits = Credits::new(state.spec(), store, last, None, words);
    let csv = comment(&scene, &credits) + &prepared.sheet(&scene, state.spec(), words).csv();
    let method = prepared.method(state.spec(), state.domain(), words).unwrap();
    Told { csv, snippet: method.snippet, figures: method.figures, paragraphs: method.paragraphs }
}

/// FNV-1a: enough to see that a text changed.
fn print(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Writes every case where `YENLENS_METHODS` says, for the script.
fn write(folder: &Path, name: &str, told: &Told) {
    let folder = folder.join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("yenlens.csv"), &told.csv).unwrap();
    fs::write(folder.join("snippet.py"), &told.snippet).unwrap();
    fs::write(folder.join("print.txt"), print(&told.csv) + "\n" + &print(&told.snippet)).unwrap();
}

#[test]
fn the_program_prints_the_figures_of_the_core() {
    let store = store();
    let mut compared = 0;
    for (name, options) in CASES {
        let told = tell(&store, options, "en");
        if let Some(folder) = std::env::var_os("YENLENS_METHODS") {
            write(Path::new(&folder), name, &told);
            continue;
        }
        let path = root().join("tests/conformance/snippets").join(name).with_extension("json");
        let kept: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for (what, text) in [("csv", &told.csv), ("snippet", &told.snippet)] {
            let print = print(text);
            assert_eq!(kept[what], *print, "{name}: the {what} has changed, run tests/conformance/snippets.py");
        }
        let printed = kept["figures"].as_object().unwrap();
        assert_eq!(printed.len(), told.figures.len(), "{name}: as many figures printed as computed");
        for (figure, got) in told.figures {
            let expected = printed[figure].as_f64().unwrap();
            let off = (got - expected).abs();
            assert!(off <= TOLERANCE * expected.abs().max(1e-3), "{name} {figure}: printed {expected:e}, computed {got:e}");
            compared += 1;
        }
    }
    println!("{compared} figures agree");
}

#[test]
fn every_method_is_told_in_every_language_and_its_program_is_the_same() {
    let store = store();
    for (name, options) in CASES {
        let english = tell(&store, options, "en");
        for lang in ["en", "ja", "zh-Hans", "ko"] {
            let told = tell(&store, options, lang);
            assert_eq!((&told.snippet, &told.figures), (&english.snippet, &english.figures), "{name} {lang}");
            assert!(told.paragraphs.len() >= 3, "{name} {lang}");
            for paragraph in &told.paragraphs {
                assert!(!paragraph.is_empty() && !paragraph.contains(['{', '}']), "{name} {lang}: {paragraph}");
                assert!(lang == "en" || *paragraph != english.paragraphs[0], "{name} {lang}");
            }
        }
    }
}

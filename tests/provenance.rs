//! What a saved table says of itself: in lines before its rows, which our own reader and others pass over, and in the file beside it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::fs;
use std::path::Path;

use serde_json::Value;
use yenlens::series::import::Importer;
use yenlens::series::{Day, Kind, Series, SeriesMeta, Store, Unit, snapshot};
use yenlens::spec::{Options, Spec};
use yenlens::text::{LANGUAGES, date, metadata_word};
use yenlens::view::credits::Credits;
use yenlens::view::figures::{Prepared, needs};
use yenlens::view::provenance::{comment, metadata};
use yenlens::view::state::{Msg, State, Walk};

fn store() -> Store {
    let mut store = Store::new();
    for name in ["core", "rates", "crypto", "fx", "risk", "flows"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/data").join(name).with_extension("bin");
        store.add(snapshot::decode(&fs::read(path).unwrap()).unwrap());
    }
    store
}

/// Comment, rows and metadata of a figure.
fn saved(store: &Store, options: &[(&str, &str)], lang: &str) -> (Spec, String, String, Value) {
    let words = yenlens::text::phrases(lang);
    let mut raw = Options::default();
    for (name, value) in options {
        raw.set(name, Some((*value).to_owned())).unwrap();
    }
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &Spec::parse(&raw, &Spec::default()).spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(Spec::parse(&raw, &Spec::default()).spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    let scene = prepared.scene(state.spec(), state.domain(), words);
    let credits = Credits::new(state.spec(), store, state.extent().map(|(_, last)| last), None, words);
    let sheet = prepared.sheet(&scene, state.spec(), words);
    let json = metadata("a.csv", &scene, &credits, &sheet, state.spec(), store);
    (state.spec().clone(), comment(&scene, &credits), sheet.csv(), serde_json::from_str(&json).unwrap())
}

const VIEWS: [&str; 9] = ["timeline", "correlation", "beta", "leadlag", "events", "carry", "chain", "scenario", "flows"];

#[test]
fn everything_drawn_is_named_with_publisher_licence_last_date_and_close() {
    let store = store();
    for words in LANGUAGES {
        for view in VIEWS {
            let (spec, comment, _, json) = saved(&store, &[("view", view)], words.lang);
            assert!(comment.lines().all(|line| line.starts_with("# ")), "{comment}");
            let ids = needs(&spec, &store);
            assert!(ids.len() >= 2);
            let sources = json["dc:source"].as_array().unwrap();
            assert_eq!(sources.len(), ids.len());
            for (id, source) in ids.iter().zip(sources) {
                let meta = store.meta(id).unwrap();
                let is_named = |line: &str| {
                    [&meta.source, &meta.license, &meta.closes_at_utc, &meta.source_url, &date(words, meta.last)]
                        .iter()
                        .all(|word| line.contains(*word))
                };
                assert!(comment.lines().any(is_named), "{view} {}: {id} in {comment}", words.lang);
                assert_eq!(source["dc:identifier"], **id);
                assert_eq!(source["dc:publisher"], *meta.source);
                assert_eq!(source["dc:license"], *meta.license);
                assert_eq!(source["dc:modified"], *meta.last.to_string());
                assert_eq!(source["schema:closes"], *format!("{}Z", meta.closes_at_utc));
                assert_eq!(source["schema:unitText"], *meta.unit.code());
                assert_eq!(source["dc:provenance"].as_array().unwrap().len(), meta.breaks.len());
            }
        }
    }
}

#[test]
fn the_file_beside_the_table_lists_its_columns() {
    let store = store();
    for view in VIEWS {
        let (_, _, csv, json) = saved(&store, &[("view", view)], "en");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let columns = json["tableSchema"]["columns"].as_array().unwrap();
        let titles: Vec<&str> = columns.iter().map(|column| column["titles"].as_str().unwrap()).collect();
        assert_eq!(titles, header, "{view}");
        assert_eq!((&json["url"], &json["dialect"]["commentPrefix"]), (&Value::from("a.csv"), &Value::from("#")));
        assert_eq!(json["@context"], "http://www.w3.org/ns/csvw");
    }
}

#[test]
fn our_own_reader_takes_a_table_back_with_its_comment() {
    let store = store();
    let (_, comment, csv, _) = saved(&store, &[("view", "timeline")], "en");
    let read = |text: &str| {
        let mut importer = Importer::new();
        importer.push(text.as_bytes()).and_then(|()| importer.finish()).unwrap()
    };
    let (with, without) = (read(&(comment + &csv)), read(&csv));
    assert!(with.series.len() >= 4);
    for ((_, a), (_, b)) in with.series.iter().zip(&without.series) {
        assert_eq!((a.days(), a.values()), (b.days(), b.values()));
    }
    let btc = with.series.iter().find(|(meta, _)| meta.label.contains("Bitcoin")).unwrap();
    let last = btc.1.days().last().unwrap();
    assert_eq!(btc.1.on(*last), store.get("btc").unwrap().on(*last));
}

#[test]
fn an_authors_words_cannot_leave_their_line_or_their_quotation_marks() {
    let mut store = store();
    let days: Vec<Day> = store.get("btc").unwrap().days().to_vec();
    let values = store.get("btc").unwrap().values().to_vec();
    let meta = SeriesMeta {
        id: "btc".into(),
        label: "A \"coin\"\\".into(),
        unit: Unit::Usd,
        kind: Kind::Price,
        closes_at_utc: "24:00".into(),
        source: "Me\r\ndate,evil\n2024-01-01,1".into(),
        source_url: String::new(),
        license: String::new(),
        last: *days.last().unwrap(),
        breaks: vec![],
    };
    store.insert(meta, Series::new(days, values).unwrap());
    let (_, comment, _, json) = saved(&store, &[("view", "correlation")], "en");
    assert!(comment.lines().all(|line| line.starts_with("# ")));
    assert!(comment.contains("Me  date,evil 2024-01-01,1"));
    let btc = json["dc:source"].as_array().unwrap().iter().find(|source| source["dc:identifier"] == "btc").unwrap().clone();
    assert_eq!(btc["dc:title"], "A \"coin\"\\");
    assert_eq!(btc.get("dc:license"), None, "what is not known is left out");
}

#[test]
fn the_button_has_a_word_in_every_language() {
    let words: Vec<&str> = LANGUAGES.iter().map(|words| metadata_word(words.lang)).collect();
    assert_eq!(words, ["Metadata", "メタデータ", "元数据", "메타데이터"]);
}

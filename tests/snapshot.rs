//! What the widget holds equals the figures of `data/`, cell for cell, in both directions: the packed files of `pkg/data` are
//! decoded and compared with the CSV files, which are read here anew.

#![expect(clippy::expect_used, reason = "a fixture that cannot be read is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use yenlens::series::snapshot::{Chunk, decode, encode};
use yenlens::series::{Day, Series, SeriesMeta, Store, source_of};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(folder("data").join(file)).expect(file);
    reader.records().map(|record| record.expect(file).iter().map(str::to_owned).collect()).collect()
}

fn packed() -> Vec<(Vec<u8>, Chunk)> {
    let files = std::fs::read_dir(folder("pkg/data")).expect("pkg/data");
    files
        .map(|file| {
            let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
            let chunk = decode(&bytes).expect("a snapshot file");
            (bytes, chunk)
        })
        .collect()
}

fn core() -> Chunk {
    packed().into_iter().map(|(_, chunk)| chunk).find(|chunk| chunk.name == "core").expect("the chunk core")
}

/// Every figure of the CSV files: series, day and the text of the cell.
fn cells() -> BTreeMap<(String, String), String> {
    let mut cells = BTreeMap::new();
    for file in ["jgb", "ust", "usdjpy", "ecb", "risk", "tic", "positions", "flows", "policy"] {
        let rows = rows(&format!("{file}.csv"));
        for row in &rows[1..] {
            for (id, cell) in rows[0].iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty()) {
                assert_eq!(cells.insert((id.clone(), row[0].clone()), cell.clone()), None, "{id} twice on {}", row[0]);
            }
        }
    }
    for row in &rows("crypto.csv")[1..] {
        assert_eq!(cells.insert((row[1].clone(), row[0].clone()), row[2].clone()), None, "{} twice on {}", row[1], row[0]);
    }
    cells
}

#[test]
fn every_cell_is_in_the_snapshot_and_nothing_else_is() {
    let mut cells = cells();
    let total = cells.len();
    let mut seen = 0;
    for (_, chunk) in packed() {
        for (id, series) in &chunk.series {
            for (day, value) in series.days().iter().zip(series.values()) {
                let cell = cells.remove(&(id.clone(), day.to_string())).unwrap_or_else(|| panic!("{id} {day}: not in the CSV"));
                let figure: f64 = cell.parse().expect("a number");
                assert_eq!(value.to_bits(), figure.to_bits(), "{id} {day}: {value} for {cell}");
                seen += 1;
            }
        }
    }
    assert_eq!(cells.first_key_value(), None, "in the CSV alone");
    assert_eq!(seen, total);
    assert!(total > 100_000, "expected over 100,000 figures, got {total}");
}

#[test]
fn every_data_file_is_accounted_for() {
    let known = [
        "jgb",
        "ust",
        "usdjpy",
        "ecb",
        "risk",
        "tic",
        "positions",
        "flows",
        "policy",
        "crypto",
        "series",
        "breaks",
        "events",
        "reviewed",
        "titles",
    ];
    let there: BTreeSet<String> = std::fs::read_dir(folder("data"))
        .expect("data")
        .map(|file| file.expect("a file").file_name().into_string().expect("a name"))
        .filter_map(|name| name.strip_suffix(".csv").map(str::to_owned))
        // There from the first revision on.
        .filter(|name| name != "revisions")
        .collect();
    assert_eq!(there, known.into_iter().map(str::to_owned).collect());
}

#[test]
fn directory_says_what_series_csv_says_and_where_each_series_is() {
    let core = core();
    let chunks = packed();
    let breaks = rows("breaks.csv");
    let listed: Vec<Vec<String>> = core
        .directory
        .iter()
        .map(|entry| {
            let SeriesMeta { id, label, unit, kind, closes_at_utc, source, source_url, license, .. } = &entry.meta;
            let words = [id, label, unit.code(), kind.code(), closes_at_utc, source, source_url, license, &entry.chunk];
            words.into_iter().map(ToString::to_string).collect()
        })
        .collect();
    assert_eq!(listed, rows("series.csv")[1..]);
    for entry in &core.directory {
        let id = &entry.meta.id;
        let (_, chunk) = chunks.iter().find(|(_, chunk)| chunk.name == entry.chunk).expect("the chunk of the directory");
        let (_, series) = chunk.series.iter().find(|(name, _)| name == id).expect("the series in its chunk");
        assert_eq!(series.days().last(), Some(&entry.meta.last), "{id}");
        let held: Vec<Vec<String>> =
            entry.meta.breaks.iter().map(|change| vec![id.clone(), change.day.to_string(), change.note.clone()]).collect();
        let written: Vec<Vec<String>> = breaks[1..].iter().filter(|row| row[0] == *id).cloned().collect();
        assert_eq!(held, written);
    }
    let held: usize = chunks.iter().map(|(_, chunk)| chunk.series.len()).sum();
    assert_eq!(held, core.directory.len());
    let last = core.directory.iter().map(|entry| entry.meta.last).max();
    assert!(chunks.iter().all(|(_, chunk)| Some(chunk.as_of) == last));
}

#[test]
fn venue_changes_of_crypto_are_breaks_and_there_are_no_others() {
    let core = core();
    let mut switches: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let rows = rows("crypto.csv");
    for pair in rows[1..].windows(2).filter(|pair| pair[0][1] == pair[1][1]) {
        let days = switches.entry(pair[0][1].clone()).or_default();
        if pair[0][3] != pair[1][3] {
            days.push(pair[1][0].clone());
        }
    }
    for (id, days) in switches {
        let meta = &core.directory.iter().find(|entry| entry.meta.id == id).expect("in the directory").meta;
        assert_eq!(meta.breaks.iter().map(|change| change.day.to_string()).collect::<Vec<_>>(), days, "{id}");
    }
}

#[test]
fn events_are_those_of_the_csv_in_order() {
    let held: Vec<Vec<String>> = core()
        .events
        .iter()
        .map(|e| vec![e.day.to_string(), e.kind.code().into(), e.title.clone(), e.source.clone(), e.basis.code().into()])
        .collect();
    assert_eq!(held, rows("events.csv")[1..]);
}

#[test]
fn first_view_needs_at_most_60_kb_and_one_file() {
    let (bytes, core) = packed().into_iter().find(|(_, chunk)| chunk.name == "core").expect("the chunk core");
    assert!(bytes.len() <= 60_000, "core.bin has {} bytes", bytes.len());
    let ids: BTreeSet<&str> = core.series.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, BTreeSet::from(["btc", "usdjpy", "jgb10y", "jgb30y", "jgb40y", "ust10y"]));
}

#[test]
fn packing_what_was_unpacked_gives_the_same_bytes() {
    for (bytes, chunk) in packed() {
        assert_eq!(encode(&chunk).expect("a chunk that was packed before"), bytes, "{}", chunk.name);
    }
}

#[test]
fn records_named_in_events_are_in_the_figures() {
    let core = core();
    let value = |id: &str, day: &str| {
        let (_, series) = core.series.iter().find(|(name, _)| name == id).expect(id);
        (series.on(Day::parse(day).expect("a day")), series.values().iter().copied().fold(f64::MIN, f64::max))
    };
    assert_eq!(value("jgb40y", "2025-04-14").0, Some(3.001));
    assert_eq!(value("jgb30y", "2025-07-08").0, Some(3.007));
    assert_eq!(value("jgb40y", "2025-11-18").0, Some(3.543));
    assert_eq!(value("jgb10y", "2025-12-19").0, Some(2.021));
    assert_eq!(value("jgb10y", "2026-04-30").0, Some(2.52));
    assert_eq!(value("jgb30y", "2026-05-18").0, Some(4.0));
    assert_eq!(value("jgb40y", "2026-05-18").0, Some(4.006));
    assert_eq!(value("jgb10y", "2026-09-02").0, Some(3.006));
    assert_eq!(value("jgb30y", "2026-10-06"), (Some(4.168), 4.168));
    assert_eq!(value("jgb40y", "2026-10-06"), (Some(4.196), 4.196));
}

#[test]
fn store_knows_what_is_loaded_and_where_the_rest_is() {
    let mut store = Store::new();
    assert_eq!((store.as_of(), store.chunk_of("btc"), store.directory().len()), (None, None, 0));
    let chunks: Vec<Chunk> = packed().into_iter().map(|(_, chunk)| chunk).collect();
    for chunk in chunks.iter().filter(|chunk| chunk.name == "core").cloned() {
        store.add(chunk);
    }
    assert_eq!(store.as_of(), Day::from_ymd(2026, 10, 8));
    assert!(store.get("btc").is_some() && store.get("eth").is_none());
    assert_eq!((store.chunk_of("eth"), store.chunk_of("yen"), store.chunk_of("nothing")), (Some("crypto"), Some("core"), None));
    assert_eq!(store.meta("eth").map(|meta| meta.label.as_str()), Some("Ether"));
    assert!(!store.events().is_empty() && store.get(source_of("yen")).is_some());
    for chunk in chunks {
        assert!(store.has_chunk(&chunk.name) == (chunk.name == "core"));
        store.add(chunk);
    }
    let ids: Vec<String> = store.ids().map(str::to_owned).collect();
    assert_eq!(ids.len(), store.directory().len());
    assert!(ids.iter().all(|id| store.get(id).is_some()), "every series of the directory is loaded");
}

#[test]
fn author_series_stands_before_the_snapshot_whichever_came_first() {
    let core = core();
    let day = Day::from_ymd(2026, 1, 5).expect("a day");
    let own = || Series::new(vec![day], vec![1.5]).expect("a series");
    let mut meta = core.directory.iter().find(|entry| entry.meta.id == "btc").expect("bitcoin").meta.clone();
    meta.label = "My coin".into();
    let mut before = Store::new();
    before.insert(meta.clone(), own());
    before.add(core.clone());
    let mut after = Store::new();
    after.add(core);
    after.insert(meta, own());
    for store in [before, after] {
        assert_eq!(store.get("btc").map(Series::values), Some([1.5].as_slice()));
        assert_eq!(store.meta("btc").map(|meta| meta.label.as_str()), Some("My coin"));
        assert_eq!(store.chunk_of("btc"), None);
        assert_eq!(store.ids().filter(|id| *id == "btc").count(), 1);
    }
}

#[test]
fn a_store_that_copies_from_another_keeps_its_own_series_and_events() {
    let core = core();
    let day = Day::from_ymd(2026, 1, 5).expect("a day");
    let meta = core.directory.iter().find(|entry| entry.meta.id == "btc").expect("bitcoin").meta.clone();
    let mut common = Store::new();
    common.add(core.clone());
    let mut own = Store::new();
    own.insert(meta, Series::new(vec![day], vec![1.5]).expect("a series"));
    own.set_events(core.events[..2].to_vec());
    own.add_from(&common);
    assert_eq!(own.get("btc").map(Series::values), Some([1.5].as_slice()));
    assert_eq!(own.events().len(), 2);
    assert_eq!(own.get("usdjpy").map(Series::len), common.get("usdjpy").map(Series::len));
    assert!(own.has_chunk("core") && own.directory().len() == common.directory().len() && own.as_of() == common.as_of());
    assert!(own.is_own("btc") && !own.is_own("usdjpy"));
    assert_eq!(
        common.get("btc").map(Series::len),
        core.series.iter().find(|(id, _)| id == "btc").map(|(_, series)| series.len())
    );
    // Copying the other way would spread an author's figures to other widgets: it does not.
    let mut other = Store::new();
    other.add_from(&own);
    assert!(other.get("btc").is_none());
}

#[test]
fn every_event_has_a_title_in_every_language_in_that_languages_letters() {
    let (told, events) = (rows("titles.csv"), rows("events.csv"));
    assert_eq!(told[0], ["date", "kind", "ja", "zh", "ko"]);
    assert_eq!(told.len(), events.len());
    for (titles, event) in told[1..].iter().zip(&events[1..]) {
        assert_eq!(titles[..2], event[..2], "{}", titles[2]);
        let has = |text: &str, letters: fn(char) -> bool| text.chars().filter(|c| letters(*c)).count() >= 4;
        assert!(has(&titles[2], |c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')), "{}", titles[2]);
        assert!(has(&titles[3], |c| matches!(c, '\u{4e00}'..='\u{9fff}')), "{}", titles[3]);
        assert!(!titles[3].chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}')), "{}", titles[3]);
        assert!(has(&titles[4], |c| matches!(c, '\u{ac00}'..='\u{d7a3}')), "{}", titles[4]);
        // The same figures stand in all of them: what is a decimal in the one is in the others.
        let decimals = |text: &str| {
            let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.');
            parts
                .filter(|part| part.trim_matches('.').contains('.'))
                .map(|part| part.trim_matches('.').to_owned())
                .collect::<Vec<_>>()
        };
        for decimal in decimals(&event[2]) {
            let same = |text: &String| decimals(text).iter().any(|other| other == &decimal);
            assert!(titles[2..].iter().all(same), "{decimal} of {} in {:?}", event[2], &titles[2..]);
        }
    }
}

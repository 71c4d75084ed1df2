//! Faults in the sheets: each is refused, and the sentence says where it is.

use yenlens::series::snapshot::Chunk;

use super::assemble::{assemble, translated};
use super::sheet::{Outcome, Sheet};

const SERIES: &str = "id,label,unit,kind,closes_at_utc,source,source_url,license,chunk\n\
    a,A,pct,yield,06:00,S,https://example.org/,L,core\n\
    b,B,usd,price,24:00,S,https://example.org/,L,more\n";
const BREAKS: &str = "id,date,note\nb,2026-01-03,elsewhere\n";
const EVENTS: &str = "date,kind,title,source,basis\n2026-01-02,boj,\"One, two\",S,lookup\n2026-01-02,fed,Three,S,computed\n";
const WIDE: &str = "date,a\n2026-01-01,1.25\n2026-01-02,-0.5\n";
const LONG: &str = "date,id,value,venue\n2026-01-02,b,10,x\n2026-01-03,b,11.5,y\n";

/// What comes of the good sheets with one text in one of them replaced.
fn with(sheet: usize, from: &str, to: &str) -> Outcome<Vec<Chunk>> {
    let mut texts = [SERIES, BREAKS, EVENTS, WIDE, LONG].map(str::to_owned);
    assert!(texts[sheet].contains(from), "{from} is in the sheet");
    texts[sheet] = texts[sheet].replacen(from, to, 1);
    let names = ["series.csv", "breaks.csv", "events.csv", "wide.csv", "long.csv"];
    let mut sheets = Vec::new();
    for (name, text) in names.into_iter().zip(&texts) {
        sheets.push(Sheet::parse(name, text.as_bytes())?);
    }
    let figures = sheets.split_off(3);
    assemble(&sheets[0], &sheets[1], &sheets[2], &figures)
}

#[test]
fn good_sheets_become_chunks() {
    let chunks = with(0, "A", "A").unwrap();
    assert_eq!(chunks.iter().map(|chunk| chunk.name.as_str()).collect::<Vec<_>>(), ["core", "more"]);
    assert_eq!(chunks[0].series[0].1.values(), [1.25, -0.5]);
    assert_eq!(chunks[1].series[0].1.values(), [10.0, 11.5]);
    assert_eq!((chunks[0].directory.len(), chunks[1].directory.len()), (2, 0));
    assert_eq!(chunks[0].directory[1].meta.breaks[0].note, "elsewhere");
    assert_eq!(chunks[0].events[0].title, "One, two");
    assert!(chunks.iter().all(|chunk| chunk.as_of.to_string() == "2026-01-03"));
}

#[test]
fn fault_names_file_line_and_column() {
    let faults = [
        (3, "1.25", "1,25", "wide.csv, line 2: expected 2 cells, got 3"),
        (3, "1.25", "1.2e3", "wide.csv, line 2, column a: expected a decimal of at most 9 places, got \"1.2e3\""),
        (3, "1.25", "NaN", "wide.csv, line 2, column a: expected a decimal"),
        (3, "1.25", "--1", "wide.csv, line 2, column a: expected a decimal"),
        (3, "1.25", "1.", "wide.csv, line 2, column a: expected a decimal"),
        (3, "1.25", "1.0123456789", "wide.csv, line 2, column a: expected a decimal of at most 9 places"),
        (3, "1.25", "", "wide.csv, line 2, column date: expected a figure on every day listed"),
        (3, "2026-01-02", "2026-01-01", "wide.csv, line 3, column date: expected increasing dates, got 2026-01-01"),
        (3, "2026-01-02", "2025-12-31", "wide.csv, line 3, column date: expected increasing dates, got 2025-12-31"),
        (3, "2026-01-02", "2026-02-30", "wide.csv, line 3, column date: date: expected YYYY-MM-DD, got \"2026-02-30\""),
        (3, "date,a", "day,a", "wide.csv, line 1: expected a column date"),
        (3, "date,a", "date,c", "series.csv, line 2, column id: expected a in one of the files, found it in none"),
        (
            3,
            "date,a\n2026-01-01,1.25\n2026-01-02,-0.5",
            "date,a,c\n2026-01-01,1,2",
            "wide.csv: expected only series that series.csv lists, got c",
        ),
        (
            3,
            "date,a\n2026-01-01,1.25\n2026-01-02,-0.5",
            "date,a,b\n2026-01-01,1,2",
            "long.csv: expected each series in one file, got b in wide.csv too",
        ),
        (
            3,
            "date,a\n2026-01-01,1.25\n2026-01-02,-0.5",
            "date,a,a\n2026-01-01,1,2",
            "wide.csv, line 1, column a: expected distinct names",
        ),
        (4, "2026-01-03", "2026-01-02", "long.csv, line 3, column date: expected increasing dates of b, got 2026-01-02"),
        (4, "10", "", "long.csv, line 2, column value: expected a figure, got none"),
        (4, ",b,10", ",,10", "long.csv, line 2, column id: expected text"),
        (4, "11.5", "-11.5", "long.csv: b: expected values above 0, got -11.5 on 2026-01-03"),
        (0, "pct", "percent", "series.csv, line 2, column unit: \"percent\" is not a value"),
        (0, "yield", "bond", "series.csv, line 2, column kind: \"bond\" is not a value"),
        (0, "06:00", "24:01", "series.csv, line 2, column closes_at_utc: \"24:01\" is not a value"),
        (0, "06:00", "6:00", "series.csv, line 2, column closes_at_utc: \"6:00\" is not a value"),
        (0, "https", "http", "series.csv, line 2, column source_url"),
        (0, "more", "../x", "series.csv, line 3, column chunk"),
        (0, "b,B", "a,B", "series.csv, line 3, column id: expected each series once, got a twice"),
        (0, "A,", " A,", "series.csv, line 2, column label: expected text without spaces around it"),
        (0, "id,label", "id,name", "series.csv, line 1: expected the header"),
        (1, "b,2026", "c,2026", "breaks.csv, line 2, column id: no such series"),
        (1, "2026-01-03", "2026-01-02", "breaks.csv, line 2, column date: expected a day of b after its first"),
        (1, "2026-01-03", "2026-01-09", "breaks.csv, line 2, column date: expected a day of b after its first"),
        (1, "\nb,2026-01-03,elsewhere", "", "expected breaks.csv to name the days on which the venue of b changes: 2026-01-03"),
        (2, "boj", "boe", "events.csv, line 2, column kind: \"boe\" is not a value"),
        (2, "lookup", "hearsay", "events.csv, line 2, column basis"),
        (2, "2026-01-02,fed", "2026-01-01,fed", "events.csv, line 3, column date: expected events by date"),
    ];
    for (sheet, from, to, sentence) in faults {
        let got = with(sheet, from, to).expect_err(to);
        assert!(got.contains(sentence), "{from} -> {to}: {got}");
    }
}

#[test]
fn same_sheets_give_the_same_bytes() {
    let bytes = || with(0, "A", "A").unwrap().iter().map(yenlens::series::snapshot::encode).collect::<Vec<_>>();
    assert_eq!(bytes(), bytes());
}

#[test]
fn titles_become_a_chunk_for_each_language_and_a_row_of_another_event_is_refused() {
    let chunks = with(0, "A", "A").unwrap();
    let told = |text: &str| translated(&chunks[0], &Sheet::parse("titles.csv", text.as_bytes())?);
    let good = "date,kind,ja,zh,ko\n2026-01-02,boj,a,b,c\n2026-01-02,fed,d,e,f\n";
    let languages = told(good).unwrap();
    assert_eq!(languages.iter().map(|chunk| chunk.name.as_str()).collect::<Vec<_>>(), ["ja", "zh", "ko"]);
    let mut store = yenlens::series::Store::new();
    // In whichever order they come.
    for chunk in languages.into_iter().chain([chunks[0].clone()]) {
        let read = yenlens::series::snapshot::decode(&yenlens::series::snapshot::encode(&chunk).unwrap()).unwrap();
        store.add(read);
    }
    assert_eq!([0, 1].map(|at| store.titles(at).within("zh-Hans").to_owned()), ["b", "e"]);
    assert_eq!((store.titles(1).within("en"), store.titles(1).within("ko")), ("Three", "f"));
    let known = store.known_by(yenlens::series::Day::parse("2026-01-01").unwrap());
    assert_eq!((known.events().len(), known.titles(0).within("ja")), (0, ""));
    for (from, to, fault) in [
        ("fed", "boj", "titles.csv, line 3, column date: expected the event of 2026-01-02"),
        ("2026-01-02,fed,d,e,f\n", "", "titles.csv: expected a row for each of the 2 events, got 1"),
        (",d,", ",,", "titles.csv, line 3, column ja"),
    ] {
        let error = told(&good.replacen(from, to, 1)).unwrap_err();
        assert!(error.starts_with(fault), "{error}");
    }
}

//! Bounds on bytes, cells, series and the length of a text.

use std::fmt::Write;

use super::import;
use yenlens::ErrorKind;
use yenlens::series::Day;
use yenlens::series::import::{Importer, MOST_BYTES, MOST_CELLS, MOST_SERIES};

#[track_caller]
fn assert_too_large(text: &str, sentence: &str) {
    let error = import(text).unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::TooLarge, sentence));
}

/// A table of that many rows and series, both formats.
fn tables(rows: i32, series: usize) -> [String; 2] {
    let days: Vec<String> = (0..rows).map(|row| Day::saturating(i64::from(row)).to_string()).collect();
    let mut csv = format!("date{}\n", (0..series).fold(String::new(), |names, n| names + &format!(",s{n}")));
    for day in &days {
        let _ = writeln!(csv, "{day}{}", ",1".repeat(series));
    }
    let values = vec!["1"; days.len()].join(",");
    let columns: Vec<String> = (0..series).map(|n| format!("\"s{n}\":{{\"values\":[{values}]}}")).collect();
    let json = format!("{{\"schema\":1,\"dates\":[\"{}\"],\"series\":{{{}}}}}", days.join("\",\""), columns.join(","));
    [csv, json]
}

#[test]
fn two_million_cells_are_read_and_one_more_row_is_not() {
    // 400 series and their dates.
    let rows = (MOST_CELLS / 401) as i32;
    for text in tables(rows, 400) {
        assert_eq!(import(&text).unwrap().series.len(), 400);
    }
    let [csv, json] = tables(rows + 1, 400);
    for text in [csv, json] {
        let error = import(&text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(error.message().starts_with("expected at most 2000000 cells, line "), "{error}");
    }
}

#[test]
fn a_thousand_series_are_read_and_one_more_is_not() {
    for text in tables(2, MOST_SERIES) {
        assert_eq!(import(&text).unwrap().series.len(), MOST_SERIES);
    }
    for text in tables(2, MOST_SERIES + 1) {
        assert_too_large(&text, "expected at most 1000 series, got more");
    }
}

#[test]
fn a_file_above_32_mb_is_refused_with_its_size_known_before_or_not() {
    assert!(Importer::check_size(MOST_BYTES).is_ok());
    let sentence = |bytes| Importer::check_size(bytes).unwrap_err().message().to_owned();
    assert_eq!(sentence(MOST_BYTES + 1), "expected a file of at most 32 MB, got 32.1 MB");
    assert_eq!(sentence(41_250_000), "expected a file of at most 32 MB, got 41.3 MB");
    // Blank lines cost nothing but bytes.
    let mut importer = Importer::new();
    importer.push(b"date,btc\n2024-01-04,1\n").unwrap();
    let blank = vec![b'\n'; 1_000_000];
    let taken = (0..40).take_while(|_| importer.push(&blank).is_ok()).count();
    assert_eq!(taken, 31);
}

#[test]
fn a_text_without_an_end_is_refused_before_it_fills_the_memory() {
    let piece = vec![b'x'; 100_000];
    for begin in ["{\"schema\": \"", "date,\"", "date,btc\n", "{\"schema\": 1"] {
        let mut importer = Importer::new();
        importer.push(begin.as_bytes()).unwrap();
        let digits = vec![b'1'; 100_000];
        let piece = if begin.ends_with('1') { &digits } else { &piece };
        assert!((0..3).any(|_| importer.push(piece).is_err()), "{begin}");
    }
}

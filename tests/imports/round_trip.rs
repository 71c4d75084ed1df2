//! Tables written by other programs' writers come back to the last bit, however they are cut.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;

use super::{break_off, import, import_pieces, rows};
use yenlens::series::Day;

/// Days and columns; `None` is missing.
#[derive(Debug, Clone)]
struct Made {
    days: Vec<String>,
    columns: Vec<Vec<Option<f64>>>,
}

fn cell() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        3 => (1_u32..100_000_000, 0..8_i32).prop_map(|(n, places)| Some(f64::from(n) / 10_f64.powi(places))),
        1 => Just(None),
        1 => (1e-6..1e9_f64).prop_map(Some),
    ]
}

fn made() -> impl Strategy<Value = Made> {
    (1..12_usize, 1..5_usize).prop_flat_map(|(rows, columns)| {
        (vec(1..5_i64, rows), vec(vec(cell(), rows), columns)).prop_map(|(steps, mut columns)| {
            let days = steps.iter().scan(18_000, |day, step| {
                *day += step;
                Some(Day::saturating(*day).to_string())
            });
            // At least one value, or there is nothing to read.
            columns[0][0] = Some(1.5);
            Made { days: days.collect(), columns }
        })
    })
}

impl Made {
    fn cells(&self) -> Vec<(String, String, f64)> {
        let column = |(at, column): (usize, &Vec<Option<f64>>)| {
            let cells = self.days.iter().zip(column.clone());
            cells.filter_map(|(day, value)| Some((format!("coin{at}"), day.clone(), value?))).collect::<Vec<_>>()
        };
        self.columns.iter().enumerate().flat_map(column).collect()
    }

    fn csv(&self, delimiter: u8, always_quote: bool, crlf: bool) -> Vec<u8> {
        let style = if always_quote { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(style).terminator(end).from_writer(vec![]);
        let names = (0..self.columns.len()).map(|at| format!("coin{at}"));
        writer.write_record(std::iter::once("date".to_owned()).chain(names)).unwrap();
        for (row, day) in self.days.iter().enumerate() {
            let cells = self.columns.iter().map(|column| column[row].map(|value| value.to_string()).unwrap_or_default());
            writer.write_record(std::iter::once(day.clone()).chain(cells)).unwrap();
        }
        writer.into_inner().unwrap()
    }

    fn json(&self, pretty: bool) -> Vec<u8> {
        let columns = self.columns.iter().enumerate();
        let series: BTreeMap<String, _> =
            columns.map(|(at, column)| (format!("coin{at}"), serde_json::json!({ "values": column }))).collect();
        let whole = serde_json::json!({ "schema": 1, "dates": self.days, "series": series });
        if pretty { serde_json::to_vec_pretty(&whole).unwrap() } else { serde_json::to_vec(&whole).unwrap() }
    }
}

/// `text` in pieces of these lengths, the rest in one.
fn cut<'a>(mut text: &'a [u8], lengths: &[usize]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    for length in lengths {
        let (piece, rest) = text.split_at((*length).min(text.len()));
        pieces.push(piece);
        text = rest;
    }
    pieces.push(text);
    pieces
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_csv_comes_back_to_the_last_bit(
        made in made(), delimiter in prop::sample::select(vec![b',', b';', b'\t']), quoted: bool, crlf: bool, lengths in vec(0..20_usize, 0..30),
    ) {
        let text = made.csv(delimiter, quoted, crlf);
        let import = import_pieces(cut(&text, &lengths));
        prop_assert_eq!(import.map(|import| rows(&import)), Ok(made.cells()), "{}", String::from_utf8_lossy(&text));
    }

    #[test]
    fn a_json_comes_back_to_the_last_bit(made in made(), pretty: bool, lengths in vec(0..20_usize, 0..30)) {
        let text = made.json(pretty);
        let import = import_pieces(cut(&text, &lengths));
        prop_assert_eq!(import.map(|import| rows(&import)), Ok(made.cells()), "{}", String::from_utf8_lossy(&text));
    }

    /// A file with one byte changed, dropped or put in is read or refused in the same words however it is cut.
    #[test]
    fn faults_do_not_depend_on_the_cuts(
        made in made(), json: bool, at in any::<prop::sample::Index>(), byte in prop::sample::select(b"\",;\n\r{}[]:x1.\xff ".to_vec()), way in 0..3_u8,
        lengths in vec(0..20_usize, 0..30),
    ) {
        let mut text = if json { made.json(true) } else { made.csv(b',', false, true) };
        let at = at.index(text.len());
        match way {
            0 => text[at] = byte,
            1 => text.insert(at, byte),
            _ => { text.remove(at); }
        }
        let told = |import: Result<yenlens::series::import::Import, yenlens::Error>| import.map(|import| rows(&import));
        let (whole, pieces) = (told(import(&text)), told(import_pieces(cut(&text, &lengths))));
        if let Err(error) = &whole {
            prop_assert!(!error.message().contains('\n') && error.message().len() < 400, "{}", error);
        }
        prop_assert_eq!(whole, pieces, "{}", String::from_utf8_lossy(&text));
    }

    #[test]
    fn what_stays_of_a_file_that_broke_off_was_in_it(made in made(), json: bool, at in any::<prop::sample::Index>()) {
        let text = if json { made.json(false) } else { made.csv(b';', false, false) };
        let all = made.cells();
        if let Ok(import) = break_off(&text[..at.index(text.len())]) {
            prop_assert!(!import.is_whole);
            for cell in rows(&import) {
                prop_assert!(all.contains(&cell), "{:?}", cell);
            }
        }
    }
}

#[test]
fn lines_of_comment_are_passed_over_wherever_they_are_cut() {
    let plain = "date;a;b\n2024-01-01;1,5;2\n2024-01-02;;3,25\n";
    let long = "x, \"y; ".repeat(300);
    let text =
        format!("\u{feff}# {long}\r\n#\r\n\r\n#date,c\r\ndate;a;b\n2024-01-01;1,5;2\n# between, \"rows\n2024-01-02;;3,25\n#");
    let expected = rows(&import(plain).unwrap());
    assert_eq!(rows(&import(&text).unwrap()), expected);
    for size in [1, 2, 3, 7, 100] {
        assert_eq!(rows(&import_pieces(text.as_bytes().chunks(size)).unwrap()), expected, "pieces of {size}");
    }
    let error = import(text.replace("3,25", "never")).unwrap_err();
    assert_eq!(error.message(), "line 8, column 13: expected a number or an empty cell, got \"never\"");
    // Only at the beginning of a line.
    assert!(import("date,a\n2024-01-01,1 # one\n").is_err());
    assert!(import("# nothing else\n").is_err());
}

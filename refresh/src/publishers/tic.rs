//! Holdings of Treasuries by major foreign holders: lines of tabs. A title, the unit (`Billions of dollars`), a header of months with the
//! latest first (`Country`, `2026-02`, `2026-01`, ...), a row a country, the total, and notes.

use yenlens::series::Day;

use super::text::{cell, number, rows, short};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

const HOLDERS: [(&str, &str); 5] = [
    ("tic_japan", "Japan"),
    ("tic_china", "China, Mainland"),
    ("tic_uk", "United Kingdom"),
    ("tic_total", "Grand Total"),
    ("tic_official", "Of Which: Foreign Official"),
];

pub fn source() -> Source {
    Source {
        name: "tic",
        publisher: "US Treasury, TIC",
        ids: &["tic_japan", "tic_china", "tic_uk", "tic_total", "tic_official"],
        requests: |_, _| {
            let url = "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/slt_table5.txt".to_owned();
            vec![Request { file: "slt_table5.txt".to_owned(), url }]
        },
        read,
        // The table has thirteen months and is revised every month, by up to a percent or so.
        rules: Rules { range: (1.0, 100_000.0), common: 2, rounding: 0.000_01, revision: 0.03, revised: 13, jump: 0.25 },
        venue: "",
    }
}

fn read(answers: &[Answer], _: Day) -> Outcome<Vec<Column>> {
    let [Answer { file, bytes }] = answers else { return Err("expected one file".to_owned()) };
    let rows = rows(file, bytes, b'\t')?;
    let header = rows.iter().position(|row| row.first().is_some_and(|cell| cell == "Country"));
    let at = header.ok_or_else(|| format!("{file}: the header has changed, there is no row Country"))?;
    if !rows[..at].iter().flatten().any(|cell| cell.to_ascii_lowercase().contains("billions of dollars")) {
        return Err(format!("{file}: the title does not say that the unit is billions of dollars"));
    }
    let months: Vec<&String> = rows[at][1..].iter().filter(|cell| !cell.is_empty()).collect();
    let days = months.iter().map(|month| month_end(file, month)).collect::<Outcome<Vec<Day>>>()?;
    let columns = HOLDERS.iter().map(|(id, holder)| {
        let mut found = rows[at + 1..].iter().filter(|row| row.first().is_some_and(|name| without_note(name) == *holder));
        let (Some(row), None) = (found.next(), found.next()) else {
            return Err(format!("{file}: expected one row {holder}"));
        };
        let values = days.iter().enumerate().map(|(n, day)| {
            let text = cell(file, row, n + 1)?.replace(',', "");
            Ok((*day, number(file, &text)?))
        });
        Column::new(id, values.collect::<Outcome<Vec<_>>>()?, true)
    });
    columns.collect()
}

/// The last day of the month `2026-02`.
fn month_end(what: &str, month: &str) -> Outcome<Day> {
    let first = Day::parse(&format!("{month}-01"))
        .map_err(|_| format!("{what}: expected a month as 2026-01, got \"{}\"", short(month)))?;
    Ok(first.plus_months(1).plus(-1))
}

/// `Japan 1/` without its note.
fn without_note(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((name, note)) if note.strip_suffix('/').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit())) => name.trim_end(),
        _ => name,
    }
}

//! Positions in yen futures: the CFTC's archive for each year of the legacy report on futures alone. One file with a header of long names
//! and a row for each contract and week, the latest first; the yen has the code 097741.

use yenlens::series::Day;

use super::text::{cell, column, day, number, rows, unzip};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

const CODE: &str = "097741";
const COLUMNS: [(&str, &str); 3] = [
    ("cot_long", "Noncommercial Positions-Long (All)"),
    ("cot_short", "Noncommercial Positions-Short (All)"),
    ("cot_open", "Open Interest (All)"),
];

pub fn source() -> Source {
    Source {
        name: "cftc",
        publisher: "CFTC, Commitments of Traders",
        ids: &["cot_long", "cot_short", "cot_open"],
        requests: |last, today| {
            // Some weeks before the last are compared, in January those of the year before.
            let years = last.plus(-60).ymd().0..=today.ymd().0;
            let request = |year| Request {
                file: format!("deacot{year}.zip"),
                url: format!("https://www.cftc.gov/files/dea/history/deacot{year}.zip"),
            };
            years.map(request).collect()
        },
        read,
        rules: Rules { range: (0.0, 5_000_000.0), common: 4, rounding: 0.0, revision: 0.1, revised: 4, jump: 1.2 },
        venue: "",
    }
}

fn read(answers: &[Answer], _: Day) -> Outcome<Vec<Column>> {
    let mut all: Vec<Vec<(Day, f64)>> = vec![Vec::new(); COLUMNS.len()];
    for Answer { file, bytes } in answers {
        let table = rows(file, &unzip(file, bytes, ".txt")?, b',')?;
        let (header, table) = table.split_first().ok_or_else(|| format!("{file}: nothing in it"))?;
        let (code, date) =
            (column(file, header, "CFTC Contract Market Code")?, column(file, header, "As of Date in Form YYYY-MM-DD")?);
        let places = COLUMNS.iter().map(|(_, name)| column(file, header, name)).collect::<Outcome<Vec<usize>>>()?;
        let mut before = None;
        for row in table {
            if cell(file, row, code)? != CODE {
                continue;
            }
            let day = day(file, cell(file, row, date)?)?;
            if before.is_some_and(|before| before <= day) {
                return Err(format!("{file}: {day} comes twice or out of order"));
            }
            before = Some(day);
            for (values, at) in all.iter_mut().zip(&places) {
                values.push((day, number(file, cell(file, row, *at)?)?));
            }
        }
        if before.is_none() {
            return Err(format!("{file}: no row of the contract {CODE}"));
        }
    }
    let columns = COLUMNS.iter().zip(all).map(|((id, _), mut values)| {
        values.sort_by_key(|(day, _)| *day);
        Column::new(id, values, false)
    });
    columns.collect()
}

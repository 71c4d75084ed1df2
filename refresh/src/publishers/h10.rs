//! The dollar in yen at noon in New York, from the data download of the Federal Reserve's release H.10: some lines that describe each
//! column (`"Multiplier:"`, `"Currency:"` and others), then `"Time Period","RXI_N.B.JA",...`, then a row a business day by date, `ND` where
//! there is no rate.

use yenlens::series::Day;

use super::text::{cell, column, day, number, rows, short};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

const NAME: &str = "RXI_N.B.JA";

pub fn source() -> Source {
    Source {
        name: "h10",
        publisher: "Board of Governors of the Federal Reserve System, H.10",
        ids: &["usdjpy_fed"],
        requests: |last, today| {
            // All currencies come with one address of the release; business days since the last held and some before.
            let rows = (today.count() - last.count()).clamp(0, 4_000) * 5 / 7 + 120;
            let url = format!(
                "https://www.federalreserve.gov/datadownload/Output.aspx?rel=H10&series=60f32914ab61dfab590e0e470153e3ae&lastobs={rows}&from=&to=&filetype=csv&label=include&layout=seriescolumn"
            );
            vec![Request { file: "h10.csv".to_owned(), url }]
        },
        read,
        rules: Rules { range: (50.0, 500.0), common: 10, rounding: 0.000_04, revision: 0.005, revised: 5, jump: 0.08 },
        venue: "",
    }
}

fn read(answers: &[Answer], _: Day) -> Outcome<Vec<Column>> {
    let [Answer { file, bytes }] = answers else { return Err("expected one file".to_owned()) };
    let rows = rows(file, bytes, b',')?;
    let begins = |name: &str| rows.iter().position(|row| row.first().is_some_and(|cell| cell == name));
    let header = begins("Time Period").ok_or_else(|| format!("{file}: the header has changed, there is no row Time Period"))?;
    let at = column(file, &rows[header], NAME)?;
    for (name, expected) in [("Multiplier:", "1"), ("Currency:", "JPY")] {
        let row = begins(name)
            .filter(|row| *row < header)
            .ok_or_else(|| format!("{file}: the header has changed, there is no row {name}"))?;
        let got = cell(file, &rows[row], at)?;
        if got != expected {
            return Err(format!("{file}: the unit has changed, {name} {} where {expected} was", short(got)));
        }
    }
    let mut values = Vec::new();
    for row in &rows[header + 1..] {
        let (day, text) = (day(file, cell(file, row, 0)?)?, cell(file, row, at)?);
        values.push((day, if text == "ND" { f64::NAN } else { number(file, text)? }));
    }
    let mut column = Column::new("usdjpy_fed", values, false)?;
    column.values.retain(|(_, value)| !value.is_nan());
    Ok(vec![Column::new("usdjpy_fed", column.values, false)?])
}

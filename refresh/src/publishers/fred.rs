//! Series of the Federal Reserve Bank of St. Louis as its graphs give them: `observation_date,DGS2,DGS10,DGS30`, a row a weekday by date,
//! an empty cell or a full stop on a day without a value.

use yenlens::series::Day;

use super::text::{cell, column, day, number, rows};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

/// So many days before the last held are asked for again.
const AGAIN: i32 = 120;

pub fn yields() -> Source {
    Source {
        name: "treasury",
        publisher: "US Treasury by the Federal Reserve, H.15",
        ids: &["ust2y", "ust10y", "ust30y"],
        requests: |last, _| vec![request("fred-yields.csv", "DGS2,DGS10,DGS30", last)],
        read: |answers, _| read(answers, &[("ust2y", "DGS2"), ("ust10y", "DGS10"), ("ust30y", "DGS30")]),
        rules: Rules { range: (-2.0, 25.0), common: 10, rounding: 0.000_5, revision: 0.1, revised: 10, jump: 0.8 },
        venue: "",
    }
}

pub fn vix() -> Source {
    Source {
        name: "vix",
        publisher: "Cboe by the Federal Reserve Bank of St. Louis",
        ids: &["vix"],
        requests: |last, _| vec![request("fred-vix.csv", "VIXCLS", last)],
        read: |answers, _| read(answers, &[("vix", "VIXCLS")]),
        rules: Rules { range: (5.0, 150.0), common: 10, rounding: 0.000_5, revision: 0.05, revised: 5, jump: 0.8 },
        venue: "",
    }
}

fn request(file: &str, ids: &str, last: Day) -> Request {
    let from = last.plus(-AGAIN);
    Request { file: file.to_owned(), url: format!("https://fred.stlouisfed.org/graph/fredgraph.csv?id={ids}&cosd={from}") }
}

fn read(answers: &[Answer], series: &[(&'static str, &str)]) -> Outcome<Vec<Column>> {
    let [Answer { file, bytes }] = answers else { return Err("expected one file".to_owned()) };
    let rows = rows(file, bytes, b',')?;
    let (header, rows) = rows.split_first().ok_or_else(|| format!("{file}: nothing in it"))?;
    if !header.first().is_some_and(|name| ["observation_date", "DATE"].contains(&name.as_str())) {
        return Err(format!("{file}: the header has changed, there is no column observation_date"));
    }
    let columns = series.iter().map(|(id, name)| {
        let at = column(file, header, name)?;
        let mut values = Vec::new();
        for row in rows {
            let (day, text) = (day(file, cell(file, row, 0)?)?, cell(file, row, at)?);
            // A day twice is found whether or not it has values.
            values.push((day, if text.is_empty() || text == "." { f64::NAN } else { number(file, text)? }));
        }
        let mut column = Column::new(id, values, false)?;
        column.values.retain(|(_, value)| !value.is_nan());
        Column::new(id, column.values, false)
    });
    columns.collect()
}

//! The euro reference rates since 1999: an archive with one file, `Date,USD,JPY,...`, a row a day, the latest first, `N/A` where a currency
//! was not quoted.

use yenlens::series::Day;
use yenlens::series::live::EURO_RATES as RATES;

use super::text::{cell, column, day, number, rows, unzip};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

/// The rates, and before them the quotient of two.
const IDS: [&str; 1 + RATES.len()] = {
    let mut ids = ["usdjpy"; 1 + RATES.len()];
    let mut at = 0;
    while at < RATES.len() {
        ids[at + 1] = RATES[at].0;
        at += 1;
    }
    ids
};

/// No sheet begins before 2014.
const FIRST_YEAR: i32 = 2014;

pub fn source() -> Source {
    Source {
        name: "ecb",
        publisher: "European Central Bank",
        ids: &IDS,
        requests: |_, _| {
            let url = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip".to_owned();
            vec![Request { file: "eurofxref-hist.zip".to_owned(), url }]
        },
        read,
        // The quotient of two rates has two places.
        rules: Rules { range: (0.01, 100_000.0), common: 20, rounding: 0.000_11, revision: 0.002, revised: 3, jump: 0.08 },
        venue: "",
    }
}

fn read(answers: &[Answer], _: Day) -> Outcome<Vec<Column>> {
    let [Answer { file, bytes }] = answers else { return Err("expected one file".to_owned()) };
    let table = rows(file, &unzip(file, bytes, ".csv")?, b',')?;
    let (header, table) = table.split_first().ok_or_else(|| format!("{file}: nothing in it"))?;
    let date = column(file, header, "Date")?;
    let places = RATES.iter().map(|(_, code)| column(file, header, code)).collect::<Outcome<Vec<usize>>>()?;
    let (dollar, yen) = (places[0], places[1]);
    let mut crosses = Vec::new();
    let mut all = vec![Vec::new(); RATES.len()];
    for row in table {
        let day = day(file, cell(file, row, date)?)?;
        if day.ymd().0 < FIRST_YEAR {
            break;
        }
        let rate = |at: usize| match cell(file, row, at)? {
            "N/A" => Ok(None),
            text => number(file, text).map(Some),
        };
        for (values, at) in all.iter_mut().zip(&places) {
            if let Some(rate) = rate(*at)? {
                values.push((day, rate));
            }
        }
        if let (Some(dollar), Some(yen)) = (rate(dollar)?, rate(yen)?) {
            crosses.push((day, (yen / dollar * 100.0).round() / 100.0));
        }
    }
    let rates = RATES.iter().zip(all).map(|((id, _), values)| Column::new(id, values, true));
    std::iter::once(Column::new("usdjpy", crosses, true)).chain(rates).collect()
}

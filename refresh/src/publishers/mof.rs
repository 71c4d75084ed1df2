//! Yields of Japanese government bonds: two files in `Shift_JIS`, all days to the end of last month and the days of this one.
//!
//! A title with the unit, `(単位 : %)`, then a header, `基準日,1年,2年,...,40年`, then a row a day by date: `R8.10.8` is the eighth day of the
//! tenth month of the eighth year of Reiwa, `-` a tenor without a yield. Notes that begin with `※` may follow.

use encoding_rs::SHIFT_JIS;
use yenlens::series::Day;

use super::text::{cell, column, number, refuse_page, rows, short};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

const BASE: &str = "https://www.mof.go.jp/jgbs/reference/interest_rate/";
const TENORS: [(&str, &str); 6] =
    [("jgb2y", "2年"), ("jgb5y", "5年"), ("jgb10y", "10年"), ("jgb20y", "20年"), ("jgb30y", "30年"), ("jgb40y", "40年")];

pub fn source() -> Source {
    Source {
        name: "mof",
        publisher: "Ministry of Finance Japan",
        ids: &["jgb2y", "jgb5y", "jgb10y", "jgb20y", "jgb30y", "jgb40y"],
        requests: |_, _| {
            let request = |path: &str, file: &str| Request { file: file.to_owned(), url: format!("{BASE}{path}") };
            vec![request("data/jgbcm_all.csv", "jgbcm_all.csv"), request("jgbcm.csv", "jgbcm.csv")]
        },
        read,
        rules: Rules { range: (-2.0, 15.0), common: 10, rounding: 0.000_5, revision: 0.05, revised: 20, jump: 0.6 },
        venue: "",
    }
}

fn read(answers: &[Answer], _: Day) -> Outcome<Vec<Column>> {
    let mut all: Vec<Vec<(Day, f64)>> = vec![Vec::new(); TENORS.len()];
    for answer in answers {
        for (values, more) in all.iter_mut().zip(one(&answer.file, &answer.bytes)?) {
            values.extend(more);
        }
    }
    let columns = TENORS.iter().zip(all).map(|((id, _), mut values)| {
        // The month that has just ended may be in both.
        values.sort_by_key(|(day, _)| *day);
        values.dedup_by(|(day, value), (day_before, before)| day == day_before && (*value - *before).abs() <= 0.0);
        Column::new(id, values, false)
    });
    columns.collect()
}

/// The tenors in a file.
fn one(what: &str, bytes: &[u8]) -> Outcome<Vec<Vec<(Day, f64)>>> {
    refuse_page(what, bytes)?;
    let (text, _, is_broken) = SHIFT_JIS.decode(bytes);
    if is_broken {
        return Err(format!("{what}: not in Shift_JIS"));
    }
    let rows = rows(what, text.as_bytes(), b',')?;
    let header = rows.iter().position(|row| row.first().is_some_and(|cell| cell == "基準日"));
    let at = header.ok_or_else(|| format!("{what}: the header has changed, there is no column 基準日"))?;
    let is_percent = rows[..at].iter().flatten().any(|cell| cell.replace([' ', '　'], "").contains("単位:%"));
    if !is_percent {
        return Err(format!("{what}: the title does not say that the unit is percent"));
    }
    let places = TENORS.iter().map(|(_, tenor)| column(what, &rows[at], tenor)).collect::<Outcome<Vec<usize>>>()?;
    let mut all = vec![Vec::new(); TENORS.len()];
    let mut before = None;
    for row in &rows[at + 1..] {
        let date = cell(what, row, 0)?;
        if date.is_empty() || date.starts_with('※') {
            continue;
        }
        let day = era_day(date).ok_or_else(|| format!("{what}: \"{}\" is no day of an era", short(date)))?;
        if before.is_some_and(|before| before >= day) {
            return Err(format!("{what}: {day} comes twice or out of order"));
        }
        before = Some(day);
        for (values, at) in all.iter_mut().zip(&places) {
            let text = cell(what, row, *at)?;
            if text != "-" {
                values.push((day, number(what, text)?));
            }
        }
    }
    Ok(all)
}

/// `R8.10.8`: a day within the era whose letter stands first.
fn era_day(text: &str) -> Option<Day> {
    let (letter, rest) = text.split_at_checked(1)?;
    let (before, from, to) = match letter {
        "S" => (1925, Day::from_ymd(1926, 12, 25), Day::from_ymd(1989, 1, 7)),
        "H" => (1988, Day::from_ymd(1989, 1, 8), Day::from_ymd(2019, 4, 30)),
        "R" => (2018, Day::from_ymd(2019, 5, 1), Some(Day::MAX)),
        _ => return None,
    };
    let parts: Vec<&str> = rest.split('.').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let part =
        |text: &str| (text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok()).flatten();
    let day = Day::from_ymd(before + i32::try_from(part(year)?).ok()?, part(month)?, part(day)?)?;
    (from? <= day && day <= to?).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_belongs_to_one_era() {
        let iso = |text| era_day(text).map(|day| day.to_string());
        for (text, date) in [
            ("S49.9.24", "1974-09-24"),
            ("S64.1.7", "1989-01-07"),
            ("H1.1.8", "1989-01-08"),
            ("H31.4.26", "2019-04-26"),
            ("R1.5.7", "2019-05-07"),
            ("R8.10.8", "2026-10-08"),
        ] {
            assert_eq!(iso(text).as_deref(), Some(date));
        }
        for text in [
            "H31.5.7", "R1.4.26", "S64.1.9", "R8.13.1", "R8.2.30", "X8.1.1", "R8.1", "R8.1.1.1", "R-8.1.1", "2026.1.1", "R", "",
            "令8.1.1",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}

//! The columns of figures: wide sheets with a column for each series, and the long sheet of crypto closes with the venue of
//! each row.

use std::collections::BTreeMap;

use yenlens::series::{Day, Series};

use super::sheet::{Outcome, Sheet};

/// The header of a long sheet.
const LONG: [&str; 4] = ["date", "id", "value", "venue"];

/// A series as the sheets have it.
#[derive(Debug, Default)]
pub struct Figures {
    /// The file it came from.
    pub file: String,
    /// Days on which there is a value, strictly increasing.
    pub days: Vec<Day>,
    /// The values, as many.
    pub values: Vec<f64>,
    /// The days on which the venue is another than on the day before; only in a long sheet.
    pub switches: Vec<Day>,
}

impl Figures {
    /// The series.
    pub fn series(self, id: &str) -> Outcome<Series> {
        Series::new(self.days, self.values).map_err(|error| format!("{}: {id}: {error}", self.file))
    }
}

/// The series of all sheets by id; each may stand in one sheet only.
pub fn collect(sheets: &[Sheet]) -> Outcome<BTreeMap<String, Figures>> {
    let mut all = BTreeMap::new();
    for sheet in sheets {
        let columns = if sheet.header == LONG { long(sheet)? } else { wide(sheet)? };
        for (id, figures) in columns {
            if let Some(other) = all.insert(id.clone(), figures) {
                return Err(format!("{}: expected each series in one file, got {id} in {} too", sheet.file, other.file));
            }
        }
    }
    Ok(all)
}

fn wide(sheet: &Sheet) -> Outcome<BTreeMap<String, Figures>> {
    if sheet.header.first().is_none_or(|name| name != "date") || sheet.header.len() < 2 {
        return Err(format!("{}, line 1: expected a column date and at least one series", sheet.file));
    }
    let mut columns: Vec<Figures> =
        sheet.header.iter().map(|_| Figures { file: sheet.file.clone(), ..Figures::default() }).collect();
    let mut before = None;
    for row in &sheet.rows {
        let day = sheet.day(row, 0)?;
        if before.is_some_and(|before| before >= day) {
            return Err(sheet.fault(row.line, "date", &format!("expected increasing dates, got {day} out of order")));
        }
        before = Some(day);
        let mut any = false;
        for (at, column) in columns.iter_mut().enumerate().skip(1) {
            if let Some(value) = sheet.figure(row, at)? {
                column.days.push(day);
                column.values.push(value);
                any = true;
            }
        }
        if !any {
            return Err(sheet.fault(row.line, "date", "expected a figure on every day listed, got none"));
        }
    }
    Ok(sheet.header.iter().cloned().zip(columns).skip(1).collect())
}

fn long(sheet: &Sheet) -> Outcome<BTreeMap<String, Figures>> {
    let mut all: BTreeMap<String, Figures> = BTreeMap::new();
    let mut venues: BTreeMap<String, String> = BTreeMap::new();
    for row in &sheet.rows {
        let (day, id, venue) = (sheet.day(row, 0)?, sheet.text(row, 1)?, sheet.text(row, 3)?);
        let value = sheet.figure(row, 2)?.ok_or_else(|| sheet.fault(row.line, "value", "expected a figure, got none"))?;
        let figures = all.entry(id.clone()).or_insert_with(|| Figures { file: sheet.file.clone(), ..Figures::default() });
        if figures.days.last().is_some_and(|before| *before >= day) {
            return Err(sheet.fault(row.line, "date", &format!("expected increasing dates of {id}, got {day} out of order")));
        }
        if venues.insert(id, venue.clone()).is_some_and(|before| before != venue) {
            figures.switches.push(day);
        }
        figures.days.push(day);
        figures.values.push(value);
    }
    Ok(all)
}

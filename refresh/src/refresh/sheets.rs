//! New values written into the sheets, with every cell that has not changed as it was.

use std::path::Path;

use yenlens::series::Day;

use super::merge::Revision;
use crate::pack::sheet::{Outcome, Row, Sheet};

/// Writes values of a series into its sheet; `venue` is that of the sheet of coins.
pub fn enter(path: &Path, id: &str, values: &[(Day, f64)], venue: &str) -> Outcome<()> {
    let mut sheet = Sheet::read(path)?;
    let long = sheet.header.iter().any(|name| name == "venue");
    let column = if long { Some(2) } else { sheet.header.iter().position(|name| name == id) };
    let column = column.ok_or_else(|| format!("{}: there is no column {id}", sheet.file))?;
    for (day, value) in values {
        let (date, text) = (day.to_string(), value.to_string());
        let is_mine = |row: &Row| !long || row.cells[1] == id;
        // ISO dates sort as texts. In the sheet of coins a coin's rows stand together.
        if let Some(row) = sheet.rows.iter_mut().find(|row| row.cells[0] == date && is_mine(row)) {
            row.cells[column] = text;
            continue;
        }
        let after = sheet.rows.iter().rposition(|row| row.cells[0] < date && is_mine(row));
        let cells = if long {
            vec![date, id.to_owned(), text, venue.to_owned()]
        } else {
            let mut cells = vec![String::new(); sheet.header.len()];
            cells[0] = date;
            cells[column] = text;
            cells
        };
        sheet.rows.insert(after.map_or(0, |at| at + 1), Row { line: 0, cells });
    }
    write(path, &sheet)
}

/// Adds to the log of revisions.
pub fn log(path: &Path, revisions: &[Revision], seen: Day) -> Outcome<()> {
    const HEADER: [&str; 5] = ["seen", "id", "date", "before", "after"];
    let mut sheet = if path.is_file() {
        Sheet::read(path)?
    } else {
        Sheet { file: String::new(), header: HEADER.map(str::to_owned).to_vec(), rows: Vec::new() }
    };
    for Revision { id, day, before, after } in revisions {
        let cells = vec![seen.to_string(), id.clone(), day.to_string(), before.to_string(), after.to_string()];
        sheet.rows.push(Row { line: 0, cells });
    }
    write(path, &sheet)
}

/// Takes the entries on these lines out of the list of what has been looked at.
pub fn drop_reviews(path: &Path, lines: &[u64]) -> Outcome<()> {
    let mut sheet = Sheet::read(path)?;
    sheet.rows.retain(|row| !lines.contains(&row.line));
    write(path, &sheet)
}

fn write(path: &Path, sheet: &Sheet) -> Outcome<()> {
    let cannot = |error: &dyn std::fmt::Display| format!("{}: cannot be written: {error}", path.display());
    let mut writer = csv::Writer::from_path(path).map_err(|error| cannot(&error))?;
    writer.write_record(&sheet.header).map_err(|error| cannot(&error))?;
    for row in &sheet.rows {
        writer.write_record(&row.cells).map_err(|error| cannot(&error))?;
    }
    writer.flush().map_err(|error| cannot(&error))
}

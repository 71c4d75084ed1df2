//! One CSV file of `data/`, with the place of every cell, so that a fault can be found by the person who has to mend it.

use std::path::Path;

use yenlens::series::Day;

/// What can go wrong, as one sentence.
pub type Outcome<T> = Result<T, String>;

/// Decimals a figure may have; the snapshot holds no more.
const MOST_DECIMALS: usize = 9;

/// A header and rows of as many cells.
#[derive(Debug)]
pub struct Sheet {
    /// The name of the file, for faults.
    pub file: String,
    /// The names of the columns, distinct.
    pub header: Vec<String>,
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
}

/// A row and its line in the file, counted from 1.
#[derive(Debug)]
pub struct Row {
    /// The line on which the row begins.
    pub line: u64,
    /// As many cells as the header has.
    pub cells: Vec<String>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// That it cannot be read, or the first fault in it.
    pub fn read(path: &Path) -> Outcome<Self> {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(path).map_err(|error| format!("{file}: cannot be read: {error}"))?;
        Self::parse(&file, &bytes)
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// The line of the first fault in it.
    pub fn parse(file: &str, bytes: &[u8]) -> Outcome<Self> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| format!("{file}: {error}"))?;
            let line = record.position().map_or(0, csv::Position::line);
            rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
        }
        if rows.is_empty() {
            return Err(format!("{file}, line 1: expected a header, got an empty file"));
        }
        let header = rows.remove(0).cells;
        let sheet = Self { file: file.to_owned(), header, rows };
        for (at, name) in sheet.header.iter().enumerate() {
            if name.is_empty() || sheet.header[..at].contains(name) {
                return Err(sheet.fault(1, name, "expected distinct names in the header"));
            }
        }
        match sheet.rows.iter().find(|row| row.cells.len() != sheet.header.len()) {
            Some(row) => {
                let got = row.cells.len();
                Err(format!("{file}, line {}: expected {} cells, got {got}", row.line, sheet.header.len()))
            }
            None => Ok(sheet),
        }
    }

    /// Holds that the columns are these.
    ///
    /// # Errors
    /// The columns expected and those there are.
    pub fn expect_header(&self, names: &[&str]) -> Outcome<()> {
        if self.header == names {
            Ok(())
        } else {
            Err(format!("{}, line 1: expected the header {}, got {}", self.file, names.join(","), self.header.join(",")))
        }
    }

    /// A sentence that begins with the place.
    #[must_use]
    pub fn fault(&self, line: u64, column: &str, what: &str) -> String {
        format!("{}, line {line}, column {column}: {what}", self.file)
    }

    /// The day in a column.
    ///
    /// # Errors
    /// The place of what is no day.
    pub fn day(&self, row: &Row, column: usize) -> Outcome<Day> {
        Day::parse(&row.cells[column]).map_err(|error| self.fault(row.line, &self.header[column], error.message()))
    }

    /// The text in a column, which must not be empty.
    ///
    /// # Errors
    /// The place of an empty cell or one with spaces around its text.
    pub fn text(&self, row: &Row, column: usize) -> Outcome<String> {
        let text = &row.cells[column];
        if text.is_empty() || text.trim() != text {
            let what = format!("expected text without spaces around it, got \"{}\"", text.escape_debug());
            return Err(self.fault(row.line, &self.header[column], &what));
        }
        Ok(text.clone())
    }

    /// The figure in a column, none where the cell is empty: digits, at most one point, at most one minus sign before.
    ///
    /// # Errors
    /// The place of anything else.
    pub fn figure(&self, row: &Row, column: usize) -> Outcome<Option<f64>> {
        let text = row.cells[column].as_str();
        if text.is_empty() {
            return Ok(None);
        }
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let plain = digits(whole) && fraction.is_none_or(digits);
        let short = fraction.is_none_or(|fraction| fraction.len() <= MOST_DECIMALS);
        match text.parse::<f64>() {
            Ok(value) if plain && short => Ok(Some(value)),
            _ => {
                let what = format!("expected a decimal of at most {MOST_DECIMALS} places, got \"{}\"", text.escape_debug());
                Err(self.fault(row.line, &self.header[column], &what))
            }
        }
    }
}

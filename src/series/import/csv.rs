//! Own data as CSV: a column `date`, then one column for each series.
//!
//! csv-core takes the rows apart, by RFC 4180 and leniently; what it would pass over in silence (a quotation mark that is never closed,
//! text behind a closing one, rows of unequal length) is refused here, because a figure drawn from a file that was misread is worse
//! than none. The mark between cells is the one behind `date`: a comma, a semicolon or a tab. Where it is no comma, numbers may have
//! a decimal comma, all of them or none. Lines that begin with `#` say where the figures come from and are passed over.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::Import;
use super::date::date;
use super::number::number;
use super::place::Place;
use super::table::Table;
use crate::error::{Error, quoted};

/// The most bytes of a cell.
const LONGEST_CELL: usize = 1_024;
/// The most characters of a column's name.
const LONGEST_NAME: usize = 300;
/// How missing values are written, besides not at all; in small letters.
const MISSING: [&str; 7] = ["", "na", "n/a", "nan", "null", ".", "-"];

/// CSV that is being read.
pub struct Csv {
    /// None before the mark between cells is known.
    rows: Option<Rows>,
    /// What came before that.
    held: Vec<u8>,
    /// So many bytes of it are lines of comment and empty lines.
    passed: usize,
}

impl Csv {
    pub fn new() -> Self {
        Self { rows: None, held: Vec::new(), passed: 0 }
    }

    pub fn push(&mut self, piece: &[u8]) -> Result<(), Error> {
        if let Some(rows) = &mut self.rows {
            return rows.push(piece);
        }
        self.held.extend_from_slice(piece);
        self.passed += passed_over(&self.held[self.passed..], self.passed == 0);
        let rest = &self.held[self.passed..];
        match mark_between_cells(rest) {
            Some(mark) => self.begin(mark),
            // The name of the first column is being looked for, not a cell. A comment may be longer.
            None if rest.len() > LONGEST_CELL && rest[0] != b'#' => self.begin(b','),
            None => Ok(()),
        }
    }

    fn begin(&mut self, mark: u8) -> Result<(), Error> {
        let held = std::mem::take(&mut self.held);
        self.rows.insert(Rows::new(mark)).push(held.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&held))
    }

    pub fn finish(mut self) -> Result<Import, Error> {
        if self.rows.is_none() {
            self.begin(b',')?;
        }
        let Some(mut rows) = self.rows else { return Table::default().finish() };
        rows.end()?;
        rows.table.finish()
    }

    /// What is there of a file that broke off: the rows that came whole.
    pub fn break_off(self) -> Result<Import, Error> {
        let mut table = self.rows.map_or_else(Table::default, |mut rows| {
            rows.table.days.truncate(rows.complete);
            rows.table.columns.iter_mut().for_each(|column| column.values.truncate(rows.complete));
            rows.table
        });
        table.events.clear();
        table.finish().map(|import| Import { is_whole: false, ..import })
    }
}

/// How many bytes at the beginning are empty lines and whole lines of comment; at the start of the file, a byte-order mark too.
fn passed_over(text: &[u8], is_start: bool) -> usize {
    let mut passed = if is_start && text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    loop {
        let rest = &text[passed..];
        match rest.first() {
            Some(b'\r' | b'\n') => passed += 1,
            Some(b'#') => match rest.iter().position(|b| matches!(b, b'\r' | b'\n')) {
                Some(length) => passed += length,
                None => return passed,
            },
            _ => return passed,
        }
    }
}

/// The mark behind the first cell, once it has come; a comma when the line ends before one.
fn mark_between_cells(text: &[u8]) -> Option<u8> {
    if text.first() == Some(&b'#') {
        return None;
    }
    let is_blank = |b: &u8| matches!(b, b'\r' | b'\n');
    let end = text.iter().find(|b| is_blank(b) || matches!(b, b',' | b';' | b'\t'))?;
    Some(if is_blank(end) { b',' } else { *end })
}

/// Cells and rows, once the mark between them is known.
struct Rows {
    reader: Reader,
    /// The mark between cells.
    mark: u8,
    /// The mark before fractions, once a number has had one.
    point: Option<u8>,
    table: Table,
    /// Rows that came whole, without the first.
    complete: usize,
    is_first_row: bool,
    /// Whether this is a line of comment.
    is_comment: bool,
    /// The cell of the row that is being read, from 0.
    at: usize,
    cell: Cell,
    place: Place,
}

/// A cell that is being read.
struct Cell {
    text: [u8; LONGEST_CELL],
    length: usize,
    /// Whether any of it has come, where it begins, whether with a quotation mark, and how many of those it had.
    is_open: bool,
    begin: Place,
    is_quoted: bool,
    quotes: usize,
}

impl Rows {
    fn new(mark: u8) -> Self {
        let cell = Cell { text: [0; LONGEST_CELL], length: 0, is_open: false, begin: Place::START, is_quoted: false, quotes: 0 };
        Self {
            reader: ReaderBuilder::new().delimiter(mark).build(),
            mark,
            point: None,
            table: Table::default(),
            complete: 0,
            is_first_row: true,
            is_comment: false,
            at: 0,
            cell,
            place: Place::START,
        }
    }

    fn push(&mut self, mut piece: &[u8]) -> Result<(), Error> {
        while let Some(first) = piece.first() {
            if !self.cell.is_open {
                // Empty lines between rows, the second half of a line's end, and lines that begin with `#`.
                let ends = matches!(first, b'\r' | b'\n');
                self.is_comment = self.at == 0 && !ends && (self.is_comment || *first == b'#');
                if self.is_comment || (self.at == 0 && ends) {
                    self.place.pass(&piece[..1]);
                    piece = &piece[1..];
                    continue;
                }
                self.open(*first == b'"');
            }
            let (result, read, written) = self.reader.read_field(piece, &mut self.cell.text[self.cell.length..]);
            self.cell.quotes += quotation_marks(&piece[..read]);
            self.cell.length += written;
            self.place.pass(&piece[..read]);
            piece = &piece[read..];
            match result {
                ReadFieldResult::Field { record_end } => self.close(record_end)?,
                ReadFieldResult::OutputFull => {
                    let sentence = format_args!("expected a cell of at most {LONGEST_CELL} bytes, got a longer one");
                    return Err(self.cell.begin.fault(sentence));
                }
                ReadFieldResult::InputEmpty | ReadFieldResult::End => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, is_quoted: bool) {
        self.cell.is_open = true;
        self.cell.begin = self.place;
        self.cell.is_quoted = is_quoted;
        self.cell.quotes = 0;
        self.cell.length = 0;
    }

    /// Ends the text.
    fn end(&mut self) -> Result<(), Error> {
        if !self.cell.is_open {
            self.open(false);
        }
        loop {
            let (result, _, written) = self.reader.read_field(&[], &mut self.cell.text[self.cell.length..]);
            self.cell.length += written;
            match result {
                ReadFieldResult::Field { record_end } => self.close(record_end)?,
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull | ReadFieldResult::End => break,
            }
        }
        if self.is_first_row { Err(self.place.expected("a first row with the column \"date\"", "an empty file")) } else { Ok(()) }
    }

    /// A cell has come whole, and with it perhaps its row.
    fn close(&mut self, is_last: bool) -> Result<(), Error> {
        let Cell { length, begin, is_quoted, quotes, .. } = self.cell;
        self.cell.is_open = false;
        let bytes = &self.cell.text[..length];
        let inside = quotation_marks(bytes);
        if quotes != if is_quoted { 2 + 2 * inside } else { 0 } {
            let expected = "a cell in quotation marks from its first to its last character, with those inside doubled";
            return Err(begin.expected(expected, "one where they do not match"));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| begin.expected("text in UTF-8", "other bytes"))?.trim();
        if self.is_first_row {
            name(&mut self.table, self.at, text, begin)?;
        } else if self.at == 0 {
            let day = date(text).ok_or_else(|| begin.expected("a date such as 2024-01-31", quoted(text)))?;
            self.table.day(day, begin)?;
        } else if self.at > self.table.columns.len() {
            let columns = self.table.columns.len() + 1;
            return Err(begin.fault(format_args!("expected {columns} cells as in the first row, got more")));
        } else {
            let value = value(text, self.mark, &mut self.point, begin)?;
            self.table.value(self.at - 1, value, begin)?;
        }
        self.at += 1;
        if is_last { self.end_row(begin) } else { Ok(()) }
    }

    fn end_row(&mut self, last_cell: Place) -> Result<(), Error> {
        let (cells, columns) = (self.at, self.table.columns.len() + 1);
        self.at = 0;
        if self.is_first_row {
            self.is_first_row = false;
            if columns == 1 {
                return Err(last_cell.expected("a column with a series behind the column \"date\"", "none"));
            }
        } else if cells < columns {
            return Err(last_cell.fault(format_args!("expected {columns} cells as in the first row, got {cells}")));
        } else {
            self.complete += 1;
        }
        Ok(())
    }
}

#[expect(clippy::naive_bytecount, reason = "cells are short, a crate that counts long texts fast would weigh more than it saves")]
fn quotation_marks(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b == b'"').count()
}

/// A cell of the first row.
fn name(table: &mut Table, at: usize, text: &str, begin: Place) -> Result<(), Error> {
    if at == 0 {
        return if text.eq_ignore_ascii_case("date") {
            Ok(())
        } else {
            Err(begin.expected("the first column to be named \"date\"", quoted(text)))
        };
    }
    if text.is_empty() || text.chars().count() > LONGEST_NAME {
        return Err(begin.expected("the name of a series", quoted(text)));
    }
    table.column(text, begin).map(|_| ())
}

/// The number in a cell; NaN where it is missing.
fn value(text: &str, mark: u8, point: &mut Option<u8>, begin: Place) -> Result<f64, Error> {
    if MISSING.iter().any(|missing| text.eq_ignore_ascii_case(missing)) {
        return Ok(f64::NAN);
    }
    let mark_here = match (text.contains(','), text.contains('.')) {
        (false, false) => None,
        (false, true) => Some(b'.'),
        (true, false) if mark != b',' => Some(b','),
        _ => return Err(begin.expected("a number without marks between its thousands", quoted(text))),
    };
    if let (Some(here), Some(before)) = (mark_here, *point)
        && here != before
    {
        let expected =
            if before == b',' { "a decimal comma as in the cells before" } else { "a decimal point as in the cells before" };
        return Err(begin.expected(expected, quoted(text)));
    }
    *point = mark_here.or(*point);
    number(text.as_bytes(), mark_here.unwrap_or(b'.')).ok_or_else(|| begin.expected("a number or an empty cell", quoted(text)))
}

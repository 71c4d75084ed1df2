//! The publishers' own files: where each is, and how to read it.
//!
//! One file for each form. A reader takes a file whole or not at all: another header, another unit, a page of HTML, days out of order
//! or twice are refused in one sentence. None of them has been tried against the publishers' servers: they were written to the
//! forms that are documented and quoted, and are tested with files in those forms.

mod cftc;
mod ecb;
mod exchanges;
mod fred;
mod h10;
mod mof;
mod text;
mod tic;

use yenlens::series::Day;

use crate::pack::sheet::Outcome;

/// A file to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The name under which it is kept.
    pub file: String,
    /// Where the publisher has it.
    pub url: String,
}

/// A file that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The name under which it is kept.
    pub file: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The values of a series that a file holds, by day.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The series.
    pub id: &'static str,
    /// Days, increasing, with their values.
    pub values: Vec<(Day, f64)>,
}

/// What is believed of a publisher without a look.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Least and largest value.
    pub range: (f64, f64),
    /// Days that the file and what is held must have in common.
    pub common: usize,
    /// Differences up to this are rounding: points of a yield, a ratio less one of all else.
    pub rounding: f64,
    /// Differences up to this are a revision.
    pub revision: f64,
    /// So many values may be revised at a time.
    pub revised: usize,
    /// The largest change from one value to the next.
    pub jump: f64,
}

/// A publisher's file or files.
pub struct Source {
    /// Its name, for `--only`.
    pub name: &'static str,
    /// Who publishes it, for people.
    pub publisher: &'static str,
    /// The series in it.
    pub ids: &'static [&'static str],
    /// What to ask for when the series are held up to a day, by the day that is today in UTC.
    pub requests: fn(Day, Day) -> Vec<Request>,
    /// The series in what came, in the order of `requests`.
    pub read: fn(&[Answer], Day) -> Outcome<Vec<Column>>,
    /// What is believed without a look.
    pub rules: Rules,
    /// The venue written into the sheet of coins; empty for all else.
    pub venue: &'static str,
}

/// Every source, in the order in which they are asked.
#[must_use]
pub fn sources() -> Vec<Source> {
    let mut all = vec![mof::source(), fred::yields(), ecb::source(), h10::source(), fred::vix(), tic::source(), cftc::source()];
    all.extend(exchanges::sources());
    all
}

/// The sheet in which a series is kept.
#[must_use]
pub fn sheet_of(id: &str) -> &'static str {
    match id {
        "usdjpy" | "usdjpy_fed" => "usdjpy.csv",
        "vix" => "risk.csv",
        _ if id.starts_with("jgb") => "jgb.csv",
        _ if id.starts_with("ust") => "ust.csv",
        _ if id.starts_with("eur") => "ecb.csv",
        _ if id.starts_with("tic_") => "tic.csv",
        _ if id.starts_with("cot_") => "positions.csv",
        _ => "crypto.csv",
    }
}

impl Column {
    /// A column from rows in the order of the file, which must be the same throughout.
    ///
    /// # Errors
    /// Names a day that comes twice or out of order, and a file without a value.
    pub fn new(id: &'static str, mut values: Vec<(Day, f64)>, is_falling: bool) -> Outcome<Self> {
        if is_falling {
            values.reverse();
        }
        if let Some(pair) = values.windows(2).find(|pair| pair[0].0 >= pair[1].0) {
            let how = if pair[0].0 == pair[1].0 { "comes twice" } else { "is out of order" };
            return Err(format!("{id}: {} {how}", pair[1].0));
        }
        if values.is_empty() { Err(format!("{id}: no values")) } else { Ok(Self { id, values }) }
    }
}

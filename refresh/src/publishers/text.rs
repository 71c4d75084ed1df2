//! From bytes to rows of text, and what every file may have wrong with it.

use std::io::{Cursor, Read as _};

use yenlens::series::Day;

use crate::pack::sheet::Outcome;

/// The most bytes that come out of a compressed file.
const MOST_BYTES: u64 = 64 << 20;

/// The rows of a file of separated values; `what` names it in sentences.
pub fn rows(what: &str, bytes: &[u8], separator: u8) -> Outcome<Vec<Vec<String>>> {
    refuse_page(what, bytes)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut builder = csv::ReaderBuilder::new();
    let reader = builder.has_headers(false).flexible(true).delimiter(separator).trim(csv::Trim::All);
    let records = reader.from_reader(bytes).into_records();
    records
        .map(|record| record.map(|record| record.iter().map(str::to_owned).collect()).map_err(|error| format!("{what}: {error}")))
        .collect()
}

/// Holds that a file is no page of HTML, which servers send in place of all sorts of files.
pub fn refuse_page(what: &str, bytes: &[u8]) -> Outcome<()> {
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => Err(format!("{what}: nothing in it")),
        Some(b'<') => Err(format!("{what}: a page of HTML in its place")),
        Some(_) => Ok(()),
    }
}

/// The only file of that ending in an archive.
pub fn unzip(what: &str, bytes: &[u8], ending: &str) -> Outcome<Vec<u8>> {
    refuse_page(what, bytes)?;
    let broken = |error: zip::result::ZipError| format!("{what}: no whole archive ({error})");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut names = Vec::new();
    for name in archive.file_names() {
        let name = name.map_err(broken)?;
        if name.ends_with(ending) {
            names.push(name.into_owned());
        }
    }
    let [name] = names.as_slice() else {
        return Err(format!("{what}: expected one file {ending} in the archive, got {}", names.len()));
    };
    let file = archive.by_name(name).map_err(broken)?;
    let mut out = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut out).map_err(|error| format!("{what}: no whole archive ({error})"))?;
    if out.len() as u64 > MOST_BYTES { Err(format!("{what}: more than {MOST_BYTES} bytes come out of it")) } else { Ok(out) }
}

/// The column of that name.
pub fn column(what: &str, header: &[String], name: &str) -> Outcome<usize> {
    let mut places = header.iter().enumerate().filter(|(_, known)| *known == name).map(|(at, _)| at);
    match (places.next(), places.next()) {
        (Some(at), None) => Ok(at),
        (None, _) => Err(format!("{what}: the header has changed, there is no column {name}")),
        (Some(_), Some(_)) => Err(format!("{what}: the header has changed, there are two columns {name}")),
    }
}

/// A plain decimal.
pub fn number(what: &str, text: &str) -> Outcome<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_plain = !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = if is_plain && unsigned.as_bytes()[0] != b'.' { text.parse().ok() } else { None };
    number.filter(|value: &f64| value.is_finite()).ok_or_else(|| format!("{what}: expected a number, got \"{}\"", short(text)))
}

/// An ISO date.
pub fn day(what: &str, text: &str) -> Outcome<Day> {
    Day::parse(text).map_err(|_| format!("{what}: expected a date as 2026-01-31, got \"{}\"", short(text)))
}

/// The cell in a column; a row that is too short has none.
pub fn cell<'a>(what: &str, row: &'a [String], at: usize) -> Outcome<&'a str> {
    row.get(at).map(String::as_str).ok_or_else(|| format!("{what}: a row of {} cells is too short", row.len()))
}

/// A text for a sentence: no control characters, and not the whole of a broken file.
pub fn short(text: &str) -> String {
    text.chars().take(40).flat_map(char::escape_debug).collect()
}

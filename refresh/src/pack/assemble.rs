//! From the sheets of `data/` to the chunks of the snapshot.

use std::collections::BTreeMap;
use std::path::Path;

use yenlens::series::snapshot::{Chunk, Entry};
use yenlens::series::{Basis, Break, Event, EventKind, Kind, SeriesMeta, Unit};

use super::figures::{Figures, collect};
use super::sheet::{Outcome, Row, Sheet};

/// The chunk that holds the directory and the events, and comes first.
const CORE: &str = "core";
/// The sheets that hold something other than figures.
const SERIES: &str = "series.csv";
const BREAKS: &str = "breaks.csv";
const EVENTS: &str = "events.csv";
const TITLES: &str = "titles.csv";
const OTHERS: [&str; 6] = [SERIES, BREAKS, EVENTS, TITLES, "reviewed.csv", "revisions.csv"];

/// Reads the folder and builds every chunk, `core` first, the others in the order in which `series.csv` names them.
///
/// # Errors
/// The place of the first fault in the sheets.
pub fn chunks(folder: &Path) -> Outcome<Vec<Chunk>> {
    let listing = std::fs::read_dir(folder).map_err(|error| format!("{}: cannot be read: {error}", folder.display()))?;
    let mut names = Vec::new();
    for file in listing {
        let name = file.map_err(|error| format!("{}: {error}", folder.display()))?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "csv") && !OTHERS.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    let sheets = names.iter().map(|name| Sheet::read(&folder.join(name))).collect::<Outcome<Vec<_>>>()?;
    let read = |name| Sheet::read(&folder.join(name));
    let mut chunks = assemble(&read(SERIES)?, &read(BREAKS)?, &read(EVENTS)?, &sheets)?;
    let told = translated(&chunks[0], &read(TITLES)?)?;
    chunks.extend(told);
    Ok(chunks)
}

/// The events of `core` once more, with the titles of each language in a chunk of its name.
pub fn translated(core: &Chunk, sheet: &Sheet) -> Outcome<Vec<Chunk>> {
    sheet.expect_header(&["date", "kind", "ja", "zh", "ko"])?;
    if sheet.rows.len() != core.events.len() {
        return Err(format!("{TITLES}: expected a row for each of the {} events, got {}", core.events.len(), sheet.rows.len()));
    }
    let language = |column: usize| {
        let titled = |(row, event): (&Row, &Event)| {
            let same = (sheet.day(row, 0)?, code(sheet, row, 1, EventKind::parse)?) == (event.day, event.kind);
            let fault = || sheet.fault(row.line, "date", &format!("expected the event of {}", event.day));
            // Source and basis stand with the event itself.
            same.then_some(()).ok_or_else(fault)?;
            Ok(Event { title: sheet.text(row, column)?, source: String::new(), ..event.clone() })
        };
        let events = sheet.rows.iter().zip(&core.events).map(titled).collect::<Outcome<_>>()?;
        Ok(Chunk { as_of: core.as_of, events, ..Chunk::empty(&sheet.header[column]) })
    };
    (2..5).map(language).collect()
}

/// The chunks of these sheets.
pub fn assemble(series: &Sheet, breaks: &Sheet, events: &Sheet, figures: &[Sheet]) -> Outcome<Vec<Chunk>> {
    let mut figures = collect(figures)?;
    let directory = directory(series, &mut breaks_by_id(breaks, &figures)?, &figures)?;
    let as_of = directory.iter().map(|entry| entry.meta.last).max().ok_or("series.csv: expected at least one series")?;
    let empty = |name: &str| Chunk { name: name.to_owned(), as_of, directory: vec![], series: vec![], events: vec![] };
    let mut chunks = vec![empty(CORE)];
    for Entry { meta, chunk } in &directory {
        let at = chunks.iter().position(|c| c.name == *chunk).unwrap_or_else(|| {
            chunks.push(empty(chunk));
            chunks.len() - 1
        });
        let series = figures.remove(&meta.id).unwrap_or_default().series(&meta.id)?;
        chunks[at].series.push((meta.id.clone(), series));
    }
    if let Some((id, stray)) = figures.first_key_value() {
        return Err(format!("{}: expected only series that {SERIES} lists, got {id}", stray.file));
    }
    chunks[0].directory = directory;
    chunks[0].events = events_by_day(events)?;
    Ok(chunks)
}

fn directory(
    sheet: &Sheet,
    breaks: &mut BTreeMap<String, Vec<Break>>,
    figures: &BTreeMap<String, Figures>,
) -> Outcome<Vec<Entry>> {
    sheet.expect_header(&["id", "label", "unit", "kind", "closes_at_utc", "source", "source_url", "license", "chunk"])?;
    let mut entries: Vec<Entry> = Vec::new();
    for row in &sheet.rows {
        let id = sheet.text(row, 0)?;
        let fault = |column: &str, what: &str| sheet.fault(row.line, column, what);
        if entries.iter().any(|entry| entry.meta.id == id) {
            return Err(fault("id", &format!("expected each series once, got {id} twice")));
        }
        let found =
            figures.get(&id).ok_or_else(|| fault("id", &format!("expected {id} in one of the files, found it in none")))?;
        let last = found.days.last().ok_or_else(|| fault("id", &format!("expected figures of {id} in {}", found.file)))?;
        let kind = code(sheet, row, 3, Kind::parse)?;
        if matches!(kind, Kind::Price | Kind::Fx | Kind::Index | Kind::Volatility)
            && let Some(at) = found.values.iter().position(|value| *value <= 0.0)
        {
            return Err(format!("{}: {id}: expected values above 0, got {} on {}", found.file, found.values[at], found.days[at]));
        }
        let breaks = breaks.remove(&id).unwrap_or_default();
        if !found.switches.is_empty() && !found.switches.iter().eq(breaks.iter().map(|change| &change.day)) {
            let days: Vec<String> = found.switches.iter().map(ToString::to_string).collect();
            return Err(fault(
                "id",
                &format!("expected {BREAKS} to name the days on which the venue of {id} changes: {}", days.join(", ")),
            ));
        }
        entries.push(Entry {
            meta: SeriesMeta {
                label: sheet.text(row, 1)?,
                unit: code(sheet, row, 2, Unit::parse)?,
                kind,
                closes_at_utc: code(sheet, row, 4, |text| is_hour(text).then(|| text.to_owned()))?,
                source: sheet.text(row, 5)?,
                source_url: code(sheet, row, 6, |text| text.starts_with("https://").then(|| text.to_owned()))?,
                license: sheet.text(row, 7)?,
                last: *last,
                breaks,
                id,
            },
            chunk: code(sheet, row, 8, |text| text.bytes().all(|b| b.is_ascii_lowercase()).then(|| text.to_owned()))?,
        });
    }
    Ok(entries)
}

fn breaks_by_id(sheet: &Sheet, figures: &BTreeMap<String, Figures>) -> Outcome<BTreeMap<String, Vec<Break>>> {
    sheet.expect_header(&["id", "date", "note"])?;
    let mut all: BTreeMap<String, Vec<Break>> = BTreeMap::new();
    for row in &sheet.rows {
        let (id, day) = (sheet.text(row, 0)?, sheet.day(row, 1)?);
        let days = figures.get(&id).map(|figures| &figures.days).ok_or_else(|| sheet.fault(row.line, "id", "no such series"))?;
        if days.first().is_none_or(|first| day <= *first) || days.binary_search(&day).is_err() {
            return Err(sheet.fault(row.line, "date", &format!("expected a day of {id} after its first, got {day}")));
        }
        let breaks = all.entry(id).or_default();
        if breaks.last().is_some_and(|before| before.day >= day) {
            return Err(sheet.fault(row.line, "date", &format!("expected increasing dates, got {day} out of order")));
        }
        breaks.push(Break { day, note: sheet.text(row, 2)? });
    }
    Ok(all)
}

fn events_by_day(sheet: &Sheet) -> Outcome<Vec<Event>> {
    sheet.expect_header(&["date", "kind", "title", "source", "basis"])?;
    let mut events: Vec<Event> = Vec::new();
    for row in &sheet.rows {
        let day = sheet.day(row, 0)?;
        if events.last().is_some_and(|before| before.day > day) {
            return Err(sheet.fault(row.line, "date", &format!("expected events by date, got {day} out of order")));
        }
        events.push(Event {
            day,
            kind: code(sheet, row, 1, EventKind::parse)?,
            title: sheet.text(row, 2)?,
            source: sheet.text(row, 3)?,
            basis: code(sheet, row, 4, Basis::parse)?,
        });
    }
    Ok(events)
}

/// A cell that must be of a certain form.
fn code<T>(sheet: &Sheet, row: &Row, column: usize, parse: impl FnOnce(&str) -> Option<T>) -> Outcome<T> {
    let text = sheet.text(row, column)?;
    parse(&text).ok_or_else(|| {
        let what = format!("\"{}\" is not a value of this column", text.escape_debug());
        sheet.fault(row.line, &sheet.header[column], &what)
    })
}

/// `00:00` to `24:00`.
fn is_hour(text: &str) -> bool {
    let number = |part: &str| (part.len() == 2).then(|| part.parse::<u32>().ok()).flatten();
    let minutes = text.split_once(':').and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
    minutes.is_some_and(|(hour, minute)| minute < 60 && hour * 60 + minute <= 24 * 60)
}

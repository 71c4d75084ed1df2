//! The order of the fields of a chunk, and the bounds on how many there may be.
//!
//! [`walk`] is run in both directions. It asks the source for each field and takes back what the codec says the field is:
//! the same when writing, what was read when reading.

use super::codec::{Codec, Sizes, number};
use super::column::{Cells, Guess, column};
use super::range::Coder;
use super::{Chunk, Entry};
use crate::series::{Basis, Break, Day, Event, EventKind, Kind, Series, SeriesMeta, Unit};

const MOST_SERIES: usize = 1_024;
const MOST_BREAKS: usize = 64;
const MOST_EVENTS: usize = 16_384;
const MOST_ROWS: usize = 100_000;
/// Rows times series.
const MOST_CELLS: usize = 1_000_000;
/// Places after the decimal point.
const MOST_DECIMALS: usize = 9;

/// A column as it is stored.
pub(super) struct Column {
    id: String,
    decimals: usize,
    guess: Guess,
    cells: Cells,
}

/// What to write; empty when reading.
pub(super) struct Source<'a> {
    chunk: Option<&'a Chunk>,
    days: Vec<Day>,
    columns: Vec<Column>,
}

impl<'a> Source<'a> {
    pub(super) const fn empty() -> Self {
        Self { chunk: None, days: Vec::new(), columns: Vec::new() }
    }

    fn of_chunk<T>(&self, part: impl FnOnce(&'a Chunk) -> &'a [T]) -> &'a [T] {
        self.chunk.map_or(&[], part)
    }
}

/// Codes a chunk. What comes out is of use only if the coder has no fault at the end.
pub(super) fn walk<C: Coder>(codec: &mut Codec<C>, source: &Source) -> Chunk {
    let epoch = Day::saturating(0);
    let name = codec.text(source.chunk.map_or("", |chunk| &chunk.name));
    let as_of = codec.day(epoch, source.chunk.map_or(epoch, |chunk| chunk.as_of));
    let directory = many(codec, MOST_SERIES, source.of_chunk(|chunk| &chunk.directory), |codec, entry| Entry {
        chunk: codec.text(text(entry, |e| &e.chunk)),
        meta: meta(codec, as_of, entry.map(|e| &e.meta)),
    });
    let series = table(codec, as_of, source);
    let mut last = as_of;
    let events = many(codec, MOST_EVENTS, source.of_chunk(|chunk| &chunk.events), |codec, event| {
        last = codec.day(last, event.map_or(last, |e| e.day));
        Event {
            day: last,
            kind: word(codec, event.map_or("", |e| e.kind.code()), EventKind::parse, EventKind::Market),
            title: codec.text(text(event, |e| &e.title)),
            source: codec.text(text(event, |e| &e.source)),
            basis: word(codec, event.map_or("", |e| e.basis.code()), Basis::parse, Basis::Lookup),
        }
    });
    Chunk { name, as_of, directory, series, events }
}

fn meta<C: Coder>(codec: &mut Codec<C>, as_of: Day, meta: Option<&SeriesMeta>) -> SeriesMeta {
    SeriesMeta {
        id: codec.text(text(meta, |m| &m.id)),
        label: codec.text(text(meta, |m| &m.label)),
        unit: word(codec, meta.map_or("", |m| m.unit.code()), Unit::parse, Unit::Index),
        kind: word(codec, meta.map_or("", |m| m.kind.code()), Kind::parse, Kind::Index),
        closes_at_utc: codec.text(text(meta, |m| &m.closes_at_utc)),
        source: codec.text(text(meta, |m| &m.source)),
        source_url: codec.text(text(meta, |m| &m.source_url)),
        license: codec.text(text(meta, |m| &m.license)),
        last: codec.day(as_of, meta.map_or(as_of, |m| m.last)),
        breaks: many(codec, MOST_BREAKS, meta.map_or(&[], |m| &m.breaks), |codec, change| Break {
            day: codec.day(as_of, change.map_or(as_of, |b| b.day)),
            note: codec.text(text(change, |b| &b.note)),
        }),
    }
}

/// The rows, which are the days on which any series has a value, and then the columns.
fn table<C: Coder>(codec: &mut Codec<C>, as_of: Day, source: &Source) -> Vec<(String, Series)> {
    let days = rows(codec, as_of, &source.days);
    let mut columns: Vec<Cells> = Vec::new();
    many(codec, MOST_SERIES.min(MOST_CELLS / days.len().max(1)), &source.columns, |codec, stored| {
        let id = codec.text(text(stored, |c| &c.id));
        let decimals = codec.count(stored.map_or(0, |c| c.decimals), MOST_DECIMALS);
        let guess = Guess::of(codec.count(stored.map_or(0, |c| c.guess.number()), 2 * columns.len()));
        let cells = column(&mut codec.coder, &days, &columns, guess, stored.map_or(&[], |c| &c.cells));
        // Both sides of the quotient are exact, so it is the f64 nearest to the decimal.
        let scale = 10_i64.pow(decimals as u32) as f64;
        let (at, values) = days.iter().zip(&cells).filter_map(|(day, cell)| Some((*day, (*cell)? as f64 / scale))).unzip();
        columns.push(cells);
        (id, Series::new(at, values).unwrap_or_default())
    })
}

/// Increasing days. The gap to the next one depends on the day of the week.
fn rows<C: Coder>(codec: &mut Codec<C>, as_of: Day, days: &[Day]) -> Vec<Day> {
    let mut gaps = vec![Sizes::new(); 7];
    let mut last: Option<Day> = None;
    many(codec, MOST_ROWS, days, |codec, day| {
        let next = match last {
            None => codec.day(as_of, day.copied().unwrap_or(as_of)),
            Some(last) => {
                let gap = day.map_or(0, |day| day.count().abs_diff(last.count()) - 1);
                let gap = number(&mut codec.coder, &mut gaps[last.weekday() as usize], u64::from(gap));
                let next = Day::saturating(i64::from(last.count()).saturating_add(gap.cast_signed()).saturating_add(1));
                if next == last {
                    codec.coder.fail("a day is outside the years 1 to 9999");
                }
                next
            }
        };
        last = Some(next);
        next
    })
}

/// A count and so many things, or fewer once something is wrong.
fn many<C: Coder, T, U>(
    codec: &mut Codec<C>,
    limit: usize,
    items: &[T],
    mut each: impl FnMut(&mut Codec<C>, Option<&T>) -> U,
) -> Vec<U> {
    let count = codec.count(items.len(), limit);
    let mut out = Vec::new();
    while out.len() < count && !codec.coder.has_failed() {
        out.push(each(codec, items.get(out.len())));
    }
    out
}

/// One of a closed list of words.
fn word<C: Coder, T>(codec: &mut Codec<C>, code: &str, parse: impl FnOnce(&str) -> Option<T>, otherwise: T) -> T {
    let code = codec.text(code);
    parse(&code).unwrap_or_else(|| {
        codec.coder.fail("a word is not one of this format");
        otherwise
    })
}

fn text<T>(from: Option<&T>, field: impl FnOnce(&T) -> &String) -> &str {
    from.map_or("", |from| field(from))
}

#[cfg(not(target_arch = "wasm32"))]
mod source {
    //! From values to whole numbers, and the choice of the best guess.

    use super::{Cells, Chunk, Column, Guess, MOST_DECIMALS, Series, Source, column};
    use crate::error::Error;
    use crate::series::Day;
    use crate::series::snapshot::column::EXACT;
    use crate::series::snapshot::range::Encoder;

    impl<'a> Source<'a> {
        /// The chunk in the form it is stored.
        pub(in crate::series::snapshot) fn of(chunk: &'a Chunk) -> Result<Self, Error> {
            if let Some(pair) = chunk.events.windows(2).find(|pair| pair[0].day > pair[1].day) {
                return Err(Error::invalid(format!("events: expected them by day, got {} after {}", pair[1].day, pair[0].day)));
            }
            let mut days: Vec<Day> = chunk.series.iter().flat_map(|(_, series)| published(series).map(|(day, _)| day)).collect();
            days.sort_unstable();
            days.dedup();
            let mut columns: Vec<Column> = Vec::new();
            let mut coded: Vec<Cells> = Vec::new();
            for (id, series) in &chunk.series {
                if columns.iter().any(|column| column.id == *id) {
                    return Err(Error::invalid(format!("{id}: expected each series once in a chunk, got it twice")));
                }
                let (decimals, cells) = whole(id, series, &days)?;
                let guess = best_guess(&days, &coded, &cells);
                coded.push(cells.clone());
                columns.push(Column { id: id.clone(), decimals, guess, cells });
            }
            Ok(Self { chunk: Some(chunk), days, columns })
        }
    }

    fn published(series: &Series) -> impl Iterator<Item = (Day, f64)> + '_ {
        series.days().iter().copied().zip(series.values().iter().copied()).filter(|(_, value)| !value.is_nan())
    }

    /// The fewest decimals that give every value exactly, and the values in units of the last one, row by row.
    fn whole(id: &str, series: &Series, days: &[Day]) -> Result<(usize, Cells), Error> {
        for decimals in 0..=MOST_DECIMALS {
            let scale = 10_i64.pow(decimals as u32) as f64;
            let mut cells: Cells = vec![None; days.len()];
            let exact = published(series).all(|(day, value)| {
                let units = (value * scale).round() as i64;
                if let Ok(row) = days.binary_search(&day) {
                    cells[row] = Some(units);
                }
                units.unsigned_abs() <= EXACT.unsigned_abs() && (units as f64 / scale).to_bits() == value.to_bits()
            });
            if exact {
                return Ok((decimals, cells));
            }
        }
        Err(Error::invalid(format!("{id}: expected decimals of at most {MOST_DECIMALS} places and 53 bits")))
    }

    /// The guess under which the column takes the fewest bytes; the first of equals.
    fn best_guess(days: &[Day], coded: &[Cells], cells: &Cells) -> Guess {
        let mut best = (usize::MAX, Guess::Still);
        for guess in (0..=2 * coded.len()).map(Guess::of) {
            let mut trial = Encoder::new();
            column(&mut trial, days, coded, guess, cells);
            let size = trial.finish().map_or(usize::MAX, |bytes| bytes.len());
            if size < best.0 {
                best = (size, guess);
            }
        }
        best.1
    }
}

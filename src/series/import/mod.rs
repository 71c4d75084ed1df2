//! An author's own data: JSON or CSV, read piece by piece as they come over the network.
//!
//! A file is understood whole or refused with one sentence that names the line and column of its first fault; nothing is put right in
//! silence. What it may cost is bounded whatever it claims: 32 MB, two million cells, a thousand series.

mod csv;
mod date;
mod events;
mod json;
mod meaning;
mod number;
mod place;
mod table;

pub(super) use date::date;
pub(super) use events::Events;
pub(super) use number::number;

use super::{Day, Event, Kind, Series, SeriesMeta};
use crate::error::{Error, ErrorKind};

/// The most bytes of a file.
pub const MOST_BYTES: u64 = 32_000_000;
pub use table::{MOST_CELLS, MOST_SERIES};

/// What a file of own data holds.
#[derive(Debug, Clone)]
pub struct Import {
    /// The series in the order of the file, each with at least one value and without its missing ones.
    pub series: Vec<(SeriesMeta, Series)>,
    /// The events, by day.
    pub events: Vec<Event>,
    /// The date of the data, when the file names one.
    pub as_of: Option<Day>,
    /// Whether the file came to its end.
    pub is_whole: bool,
}

impl Import {
    /// The series that stands for the asset where the author names none: the first price.
    #[must_use]
    pub fn asset(&self) -> Option<&str> {
        self.first(|meta| meta.kind == Kind::Price)
    }

    /// The series that stands for the driver where the author names none: the first that is no price. The dollar in yen stands for the
    /// strength of the yen.
    #[must_use]
    pub fn driver(&self) -> Option<&str> {
        self.first(|meta| meta.kind != Kind::Price).map(|id| if id == "usdjpy" { "yen" } else { id })
    }

    fn first(&self, fits: impl Fn(&SeriesMeta) -> bool) -> Option<&str> {
        self.series.iter().map(|(meta, _)| meta).find(|meta| fits(meta)).map(|meta| meta.id.as_str())
    }
}

/// A file of own data that is being read.
///
/// ```
/// use yenlens::series::import::Importer;
/// let mut importer = Importer::new();
/// importer.push(b"date,My coin,10-year yield (pct)\n2024-01-04,1.5,0.6")?;
/// importer.push(b"2\n2024-01-05,,0.61\n")?;
/// let import = importer.finish()?;
/// assert_eq!((import.asset(), import.driver()), (Some("my-coin"), Some("10-year-yield")));
/// assert_eq!(import.series[1].1.values(), [0.62, 0.61]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub struct Importer {
    format: Format,
    bytes: u64,
}

enum Format {
    /// Not known yet; what came are blanks and at most a byte-order mark.
    Unknown(Vec<u8>),
    Json(Box<json::Json>),
    Csv(Box<csv::Csv>),
}

impl Default for Importer {
    fn default() -> Self {
        Self::new()
    }
}

impl Importer {
    /// A file of which nothing has come yet. Its format shows in its first character.
    #[must_use]
    pub const fn new() -> Self {
        Self { format: Format::Unknown(Vec::new()), bytes: 0 }
    }

    /// Refuses a size that is known before the file comes.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] above [`MOST_BYTES`].
    pub fn check_size(bytes: u64) -> Result<(), Error> {
        if bytes <= MOST_BYTES {
            return Ok(());
        }
        let (most, tenths) = (MOST_BYTES / 1_000_000, bytes.div_ceil(100_000));
        let sentence = format!("expected a file of at most {most} MB, got {}.{} MB", tenths / 10, tenths % 10);
        Err(Error::new(ErrorKind::TooLarge, sentence))
    }

    /// Takes in the next piece, cut anywhere. After an error nothing more may be asked.
    ///
    /// # Errors
    /// [`ErrorKind::MalformedData`] with the line and column of the first fault, [`ErrorKind::TooLarge`] when a bound is passed.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.bytes += piece.len() as u64;
        Self::check_size(self.bytes)?;
        match &mut self.format {
            Format::Json(json) => json.push(piece),
            Format::Csv(csv) => csv.push(piece),
            Format::Unknown(held) => {
                held.extend_from_slice(piece);
                let held = std::mem::take(held);
                self.begin(held)
            }
        }
    }

    /// Chooses the format by the first character that is no blank.
    fn begin(&mut self, held: Vec<u8>) -> Result<(), Error> {
        let text = held.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&held);
        let first = text.iter().find(|b| !b.is_ascii_whitespace());
        let other = |what: &str| Err(place::Place::START.expected("JSON or CSV", what));
        match (first, text) {
            (_, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) => other("a text in UTF-16; save it as UTF-8"),
            (_, [b'P', b'K', 3, 4, ..]) => other("a spreadsheet or another archive; save it as CSV"),
            (_, [0x1F, 0x8B, ..]) => other("a compressed file"),
            (Some(b'<'), _) => other("a page of HTML or XML"),
            (Some(b'{' | b'['), _) => {
                let mut json = Box::new(json::Json::new());
                json.push(&held)?;
                self.format = Format::Json(json);
                Ok(())
            }
            // A byte-order mark that has not come whole is no first character.
            (Some(b), _) if text.len() >= 4 || !matches!(b, 0xEF | 0xFE | 0xFF | b'P' | 0x1F) => {
                let mut csv = Box::new(csv::Csv::new());
                csv.push(&held)?;
                self.format = Format::Csv(csv);
                Ok(())
            }
            _ => {
                self.format = Format::Unknown(held);
                Ok(())
            }
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// As [`Importer::push`], and when the file holds no series with a value.
    pub fn finish(self) -> Result<Import, Error> {
        match self.format {
            Format::Json(json) => json.finish(),
            Format::Csv(csv) => csv.finish(),
            Format::Unknown(held) => {
                let mut csv = csv::Csv::new();
                csv.push(&held)?;
                csv.finish()
            }
        }
    }

    /// Makes do with what came of a file that broke off: the rows of a CSV that came whole, the series of a JSON that are as long as
    /// its dates. [`Import::is_whole`] is false.
    ///
    /// # Errors
    /// When nothing came that can be shown.
    pub fn break_off(self) -> Result<Import, Error> {
        match self.format {
            Format::Json(json) => json.break_off(),
            Format::Csv(csv) => csv.break_off(),
            Format::Unknown(_) => Err(Error::new(ErrorKind::TruncatedData, "the file broke off before anything came")),
        }
    }
}

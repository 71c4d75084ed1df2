//! The snapshot: the figures that lie beside the script, in files that need no compression by the server.
//!
//! A file is a [`Chunk`]: the series that one sort of view asks for, and in the chunk named `core` also the directory of
//! all series and the events. Values are decimals, stored as whole numbers of their last digit and divided once on the
//! way out, so that every value is the `f64` nearest to the published figure, bit for bit what parsing the text gives.
//!
//! The form of a file: a frame (magic, version, length, two checksums; see `frame`) around one arithmetic-coded stream.
//! `layout` walks through a chunk field by field and is the only description of the order; the encoder follows it with
//! the chunk in hand, the decoder with an empty one, so the two cannot drift apart. `column` predicts each value from its
//! neighbours, `codec` has the models for numbers and text, `range` the binary coder beneath them.

mod codec;
mod column;
mod frame;
mod layout;
mod range;

use super::{Day, Event, Series, SeriesMeta};
use crate::error::Error;

/// A series as the directory lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is known about the series.
    pub meta: SeriesMeta,
    /// The chunk that holds its values.
    pub chunk: String,
}

/// The contents of one snapshot file.
#[derive(Debug, Clone)]
pub struct Chunk {
    /// The name, as in [`Entry::chunk`]; the file is `<name>.bin`.
    pub name: String,
    /// The last day on which any series of the whole snapshot has a value.
    pub as_of: Day,
    /// Every series of the snapshot, whichever chunk holds it; empty in all chunks but `core`.
    pub directory: Vec<Entry>,
    /// The series of this chunk by id, without missing values: a day on which a series was not published is not there.
    pub series: Vec<(String, Series)>,
    /// Events by day; empty in all chunks but `core`, and those of a language's name, which hold them again with titles in it.
    pub events: Vec<Event>,
}

impl Chunk {
    /// A chunk of that name with nothing in it.
    #[must_use]
    pub fn empty(name: &str) -> Self {
        let as_of = Day::saturating(0);
        Self { name: name.to_owned(), as_of, directory: Vec::new(), series: Vec::new(), events: Vec::new() }
    }
}

/// Reads a snapshot file.
///
/// Cost: one pass; a chunk of 20 KB with 18,000 values takes a few milliseconds. Memory is bounded whatever the bytes claim.
///
/// # Errors
/// [`TruncatedData`](crate::ErrorKind::TruncatedData) when the file ends early, and
/// [`MalformedData`](crate::ErrorKind::MalformedData) when it is no snapshot, of another version, or damaged.
pub fn decode(bytes: &[u8]) -> Result<Chunk, Error> {
    let payload = frame::open(bytes)?;
    let mut codec = codec::Codec::new(range::Decoder::new(payload));
    let chunk = layout::walk(&mut codec, &layout::Source::empty());
    codec.coder.finish().map_or(Ok(chunk), |fault| Err(malformed(fault)))
}

/// Writes a snapshot file that [`decode`] turns back into the same chunk, less any NaN and its day.
///
/// Cost: a column is coded once for every earlier column of the chunk, to find the neighbour that predicts it best.
///
/// # Errors
/// When a value is not a decimal of at most nine places and 53 bits, when an id or the order of events is not as
/// [`Chunk`] says, or when the chunk is larger than [`decode`] accepts.
///
/// ```
/// use yenlens::series::{Day, Series, snapshot::{Chunk, decode, encode}};
/// let day = Day::from_ymd(2026, 10, 8).unwrap();
/// let yields = Series::new(vec![day, day.plus(1)], vec![3.089, 3.1]).unwrap();
/// let chunk = Chunk { name: "core".into(), as_of: day, directory: vec![], series: vec![("jgb10y".into(), yields)], events: vec![] };
/// let back = decode(&encode(&chunk)?)?;
/// assert_eq!(back.series[0].1.values(), [3.089, 3.1]);
/// # Ok::<(), yenlens::Error>(())
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn encode(chunk: &Chunk) -> Result<Vec<u8>, Error> {
    let source = layout::Source::of(chunk)?;
    let mut codec = codec::Codec::new(range::Encoder::new());
    layout::walk(&mut codec, &source);
    frame::close(&codec.coder.finish().map_err(malformed)?)
}

/// A fault in the contents, as one sentence.
fn malformed(what: &str) -> Error {
    Error::new(crate::ErrorKind::MalformedData, format!("snapshot: {what}"))
}

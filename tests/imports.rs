//! Own data: what is read is what was written, wherever the pieces are cut; a fault is one sentence with its place; nothing passes
//! the bounds.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a table that cannot be written or read is a failed test")]

#[path = "imports/bounds.rs"]
mod bounds;
#[path = "imports/faults.rs"]
mod faults;
#[path = "imports/round_trip.rs"]
mod round_trip;

use yenlens::Error;
use yenlens::series::import::{Import, Importer};

/// The whole file in one piece.
fn import(text: impl AsRef<[u8]>) -> Result<Import, Error> {
    import_pieces([text.as_ref()])
}

fn import_pieces<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Result<Import, Error> {
    let mut importer = Importer::new();
    for piece in pieces {
        importer.push(piece)?;
    }
    importer.finish()
}

/// What is left of a file of which only this much came.
fn break_off(text: &[u8]) -> Result<Import, Error> {
    let mut importer = Importer::new();
    importer.push(text)?;
    importer.break_off()
}

/// Everything an import holds, for comparison; missing values are not there, so that no NaN is.
fn rows(import: &Import) -> Vec<(String, String, f64)> {
    let cells = import.series.iter().flat_map(|(meta, series)| {
        series.days().iter().zip(series.values()).map(|(day, value)| (meta.id.clone(), day.to_string(), *value))
    });
    cells.collect()
}

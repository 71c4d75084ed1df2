//! The figures of a folder packed into the snapshot.
//!
//! The only logic here is reading the sheets and refusing what is wrong in them; the form of the files is the library's.
//! The same sheets give the same bytes everywhere.

mod assemble;
mod figures;
pub mod sheet;
#[cfg(test)]
mod tests;

use std::path::Path;

pub use assemble::chunks;
use sheet::Outcome;
use yenlens::series::snapshot::encode;

/// Writes a file for each chunk and gives a table of their sizes. Nothing is written unless everything is right.
///
/// # Errors
/// The file, line and column of the first fault in the sheets, or the file that cannot be written.
pub fn pack(data: &Path, out: &Path) -> Outcome<String> {
    let mut files = Vec::new();
    let mut lines = vec![format!("{:<8} {:>7} {:>7} {:>7}\n", "chunk", "series", "values", "bytes")];
    for chunk in chunks(data)? {
        let bytes = encode(&chunk).map_err(|error| format!("{}: {error}", chunk.name))?;
        let values: usize = chunk.series.iter().map(|(_, series)| series.len()).sum();
        lines.push(format!("{:<8} {:>7} {values:>7} {:>7}\n", chunk.name, chunk.series.len(), bytes.len()));
        files.push((format!("{}.bin", chunk.name), bytes));
    }
    write(out, &files)?;
    Ok(lines.concat())
}

/// Writes files into a folder, which is made where it is not there.
///
/// # Errors
/// The folder or the file that cannot be written.
pub fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> Outcome<()> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).map_err(|error| format!("{}: {error}", folder.join(name).display()))?;
    }
    Ok(())
}

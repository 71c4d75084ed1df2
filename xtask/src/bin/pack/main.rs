//! Packs `data/*.csv` into the snapshot and draws the pictures of its default figures:
//! `cargo run -p xtask --features pack --bin pack -- DATA_DIR PICTURE_DIR`.
//!
//! The only logic here is reading the sheets and refusing what is wrong in them; the form of the files is the library's.
//! The same sheets give the same bytes everywhere.

mod assemble;
mod figures;
mod picture;
mod sheet;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sheet::Outcome;
use yenlens::series::snapshot::encode;

fn main() -> ExitCode {
    let outcome = match std::env::args_os().skip(1).map(PathBuf::from).collect::<Vec<_>>().as_slice() {
        [data, pictures] => {
            let sheets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
            pack(&sheets, data).and_then(|table| draw(&sheets, pictures).map(|()| table))
        }
        _ => Err("usage: pack DATA_DIR PICTURE_DIR".to_owned()),
    };
    match outcome {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("pack: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Writes a file for each chunk and gives a table of their sizes. Nothing is written unless everything is right.
fn pack(data: &Path, out: &Path) -> Outcome<String> {
    let mut files = Vec::new();
    let mut lines = vec![format!("{:<8} {:>7} {:>7} {:>7}\n", "chunk", "series", "values", "bytes")];
    for chunk in assemble::chunks(data)? {
        let bytes = encode(&chunk).map_err(|error| format!("{}: {error}", chunk.name))?;
        let values: usize = chunk.series.iter().map(|(_, series)| series.len()).sum();
        lines.push(format!("{:<8} {:>7} {values:>7} {:>7}\n", chunk.name, chunk.series.len(), bytes.len()));
        files.push((format!("{}.bin", chunk.name), bytes));
    }
    write(out, &files)?;
    Ok(lines.concat())
}

/// Draws a picture for each view that has one.
fn draw(data: &Path, out: &Path) -> Outcome<()> {
    let mut files = Vec::new();
    for (view, height) in picture::VIEWS {
        files.push((format!("{view}.svg"), picture::svg(assemble::chunks(data)?, view, height)?.into_bytes()));
    }
    write(out, &files)
}

fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> Outcome<()> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).map_err(|error| format!("{}: {error}", folder.join(name).display()))?;
    }
    Ok(())
}

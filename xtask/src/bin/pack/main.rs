//! Packs `data/*.csv` into the snapshot: `cargo run -p xtask --features pack --bin pack -- OUT_DIR`.
//!
//! The only logic here is reading the sheets and refusing what is wrong in them; the form of the files is the library's.
//! The same sheets give the same bytes everywhere.

mod assemble;
mod figures;
mod sheet;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sheet::Outcome;
use yenlens::series::snapshot::encode;

fn main() -> ExitCode {
    let outcome = match std::env::args_os().skip(1).map(PathBuf::from).collect::<Vec<_>>().as_slice() {
        [folder] => pack(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data"), folder),
        _ => Err("usage: pack OUT_DIR".to_owned()),
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
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, bytes) in files {
        std::fs::write(out.join(&name), bytes).map_err(|error| format!("{}: {error}", out.join(&name).display()))?;
    }
    Ok(lines.concat())
}

//! Packs `data/*.csv` into the snapshot and draws the pictures of its default figures:
//! `cargo run -p xtask --features pack --bin pack -- DATA_DIR PICTURE_DIR`.
//!
//! What is in the sheets is read by `yenlens-refresh`; the same sheets give the same bytes everywhere.

mod picture;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use yenlens_refresh::pack::sheet::Outcome;
use yenlens_refresh::pack::{chunks, pack, write};

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

/// Draws a picture for each view that has one.
fn draw(data: &Path, out: &Path) -> Outcome<()> {
    let mut files = Vec::new();
    for (view, height) in picture::VIEWS {
        files.push((format!("{view}.svg"), picture::svg(chunks(data)?, view, height)?.into_bytes()));
    }
    write(out, &files)
}

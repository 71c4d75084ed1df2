//! Packs `data/*.csv` into the snapshot and draws the pictures of its default figures:
//! `cargo run -p xtask --features pack --bin pack -- DATA_DIR PICTURE_DIR WORDS_DIR`. It also writes down the languages that the
//! module of the script tag does not carry.
//!
//! What is in the sheets is read by `yenlens-refresh`; the same sheets give the same bytes everywhere.

mod picture;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use yenlens::text::{LANGUAGES, Phrases, lines};
use yenlens_refresh::pack::sheet::Outcome;
use yenlens_refresh::pack::{chunks, pack, write};

fn main() -> ExitCode {
    let outcome = match std::env::args_os().skip(1).map(PathBuf::from).collect::<Vec<_>>().as_slice() {
        [data, pictures, words] => {
            let sheets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
            let table = pack(&sheets, data);
            table.and_then(|table| draw(&sheets, pictures).and_then(|()| spell(words)).map(|()| table))
        }
        _ => Err("usage: pack DATA_DIR PICTURE_DIR WORDS_DIR".to_owned()),
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

/// Writes a file of words for each language but the first, which every module carries.
fn spell(out: &Path) -> Outcome<()> {
    let file = |phrases: &&Phrases| {
        let primary = phrases.lang.split('-').next().unwrap_or_default();
        (format!("{primary}.txt"), lines(phrases).into_bytes())
    };
    write(out, &LANGUAGES[1..].iter().map(file).collect::<Vec<_>>())
}

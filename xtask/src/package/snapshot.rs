//! The figures, their pictures and the words: made by a program of its own, because it needs the library itself, and serving a package that is up to date
//! must not wait for that to compile.

use std::path::Path;
use std::process::Command;

use crate::workspace::{Outcome, create_folder, run};

/// Packs `data/` into the folder `data` of the package `out`, draws the pictures of its figures into `pictures`, and
/// writes the languages that the light module is sent into `words`.
pub fn pack(root: &Path, out: &Path) -> Outcome {
    let (data, pictures, words) = (out.join("data"), out.join("pictures"), out.join("words"));
    create_folder(&data)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "xtask", "--features", "pack", "--bin", "pack", "--"]);
    run(cargo.arg(data).arg(pictures).arg(words).current_dir(root))
}

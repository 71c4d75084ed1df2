//! The figures and their pictures: made by a program of its own, because it needs the library itself, and serving a package that is up to date
//! must not wait for that to compile.

use std::path::Path;
use std::process::Command;

use crate::workspace::{Outcome, create_folder, run};

/// Packs `data/` into the folder `data` of the package `out`, and draws the pictures of its figures into `pictures`.
pub fn pack(root: &Path, out: &Path) -> Outcome {
    let (data, pictures) = (out.join("data"), out.join("pictures"));
    create_folder(&data)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "xtask", "--features", "pack", "--bin", "pack", "--"]);
    run(cargo.arg(data).arg(pictures).current_dir(root))
}

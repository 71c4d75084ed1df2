//! The figures: packed by a program of its own, because it needs the library itself, and serving a package that is up to date
//! must not wait for that to compile.

use std::path::Path;
use std::process::Command;

use crate::workspace::{Outcome, create_folder, run};

/// Packs `data/` into the folder `out`.
pub fn pack(root: &Path, out: &Path) -> Outcome {
    create_folder(out)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "xtask", "--features", "pack", "--bin", "pack", "--"]);
    run(cargo.arg(out).current_dir(root))
}

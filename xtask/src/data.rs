//! The figures: checked and refreshed by a program of its own, which others can run on figures of theirs.

use std::path::Path;
use std::process::Command;

use crate::workspace::{Outcome, run};

/// What the program is, with and without the part that asks the publishers.
fn program(root: &Path, features: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "yenlens-refresh"]).args(features).arg("--").current_dir(root);
    cargo
}

/// Prints the quality of `data/` and fails on what nobody has looked at.
pub fn check(root: &Path) -> Outcome {
    run(program(root, &["--no-default-features"]).args(["check", "--data", "data"]))
}

/// Asks the publishers for what is new and writes it to `data/` and to the snapshot in `pkg/`.
pub fn refresh(root: &Path, options: &[&str]) -> Outcome {
    let mut refresh = program(root, &[]);
    refresh.args(["refresh", "--data", "data", "--snapshot", "pkg/data", "--cache", "target/refresh"]).args(options);
    run(&mut refresh)
}

//! What the files of the package weigh on the wire, and the budget that holds them to it.
//!
//! The compressors are those of Node.js: a build needs it anyway, and serving does not wait for them to compile.

use std::path::Path;
use std::process::Command;

use crate::workspace::{Outcome, run};

fn script(root: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(root.join("xtask/npm/sizes.mjs")).arg(root.join("pkg"));
    node
}

/// Prints the weight of every file of the package.
pub fn print(root: &Path) -> Outcome {
    run(&mut script(root))
}

/// Holds the package against `xtask/budget.json`.
pub fn hold_budget(root: &Path) -> Outcome {
    run(script(root).arg("--budget").arg(root.join("xtask/budget.json")))
        .map_err(|_| "The package is not within xtask/budget.json; the lines above say where.".to_owned())
}

//! What the files of the package weigh on the wire, and the budget that holds them to it.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::workspace::{Outcome, capture, files_under, read_text};

/// The weight of one file in bytes.
#[derive(Clone, Copy)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Weighs files of the package, with the compressors of Node.js: it is needed anyway, and serving does not wait for them to
/// compile.
fn weigh(root: &Path, files: &[String]) -> Outcome<Vec<Size>> {
    if let Some(file) = files.iter().find(|file| !root.join("pkg").join(file).is_file()) {
        return Err(format!("pkg/{file} is missing; run `cargo xtask build`."));
    }
    let mut node = Command::new("node");
    node.arg(root.join("xtask/npm/sizes.mjs")).args(files).current_dir(root.join("pkg"));
    let printed = capture(&mut node)?;
    let sizes: Vec<Value> = serde_json::from_str(&printed).map_err(|e| format!("sizes.mjs printed no list of sizes: {e}."))?;
    let number = |size: &Value, key: &str| size[key].as_u64().ok_or_else(|| format!("sizes.mjs printed no size `{key}`."));
    sizes
        .iter()
        .map(|size| Ok(Size { raw: number(size, "raw")?, gzip: number(size, "gzip")?, brotli: number(size, "brotli")? }))
        .collect()
}

/// Prints the weight of every file of the package.
pub fn print(root: &Path) -> Outcome {
    let files = files_under(&root.join("pkg"), "")?;
    println!("{:>9} {:>9} {:>9}", "bytes", "gzip", "brotli");
    for (file, size) in files.iter().zip(weigh(root, &files)?) {
        println!("{:>9} {:>9} {:>9}  {file}", size.raw, size.gzip, size.brotli);
    }
    Ok(())
}

/// Weighs the package against `xtask/budget.json` and prints each line of it.
pub fn hold_budget(root: &Path) -> Outcome {
    let path = root.join("xtask/budget.json");
    let budget: Vec<Value> =
        serde_json::from_str(&read_text(&path)?).map_err(|e| format!("{} is no list of limits: {e}.", path.display()))?;
    let mut over = Vec::new();
    for line in &budget {
        let name = line["name"].as_str().unwrap_or_default();
        let files: Vec<String> =
            line["files"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        let limit = line["limitBytes"].as_u64().ok_or_else(|| format!("The budget sets no limit for {name}."))?;
        let sizes = weigh(root, &files)?;
        let total: u64 = match line["encoding"].as_str() {
            Some("gzip") => sizes.iter().map(|size| size.gzip).sum(),
            Some("brotli") => sizes.iter().map(|size| size.brotli).sum(),
            other => return Err(format!("The budget for {name} names the encoding {other:?}; expected gzip or brotli.")),
        };
        println!("{total:>9} of {limit:>9} bytes: {name} ({})", files.join(", "));
        if total > limit || files.is_empty() {
            over.push(name);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("The package is over its budget: {}.", over.join("; "))) }
}

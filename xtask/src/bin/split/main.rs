//! Cuts a module in two: `cargo run -p xtask --features split --bin split -- MODULE LATER FIRST SECOND`. The first half draws; the
//! second has what the list `LATER` names, functions and parts of functions, and what only they need, and is joined to the first when
//! somebody is there who wants to touch the figure. The list comes from runs: `MODULE MARKED` writes a module that tells what of its
//! code has run, and `MODULE PASSED LATER` the list, given what has.
//!
//! The halves share the memory, the tables and the globals. A call across the cut goes through the table; a place whose function has
//! not come yet is empty, and a call of it a trap, which the script of the module knows how to take.

mod body;
mod cold;
mod cut;
mod extract;
mod half;
mod live;
mod mark;
mod module;
mod outline;
mod part;
#[cfg(test)]
mod same;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use cut::Cut;
use module::{Module, Outcome};

/// A part stays where it is unless its call is shorter by so many bytes.
const LEAST_GAIN: usize = 12;
/// The first line of the list.
const HEAD: &str = "# What no first picture of the light module needs, written down by `node tests/browsers/later.mjs`.";

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let outcome = match paths.as_slice() {
        [module, marked] => mark(module, marked),
        [module, passed, later] => list(module, passed, later),
        [module, later, first, second] => cut(module, later, first, second),
        _ => Err("usage: split MODULE (MARKED | PASSED LATER | LATER FIRST SECOND)".to_owned()),
    };
    match outcome {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("split: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &PathBuf) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

fn read_text(path: &PathBuf) -> Outcome<String> {
    String::from_utf8(read(path)?).map_err(|_| format!("{} is no text", path.display()))
}

fn list(path: &PathBuf, passed: &PathBuf, out: &PathBuf) -> Outcome<String> {
    let bytes = read(path)?;
    let passed: BTreeSet<u32> = read_text(passed)?.split_whitespace().filter_map(|mark| mark.parse().ok()).collect();
    let list = cold::list(&bytes, &Module::read(&bytes)?, &passed)?;
    write(out, format!("{HEAD}\n{list}").as_bytes()).map(|()| format!("{}: {} functions.", out.display(), list.lines().count()))
}

fn mark(path: &PathBuf, out: &PathBuf) -> Outcome<String> {
    let bytes = read(path)?;
    let marked = mark::marked(&bytes)?;
    write(out, &marked).map(|()| format!("{} tells which of its code has run.", out.display()))
}

fn write(path: &PathBuf, bytes: &[u8]) -> Outcome<()> {
    std::fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

fn cut(path: &PathBuf, later: &PathBuf, first: &PathBuf, second: &PathBuf) -> Outcome<String> {
    let bytes = read(path)?;
    let text = read_text(later)?;
    let lines: BTreeMap<&str, Option<(usize, Vec<usize>)>> =
        text.lines().filter(|line| !line.starts_with('#')).map(entry).collect();
    let whole = Module::read(&bytes)?;
    let starts = |name: &str, ops: usize| match lines.get(name) {
        // The code may be another one by now; then its places are too.
        Some(Some((held, starts))) if *held == ops => starts.clone(),
        _ => Vec::new(),
    };
    let bytes = outline::outlined(&bytes, &whole, starts, |part, call| part >= call + LEAST_GAIN)?;
    let module = Module::read(&bytes)?;
    let own = u32::try_from(whole.functions.len()).map_err(|error| error.to_string())?;
    let cut = Cut::new(&module, |number, name| number >= whole.imported + own || lines.get(name) == Some(&None));
    for (out, is_second) in [(first, false), (second, true)] {
        let written = half::half(&cut, &bytes, is_second)?;
        wasmparser::validate(&written).map_err(|error| format!("a half is no module: {error}"))?;
        write(out, &written)?;
    }
    let (functions, code, places) = cut.measure();
    let parts = module.functions.len() - whole.functions.len();
    Ok(format!(
        "{functions} functions, {parts} of them parts, {code} bytes of code, come later; {places} more places in the table."
    ))
}

/// A line of the list: a name, and where the parts begin that come later, if not all of it does.
fn entry(line: &str) -> (&str, Option<(usize, Vec<usize>)>) {
    let mut fields = line.split('\t');
    let name = fields.next().unwrap_or_default();
    let parts = fields.next().zip(fields.next()).and_then(|(ops, starts)| {
        let starts = starts.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
        Some((ops.parse().ok()?, starts))
    });
    (name, parts)
}

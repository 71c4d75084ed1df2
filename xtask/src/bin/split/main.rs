//! Cuts a module in two: `cargo run -p xtask --features split --bin split -- MODULE LATER FIRST SECOND`. The first half draws; the
//! second has the functions that the list `LATER` names and what only they need, and is joined to the first when somebody is there who
//! wants to touch the figure. With `MODULE` alone the functions are listed: number, bytes of code, name; with `--whole MODULE OUT` it
//! stays in one piece, its functions in the order of a half.
//!
//! The halves share the memory, the tables and the globals. A call across the cut goes through the table; a place whose function has
//! not come yet is empty, and a call of it a trap, which the script of the module knows how to take. In each half like functions stand
//! beside each other, which compresses better than any order that a compiler has.

mod cut;
mod half;
mod mark;
mod module;
mod order;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use cut::Cut;
use module::{Module, Outcome};

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let outcome = match paths.as_slice() {
        [module] => list(module),
        [module, marked] => mark(module, marked),
        [flag, module, out] if flag.as_os_str() == "--whole" => ordered(module, out),
        [module, later, first, second] => cut(module, later, first, second),
        _ => Err("usage: split MODULE [MARKED | LATER FIRST SECOND], or split --whole MODULE OUT".to_owned()),
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

fn list(path: &PathBuf) -> Outcome<String> {
    let module = Module::read(&read(path)?)?;
    let line = |(number, function): (u32, &module::Function)| format!("{number}\t{}\t{}", function.bytes, function.name);
    Ok((module.imported..).zip(&module.functions).map(line).collect::<Vec<_>>().join("\n"))
}

fn mark(path: &PathBuf, out: &PathBuf) -> Outcome<String> {
    let bytes = read(path)?;
    let marked = mark::marked(&bytes, &Module::read(&bytes)?)?;
    write(out, &marked).map(|()| format!("{} tells which of its functions have run.", out.display()))
}

fn write(path: &PathBuf, bytes: &[u8]) -> Outcome<()> {
    std::fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

fn ordered(path: &PathBuf, out: &PathBuf) -> Outcome<String> {
    let bytes = read(path)?;
    let module = Module::read(&bytes)?;
    let written = half::half(&Cut::new(&module, |_| false), &bytes, false)?;
    wasmparser::validate(&written).map_err(|error| format!("what came out is no module: {error}"))?;
    write(out, &written).map(|()| format!("{} has its functions in another order.", out.display()))
}

fn cut(path: &PathBuf, later: &PathBuf, first: &PathBuf, second: &PathBuf) -> Outcome<String> {
    let bytes = read(path)?;
    let names = String::from_utf8(read(later)?).map_err(|_| "the list is no text".to_owned())?;
    let names: BTreeSet<&str> = names.lines().filter(|line| !line.starts_with('#')).collect();
    let module = Module::read(&bytes)?;
    let cut = Cut::new(&module, |name| names.contains(name));
    for (out, is_second) in [(first, false), (second, true)] {
        let written = half::half(&cut, &bytes, is_second)?;
        wasmparser::validate(&written).map_err(|error| format!("a half is no module: {error}"))?;
        write(out, &written)?;
    }
    let (functions, code, places) = cut.measure();
    Ok(format!("{functions} functions, {code} bytes of code, come later; {places} more places in the table."))
}

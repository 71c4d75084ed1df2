//! What people run on this repository, as `cargo xtask <command>`.
//!
//! Each command is a short module. Nothing here belongs to the library: this crate only calls compilers, moves files and
//! counts results. A command that cannot do its work says why in one sentence and ends with exit code 1.

mod data;
mod package;
mod reference;
mod release;
mod serve;
mod site;
mod sizes;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use workspace::Outcome;

const USAGE: &str = "\
cargo xtask <command>

  build            build the package into pkg/
  build --check    rebuild it from the tracked sources in another folder and compare every byte with pkg/
  reference        write www/reference.html and www/changelog.html from the sources
  reference --check
                   compare them with what the sources give
  data check       the quality of the figures in data/; fails on what nobody has looked at
  data refresh [OPTIONS]
                   ask the publishers for what is new, check it, and write data/ and pkg/data/
                   (--dry-run, --offline DIR, --only A,B and more; see CONTRIBUTING.md)
  release          put the files of the version at hand together: tarball, zip, checksums, provenance
  release check    pack pkg/ as npm does and let publint and attw look at it
  release prepare VERSION
                   give the sources that version and close its changes
  sizes            hold the package in pkg/ against xtask/budget.json
  site --at ADDRESS --out FOLDER
                   write site and package into one folder for any static host
  serve            build what is missing or stale, then serve www/ and pkg/ on 127.0.0.1
      --port N     the first port to try (8080)
      --no-csp     leave out the Content-Security-Policy
  test             make sure of the tools, then run everything
  test --quick     formatting, lints, types and native tests alone";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            // An empty sentence: the command has already said everything, as `test` does with its last line.
            if !sentence.is_empty() {
                eprintln!("xtask: {sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome {
    match words {
        ["build"] => package::build_into_workspace(),
        ["build", "--check"] => package::check(),
        ["reference"] => reference::write_pages(),
        ["reference", "--check"] => reference::check(),
        ["data", "check"] => data::check(&workspace::root()?),
        ["data", "refresh", options @ ..] => data::refresh(&workspace::root()?, options),
        ["release"] => release::assemble(),
        ["release", "check"] => release::check(),
        ["release", "prepare", version] => release::prepare(version),
        ["sizes"] => sizes::hold_budget(&workspace::root()?),
        ["site", "--at", at, "--out", out] => site::write_folder(at, std::path::Path::new(out)),
        ["serve", options @ ..] => serve::run(&serve::Options::parse(options)?),
        ["test"] => test::run(test::Extent::Everything),
        ["test", "--quick"] => test::run(test::Extent::Quick),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("`{}` is not a command; `cargo xtask help` lists them.", words.join(" "))),
    }
}

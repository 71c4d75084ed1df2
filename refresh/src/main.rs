//! `yenlens-refresh`: checks, refreshes and packs a folder of figures. `cargo xtask data` runs it on the repository's own.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use yenlens_refresh::pack::sheet::Outcome;
use yenlens_refresh::{check, pack};

const USAGE: &str = "\
yenlens-refresh <command>

  check               the quality of the figures, as a table; fails on what nobody has looked at
  pack OUT            the snapshot, into the folder OUT
  refresh             asks the publishers for what is new, checks it, and writes
      --only A,B      only these sources
      --dry-run       writes nothing
      --list          prints the files it would ask for, name and address, and asks no one
      --offline DIR   from files saved in DIR, without asking anyone
      --snapshot DIR  packs the snapshot into DIR too
      --cache DIR     where files are kept between runs (.yenlens-refresh)
      --mirror URL    asks URL/HOST/PATH in place of https://HOST/PATH
      --delay MS      the time between two requests (1500)
      --today DATE    the day that is not over, in UTC
  --data DIR          the folder of the figures (data), for every command

Whatever is in doubt stays as it was; the reason is said and the exit code is 1.";

fn main() -> ExitCode {
    match dispatch(std::env::args().skip(1).collect()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("yenlens-refresh: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command; false when it has said why all is not well.
fn dispatch(mut words: Vec<String>) -> Outcome<bool> {
    let data = PathBuf::from(take(&mut words, "--data")?.unwrap_or_else(|| "data".to_owned()));
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check"] => {
            let report = check::check(&data)?;
            print!("{report}");
            Ok(report.is_clean())
        }
        ["pack", out] => {
            print!("{}", pack::pack(&data, Path::new(out))?);
            Ok(true)
        }
        ["refresh", ..] => refresh(data, words.split_off(1)),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(true)
        }
        _ => Err(format!("`{}` is not a command; `yenlens-refresh help` lists them", words.join(" "))),
    }
}

/// Takes an option and its value out of the words.
fn take(words: &mut Vec<String>, name: &str) -> Outcome<Option<String>> {
    let Some(at) = words.iter().position(|word| word == name) else { return Ok(None) };
    words.remove(at);
    if at < words.len() { Ok(Some(words.remove(at))) } else { Err(format!("{name} needs a value")) }
}

#[cfg(feature = "publishers")]
fn refresh(data: PathBuf, mut words: Vec<String>) -> Outcome<bool> {
    use std::time::Duration;
    use yenlens_refresh::refresh::{Files, Offline, Options, Web, WebOptions, requests, run};

    let only = take(&mut words, "--only")?.map(|names| names.split(',').map(str::to_owned).collect()).unwrap_or_default();
    let snapshot = take(&mut words, "--snapshot")?.map(PathBuf::from);
    let offline = take(&mut words, "--offline")?.map(PathBuf::from);
    let cache = PathBuf::from(take(&mut words, "--cache")?.unwrap_or_else(|| ".yenlens-refresh".to_owned()));
    let mirror = take(&mut words, "--mirror")?;
    let delay = take(&mut words, "--delay")?.unwrap_or_else(|| "1500".to_owned());
    let delay = delay.parse().map(Duration::from_millis).map_err(|_| format!("--delay: expected milliseconds, got {delay}"))?;
    let today = match take(&mut words, "--today")? {
        Some(text) => yenlens::series::Day::parse(&text).map_err(|error| error.message().to_owned())?,
        None => today()?,
    };
    let is_dry = words.iter().position(|word| word == "--dry-run").map(|at| words.remove(at)).is_some();
    let is_list = words.iter().position(|word| word == "--list").map(|at| words.remove(at)).is_some();
    if let Some(word) = words.first() {
        return Err(format!("refresh: {word} is not an option"));
    }
    let options = Options { data, snapshot, only, today, is_dry };
    if is_list {
        for request in requests(&options)? {
            println!("{}\t{}", request.file, request.url);
        }
        return Ok(true);
    }
    let mut files: Box<dyn Files> = match offline {
        Some(folder) if !folder.is_dir() => return Err(format!("{}: no such folder", folder.display())),
        Some(folder) => Box::new(Offline { folder }),
        None => Box::new(Web::new(WebOptions { cache, mirror, delay })?),
    };
    let changes = run(&options, &mut *files)?;
    print!("{changes}");
    Ok(changes.doubts.is_empty())
}

#[cfg(not(feature = "publishers"))]
fn refresh(_: PathBuf, _: Vec<String>) -> Outcome<bool> {
    Err("built without the feature `publishers`, it asks no one".to_owned())
}

/// The day by the computer's clock, in UTC.
#[cfg(feature = "publishers")]
fn today() -> Outcome<yenlens::series::Day> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_err(|_| "the clock stands before 1970".to_owned())?.as_secs();
    Ok(yenlens::series::Day::saturating((seconds / 86_400) as i64))
}

//! The folder of the repository, its files, and the programs called on it.
//!
//! Every failure becomes one sentence that names the file or the program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Success, or the one sentence that says why not.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder of the repository this command was started from.
pub fn root() -> Outcome<PathBuf> {
    // `cargo run` sets the variable for the checkout at hand; the compiled-in one may be of a folder since moved.
    let member = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root = member.parent().unwrap_or(&member);
    root.canonicalize().map_err(|e| format!("The repository's folder {} cannot be opened: {e}.", root.display()))
}

/// Runs a program to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.stdin(Stdio::null()).status().map_err(|e| cannot_start(command, &e))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}); its own message is above.", spoken(command))) }
}

/// Runs a program that talks too much; its output is shown only if it fails.
pub fn run_quietly(command: &mut Command) -> Outcome {
    capture(command).map(drop)
}

/// What a program prints on its standard output.
pub fn capture(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|e| cannot_start(command, &e))?;
    let text = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        return Ok(text.into_owned());
    }
    eprint!("{text}{}", String::from_utf8_lossy(&output.stderr));
    Err(format!("`{}` failed ({}); its own message is above.", spoken(command), output.status))
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` cannot be started: {error}.", command.get_program().to_string_lossy())
}

/// The program and its first words, enough to recognise the call.
fn spoken(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    let words = command.get_args().take(4).map(|word| word.to_string_lossy().into_owned());
    std::iter::once(program).chain(words).collect::<Vec<_>>().join(" ")
}

/// Whether a program of that name is on the search path, and where.
pub fn find_program(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|e| format!("{} cannot be read: {e}.", path.display()))
}

pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| format!("{} cannot be read: {e}.", path.display()))
}

/// Writes a file, with the folders above it.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, bytes).map_err(|e| format!("{} cannot be written: {e}.", path.display()))
}

/// Copies a file, with the folders above the target.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    write(to, &read(from)?)
}

pub fn create_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|e| format!("The folder {} cannot be made: {e}.", path.display()))
}

/// Removes a folder and everything in it; one that is not there is fine.
pub fn remove_folder(path: &Path) -> Outcome {
    match fs::remove_dir_all(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("The folder {} cannot be removed: {e}.", path.display()))
        }
        _ => Ok(()),
    }
}

pub fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|e| format!("{} cannot be renamed to {}: {e}.", from.display(), to.display()))
}

/// Every file under a folder as a `/`-separated path relative to `base`, sorted. Dotfiles and editors' backups are left out.
/// A folder that is not there has no files.
pub fn files_under(base: &Path, folder: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(relative) = pending.pop() {
        let path = base.join(&relative);
        if !path.is_dir() {
            continue;
        }
        let unreadable = |e: std::io::Error| format!("The folder {} cannot be listed: {e}.", path.display());
        for entry in fs::read_dir(&path).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name.ends_with('~') {
                continue;
            }
            let child = if relative.is_empty() { name } else { format!("{relative}/{name}") };
            if entry.path().is_dir() { pending.push(child) } else { found.push(child) }
        }
    }
    found.sort();
    Ok(found)
}

/// A folder outside the repository that is removed when the value goes.
pub struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    pub fn new(purpose: &str) -> Outcome<Self> {
        let path = env::temp_dir().join(format!("yenlens-{purpose}-{}", std::process::id()));
        remove_folder(&path)?;
        create_folder(&path)?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if let Err(sentence) = remove_folder(&self.0) {
            eprintln!("xtask: {sentence}");
        }
    }
}

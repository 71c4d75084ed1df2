//! `cargo xtask release`: from the committed package to what is published.
//!
//! Three commands, in the order in which they are used. `check` packs `pkg/` as npm does and lets two programs look at it; it is
//! part of every test run. `prepare` gives the sources a new version. Without a word the files of the version at hand are
//! put together in `target/release-files/`, from a checkout without changes and only if `pkg/` is what its sources give.

mod notes;
mod version;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::package;
use crate::tools::NodePackages;
use crate::workspace::{Outcome, capture, copy, create_folder, files_under, read, remove_folder, root, run, run_quietly, write};

/// Where the files of a release are put together.
const FILES: &str = "target/release-files";

/// The entries of the package that have types: the others are scripts for a page and files to be fetched.
const TYPED_ENTRIES: [&str; 2] = [".", "./yenlens.js"];

/// Packs the package as npm does and looks at it as bundlers and compilers will.
pub fn check() -> Outcome {
    let root = root()?;
    let folder = root.join("target/release-check");
    remove_folder(&folder)?;
    create_folder(&folder)?;
    look_at(&root, &tarball(&root, &folder)?)
}

/// Gives the sources the version, closes the changes under it, and builds the package; committing is left to whoever reads the
/// difference.
pub fn prepare(version: &str) -> Outcome {
    let root = root()?;
    let now = package::version(&root)?;
    let today = capture(Command::new("node").args(["-p", "new Date().toISOString().slice(0, 10)"]))?;
    version::prepare(&root, &now, version, today.trim())?;
    // Writes the version into the lock files, and nothing else.
    for folder in ["", "benches", "fuzz"] {
        run_quietly(Command::new("cargo").args(["update", "--workspace"]).current_dir(root.join(folder)))?;
    }
    package::build_into_workspace()?;
    println!(
        "Version {version} is prepared. Read the difference, commit it, tag it `v{version}`, then run `cargo xtask release`."
    );
    Ok(())
}

/// Puts the files of the version at hand together.
pub fn assemble() -> Outcome {
    let root = root()?;
    let git = |words: &[&str]| capture(Command::new("git").args(words).current_dir(&root));
    if !git(&["status", "--porcelain"])?.trim().is_empty() {
        return Err("The checkout has changes that are not committed; a release is of a commit.".to_owned());
    }
    let commit = git(&["rev-parse", "HEAD"])?.trim().to_owned();
    let version = package::version(&root)?;
    version::released(&root, &version)?;
    package::check()?;

    let folder = root.join(FILES);
    remove_folder(&folder)?;
    create_folder(&folder)?;
    let packed = tarball(&root, &folder)?;
    look_at(&root, &packed)?;
    zip(&root, &version, &folder)?;
    standalone(&root, &folder)?;
    write(&folder.join("PROVENANCE.md"), notes::provenance(&root, &version, &commit)?.as_bytes())?;
    write(&folder.join("SHA256SUMS"), checksums(&folder)?.as_bytes())?;
    println!("The files of version {version} are in {FILES}/:");
    for name in files_under(&folder, "")? {
        println!("  {name}");
    }
    println!("To publish: `npm publish {FILES}/yenlens-{version}.tgz --provenance` and the other files with the tag v{version}.");
    Ok(())
}

/// What npm would publish.
fn tarball(root: &Path, folder: &Path) -> Outcome<PathBuf> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--pack-destination"]).arg(folder).current_dir(root.join("pkg"));
    let name = capture(&mut npm)?;
    Ok(folder.join(name.trim()))
}

/// Lets publint and "are the types wrong" look at a tarball.
fn look_at(root: &Path, tarball: &Path) -> Outcome {
    let tools = NodePackages::install(&root.join("xtask/release"))?;
    run_quietly(tools.command("publint").arg("--strict").arg(tarball))?;
    let mut types = tools.command("attw");
    // Without the packages of types of others, which would be asked for over the network.
    types
        .arg(tarball)
        .args(["--profile", "esm-only", "--no-definitely-typed", "--format", "ascii", "--entrypoints"])
        .args(TYPED_ENTRIES);
    run_quietly(&mut types)?;
    println!("publint and attw find nothing in {}.", tarball.file_name().unwrap_or_default().to_string_lossy());
    Ok(())
}

/// The package under an address that never changes, to be unpacked at the root of a site: `yenlens/<version>/embed.js`.
fn zip(root: &Path, version: &str, folder: &Path) -> Outcome {
    let mut program = Command::new("cargo");
    program.args(["run", "--quiet", "--locked", "--package", "xtask", "--features", "zip", "--bin", "zip", "--"]);
    program.arg(root.join("pkg")).arg(format!("yenlens/{version}")).arg(folder.join(format!("yenlens-{version}.zip")));
    run(program.current_dir(root))
}

/// The program that refreshes and checks figures, for the machine this runs on.
fn standalone(root: &Path, folder: &Path) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--locked", "--package", "yenlens-refresh", "--target-dir"]);
    run(cargo.arg(root.join("target/standalone")).current_dir(root))?;
    let host = notes::host()?;
    let ending = std::env::consts::EXE_SUFFIX;
    copy(
        &root.join(format!("target/standalone/release/yenlens-refresh{ending}")),
        &folder.join(format!("yenlens-refresh-{host}{ending}")),
    )
}

/// The digests of all files, as `sha256sum --check` reads them.
fn checksums(folder: &Path) -> Outcome<String> {
    let mut lines = String::new();
    for name in files_under(folder, "")? {
        for byte in Sha256::digest(read(&folder.join(&name))?) {
            // A string takes all that is written to it.
            let _ = write!(lines, "{byte:02x}");
        }
        lines.extend(["  ", &name, "\n"]);
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::checksums;
    use crate::workspace::{TemporaryFolder, write};

    #[test]
    fn checksums_are_those_of_sha256sum() {
        let folder = TemporaryFolder::new("checksums").unwrap();
        write(&folder.path().join("empty"), b"").unwrap();
        write(&folder.path().join("abc"), b"abc").unwrap();
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc\n\
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n";
        assert_eq!(checksums(folder.path()).unwrap(), expected);
    }
}

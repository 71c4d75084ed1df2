//! `cargo xtask build --check`: the package in `pkg/` is what the tracked sources give, byte for byte, in any folder.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use super::{PACKAGE, Tools, build};
use crate::workspace::{Outcome, TemporaryFolder, capture, copy, files_under, read, root};

/// Rebuilds from a copy of the tracked sources in another folder and compares.
pub fn check() -> Outcome {
    let root = root()?;
    let tools = Tools::ready(&root)?;
    let folder = TemporaryFolder::new("check")?;
    let sources = folder.path().join("sources");
    copy_tracked(&root, &sources)?;
    let rebuilt = folder.path().join(PACKAGE);
    build(&sources, &tools, &rebuilt)?;
    let differences = compare(&root.join(PACKAGE), &rebuilt)?;
    if differences.is_empty() {
        println!("{PACKAGE}/ is what the sources give, byte for byte.");
        return Ok(());
    }
    for difference in &differences {
        println!("{difference}");
    }
    Err(format!("{PACKAGE}/ is not what the tracked sources give; run `cargo xtask build` and commit {PACKAGE}/."))
}

/// Copies the files git knows, as they are in the working tree: a file somebody forgot to add is missing here too.
fn copy_tracked(root: &Path, to: &Path) -> Outcome {
    let listing = capture(Command::new("git").args(["ls-files", "-z", "--cached"]).current_dir(root))?;
    let package = format!("{PACKAGE}/");
    for path in listing.split('\0').filter(|path| !path.is_empty() && !path.starts_with(&package)) {
        // A deleted file stays in the index until the deletion is committed.
        if root.join(path).is_file() {
            copy(&root.join(path), &to.join(path))?;
        }
    }
    Ok(())
}

/// One line for each file that differs.
fn compare(committed: &Path, rebuilt: &Path) -> Outcome<Vec<String>> {
    let names: BTreeSet<String> = files_under(committed, "")?.into_iter().chain(files_under(rebuilt, "")?).collect();
    let mut differences = Vec::new();
    for name in names {
        let (old, new) = (committed.join(&name), rebuilt.join(&name));
        let difference = match (old.is_file(), new.is_file()) {
            (false, _) => "is missing".to_owned(),
            (_, false) => "is not part of the package".to_owned(),
            _ => match first_difference(&read(&old)?, &read(&new)?) {
                Some(place) => format!("differs from byte {place} on"),
                None => continue,
            },
        };
        differences.push(format!("{PACKAGE}/{name} {difference}"));
    }
    Ok(differences)
}

/// The place of the first byte that is not the same; the end of the shorter file counts as one.
fn first_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    if a == b { None } else { Some(a.iter().zip(b).take_while(|(x, y)| x == y).count()) }
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::workspace::{TemporaryFolder, write};

    #[test]
    fn every_kind_of_difference_is_named() {
        let folder = TemporaryFolder::new("compare").unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        for (name, a, b) in [("same", b"abc", b"abc"), ("data/changed", b"abc", b"abd")] {
            write(&old.join(name), a).unwrap();
            write(&new.join(name), b).unwrap();
        }
        write(&old.join("old-only"), b"").unwrap();
        write(&new.join("new-only"), b"").unwrap();
        let expected =
            ["pkg/data/changed differs from byte 2 on", "pkg/new-only is missing", "pkg/old-only is not part of the package"];
        assert_eq!(compare(&old, &new).unwrap(), expected);
    }
}

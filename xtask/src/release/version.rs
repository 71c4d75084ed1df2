//! The version in the sources and in the list of changes.

use std::path::Path;

use semver::Version;

use crate::workspace::{Outcome, read_text, write};

const CHANGES: &str = "CHANGELOG.md";

/// What stands behind the version of the heading that gathers changes.
const OPEN: &str = ", not released";

/// Writes the version into the manifests and the day into the heading of its changes. Nothing is written if anything is amiss.
pub fn prepare(root: &Path, now: &str, next: &str, today: &str) -> Outcome {
    follows(now, next)?;
    let changes = closed(&read_text(&root.join(CHANGES))?, next, today)?;
    let manifests = ["Cargo.toml", "refresh/Cargo.toml"].map(|name| root.join(name));
    let mut changed = Vec::new();
    for manifest in &manifests {
        changed.push(
            with_version(&read_text(manifest)?, now, next)
                .ok_or_else(|| format!("{} does not begin with the version {now}.", manifest.display()))?,
        );
    }
    for (manifest, text) in manifests.iter().zip(changed) {
        write(manifest, text.as_bytes())?;
    }
    write(&root.join(CHANGES), changes.as_bytes())
}

/// That the changes of a version have a day.
pub fn released(root: &Path, version: &str) -> Outcome {
    let changes = read_text(&root.join(CHANGES))?;
    let heading = format!("## {version}, ");
    match changes.lines().find_map(|line| line.strip_prefix(&heading)) {
        Some(day) if !OPEN.ends_with(day) => Ok(()),
        Some(_) => Err(format!("{CHANGES} says that {version} is not released; run `cargo xtask release prepare {version}`.")),
        None => Err(format!("{CHANGES} has no heading for {version}.")),
    }
}

/// That a version can come after another: the same while it is not released, or a step of semantic versioning.
fn follows(now: &str, next: &str) -> Outcome {
    let parse = |text: &str| Version::parse(text).map_err(|e| format!("`{text}` is no semantic version: {e}."));
    let (before, after) = (parse(now)?, parse(next)?);
    if after >= before { Ok(()) } else { Err(format!("{next} comes before {now}.")) }
}

/// A manifest whose first table has another version.
fn with_version(manifest: &str, now: &str, next: &str) -> Option<String> {
    let line = format!("\nversion = \"{now}\"\n");
    let at = manifest.find(&line)?;
    let table = manifest.get(1..)?.find("\n[").map_or(manifest.len(), |end| end + 1);
    (at < table).then(|| [&manifest[..at], &line.replace(now, next), &manifest[at + line.len()..]].concat())
}

/// The changes with the open heading closed under a version and a day.
fn closed(changes: &str, version: &str, today: &str) -> Outcome<String> {
    let heading = |line: &&str| line.starts_with("## ") && line.ends_with(OPEN);
    let mut open = changes.lines().filter(heading);
    let (Some(line), None) = (open.next(), open.next()) else {
        return Err(format!("{CHANGES} has not exactly one heading that ends in \"{OPEN}\"."));
    };
    let below = changes.split_once(line).map_or("", |(_, below)| below);
    if below.split("\n## ").next().is_none_or(|section| section.trim().is_empty()) {
        return Err(format!("{CHANGES} names no change under \"{line}\"."));
    }
    Ok(changes.replacen(line, &format!("## {version}, {today}"), 1))
}

#[cfg(test)]
mod tests {
    use super::{closed, follows, released, with_version};
    use crate::workspace::{TemporaryFolder, write};

    #[test]
    fn versions_go_up_alone() {
        assert!(follows("0.1.0", "0.1.0").is_ok() && follows("0.1.0", "0.2.0").is_ok() && follows("0.9.0", "0.10.0").is_ok());
        assert!(follows("0.2.0-beta.1", "0.2.0").is_ok());
        assert!(
            follows("0.2.0", "0.2.0-beta.1").is_err() && follows("0.2.0", "0.1.9").is_err() && follows("0.1.0", "1").is_err()
        );
    }

    #[test]
    fn version_of_the_first_table_alone_changes() {
        let manifest = "[package]\nname = \"a\"\nversion = \"1.0.0\"\n\n[dependencies.b]\nversion = \"1.0.0\"\n";
        let changed = with_version(manifest, "1.0.0", "1.1.0").unwrap();
        assert_eq!(changed, "[package]\nname = \"a\"\nversion = \"1.1.0\"\n\n[dependencies.b]\nversion = \"1.0.0\"\n");
        assert_eq!(with_version("[package]\nname = \"a\"\n\n[x]\nversion = \"1.0.0\"\n", "1.0.0", "1.1.0"), None);
    }

    #[test]
    fn open_heading_gets_version_and_day() {
        let changes = "# Changes\n\n## 0.2.0, not released\n\n- One.\n\n## 0.1.0, 2026-01-02\n\n- Old.\n";
        let expected = "# Changes\n\n## 0.3.0, 2026-03-04\n\n- One.\n\n## 0.1.0, 2026-01-02\n\n- Old.\n";
        assert_eq!(closed(changes, "0.3.0", "2026-03-04").unwrap(), expected);
        assert!(closed("# Changes\n", "0.3.0", "2026-03-04").is_err());
        assert!(
            closed("## 0.2.0, not released\n\n## 0.1.0, 2026-01-02\n", "0.2.0", "2026-03-04").unwrap_err().contains("no change")
        );
    }

    #[test]
    fn release_has_a_day() {
        let folder = TemporaryFolder::new("changes").unwrap();
        let with = |heading: &str| {
            write(&folder.path().join("CHANGELOG.md"), format!("# Changes\n\n{heading}\n").as_bytes()).unwrap();
            released(folder.path(), "0.2.0")
        };
        assert!(with("## 0.2.0, 2026-03-04").is_ok());
        assert!(with("## 0.2.0, not released").unwrap_err().contains("prepare"));
        assert!(with("## 0.1.0, 2026-03-04").unwrap_err().contains("no heading"));
    }
}

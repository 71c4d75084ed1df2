//! The papers of the package: `package.json`, `README.md`, `LICENSE` and the digests.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::{digests, inputs};
use crate::workspace::{Outcome, copy, files_under, read, read_text, write};

const INTEGRITY: &str = "integrity.json";

const PACKAGE_JSON: &str = include_str!("package.template.json");

/// The digest of a file in the form of the attribute `integrity`.
pub fn integrity(file: &Path) -> Outcome<String> {
    Ok(format!("sha384-{}", STANDARD.encode(Sha384::digest(read(file)?))))
}

/// The same, shorter, for where each byte counts: in the script of the author's tag.
pub fn short_integrity(file: &Path) -> Outcome<String> {
    Ok(format!("sha256-{}", STANDARD.encode(Sha256::digest(read(file)?))))
}

/// The digests of the files in one folder of the package, by file name.
pub fn integrity_of_folder(package: &Path, folder: &str) -> Outcome<BTreeMap<String, String>> {
    files_under(&package.join(folder), "")?
        .into_iter()
        .map(|name| {
            let digest = integrity(&package.join(folder).join(&name))?;
            Ok((name, digest))
        })
        .collect()
}

/// A text field of the table `[package]` of the crate.
fn crate_field(manifest: &str, field: &str) -> Option<String> {
    let heading = format!("{field} = \"");
    let table = manifest.split("\n[").next()?;
    table.lines().find_map(|line| line.strip_prefix(&heading)?.strip_suffix('"')).map(str::to_owned)
}

/// The version the crate and the package share.
pub fn crate_version(root: &Path) -> Outcome<String> {
    crate_field(&read_text(&root.join("Cargo.toml"))?, "version")
        .ok_or_else(|| "Cargo.toml names no version of the crate.".to_owned())
}

/// Writes `package.json` and the texts beside it, once the programs that README.md tells the digests of are there.
pub fn documents(root: &Path, version: &str, out: &Path) -> Outcome {
    let manifest = read_text(&root.join("Cargo.toml"))?;
    let description = crate_field(&manifest, "description").ok_or("Cargo.toml describes no crate.")?;
    // A template, because the order of the conditions in `exports` has a meaning: the first that fits is taken.
    let package = PACKAGE_JSON.replace("{version}", version).replace("{description}", &description);
    write(&out.join("package.json"), package.as_bytes())?;
    copy(&root.join("LICENSE"), &out.join("LICENSE"))?;
    let readme = digests::written(&read_text(&root.join(digests::README))?, version, out)?;
    write(&out.join(digests::README), readme.as_bytes())
}

/// A text as JSON and JavaScript write it. Versions, digests and our own file names hold nothing that needs more than quotes.
pub fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// Texts by name as a JSON object.
pub fn json_object(entries: &BTreeMap<String, String>) -> String {
    let lines: Vec<String> = entries.iter().map(|(name, text)| format!("\n    {}: {}", quoted(name), quoted(text))).collect();
    format!("{{{}\n  }}", lines.join(","))
}

/// What `integrity.json` says of a finished package.
fn seal_text(out: &Path, version: &str, built_from: &str) -> Outcome<String> {
    let mut files = integrity_of_folder(out, "")?;
    files.remove(INTEGRITY);
    let (version, built_from, files) = (quoted(version), quoted(built_from), json_object(&files));
    Ok(format!("{{\n  \"version\": {version},\n  \"builtFrom\": {built_from},\n  \"files\": {files}\n}}\n"))
}

/// Writes the digests of all files and of what they were built from; the last step of a build.
pub fn seal(out: &Path, version: &str, built_from: &str) -> Outcome {
    write(&out.join(INTEGRITY), seal_text(out, version, built_from)?.as_bytes())
}

/// Why the package cannot be used as it is, in a sentence; nothing if it can.
pub fn staleness(root: &Path, package: &str) -> Outcome<Option<String>> {
    let folder = root.join(package);
    let Ok(known) = read_text(&folder.join(INTEGRITY)) else { return Ok(Some(format!("{package}/ is missing."))) };
    let built_from = inputs::digest(root)?;
    if !known.contains(&quoted(&built_from)) {
        return Ok(Some(format!("{package}/ was built from other sources.")));
    }
    if known != seal_text(&folder, &crate_version(root)?, &built_from)? {
        return Ok(Some(format!("{package}/ was changed after it was built.")));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::{crate_field, integrity, seal, staleness};
    use crate::package::inputs;
    use crate::workspace::{TemporaryFolder, write};

    #[test]
    fn digest_has_the_form_browsers_take() {
        let folder = TemporaryFolder::new("integrity").unwrap();
        let file = folder.path().join("empty.js");
        write(&file, b"").unwrap();
        // As `openssl dgst -sha384 -binary /dev/null | base64` prints it.
        assert_eq!(integrity(&file).unwrap(), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }

    #[test]
    fn field_is_read_from_the_first_table_alone() {
        let manifest = "[package]\nname = \"a\"\n\n[dependencies]\nversion = \"9\"\n";
        assert_eq!(crate_field(manifest, "name").as_deref(), Some("a"));
        assert_eq!(crate_field(manifest, "version"), None);
    }

    #[test]
    fn package_is_stale_when_a_source_or_a_file_of_it_changes() {
        let folder = TemporaryFolder::new("staleness").unwrap();
        let root = folder.path();
        let reason = || staleness(root, "pkg").unwrap();
        write(&root.join("Cargo.toml"), b"[package]\nversion = \"1.0.0\"\n").unwrap();
        write(&root.join("src/lib.rs"), b"one").unwrap();
        assert!(reason().unwrap().contains("missing"));

        write(&root.join("pkg/embed.js"), b"x").unwrap();
        seal(&root.join("pkg"), "1.0.0", &inputs::digest(root).unwrap()).unwrap();
        assert_eq!(reason(), None);

        write(&root.join("pkg/embed.js"), b"y").unwrap();
        assert!(reason().unwrap().contains("changed"));
        write(&root.join("pkg/embed.js"), b"x").unwrap();
        write(&root.join("src/lib.rs"), b"two").unwrap();
        assert!(reason().unwrap().contains("other sources"));
        write(&root.join("pkg/integrity.json"), b"[]").unwrap();
        assert!(reason().is_some());
    }
}

//! What the package is built from, told by content: a clone has today's times on every file.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::digests;
use crate::workspace::{Outcome, files_under, read};

/// Folders whose every file is an input.
const FOLDERS: [&str; 5] = ["src", "data", "refresh/src/pack", "xtask/src/bin", "xtask/src/package"];

/// Single files that are inputs: the versions of all tools are in them.
const FILES: [&str; 11] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "README.md",
    "LICENSE",
    "refresh/Cargo.toml",
    "xtask/Cargo.toml",
    "xtask/later.txt",
    "xtask/npm/package-lock.json",
    "xtask/npm/shorten.mjs",
    "xtask/src/tools.rs",
];

/// The digest of every input.
pub fn digest(root: &Path) -> Outcome<String> {
    let mut paths: Vec<String> = FILES.iter().filter(|path| root.join(path).is_file()).map(|&path| path.to_owned()).collect();
    for folder in FOLDERS {
        paths.extend(files_under(root, folder)?);
    }
    let mut all = Sha256::new();
    for path in paths {
        // A digest of digests: no two sets of files can read as the same bytes.
        all.update(Sha256::digest(path.as_bytes()));
        let content = read(&root.join(&path))?;
        // What the build itself writes there is no input of it.
        let content = if path == digests::README { digests::removed(&content) } else { content };
        all.update(Sha256::digest(content));
    }
    Ok(format!("sha256-{}", STANDARD.encode(all.finalize())))
}

#[cfg(test)]
mod tests {
    use super::digest;
    use crate::workspace::{TemporaryFolder, rename, write};

    #[test]
    fn digest_follows_content_and_name_and_nothing_else() {
        let folder = TemporaryFolder::new("inputs").unwrap();
        let root = folder.path();
        write(&root.join("src/a.rs"), b"one").unwrap();
        let first = digest(root).unwrap();
        write(&root.join("www/index.html"), b"not an input").unwrap();
        write(&root.join("src/a.rs"), b"one").unwrap();
        assert_eq!(digest(root).unwrap(), first);
        write(&root.join("src/a.rs"), b"two").unwrap();
        let second = digest(root).unwrap();
        assert_ne!(second, first);
        rename(&root.join("src/a.rs"), &root.join("src/b.rs")).unwrap();
        assert_ne!(digest(root).unwrap(), second);
    }
}

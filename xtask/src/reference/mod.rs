//! `cargo xtask reference`: the pages of the site that are made from the sources: what every exported function does, and what has
//! changed.
//!
//! Nothing is written here a second time: signatures come from `types.d.ts`, the rest from the doc comments of the library
//! and from examples that run as tests. The pages are committed; the test run compares them with what the sources give.

mod changes;
mod comments;
mod declarations;
mod exports;
mod gather;
mod page;
mod prose;

use std::collections::BTreeMap;
use std::path::Path;

use gather::Sources;

use crate::workspace::{Outcome, files_under, read_text, root, write};

const PAGE: &str = "www/reference.html";
const CHANGES: &str = "www/changelog.html";

/// The examples: tests of the built package, each named as its function.
const EXAMPLES: &str = "tests/node/examples.test.mjs";

/// Writes the pages.
pub fn write_pages() -> Outcome {
    let root = root()?;
    pages(&root)?.into_iter().try_for_each(|(path, page)| write(&root.join(path), page.as_bytes()))
}

/// Compares the pages with what the sources give.
pub fn check() -> Outcome {
    let root = root()?;
    for (path, page) in pages(&root)? {
        if !read_text(&root.join(path)).is_ok_and(|known| known == page) {
            return Err(format!("{path} is not what the sources give; `cargo xtask reference` writes it anew."));
        }
    }
    Ok(())
}

fn pages(root: &Path) -> Outcome<[(&'static str, String); 2]> {
    Ok([(PAGE, made(root)?), (CHANGES, changes::write(&read_text(&root.join("CHANGELOG.md"))?))])
}

fn made(root: &Path) -> Outcome<String> {
    gather::gather(&sources(root)?).map(|reference| page::write(&reference))
}

fn sources(root: &Path) -> Outcome<Sources> {
    let text = |path: &str| read_text(&root.join(path));
    let mut sources = Sources {
        declarations: text("src/web/exports/types.d.ts")?,
        errors: text("src/error.rs")?,
        examples: text(EXAMPLES)?,
        ..Sources::default()
    };
    sources.exports = modules(root, "src/web/exports")?;
    for folder in ["src/series", "src/stats"] {
        sources.library.extend(modules(root, folder)?);
    }
    Ok(sources)
}

/// The files of Rust right in a folder, under the names of their modules.
fn modules(root: &Path, folder: &str) -> Outcome<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for path in files_under(root, folder)? {
        let file = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        if let Some(module) = file.and_then(|file| file.strip_suffix(".rs")).filter(|module| !module.contains('/')) {
            found.insert(module.to_owned(), read_text(&root.join(&path))?);
        }
    }
    Ok(found)
}

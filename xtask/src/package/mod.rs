//! `cargo xtask build`: from the sources to the package in `pkg/`.
//!
//! The one invariant: the bytes depend on the tracked sources and the pinned tools alone, not on the folder, the home folder,
//! the registry or the time. `build --check` holds it.

mod bundle;
mod check;
mod compile;
mod digests;
mod inputs;
mod manifest;
mod snapshot;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Instant;

use bundle::Bundler;
pub use check::check;
use compile::{Glue, Module, WHOLE, WIDGET};
pub use manifest::crate_version as version;

use crate::sizes;
use crate::tools::{self, NodePackages};
use crate::workspace::{Outcome, copy, create_folder, remove_folder, rename, root};

/// The folder of the package in the repository.
const PACKAGE: &str = "pkg";

/// What a build needs beside the Rust toolchain.
struct Tools {
    /// The folder of the programs of wasm-bindgen.
    wasm_bindgen: PathBuf,
    node: NodePackages,
}

impl Tools {
    fn ready(root: &Path) -> Outcome<Self> {
        tools::wasm_target()?;
        Ok(Self { wasm_bindgen: tools::wasm_bindgen(root)?, node: NodePackages::install(&root.join("xtask/npm"))? })
    }
}

/// Builds the package from the sources of this checkout and puts it in the place of `pkg/`.
pub fn build_into_workspace() -> Outcome {
    let root = root()?;
    let _alone = lock(&root)?;
    replace_package(&root)
}

/// Builds the package if it is missing or was built from other sources.
pub fn ensure_fresh(root: &Path) -> Outcome {
    let Some(reason) = manifest::staleness(root, PACKAGE)? else { return Ok(()) };
    println!("{reason} Building it.");
    let _alone = lock(root)?;
    // Another process may have built it while this one waited.
    if manifest::staleness(root, PACKAGE)?.is_some() { replace_package(root) } else { Ok(()) }
}

/// Waits until no other build of this checkout runs; the next one waits until the value goes.
fn lock(root: &Path) -> Outcome<File> {
    let folder = root.join("target/pkg");
    create_folder(&folder)?;
    let path = folder.join(".lock");
    let sentence = |e: std::io::Error| format!("{} cannot be locked: {e}.", path.display());
    let file = File::create(&path).map_err(sentence)?;
    file.lock().map_err(sentence)?;
    Ok(file)
}

fn replace_package(root: &Path) -> Outcome {
    let start = Instant::now();
    let tools = Tools::ready(root)?;
    // Beside `pkg/`, so that both are on one file system and the swap is two renames.
    let (fresh, retired) = (root.join(".pkg-fresh"), root.join(".pkg-retired"));
    remove_folder(&fresh)?;
    remove_folder(&retired)?;
    build(root, &tools, &fresh)?;
    let place = root.join(PACKAGE);
    if place.exists() {
        rename(&place, &retired)?;
    }
    rename(&fresh, &place)?;
    remove_folder(&retired)?;
    copy(&place.join(digests::README), &root.join(digests::README))?;
    sizes::print(root)?;
    println!("Built {PACKAGE}/ in {:.1} s.", start.elapsed().as_secs_f64());
    Ok(())
}

/// Builds the package from the sources in `root` into the empty or missing folder `out`.
fn build(root: &Path, tools: &Tools, out: &Path) -> Outcome {
    create_folder(out)?;
    let built_from = inputs::digest(root)?;
    let version = manifest::crate_version(root)?;
    compile::fetch_sources(root)?;
    let widget = module(root, tools, &WIDGET, out)?;
    let whole = module(root, tools, &WHOLE, out)?;
    snapshot::pack(root, out)?;
    let bundler = Bundler::new(root, &tools.node, &version, out)?;
    bundler.module(&WIDGET, &widget)?;
    bundler.module(&WHOLE, &whole)?;
    bundler.embed()?;
    bundler.frames(root)?;
    bundle::types(root, &tools.node, &whole, out)?;
    manifest::documents(root, &version, out)?;
    manifest::seal(out, &version, &built_from)
}

/// Compiles a module, puts its WebAssembly into `out` and gives its glue.
fn module(root: &Path, tools: &Tools, module: &Module, out: &Path) -> Outcome<Glue> {
    let compiled = compile::release_module(root, module)?;
    let glue = compile::glue(root, &tools.wasm_bindgen, module, &compiled)?;
    compile::shrink(root, &tools.node, module, &glue, out)?;
    Ok(glue)
}

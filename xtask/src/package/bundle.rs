//! The two scripts and their types.

use std::path::Path;

use super::compile::Glue;
use super::manifest::{integrity, integrity_of_folder, json_object, quoted};
use crate::tools::NodePackages;
use crate::workspace::{Outcome, read_text, run_quietly, write};

/// Bundles `yenlens.js`, which knows the digests of the module and the data, then `embed.js`, which knows that of `yenlens.js`:
/// one digest in the author's tag vouches for everything.
pub fn scripts(root: &Path, node: &NodePackages, glue: &Glue, version: &str, out: &Path) -> Outcome {
    let version = quoted(version);
    let sources = root.join("src/web/js");

    // A style sheet that goes into a script as text is not touched by its minifier, so it is made small before.
    let styles = root.join("target/pkg/styles");
    for sheet in ["base.css", "widget.css"] {
        let mut smaller = node.command("esbuild");
        smaller.arg(sources.join(sheet)).args(["--minify", "--charset=utf8", "--log-level=warning"]);
        run_quietly(smaller.arg(format!("--outfile={}", styles.join(sheet).display())))?;
    }

    let mut module = node.command("esbuild");
    module.arg(sources.join("yenlens.js")).args(["--format=esm", "--target=es2022"]);
    module.arg(format!("--alias:yenlens-glue={}", glue.script.display()));
    module.arg(format!("--define:__YENLENS_VERSION__={version}"));
    module.arg(format!("--define:__WASM_INTEGRITY__={}", quoted(&integrity(&out.join("yenlens_bg.wasm"))?)));
    module.arg(format!("--define:__DATA_INTEGRITY__={}", json_object(&integrity_of_folder(out, "data")?)));
    run_bundler(module, &styles, &out.join("yenlens.js"))?;

    let mut embed = node.command("esbuild");
    embed.arg(sources.join("embed.js")).args(["--format=iife", "--target=es2022"]);
    embed.arg(format!("--define:__YENLENS_VERSION__={version}"));
    embed.arg(format!("--define:__MODULE_INTEGRITY__={}", quoted(&integrity(&out.join("yenlens.js"))?)));
    run_bundler(embed, &styles, &out.join("embed.js"))
}

fn run_bundler(mut command: std::process::Command, styles: &Path, out: &Path) -> Outcome {
    command.arg(format!("--alias:yenlens-style={}", styles.display()));
    command.args([
        "--bundle",
        "--minify",
        "--loader:.css=text",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    run_quietly(command.arg(format!("--outfile={}", out.display())))
}

/// Joins the types of the exported functions with those of the elements, and has the compiler read the result as a page's
/// author would.
pub fn types(root: &Path, node: &NodePackages, glue: &Glue, out: &Path) -> Outcome {
    let exported = read_text(&glue.types)?;
    let elements = read_text(&root.join("src/web/js/elements.d.ts"))?;
    let file = out.join("yenlens.d.ts");
    write(&file, format!("{}\n\n{elements}", exported.trim_end()).as_bytes())?;
    let mut compiler = node.command("tsc");
    compiler.args(["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--lib", "es2022,dom"]);
    run_quietly(compiler.arg(&file))
}

//! The scripts and their types.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::compile::{Glue, Module, WHOLE, WIDGET};
use super::manifest::{integrity, quoted, short_integrity};
use crate::tools::NodePackages;
use crate::workspace::{Outcome, copy, read_text, run_quietly, write};

/// Makes the scripts of one package.
pub struct Bundler<'a> {
    node: &'a NodePackages,
    sources: PathBuf,
    styles: PathBuf,
    version: String,
    out: &'a Path,
}

impl<'a> Bundler<'a> {
    /// A bundler of the scripts in `src/web/js`; what it makes goes into `out`, where the WebAssembly is already.
    pub fn new(root: &Path, node: &'a NodePackages, version: &str, out: &'a Path) -> Outcome<Self> {
        let (sources, styles) = (root.join("src/web/js"), root.join("target/pkg/styles"));
        // A style sheet that goes into a script as text is not touched by its minifier, so it is made small before.
        for sheet in ["base.css", "bound.css", "widget.css"] {
            let mut smaller = node.command("esbuild");
            smaller.arg(sources.join(sheet)).args(["--minify", "--charset=utf8", "--log-level=warning"]);
            run_quietly(smaller.arg(format!("--outfile={}", styles.join(sheet).display())))?;
        }
        Ok(Self { node, sources, styles, version: quoted(version), out })
    }

    /// Bundles the script of a module, which knows the digest of its WebAssembly.
    pub fn module(&self, module: &Module, glue: &Glue) -> Outcome {
        let mut command = self.command(&module.script(), "esm");
        command.arg(format!("--alias:yenlens-glue={}", glue.script.display()));
        command.arg(format!("--alias:yenlens-guard={}", self.sources.join("guard.js").display()));
        command.arg(self.digest("__WASM_INTEGRITY__", &module.wasm())?);
        if let Some(later) = module.later_wasm() {
            command.arg(self.digest("__LATER_INTEGRITY__", &later)?);
        }
        // Nearly all of it runs before there is a picture: engines that read this compile it while it comes, not call by call.
        command.arg("--banner:js=//# allFunctionsCalledOnLoad");
        run_quietly(&mut command)
    }

    /// Bundles `embed.js`, which knows the digests of the scripts it fetches: one digest in the author's tag vouches for the whole
    /// program.
    pub fn embed(&self) -> Outcome {
        let mut command = self.command("embed.js", "iife");
        for (name, module) in [("__WIDGET_INTEGRITY__", &WIDGET), ("__WHOLE_INTEGRITY__", &WHOLE)] {
            let digest = short_integrity(&self.out.join(module.script()))?;
            command.arg(format!("--define:{name}={}", quoted(&digest)));
        }
        run_quietly(&mut command)
    }

    /// Bundles the scripts of the page for frames and of the page around it, and copies the former.
    pub fn frames(&self, root: &Path) -> Outcome {
        for script in ["framed.js", "frame.js"] {
            run_quietly(&mut self.command(script, "iife"))?;
        }
        for file in ["embed.html", "oembed.json"] {
            copy(&root.join("src/web/page").join(file), &self.out.join(file))?;
        }
        Ok(())
    }

    fn digest(&self, name: &str, file: &str) -> Outcome<String> {
        Ok(format!("--define:{name}={}", quoted(&integrity(&self.out.join(file))?)))
    }

    fn command(&self, script: &str, format: &str) -> Command {
        let mut command = self.node.command("esbuild");
        command.arg(self.sources.join(script)).arg(format!("--outfile={}", self.out.join(script).display()));
        command.arg(format!("--format={format}")).arg(format!("--alias:yenlens-style={}", self.styles.display()));
        command.arg(format!("--define:__YENLENS_VERSION__={}", self.version));
        command.args(["--bundle", "--minify", "--target=es2022", "--loader:.css=text", "--charset=utf8"]);
        command.args(["--legal-comments=none", "--log-level=warning"]);
        command
    }
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

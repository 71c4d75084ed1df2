//! What a release says of where it comes from.

use std::path::Path;
use std::process::Command;

use crate::tools::locked_version;
use crate::workspace::{Outcome, capture, read_text};

/// The machine that programs of this build run on, in the compiler's words.
pub fn host() -> Outcome<String> {
    let verbose = capture(Command::new("rustc").arg("-vV"))?;
    let host = verbose.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say which machine it is on.".to_owned())
}

/// Which commit, which tools, and how anyone makes the same bytes.
pub fn provenance(root: &Path, version: &str, commit: &str) -> Outcome<String> {
    let compiler = capture(Command::new("rustc").arg("--version").current_dir(root))?;
    let bindgen = locked_version(&read_text(&root.join("Cargo.lock"))?, "wasm-bindgen")?;
    let manifest = read_text(&root.join("xtask/npm/package.json"))?;
    let tools: Vec<String> = pinned(&manifest).map(|(name, version)| format!("- {name} {version}\n")).collect();
    Ok(format!(
        "# Where YenLens {version} comes from\n\n\
        Everything in `yenlens-{version}.tgz` and `yenlens-{version}.zip` is the folder `pkg/` of commit `{commit}`, byte for byte. \
        That folder depends on the sources of that commit and on these tools alone, not on the machine, the folder or the time:\n\n\
        - {}\n- wasm-bindgen {bindgen}\n{}\n\
        To see for yourself:\n\n\
        ```sh\ngit checkout {commit}\ncargo xtask build --check\n```\n\n\
        It builds the package in another folder and compares every byte. `integrity.json` in the package holds the SHA-384 of each file, for \
        the attribute `integrity`; `SHA256SUMS` beside this file holds the digests of the files of the release:\n\n\
        ```sh\nsha256sum --check SHA256SUMS\n```\n\n\
        `yenlens-refresh-*` is built from the same commit for the machine in its name; a compiler for another machine gives other bytes.\n",
        compiler.trim(),
        tools.concat(),
    ))
}

/// The names and versions under `devDependencies`, the last object of the manifest.
fn pinned(manifest: &str) -> impl Iterator<Item = (&str, &str)> {
    let (_, listed) = manifest.split_once("\"devDependencies\": {").unwrap_or_default();
    listed.lines().filter_map(|line| {
        let (name, version) = line.trim().trim_end_matches(',').split_once("\": \"")?;
        Some((name.strip_prefix('"')?, version.strip_suffix('"')?))
    })
}

#[cfg(test)]
mod tests {
    use super::pinned;

    #[test]
    fn tools_are_read_from_the_manifest() {
        let manifest =
            "{\n  \"name\": \"x\",\n  \"devDependencies\": {\n    \"a\": \"1.0.0\",\n    \"@b/c\": \"2.0.0\"\n  }\n}\n";
        assert_eq!(pinned(manifest).collect::<Vec<_>>(), [("a", "1.0.0"), ("@b/c", "2.0.0")]);
    }
}

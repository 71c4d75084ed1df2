//! The programs of the build that are not part of the Rust toolchain, each at one version, installed once into a cache that
//! all checkouts share.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::workspace::{Outcome, capture, find_program, read, read_text, run, run_quietly, write};

/// The one target of the package.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The folder `<tool>-<version>/bin` of the shared cache.
fn cache(tool: &str, version: &str) -> Outcome<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or("No home folder is known to keep the build tools in; set XDG_CACHE_HOME.")?;
    Ok(base.join("yenlens").join(format!("{tool}-{version}")))
}

/// Makes sure that the compiler can build for the browser, and the standard library with it. rustup does so by itself only
/// when it installs the whole toolchain.
pub fn wasm_target() -> Outcome {
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    let libraries = Path::new(sysroot.trim()).join("lib/rustlib");
    if !libraries.join(WASM_TARGET).is_dir() {
        println!("Installing the target {WASM_TARGET}.");
        run(Command::new("rustup").args(["target", "add", WASM_TARGET]))?;
    }
    if !libraries.join("src/rust/library").is_dir() {
        println!("Installing the sources of the standard library.");
        run(Command::new("rustup").args(["component", "add", "rust-src"]))?;
    }
    Ok(())
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(lock: &str, package: &str) -> Outcome<String> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock holds no package {package}."))
}

/// The folder with `wasm-bindgen` and `wasm-bindgen-test-runner` of the very version the crate is compiled against; any
/// other version refuses the module.
pub fn wasm_bindgen(root: &Path) -> Outcome<PathBuf> {
    let version = locked_version(&read_text(&root.join("Cargo.lock"))?, "wasm-bindgen")?;
    if let Some(folder) = find_program("wasm-bindgen").as_deref().and_then(Path::parent)
        && capture(Command::new(folder.join("wasm-bindgen")).arg("--version"))
            .is_ok_and(|said| said.trim().ends_with(&format!(" {version}")))
    {
        return Ok(folder.to_owned());
    }
    cargo_install("wasm-bindgen-cli", &version, "wasm-bindgen")
}

/// The path of `geckodriver`, which Debian does not package.
pub fn geckodriver() -> Outcome<PathBuf> {
    if let Some(path) = env::var_os("GECKODRIVER") {
        return Ok(PathBuf::from(path));
    }
    if let Some(path) = find_program("geckodriver") {
        return Ok(path);
    }
    Ok(cargo_install("geckodriver", "0.36.0", "geckodriver")?.join("geckodriver"))
}

/// The path of `mkdocs`, in an environment of its own with exactly the packages that the tests' list names.
pub fn mkdocs(root: &Path) -> Outcome<PathBuf> {
    if let Some(path) = env::var_os("MKDOCS") {
        return Ok(PathBuf::from(path));
    }
    let list = root.join("tests/sites/mkdocs/requirements.txt");
    let pinned = read_text(&list)?;
    let version = pinned.lines().find_map(|line| line.strip_prefix("mkdocs==")).ok_or("requirements.txt names no mkdocs.")?;
    let folder = cache("mkdocs", version)?;
    let (program, stamp) = (folder.join("bin/mkdocs"), folder.join(".installed-from"));
    if read(&stamp).is_ok_and(|known| known == pinned.as_bytes()) {
        return Ok(program);
    }
    println!("Installing mkdocs {version} into {}.", folder.display());
    run_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))
        .map_err(|_| "`python3 -m venv` does not work; install the Debian package python3-venv, or set MKDOCS.".to_owned())?;
    run_quietly(Command::new(folder.join("bin/pip")).args(["install", "--quiet", "--no-deps", "--requirement"]).arg(&list))?;
    write(&stamp, pinned.as_bytes())?;
    Ok(program)
}

/// Installs a crate's programs into the cache unless they are there. Without `--locked`: the crates' own lock files name
/// versions that have since been withdrawn.
fn cargo_install(package: &str, version: &str, program: &str) -> Outcome<PathBuf> {
    let folder = cache(package, version)?;
    let programs = folder.join("bin");
    if !programs.join(program).is_file() {
        println!("Installing {package} {version} into {}; this takes a few minutes, once.", folder.display());
        let mut install = Command::new("cargo");
        install.args(["install", package, "--version", version, "--root"]).arg(&folder);
        // The flags and the target folder of this checkout are not meant for a tool.
        install.env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("RUSTFLAGS").env_remove("CARGO_TARGET_DIR");
        // Outside the checkout, so that its `rust-toolchain.toml` and `.cargo` do not take part.
        run(install.current_dir(env::temp_dir()))?;
    }
    Ok(programs)
}

/// A folder of packages from npm, installed exactly as its lock file says.
pub struct NodePackages(PathBuf);

impl NodePackages {
    /// Installs what the lock file names unless that very lock was installed already.
    pub fn install(folder: &Path) -> Outcome<Self> {
        for program in ["node", "npm"] {
            if find_program(program).is_none() {
                return Err(format!("`{program}` is missing; install Node.js 20 or later with npm."));
            }
        }
        let lock = Sha256::digest(read(&folder.join("package-lock.json"))?);
        let stamp = folder.join("node_modules/.installed-from");
        if read(&stamp).is_ok_and(|known| known == lock.as_slice()) {
            return Ok(Self(folder.to_owned()));
        }
        println!("Installing the npm packages of {}.", folder.display());
        run_quietly(Command::new("npm").args(["ci", "--prefer-offline", "--no-progress"]).current_dir(folder))?;
        write(&stamp, &lock)?;
        Ok(Self(folder.to_owned()))
    }

    /// A call of one of the installed programs.
    pub fn command(&self, program: &str) -> Command {
        Command::new(self.0.join("node_modules/.bin").join(program))
    }
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn version_is_of_the_package_with_the_very_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
        assert!(locked_version(LOCK, "wasm").unwrap_err().contains("no package wasm"));
    }
}

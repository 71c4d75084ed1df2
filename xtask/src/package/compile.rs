//! From Rust to the two modules and their glue: the compiler, wasm-bindgen, wasm-opt.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{NodePackages, WASM_TARGET};
use crate::workspace::{Outcome, capture, copy, create_folder, remove_folder, run, run_quietly};

/// The features of WebAssembly the module may use: what rustc turns on for the target by default, and simd128. Every evergreen
/// engine has them all. wasm-opt gets the same list, so that it neither refuses nor brings in anything else.
const WASM_FEATURES: [&str; 8] = [
    "bulk-memory",
    "bulk-memory-opt",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
    "simd",
];

/// The standard library is compiled anew, for size and without the sentences of panics: as it comes, a ninth of what a reader
/// downloads tells in which line of which file something happened that cannot happen. A panic still stops the module, only
/// without a word. The switches are not stable; the pinned compiler takes them when it is told so, for this one build.
const STANDARD_LIBRARY: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
const WITHOUT_PANIC_SENTENCES: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
const ALLOW_UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Where the stack of the module ends is put back by the script after a panic, which leaves it where it was.
const STACK_POINTER: &str = "-Clink-arg=--export=__stack_pointer";
/// Room for calls, in bytes. The compiler's own 1 MiB would be most of what a small figure holds; the deepest that any page of the tests
/// goes is 17 KB, and a test says when it comes near. Below the stack is no memory: what goes deeper stops, and changes nothing.
const STACK_SIZE: &str = "-Clink-arg=-zstack-size=131072";

/// How wasm-opt goes about it: for size until nothing more is won, each switch measured on what is sent, after brotli -11. A
/// long function inlined into its one caller and a value kept in a local to be used again make the file smaller but harder to
/// compress; each function costs an engine something when it is first called, so the short ones go into their one caller. By their
/// names functions stand beside others of their crate, until `split` puts them in the order in which they compress best. How far an
/// address is aligned is a hint that engines pass over, so it may be the same for all. The first KiB is the far end of the stack, so
/// that a field's place may always go into the access itself. `--traps-never-happen` would win a little more and must not be used:
/// it takes the checks of indices for code that never runs, and leaves them out.
const SHRINKING: [&str; 10] = [
    "--low-memory-unused",
    "-Oz",
    "--converge",
    "--always-inline-max-function-size=4",
    "--one-caller-inline-max-function-size=40",
    "--skip-pass=local-cse",
    "--dealign",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// A module of the package: the same sources, as much of them as its readers need.
pub struct Module {
    /// The name of the script; the WebAssembly beside it is `<name>_bg.wasm`.
    pub name: &'static str,
    /// The cargo features that are in it.
    features: &'static [&'static str],
    /// The crate's own level of optimisation; the dependencies and the standard library are compiled once for all modules.
    level: &'static str,
    /// Up to which cost, in the compiler's own measure, a function is put into its callers; where it is none, as the levels have it.
    inlining: Option<u32>,
    /// Whether its types are published, and in them the names of all it exports.
    is_typed: bool,
    /// The list of the functions that come later, in a file of their own.
    later: Option<&'static str>,
}

impl Module {
    /// The file name of its WebAssembly.
    pub fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// The file name of its second half, if it is cut in two.
    pub fn later_wasm(&self) -> Option<String> {
        self.later.map(|_| format!("{}_later.wasm", self.name))
    }

    /// The file name of its script.
    pub fn script(&self) -> String {
        format!("{}.js", self.name)
    }
}

/// What the script tag fetches for the first picture of a timeline or a correlation: as small as it can be. The features `extras`,
/// `feeds` and `figures` are what a reader asks for later, or an author for other figures.
pub const WIDGET: Module =
    Module { name: "widget", features: &[], level: "z", inlining: Some(10), is_typed: false, later: Some("xtask/later.txt") };

/// What the npm package is, and what the script tag fetches for everything else: every view, figures from elsewhere, and the
/// indicators as functions.
pub const WHOLE: Module = Module {
    name: "yenlens",
    features: &["feeds", "figures", "headless"],
    level: "s",
    inlining: None,
    is_typed: true,
    later: None,
};

/// What wasm-bindgen writes.
pub struct Glue {
    /// The WebAssembly before wasm-opt.
    pub wasm: PathBuf,
    /// The ES module that instantiates it and holds the exported functions.
    pub script: PathBuf,
    /// The types of that ES module.
    pub types: PathBuf,
}

/// Brings the sources of all dependencies: they have to be there before their folders can be listed.
pub fn fetch_sources(root: &Path) -> Outcome {
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--quiet", "--locked", "--target", WASM_TARGET, STANDARD_LIBRARY[0]]);
    run(fetch.env(ALLOW_UNSTABLE.0, ALLOW_UNSTABLE.1).current_dir(root))
}

/// Compiles the crate for the browser, with no path of this machine in it. All modules share one target folder, and in it the
/// standard library and every dependency.
pub fn release_module(root: &Path, module: &Module) -> Outcome<PathBuf> {
    let target = root.join("target/pkg");
    let mut flags = ["-Ctarget-feature=+simd128", STACK_POINTER, STACK_SIZE].map(str::to_owned).to_vec();
    flags.extend(WITHOUT_PANIC_SENTENCES.map(str::to_owned));
    for (from, to) in path_aliases(root)? {
        flags.push(format!("--remap-path-prefix={}={to}", from.display()));
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["rustc", "--release", "--locked", "--package", "yenlens", "--lib", "--target", WASM_TARGET, "--target-dir"]);
    cargo.arg(&target).args(STANDARD_LIBRARY).env(ALLOW_UNSTABLE.0, ALLOW_UNSTABLE.1);
    cargo.args(["--no-default-features", "--features"]).arg(module.features.join(","));
    cargo.arg("--config").arg(format!("profile.release.package.yenlens.opt-level=\"{}\"", module.level));
    // For the last step alone, which sees all crates: another flag for every one of them would compile them anew for each module.
    if let Some(cost) = module.inlining {
        cargo.arg("--").arg(format!("-Cllvm-args=-inline-threshold={cost}"));
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")).current_dir(root);
    run(&mut cargo)?;
    // The next module's build puts its own in this place.
    let compiled = target.join("compiled").join(format!("{}.wasm", module.name));
    copy(&target.join(WASM_TARGET).join("release/yenlens.wasm"), &compiled)?;
    Ok(compiled)
}

/// Folders of this machine and the names they get in panic messages. The compiler takes the last one that fits.
fn path_aliases(root: &Path) -> Outcome<Vec<(PathBuf, String)>> {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or("Cargo's home folder is not known; set CARGO_HOME.")?;
    let mut aliases = vec![(cargo_home.clone(), "/cargo".to_owned())];
    // The folder below is named after the registry's address; a mirror has another one.
    if let Ok(registries) = fs::read_dir(cargo_home.join("registry/src")) {
        let mut folders: Vec<PathBuf> = registries.flatten().map(|entry| entry.path()).collect();
        folders.sort();
        aliases.extend(folders.into_iter().map(|folder| (folder, "/crates".to_owned())));
    }
    // With the component rust-src installed the compiler names the library's sources by their place on this machine,
    // without it by this name.
    let verbose = capture(Command::new("rustc").arg("-vV").current_dir(root))?;
    let commit = verbose.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root))?;
    aliases.push((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));
    aliases.push((root.to_owned(), "/yenlens".to_owned()));
    Ok(aliases)
}

/// Runs wasm-bindgen and shortens the names its two files share.
pub fn glue(root: &Path, programs: &Path, module: &Module, compiled: &Path) -> Outcome<Glue> {
    let folder = root.join("target/pkg/glue").join(module.name);
    remove_folder(&folder)?;
    let mut bindgen = Command::new(programs.join("wasm-bindgen"));
    // The module's address is not the glue's business: the script that imports it fetches with integrity.
    bindgen
        .args(["--target", "web", "--omit-default-module-path", "--out-name", module.name, "--out-dir"])
        .arg(&folder)
        .arg(compiled);
    run_quietly(&mut bindgen)?;
    let (wasm, script) = (folder.join(module.wasm()), folder.join(module.script()));
    let mut shorten = Command::new("node");
    shorten.arg(root.join("xtask/npm/shorten.mjs")).arg(&wasm).arg(&script);
    run_quietly(if module.is_typed { &mut shorten } else { shorten.arg("--exports") })?;
    Ok(Glue { wasm, script, types: folder.join(format!("{}.d.ts", module.name)) })
}

/// Runs wasm-opt, puts the functions in order, and cuts the module in two where it has a second half.
pub fn shrink(root: &Path, node: &NodePackages, module: &Module, glue: &Glue, out: &Path) -> Outcome {
    // The list of what comes later knows functions by their names.
    let named = root.join("target/pkg/named").join(module.wasm());
    create_folder(&root.join("target/pkg/named"))?;
    optimise(node, &glue.wasm, &named)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "xtask", "--features", "split", "--bin", "split", "--"]);
    let first = out.join(module.wasm());
    match (module.later, module.later_wasm()) {
        (Some(list), Some(second)) => cargo.arg(named).arg(root.join(list)).arg(first).arg(out.join(second)),
        _ => cargo.arg("--whole").arg(named).arg(first),
    };
    run_quietly(cargo.current_dir(root))
}

/// Runs wasm-opt.
fn optimise(node: &NodePackages, wasm: &Path, out: &Path) -> Outcome {
    let mut optimiser = node.command("wasm-opt");
    optimiser.arg(wasm).arg("--mvp-features");
    optimiser.args(WASM_FEATURES.map(|feature| format!("--enable-{feature}")));
    optimiser.args(SHRINKING).arg("-g").arg("-o").arg(out);
    run_quietly(&mut optimiser)
}

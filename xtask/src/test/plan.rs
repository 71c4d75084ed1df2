//! The steps of a test run and the tools each of them calls.

use std::env;
use std::path::Path;
use std::process::Command;

use super::browsers::Drivers;
use super::count::Count;
use super::step::Step;
use crate::tools::{self, NodePackages, WASM_TARGET};
use crate::workspace::{Outcome, files_under};

/// The programs that are left out unless asked for; they are linted and tested like everything else.
const PROGRAMS: &str = "xtask/pack,xtask/split,xtask/zip";

/// Nothing that needs a browser or a release build.
pub fn quick(root: &Path) -> Outcome<Vec<Step>> {
    let node = NodePackages::install(&root.join("xtask/npm"))?;
    let mut steps = vec![format(root), reference(root)?, figures(root)?, lints(root)];
    steps.extend(lints_apart(root));
    steps.extend([types(root, &node), native_tests(root)]);
    Ok(steps)
}

/// All there is, the fast checks first.
pub fn everything(root: &Path) -> Outcome<Vec<Step>> {
    tools::wasm_target()?;
    let wasm_bindgen = tools::wasm_bindgen(root)?;
    let node = NodePackages::install(&root.join("xtask/npm"))?;
    NodePackages::install(&root.join("xtask/release"))?;
    NodePackages::install(&root.join("tests/browsers"))?;
    NodePackages::install(&root.join("tests/sites"))?;
    let drivers = Drivers::ready()?;
    let mkdocs = tools::mkdocs(root)?;
    let runner = wasm_bindgen.join("wasm-bindgen-test-runner");

    let mut steps = vec![format(root), reference(root)?, figures(root)?, lints(root)];
    steps.extend(lints_apart(root));
    steps.extend([native_tests(root), documentation(root)]);
    steps.push(cargo(
        root,
        "clippy for the browser",
        &["clippy", "--package", "yenlens", "--lib", "--target", WASM_TARGET, "--", "-Dwarnings"],
    ));
    steps.push(cargo(
        root,
        "clippy for the browser, the light module",
        &["clippy", "--package", "yenlens", "--lib", "--no-default-features", "--target", WASM_TARGET, "--", "-Dwarnings"],
    ));
    let tests_too = ["clippy", "--package", "yenlens", "--lib", "--profile", "test", "--target", WASM_TARGET, "--", "-Dwarnings"];
    steps.push(cargo(root, "clippy for the browser, tests", &tests_too));
    steps.push(module_tests(root, "tests in the module, Chromium", &runner, ("CHROMEDRIVER", &drivers.chromium)));
    steps.push(module_tests(root, "tests in the module, Firefox", &runner, ("GECKODRIVER", &drivers.firefox)));
    steps.push(this_program(root, "the package is what the sources give", &["build", "--check"])?);
    // After the build, which leaves the types of the glue.
    steps.push(types(root, &node));
    steps.push(this_program(root, "sizes", &["sizes"])?);
    steps.push(this_program(root, "the package as npm publishes it", &["release", "check"])?);
    steps.extend(node_tests(root)?);
    steps.push(site_tests(root, &drivers, &mkdocs));
    steps.push(browser_tests(root, &drivers));
    Ok(steps)
}

fn cargo(root: &Path, name: &'static str, words: &[&str]) -> Step {
    let mut command = Command::new("cargo");
    // Colours would hide the counts.
    command.args(words).env("CARGO_TERM_COLOR", "never").current_dir(root);
    Step { name, command, count: Count::Check }
}

/// Another command of this very program, so that its output is a step's log.
fn this_program(root: &Path, name: &'static str, words: &[&str]) -> Outcome<Step> {
    let program = env::current_exe().map_err(|e| format!("The path of this program is not known: {e}."))?;
    let mut command = Command::new(program);
    command.args(words).env("CARGO_TERM_COLOR", "never").current_dir(root);
    Ok(Step { name, command, count: Count::Check })
}

fn format(root: &Path) -> Step {
    cargo(root, "format", &["fmt", "--all", "--check"])
}

fn reference(root: &Path) -> Outcome<Step> {
    this_program(root, "the reference is what the sources give", &["reference", "--check"])
}

fn figures(root: &Path) -> Outcome<Step> {
    this_program(root, "the figures are as they were looked at", &["data", "check"])
}

fn lints(root: &Path) -> Step {
    cargo(root, "clippy", &["clippy", "--workspace", "--all-targets", "--features", PROGRAMS, "--", "-Dwarnings"])
}

/// Features that others hide when all of them are on: each part of the library by itself, and the program of the figures as it is released.
fn lints_apart(root: &Path) -> Vec<Step> {
    let part = |name, features| {
        let words =
            ["clippy", "--package", "yenlens", "--lib", "--no-default-features", "--features", features, "--", "-Dwarnings"];
        cargo(root, name, &words)
    };
    vec![
        part("clippy, `extras` alone", "extras"),
        part("clippy, `feeds` alone", "feeds"),
        part("clippy, `figures` alone", "figures"),
        part("clippy, `headless` alone", "headless"),
        cargo(
            root,
            "clippy, the program of the figures",
            &["clippy", "--package", "yenlens-refresh", "--all-targets", "--", "-Dwarnings"],
        ),
    ]
}

fn types(root: &Path, node: &NodePackages) -> Step {
    let mut command = node.command("tsc");
    command.arg("--project").arg(root.join("xtask/npm/tsconfig.json"));
    Step { name: "types of the scripts", command, count: Count::Check }
}

fn native_tests(root: &Path) -> Step {
    Step {
        count: Count::Cargo,
        ..cargo(root, "native tests", &["test", "--workspace", "--features", PROGRAMS, "--no-fail-fast"])
    }
}

fn documentation(root: &Path) -> Step {
    let mut step = cargo(root, "documentation", &["doc", "--package", "yenlens", "--no-deps"]);
    step.command.env("RUSTDOCFLAGS", "-Dwarnings");
    step
}

/// The tests that run inside the module, in the browser that the driver starts.
fn module_tests(root: &Path, name: &'static str, runner: &Path, (variable, driver): (&str, &Path)) -> Step {
    let mut step = cargo(root, name, &["test", "--package", "yenlens", "--lib", "--target", WASM_TARGET]);
    step.count = Count::Cargo;
    // The runner takes the first driver it knows of; it must know one alone.
    step.command.env_remove("CHROMEDRIVER").env_remove("GECKODRIVER").env(variable, driver);
    step.command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    step.command
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root.join("xtask/webdriver.json"));
    step.command.env("WASM_BINDGEN_TEST_TIMEOUT", "180").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    step
}

/// The package as Node.js imports it, without a page.
fn node_tests(root: &Path) -> Outcome<Option<Step>> {
    let files: Vec<String> = files_under(root, "tests/node")?
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|ending| ending == "mjs"))
        .collect();
    if files.is_empty() {
        return Ok(None);
    }
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=tap"]).args(files).current_dir(root);
    Ok(Some(Step { name: "the package in Node.js", command, count: Count::Node }))
}

/// Whole pages in Chromium, Firefox and WebKit.
fn browser_tests(root: &Path, drivers: &Drivers) -> Step {
    let mut command = Command::new("node");
    command.arg("tests/browsers/run.mjs").current_dir(root);
    command.env("CHROMEDRIVER", &drivers.chromium).env("GECKODRIVER", &drivers.firefox);
    Step { name: "pages in three browsers", command, count: Count::LastLine }
}

/// Sites built as their authors would, in Chromium: what differs between engines is tested with whole pages.
fn site_tests(root: &Path, drivers: &Drivers, mkdocs: &Path) -> Step {
    let mut command = Command::new("node");
    command.arg("tests/sites/run.mjs").current_dir(root);
    command.env("CHROMEDRIVER", &drivers.chromium).env("MKDOCS", mkdocs);
    Step { name: "sites and bundles in Chromium", command, count: Count::LastLine }
}

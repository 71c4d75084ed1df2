//! The browsers, their drivers, the fonts and the makers of sites the tests need: found, installed, or named.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::tools;
use crate::workspace::{Outcome, capture, find_program, run_quietly};

/// The drivers for the tests inside the module.
pub struct Drivers {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
}

/// A program the tests call: the variable that may name it, its names on the search path, the Debian package that brings it.
struct Need {
    variable: &'static str,
    programs: &'static [&'static str],
    package: &'static str,
}

const NEEDS: [Need; 6] = [
    Need { variable: "CHROMIUM", programs: &["chromium", "chromium-browser", "google-chrome"], package: "chromium" },
    Need { variable: "CHROMEDRIVER", programs: &["chromedriver"], package: "chromium-driver" },
    Need { variable: "FIREFOX", programs: &["firefox-esr", "firefox"], package: "firefox-esr" },
    Need { variable: "WEBKITWEBDRIVER", programs: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    Need { variable: "XVFB", programs: &["Xvfb"], package: "xvfb" },
    Need { variable: "HUGO", programs: &["hugo"], package: "hugo" },
];

impl Need {
    fn place(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        named.or_else(|| self.programs.iter().find_map(|program| find_program(program)))
    }
}

impl Drivers {
    /// Makes sure that all browsers are there. As root on Debian what is missing is installed; elsewhere it is named.
    pub fn ready() -> Outcome<Self> {
        let missing = missing_packages();
        if !missing.is_empty() {
            install(&missing)?;
            let still = missing_packages();
            if !still.is_empty() {
                return Err(format!("The tests still lack {} after the installation; install them by hand.", still.join(", ")));
            }
        }
        let [_, chromedriver, ..] = &NEEDS;
        let chromium = chromedriver.place().ok_or("The tests lack chromedriver; install the Debian package chromium-driver.")?;
        Ok(Self { chromium, firefox: tools::geckodriver()? })
    }
}

fn missing_packages() -> Vec<&'static str> {
    let mut missing: Vec<&str> = NEEDS.iter().filter(|need| need.place().is_none()).map(|need| need.package).collect();
    // Without a font the Japanese labels are boxes, of another width than a reader sees.
    let fonts = Command::new("fc-list").args([":lang=ja", "family"]).stderr(Stdio::null()).output();
    if !fonts.is_ok_and(|list| !list.stdout.is_empty()) {
        missing.extend(["fontconfig", "fonts-noto-cjk"]);
    }
    let venv = Command::new("python3").args(["-c", "import venv, ensurepip"]).stderr(Stdio::null()).status();
    if env::var_os("MKDOCS").is_none() && !venv.is_ok_and(|status| status.success()) {
        missing.push("python3-venv");
    }
    missing
}

fn install(packages: &[&str]) -> Outcome {
    let list = packages.join(" ");
    let is_root = capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || find_program("apt-get").is_none() {
        return Err(format!(
            "The browser tests lack what these Debian packages bring: {list}; install them, on Debian with `sudo apt-get install {list}`."
        ));
    }
    println!("Installing the Debian packages {list}.");
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    run_quietly(apt().arg("update"))
        .and_then(|()| run_quietly(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages)))
        .map_err(|_| format!("The Debian packages {list} could not be installed; install them by hand."))
}

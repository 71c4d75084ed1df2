//! What the scripts know of the attributes is what the core knows: which there are, and which of them and of the views are in the
//! light module.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use yenlens::spec::{Options, ViewName};

fn source(path: &str) -> Result<String, Box<dyn Error>> {
    Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))?)
}

/// The words in the list of that name in the script.
fn list(script: &str, name: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let (_, after) = script.split_once(&format!("const {name} = ")).ok_or_else(|| format!("names.js has no list {name}"))?;
    let (inside, _) = after.split_once(';').ok_or("a list without an end")?;
    Ok(inside.split('"').skip(1).step_by(2).flat_map(str::split_whitespace).map(str::to_owned).collect())
}

/// What stands on the lines that `read` understands, without those behind a feature.
fn without_feature(source: &str, read: impl Fn(&str) -> Option<String>) -> BTreeSet<String> {
    let mut gated = false;
    let mut found = BTreeSet::new();
    for line in source.lines().map(str::trim) {
        if let Some(name) = read(line).filter(|_| !gated) {
            found.insert(name);
        }
        gated = line.starts_with("#[cfg(feature");
    }
    found
}

fn owned<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

#[test]
fn the_script_observes_every_option_and_no_other() -> Result<(), Box<dyn Error>> {
    let script = source("src/web/js/names.js")?;
    let (light, whole) = (list(&script, "LIGHT_NAMES")?, list(&script, "WHOLE_NAMES")?);
    assert!(light.is_disjoint(&whole));
    assert_eq!(light.union(&whole).cloned().collect::<BTreeSet<_>>(), owned(Options::NAMES.iter().copied()));
    Ok(())
}

#[test]
fn the_light_module_knows_the_options_that_the_script_takes_it_to_know() -> Result<(), Box<dyn Error>> {
    let options = source("src/spec/options.rs")?;
    // A field of the macro: `window: "window",`.
    let light = without_feature(&options, |line| {
        let (field, name) = line.strip_suffix("\",")?.split_once(": \"")?;
        field.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then(|| name.to_owned())
    });
    assert_eq!(light, list(&source("src/web/js/names.js")?, "LIGHT_NAMES")?);
    Ok(())
}

#[test]
fn the_light_module_has_the_views_that_the_script_takes_it_to_have() -> Result<(), Box<dyn Error>> {
    let figures = source("src/view/figures/mod.rs")?;
    let light = without_feature(&figures, |line| line.strip_suffix("::ENTRY,").map(str::to_owned));
    assert!(!light.is_empty());
    assert_eq!(light, list(&source("src/web/js/names.js")?, "LIGHT")?);
    let views = owned(ViewName::ALL.map(|(_, name)| name));
    assert!(light.is_subset(&views));
    Ok(())
}

//! Pictures of the view `scenario`.

use crate::golden;

#[test]
fn scenario_wide() {
    golden("scenario-1000", &[("view", "scenario")], "en", 1000.0, 460.0);
}

#[test]
fn scenario_narrow_in_japanese() {
    let options = [("view", "scenario"), ("asset", "eth"), ("share", "30"), ("months", "6"), ("range", "5y")];
    golden("scenario-344-ja", &options, "ja", 344.0, 620.0);
}

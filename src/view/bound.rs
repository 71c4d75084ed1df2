//! Prose bound to a figure: numbers and words by name, for the sentences an author writes around it.
//!
//! They are looked up in the figure that draws and tells them, so that text and chart cannot differ.

use super::figures::Prepared;
use super::scale::Domain;
use crate::series::{Day, Store, source_of};
use crate::spec::{Spec, ViewName};
use crate::text::{self, Phrases};

/// The view that answers for a name unless the author names one: `beta` is the beta view's, `correlation` the correlation's.
#[must_use]
pub fn view_of(name: &str) -> Option<ViewName> {
    match name {
        "beta" => Some(ViewName::Beta),
        "correlation" | "levels" | "odds" | "latest" | "latest-date" => Some(ViewName::Correlation),
        _ if name.starts_with("whole-") => Some(ViewName::Correlation),
        _ => None,
    }
}

/// The text of a name, with ` unsigned` after it without a plus sign: `latest` and `latest-date` are the asset's last value and its day, all else the figure's own. `None`
/// when the figure has no such number, or none for these data.
#[must_use]
pub fn value(name: &str, prepared: &Prepared, store: &Store, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
    if let Some(name) = name.strip_suffix(" unsigned") {
        let signed = value(name, prepared, store, spec, x, phrases)?;
        return Some(signed.strip_prefix('+').map_or_else(|| signed.clone(), str::to_owned));
    }
    match name {
        "latest" => latest(store, &spec.asset).map(|(_, value)| text::number(value, if value.abs() < 1_000.0 { 2 } else { 0 })),
        "latest-date" => latest(store, &spec.asset).map(|(day, _)| text::date(phrases, day)),
        "window" => Some(spec.window.to_string()),
        "beta" => prepared.told("slope", spec, x, phrases),
        _ => prepared.told(name, spec, x, phrases),
    }
}

fn latest(store: &Store, id: &str) -> Option<(Day, f64)> {
    let series = store.get(source_of(id))?;
    let at = series.values().iter().rposition(|value| !value.is_nan())?;
    Some((series.days()[at], series.values()[at]))
}

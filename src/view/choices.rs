//! What a reader can choose: the assets and drivers the data have.

use crate::market::Measure;
use crate::series::{Kind, Store};
use crate::text::Phrases;

/// Drivers in the order in which they are offered; those the data lack are left out.
const DRIVERS: [&str; 14] = [
    "yen",
    "jgb2y",
    "jgb5y",
    "jgb10y",
    "jgb20y",
    "jgb30y",
    "jgb40y",
    "spread2y",
    "spread10y",
    "spread30y",
    "ust2y",
    "ust10y",
    "ust30y",
    "vix",
];

/// An id and its name.
pub type Choice = (String, String);

/// The price series, in the order of the data.
#[must_use]
pub fn assets(store: &Store, phrases: &Phrases) -> Vec<Choice> {
    let prices = store.ids().filter_map(|id| store.meta(id)).filter(|meta| meta.kind == Kind::Price);
    prices.map(|meta| (meta.id.clone(), phrases.label(&meta.id, &meta.label))).collect()
}

/// The drivers, and `current` when it is another.
#[must_use]
pub fn drivers(store: &Store, phrases: &Phrases, current: &str) -> Vec<Choice> {
    let other = (!DRIVERS.contains(&current)).then_some(current);
    let known = DRIVERS.into_iter().chain(other).filter(|id| Measure::of(id, |id| store.meta(id)).is_ok());
    let label = |id: &str| store.meta(id).map_or_else(|| id.to_owned(), |meta| meta.label.clone());
    known.map(|id| (id.to_owned(), phrases.label(id, &label(id)))).collect()
}

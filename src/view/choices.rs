//! What a reader can choose: the assets and drivers the data have, and the controls that several views share.

use super::controls::Control;
use crate::market::Measure;
use crate::series::{Kind, Store};
#[cfg(feature = "figures")]
use crate::spec::DAYS;
use crate::spec::{Basis, Spec, WINDOW_MAX, WINDOW_MIN};
use crate::text::Phrases;

/// Drivers in the order in which they are offered; those the data lack are left out.
const DRIVERS: [&str; 15] = [
    "yen",
    "yenindex",
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

/// The choice of an asset.
#[must_use]
pub fn asset(spec: &Spec, store: &Store, phrases: &Phrases) -> Control {
    Control::Choose { name: "asset", label: phrases.asset, choices: assets(store, phrases), value: spec.asset.clone() }
}

/// The choice of a driver.
#[must_use]
pub fn driver(spec: &Spec, store: &Store, phrases: &Phrases) -> Control {
    let choices = drivers(store, phrases, &spec.driver);
    Control::Choose { name: "driver", label: phrases.driver, choices, value: spec.driver.clone() }
}

/// The slider of the window.
#[must_use]
pub fn window(spec: &Spec, phrases: &Phrases) -> Control {
    Control::Slide {
        name: "window",
        label: phrases.window,
        range: (WINDOW_MIN as f64, WINDOW_MAX as f64, 1.0),
        value: spec.window as f64,
        text: phrases.fill(phrases.trading_days, &[("n", &spec.window.to_string())]),
    }
}

/// The switch between all days and those of trading, for views over time.
#[cfg(feature = "figures")]
#[must_use]
pub fn days(spec: &Spec, phrases: &Phrases) -> Control {
    let words = phrases.scales();
    let choices = DAYS.iter().zip(words.day_choices).map(|((value, _), name)| ((*value).to_owned(), name.to_owned())).collect();
    Control::Switch { name: "days", label: words.days, choices, value: spec.text("days").unwrap_or_default() }
}

/// The same behind a toggle, after a view's own controls.
#[cfg(feature = "figures")]
#[must_use]
pub fn more_days(spec: &Spec, phrases: &Phrases) -> [Control; 2] {
    [Control::More { label: phrases.timeline.more, open: spec.weekdays }, days(spec, phrases)]
}

/// The switch between changes and levels.
#[must_use]
pub fn basis(spec: &Spec, phrases: &Phrases) -> Control {
    let names = [phrases.changes, phrases.levels];
    #[cfg(feature = "extras")]
    let names = names.map(|name| phrases.fill(name, &[]));
    #[cfg(feature = "extras")]
    let names = names.each_ref().map(String::as_str);
    let choices = Basis::ALL.iter().zip(names).map(|((value, _), name)| ((*value).to_owned(), name.to_owned())).collect();
    Control::Switch { name: "basis", label: phrases.basis, choices, value: spec.text("basis").unwrap_or_default() }
}

//! What two series say of the same thing, and what cannot be true of both.

use yenlens::series::Day;

use super::leaps::median;
use super::{Check, Finding, Held};

/// Two sources of one thing, day by day.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The series.
    pub id: String,
    /// What it is held against.
    pub other: String,
    /// Days that both have, with the ratio of the larger to the smaller, less one.
    pub apart: Vec<(Day, f64)>,
    /// How far apart they may be.
    pub bound: f64,
}

impl Comparison {
    /// The middle of the differences.
    #[must_use]
    pub fn median(&self) -> f64 {
        median(self.apart.iter().map(|(_, apart)| *apart))
    }

    /// The day on which they differ most.
    #[must_use]
    pub fn most(&self) -> Option<(Day, f64)> {
        self.apart.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))
    }
}

/// Every pair of sources held.
#[must_use]
pub fn comparisons(held: &Held) -> Vec<Comparison> {
    let compare = |id: &str, other: &str, bound: f64, expected: &dyn Fn(Day) -> Option<f64>| {
        let series = held.get(id)?;
        let both = series.days().iter().zip(series.values());
        let apart: Vec<(Day, f64)> = both
            .filter_map(|(day, value)| {
                let expected = expected(*day)?;
                Some((*day, (value / expected).max(expected / value) - 1.0))
            })
            .collect();
        Some(Comparison { id: id.to_owned(), other: other.to_owned(), apart, bound })
    };
    let on = |id: &str, day: Day| held.get(id)?.on(day);
    let mut all = vec![
        // Two places of a rate above 70.
        compare("usdjpy", "eurjpy / eurusd", 0.000_1, &|day| Some(on("eurjpy", day)? / on("eurusd", day)?)),
        // Fixed nearly four hours apart.
        compare("usdjpy", "usdjpy_fed", 0.02, &|day| on("usdjpy_fed", day)),
        compare("usdbroad_2026_10", "usdbroad_2025_12", 0.005, &|day| on("usdbroad_2025_12", day)),
    ];
    // Where the venue of a coin changes, the step holds two venues and one day's move against each other.
    for (meta, series) in &held.series {
        if meta.kind != yenlens::series::Kind::Price || meta.breaks.is_empty() {
            continue;
        }
        let changes = meta.breaks.iter().map(|change| change.day).collect::<Vec<_>>();
        let before = |day: Day| if changes.contains(&day) { series.on(day.plus(-1)) } else { None };
        all.push(compare(&meta.id, "the venue before, a day earlier", 0.1, &before));
    }
    all.into_iter().flatten().collect()
}

pub fn look(held: &Held, findings: &mut Vec<Finding>) {
    for pair in comparisons(held) {
        for (day, apart) in pair.apart.iter().filter(|(_, apart)| *apart > pair.bound) {
            let what = format!("{:.2} % apart from {}", apart * 100.0, pair.other);
            findings.push(Finding { check: Check::Apart, id: pair.id.clone(), from: *day, to: *day, what });
        }
    }
    for (small, large) in [
        ("boj_low", "boj_high"),
        ("fed_low", "fed_high"),
        ("tic_japan", "tic_total"),
        ("tic_china", "tic_total"),
        ("tic_uk", "tic_total"),
        ("tic_official", "tic_total"),
        ("cot_long", "cot_open"),
        ("cot_short", "cot_open"),
    ] {
        let (Some(small_series), Some(large_series)) = (held.get(small), held.get(large)) else { continue };
        for (day, value) in small_series.days().iter().zip(small_series.values()) {
            if large_series.on(*day).is_some_and(|large| *value > large) {
                let what = format!("more than {large}");
                findings.push(Finding { check: Check::Apart, id: small.to_owned(), from: *day, to: *day, what });
            }
        }
    }
}

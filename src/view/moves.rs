//! How far something moves, in words and on an axis: percent, basis points or points, as its change is taken.

use super::scene::Format;
use crate::market::Change;
use crate::stats::moments::stands_still;
use crate::text::{self, Phrases, fill};

/// The move of a driver that sentences speak of: 1 %, 10 basis points, 1 point.
#[must_use]
pub const fn step(change: Change) -> f64 {
    match change {
        Change::BasisPoints => 10.0,
        Change::LogReturn | Change::NegatedLogReturn | Change::Difference => 1.0,
    }
}

/// A quantity of moves with its unit, as it stands in a sentence.
#[must_use]
pub fn quantity(phrases: &Phrases, change: Change, number: &str) -> String {
    let words = &phrases.moves;
    let phrase = match change {
        Change::BasisPoints => words.basis_points,
        Change::Difference if number.trim_start_matches('+') == "1" => words.point,
        Change::Difference => words.points,
        Change::LogReturn | Change::NegatedLogReturn => words.percent,
    };
    fill(phrase, &[("x", number)])
}

/// So many trading days, one of them in words of its own.
#[must_use]
pub fn days(phrases: &Phrases, n: usize) -> String {
    phrases.fill(if n == 1 { phrases.moves.one_day } else { phrases.trading_days }, &[("n", &n.to_string())])
}

/// That the first of these that stood still did; `None` where all moved.
#[must_use]
pub fn still<'a>(phrases: &Phrases, columns: impl IntoIterator<Item = (&'a str, Vec<f64>)>) -> Option<String> {
    let (name, column) = columns.into_iter().find(|(_, column)| stands_still(column))?;
    let n = text::number(column.len() as f64, 0);
    Some(text::capitalised(&phrases.fill(phrases.extras.still, &[("name", name), ("n", &n)])))
}

/// The unit of a change, as an axis has it.
#[must_use]
pub const fn unit(phrases: &Phrases, change: Change) -> &'static str {
    match change {
        Change::BasisPoints => phrases.moves.unit_basis_points,
        Change::Difference => phrases.moves.unit_points,
        Change::LogReturn | Change::NegatedLogReturn => "%",
    }
}

/// That the driver rose by [`step`], as the beginning of a sentence's condition.
#[must_use]
pub fn rose(phrases: &Phrases, id: &str, name: &str, change: Change) -> String {
    let by = quantity(phrases, change, &text::number(step(change), 0));
    fill(if id == "yen" { phrases.moves.yen_gained } else { phrases.moves.rose }, &[("name", name), ("x", &by)])
}

/// The title of an axis of daily changes.
#[must_use]
pub fn axis(phrases: &Phrases, name: &str, change: Change) -> String {
    text::capitalised(&phrases.fill(phrases.moves.axis, &[("name", name), ("unit", unit(phrases, change))]))
}

/// How daily changes are written on the chart.
#[must_use]
pub const fn format(change: Change) -> Format {
    let (decimals, suffix) = match change {
        Change::BasisPoints => (1, "\u{a0}bp"),
        Change::Difference => (2, ""),
        Change::LogReturn | Change::NegatedLogReturn => (2, "%"),
    };
    Format { decimals, prefix: "", suffix, signed: true }
}

//! Changes that stand out from those around them: a slip of the keyboard, another unit, or a day to remember.

use yenlens::series::{Day, Kind, Series, SeriesMeta, Unit};

use super::{Check, Finding};

/// So many changes before and after say what is ordinary.
const AROUND: usize = 125;
/// A change that is so many times the median around it stands out.
const FAR: f64 = 16.0;
/// One that is undone by the next stands out sooner: that is what a slip looks like.
const FAR_AND_BACK: f64 = 9.0;
/// An opposite change of at least this share undoes one.
const UNDONE: f64 = 0.7;

/// The change from one value to the next as its kind has it: percentage points for yields, points for a volatility, a logarithm for
/// all else; none for what is a flow or a rate set by a committee.
#[must_use]
pub fn change(meta: &SeriesMeta, before: f64, after: f64) -> Option<f64> {
    match (meta.kind, meta.unit) {
        (Kind::Holdings, Unit::Jpy100m) => None,
        (Kind::Yield, _) if meta.id.starts_with("boj_") || meta.id.starts_with("fed_") => None,
        (Kind::Yield, _) => Some(after - before),
        _ => Some((after / before).ln()),
    }
}

/// The least median that counts, so that a week without a move does not make every move stand out.
const fn least(kind: Kind) -> f64 {
    match kind {
        Kind::Fx | Kind::Index => 0.002,
        Kind::Yield | Kind::Holdings => 0.01,
        Kind::Price | Kind::Volatility | Kind::Positions => 0.02,
    }
}

pub fn look(meta: &SeriesMeta, series: &Series, findings: &mut Vec<Finding>) {
    let breaks: Vec<Day> = meta.breaks.iter().map(|change| change.day).collect();
    let mut changes: Vec<(Day, f64)> = Vec::new();
    for (days, values) in series.days().windows(2).zip(series.values().windows(2)) {
        if breaks.contains(&days[1]) {
            continue;
        }
        if let Some(by) = change(meta, values[0], values[1]) {
            changes.push((days[1], by));
        }
    }
    for at in 0..changes.len() {
        let from = at.saturating_sub(AROUND);
        let around = &changes[from..(at + AROUND + 1).min(changes.len())];
        let ordinary = median(around.iter().map(|(_, by)| by.abs())).max(least(meta.kind));
        let (day, by) = changes[at];
        let times = by.abs() / ordinary;
        let is_undone = changes.get(at + 1).is_some_and(|(_, next)| -next * by.signum() >= UNDONE * by.abs());
        if times > FAR || (is_undone && times > FAR_AND_BACK) {
            let size =
                if meta.kind == Kind::Yield { format!("{by:+.3} points") } else { format!("{:+.1} %", by.exp_m1() * 100.0) };
            let back = if is_undone { ", undone by the next" } else { "" };
            let what = format!("a change of {size}, {times:.0} times the median around it{back}");
            findings.push(Finding { check: Check::Outlier, id: meta.id.clone(), from: day, to: day, what });
        }
    }
}

/// The middle value; zero of nothing.
pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    let middle = values.len() / 2;
    if values.is_empty() { 0.0 } else { *values.select_nth_unstable_by(middle, f64::total_cmp).1 }
}

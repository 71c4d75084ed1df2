//! A publisher's column held against the series that is there.

use std::collections::BTreeMap;

use yenlens::series::{Day, Kind, Series, SeriesMeta};

use crate::calendar::Calendar;
use crate::check::{Check, Finding, Reviews, change};
use crate::pack::sheet::Outcome;
use crate::publishers::{Column, Rules};

/// A past value that has changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The series.
    pub id: String,
    /// The day of the value.
    pub day: Day,
    /// What was held.
    pub before: f64,
    /// What the publisher says now.
    pub after: f64,
}

/// What a column adds to a series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merged {
    /// Values after the last held, and days before it that were missing.
    pub added: Vec<(Day, f64)>,
    /// Values that have changed.
    pub revised: Vec<Revision>,
}

/// Compares a column with the series held and gives what is new in it.
///
/// # Errors
/// The reason for doubt: a value out of range or of a day that has not come, too few days in common, another unit, differences too large
/// or too many to be revisions, days withdrawn, a jump that nobody has looked at.
pub fn merge(meta: &SeriesMeta, held: &Series, column: &Column, rules: &Rules, reviews: &Reviews, today: Day) -> Outcome<Merged> {
    let id = &meta.id;
    let (Some(first), Some(last)) = (held.days().first(), held.days().last()) else {
        return Err(format!("{id}: nothing held to compare with"));
    };
    let values: Vec<(Day, f64)> = column.values.iter().copied().filter(|(day, _)| day >= first).collect();
    let (low, high) = rules.range;
    if let Some((day, value)) = values.iter().find(|(_, value)| !(low..=high).contains(value)) {
        return Err(format!("{id}: {value} on {day} is not from {low} to {high}"));
    }
    if let Some((day, _)) = values.iter().find(|(day, _)| *day > today) {
        return Err(format!("{id}: a value of {day}, which has not come"));
    }
    let both: Vec<(Day, f64, f64)> = values.iter().filter_map(|(day, value)| Some((*day, held.on(*day)?, *value))).collect();
    if both.len() < rules.common {
        return Err(format!("{id}: {} days in common with what is held, expected {}", both.len(), rules.common));
    }
    let mut merged = Merged::default();
    for (day, before, after) in &both {
        if apart(meta, *before, *after) > rules.rounding {
            merged.revised.push(Revision { id: id.clone(), day: *day, before: *before, after: *after });
        }
    }
    if let Some(sentence) = other_unit(&both) {
        return Err(format!("{id}: {sentence}"));
    }
    let farthest = merged.revised.iter().max_by(|a, b| apart(meta, a.before, a.after).total_cmp(&apart(meta, b.before, b.after)));
    if let Some(Revision { day, before, after, .. }) = farthest.filter(|r| apart(meta, r.before, r.after) > rules.revision) {
        return Err(format!("{id}: {after} on {day} where {before} is held, too far apart for a revision"));
    }
    if merged.revised.len() > rules.revised {
        return Err(format!(
            "{id}: {} values differ from those held, more than {} at a time",
            merged.revised.len(),
            rules.revised
        ));
    }
    withdrawn(id, held, &values)?;
    let known: BTreeMap<Day, f64> = values.iter().copied().collect();
    merged.added = values.iter().copied().filter(|(day, _)| held.on(*day).is_none()).collect();
    // Each new value after the one before it, held or new.
    for (day, value) in &merged.added {
        let new_before = known.range(..*day).next_back().map(|(day, value)| (*day, *value));
        let held_before = held.days()[..held.first_at_or_after(*day)].last().and_then(|day| Some((*day, held.on(*day)?)));
        // Of one day the new value counts.
        let Some((_, before)) = held_before.into_iter().chain(new_before).max_by_key(|(day, _)| *day) else { continue };
        let by = change(meta, before, *value).unwrap_or_default();
        let finding = Finding { check: Check::Outlier, id: id.clone(), from: *day, to: *day, what: String::new() };
        if by.abs() > rules.jump && reviews.of_finding(&finding).is_none() {
            return Err(format!("{id}: a jump from {before} to {value} on {day}; if it is right, enter it in reviewed.csv"));
        }
    }
    let late = merged.added.iter().filter(|(day, _)| day < last).count();
    if late > rules.revised {
        return Err(format!(
            "{id}: {late} days before the last held that were missing until now, more than {} at a time",
            rules.revised
        ));
    }
    Ok(merged)
}

/// How far apart two values of a day are: points of a yield, the ratio less one of all else.
fn apart(meta: &SeriesMeta, before: f64, after: f64) -> f64 {
    match meta.kind {
        Kind::Yield => (after - before).abs(),
        _ => (after / before).max(before / after) - 1.0,
    }
}

/// Whether most values are nearly the same multiple of those held.
fn other_unit(both: &[(Day, f64, f64)]) -> Option<String> {
    let mut ratios: Vec<f64> =
        both.iter().filter(|(_, before, _)| *before != 0.0).map(|(_, before, after)| after / before).collect();
    ratios.sort_by(f64::total_cmp);
    let at = |share: f64| ratios.get((ratios.len() as f64 * share) as usize).copied();
    let (low, middle, high) = (at(0.25)?, at(0.5)?, at(0.75)?);
    let is_multiple = !(0.67..=1.5).contains(&middle) && (high / low - 1.0).abs() < 0.1;
    is_multiple.then(|| format!("the values are {middle:.4} times those held, so the unit has changed"))
}

/// Holds that no day of the calendar that is held has gone from between the first and the last of the file.
fn withdrawn(id: &str, held: &Series, values: &[(Day, f64)]) -> Outcome<()> {
    let (Some((from, _)), Some((to, _))) = (values.first(), values.last()) else { return Ok(()) };
    let calendar = Calendar::of(id);
    let gone = held.days().iter().filter(|day| (from..=to).contains(day) && calendar.is_open(**day));
    let mut gone = gone.filter(|day| values.binary_search_by_key(*day, |(day, _)| *day).is_err());
    gone.next().map_or(Ok(()), |day| Err(format!("{id}: the value of {day} is held and no longer in the file")))
}

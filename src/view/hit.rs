//! Which point the reader means: the day nearest to the pointer, and the next one for the arrow keys.
//!
//! Not for pixels: a position is in days, as [`super::scale::Scale::value`] gives it. The invariant: an index that comes
//! back is one that has a value, where values are given at all.

use std::cmp::Ordering;

use crate::series::Day;

/// The index of the day nearest to `at` (days since 1970-01-01); of two as near, the earlier. `None` when there is no day or
/// `at` is missing. `days` strictly increase; costs a binary search.
///
/// ```
/// use yenlens::{series::Day, view::hit::nearest};
/// let days: Vec<Day> = [10, 11, 14].into_iter().flat_map(Day::new).collect();
/// assert_eq!(nearest(&days, 12.4), Some(1));
/// assert_eq!(nearest(&days, 12.5), Some(1));
/// assert_eq!(nearest(&days, 12.6), Some(2));
/// ```
#[must_use]
pub fn nearest(days: &[Day], at: f64) -> Option<usize> {
    nearest_where(days, at, |_| true)
}

/// The index of the day nearest to `at` that has a value; of two as near, the earlier. `None` when no value is present or
/// `at` is missing. Where the columns differ in length the longer one's rest counts as missing. Costs a binary search and the
/// missing values around it.
#[must_use]
pub fn nearest_present(days: &[Day], values: &[f64], at: f64) -> Option<usize> {
    let shared = days.len().min(values.len());
    nearest_where(&days[..shared], at, |index| !values[index].is_nan())
}

fn nearest_where(days: &[Day], at: f64, present: impl Fn(usize) -> bool) -> Option<usize> {
    if at.is_nan() {
        return None;
    }
    let day = |index: usize| f64::from(days[index].count());
    let split = days.partition_point(|d| f64::from(d.count()) < at);
    let before = (0..split).rev().find(|index| present(*index));
    let after = (split..days.len()).find(|index| present(*index));
    match (before, after) {
        (Some(before), Some(after)) => Some(if at - day(before) <= day(after) - at { before } else { after }),
        (before, after) => before.or(after),
    }
}

/// The index `by` present values after `from` (before it, when `by` is negative), stopping at the last one there is that way.
///
/// `from` itself need not have a value, nor be in range. With nothing present that way the answer is the last present value
/// met on the way to `from`, so that a key never loses the cursor; `by` 0 gives `from` if it is present. `None` when nothing
/// is present. For the Home and End keys take `i32::MIN` and `i32::MAX`.
///
/// ```
/// use yenlens::view::hit::step;
/// let values = [1.0, f64::NAN, 3.0, 4.0];
/// assert_eq!(step(&values, 0, 1), Some(2));
/// assert_eq!(step(&values, 3, -2), Some(0));
/// assert_eq!(step(&values, 3, 1), Some(3));
/// ```
#[must_use]
pub fn step(values: &[f64], from: usize, by: i32) -> Option<usize> {
    let present = |index: &usize| !values[*index].is_nan();
    let len = values.len();
    let count = by.unsigned_abs() as usize;
    // Where fewer than `count` are that way, the last of them; where none is, the nearest one behind.
    match by.cmp(&0) {
        Ordering::Equal => Some(from).filter(|index| *index < len && present(index)),
        Ordering::Greater => {
            let after = from.saturating_add(1).min(len);
            (after..len).filter(present).take(count).last().or_else(|| (0..after).rev().find(present))
        }
        Ordering::Less => {
            let before = from.min(len);
            (0..before).rev().filter(present).take(count).last().or_else(|| (before..len).find(present))
        }
    }
}

//! A line with many values in each column of pixels, as what it covers of each column.
//!
//! Thinning as [`polyline`](super::polyline) does it reads every value; here the extremes of a stretch are asked for, so that
//! a frame costs the same however long the series is.

use crate::series::{Day, Extent, Series};
use crate::view::scale::Scale;

/// Values that a column of pixels has to hold for a line to be drawn by columns. Below it a stroke is smoother.
pub const DENSE: f64 = 12.0;

/// What a line covers of one column of pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its left edge in pixels.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// The values the line takes in it.
    pub extent: Extent,
}

/// Replaces what is in `out` by the columns from `left` to `right` (pixels) in which a line through `series` has any part.
///
/// Columns are `column_px` wide and counted from 0, so that they are the pixels themselves; the outer two may be cut. The
/// extent holds the values on the days in the column and those where the line enters and leaves it; on a missing value the
/// line ends, and the segment that ends on or after a day of `breaks` (increasing) is not part of it. Gaps within a column
/// are not seen. A width that is not positive gives nothing. Costs a few steps for each column where they hold about as many
/// days, and never more than passes over the days in all of them.
pub fn columns(series: &Series, x: &Scale, (left, right): (f64, f64), column_px: f64, breaks: &[Day], out: &mut Vec<Column>) {
    out.clear();
    if !(column_px > 0.0 && left < right) {
        return;
    }
    let days = series.days();
    let day = |at: usize| f64::from(days[at].count());
    let values = series.values();
    // The line's value on a day (with a fraction) before which there are `at` days.
    let crossing = |at: usize, when: f64| {
        let (before, after) = (at.checked_sub(1)?, values.get(at)?);
        let (value, from, to) = (values[before], day(before), day(at));
        let broken = breaks.get(breaks.partition_point(|b| *b <= days[before])).is_some_and(|b| *b <= days[at]);
        let crosses = value + (after - value) * ((when - from) / (to - from));
        (!broken && !crosses.is_nan()).then_some(crosses)
    };
    let (first, last) = ((left / column_px).floor(), (right / column_px).ceil());
    let mut from_px = left;
    let mut from = days.partition_point(|d| f64::from(d.count()) < x.value(from_px));
    let mut enters = crossing(from, x.value(from_px));
    out.reserve_exact((last - first) as usize);
    let mut step = 1;
    for at in 1..=(last - first) as usize {
        let to_px = ((first + at as f64) * column_px).min(right);
        let when = x.value(to_px);
        let to = from + reached(&days[from..], when, &mut step);
        let leaves = crossing(to, when);
        let mut extent = series.extent(from..to);
        for value in [enters, leaves].into_iter().flatten() {
            extent = Some(extent.map_or(Extent { low: value, high: value }, |extent| extent.including(value)));
        }
        if let Some(extent) = extent {
            out.push(Column { left: from_px, right: to_px, extent });
        }
        (from_px, from, enters) = (to_px, to, leaves);
    }
}

/// How many of the days come before `when`; `step` is the answer before, and becomes this one. Columns hold about as many days as one
/// another: it is sought day by day from there, because a search through all that is left touches memory far away.
fn reached(days: &[Day], when: f64, step: &mut usize) -> usize {
    let is_before = |at: usize| days.get(at).is_some_and(|day| f64::from(day.count()) < when);
    while is_before(*step) {
        *step += 1;
    }
    while *step > 0 && !is_before(*step - 1) {
        *step -= 1;
    }
    *step
}

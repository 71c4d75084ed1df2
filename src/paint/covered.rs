//! Lines and bands with many values in each column of pixels, as what they cover of each.
//!
//! So dense a stroke hardly looks different, but a long stroke is what a canvas is slowest at. What is covered is filled as one outline, which
//! goes from the middle of a column to the middle of the next, so that slopes are as smooth as a stroke's; only where a line begins, ends or
//! changes its colour does it go along the edge of a column.

use std::rc::Rc;

use plotters::prelude::DrawingBackend;

use super::over_time::Plot;
use super::{Brushes, Colour, Painted, pattern};
use crate::series::{Day, Extent, Series};
use crate::view::polyline::{Column, Paths, Rect, band, columns};
use crate::view::scene::{Band, Line, Quiet};

/// Across an outline: x, and the y of its upper and its lower edge, in pixels; missing where it is interrupted.
pub(super) type Cut = (f64, f64, f64);

pub(super) const NONE: Cut = (f64::NAN, f64::NAN, f64::NAN);

impl<DB: DrawingBackend> Plot<'_, DB> {
    pub(super) fn columns(&self, series: &Series, breaks: &[Day]) -> Vec<Column> {
        let mut all = Vec::new();
        let (left, right) = (self.places.plot.left, self.places.plot.right);
        columns(series, self.x, (left, right), self.across_px, breaks, &mut all);
        all
    }

    pub(super) fn cover_band(&self, b: &Band, lowest: &[Column], ink: Colour, grey: Colour) -> Painted<DB> {
        // Low and high are missing on the same days, so that their columns are the same.
        let [lower, upper] = b.edges.columns();
        let other = (!Rc::ptr_eq(lower, upper)).then(|| self.columns(upper, &[]));
        let highest = other.as_deref().unwrap_or(lowest);
        let bounds = lowest.iter().zip(highest).map(|(low, high)| b.edges.between(low.extent.low, high.extent.high));
        let bounds: Vec<(f64, f64)> = bounds.collect();
        for (quiet, colour) in [(true, grey), (false, ink)] {
            let span = |at: usize| {
                let (low, high) = bounds[at];
                let is_quiet = b.quiet_over.is_some_and(|held| low <= held && held <= high);
                (is_quiet == quiet).then(|| self.y_span(Extent { low, high }))
            };
            self.cover(lowest, &span, &[], colour)?;
        }
        Ok(())
    }

    pub(super) fn cover_line(
        &self,
        line: &Line,
        known: Option<&(&Rc<Series>, Vec<Column>)>,
        half: f64,
        ink: Colour,
        grey: Colour,
    ) -> Painted<DB> {
        let made;
        let all = match known {
            Some((series, columns)) if line.breaks.is_empty() && Rc::ptr_eq(series, &line.column) => columns,
            _ => {
                made = self.columns(&line.column, &line.breaks);
                &made
            }
        };
        let own: Vec<(f64, f64)> = all.iter().map(|column| self.y_span(column.extent)).collect();
        // Cut where it turns grey, with the whole stroke where it does not.
        let (start, end) = (f64::NEG_INFINITY, f64::INFINITY);
        let (upper, lower) = match line.quiet {
            Quiet::Within(reach) => self.y_span(Extent { low: -reach, high: reach }),
            _ => (end, end),
        };
        for (from, to, colour) in [(start, upper, ink), (lower, end, ink), (upper, lower, grey)] {
            let span = |at: usize| {
                let (highest, lowest) = own[at];
                (from < to && lowest >= from && highest <= to).then(|| {
                    let (top, bottom) = self.pen(all, &own, at, half);
                    (if highest < from { from } else { top }, if lowest > to { to } else { bottom })
                })
            };
            self.cover(all, &span, pattern(line.dash), colour)?;
        }
        Ok(())
    }

    /// From where to where a pen whose tip is a disc covers the middle of a column, in pixels from the top: as far up and down as the
    /// tip reaches from what the line itself covers there (`own`), and from what it covers of the columns within the tip's reach, of
    /// the outermost as much as the tip's share of it.
    fn pen(&self, all: &[Column], own: &[(f64, f64)], at: usize, half: f64) -> (f64, f64) {
        let beside = (half / self.across_px - 0.5).max(0.0);
        let (highest, lowest) = own[at];
        let (mut top, mut bottom) = (highest - half, lowest + half);
        let last = beside.ceil() as usize;
        for other in at.saturating_sub(last)..(at + last + 1).min(own.len()) {
            let away = other.abs_diff(at);
            // Columns without any part of the line are left out of the list.
            if away == 0 || (all[other].left - all[at].left).abs() > (away as f64 + 0.5) * self.across_px {
                continue;
            }
            let share = (beside - (away - 1) as f64).min(1.0);
            let across = (away as f64 - 0.5 + share / 2.0) * self.across_px;
            let up = (half * half - across * across).max(0.0).sqrt();
            let (high, low) = (highest + (own[other].0 - highest) * share, lowest + (own[other].1 - lowest) * share);
            (top, bottom) = (top.min(high - up), bottom.max(low + up));
        }
        (top, bottom)
    }

    /// The upper and the lower end of a stretch of values, in pixels from the top.
    fn y_span(&self, extent: Extent) -> (f64, f64) {
        let (a, b) = (self.y_px(extent.low), self.y_px(extent.high));
        (a.min(b), a.max(b))
    }

    fn y_px(&self, value: f64) -> f64 {
        let px = self.places.y.px(value);
        // A logarithm has no place for what is not positive: that lies below all there is.
        if px.is_nan() { self.places.y.range().0 } else { px }
    }

    /// Fills what `span` says is covered of each column, as far as it is inside the frame.
    fn cover(&self, all: &[Column], span: &dyn Fn(usize) -> Option<(f64, f64)>, dash: &[f64], colour: Colour) -> Painted<DB> {
        let mut cuts = outline(all, span);
        if let [drawn, gap] = dash {
            cuts = dashed(&cuts, *drawn, *gap);
        }
        #[cfg(feature = "feeds")]
        if self.bristles(&cuts, colour) {
            return Ok(());
        }
        self.brushes.area(&mut cuts.into_iter(), &self.places.plot, 0.0, colour)
    }
}

impl<DB: DrawingBackend> Brushes<'_, DB> {
    /// Fills the polygons of an outline, thinned to columns of that width, as far as they are inside a frame.
    pub(super) fn area(
        &self,
        cuts: &mut dyn ExactSizeIterator<Item = Cut>,
        frame: &Rect,
        column_px: f64,
        colour: Colour,
    ) -> Painted<DB> {
        let mut paths = Paths::default();
        // Two are kept of a column; all where it has no width.
        paths.reserve(cuts.len().min((2.0 * frame.width() / column_px + 2.0) as usize));
        band(cuts, frame, column_px, &mut paths);
        paths.iter().try_for_each(|path| self.polygon(path, colour))
    }
}

/// The outline of what `span` says is covered of each column, from the top, through the middles of the columns; `span` has nothing to say of a
/// column that is not part of it.
pub(super) fn outline(all: &[Column], span: &dyn Fn(usize) -> Option<(f64, f64)>) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::with_capacity(all.len() + 8);
    let mut end: Option<Cut> = None;
    for (at, column) in all.iter().enumerate() {
        let Some((top, bottom)) = span(at) else { continue };
        if end.is_none_or(|(right, ..)| right < column.left) {
            cuts.extend(end);
            cuts.extend([NONE, (column.left, top, bottom)]);
        }
        cuts.push((f64::midpoint(column.left, column.right), top, bottom));
        end = Some((column.right, top, bottom));
    }
    cuts.extend(end);
    cuts
}

/// Leaves out the gaps of a dashed line, along its middle. A stretch between two cuts that is longer than a stroke and a gap stays whole:
/// there is no room across for both.
fn dashed(cuts: &[Cut], drawn: f64, gap: f64) -> Vec<Cut> {
    let period = drawn + gap;
    // A stroke and its gap take three more; few are shorter than six columns.
    let mut out = Vec::with_capacity(cuts.len() + cuts.len() / 2);
    let mut from = NONE;
    // How far into a stroke and the gap after it.
    let mut along = 0.0;
    for cut in cuts.iter().copied() {
        let middle = |(_, top, bottom): Cut| f64::midpoint(top, bottom);
        let length = (cut.0 - from.0).hypot(middle(cut) - middle(from));
        if length >= period {
            if along >= drawn {
                out.push(from);
            }
            along = 0.0;
        } else if length > 0.0 {
            let to = along + length;
            for (end, begins) in [(drawn, false), (period, true), (period + drawn, false)] {
                if along < end && end <= to {
                    let t = (end - along) / length;
                    let at = (from.0 + t * (cut.0 - from.0), from.1 + t * (cut.1 - from.1), from.2 + t * (cut.2 - from.2));
                    out.push(at);
                    if !begins {
                        out.push(NONE);
                    }
                }
            }
            along = if to < period { to } else { to - period };
        }
        if along < drawn || cut.0.is_nan() {
            out.push(cut);
        }
        from = cut;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lengths along the middle of what is drawn and of what is left out, in turn.
    fn lengths(cuts: &[Cut]) -> Vec<f64> {
        let mut paths: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
        for (x, top, bottom) in cuts {
            match paths.last_mut() {
                Some(path) if !x.is_nan() => path.push((*x, f64::midpoint(*top, *bottom))),
                _ => paths.push(Vec::new()),
            }
        }
        paths.retain(|path| !path.is_empty());
        let between = |a: (f64, f64), b: (f64, f64)| (b.0 - a.0).hypot(b.1 - a.1);
        let mut lengths = Vec::new();
        for (at, path) in paths.iter().enumerate() {
            if let Some(before) = at.checked_sub(1).and_then(|before| paths[before].last()) {
                lengths.push(between(*before, path[0]));
            }
            lengths.push(path.windows(2).map(|pair| between(pair[0], pair[1])).sum());
        }
        lengths
    }

    #[test]
    fn strokes_and_gaps_are_as_long_on_a_slope_as_on_level_ground() {
        for slope in [0.0, 0.5, 3.0, -4.0] {
            let cuts: Vec<Cut> = (0..200).map(f64::from).map(|x| (x, slope * x - 0.8, slope * x + 0.8)).collect();
            let all = lengths(&dashed(&cuts, 7.0, 2.5));
            let (_, whole) = all.split_last().unwrap();
            assert!(whole.len() > 30);
            for (at, length) in whole.iter().enumerate() {
                let wanted = if at % 2 == 0 { 7.0 } else { 2.5 };
                assert!((length - wanted).abs() < 1e-9, "slope {slope}: {length} in place of {wanted}");
            }
        }
    }

    #[test]
    fn a_stretch_too_steep_for_a_gap_stays_whole() {
        let cuts = [(0.0, 0.0, 1.0), (8.0, 0.0, 1.0), (9.0, 40.0, 41.0), (10.0, 40.0, 41.0)];
        assert_eq!(dashed(&cuts, 7.0, 2.5).rsplit(|cut| cut.0.is_nan()).next(), Some(&[cuts[1], cuts[2], cuts[3]][..]));
    }

    #[test]
    fn an_outline_goes_through_the_middles_and_ends_on_the_edges() {
        let column = |left: f64| Column { left, right: left + 1.0, extent: Extent { low: 0.0, high: 1.0 } };
        let all = [column(3.0), column(4.0), column(6.0)];
        let cuts = outline(&all, &|at| Some((at as f64, 9.0)));
        let paths: Vec<Vec<f64>> = cuts.split(|cut| cut.0.is_nan()).map(|path| path.iter().map(|cut| cut.0).collect()).collect();
        assert_eq!(paths, [vec![], vec![3.0, 3.5, 4.5, 5.0], vec![6.0, 6.5, 7.0]]);
        let without = outline(&all, &|at| (at != 0).then_some((0.0, 9.0)));
        assert_eq!(without.iter().find(|cut| !cut.0.is_nan()), Some(&(4.0, 0.0, 9.0)));
    }
}

//! Lines and bands with many values in each column of pixels, as what they cover of each.
//!
//! So dense a stroke hardly looks different, but a long stroke is what a canvas is slowest at. What is covered is filled as one outline, which
//! goes from the middle of a column to the middle of the next, so that slopes are as smooth as a stroke's; only where a line begins, ends or
//! changes its colour does it go along the edge of a column.

use std::rc::Rc;

use plotters::element::Polygon;
use plotters::prelude::DrawingBackend;

use super::over_time::Plot;
use super::{Brushes, Colour, Painted, filled, pattern};
use crate::series::{Day, Extent, Series};
use crate::view::polyline::{Column, Cut, Cuts, Draw, Rect, band, columns};
use crate::view::scene::{Band, Line, Quiet};

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
        known: Option<Vec<Column>>,
        half: f64,
        ink: Colour,
        grey: Colour,
    ) -> Painted<DB> {
        let known = known.filter(|_| line.breaks.is_empty());
        let mut all = known.unwrap_or_else(|| self.columns(&line.column, &line.breaks));
        // In pixels from here on, the upper end first.
        for column in &mut all {
            let (low, high) = self.y_span(column.extent);
            column.extent = Extent { low, high };
        }
        // Cut where it turns grey, with the whole stroke where it does not.
        let (start, end) = (f64::NEG_INFINITY, f64::INFINITY);
        let (upper, lower) = match line.quiet {
            Quiet::Within(reach) => self.y_span(Extent { low: -reach, high: reach }),
            _ => (end, end),
        };
        for (from, to, colour) in [(start, upper, ink), (lower, end, ink), (upper, lower, grey)] {
            let span = |at: usize| {
                let Extent { low: highest, high: lowest } = all[at].extent;
                (from < to && lowest >= from && highest <= to).then(|| {
                    let (top, bottom) = self.pen(&all, at, half);
                    (if highest < from { from } else { top }, if lowest > to { to } else { bottom })
                })
            };
            self.cover(&all, &span, pattern(line.dash), colour)?;
        }
        Ok(())
    }

    /// From where to where a pen whose tip is a disc covers the middle of a column, in pixels from the top: as far up and down as the
    /// tip reaches from what the line itself covers there (`all`, in pixels too), and from what it covers of the columns within the tip's
    /// reach, of the outermost as much as the tip's share of it.
    fn pen(&self, all: &[Column], at: usize, half: f64) -> (f64, f64) {
        let beside = (half / self.across_px - 0.5).max(0.0);
        let Extent { low: highest, high: lowest } = all[at].extent;
        let (mut top, mut bottom) = (highest - half, lowest + half);
        let last = beside.ceil() as usize;
        for other in at.saturating_sub(last)..(at + last + 1).min(all.len()) {
            let away = other.abs_diff(at);
            // Columns without any part of the line are left out of the list.
            if away == 0 || (all[other].left - all[at].left).abs() > (away as f64 + 0.5) * self.across_px {
                continue;
            }
            let share = (beside - (away - 1) as f64).min(1.0);
            let across = (away as f64 - 0.5 + share / 2.0) * self.across_px;
            let up = (half * half - across * across).max(0.0).sqrt();
            let (high, low) =
                (highest + (all[other].extent.low - highest) * share, lowest + (all[other].extent.high - lowest) * share);
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
        let (frame, dashes) = (&self.places.plot, dash.as_array());
        // Strokes are short.
        let room = if dashes.is_some() { 0 } else { all.len() + 2 };
        let cuts = |take: &mut dyn FnMut(Cut)| match dashes {
            Some([drawn, gap]) => {
                let mut dashed = Dashed::new(*drawn, *gap);
                outline(all, span, &mut |cut| dashed.take(cut, take));
            }
            None => outline(all, span, take),
        };
        #[cfg(feature = "feeds")]
        if self.bristles(&cuts, colour) {
            return Ok(());
        }
        self.brushes.area(&cuts, room, frame, 0.0, colour)
    }
}

impl<DB: DrawingBackend> Brushes<'_, DB> {
    /// Fills the polygons of an outline of about so many cuts, thinned to columns of that width, as far as they are inside a frame.
    pub(super) fn area(&self, cuts: &Cuts, about: usize, frame: &Rect, column_px: f64, colour: Colour) -> Painted<DB> {
        let mut drawn = Ok(());
        let r = self.resolution;
        // Two are kept of a column; all where it has no width.
        let room = about.min((2.0 * frame.width() / column_px + 2.0) as usize);
        let corner = |x, y| (r.units(x), r.units(y));
        let mut fill = |polygon| {
            if drawn.is_ok() {
                drawn = self.area.draw(&Polygon::new::<Vec<(i32, i32)>, _>(polygon, filled(colour)));
            }
        };
        band(cuts, frame, column_px, &mut Draw { corner: &corner, room, polygon: &mut fill });
        drawn
    }
}

/// The outline of what `span` says is covered of each column, from the top, through the middles of the columns; `span` has nothing to say of a
/// column that is not part of it.
pub(super) fn outline(all: &[Column], span: &dyn Fn(usize) -> Option<(f64, f64)>, take: &mut dyn FnMut(Cut)) {
    let mut end: Option<Cut> = None;
    for (at, column) in all.iter().enumerate() {
        let Some((top, bottom)) = span(at) else { continue };
        if end.is_none_or(|(right, ..)| right < column.left) {
            if let Some(end) = end {
                take(end);
            }
            take(NONE);
            take((column.left, top, bottom));
        }
        take((f64::midpoint(column.left, column.right), top, bottom));
        end = Some((column.right, top, bottom));
    }
    if let Some(end) = end {
        take(end);
    }
}

/// Leaves out the gaps of a dashed line, along its middle. A stretch between two cuts that is longer than a stroke and a gap stays whole:
/// there is no room across for both.
struct Dashed {
    drawn: f64,
    period: f64,
    from: Cut,
    /// How far into a stroke and the gap after it.
    along: f64,
}

impl Dashed {
    const fn new(drawn: f64, gap: f64) -> Self {
        Self { drawn, period: drawn + gap, from: NONE, along: 0.0 }
    }

    /// Takes a cut of the whole line and hands on those of its strokes.
    fn take(&mut self, cut: Cut, on: &mut dyn FnMut(Cut)) {
        let Self { drawn, period, from, along } = *self;
        let middle = |(_, top, bottom): Cut| f64::midpoint(top, bottom);
        let length = (cut.0 - from.0).hypot(middle(cut) - middle(from));
        if length >= period {
            if along >= drawn {
                on(from);
            }
            self.along = 0.0;
        } else if length > 0.0 {
            let to = along + length;
            for (end, begins) in [(drawn, false), (period, true), (period + drawn, false)] {
                if along < end && end <= to {
                    let t = (end - along) / length;
                    on((from.0 + t * (cut.0 - from.0), from.1 + t * (cut.1 - from.1), from.2 + t * (cut.2 - from.2)));
                    if !begins {
                        on(NONE);
                    }
                }
            }
            self.along = if to < period { to } else { to - period };
        }
        if self.along < drawn || cut.0.is_nan() {
            on(cut);
        }
        self.from = cut;
    }
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

    fn dashed(cuts: &[Cut]) -> Vec<Cut> {
        let (mut strokes, mut dashed) = (Vec::new(), Dashed::new(7.0, 2.5));
        for cut in cuts {
            dashed.take(*cut, &mut |cut| strokes.push(cut));
        }
        strokes
    }

    fn outlined(all: &[Column], span: &dyn Fn(usize) -> Option<(f64, f64)>) -> Vec<Cut> {
        let mut cuts = Vec::new();
        outline(all, span, &mut |cut| cuts.push(cut));
        cuts
    }

    #[test]
    fn strokes_and_gaps_are_as_long_on_a_slope_as_on_level_ground() {
        for slope in [0.0, 0.5, 3.0, -4.0] {
            let cuts: Vec<Cut> = (0..200).map(f64::from).map(|x| (x, slope * x - 0.8, slope * x + 0.8)).collect();
            let all = lengths(&dashed(&cuts));
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
        assert_eq!(dashed(&cuts).rsplit(|cut| cut.0.is_nan()).next(), Some(&[cuts[1], cuts[2], cuts[3]][..]));
    }

    #[test]
    fn an_outline_goes_through_the_middles_and_ends_on_the_edges() {
        let column = |left: f64| Column { left, right: left + 1.0, extent: Extent { low: 0.0, high: 1.0 } };
        let all = [column(3.0), column(4.0), column(6.0)];
        let cuts = outlined(&all, &|at| Some((at as f64, 9.0)));
        let paths: Vec<Vec<f64>> = cuts.split(|cut| cut.0.is_nan()).map(|path| path.iter().map(|cut| cut.0).collect()).collect();
        assert_eq!(paths, [vec![], vec![3.0, 3.5, 4.5, 5.0], vec![6.0, 6.5, 7.0]]);
        let without = outlined(&all, &|at| (at != 0).then_some((0.0, 9.0)));
        assert_eq!(without.iter().find(|cut| !cut.0.is_nan()), Some(&(4.0, 0.0, 9.0)));
    }
}

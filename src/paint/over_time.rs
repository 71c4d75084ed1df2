//! Bands and lines over the shared axis of time.

use plotters::prelude::DrawingBackend;

use super::{Brushes, Painted};
use crate::series::Series;
use crate::view::layout::PanelLayout;
use crate::view::polyline::{Paths, band, polyline};
use crate::view::scale::{Domain, Scale};
use crate::view::scene::{Line, Panel};

const LINE_PX: f64 = 1.6;

/// One line alone, as wide as that.
pub(super) fn one_line<DB: DrawingBackend>(
    brushes: &Brushes<DB>,
    line: &Line,
    places: &PanelLayout,
    x: &Scale,
    width_px: f64,
    paths: &mut Paths,
) -> Painted<DB> {
    let plot = Plot { places, domain: x.domain(), x, column_px: 1.0 / brushes.resolution.ratio() };
    for quiet in [true, false] {
        plot.line(line, quiet, paths);
        let colour = if quiet { brushes.palette.quiet } else { brushes.palette.ink(line.ink) };
        for path in paths.iter() {
            match path {
                [(px, py)] => brushes.dot(*px, *py, width_px, colour)?,
                _ => brushes.path(path, width_px, line.dash, colour)?,
            }
        }
    }
    Ok(())
}

pub(super) fn panel<DB: DrawingBackend>(
    brushes: &Brushes<DB>,
    panel: &Panel,
    places: &PanelLayout,
    domain: Domain,
    x: &Scale,
) -> Painted<DB> {
    let plot = Plot { places, domain, x, column_px: 1.0 / brushes.resolution.ratio() };
    let mut paths = Paths::default();
    for b in &panel.bands {
        for quiet in [true, false] {
            plot.between(&b.low, &b.high, &b.quiet, quiet, &mut paths);
            let colour = if quiet { brushes.palette.quiet } else { brushes.palette.ink(b.ink) };
            for path in paths.iter() {
                brushes.polygon(path, colour.with_alpha(0.18))?;
            }
        }
    }
    for layer in &panel.layers {
        plot.between(&layer.low, &layer.high, &[], false, &mut paths);
        for path in paths.iter() {
            brushes.polygon(path, brushes.palette.ink(layer.ink).with_alpha(0.5))?;
        }
    }
    panel.lines.iter().try_for_each(|line| one_line(brushes, line, places, x, LINE_PX, &mut paths))
}

/// One panel's pixels.
struct Plot<'a> {
    places: &'a PanelLayout,
    domain: Domain,
    x: &'a Scale,
    column_px: f64,
}

impl Plot<'_> {
    /// Indices of the values inside the range, with one neighbour on either side, so that lines reach the frame.
    fn visible(&self, series: &Series) -> std::ops::Range<usize> {
        let days = series.days();
        let from = days.partition_point(|d| f64::from(d.count()) < self.domain.lo());
        let to = days.partition_point(|d| f64::from(d.count()) <= self.domain.hi());
        from.saturating_sub(1)..(to + 1).min(days.len())
    }

    fn line(&self, line: &Line, quiet: bool, out: &mut Paths) {
        out.clear();
        if quiet && line.quiet.is_empty() {
            return;
        }
        let (days, values) = (line.column.days(), line.column.values());
        let range = self.visible(&line.column);
        let first = days.get(range.start).copied();
        let mut breaks = line.breaks.iter().copied().skip_while(|b| first.is_some_and(|day| *b <= day)).peekable();
        let points = range.flat_map(|at| {
            // The segment that ends where the source changes is not drawn.
            let broken = breaks.next_if(|b| *b <= days[at]).is_some();
            let x_px = self.x.px(f64::from(days[at].count()));
            let y_px = if shows(&line.quiet, at, quiet) { self.places.y.px(values[at]) } else { f64::NAN };
            // What was published last stands until this day.
            let before = line.stepped && !broken && at > 0;
            let step = before.then(|| (x_px, self.places.y.px(values[at - 1])));
            [broken.then_some((x_px, f64::NAN)), step, Some((x_px, y_px))].into_iter().flatten()
        });
        polyline(points, &self.places.plot, self.column_px, out);
    }

    fn between(&self, low: &Series, high: &Series, mask: &[bool], quiet: bool, out: &mut Paths) {
        out.clear();
        if quiet && mask.is_empty() {
            return;
        }
        let days = low.days();
        let points = self.visible(low).map(|at| {
            let x_px = self.x.px(f64::from(days[at].count()));
            if shows(mask, at, quiet) {
                (x_px, self.places.y.px(low.values()[at]), self.places.y.px(high.values()[at]))
            } else {
                (x_px, f64::NAN, f64::NAN)
            }
        });
        band(points, &self.places.plot, self.column_px, out);
    }
}

/// Whether the value at `at` belongs to the quiet (or the loud) part of a mark. The quiet part takes the loud neighbours
/// along, so that no gap is left between the two.
fn shows(mask: &[bool], at: usize, quiet: bool) -> bool {
    let is_quiet = |at: usize| mask.get(at).copied().unwrap_or(false);
    if quiet { is_quiet(at) || (at > 0 && is_quiet(at - 1)) || is_quiet(at + 1) } else { !is_quiet(at) }
}

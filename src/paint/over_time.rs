//! Bands and lines over the shared axis of time.
//!
//! A line that has room for its values is a stroke through them. One with many values in each column of pixels is what it
//! covers of each column, see [`covered`](super::covered).

use std::rc::Rc;

use plotters::prelude::DrawingBackend;

use super::{Brushes, Colour, Painted};
use crate::series::{Day, Series};
use crate::view::layout::PanelLayout;
use crate::view::polyline::{Column, Cut, DENSE, Paths, polyline};
use crate::view::scale::Scale;
use crate::view::scene::{Dash, Ink, Line, Panel, Quiet};

const LINE_PX: f64 = 1.6;
/// The radius of the ring where a line goes on from another source.
const RING_PX: f64 = 4.0;
/// The radius of the ring where an earlier release had another value.
#[cfg(feature = "figures")]
const SMALL_RING_PX: f64 = 3.0;
const BAND_ALPHA: f64 = 0.18;

pub(super) fn panel<DB: DrawingBackend>(brushes: &Brushes<DB>, panel: &Panel, places: &PanelLayout, x: &Scale) -> Painted<DB> {
    let plot = Plot::new(brushes, places, x);
    let mut paths = Paths::default();
    // A band and the line that it is around cover the same columns.
    let mut known = None;
    for b in &panel.bands {
        let ink = brushes.palette.ink(b.ink).with_alpha(BAND_ALPHA);
        let grey = brushes.palette.quiet.with_alpha(BAND_ALPHA);
        let [low, _] = b.edges.columns();
        if plot.is_dense(low) {
            let columns = plot.columns(low, &[]);
            plot.cover_band(b, &columns, ink, grey)?;
            known = Some((low, columns));
            continue;
        }
        for quiet in [true, false] {
            if quiet && b.quiet_over.is_none() {
                continue;
            }
            let len = low.len();
            let shown = |at: usize| shows(|at| b.is_quiet(at), at, len, quiet).then(|| b.edges.at(at));
            plot.between(low, &shown, if quiet { grey } else { ink })?;
        }
    }
    for layer in &panel.layers {
        let ink = brushes.palette.ink(layer.ink).with_alpha(0.5);
        plot.between(&layer.low, &|at| Some((layer.low.values()[at], layer.high.values()[at])), ink)?;
    }
    for line in &panel.lines {
        // Let go of once it is used: at two device pixels to a CSS pixel it is 64 KB.
        let known = known.take_if(|(series, _)| Rc::ptr_eq(series, &line.column));
        one_line(brushes, line, (places, x), LINE_PX, known.map(|(_, columns)| columns), &mut paths)?;
    }
    Ok(())
}

/// One line alone, as wide as that; it may be known already what it covers.
pub(super) fn one_line<DB: DrawingBackend>(
    brushes: &Brushes<DB>,
    line: &Line,
    (places, x): (&PanelLayout, &Scale),
    width_px: f64,
    known: Option<Vec<Column>>,
    paths: &mut Paths,
) -> Painted<DB> {
    let plot = Plot::new(brushes, places, x);
    let (ink, grey) = (brushes.palette.ink(line.ink), brushes.palette.quiet);
    if plot.is_dense(&line.column) && !line.stepped && !matches!(line.quiet, Quiet::Where(_)) {
        plot.cover_line(line, known, width_px / 2.0, ink, grey)?;
        plot.open_day(line, grey)?;
        return plot.rings(line, ink);
    }
    let turned = brushes.palette.ink(Ink::Headline);
    for (part, colour, dash) in
        [(Part::Quiet, grey, line.dash), (Part::Loud, ink, line.dash), (Part::Turned, turned, Dash::Short)]
    {
        plot.line(line, part, paths);
        for path in paths.iter() {
            match path {
                [(px, py)] => brushes.dot(*px, *py, width_px, colour)?,
                _ => brushes.path(path, width_px, dash, colour)?,
            }
        }
    }
    plot.open_day(line, grey)?;
    plot.rings(line, ink)
}

/// The parts of a line that differ in look.
#[derive(Clone, Copy)]
enum Part {
    Quiet,
    Loud,
    Turned,
}

/// One panel's pixels.
pub(super) struct Plot<'a, DB: DrawingBackend> {
    pub(super) brushes: &'a Brushes<'a, DB>,
    pub(super) places: &'a PanelLayout,
    pub(super) x: &'a Scale,
    /// The width of a device pixel.
    pub(super) column_px: f64,
    /// The width of the columns of each of which it is told what a line covers: a device pixel, or as many as a CSS pixel has where that is so
    /// many days that the line's own width hides what is finer. Half as many columns take a canvas half the time.
    pub(super) across_px: f64,
}

impl<'a, DB: DrawingBackend> Plot<'a, DB> {
    fn new(brushes: &'a Brushes<'a, DB>, places: &'a PanelLayout, x: &'a Scale) -> Self {
        let ratio = brushes.resolution.ratio();
        let is_crowded = x.domain().span() / places.plot.width() >= DENSE;
        let across = if is_crowded { ratio.floor().max(1.0) } else { 1.0 };
        Self { brushes, places, x, column_px: 1.0 / ratio, across_px: across / ratio }
    }

    /// Indices of the values inside the range, with one neighbour on either side, so that lines reach the frame.
    fn visible(&self, series: &Series) -> std::ops::Range<usize> {
        let days = series.days();
        let from = days.partition_point(|d| f64::from(d.count()) < self.x.domain().lo());
        let to = days.partition_point(|d| f64::from(d.count()) <= self.x.domain().hi());
        from.saturating_sub(1)..(to + 1).min(days.len())
    }

    fn is_dense(&self, series: &Series) -> bool {
        self.visible(series).len() as f64 >= self.brushes.strokes.dense_per_px(1.0 / self.column_px) * self.places.plot.width()
    }

    /// A grey ring where the line stands on a day that is not over, if the last day before it is shown. Today lies outside of the days
    /// that are over, by less than a pixel where they are many; the ring stands on the edge then.
    fn open_day(&self, line: &Line, grey: Colour) -> Painted<DB> {
        let (Some((day, value)), Some(last)) = (line.open, line.column.days().last()) else { return Ok(()) };
        let frame = &self.places.plot;
        let inside = |px: f64| (frame.left..=frame.right + 0.5).contains(&px);
        let (px, py) = (self.x.px(f64::from(day.count())).min(frame.right), self.places.y.px(value));
        if inside(px) && inside(self.x.px(f64::from(last.count()))) && (frame.top..=frame.bottom).contains(&py) {
            self.brushes.dot(px, py, RING_PX, grey)?;
            self.brushes.dot(px, py, RING_PX - LINE_PX, self.brushes.palette.ground)?;
        }
        Ok(())
    }

    /// A ring on the first value from another source, and a small grey one on what an earlier release had.
    fn rings(&self, line: &Line, ink: Colour) -> Painted<DB> {
        for day in &line.breaks {
            let at = line.column.first_at_or_after(*day);
            let Some((day, value)) = line.column.days().get(at).zip(line.column.values().get(at)) else { continue };
            self.ring(*day, *value, RING_PX, ink)?;
        }
        #[cfg(feature = "figures")]
        for (day, value) in line.earlier.iter().flat_map(|(_, column)| column.days().iter().zip(column.values())) {
            self.ring(*day, *value, SMALL_RING_PX, self.brushes.palette.quiet)?;
        }
        Ok(())
    }

    /// A ring of that radius, where it is inside the frame.
    fn ring(&self, day: Day, value: f64, radius_px: f64, ink: Colour) -> Painted<DB> {
        let (px, py) = (self.x.px(f64::from(day.count())), self.places.y.px(value));
        let frame = &self.places.plot;
        if (frame.left..=frame.right).contains(&px) && (frame.top..=frame.bottom).contains(&py) {
            self.brushes.dot(px, py, radius_px, ink)?;
            self.brushes.dot(px, py, radius_px - LINE_PX, self.brushes.palette.ground)?;
        }
        Ok(())
    }

    fn line(&self, line: &Line, part: Part, out: &mut Paths) {
        out.clear();
        let (days, values) = (line.column.days(), line.column.values());
        let is_quiet = |at: usize| line.quiet.holds(at, values[at]);
        let is_turned = |at: usize| line.turned.as_ref().is_some_and(|turned| turned.get(at) == Some(&true));
        let shown = |at: usize| match part {
            Part::Quiet => shows(is_quiet, at, days.len(), true),
            Part::Loud => !is_quiet(at) && !is_turned(at),
            Part::Turned => is_turned(at),
        };
        let nothing = match part {
            Part::Quiet => line.quiet == Quiet::Nowhere,
            Part::Loud => false,
            Part::Turned => line.turned.is_none(),
        };
        if nothing {
            return;
        }
        let range = self.visible(&line.column);
        let first = days.get(range.start).copied();
        let mut breaks = line.breaks.iter().copied().skip_while(|b| first.is_some_and(|day| *b <= day)).peekable();
        let points = range.flat_map(|at| {
            // The segment that ends where the source changes is not drawn.
            let broken = breaks.next_if(|b| *b <= days[at]).is_some();
            let x_px = self.x.px(f64::from(days[at].count()));
            let y_px = if shown(at) { self.places.y.px(values[at]) } else { f64::NAN };
            // What was published last stands until this day.
            let before = line.stepped && !broken && at > 0;
            let step = before.then(|| (x_px, self.places.y.px(values[at - 1])));
            [broken.then_some((x_px, f64::NAN)), step, Some((x_px, y_px))].into_iter().flatten()
        });
        polyline(points, &self.places.plot, self.column_px, out);
    }

    /// The area between the two edges on the days of a series, where there are any.
    fn between(&self, of: &Series, edges: &dyn Fn(usize) -> Option<(f64, f64)>, colour: Colour) -> Painted<DB> {
        let days = of.days();
        let shown = self.visible(of);
        let cuts = |take: &mut dyn FnMut(Cut)| {
            for at in shown.clone() {
                let (low, high) = edges(at).unwrap_or((f64::NAN, f64::NAN));
                take((self.x.px(f64::from(days[at].count())), self.places.y.px(low), self.places.y.px(high)));
            }
        };
        self.brushes.area(&cuts, shown.len(), &self.places.plot, self.column_px, colour)
    }
}

/// Whether the value at `at` of `len` belongs to the quiet (or the loud) part of a mark. The quiet part takes the loud
/// neighbours along, so that no gap is left between the two.
fn shows(is_quiet: impl Fn(usize) -> bool, at: usize, len: usize, quiet: bool) -> bool {
    if quiet { is_quiet(at) || (at > 0 && is_quiet(at - 1)) || (at + 1 < len && is_quiet(at + 1)) } else { !is_quiet(at) }
}

//! The strip under the chart: one thin line over all of time, so that the brush has something to be moved on.

use plotters::prelude::DrawingBackend;

use super::covered::outline;
use super::{Brushes, Painted};
use crate::series::Series;
use crate::view::polyline::{DENSE, Paths, Rect, columns, polyline};
use crate::view::scale::{Domain, Kind, Scale};
use crate::view::scene::Dash;

const STROKE_PX: f64 = 1.0;

/// Paints a series over the days of `x`; logarithmic where it is positive throughout.
///
/// # Errors
/// Only what the backend itself reports.
pub fn overview<DB: DrawingBackend>(brushes: &Brushes<DB>, series: &Series, x: &Scale, height_px: f64) -> Painted<DB> {
    let Some(extent) = series.extent(0..series.len()) else { return Ok(()) };
    let domain = Domain::new(extent.low, extent.high);
    let kind = if domain.lo() > 0.0 { Kind::Log } else { Kind::Linear };
    let y = Scale::new(kind, domain, height_px - 4.0, 4.0);
    let ((left, right), quiet) = (x.range(), brushes.palette.quiet);
    let (frame, column_px) = (Rect { left, top: 0.0, right, bottom: height_px }, 1.0 / brushes.resolution.ratio());
    if series.len() as f64 * column_px >= DENSE * (right - left) {
        let mut all = Vec::new();
        columns(series, x, (left, right), column_px, &[], &mut all);
        let span = |at: usize| {
            let extent = all[at].extent;
            Some((y.px(extent.high) - STROKE_PX / 2.0, y.px(extent.low) + STROKE_PX / 2.0))
        };
        brushes.area(&|take| outline(&all, &span, take), all.len() + 2, &frame, 0.0, quiet)?;
    } else {
        // A stroke of few points has finer edges than an outline of many.
        let mut paths = Paths::default();
        let points = series.days().iter().zip(series.values()).map(|(day, v)| (x.px(f64::from(day.count())), y.px(*v)));
        polyline(points, &frame, column_px, &mut paths);
        for path in paths.iter().filter(|path| path.len() > 1) {
            brushes.path(path, STROKE_PX, Dash::Solid, quiet)?;
        }
    }
    brushes.horizontal(height_px - 1.0, left, right, brushes.palette.grid_strong)
}

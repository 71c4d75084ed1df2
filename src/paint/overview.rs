//! The strip under the chart: one thin line over all of time, so that the brush has something to be moved on.

use plotters::prelude::DrawingBackend;

use super::covered::outline;
use super::{Brushes, Painted};
use crate::series::Series;
use crate::view::polyline::{Rect, columns};
use crate::view::scale::{Domain, Kind, Scale};

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
    let mut all = Vec::new();
    columns(series, x, (left, right), 1.0 / brushes.resolution.ratio(), &[], &mut all);
    let span = |at: usize| {
        let extent = all[at].extent;
        Some((y.px(extent.high) - STROKE_PX / 2.0, y.px(extent.low) + STROKE_PX / 2.0))
    };
    brushes.area(&outline(&all, &span), &Rect { left, top: 0.0, right, bottom: height_px }, 0.0, quiet)?;
    brushes.horizontal(height_px - 1.0, left, right, brushes.palette.grid_strong)
}

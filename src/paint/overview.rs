//! The strip under the chart: one thin line over all of time, so that the brush has something to be moved on.

use plotters::prelude::DrawingBackend;

use super::{Brushes, Painted};
use crate::series::Series;
use crate::view::polyline::{Paths, Rect, polyline};
use crate::view::scale::{Domain, Kind, Scale};
use crate::view::scene::Dash;

/// Paints a series between `left` and `right` over the days of `extent`; logarithmic where it is positive throughout.
///
/// # Errors
/// Only what the backend itself reports.
pub fn overview<DB: DrawingBackend>(brushes: &Brushes<DB>, series: &Series, x: &Scale, height_px: f64) -> Painted<DB> {
    let Some(domain) = Domain::of(series.values().iter().copied()) else { return Ok(()) };
    let kind = if domain.lo() > 0.0 { Kind::Log } else { Kind::Linear };
    let y = Scale::new(kind, domain, height_px - 4.0, 4.0);
    let (left, right) = x.range();
    let clip = Rect { left, top: 0.0, right, bottom: height_px };
    let mut paths = Paths::default();
    let points = series.days().iter().zip(series.values()).map(|(day, v)| (x.px(f64::from(day.count())), y.px(*v)));
    polyline(points, &clip, 1.0 / brushes.resolution.ratio(), &mut paths);
    for path in paths.iter().filter(|path| path.len() > 1) {
        brushes.path(path, 1.0, Dash::Solid, brushes.palette.quiet)?;
    }
    brushes.horizontal(height_px - 1.0, left, right, brushes.palette.grid_strong)
}

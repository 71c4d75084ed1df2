//! The crosshair: a hairline through all panels over time and a dot on every line, or a ring around one point. Painted on its own canvas, so that moving it
//! never repaints the figure.

use plotters::prelude::DrawingBackend;

use super::{Brushes, Painted};
use crate::series::Day;
use crate::view::layout::Layout;
use crate::view::scene::{Scene, Stop};
use crate::view::state::Spot;

/// Paints the crosshair at a spot.
///
/// # Errors
/// Only what the backend itself reports.
pub fn cursor<DB: DrawingBackend>(brushes: &Brushes<DB>, scene: &Scene, layout: &Layout, spot: Spot) -> Painted<DB> {
    match spot {
        Spot::Day(day) => on_day(brushes, scene, layout, day),
        Spot::Stop(at) => scene.stops.get(at).map_or(Ok(()), |stop| on_stop(brushes, layout, stop)),
    }
}

fn on_stop<DB: DrawingBackend>(brushes: &Brushes<DB>, layout: &Layout, stop: &Stop) -> Painted<DB> {
    let (Some(places), Some((x_px, y_px))) = (layout.panels.get(stop.panel), layout.stop_px(stop)) else { return Ok(()) };
    let plot = &places.plot;
    if !(plot.left..=plot.right).contains(&x_px) || !(plot.top..=plot.bottom).contains(&y_px) {
        return Ok(());
    }
    brushes.vertical(x_px, plot.top, plot.bottom, brushes.palette.muted)?;
    brushes.dot(x_px, y_px, 5.5, brushes.palette.ground)?;
    brushes.dot(x_px, y_px, 4.0, brushes.palette.ink(stop.ink))
}

fn on_day<DB: DrawingBackend>(brushes: &Brushes<DB>, scene: &Scene, layout: &Layout, day: Day) -> Painted<DB> {
    let x_px = layout.x.px(f64::from(day.count()));
    for (panel, places) in scene.panels.iter().zip(&layout.panels).filter(|(panel, _)| panel.x.is_none()) {
        brushes.vertical(x_px, places.plot.top, places.plot.bottom, brushes.palette.muted)?;
        for line in &panel.lines {
            let Some(value) = line.column.on(day) else { continue };
            let y_px = places.y.px(value);
            if (places.plot.top..=places.plot.bottom).contains(&y_px) {
                brushes.dot(x_px, y_px, 4.5, brushes.palette.ground)?;
                brushes.dot(x_px, y_px, 3.2, brushes.palette.ink(line.ink))?;
            }
        }
    }
    Ok(())
}

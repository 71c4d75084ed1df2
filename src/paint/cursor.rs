//! The crosshair: a hairline through all panels and a dot on every line. Painted on its own canvas, so that moving it
//! never repaints the figure.

use plotters::prelude::DrawingBackend;

use super::{Brushes, Painted};
use crate::series::Day;
use crate::view::layout::Layout;
use crate::view::scene::Scene;

/// Paints the crosshair at a day.
///
/// # Errors
/// Only what the backend itself reports.
pub fn cursor<DB: DrawingBackend>(brushes: &Brushes<DB>, scene: &Scene, layout: &Layout, day: Day) -> Painted<DB> {
    let x_px = layout.x.px(f64::from(day.count()));
    for (panel, places) in scene.panels.iter().zip(&layout.panels) {
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

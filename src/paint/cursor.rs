//! The crosshair: a hairline through all panels over time and a dot on every line, or a ring around one point; and the line
//! that stands out. Painted on a canvas of their own, so that moving them never repaints the figure.

use plotters::element::Rectangle;
use plotters::prelude::DrawingBackend;

use super::{Brushes, Painted, filled, over_time};
use crate::series::Day;
use crate::view::layout::Layout;
use crate::view::polyline::Paths;
use crate::view::scene::{Panel, Scene, Stop};
use crate::view::state::Spot;

/// How much of the other lines a highlight takes away.
const VEIL: f64 = 0.65;
const HIGHLIGHT_PX: f64 = 2.4;

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

/// Paints one line over a veil on all the others.
///
/// # Errors
/// Only what the backend itself reports.
pub fn highlight<DB: DrawingBackend>(brushes: &Brushes<DB>, scene: &Scene, layout: &Layout, key: &str) -> Painted<DB> {
    let has = |panel: &Panel| panel.lines.iter().any(|line| line.key == key);
    if !scene.panels.iter().any(has) {
        return Ok(());
    }
    for (panel, places) in scene.panels.iter().zip(&layout.panels).filter(|(panel, _)| panel.x.is_none()) {
        let (r, plot) = (brushes.resolution, &places.plot);
        let corners = [(r.units(plot.left), r.units(plot.top)), (r.units(plot.right), r.units(plot.bottom))];
        brushes.area.draw(&Rectangle::new(corners, filled(brushes.palette.ground.with_alpha(VEIL))))?;
        for line in panel.lines.iter().filter(|line| line.key == key) {
            over_time::one_line(brushes, line, (places, &layout.x), HIGHLIGHT_PX, None, &mut Paths::default())?;
        }
    }
    Ok(())
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
        // What is of one colour one after the other: a browser reads every new colour, which takes it as long as the dot.
        for (radius_px, is_halo) in [(4.5, true), (3.2, false)] {
            for line in &panel.lines {
                let Some(value) = line.column.on(day) else { continue };
                let y_px = places.y.px(value);
                if (places.plot.top..=places.plot.bottom).contains(&y_px) {
                    let colour = if is_halo { brushes.palette.ground } else { brushes.palette.ink(line.ink) };
                    brushes.dot(x_px, y_px, radius_px, colour)?;
                }
            }
        }
    }
    Ok(())
}

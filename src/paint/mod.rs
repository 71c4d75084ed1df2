//! From a scene to plotters, generic over the drawing backend: the canvas, the SVG export and the recorder of the tests
//! are painted by the same code.
//!
//! Plotters counts in whole units. A unit here is a fraction of a device pixel ([`Resolution`]), so that lines are smooth;
//! hairlines and ticks are put on whole device pixels, so that they are crisp. Nothing outside a plot's frame is ever
//! handed to plotters, which would pull it to the edge instead of cutting it off.

// Only series from elsewhere have a hundred days in a pixel.
#[cfg(feature = "feeds")]
mod bristles;
mod covered;
mod cursor;
mod over_time;
mod over_values;
mod overview;
mod palette;
mod resolution;
#[cfg(feature = "extras")]
mod sheet;
#[cfg(feature = "extras")]
mod svg;

pub use cursor::{cursor, highlight};
pub use overview::overview;
pub use palette::{Colour, Palette};
pub use resolution::{Resolution, UNITS_PER_PIXEL};
#[cfg(feature = "extras")]
pub use sheet::sheet;
#[cfg(feature = "extras")]
pub use svg::Svg;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::prelude::{DrawingBackend, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
#[cfg(feature = "feeds")]
use plotters_backend::BackendColor;

use crate::view::layout::{LABEL_PX, Label, Layout, PanelLayout, TITLE_PX};
use crate::view::polyline::DENSE;
use crate::view::scene::{Dash, Scene};

/// The line from a mark in a fan to its day.
const THREAD_PX: f64 = 0.8;
/// Where it ends, in the height of the marks' middles: below the largest mark, above the plots.
const THREAD_END: f64 = 1.8;
/// The number in the mark of several events.
const COUNT_PX: f64 = 9.0;

/// What a backend can do beyond plotters: dashes, and upright lines, that stay one path.
pub trait Strokes {
    /// Sets the dash pattern of the paths to come, in units; empty is an unbroken line.
    fn set_dash(&self, pattern: &[f64]);

    /// Values in a CSS pixel across from which on a line is what it covers of each column of pixels, and no stroke. Where lines
    /// are written down, a stroke is shorter as long as each of its points can be told.
    fn dense_per_px(&self, ratio: f64) -> f64 {
        DENSE * ratio
    }

    /// Draws upright lines a device pixel wide, of each its two ends in units, as one path. Whether it can: what is written down is to be
    /// smooth at any size.
    #[cfg(feature = "feeds")]
    fn upright(&self, ends: &[(i32, i32)], colour: BackendColor) -> bool {
        let _ = (ends, colour);
        false
    }
}

/// Everything a painter needs besides the scene.
#[derive(Clone, Copy)]
pub struct Brushes<'a, DB: DrawingBackend> {
    /// The area of the whole chart.
    pub area: &'a DrawingArea<DB, Shift>,
    /// Dashes of the same backend.
    pub strokes: &'a dyn Strokes,
    /// Colours.
    pub palette: &'a Palette,
    /// CSS pixels to units.
    pub resolution: Resolution,
    /// The font family, as in CSS.
    pub font: &'a str,
}

/// The result of painting on a backend.
pub type Painted<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Paints the whole figure but for the crosshair.
///
/// # Errors
/// Only what the backend itself reports.
pub fn figure<DB: DrawingBackend>(brushes: &Brushes<DB>, scene: &Scene, layout: &Layout) -> Painted<DB> {
    let p = brushes.palette;
    // Where events crowd, their lines must not add up to a wall.
    let (left, right) = layout.x.range();
    let crowding = ((right - left) / (10.0 * layout.pins.len() as f64)).min(1.0);
    let pin_line = p.pin.with_alpha(0.03 + 0.1 * crowding);
    for (panel, places) in scene.panels.iter().zip(&layout.panels) {
        for line in &places.title {
            brushes.text(line, TITLE_PX, p.text, HPos::Left)?;
        }
        let plot = &places.plot;
        if let Some(axis) = &places.axis {
            for tick in &axis.ticks {
                brushes.vertical(tick.x, plot.top, plot.bottom, p.grid)?;
                brushes.text(tick, LABEL_PX, p.muted, HPos::Center)?;
            }
            for line in &axis.title {
                brushes.text(line, LABEL_PX, p.muted, HPos::Center)?;
            }
        } else {
            for (label, begins_year) in &layout.time {
                brushes.vertical(label.x, plot.top, plot.bottom, if *begins_year { p.grid_strong } else { p.grid })?;
            }
        }
        for tick in &places.ticks {
            brushes.horizontal(tick.y, plot.left, plot.right, p.grid)?;
            brushes.text(tick, LABEL_PX, p.muted, HPos::Right)?;
        }
        for rule in &panel.rules {
            brushes.horizontal(places.y.px(*rule), plot.left, plot.right, p.axis)?;
        }
        if let Some(axis) = &places.axis {
            over_values::panel(brushes, panel, places, &axis.x)?;
        } else {
            for day in &layout.pins {
                brushes.vertical(*day, plot.top, plot.bottom, pin_line)?;
            }
            over_time::panel(brushes, panel, places, &layout.x)?;
        }
        brushes.ends(places)?;
        brushes.horizontal(plot.bottom, plot.left, plot.right, p.axis)?;
    }
    for (label, _) in &layout.time {
        brushes.text(label, LABEL_PX, p.muted, HPos::Center)?;
    }
    for mark in &layout.marks {
        if (mark.x - mark.day).abs() > 0.5 {
            let thread = [(mark.x, layout.pin_y), (mark.day, layout.pin_y * THREAD_END)];
            brushes.path(&thread, THREAD_PX, Dash::Solid, p.pin.with_alpha(0.5))?;
        }
        brushes.dot(mark.x, layout.pin_y, mark.radius(), p.pin)?;
        if let Some(label) = &mark.label {
            let (size, ink, anchor) =
                if mark.count > 1 { (COUNT_PX, p.ground, HPos::Center) } else { (LABEL_PX - 1.0, p.muted, HPos::Left) };
            brushes.text(label, size, ink, anchor)?;
        }
    }
    Ok(())
}

impl<DB: DrawingBackend> Brushes<'_, DB> {
    /// The last points of the lines with what is written beside them.
    fn ends(&self, places: &PanelLayout) -> Painted<DB> {
        let p = self.palette;
        for end in &places.ends {
            self.dot(end.x, end.y, 2.6, if end.quiet { p.quiet } else { p.ink(end.ink) })?;
            self.text(&end.label, LABEL_PX, if end.quiet { p.muted } else { p.ink(end.ink) }, HPos::Left)?;
        }
        Ok(())
    }

    /// A crisp horizontal hairline.
    fn horizontal(&self, y: f64, from: f64, to: f64, colour: Colour) -> Painted<DB> {
        let r = self.resolution;
        let (top, bottom) = r.hairline(y);
        self.area.draw(&Rectangle::new([(r.units(from), top), (r.units(to), bottom)], filled(colour)))
    }

    /// A crisp vertical hairline.
    fn vertical(&self, x: f64, from: f64, to: f64, colour: Colour) -> Painted<DB> {
        let r = self.resolution;
        let (left, right) = r.hairline(x);
        self.area.draw(&Rectangle::new([(left, r.units(from)), (right, r.units(to))], filled(colour)))
    }

    fn path(&self, points: &[(f64, f64)], width_px: f64, dash: Dash, colour: Colour) -> Painted<DB> {
        let r = self.resolution;
        let in_units: Vec<f64> = pattern(dash).iter().map(|length| length * r.units_per_css()).collect();
        self.strokes.set_dash(&in_units);
        let style = ShapeStyle { color: colour.rgba(), filled: false, stroke_width: r.stroke(width_px) };
        let drawn = self.area.draw(&PathElement::new(self.in_units(points), style));
        self.strokes.set_dash(&[]);
        drawn
    }

    fn dot(&self, x: f64, y: f64, radius_px: f64, colour: Colour) -> Painted<DB> {
        let r = self.resolution;
        self.area.draw(&Circle::new((r.units(x), r.units(y)), r.units(radius_px), filled(colour)))
    }

    fn text(&self, label: &Label, size_px: f64, colour: Colour, anchor: HPos) -> Painted<DB> {
        if label.text.is_empty() {
            return Ok(());
        }
        let r = self.resolution;
        let font = FontDesc::new(FontFamily::Name(self.font), size_px * r.units_per_css(), FontStyle::Normal);
        let style = TextStyle { font, color: colour.backend(), pos: Pos::new(anchor, VPos::Center) };
        self.area.draw_text(&label.text, &style, (r.units(label.x), r.units(label.y)))
    }

    fn in_units(&self, points: &[(f64, f64)]) -> Vec<(i32, i32)> {
        points.iter().map(|(x, y)| (self.resolution.units(*x), self.resolution.units(*y))).collect()
    }
}

/// Lengths drawn and left out, in CSS pixels; none for an unbroken line.
const fn pattern(dash: Dash) -> &'static [f64] {
    match dash {
        Dash::Solid => &[],
        Dash::Long => &[7.0, 2.5],
        Dash::Short => &[2.0, 1.8],
    }
}

fn filled(colour: Colour) -> ShapeStyle {
    ShapeStyle { color: colour.rgba(), filled: true, stroke_width: 0 }
}

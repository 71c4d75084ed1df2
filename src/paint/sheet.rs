//! A picture that stands alone: ground, words and the figure.

use plotters::element::Rectangle;
use plotters::prelude::{DrawingBackend, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::{Brushes, Painted, figure, filled};
use crate::view::layout::Layout;
use crate::view::scene::Scene;
use crate::view::sheet::{Sheet, Voice};

/// Paints the whole sheet.
///
/// # Errors
/// Only what the backend itself reports.
pub fn sheet<DB: DrawingBackend>(brushes: &Brushes<DB>, sheet: &Sheet, scene: &Scene, layout: &Layout) -> Painted<DB> {
    let (r, p) = (brushes.resolution, brushes.palette);
    let corners = [(0, 0), (r.units(sheet.width), r.units(sheet.height))];
    brushes.area.draw(&Rectangle::new(corners, filled(p.ground)))?;
    for line in &sheet.lines {
        let (style, colour) = match line.voice {
            Voice::Heading => (FontStyle::Bold, p.text),
            Voice::Plain => (FontStyle::Normal, p.text),
            Voice::Muted => (FontStyle::Normal, p.muted),
        };
        let font = FontDesc::new(FontFamily::Name(brushes.font), line.size_px * r.units_per_css(), style);
        let style = TextStyle { font, color: colour.backend(), pos: Pos::new(HPos::Left, VPos::Center) };
        brushes.area.draw_text(&line.label.text, &style, (r.units(line.label.x), r.units(line.label.y)))?;
    }
    let (left, top) = sheet.chart;
    let size = (r.units(layout.width), r.units(layout.height));
    let area = brushes.area.clone().shrink((r.units(left), r.units(top)), size);
    figure(&Brushes { area: &area, ..*brushes }, scene, layout)
}

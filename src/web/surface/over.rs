//! The canvas over the figure: as wide as what stands on it, and moved to where that stands.
//!
//! A crosshair is a strip of some pixels: it takes a fiftieth of the memory that a second canvas of the figure's size would, and so
//! much less has to be wiped and brought to the screen with every move of the pointer. Between two moves the context is kept
//! with what it has been told. No text is set here: that would lose the canvas's place.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::{CanvasStrokes, Surface, UNITS_PER_PIXEL};
use crate::decimal::shortest;
use crate::paint::{Brushes, Painted, Palette};
use crate::web::dom::set_style;
use crate::web::screen::Screen;

/// The canvas as it is, or nothing where it was never painted on.
#[derive(Default)]
pub struct Over(Option<Made>);

struct Made {
    screen: Screen,
    place: Place,
    area: DrawingArea<Surface, Shift>,
    strokes: CanvasStrokes,
    is_bare: bool,
}

/// What part of the figure the canvas is over, in device pixels from its left edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    left: u32,
    width: u32,
}

impl Place {
    /// Over all of it.
    pub const fn whole(screen: Screen) -> Self {
        Self { left: 0, width: screen.device.0 }
    }

    /// So far to either side of a place, both in CSS pixels; as wide wherever that is.
    pub fn around(screen: Screen, x_px: f64, reach_px: f64) -> Self {
        let ratio = screen.resolution().ratio();
        let width = ((2.0 * reach_px * ratio).ceil() as u32 + 1).min(screen.device.0);
        let left = ((x_px - reach_px) * ratio).floor().max(0.0) as u32;
        Self { left: left.min(screen.device.0 - width), width }
    }
}

impl Over {
    /// Whether nothing stands on it, and its size is one for such a screen.
    pub fn is_bare(&self, screen: Screen) -> bool {
        self.0.as_ref().is_some_and(|made| made.is_bare && made.screen == screen)
    }

    /// How far from the figure's left edge it stands, in CSS pixels.
    pub fn left_px(&self) -> f64 {
        self.0.as_ref().map_or(0.0, |made| made.screen.css_px(made.place.left))
    }

    /// Wipes the canvas and moves it, with the node it is in, to a place; where something `is_there`, paints it.
    pub fn paint(
        &mut self,
        (canvas, node): (&HtmlCanvasElement, &HtmlElement),
        (screen, place): (Screen, Place),
        (palette, font): (&Palette, &str),
        is_there: bool,
        picture: impl FnOnce(&Brushes<Surface>) -> Painted<Surface>,
    ) {
        if screen.is_empty() {
            return;
        }
        let kept = self.0.take().filter(|made| made.screen == screen && made.place.width == place.width);
        let css = |px: u32| [&shortest(screen.css_px(px)), "px"].concat();
        let (mut made, is_new) = if let Some(made) = kept {
            (made, false)
        } else {
            // Frees the bitmap and forgets what the context was told.
            canvas.set_width(place.width);
            canvas.set_height(screen.device.1);
            set_style(canvas, "width", &css(place.width));
            let Some((surface, strokes)) = Surface::new(canvas, screen.device) else { return };
            (Made { screen, place, area: surface.into_drawing_area(), strokes, is_bare: true }, true)
        };
        let context = &made.strokes.0;
        if !is_new {
            let [left, width, height] = [made.place.left, place.width, screen.device.1].map(|px| f64::from(px) * UNITS_PER_PIXEL);
            context.clear_rect(left, 0.0, width, height);
        }
        if is_new || made.place != place {
            let unit = 1.0 / UNITS_PER_PIXEL;
            let _ = context.set_transform(unit, 0.0, 0.0, unit, -f64::from(place.left), 0.0);
            set_style(node, "transform", &["translateX(", &css(place.left), ")"].concat());
            made.place = place;
        }
        made.is_bare = !is_there;
        if is_there {
            let brushes = Brushes { area: &made.area, strokes: &made.strokes, palette, resolution: screen.resolution(), font };
            // The canvas backend reports no fault that a repaint could mend.
            let _ = picture(&brushes);
        }
        self.0 = Some(made);
    }
}

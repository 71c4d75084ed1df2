//! The canvas plotters paints on, wrapped.
//!
//! What is put right here: coordinates are fractions of a device pixel under one transform, so that lines are smooth at every
//! ratio; text is set in device pixels and measured by [`ruler`](super::ruler), so that no node is ever added to the page; dashes are
//! set on the same context, so that a dashed line stays one path; a colour or font that the context has already is not told again.
//! For the last, and because the wrapped backend's way to write a colour brings all that the standard library knows of printing
//! numbers, shapes are drawn on its context from here.

mod over;

use std::cell::{Cell, RefCell};

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::ruler;
use super::screen::Screen;
use crate::decimal::shortest;
use crate::paint::{Brushes, Painted, Palette, Strokes, UNITS_PER_PIXEL};
#[cfg(feature = "extras")]
use crate::paint::{Resolution, Svg};

pub use over::{Over, Place};

/// Values in a CSS pixel from which on a line of rectangles is painted in a third of the time that a stroke takes, measured
/// without a graphics processor, and the eye does not tell them apart.
const STROKE_IS_DEAR: f64 = 2.0;

/// Chromium cuts an upright line of more than 511 pixels in the middle, and leaves a speck there: 256 of them, in units, so that it is cut
/// between pixels.
#[cfg(feature = "feeds")]
const AT_ONCE: i32 = 256 * UNITS_PER_PIXEL as i32;

type CanvasFault = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<CanvasFault>>;

/// One canvas as a drawing backend, or a page of SVG: one type, so that the painters are compiled once for both.
pub struct Surface {
    target: Target,
    size_units: (u32, u32),
}

enum Target {
    Canvas {
        inner: CanvasBackend,
        pen: Pen,
    },
    #[cfg(feature = "extras")]
    Svg(Svg),
}

/// A context that knows what it has been told: a browser reads every font and colour anew, which costs more than a rectangle.
struct Pen {
    context: CanvasRenderingContext2d,
    fill: Cell<Option<([u8; 3], f64)>>,
    stroke: Cell<Option<([u8; 3], f64)>>,
    font: RefCell<String>,
}

/// What is done on a canvas while plotters holds the [`Surface`].
struct CanvasStrokes(CanvasRenderingContext2d);

/// Sizes the canvas, clears it and paints; a browser that refuses a context leaves it empty.
pub fn paint(
    canvas: &HtmlCanvasElement,
    screen: Screen,
    palette: &Palette,
    font: &str,
    picture: impl FnOnce(&Brushes<Surface>) -> Painted<Surface>,
) {
    if screen.is_empty() {
        return;
    }
    // Setting a size clears the bitmap and frees it, so only when it differs.
    if canvas.width() != screen.device.0 {
        canvas.set_width(screen.device.0);
    }
    if canvas.height() != screen.device.1 {
        canvas.set_height(screen.device.1);
    }
    let resolution = screen.resolution();
    let Some((surface, strokes)) = Surface::new(canvas, screen.device) else { return };
    let area: DrawingArea<Surface, Shift> = surface.into_drawing_area();
    let brushes = Brushes { area: &area, strokes: &strokes, palette, resolution, font };
    // The canvas backend reports no fault that a repaint could mend.
    let _ = picture(&brushes);
}

/// Draws a picture of that size in CSS pixels as SVG; the texts of `title` and `description` are read by screen readers.
#[cfg(feature = "extras")]
pub fn svg(
    (width, height): (f64, f64),
    palette: &Palette,
    font: &str,
    (title, description): (&str, &str),
    picture: impl FnOnce(&Brushes<Surface>) -> Painted<Surface>,
) -> String {
    let page = Svg::new(width, height);
    let size_units = ((width * UNITS_PER_PIXEL) as u32, (height * UNITS_PER_PIXEL) as u32);
    let area: DrawingArea<Surface, Shift> = Surface { target: Target::Svg(page.clone()), size_units }.into_drawing_area();
    let brushes = Brushes { area: &area, strokes: &page, palette, resolution: Resolution::new(1.0), font };
    // Writing text down cannot fail.
    let _ = picture(&brushes);
    page.finish(title, description, font)
}

impl Surface {
    /// Makes a canvas ready for a picture of that size in device pixels, and clears it; `None` when the browser has no 2d context to
    /// give.
    fn new(canvas: &HtmlCanvasElement, (width, height): (u32, u32)) -> Option<(Self, CanvasStrokes)> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
        context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        in_units(&context).ok()?;
        context.set_line_join("round");
        context.set_line_cap("butt");
        // A right-to-left page would turn the labels round.
        let _ = js_sys::Reflect::set(&context, &"direction".into(), &"ltr".into());
        let size_units = (width * UNITS_PER_PIXEL as u32, height * UNITS_PER_PIXEL as u32);
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        let pen = Pen { context: context.clone(), fill: Cell::default(), stroke: Cell::default(), font: RefCell::default() };
        let target = Target::Canvas { inner, pen };
        Some((Self { target, size_units }, CanvasStrokes(context)))
    }
}

/// A colour as style sheets write it.
fn css(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    let [r, g, b] = [r, g, b].map(|part| shortest(f64::from(part)));
    ["rgba(", &r, ",", &g, ",", &b, ",", &shortest(color.alpha), ")"].concat()
}

/// Makes a unit of plotters a fraction of a device pixel.
fn in_units(context: &CanvasRenderingContext2d) -> Result<(), JsValue> {
    context.set_transform(1.0 / UNITS_PER_PIXEL, 0.0, 0.0, 1.0 / UNITS_PER_PIXEL, 0.0, 0.0)
}

impl Pen {
    fn fill_with(&self, color: BackendColor) {
        let wanted = Some((color.rgb.into(), color.alpha));
        if self.fill.replace(wanted) != wanted {
            self.context.set_fill_style_str(&css(color));
        }
    }

    fn stroke_with<S: BackendStyle>(&self, style: &S) {
        let color = style.color();
        let wanted = Some((color.rgb.into(), color.alpha));
        if self.stroke.replace(wanted) != wanted {
            self.context.set_stroke_style_str(&css(color));
        }
        self.context.set_line_width(f64::from(style.stroke_width()));
    }

    /// Begins a path anew and leads it through all points.
    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        // To a line, the first point of a path is where it begins.
        for (x, y) in points {
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }

    fn write_in(&self, font: String) {
        if *self.font.borrow() != font {
            self.context.set_font(&font);
            self.font.replace(font);
        }
    }

    /// The wrapped backend sets fills of its own.
    fn forget_fill(&self) {
        self.fill.set(None);
    }
}

impl Strokes for CanvasStrokes {
    fn set_dash(&self, pattern: &[f64]) {
        let pattern: js_sys::Array = pattern.iter().map(|length| JsValue::from_f64(*length)).collect();
        let _ = self.0.set_line_dash(&pattern);
    }

    fn dense_per_px(&self, _ratio: f64) -> f64 {
        STROKE_IS_DEAR
    }

    #[cfg(feature = "feeds")]
    fn upright(&self, ends: &[(i32, i32)], colour: BackendColor) -> bool {
        let context = &self.0;
        // What the pen has told the context stays so.
        context.save();
        context.set_stroke_style_str(&css(colour));
        context.set_line_width(UNITS_PER_PIXEL);
        context.begin_path();
        for [(x, top), (_, bottom)] in ends.as_chunks().0 {
            let (x, mut at) = (f64::from(*x), *top);
            context.move_to(x, f64::from(at));
            while at < *bottom {
                at = ((at / AT_ONCE + 1) * AT_ONCE).min(*bottom);
                context.line_to(x, f64::from(at));
            }
        }
        context.stroke();
        context.restore();
        true
    }
}

impl DrawingBackend for Surface {
    type ErrorType = CanvasFault;

    fn get_size(&self) -> (u32, u32) {
        self.size_units
    }

    fn ensure_prepared(&mut self) -> Drawn {
        match &mut self.target {
            Target::Canvas { inner, .. } => inner.ensure_prepared(),
            #[cfg(feature = "extras")]
            Target::Svg(_) => Ok(()),
        }
    }

    fn present(&mut self) -> Drawn {
        match &mut self.target {
            Target::Canvas { inner, .. } => inner.present(),
            #[cfg(feature = "extras")]
            Target::Svg(_) => Ok(()),
        }
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        match &mut self.target {
            Target::Canvas { inner, pen } => {
                pen.forget_fill();
                inner.draw_pixel((x, y), color)
            }
            #[cfg(feature = "extras")]
            Target::Svg(page) => {
                page.rect((x, y), (x + 1, y + 1), color, 0, true);
                Ok(())
            }
        }
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        // The wrapped backend's `draw_line` shifts by half a unit; a path does not.
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        match &mut self.target {
            Target::Canvas { pen, .. } if fill && style.color().alpha > 0.0 => {
                pen.fill_with(style.color());
                let [(left, top), (right, bottom)] = [upper_left, bottom_right].map(|(x, y)| (f64::from(x), f64::from(y)));
                pen.context.fill_rect(left, top, right - left, bottom - top);
                Ok(())
            }
            Target::Canvas { pen, .. } => {
                if style.color().alpha > 0.0 {
                    pen.stroke_with(style);
                    let [(left, top), (right, bottom)] = [upper_left, bottom_right].map(|(x, y)| (f64::from(x), f64::from(y)));
                    pen.context.stroke_rect(left, top, right - left, bottom - top);
                }
                Ok(())
            }
            #[cfg(feature = "extras")]
            Target::Svg(page) => {
                page.rect(upper_left, bottom_right, style.color(), style.stroke_width(), fill);
                Ok(())
            }
        }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        match &mut self.target {
            Target::Canvas { pen, .. } => {
                if style.color().alpha > 0.0 {
                    pen.stroke_with(style);
                    pen.trace(path);
                    pen.context.stroke();
                }
                Ok(())
            }
            #[cfg(feature = "extras")]
            Target::Svg(page) => {
                page.path(path, style.color(), style.stroke_width(), false);
                Ok(())
            }
        }
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        match &mut self.target {
            Target::Canvas { pen, .. } => {
                let (x, y) = (f64::from(center.0), f64::from(center.1));
                pen.context.begin_path();
                // Only a radius below zero is refused.
                let _ = pen.context.arc(x, y, f64::from(radius), 0.0, std::f64::consts::TAU);
                if fill {
                    pen.fill_with(style.color());
                    pen.context.fill();
                } else {
                    pen.stroke_with(style);
                    pen.context.stroke();
                }
                Ok(())
            }
            #[cfg(feature = "extras")]
            Target::Svg(page) => {
                page.circle(center, radius, style.color(), style.stroke_width(), fill);
                Ok(())
            }
        }
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        match &mut self.target {
            Target::Canvas { pen, .. } => {
                if style.color().alpha > 0.0 {
                    pen.fill_with(style.color());
                    pen.trace(vert);
                    pen.context.fill();
                }
                Ok(())
            }
            #[cfg(feature = "extras")]
            Target::Svg(page) => {
                page.path(vert, style.color(), 0, true);
                Ok(())
            }
        }
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Drawn {
        let color = style.color();
        if color.alpha == 0.0 {
            return Ok(());
        }
        let pen = match &self.target {
            Target::Canvas { pen, .. } => pen,
            #[cfg(feature = "extras")]
            Target::Svg(page) => {
                page.text(text, style, pos);
                return Ok(());
            }
        };
        let context = &pen.context;
        let weight = if matches!(style.style(), FontStyle::Bold) { "bold " } else { "" };
        pen.write_in([weight, &shortest(style.size() / UNITS_PER_PIXEL), "px ", style.family().as_str()].concat());
        context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        context.set_text_baseline(match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        pen.fill_with(color);
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        // A failure to set one label is not worth the figure.
        let _ = context.fill_text(text, f64::from(pos.0) / UNITS_PER_PIXEL, f64::from(pos.1) / UNITS_PER_PIXEL);
        let _ = in_units(context);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let size = style.size() / UNITS_PER_PIXEL;
        let width = ruler::width(text, style.family().as_str(), size) * UNITS_PER_PIXEL;
        Ok((width.max(0.0) as u32, (style.size() * 1.2).max(0.0) as u32))
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::web::dom;

    #[wasm_bindgen_test]
    fn measuring_and_painting_text_leaves_the_page_alone() {
        let body = dom::document().unwrap().body().unwrap();
        let before = body.query_selector_all("*").unwrap().length();
        assert!(ruler::width("2026年10月", "sans-serif", 12.0) > ruler::width("2026", "sans-serif", 12.0));
        let canvas: HtmlCanvasElement = dom::element("canvas").unwrap();
        canvas.set_width(80);
        canvas.set_height(20);
        let (surface, _) = Surface::new(&canvas, (80, 20)).unwrap();
        let area = surface.into_drawing_area();
        let style = plotters::style::TextStyle::from(("sans-serif", 12.0 * UNITS_PER_PIXEL));
        let (width, _) = area.estimate_text_size("2026", &style).unwrap();
        assert!((f64::from(width) / UNITS_PER_PIXEL - ruler::width("2026", "sans-serif", 12.0)).abs() < 1.0);
        area.draw_text("2026", &style, (16, 16)).unwrap();
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
        let pixels = context.get_image_data(0.0, 0.0, 80.0, 20.0).unwrap().data();
        assert!(pixels.iter().skip(3).step_by(4).any(|alpha| *alpha > 0));
        assert_eq!(body.query_selector_all("*").unwrap().length(), before);
    }
}

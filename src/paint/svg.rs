//! A drawing as SVG text: the same calls that paint the canvas, written down. Texts stay texts, dashes stay one path each.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle};

use super::{Strokes, UNITS_PER_PIXEL};

/// Elements written so far and the dash in force, shared by the backend and whoever reads it.
#[derive(Debug, Default)]
struct Page {
    elements: String,
    dash: String,
}

/// A page that is being drawn on at one device pixel to a CSS pixel. Clones write on the same page.
#[derive(Debug, Clone)]
pub struct Svg {
    page: Rc<RefCell<Page>>,
    size_px: (f64, f64),
}

impl Svg {
    /// An empty page of that size in CSS pixels.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        Self { page: Rc::default(), size_px: (width, height) }
    }

    /// The whole file: `title` and `description` are read by screen readers, `font` is the family of every text.
    #[must_use]
    pub fn finish(&self, title: &str, description: &str, font: &str) -> String {
        let (width, height) = (decimal(self.size_px.0), decimal(self.size_px.1));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" font-family=\""
        );
        escape(font, &mut out);
        out.push_str("\"><title>");
        escape(title, &mut out);
        out.push_str("</title><desc>");
        escape(description, &mut out);
        out.push_str("</desc>\n");
        out.push_str(&self.page.borrow().elements);
        out.push_str("</svg>\n");
        out
    }

    fn write(&self, element: &str) {
        let mut page = self.page.borrow_mut();
        page.elements.push_str(element);
        page.elements.push_str("/>\n");
    }

    /// A rectangle between two corners.
    pub fn rect(&self, (left, top): BackendCoord, (right, bottom): BackendCoord, color: BackendColor, width: u32, fill: bool) {
        let (x, y, w, h) = (px(left.min(right)), px(top.min(bottom)), px((right - left).abs()), px((bottom - top).abs()));
        self.write(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{}", self.style(color, width, fill)));
    }

    /// A line through these points, or the area they enclose.
    pub fn path(&self, points: impl IntoIterator<Item = BackendCoord>, color: BackendColor, width: u32, fill: bool) {
        let mut way = String::new();
        for (at, (x, y)) in points.into_iter().enumerate() {
            let _ = write!(way, "{}{} {}", if at == 0 { 'M' } else { 'L' }, px(x), px(y));
        }
        if fill {
            way.push('Z');
        }
        self.write(&format!("<path d=\"{way}\"{}", self.style(color, width, fill)));
    }

    /// A circle.
    pub fn circle(&self, (x, y): BackendCoord, radius: u32, color: BackendColor, width: u32, fill: bool) {
        let style = self.style(color, width, fill);
        self.write(&format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{style}", px(x), px(y), px(radius as i32)));
    }

    /// A text at its anchor.
    pub fn text<S: BackendTextStyle>(&self, text: &str, style: &S, (x, y): BackendCoord) {
        let size = style.size() / UNITS_PER_PIXEL;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Right => " text-anchor=\"end\"",
            HPos::Center => " text-anchor=\"middle\"",
        };
        // Not every reader of SVG knows where the middle of a line is; its baseline is known to all.
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.35,
            VPos::Bottom => -0.2,
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let mut element = format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{weight}{}>",
            px(x),
            decimal(f64::from(y) / UNITS_PER_PIXEL + drop * size),
            decimal(size),
            self.style(style.color(), 0, true),
        );
        escape(text, &mut element);
        element.push_str("</text>\n");
        self.page.borrow_mut().elements.push_str(&element);
    }

    fn style(&self, color: BackendColor, width: u32, fill: bool) -> String {
        let (r, g, b) = color.rgb;
        let opacity = |name: &str| {
            if color.alpha < 1.0 { format!(" {name}-opacity=\"{}\"", decimal(color.alpha)) } else { String::new() }
        };
        if fill {
            return format!(" fill=\"#{r:02x}{g:02x}{b:02x}\"{}", opacity("fill"));
        }
        let dash = &self.page.borrow().dash;
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        format!(
            " fill=\"none\" stroke=\"#{r:02x}{g:02x}{b:02x}\"{} stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}",
            opacity("stroke"),
            px(width as i32),
        )
    }
}

impl Strokes for Svg {
    fn set_dash(&self, pattern: &[f64]) {
        let lengths: Vec<String> = pattern.iter().map(|length| decimal(length / UNITS_PER_PIXEL)).collect();
        self.page.borrow_mut().dash = lengths.join(" ");
    }
}

/// Units to CSS pixels.
fn px(units: i32) -> String {
    decimal(f64::from(units) / UNITS_PER_PIXEL)
}

/// A number with at most two decimals, without noughts at its end.
fn decimal(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            // What XML cannot hold at all.
            c if c < ' ' && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.size_px.0 * UNITS_PER_PIXEL) as u32, (self.size_px.1 * UNITS_PER_PIXEL) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.rect((x, y), (x + 1, y + 1), color, 0, true);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.path([from, to], style.color(), style.stroke_width(), false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, corner: BackendCoord, opposite: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.rect(corner, opposite, style.color(), style.stroke_width(), fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(path, style.color(), style.stroke_width(), false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.circle(center, radius, style.color(), style.stroke_width(), fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        self.path(vert, style.color(), 0, true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Drawn {
        self.text(text, style, pos);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::{Circle, IntoDrawingArea, PathElement, RGBAColor, ShapeStyle, TextStyle};

    #[test]
    fn a_page_holds_what_was_drawn_with_texts_escaped_and_dashes_whole() {
        let svg = Svg::new(100.0, 50.5);
        let area = svg.clone().into_drawing_area();
        let colour = RGBAColor(1, 2, 255, 0.5);
        let line = ShapeStyle { color: colour, filled: false, stroke_width: 24 };
        svg.set_dash(&[32.0, 8.0]);
        area.draw(&PathElement::new([(0, 0), (16, 8), (24, 0)], line)).unwrap();
        svg.set_dash(&[]);
        let disc = ShapeStyle { color: RGBAColor(255, 255, 255, 1.0), filled: true, stroke_width: 0 };
        area.draw(&Circle::new((160, 160), 40, disc)).unwrap();
        area.draw_text("a < b & \"c\"", &TextStyle::from(("x", 160.0)), (16, 16)).unwrap();
        let text = svg.finish("t<", "d&", "\"Noto Sans\", serif");
        assert!(
            text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50.5\" viewBox=\"0 0 100 50.5\"")
        );
        assert!(text.contains("font-family=\"&quot;Noto Sans&quot;, serif\"><title>t&lt;</title><desc>d&amp;</desc>"));
        assert!(text.contains(
            "<path d=\"M0 0L1 0.5L1.5 0\" fill=\"none\" stroke=\"#0102ff\" stroke-opacity=\"0.5\" stroke-width=\"1.5\" \
             stroke-linejoin=\"round\" stroke-dasharray=\"2 0.5\"/>"
        ));
        assert!(text.contains("<circle cx=\"10\" cy=\"10\" r=\"2.5\" fill=\"#ffffff\"/>"));
        assert!(text.contains("a &lt; b &amp; &quot;c&quot;</text>"));
        assert!(text.ends_with("</svg>\n"));
    }
}

//! A backend that draws nothing and remembers everything.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};
use yenlens::paint::{Brushes, Painted, Palette, Resolution, Strokes, UNITS_PER_PIXEL};
use yenlens::view::polyline::DENSE;

type Log = Rc<RefCell<Vec<(String, Vec<(f64, f64)>)>>>;

/// The backend, with the log it shares with whoever reads it.
pub struct Recorder {
    log: Log,
    size_units: (u32, u32),
    unit: f64,
}

struct Dashes(Log, f64, Option<f64>);

impl Strokes for Dashes {
    fn set_dash(&self, pattern: &[f64]) {
        let lengths: Vec<String> = pattern.iter().map(|length| format!("{:.2}", length * self.1)).collect();
        if !lengths.is_empty() {
            self.0.borrow_mut().push((format!("dash {}", lengths.join(" ")), Vec::new()));
        }
    }

    fn dense_per_px(&self, ratio: f64) -> f64 {
        self.2.unwrap_or(DENSE * ratio)
    }
}

impl Recorder {
    /// What a painter draws, a line for each thing.
    pub fn record(width: f64, height: f64, ratio: f64, picture: impl FnOnce(&Brushes<Self>) -> Painted<Self>) -> String {
        let mut out = String::new();
        for (what, points) in Self::run(width, height, ratio, None, picture) {
            let _ = writeln!(out, "{what}{}", places(&points));
        }
        out
    }

    /// What a painter draws that has a point outside the chart.
    pub fn outside(width: f64, height: f64, picture: impl FnOnce(&Brushes<Self>) -> Painted<Self>) -> Vec<String> {
        let drawn = Self::run(width, height, 1.0, None, picture);
        let out = |(x, y): &(f64, f64)| *x < -0.6 || *y < -0.6 || *x > width + 0.6 || *y > height + 0.6;
        drawn.into_iter().filter(|(_, points)| points.iter().any(out)).map(|(what, _)| what).collect()
    }

    /// All that is drawn, with its places in CSS pixels; lines are painted by columns from `dense_per_px` values in a pixel on.
    pub fn run(
        width: f64,
        height: f64,
        ratio: f64,
        dense_per_px: Option<f64>,
        picture: impl FnOnce(&Brushes<Self>) -> Painted<Self>,
    ) -> Vec<(String, Vec<(f64, f64)>)> {
        let log: Log = Rc::default();
        let unit = 1.0 / (UNITS_PER_PIXEL * ratio);
        let size_units = ((width / unit) as u32, (height / unit) as u32);
        let area = Self { log: Rc::clone(&log), size_units, unit }.into_drawing_area();
        let strokes = Dashes(Rc::clone(&log), unit, dense_per_px);
        let brushes = Brushes {
            area: &area,
            strokes: &strokes,
            palette: &Palette::LIGHT,
            resolution: Resolution::new(ratio),
            font: "sans",
        };
        assert!(picture(&brushes).is_ok());
        log.take()
    }

    fn note(&self, what: String, points: impl IntoIterator<Item = BackendCoord>) {
        let css = |(x, y): BackendCoord| (f64::from(x) * self.unit, f64::from(y) * self.unit);
        self.log.borrow_mut().push((what, points.into_iter().map(css).collect()));
    }
}

/// Short lists in full, long ones by their ends, their box and a fingerprint of all.
fn places(points: &[(f64, f64)]) -> String {
    let one = |(x, y): &(f64, f64)| format!(" {x:.2},{y:.2}");
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    if points.len() <= 4 {
        return points.iter().map(one).collect();
    }
    let least = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    // FNV-1a over the coordinates in units.
    let mut print = 0xcbf2_9ce4_8422_2325_u64;
    for (x, y) in points {
        for byte in x.to_bits().to_le_bytes().into_iter().chain(y.to_bits().to_le_bytes()) {
            print = (print ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    format!(
        " {} points{} to{} within{}{} print {print:016x}",
        points.len(),
        one(first),
        one(last),
        one(&(least(|p| p.0), least(|p| p.1))),
        one(&(most(|p| p.0), most(|p| p.1)))
    )
}

fn hex(colour: &BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    let alpha = if colour.alpha < 1.0 { format!("/{:.2}", colour.alpha) } else { String::new() };
    format!("#{r:02x}{g:02x}{b:02x}{alpha}")
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size_units
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.note(format!("pixel {}", hex(&color)), [point]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, upper_left: BackendCoord, bottom_right: BackendCoord, style: &S, _: bool) -> Drawn {
        self.note(format!("rect {}", hex(&style.color())), [upper_left, bottom_right]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let width = f64::from(style.stroke_width()) * self.unit;
        self.note(format!("path {} {width:.2}", hex(&style.color())), path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        self.note(format!("dot {} {:.2}", hex(&style.color()), f64::from(radius) * self.unit), [center]);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        self.note(format!("area {}", hex(&style.color())), vert);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        self.note(format!("text {} {:.1} {anchor} \"{text}\"", hex(&style.color()), style.size() * self.unit), [pos]);
        Ok(())
    }
}

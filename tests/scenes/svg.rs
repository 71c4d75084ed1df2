//! The pictures of the tests as SVG files to be looked at: `YENLENS_PICTURES=DIR cargo test --test scenes`.

use std::fs;
use std::path::Path;

use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
use yenlens::paint::{Brushes, Painted, Palette, Resolution, Strokes, UNITS_PER_PIXEL};

/// Dashes are left out: the backend of these pictures has none, and what they are is in the golden files.
struct Unbroken;

impl Strokes for Unbroken {
    fn set_dash(&self, _: &[f64]) {}
}

/// Writes a picture, light and dark, where `YENLENS_PICTURES` says, if it says so.
pub fn write(name: &str, width: f64, height: f64, paint: impl Fn(&Brushes<SVGBackend<'_>>) -> Painted<SVGBackend<'static>>) {
    let Some(folder) = std::env::var_os("YENLENS_PICTURES") else { return };
    let size = ((width * UNITS_PER_PIXEL) as u32, (height * UNITS_PER_PIXEL) as u32);
    for (theme, palette) in [("light", Palette::LIGHT), ("dark", Palette::DARK)] {
        let mut text = String::new();
        {
            let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
            let resolution = Resolution::new(1.0);
            let brushes = Brushes { area: &area, strokes: &Unbroken, palette: &palette, resolution, font: "sans-serif" };
            assert!(paint(&brushes).is_ok() && area.present().is_ok());
        }
        let ground = palette.ground.hex();
        let units = format!("<svg width=\"{}\" height=\"{}\"", size.0, size.1);
        let pixels = format!("<svg style=\"background:{ground}\" width=\"{width}\" height=\"{height}\"");
        fs::create_dir_all(&folder).unwrap();
        let file = Path::new(&folder).join(format!("{name}-{theme}.svg"));
        fs::write(file, text.replacen(&units, &pixels, 1)).unwrap();
    }
}

//! The pictures of the tests as SVG files to be looked at: `YENLENS_PICTURES=DIR cargo test --test scenes`.

use std::fs;
use std::path::Path;

use plotters::prelude::IntoDrawingArea;
use yenlens::paint::{Brushes, Painted, Palette, Resolution, Svg};

/// Writes a picture, light and dark, where `YENLENS_PICTURES` says, if it says so.
pub fn write(name: &str, width: f64, height: f64, paint: impl Fn(&Brushes<Svg>) -> Painted<Svg>) {
    let Some(folder) = std::env::var_os("YENLENS_PICTURES") else { return };
    for (theme, palette) in [("light", Palette::LIGHT), ("dark", Palette::DARK)] {
        let page = Svg::new(width, height);
        let area = page.clone().into_drawing_area();
        let resolution = Resolution::new(1.0);
        assert!(paint(&Brushes { area: &area, strokes: &page, palette: &palette, resolution, font: "sans-serif" }).is_ok());
        let text = page.finish(name, "", "sans-serif");
        let ground = format!("<svg style=\"background:{}\" ", palette.ground.hex());
        fs::create_dir_all(&folder).unwrap();
        let file = Path::new(&folder).join(format!("{name}-{theme}.svg"));
        fs::write(file, text.replacen("<svg ", &ground, 1)).unwrap();
    }
}

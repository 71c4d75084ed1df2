//! A line painted by what it covers of the columns of pixels beside the same line as a stroke.

use std::collections::BTreeMap;

use super::recorder::Recorder;
use crate::{measure, scene};
use yenlens::paint::{self, Palette};
use yenlens::text::phrases;
use yenlens::view::layout::Layout;
use yenlens::view::scene::Ink;

/// At the first width the lines have some values for each pixel, at the second so many that columns are as wide as a CSS pixel lets them be.
const WIDTHS: [f64; 2] = [700.0, 240.0];
const HEIGHT: f64 = 560.0;
/// Half of a stroke, and a pixel for the edge of a column.
const NEAR_PX: f64 = 1.8;

/// From left, top to right, bottom.
type Frame = [f64; 4];

/// What the strokes of one colour reach, or the columns.
#[derive(Clone, Copy, Default)]
struct Reach {
    frame: Frame,
    columns: usize,
    dashed: bool,
}

fn reach(options: &[(&str, &str)], width: f64, ratio: f64, dense_per_px: f64) -> BTreeMap<String, Reach> {
    let scene = scene(options, "en");
    let layout = Layout::new(&scene, width, HEIGHT, phrases("en"), &measure);
    let drawn = Recorder::run(width, HEIGHT, ratio, Some(dense_per_px), |brushes| paint::figure(brushes, &scene, &layout));
    let mut all: BTreeMap<String, Reach> = BTreeMap::new();
    let mut dashed = false;
    for (what, points) in drawn {
        let mut words = what.split(' ');
        let (kind, colour) = (words.next(), words.next().unwrap_or_default());
        let next_is_dashed = kind == Some("dash");
        let dashed = std::mem::replace(&mut dashed, next_is_dashed);
        // Where the one ends and the other begins is cut otherwise; the line is one.
        let colour =
            if colour == Palette::LIGHT.quiet.hex() { Palette::LIGHT.ink(Ink::Estimate).hex() } else { colour.to_owned() };
        let light = Palette::LIGHT;
        // The marks of events are no lines, nor is the grid, nor the inside of a ring.
        if [light.pin, light.grid, light.grid_strong, light.axis, light.ground].iter().any(|other| other.hex() == colour) {
            continue;
        }
        let half = match kind {
            // A value alone is a dot.
            Some("dot" | "area") => 0.0,
            Some("path") => words.next().and_then(|width| width.parse::<f64>().ok()).unwrap_or_default() / 2.0,
            _ => continue,
        };
        let new = Reach { frame: [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], ..Reach::default() };
        let reach = all.entry(colour).or_insert(new);
        for (x, y) in &points {
            let [left, top, right, bottom] = reach.frame;
            reach.frame = [left.min(*x), top.min(y - half), right.max(*x), bottom.max(y + half)];
        }
        // An outline has a corner above and one below in the middle of each column.
        reach.columns += if kind == Some("area") { points.len() / 2 } else { 0 };
        reach.dashed |= dashed;
    }
    all
}

#[test]
fn columns_reach_as_far_as_the_stroke_they_stand_for() {
    let views: [&[(&str, &str)]; 3] = [
        &[("view", "timeline")],
        &[("view", "timeline"), ("range", "2019-01-01/2023-12-31")],
        &[("view", "correlation"), ("basis", "levels")],
    ];
    let all = views.iter().flat_map(|options| WIDTHS.map(|width| (options, width)));
    for (options, (width, ratio)) in all.flat_map(|(options, width)| [1.0, 1.25, 2.0].map(|ratio| (options, (width, ratio)))) {
        let [strokes, columns] = [f64::INFINITY, 0.0].map(|dense| reach(options, width, ratio, dense));
        let mut lines = 0;
        for (colour, stroke) in strokes.iter().filter(|(colour, _)| !colour.contains('/')) {
            let other = columns.get(colour).copied().unwrap_or_default();
            for (at, (edge, reached)) in stroke.frame.iter().zip(other.frame).enumerate() {
                // How far out; a summit may fall in the gap of a dashed line.
                let beyond = if at < 2 { edge - reached } else { reached - edge };
                let short = if stroke.dashed { f64::NEG_INFINITY } else { -NEAR_PX };
                let what = format!("{options:?} at {width}, {ratio}: {colour} {:?}, {:?}", stroke.frame, other.frame);
                assert!((short..=NEAR_PX).contains(&beyond), "{what}");
            }
            let per_css = if width < 500.0 { ratio / ratio.floor() } else { ratio };
            let wanted = (stroke.frame[2] - stroke.frame[0]) * per_css;
            lines += usize::from(wanted > 100.0);
            let got = other.columns as f64;
            let is_as_wide = got > 0.95 * wanted && (got < 1.5 * wanted || width > 500.0);
            assert!(stroke.dashed || is_as_wide, "{options:?} at {width}, {ratio}: {colour} {got} for {wanted}");
        }
        assert!(lines >= 1, "{options:?}: there is no line");
    }
}

//! Whatever is written in a figure stands there whole: titles of panels and axes, ticks, names of lines, points and days.

use yenlens::paint::{self, Palette};
use yenlens::spec::ViewName;
use yenlens::text::phrases;
use yenlens::view::layout::Layout;
use yenlens::view::scene::{Mark, Scene};

use super::recorder::Recorder;
use crate::scene;

/// Languages, and how many times as wide as theirs the words are: what English may become in a language to come.
const LANGUAGES: [(&str, f64); 5] = [("en", 1.0), ("ja", 1.0), ("zh-Hans", 1.0), ("ko", 1.0), ("en", 1.3)];
/// Widths of the element, and heights of the chart in it.
const SIZES: [(f64, f64); 6] = [(280.0, 420.0), (320.0, 420.0), (360.0, 420.0), (480.0, 420.0), (760.0, 420.0), (1_200.0, 480.0)];
/// What makes the words longest.
const OPTIONS: [&[(&str, &str)]; 4] = [
    &[],
    &[("events", "surge"), ("horizon", "60"), ("range", "6m")],
    &[("basis", "levels"), ("window", "250"), ("driver", "spread10y")],
    &[("asset", "doge"), ("driver", "dollar"), ("scale", "index")],
];
/// The element's own edges.
const PADDING_PX: f64 = 12.0;

/// A text where it was painted: itself, and its box from left, top to right, bottom.
#[derive(Debug, Clone)]
struct Written {
    text: String,
    sides: [f64; 4],
}

/// Wider than most fonts.
fn measure(text: &str, size_px: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.6 } else { 1.0 } * size_px).sum()
}

/// Every text of a recorded picture.
fn written(drawn: &[(String, Vec<(f64, f64)>)], measure: &dyn Fn(&str, f64) -> f64) -> Vec<Written> {
    let texts = drawn.iter().filter_map(|(what, points)| Some((what.strip_prefix("text ")?, points[0])));
    let placed = texts.map(|(what, (x, y))| {
        let mut parts = what.splitn(4, ' ').skip(1);
        let size: f64 = parts.next().unwrap().parse().unwrap();
        let anchor = parts.next().unwrap();
        let text = parts.next().unwrap().trim_matches('"').to_owned();
        let wide = measure(&text, size);
        let left = match anchor {
            "left" => x,
            "center" => x - wide / 2.0,
            _ => x - wide,
        };
        Written { text, sides: [left, y - size / 2.0, left + wide, y + size / 2.0] }
    });
    placed.collect()
}

/// What is wrong with the texts of a picture of that size.
fn faults(all: &[Written], (width, height): (f64, f64)) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let [left, top, right, bottom] = one.sides;
        if one.text.ends_with('\u{2026}') {
            faults.push(format!("cut: {}", one.text));
        }
        if left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5 {
            faults.push(format!("outside: {} {:?}", one.text, one.sides));
        }
        for other in &all[at + 1..] {
            let apart = (one.sides[0].max(other.sides[0]) - one.sides[2].min(other.sides[2]))
                .max(one.sides[1].max(other.sides[1]) - one.sides[3].min(other.sides[3]));
            if apart < -1.0 {
                faults.push(format!("over one another: {} and {} by {apart:.1}", one.text, other.text));
            }
        }
    }
    faults
}

/// Points with a name that no place was found for.
fn unnamed(scene: &Scene, layout: &Layout) -> Vec<String> {
    let panels = scene.panels.iter().zip(&layout.panels);
    let dots =
        panels.filter_map(|(panel, places)| Some((panel, places, places.axis.as_ref()?))).flat_map(|(panel, places, axis)| {
            let dots = panel.marks.iter().filter_map(|mark| if let Mark::Dots(dots) = mark { Some(dots) } else { None });
            dots.flat_map(|dots| dots.names.iter().map(move |(at, name)| (dots.x[*at], dots.y[*at], name)))
                .map(move |dot| (dot, places, axis))
        });
    let shown = dots.filter(|((x, y, _), places, axis)| {
        let (x, y, plot) = (axis.x.px(*x), places.y.px(*y), &places.plot);
        (plot.left..=plot.right).contains(&x) && (plot.top..=plot.bottom).contains(&y)
    });
    let left_out = shown.filter(|((.., name), _, axis)| !axis.names.iter().any(|label| label.text == **name));
    left_out.map(|((.., name), ..)| format!("left out: {name}")).collect()
}

#[test]
fn whatever_is_written_is_whole_and_alone_in_any_language_at_any_width() {
    let mut wrong = Vec::new();
    for (lang, times) in LANGUAGES {
        let measure = move |text: &str, size_px: f64| times * measure(text, size_px);
        for (_, view) in ViewName::ALL {
            for options in OPTIONS {
                let scene = scene(&[&[("view", view)], options].concat(), lang);
                for (width, height) in SIZES.map(|(width, height)| (width - 2.0 * PADDING_PX, height)) {
                    let layout = Layout::new(&scene, width, height, phrases(lang), &measure);
                    let drawn = Recorder::run(width, height, 1.0, None, |brushes| paint::figure(brushes, &scene, &layout));
                    let found = faults(&written(&drawn, &measure), (width, height));
                    wrong.extend(
                        found
                            .into_iter()
                            .chain(unnamed(&scene, &layout))
                            .map(|fault| format!("{lang}/{times} {view} {width} {options:?}: {fault}")),
                    );
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_unit_never_stands_alone_on_a_line() {
    for (lang, times) in LANGUAGES {
        let measure = move |text: &str, size_px: f64| times * measure(text, size_px);
        for (_, view) in ViewName::ALL {
            for options in OPTIONS {
                let scene = scene(&[&[("view", view)], options].concat(), lang);
                // At these widths every title breaks somewhere.
                for width in (220..900).step_by(20).map(f64::from) {
                    let layout = Layout::new(&scene, width, 700.0, phrases(lang), &measure);
                    for places in &layout.panels {
                        let axis = places.axis.iter().map(|axis| &axis.title);
                        for title in axis.chain([&places.title]).filter(|title| title.len() > 1) {
                            let lone = title.iter().find(|line| line.text.len() < 4);
                            assert!(lone.is_none(), "{lang} {view} {width}: {title:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_is_written_in_the_grey_of_lines_which_text_would_be_too_pale_in() {
    let quiet = format!("text {}", Palette::LIGHT.quiet.hex());
    for (_, view) in ViewName::ALL {
        for options in OPTIONS {
            let scene = scene(&[&[("view", view)], options].concat(), "en");
            let layout = Layout::new(&scene, 700.0, 700.0, phrases("en"), &measure);
            let drawn = Recorder::run(700.0, 700.0, 1.0, None, |brushes| paint::figure(brushes, &scene, &layout));
            let grey = drawn.iter().find(|(what, _)| what.starts_with(&quiet));
            assert!(grey.is_none(), "{view}: {grey:?}");
        }
    }
}

#[test]
fn the_state_of_a_link_and_its_name_are_never_left_out_of_a_title() {
    let close = |text: &str| text.replace([' ', '\u{a0}'], "");
    for lang in ["en", "ja", "zh-Hans", "ko"] {
        let scene = scene(&[("view", "chain"), ("asset", "doge")], lang);
        for (width, height) in SIZES {
            let layout = Layout::new(&scene, width - 2.0 * PADDING_PX, height, phrases(lang), &measure);
            for (panel, places) in scene.panels.iter().zip(&layout.panels) {
                let shown: String = places.title.iter().map(|line| close(&line.text)).collect();
                // Mark and link, and from a phone on the mark in words.
                let named = panel.title.split([':', '\u{ff1a}']).next().unwrap();
                let told = panel.title.split([',', '\u{3001}', '\u{ff0c}']).next().unwrap();
                let least = close(if width < 360.0 { named } else { told });
                assert!(named.starts_with(['\u{25cf}', '\u{25cb}', '\u{d7}']) && named.contains('\u{2192}'), "{named}");
                assert!(named.len() < told.len() && shown.starts_with(&least), "{lang} {width}: {shown} of {}", panel.title);
            }
        }
    }
}

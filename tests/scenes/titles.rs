//! Titles of panels as they stand.

use yenlens::spec::ViewName;
use yenlens::text::phrases;
use yenlens::view::layout::Layout;

use crate::scene;

/// Wider than most fonts.
fn measure(text: &str, size_px: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.6 } else { 1.0 } * size_px).sum()
}

#[test]
fn no_title_is_cut_in_any_language_at_any_width_from_a_phone_on() {
    let mut cut = Vec::new();
    for lang in ["en", "ja", "zh-Hans", "ko"] {
        for (_, view) in ViewName::ALL {
            for options in [&[][..], &[("events", "surge"), ("horizon", "60")], &[("basis", "levels"), ("window", "250")]] {
                let scene = scene(&[&[("view", view)], options].concat(), lang);
                for (width, height) in [(328.0, 420.0), (360.0, 420.0), (640.0, 420.0), (1_200.0, 480.0)] {
                    let layout = Layout::new(&scene, width, height, phrases(lang), &measure);
                    let titles = layout.panels.iter().zip(&scene.panels);
                    let wrong = titles.filter(|(panel, _)| panel.title.text.ends_with('\u{2026}'));
                    cut.extend(wrong.map(|(panel, own)| format!("{lang} {view} {width}: {} of {}", panel.title.text, own.title)));
                }
            }
        }
    }
    cut.dedup();
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

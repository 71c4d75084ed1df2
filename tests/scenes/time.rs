//! The shared axis of time: its labels, with and without weekends.

use crate::{golden, measure, prepared, scene};
use yenlens::series::Day;
use yenlens::text::{LANGUAGES, phrases};
use yenlens::view::layout::{Layout, PinMark};

#[test]
fn labels_of_time_are_whole_and_apart_at_every_width_in_every_language() {
    for range in ["6m", "1y", "3y", "5y", "max", "2024-12-20/2025-01-20", "2025-03-03/2025-03-16", "2025-03-03/2025-03-09"] {
        for days in ["all", "weekdays"] {
            let (prepared, state) = prepared(&[("view", "correlation"), ("range", range), ("days", days)]);
            for words in LANGUAGES {
                let scene = prepared.scene(state.spec(), state.domain(), words);
                for width in [280.0, 320.0, 344.0, 412.0, 560.0, 700.0, 1000.0, 1400.0, 2000.0] {
                    let layout = Layout::new(&scene, width, 400.0, words, &measure);
                    let mut end = 0.0;
                    for (label, _) in layout.time.iter().filter(|(label, _)| !label.text.is_empty()) {
                        let half = measure(&label.text, 12.0) / 2.0;
                        let fits = label.x - half >= end && label.x + half <= width;
                        assert!(fits, "{} {range} {days} {width}: {}", words.lang, label.text);
                        end = label.x + half + 2.0;
                    }
                    assert!(end > 0.0, "{} {range} {days} {width}: no label", words.lang);
                }
            }
        }
    }
}

#[test]
fn without_weekends_a_week_has_five_days() {
    let options = [("range", "2025-03-03/2025-03-28"), ("days", "weekdays"), ("tenors", "10")];
    let scene = scene(&options, "en");
    let layout = Layout::new(&scene, 700.0, 560.0, phrases("en"), &measure);
    let x = |text: &str| layout.x.px(Day::parse(text).map_or(f64::NAN, |day| f64::from(day.count())));
    assert!((x("2025-03-10") - x("2025-03-07") - (x("2025-03-07") - x("2025-03-06"))).abs() < 1e-9);
    assert!(x("2025-03-07") < x("2025-03-08") && x("2025-03-08") < x("2025-03-09") && x("2025-03-09") < x("2025-03-10"));
    golden("timeline-weekdays", &options, "en", 700.0, 560.0);
}

#[test]
fn a_day_on_which_nothing_was_published_has_no_room_in_any_view_over_time() {
    for view in ["timeline", "correlation", "beta", "carry", "chain", "flows"] {
        let scene = scene(&[("view", view), ("range", "2024-12-16/2025-01-31"), ("days", "weekdays")], "en");
        let layout = Layout::new(&scene, 700.0, 560.0, phrases("en"), &measure);
        let places: Vec<f64> = scene.walk.iter().map(|day| layout.x.px(f64::from(day.count()))).collect();
        let step = places[1] - places[0];
        assert!(places.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-6), "{view}: every day is as wide");
        let new_year = Day::parse("2025-01-01").unwrap();
        assert!(!layout.x.has_room_for(new_year), "{view}");
        // The crosshair comes back to the day it stands on.
        for (day, px) in scene.walk.iter().zip(&places).filter(|(day, _)| scene.x.contains(f64::from(day.count()))) {
            assert!((layout.day_at(*px) - f64::from(day.count())).abs() < 1e-6, "{view}: {day}");
        }
        let ticks = layout.time.iter().filter(|(label, _)| !label.text.is_empty()).count();
        assert!(ticks >= 2, "{view}: {ticks} labels");
    }
}

#[test]
fn a_title_that_is_cut_closes_every_bracket_it_opens() {
    for view in ["chain", "carry", "flows", "scenario", "timeline"] {
        for words in LANGUAGES {
            let scene = scene(&[("view", view)], words.lang);
            for width in [280.0, 344.0, 412.0, 560.0, 640.0, 700.0, 820.0, 1000.0] {
                for panel in Layout::new(&scene, width, 900.0, words, &measure).panels {
                    let title: String = panel.title.iter().map(|line| line.text.as_str()).collect();
                    let count = |all: [char; 2]| title.matches(all).count();
                    assert_eq!(count(['(', '（']), count([')', '）']), "{} {view} {width}: {title}", words.lang);
                }
            }
        }
    }
}

#[test]
fn marks_of_events_are_apart_near_their_days_and_count_every_one() {
    let (mut fanned, mut gathered) = (0, 0);
    for view in ["timeline", "carry", "flows"] {
        for range in ["6m", "1y", "3y", "5y", "max"] {
            let scene = scene(&[("view", view), ("range", range)], "en");
            for width in [280.0, 320.0, 344.0, 412.0, 560.0, 700.0, 1000.0, 1400.0, 2000.0] {
                let told = format!("{view} {range} {width}");
                let layout = Layout::new(&scene, width, 560.0, phrases("en"), &measure);
                assert!(!layout.pins.is_empty(), "{told}");
                let apart = |pair: &[PinMark]| pair[1].x - pair[0].x > pair[0].radius() + pair[1].radius();
                assert!(layout.marks.windows(2).all(apart), "{told}: {:?}", layout.marks);
                let mut days = layout.pins.iter();
                for mark in &layout.marks {
                    let own: Vec<f64> = days.by_ref().take(mark.count).copied().collect();
                    let (first, last) = (own[0], own[own.len() - 1]);
                    assert!(own.len() == mark.count && mark.x <= width, "{told}: {mark:?} {own:?}");
                    if mark.count == 1 {
                        let beside = (mark.x - first).abs();
                        assert!((mark.day - first).abs() < 1e-9 && beside <= 12.0, "{told}: {mark:?} {own:?}");
                        fanned += usize::from(beside > 0.5);
                    } else {
                        gathered += 1;
                        assert!((first - 1e-9..=last + 1e-9).contains(&mark.x), "{told}: {mark:?} {own:?}");
                        // As far as the marks of two other groups would be from one another.
                        assert!(mark.x - first < 40.0 && last - mark.x < 40.0, "{told}: {mark:?} {own:?}");
                        let label = mark.label.as_ref().unwrap();
                        assert_eq!(label.text, mark.count.to_string(), "{told}");
                        assert!(measure(&label.text, 9.0) <= 2.0 * mark.radius(), "{told}: the number is inside its mark");
                    }
                }
                assert_eq!(days.next(), None, "{told}: an event without a mark");
            }
        }
    }
    assert!(fanned > 500 && gathered > 50, "{fanned} {gathered}");
}

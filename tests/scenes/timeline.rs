//! The view `timeline`.

use crate::scenes::recorder::Recorder;
use crate::{golden, measure, scene, store};
use yenlens::paint::{self, Palette};
use yenlens::text::{LANGUAGES, phrases};
use yenlens::view::layout::Layout;

#[test]
fn timeline_wide() {
    golden("timeline-1000", &[], "en", 1000.0, 560.0);
}

#[test]
fn timeline_narrow_in_japanese() {
    golden("timeline-344-ja", &[("range", "1y")], "ja", 344.0, 480.0);
}

#[test]
fn timeline_of_a_coin_without_a_switch_of_venue() {
    golden("timeline-doge", &[("asset", "doge"), ("range", "2021-01-01/2021-12-31")], "en", 640.0, 520.0);
}

#[test]
fn timeline_as_index_with_the_yields_of_all_bonds_in_chinese() {
    let options = [("scale", "index"), ("tenors", "2 5 10 20 30 40"), ("range", "3y"), ("asset", "eth")];
    golden("timeline-index-700-zh", &options, "zh-Hans", 700.0, 520.0);
}

#[test]
fn timeline_in_percent_without_yields_in_korean() {
    golden("timeline-percent-344-ko", &[("scale", "percent"), ("tenors", ""), ("range", "1y")], "ko", 344.0, 420.0);
}

#[test]
fn index_and_percent_begin_where_both_are_known_and_follow_the_published_values() {
    let store = store();
    let (btc, usdjpy) = (store.get("btc").unwrap(), store.get("usdjpy").unwrap());
    for words in LANGUAGES {
        // A Saturday: the first day that has a rate of the yen is the Monday after it.
        let range = ("range", "2024-01-06/2024-12-31");
        let monday = yenlens::series::Day::from_ymd(2024, 1, 8).unwrap();
        let end = yenlens::series::Day::from_ymd(2024, 12, 31).unwrap();
        let (index, percent) =
            (scene(&[("scale", "index"), range], words.lang), scene(&[("scale", "percent"), range], words.lang));
        let of = |shown: &yenlens::view::scene::Scene, at: usize, day| shown.panels[0].lines[at].column.on(day).unwrap();
        let price = btc.on(end).unwrap() / btc.on(monday).unwrap();
        let yen = usdjpy.on(monday).unwrap() / usdjpy.on(end).unwrap();
        for (at, share) in [(0, price), (1, yen)] {
            assert!((of(&index, at, monday) - 100.0).abs() < 1e-9 && of(&percent, at, monday).abs() < 1e-9);
            assert!((of(&index, at, end) - 100.0 * share).abs() < 1e-9);
            assert!((of(&percent, at, end) - 100.0 * (share - 1.0)).abs() < 1e-9);
        }
        assert!(index.panels[0].title.contains(&yenlens::text::date(words, monday)), "{}", index.panels[0].title);
        assert_eq!(index.finding, scene(&[range], words.lang).finding, "the scale changes no number of the sentence");
    }
}

#[test]
fn the_yields_of_the_chosen_bonds_are_drawn_and_no_others() {
    let keys = |tenors: &str| {
        let shown = scene(&[("tenors", tenors)], "en");
        let lines = shown.panels.iter().flat_map(|panel| &panel.lines);
        lines.map(|line| line.key.clone()).filter(|key| key.starts_with("jgb")).collect::<Vec<_>>()
    };
    assert_eq!(keys("5 2 20"), ["jgb2y", "jgb5y", "jgb20y"]);
    assert_eq!(keys("2 5 10 20 30 40").len(), 6);
    assert!(keys("").is_empty());
}

#[test]
fn a_line_is_never_drawn_across_a_change_of_venue() {
    // Bitcoin's source changes on 2026-06-02: the line is in two paths there and in one piece elsewhere.
    let paths = |range: &str| {
        let scene = scene(&[("range", range)], "en");
        let layout = Layout::new(&scene, 1000.0, 560.0, phrases("en"), &measure);
        let told = Recorder::record(1000.0, 560.0, 1.0, |brushes| paint::figure(brushes, &scene, &layout));
        let asset = format!("path {}", Palette::LIGHT.ink(yenlens::view::scene::Ink::Asset).hex());
        told.lines().filter(|line| line.starts_with(&asset)).count()
    };
    assert_eq!(paths("2026-05-01/2026-07-01"), 2);
    assert_eq!(paths("2025-05-01/2025-07-01"), 1);
}

//! The view `leadlag`: its pictures, and that its sentences say what its method computed.

use crate::{golden, prepared, said, scene, store, told};
use yenlens::text::{LANGUAGES, fill, number, phrases, signed};
use yenlens::view::scene::Mark;

#[test]
fn leadlag_wide() {
    golden("leadlag-1000", &[("view", "leadlag")], "en", 1000.0, 360.0);
}

#[test]
fn leadlag_of_the_spread_in_japanese() {
    let options = [("view", "leadlag"), ("driver", "spread10y"), ("lags", "5"), ("range", "3y")];
    golden("leadlag-700-ja", &options, "ja", 700.0, 340.0);
}

#[test]
fn leadlag_narrow_in_korean_and_in_chinese() {
    golden("leadlag-344-ko", &[("view", "leadlag"), ("driver", "vix"), ("range", "1y")], "ko", 344.0, 300.0);
    golden("leadlag-344-zh", &[("view", "leadlag"), ("driver", "jgb30y"), ("lags", "20")], "zh-Hans", 344.0, 300.0);
}

#[test]
fn each_branch_of_lead_and_lag_is_said_in_each_language() {
    let store = store();
    for phrases in LANGUAGES {
        let words = phrases.leadlag();
        // One and the same rate, fixed at noon in New York and hours earlier in Frankfurt, which follows a day later.
        for (driver, asset, branch) in [
            ("jgb10y", "btc", words.nobody),
            ("usdjpy_fed", "usdjpy", words.driver_leads),
            ("usdjpy", "usdjpy_fed", words.asset_leads),
        ] {
            let (scene, method) = told(&[("view", "leadlag"), ("driver", driver), ("asset", asset)], phrases.lang);
            let figure = |name: &str| method.figures.iter().find(|(other, _)| *other == name).unwrap().1;
            let label = |id: &str| store.meta(id).map_or_else(|| id.to_owned(), |meta| meta.label.clone());
            let [first, second] = [asset, driver].map(|id| phrases.name(id, &label(id)).to_owned());
            let named = fill(branch, &[("asset", &first), ("driver", &second)]);
            let parts: Vec<&str> = named.split(['{', '}']).filter(|part| !["days", "r", "chance"].contains(part)).collect();
            assert!(parts.iter().all(|part| scene.finding.contains(part)), "{}: {}", phrases.lang, scene.finding);
            for name in ["same_day", "low", "high", "sum"] {
                assert!(scene.finding.contains(&signed(figure(name), 2)), "{name}: {}", scene.finding);
            }
            let leads = figure("farthest").abs() > figure("band_of_all");
            assert_eq!(leads, branch != words.nobody, "{}", scene.finding);
            // A lead stands beside what chance alone reaches.
            let chance = ["\u{b1}", &number(figure("band_of_all"), 2)].concat();
            assert_eq!(scene.finding.contains(&chance), leads, "{chance}: {}", scene.finding);
            assert_eq!(said(&scene).contains(words.clock), leads && (figure("farthest_shift") as i32).abs() == 1);
            assert!(!scene.finding.contains(['{', '}']), "{}", scene.finding);
        }
        let few = scene(&[("view", "leadlag"), ("range", "2024-01-05/2024-02-05")], phrases.lang);
        let names = ["btc", "yen"].map(|id| phrases.name(id, id));
        let said = fill(words.too_few, &[("asset", names[0]), ("driver", names[1])]);
        assert!(said.split("{days}").all(|part| few.finding.contains(part)), "{}", few.finding);
        assert!(few.panels[0].marks.is_empty() && few.stops.is_empty());
    }
}

/// The closes of two coins are at one hour, those of two bonds as well.
#[test]
fn hours_are_only_spoken_of_where_they_differ() {
    for phrases in LANGUAGES {
        let [_, _, differing] = phrases.extras.alignment;
        let hours = phrases.leadlag().more_hours.split(['{', '}']).max_by_key(|part| part.len()).unwrap();
        for (asset, driver, differ) in [
            ("btc", "yen", true),
            ("btc", "eth", false),
            ("jgb30y", "jgb10y", false),
            ("jgb10y", "spread10y", true),
            ("ust30y", "ust10y", false),
        ] {
            let (scene, method) = told(&[("view", "leadlag"), ("asset", asset), ("driver", driver)], phrases.lang);
            assert_eq!(said(&scene).contains(hours), differ, "{asset} {driver}: {}", said(&scene));
            assert_eq!(method.paragraphs.concat().contains(differing), differ, "{asset} {driver}");
            if !differ {
                assert!(!said(&scene).contains(phrases.leadlag().clock), "{asset} {driver}");
            }
        }
    }
}

#[test]
fn a_bar_is_the_correlation_of_the_sheets_columns_shifted_by_hand() {
    let (prepared, state) = prepared(&[("view", "leadlag"), ("driver", "jgb10y"), ("lags", "4")]);
    let scene = prepared.scene(state.spec(), state.domain(), phrases("en"));
    let csv = prepared.sheet(&scene, state.spec(), phrases("en")).csv();
    let rows =
        csv.lines().skip(1).map(|line| line.split(',').skip(1).map(|cell| cell.parse::<f64>().unwrap()).collect::<Vec<_>>());
    let (x, y): (Vec<f64>, Vec<f64>) = rows.map(|row| (row[0], row[1])).unzip();
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (mx, my) = (mean(&x), mean(&y));
    let size = |v: &[f64], m: f64| v.iter().map(|v| (v - m) * (v - m)).sum::<f64>().sqrt();
    let Mark::Bars(bars) = &scene.panels[0].marks[1] else { unreachable!("the bars") };
    for (bar, stop) in bars.bars.iter().zip(scene.stops.iter()) {
        let k = stop.x as i32;
        let pair = |t: i32| Some((x.get(usize::try_from(t - k).ok()?)?, y.get(t as usize)?));
        let sum: f64 = (0..y.len() as i32).filter_map(pair).map(|(a, b)| (a - mx) * (b - my)).sum();
        let by_hand = sum / (size(&x, mx) * size(&y, my));
        assert!((bar.value - by_hand).abs() < 1e-12 && (stop.y - by_hand).abs() < 1e-12, "k = {k}");
        assert!(stop.interval.0 < stop.y && stop.y < stop.interval.1);
    }
}

#[test]
fn the_slider_adds_bars_and_leaves_those_that_were_there() {
    let bars = |lags: &str| {
        let scene = scene(&[("view", "leadlag"), ("lags", lags)], "en");
        scene.stops.iter().map(|stop| stop.y.to_bits()).collect::<Vec<_>>()
    };
    let (few, many) = (bars("5"), bars("9"));
    assert_eq!((few.len(), many.len()), (11, 19));
    assert_eq!(few[..], many[4..15]);
}

//! The view `events`: its pictures, and that its sentences say what its method computed.

use crate::{golden, prepared, said, scene, told};
use yenlens::stats::event_study::event_study;
use yenlens::text::{LANGUAGES, fill, number, phrases, signed};
use yenlens::view::scene::Mark;

const SURGE: [(&str, &str); 3] = [("view", "events"), ("events", "surge"), ("horizon", "1")];

#[test]
fn events_wide() {
    golden("events-1000", &[("view", "events")], "en", 1000.0, 400.0);
}

#[test]
fn events_of_the_yens_strongest_days_in_japanese() {
    let options = [("view", "events"), ("events", "surge"), ("threshold", "0.5"), ("horizon", "10")];
    golden("events-surge-700-ja", &options, "ja", 700.0, 400.0);
}

#[test]
fn events_narrow_in_korean_and_in_chinese() {
    let options = [("view", "events"), ("events", "intervention tariffs"), ("range", "3y")];
    golden("events-344-ko", &options, "ko", 344.0, 520.0);
    let market = [("view", "events"), ("events", "surge"), ("asset", "eth"), ("model", "market"), ("driver", "jgb30y")];
    golden("events-market-700-ja", &market, "ja", 700.0, 400.0);
    golden("events-344-zh", &[("view", "events"), ("events", "record"), ("asset", "eth")], "zh-Hans", 344.0, 520.0);
}

#[test]
fn the_sentence_says_what_the_method_computed_in_each_language() {
    for phrases in LANGUAGES {
        for options in [&[("view", "events")][..], &[("view", "events"), ("events", "intervention"), ("horizon", "20")], &SURGE] {
            let (scene, method) = told(options, phrases.lang);
            let figure = |name: &str| method.figures.iter().find(|(other, _)| *other == name).unwrap().1;
            // What is usual stands beside where chance puts it.
            for name in ["mean", "low", "high", "usual", "chance_low", "chance_high"] {
                assert!(scene.finding.contains(&signed(figure(name), 2)), "{name}: {}", scene.finding);
            }
            for name in ["n", "rank", "windows", "lower"] {
                assert!(said(&scene).contains(&number(figure(name), 0)), "{name}: {}", said(&scene));
            }
            let words = phrases.events();
            let verdict = if figure("low") > figure("usual") {
                words.more
            } else if figure("high") < figure("usual") {
                words.less
            } else {
                words.as_usual
            };
            assert!(scene.finding.contains(verdict), "{}", scene.finding);
            assert!(!scene.finding.contains(['{', '}']), "{}", scene.finding);
        }
        let (scene, method) = told(&SURGE, phrases.lang);
        let figure = |name: &str| method.figures.iter().find(|(other, _)| *other == name).unwrap().1;
        for name in ["share", "share_low", "share_high", "all"] {
            assert!(said(&scene).contains(&number(100.0 * figure(name), 0)), "{name}: {}", said(&scene));
        }
    }
}

#[test]
fn each_verdict_on_the_strongest_days_is_said_in_each_language() {
    for phrases in LANGUAGES {
        let words = phrases.events();
        // Of two coins one falls less on the other's strongest days; a rise of the VIX goes with falls; the yen with neither.
        for (driver, verdict, mean) in [
            ("eth", words.odds_less, words.more),
            ("vix", words.odds_more, words.less),
            ("yen", words.odds_usual, words.as_usual),
        ] {
            let scene = scene(&[SURGE.as_slice(), &[("driver", driver)]].concat(), phrases.lang);
            assert!(said(&scene).contains(verdict) && scene.finding.contains(mean), "{driver}: {}", said(&scene));
        }
    }
}

#[test]
fn what_is_said_of_chance_is_what_draws_by_hand_give() {
    let (scene, method) = told(&[("view", "events"), ("events", "boj intervention")], "en");
    let figure = |name: &str| method.figures.iter().find(|(other, _)| *other == name).unwrap().1;
    let (prepared, state) = prepared(&[("view", "events"), ("events", "boj intervention")]);
    let csv = prepared.sheet(&scene, state.spec(), phrases("en")).csv();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<(f64, bool)> =
        reader.records().map(|row| row.unwrap()).map(|row| (row[2].parse().unwrap_or(f64::NAN), !row[3].is_empty())).collect();
    let sum = |at: usize| rows[at..at + 5].iter().map(|row| row.0).sum::<f64>();
    let free = |at: usize| !(at.saturating_sub(4)..=at + 4).any(|near| rows[near].1);
    let others: Vec<f64> = (0..=rows.len() - 5).filter(|at| free(*at)).map(sum).filter(|sum| !sum.is_nan()).collect();
    let events: Vec<f64> = (0..=rows.len() - 5).filter(|at| rows[*at].1).map(sum).filter(|sum| !sum.is_nan()).collect();
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (usual, n) = (mean(&others), events.len());
    // Another generator, and many more draws.
    let mut state = 99_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        others[((state >> 33) as usize * others.len()) >> 31]
    };
    let far =
        (0..20_000).filter(|_| ((0..n).map(|_| draw()).sum::<f64>() / n as f64 - usual).abs() >= (mean(&events) - usual).abs());
    let share = far.count() as f64 / 20_000.0;
    assert!((figure("chance") - share).abs() < 0.03, "{} and {share}", figure("chance"));
    let said = format!("{}\u{a0}% have a mean at least as far", yenlens::text::percent(figure("chance")));
    assert!(scene.more[0].contains(&said), "{said}: {}", scene.more[0]);
    let Mark::Area(area) = &scene.panels[1].marks[0] else { unreachable!("where chance lies") };
    assert_eq!([area.x[0], area.x[1]].map(f64::to_bits), [figure("chance_low"), figure("chance_high")].map(f64::to_bits));
}

#[test]
fn less_the_markets_part_each_path_ends_at_the_abnormal_return_of_the_core() {
    for phrases in LANGUAGES {
        let options =
            [("view", "events"), ("asset", "eth"), ("model", "market"), ("events", "boj intervention"), ("horizon", "10")];
        let (prepared, state) = prepared(&options);
        let scene = prepared.scene(state.spec(), state.domain(), phrases);
        let csv = prepared.sheet(&scene, state.spec(), phrases).csv();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let column = |at: usize| rows.iter().map(|row| row[at].parse().unwrap_or(f64::NAN)).collect::<Vec<f64>>();
        let (asset, market) = (column(2), column(4));
        let mut ends = scene.panels[0].marks.iter().filter_map(|mark| match mark {
            Mark::Curve(curve) if curve.faint => curve.y.last().copied(),
            _ => None,
        });
        let mut compared = 0;
        for at in (130..rows.len() - 9).filter(|at| !rows[*at][3].is_empty()) {
            let study = event_study(&asset, &market, at - 130..at - 10, at..at + 10).unwrap();
            if study.abnormal.iter().all(|one| one.is_finite()) {
                let end = ends.next().unwrap();
                assert!((end - study.cumulative).abs() < 1e-9, "{}: {end} and {}", &rows[at][0], study.cumulative);
                compared += 1;
            }
        }
        assert!(compared > 10 && ends.next().is_none());
        let market = phrases.name("btc", "btc");
        let named = fill(phrases.events().beyond, &[("asset", phrases.name("eth", "eth")), ("market", market)]);
        assert!(scene.finding.contains(&named), "{}", scene.finding);
    }
    // Of Bitcoin itself there is no other market.
    let finding = |model: &str| scene(&[("view", "events"), ("model", model)], "en").finding;
    assert_eq!(finding("market"), finding("raw"));
}

#[test]
fn one_event_has_no_band_and_none_is_said_to_be_none() {
    for phrases in LANGUAGES {
        let one = scene(&[("view", "events"), ("events", "auction")], phrases.lang);
        let beginning = phrases.events().finding_one.rsplit('}').next().unwrap();
        assert!(one.finding.contains(beginning) && !one.finding.contains('\u{2013}'), "{}", one.finding);
        for options in [("events", ""), ("range", "2019-01-01/2019-06-01")] {
            let none = scene(&[("view", "events"), options], phrases.lang);
            let end = phrases.events().too_few.rsplit('}').next().unwrap();
            assert!(none.finding.ends_with(end) && none.stops.is_empty(), "{}", none.finding);
        }
    }
}

#[test]
fn every_event_is_named_with_its_day_and_rank_and_its_path_ends_where_it_stands() {
    let scene = scene(&[("view", "events")], "en");
    let paths: Vec<_> = scene.panels[0]
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Curve(curve) if curve.faint => Some(curve),
            _ => None,
        })
        .collect();
    for (stop, path) in scene.stops.iter().zip(paths.iter().rev()) {
        assert_eq!(Some(stop.y.to_bits()), path.y.last().map(|y| y.to_bits()));
        assert!(stop.name.starts_with("rank ") && scene.pins.iter().any(|pin| Some(pin.day) == stop.day), "{}", stop.name);
    }
    assert!(paths.len() > 10);
}

#[test]
fn the_histogram_counts_every_window_that_touches_no_event() {
    let (prepared, state) = prepared(&[("view", "events"), ("events", "boj intervention"), ("horizon", "7")]);
    let scene = prepared.scene(state.spec(), state.domain(), phrases("en"));
    let csv = prepared.sheet(&scene, state.spec(), phrases("en")).csv();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<(f64, bool)> =
        reader.records().map(|row| row.unwrap()).map(|row| (row[2].parse().unwrap_or(f64::NAN), !row[3].is_empty())).collect();
    let free = |at: usize| !(at.saturating_sub(6)..=at + 6).any(|near| rows[near].1);
    let sum = |at: usize| rows[at..at + 7].iter().map(|row| row.0).sum::<f64>();
    let by_hand: Vec<f64> = (0..=rows.len() - 7).filter(|at| free(*at)).map(sum).filter(|sum| !sum.is_nan()).collect();
    let Mark::Bars(bars) = &scene.panels[1].marks[1] else { unreachable!("the bins") };
    assert!((bars.bars.iter().map(|bar| bar.value).sum::<f64>() - by_hand.len() as f64).abs() < 0.5);
    for bar in &bars.bars {
        let inside = by_hand.iter().filter(|sum| bar.from <= **sum && **sum < bar.to).count();
        assert!((bar.value - inside as f64).abs() < 0.5, "{} to {}", bar.from, bar.to);
    }
}

//! The scenario on the real figures: what the view says is what the core computes, and every sentence carries its spread.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

mod held;

use held::store;
use yenlens::market::{Outcome, implied_yield_bp, outcome};
use yenlens::series::{Day, Series, Store};
use yenlens::spec::Spec;
use yenlens::text::{LANGUAGES, Phrases, number, phrases, signed};
use yenlens::view::figures::Prepared;
use yenlens::view::scene::{Mark, Scene};
use yenlens::view::state::{Msg, State, Walk};

/// The finding, and the lines below the chart.
fn said(scene: &Scene) -> String {
    [&scene.finding, &scene.story].into_iter().chain(&scene.more).cloned().collect::<Vec<_>>().join("\n")
}

fn shown(store: &Store, options: &[(&str, &str)], words: &Phrases) -> (Prepared, State, Scene) {
    let mut spec = Spec::default();
    spec.set("view", "scenario", &mut Vec::new()).unwrap();
    for (name, text) in options {
        spec.set(name, text, &mut Vec::new()).unwrap();
    }
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    let scene = prepared.scene(state.spec(), state.domain(), words);
    (prepared, state, scene)
}

/// Days on which all four were published, and their changes, put together here from the series; missing across a change of venue.
fn changes(store: &Store, asset: &str) -> (Vec<Day>, Vec<Vec<f64>>) {
    let ids = [asset, "jgb10y", "usdjpy", "ust10y"];
    let series: Vec<&Series> = ids.iter().map(|id| store.get(id).unwrap()).collect();
    let days: Vec<Day> = series[0].days().iter().copied().filter(|day| series.iter().all(|s| s.on(*day).is_some())).collect();
    let broken = |id: &str, from: Day, to: Day| store.meta(id).unwrap().breaks.iter().any(|b| from < b.day && b.day <= to);
    let column = |at: usize| {
        let change = |pair: &[Day]| {
            let (a, b) = (series[at].on(pair[0]).unwrap(), series[at].on(pair[1]).unwrap());
            let change = match at {
                0 => 100.0 * (b / a).ln(),
                2 => -100.0 * (b / a).ln(),
                _ => 100.0 * (b - a),
            };
            if ids.iter().any(|id| broken(id, pair[0], pair[1])) { f64::NAN } else { change }
        };
        days.windows(2).map(change).collect::<Vec<f64>>()
    };
    (days.clone(), (0..4).map(column).collect())
}

fn reckoned(store: &Store, moves: &[f64], horizon: usize) -> (Vec<Day>, Outcome) {
    let (days, columns) = changes(store, "btc");
    let factors: Vec<&[f64]> = columns[1..].iter().map(Vec::as_slice).collect();
    (days, outcome(&columns[0], &factors, moves, horizon, 10, 0.95).unwrap())
}

fn percent(log: f64) -> f64 {
    100.0 * (log / 100.0).exp_m1()
}

#[test]
fn the_sentence_the_picture_and_the_table_hold_what_the_core_computes() {
    let store = store();
    let (prepared, state, scene) = shown(&store, &[], phrases("en"));
    let held = store.get("tic_japan").unwrap();
    let (newest, dated) = (*held.values().last().unwrap(), *held.days().last().unwrap());
    let implied = implied_yield_bp(0.10, newest, 20.0);
    let (days, o) = reckoned(&store, &[25.0, 100.0 * 1.05_f64.ln(), implied], 60);
    for part in [
        format!(
            "would rise {}\u{a0}bp (published effects: {} to {}\u{a0}bp).",
            number(implied, 0),
            number(implied, 0),
            number(3.0 * implied, 0)
        ),
        format!("{} to {}\u{a0}% after 60", signed(percent(o.low), 0), signed(percent(o.high), 0)),
    ] {
        assert!(scene.finding.contains(&part), "{part:?} in {}", scene.finding);
    }
    for part in [
        format!("US$\u{a0}{} billion", number(newest, 0)),
        yenlens::text::date(phrases("en"), dated),
        format!("{}\u{a0}bp higher", number(implied, 0)),
        format!("{} to {}\u{a0}bp.", number(implied, 0), number(3.0 * implied, 0)),
        format!("around {}\u{a0}%", signed(percent(o.expected), 0)),
        format!("n\u{a0}=\u{a0}{}, 19", number(o.windows as f64, 0)),
        format!("only {} fit side by side", o.independent),
    ] {
        assert!(said(&scene).contains(&part), "{part:?} in {}", said(&scene));
    }
    let Some(Mark::Area(area)) = scene.panels[0].marks.first() else { panic!("the interval is drawn") };
    assert!((area.x[0] - percent(o.low)).abs() < 1e-9 && (area.x[1] - percent(o.high)).abs() < 1e-9);
    let dots = scene.panels[1].marks.iter().find_map(|mark| if let Mark::Dots(dots) = mark { Some(dots) } else { None }).unwrap();
    let table = prepared.table(&scene, state.spec(), phrases("en"));
    assert_eq!((table.rows(), dots.x.len()), (o.analogues.len(), o.analogues.len()));
    for (at, analogue) in o.analogues.iter().enumerate() {
        assert!((dots.x[at] - percent(analogue.outcome)).abs() < 1e-9 && (dots.y[at] - analogue.distance).abs() < 1e-9);
        let row: Vec<String> = table.row(at, phrases("en")).collect();
        let (from, to) = (days[analogue.start], days[analogue.start + 60]);
        assert_eq!(row[..2], [from, to].map(|day| yenlens::text::date(phrases("en"), day)));
        let btc = store.get("btc").unwrap();
        assert_eq!(row[6], signed(100.0 * (btc.on(to).unwrap() / btc.on(from).unwrap() - 1.0), 1));
    }
}

#[test]
fn the_curve_over_the_bars_is_a_distribution_that_holds_its_interval() {
    let (.., scene) = shown(&store(), &[], phrases("en"));
    let marks = &scene.panels[0].marks;
    let curve = marks.iter().find_map(|mark| if let Mark::Curve(curve) = mark { Some(curve) } else { None }).unwrap();
    let bars = marks.iter().find_map(|mark| if let Mark::Bars(bars) = mark { Some(bars) } else { None }).unwrap();
    let all: f64 = curve.y.iter().sum();
    assert!((95.0..=100.0).contains(&all), "the axis shows nearly all of it, got {all}");
    let drawn: f64 = bars.bars.iter().map(|bar| bar.value).sum();
    assert!((97.0..=100.0 + 1e-9).contains(&drawn), "nearly all windows are bars, got {drawn}");
}

#[test]
fn the_widths_of_the_outcome_are_said_in_every_language_whatever_is_asked() {
    let store = store();
    for words in LANGUAGES {
        for options in [
            &[][..],
            &[("share", "0"), ("jgb-change", "0"), ("yen-change", "0")],
            &[("share", "30"), ("impact", "60"), ("months", "1")],
            &[("asset", "doge"), ("confidence", "0.8")],
        ] {
            let (.., scene) = shown(&store, options, words);
            assert!(said(&scene).contains(words.scenario().verdict_open), "{}: {}", words.lang, said(&scene));
            assert!(!said(&scene).contains('{'), "{}", said(&scene));
            assert_eq!(scene.panels.len(), 2);
        }
    }
}

#[test]
fn an_interval_beside_zero_says_on_which_side_it_lies() {
    // Made figures: the asset falls by a tenth of the yen's rise, nothing else happens.
    let mut store = store();
    let days: Vec<Day> = (18_000..19_500).map(|day| Day::new(day).unwrap()).collect();
    let set = |store: &mut Store, id: &str, value: &dyn Fn(f64) -> f64| {
        let values = (0..days.len()).map(|at| value(at as f64)).collect();
        store.insert(store.meta(id).unwrap().clone(), Series::new(days.clone(), values).unwrap());
    };
    let wave = |t: f64| 0.2 * (t / 37.0).sin() + 0.05 * (t / 11.0).cos();
    set(&mut store, "usdjpy", &|t| 100.0 * (-wave(t)).exp());
    set(&mut store, "jgb10y", &|t| 1.0 + 0.3 * (t / 53.0).sin());
    set(&mut store, "ust10y", &|t| 3.0 + 0.3 * (t / 29.0).cos());
    for (slope, down) in [(-2.0, true), (2.0, false)] {
        set(&mut store, "btc", &|t| (slope * wave(t) + 1e-4 * (t * t).sin()).exp());
        for words in LANGUAGES {
            let (.., scene) = shown(&store, &[("yen-change", "20"), ("share", "0"), ("jgb-change", "0"), ("months", "1")], words);
            let verdict = if down { words.scenario().verdict_down } else { words.scenario().verdict_up };
            assert!(said(&scene).contains(verdict), "{}", said(&scene));
        }
    }
}

#[test]
fn a_slider_beyond_what_has_been_seen_is_called_so_in_every_language() {
    let store = store();
    let (days, columns) = changes(&store, "btc");
    // Over three months: what the windows saw of each move, by hand.
    let windows: Vec<[f64; 3]> = (0..days.len() - 60)
        .map(|t| [1, 2, 3].map(|at: usize| columns[at][t..t + 60].iter().sum::<f64>()))
        .zip((0..).map(|t: usize| columns[0][t..t + 60].iter().sum::<f64>()))
        .filter(|(moves, asset)| asset.is_finite() && moves.iter().all(|m| m.is_finite()))
        .map(|(moves, _)| moves)
        .collect();
    let ends = |at: usize| {
        let column = windows.iter().map(|w| w[at]);
        (column.clone().fold(f64::INFINITY, f64::min), column.fold(f64::NEG_INFINITY, f64::max))
    };
    let (low, high) = ends(1);
    assert!(percent(high) < 30.0, "no quarter saw the yen gain 30 %: {high}");
    for words in LANGUAGES {
        let beyond = |scene: &Scene, part: &str| scene.story.contains(part);
        let warning = words.scenario().finding_beyond.split('{').next().unwrap();
        let (.., usual) = shown(&store, &[], words);
        assert!(usual.story.is_empty() && !said(&usual).contains(warning), "{}", said(&usual));
        let (.., strong) = shown(&store, &[("yen-change", "30")], words);
        assert!(beyond(&strong, warning), "{}", strong.story);
        for end in [low, high] {
            assert!(beyond(&strong, &signed(percent(end), 0)), "{end}: {}", strong.story);
        }
        // Each of them has been seen, but not all at once.
        let (.., both) = shown(&store, &[("yen-change", "10"), ("jgb-change", "60"), ("share", "0")], words);
        assert!(beyond(&both, words.scenario().beyond_together), "{}", both.story);
    }
    let factors: Vec<&[f64]> = columns[1..].iter().map(Vec::as_slice).collect();
    let o = outcome(&columns[0], &factors, &[25.0, 5.0, 25.0], 60, 10, 0.95).unwrap();
    for (at, seen) in o.seen.iter().enumerate() {
        let by_hand = ends(at);
        assert!((seen.0 - by_hand.0).abs() < 1e-9 && (seen.1 - by_hand.1).abs() < 1e-9);
    }
}

#[test]
fn too_few_windows_are_called_too_few_and_nothing_is_drawn() {
    for words in LANGUAGES {
        let (prepared, state, scene) = shown(&store(), &[("range", "1y"), ("months", "12")], words);
        let told = words.scenario().finding_too_few.split('{').next().unwrap();
        assert!(scene.finding.contains(told) && scene.panels.is_empty() && scene.stops.is_empty(), "{}", scene.finding);
        assert_eq!(prepared.table(&scene, state.spec(), words).rows(), 0);
        assert!(prepared.method(state.spec(), state.domain(), words).is_none());
    }
}

#[test]
fn a_frozen_scenario_reckons_with_the_holdings_known_then() {
    let by = Day::parse("2025-06-01").unwrap();
    let (.., scene) = shown(&store().known_by(by), &[("as-of", "2025-06-01")], phrases("en"));
    let march = store().get("tic_japan").unwrap().on(Day::parse("2025-03-31").unwrap()).unwrap();
    assert!(
        said(&scene).contains(&format!("US$\u{a0}{} billion of Treasuries (31\u{a0}Mar\u{a0}2025)", number(march, 0))),
        "{}",
        said(&scene)
    );
}

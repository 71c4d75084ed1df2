//! The view `chain`.

use crate::{golden, said, scene, store};
use yenlens::market::{CHAIN, State, read_link};
use yenlens::series::{Day, Kind, Series, SeriesMeta, Store, Unit, align};
use yenlens::spec::{Options, Spec};
use yenlens::text::{LANGUAGES, Phrases, phrases};
use yenlens::view::figures::Prepared;
use yenlens::view::scale::Domain;
use yenlens::view::steps::Steps;

#[test]
fn chain_wide() {
    golden("chain-1000", &[("view", "chain")], "en", 1000.0, 640.0);
}

#[test]
fn chain_narrow_in_chinese() {
    golden("chain-344-zh", &[("view", "chain"), ("range", "1y"), ("asset", "eth")], "zh-Hans", 344.0, 620.0);
}

#[test]
fn chain_of_2024_in_japanese() {
    let options = [("view", "chain"), ("range", "2024-01-01/2024-12-31"), ("window", "120"), ("confidence", "0.8")];
    golden("chain-2024-ja", &options, "ja", 700.0, 600.0);
}

fn near(got: f64, expected: f64, what: &str) {
    assert!((got - expected).abs() <= 1e-9 * expected.abs().max(1e-3), "{what}: {got:e}, not {expected:e}");
}

/// The changes of the six on the days that all series share, by the definition; a day up to which one is missing is left out.
fn changes(store: &Store, asset: &str) -> (Vec<Day>, [Vec<f64>; 6]) {
    let ids = ["jgb10y", "ust10y", "usdjpy", "vix", asset];
    let aligned = align(&ids.map(|id| store.get(id).unwrap()));
    let broken: Vec<Day> = store.meta(asset).unwrap().breaks.iter().map(|b| b.day).collect();
    let (mut days, mut all): (Vec<Day>, [Vec<f64>; 6]) = Default::default();
    for t in 1..aligned.days.len() {
        if broken.iter().any(|day| aligned.days[t - 1] < *day && *day <= aligned.days[t]) {
            continue;
        }
        let c = |k: usize| (aligned.columns[k][t - 1], aligned.columns[k][t]);
        let (jgb, ust, fx, vix, coin) = (c(0), c(1), c(2), c(3), c(4));
        days.push(aligned.days[t]);
        all[0].push(100.0 * (jgb.1 - jgb.0));
        all[1].push(100.0 * ((ust.1 - jgb.1) - (ust.0 - jgb.0)));
        all[2].push(-100.0 * (fx.1 / fx.0).ln());
        all[3].push(100.0 * (ust.1 - ust.0));
        all[4].push(vix.1 - vix.0);
        all[5].push(100.0 * (coin.1 / coin.0).ln());
    }
    (days, all)
}

const STEPS: [f64; 5] = [10.0, 10.0, 1.0, 10.0, 1.0];

#[test]
fn every_slope_and_band_of_the_chain_is_that_of_its_own_regression() {
    let (days, columns) = changes(&store(), "btc");
    for (window, confidence) in [(60_usize, 0.95), (200, 0.8)] {
        let (w, c) = (window.to_string(), confidence.to_string());
        let shown = scene(&[("view", "chain"), ("window", &w), ("confidence", &c)], "en");
        for at in [window - 1, 700, 1500, days.len() - 1] {
            for (hop, link) in CHAIN.iter().enumerate() {
                let (from, to) = (&columns[hop][..=at], &columns[hop + 1][..=at]);
                let panel = &shown.panels[hop];
                let on = |series: &Series| series.on(days[at]);
                let Some(read) = read_link(*link, from, to, window, confidence).unwrap() else {
                    assert_eq!(on(&panel.lines[0].column), None);
                    continue;
                };
                let what = format!("{} on {}", link.to, days[at]);
                near(on(&panel.lines[0].column).unwrap(), STEPS[hop] * read.beta, &what);
                near(on(panel.bands[0].edges.columns()[0]).unwrap(), STEPS[hop] * read.low, &what);
                near(on(panel.bands[0].edges.columns()[1]).unwrap(), STEPS[hop] * read.high, &what);
                let row = panel.lines[0].column.first_at_or_after(days[at]);
                assert_eq!(
                    panel.lines[0].quiet.holds(row, panel.lines[0].column.values()[row]),
                    read.state == State::Weak,
                    "{what}"
                );
            }
        }
    }
}

fn told(store: &Store, options: &[(&str, &str)], to: (i32, u32, u32), words: &Phrases) -> (String, Option<Steps>) {
    let mut raw = Options { view: Some("chain".into()), ..Options::default() };
    for (name, value) in options {
        raw.set(name, Some((*value).to_owned())).unwrap();
    }
    let (spec, mut prepared) = (Spec::parse(&raw, &Spec::default()).spec, None);
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let day = |(y, m, d): (i32, u32, u32)| f64::from(Day::from_ymd(y, m, d).unwrap().count());
    let x = Domain::new(day((2018, 3, 17)), day(to));
    let prepared = prepared.unwrap();
    (said(&prepared.scene(&spec, x, words)), prepared.steps(&spec, x, words))
}

#[test]
fn the_strip_tells_the_links_at_the_end_of_the_range_and_how_often_they_held() {
    let (days, columns) = changes(&store(), "btc");
    let to = (2024, 12, 30);
    let (_, steps) = told(&store(), &[], to, phrases("en"));
    let at = days.partition_point(|day| *day <= Day::from_ymd(to.0, to.1, to.2).unwrap()) - 1;
    for (hop, (link, step)) in CHAIN.iter().zip(steps.unwrap().steps).enumerate() {
        let state = |end: usize| {
            let read = read_link(*link, &columns[hop][..=end], &columns[hop + 1][..=end], 60, 0.95).unwrap();
            read.map(|read| read.state)
        };
        assert_eq!(step.state, state(at), "{}", step.title);
        let (all, held): (Vec<usize>, usize) =
            ((59..=at).collect(), (59..=at).filter(|end| state(*end) == Some(State::Holding)).count());
        let share = yenlens::text::percent(held as f64 / all.len() as f64);
        assert!(step.note.starts_with(&format!("held on {share}\u{a0}%")), "{}", step.note);
    }
}

#[test]
fn the_slider_reads_the_links_on_its_day_as_a_range_that_ends_there_would() {
    for words in LANGUAGES {
        let (read, steps) = told(&store(), &[("at", "2024-08-05")], (2026, 8, 21), words);
        let (ended, others) = told(&store(), &[], (2024, 8, 5), words);
        assert_eq!(read, ended);
        for (one, other) in steps.unwrap().steps.iter().zip(others.unwrap().steps) {
            assert_eq!((&one.told, &one.value), (&other.told, &other.value));
        }
    }
    let shown = scene(&[("view", "chain"), ("at", "2024-08-05")], "en");
    assert_eq!(shown.pins.iter().map(|pin| pin.day).collect::<Vec<_>>(), [Day::from_ymd(2024, 8, 5).unwrap()]);
    // A day of which nothing is known is read on the last before it; one before all windows on the first.
    let (sunday, _) = told(&store(), &[("at", "2024-08-04")], (2026, 8, 21), phrases("en"));
    let (friday, _) = told(&store(), &[("at", "2024-08-02")], (2026, 8, 21), phrases("en"));
    assert_eq!(sunday, friday);
    assert!(told(&store(), &[("at", "2018-03-19")], (2026, 8, 21), phrases("en")).0.contains("2018"));
}

#[test]
fn what_goes_against_the_story_is_dashed_and_marked_in_the_title() {
    let shown = scene(&[("view", "chain")], "en");
    for (panel, link) in shown.panels.iter().zip(CHAIN) {
        let (line, band) = (&panel.lines[0], &panel.bands[0]);
        let turned = line.turned.as_ref().unwrap();
        let [lows, highs] = band.edges.columns().map(|column| column.values());
        for (at, (low, high)) in lows.iter().zip(highs).enumerate() {
            let against = if link.together { *high < 0.0 } else { *low > 0.0 };
            assert_eq!(turned[at], against, "{} {at}", link.to);
        }
        assert!(turned.iter().any(|turned| *turned), "{}", panel.title);
        let mark = panel.title.chars().next().unwrap();
        assert!(['\u{25cf}', '\u{25cb}', '\u{d7}'].contains(&mark), "{}", panel.title);
    }
}

/// Series in which link after link does as told: `signs` by which each follows the one before it, 0 for not at all.
fn made(signs: [f64; 5]) -> Store {
    let mut state = 7_u64;
    let mut noise = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    };
    let mut levels = [1.0, 4.0, 150.0, 20.0, 50_000.0];
    let mut columns: [Vec<f64>; 5] = Default::default();
    let days: Vec<Day> = (0..400).map(|t| Day::from_ymd(2023, 1, 1).unwrap().plus(t)).collect();
    for _ in &days {
        let jgb = noise();
        let follow = |from: f64, sign: f64, noise: f64| sign * from + if sign == 0.0 { noise } else { 0.1 * noise };
        let spread = follow(jgb, signs[0], noise());
        let yen = follow(spread, signs[1], noise());
        // The US yield is the spread and the JGB yield together; the link from the yen is what the two leave of it.
        let ust = spread + jgb;
        let vix = follow(ust, signs[3], noise());
        let coin = follow(vix, signs[4], noise());
        for (level, change) in levels.iter_mut().zip([0.01 * jgb, 0.01 * ust, 0.0, vix, 0.0]) {
            *level += change;
        }
        levels[2] *= (-0.001 * yen).exp();
        levels[4] *= (0.01 * coin).exp();
        columns.iter_mut().zip(levels).for_each(|(column, level)| column.push(level));
    }
    let mut store = store();
    let kinds = [Kind::Yield, Kind::Yield, Kind::Fx, Kind::Volatility, Kind::Price];
    for ((id, kind), values) in ["jgb10y", "ust10y", "usdjpy", "vix", "btc"].iter().zip(kinds).zip(columns) {
        let meta = SeriesMeta {
            id: (*id).to_owned(),
            label: String::new(),
            unit: Unit::Index,
            kind,
            closes_at_utc: "24:00".to_owned(),
            source: String::new(),
            source_url: String::new(),
            license: String::new(),
            last: *days.last().unwrap(),
            breaks: Vec::new(),
        };
        store.insert(meta, Series::new(days.clone(), values).unwrap());
    }
    store
}

#[test]
fn the_sentence_of_the_chain_has_its_branches_in_every_language() {
    let to = (2024, 1, 31);
    let mut still = made([-0.5, -1.0, 0.0, 1.0, -1.0]);
    let (pegged, meta) = (still.get("jgb10y").unwrap().clone(), still.meta("jgb10y").unwrap().clone());
    still.insert(meta, Series::new(pegged.days().to_vec(), vec![0.1; pegged.len()]).unwrap());
    // Spread -0.5, so that the US yield rises with the JGB yield and the yen: every link holds.
    let stores = [
        ("all", 5, None, made([-0.5, -1.0, 0.0, 1.0, -1.0])),
        ("weak", 4, Some(Some(State::Weak)), made([-0.5, -1.0, 0.0, 0.0, -1.0])),
        ("reversed", 4, Some(Some(State::Reversed)), made([-0.5, -1.0, 0.0, 1.0, 1.0])),
        ("none", 0, Some(Some(State::Reversed)), made([1.0, 0.0, 0.0, -1.0, 1.0])),
        ("still", 3, Some(None), still),
    ];
    for words in LANGUAGES {
        let mut seen: Vec<String> = Vec::new();
        for (name, held, first, store) in &stores {
            let (told, steps) = told(store, &[], to, words);
            assert!(!told.contains(['{', '}']), "{told}");
            let states: Vec<_> = steps.unwrap().steps.iter().map(|step| step.state).collect();
            let holding = |state: &&Option<State>| **state == Some(State::Holding);
            assert_eq!(states.iter().filter(holding).count(), *held, "{name} {states:?}");
            assert_eq!(states.iter().find(|state| !holding(state)).copied(), *first, "{name} {states:?}");
            assert_eq!(told.contains(words.chain().arithmetic), states[0] == Some(State::Holding));
            seen.push(told);
        }
        let (early, none) = told(&store(), &[], (2018, 4, 2), words);
        assert!(none.is_none() && !early.contains(['{', '}']));
        seen.push(early);
        for (at, one) in seen.iter().enumerate() {
            assert!(seen[..at].iter().all(|other| other != one), "{one}");
        }
    }
}

//! The view `carry`.

use crate::{golden, said, scene, store};
use yenlens::series::{Day, Kind, Series, SeriesMeta, Store, Unit, align};
use yenlens::spec::{Options, Spec};
use yenlens::text::{LANGUAGES, date, number};
use yenlens::view::figures::Prepared;
use yenlens::view::scale::Domain;
use yenlens::view::scene::Scene;

#[test]
fn carry_wide() {
    golden("carry-1000", &[("view", "carry")], "en", 1000.0, 620.0);
}

#[test]
fn carry_narrow_in_japanese() {
    golden("carry-344-ja", &[("view", "carry"), ("range", "1y"), ("horizon", "20")], "ja", 344.0, 560.0);
}

#[test]
fn carry_of_august_2024_in_chinese() {
    let options = [("view", "carry"), ("range", "2024-05-01/2024-10-31"), ("window", "20"), ("confidence", "0.8")];
    golden("carry-2024-zh", &options, "zh-Hans", 700.0, 560.0);
}

#[test]
fn carry_before_there_is_enough_in_korean() {
    golden("carry-early-ko", &[("view", "carry"), ("range", "2014-01-01/2014-02-20")], "ko", 600.0, 500.0);
}

/// The five columns on common days, by the definition.
fn columns(store: &Store) -> (Vec<Day>, Vec<Vec<f64>>) {
    let series = ["usdjpy", "ust2y", "jgb2y", "jgb10y", "vix"].map(|id| store.get(id).unwrap());
    let aligned = align(&series);
    (aligned.days, aligned.columns)
}

fn deviation(x: &[f64]) -> f64 {
    let mean = x.iter().sum::<f64>() / x.len() as f64;
    (x.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (x.len() as f64 - 1.0)).sqrt()
}

fn volatility(fx: &[f64], at: usize, window: usize) -> f64 {
    let returns: Vec<f64> = (at + 1 - window..=at).map(|t| (fx[t] / fx[t - 1]).ln()).collect();
    100.0 * 252_f64.sqrt() * deviation(&returns)
}

/// The share of values below the last one in percent, ties by half.
fn rank(x: &[f64]) -> f64 {
    let last = x[x.len() - 1];
    let half = |v: &f64| if *v < last { 1.0 } else { f64::from(u8::from(*v <= last)) / 2.0 };
    100.0 * x.iter().map(half).sum::<f64>() / x.len() as f64
}

fn line(scene: &Scene, key: &str) -> Series {
    let line = scene.panels.iter().flat_map(|panel| &panel.lines).find(|line| line.key == key).unwrap();
    (*line.column).clone()
}

#[test]
fn every_figure_of_carry_is_that_of_its_definition() {
    let shown = scene(&[("view", "carry"), ("horizon", "20")], "en");
    let (days, c) = columns(&store());
    let (fx, us2, jp2, jp10, vix) = (&c[0], &c[1], &c[2], &c[3], &c[4]);
    for at in [days.len() - 1, 2000, 1234] {
        let near = |key: &str, expected: f64| {
            let got = line(&shown, key).on(days[at]).unwrap();
            assert!((got - expected).abs() < 1e-9 * expected.abs().max(1.0), "{key} on {}: {got}, not {expected}", days[at]);
        };
        let earned = us2[at] - jp2[at];
        near("carry", earned);
        near("volatility", volatility(fx, at, 60));
        near("to_risk", earned / volatility(fx, at, 60));
        // Twenty trading days are four weeks of interest.
        near("breakeven", 100.0 * (earned / 100.0 * 28.0 / 365.0).ln_1p());
        let raw: [Box<dyn Fn(usize) -> f64>; 5] = [
            Box::new(|t| (fx[t - 5] / fx[t]).ln()),
            Box::new(|t| jp10[t] - jp10[t - 10]),
            Box::new(|t| volatility(fx, t, 20)),
            Box::new(|t| vix[t] - vix[t - 5]),
            Box::new(|t| -(us2[t] - jp2[t]) / volatility(fx, t, 20)),
        ];
        let ranks = raw.map(|of| rank(&(at + 1 - 504..=at).map(of).collect::<Vec<f64>>()));
        let layers = &shown.panels.last().unwrap().layers;
        let (total, parts) = layers.split_last().unwrap();
        assert!((total.amount.on(days[at]).unwrap() - ranks.iter().sum::<f64>() / 5.0).abs() < 1e-9);
        let mut foot = 0.0;
        for (layer, rank) in parts.iter().zip(ranks) {
            assert!((layer.amount.on(days[at]).unwrap() - rank).abs() < 1e-9, "{}", layer.label);
            assert!((layer.low.on(days[at]).unwrap() - foot).abs() < 1e-9);
            // The whole range is smoothed: the last twenty days of each part on top of those below it.
            let amounts = layer.amount.values();
            let row = layer.amount.first_at_or_after(days[at]);
            foot += amounts[row - 19..=row].iter().sum::<f64>() / 100.0;
            assert!((layer.high.on(days[at]).unwrap() - foot).abs() < 1e-9);
        }
        near("pressure_mean", foot);
    }
    let close = scene(&[("view", "carry"), ("range", "2024-07-01/2024-12-31")], "en");
    let stack = close.panels.last().unwrap();
    let on = Day::from_ymd(2024, 8, 5).unwrap();
    let sum: f64 = stack.layers.iter().map(|layer| layer.amount.on(on).unwrap() / 5.0).sum();
    assert!((stack.lines[0].column.on(on).unwrap() - sum).abs() < 1e-9);
    assert!((stack.layers[4].high.on(on).unwrap() - sum).abs() < 1e-9);
    // scipy.stats.chi2.ppf([0.975, 0.025], 59)
    let (upper, lower) = (82.117_405_940_238_3, 39.661_859_351_515_65);
    let at = *days.last().unwrap();
    let of = |series: &Series| series.on(at).unwrap();
    let (band, vol) = (&shown.panels[0].bands[0], of(&line(&shown, "volatility")));
    assert!((of(&band.low) / vol - (59.0_f64 / upper).sqrt()).abs() < 1e-9);
    assert!((of(&band.high) / vol - (59.0_f64 / lower).sqrt()).abs() < 1e-9);
}

#[test]
fn the_sentence_of_carry_says_what_is_drawn_on_the_last_day_of_the_range() {
    let shown = scene(&[("view", "carry"), ("range", "2024-01-01/2024-12-31"), ("horizon", "20")], "en");
    let (days, c) = columns(&store());
    let at = days.partition_point(|day| day.ymd().0 <= 2024) - 1;
    let (fx, spread): (&[f64], Vec<f64>) = (&c[0], c[1].iter().zip(&c[2]).map(|(us, jp)| us - jp).collect());
    let breakeven = |t: usize| 100.0 * (spread[t] / 100.0 * 28.0 / 365.0).ln_1p();
    let (mut lost, mut stretches, mut end) = (0, 0, at);
    while end >= 20 {
        stretches += 1;
        lost += i32::from(100.0 * (fx[end - 20] / fx[end]).ln() > breakeven(end - 20));
        end -= 20;
    }
    let first = Day::from_ymd(2024, 8, 5).unwrap();
    let pressure = line(&shown, "pressure");
    for part in [
        format!("On {}, borrowing", date(LANGUAGES[0], days[at])),
        format!("earned {} points a year", number(spread[at], 2)),
        format!("{} for each point of USD/JPY volatility", number(spread[at] / volatility(fx, at, 60), 2)),
        // From the day on which the first window is full.
        format!("higher than on {} % of days since {}", number(rank(&spread[60..=at]), 0), date(LANGUAGES[0], days[60])),
        format!("swung {} % a year", number(volatility(fx, at, 60), 1)),
        format!("gain of the yen of {} % loses 20 trading days", number(breakeven(at), 2)),
        format!("in {lost} of {stretches} past stretches"),
        format!("Unwind pressure was {} of 100", number(pressure.on(days[at]).unwrap(), 0)),
        format!("when carry trades were unwound, it was {}", number(pressure.on(first).unwrap(), 0)),
    ] {
        assert!(said(&shown).contains(&part), "{part}\n{}", said(&shown));
    }
}

#[test]
fn past_pressure_does_not_depend_on_the_range() {
    let shown = |range: &str| scene(&[("view", "carry"), ("range", range)], "en");
    let (all, part) = (shown("1y"), shown("2024-07-01/2024-09-30"));
    let bits = |scene: &Scene| line(scene, "pressure").values().iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
    assert_eq!(bits(&all), bits(&part));
    let mean = |scene: &Scene| line(scene, "pressure_mean").values().iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
    assert_eq!(mean(&shown("5y")), mean(&shown("max")));
}

#[test]
fn the_sentence_of_carry_has_its_branches_in_every_language() {
    let mut turned = store();
    let us = turned.get("ust2y").unwrap().clone();
    let series = Series::new(us.days().to_vec(), us.values().iter().map(|v| v - 9.0).collect()).unwrap();
    turned.insert(meta("ust2y"), series);
    for phrases in LANGUAGES {
        let told = |store: &Store, from: (i32, u32, u32), to: (i32, u32, u32)| {
            let (spec, mut prepared) = (Spec::parse(&options(), &Spec::default()).spec, None);
            Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
            let day = |(y, m, d)| f64::from(Day::from_ymd(y, m, d).unwrap().count());
            said(&prepared.unwrap().scene(&spec, Domain::new(day(from), day(to)), phrases))
        };
        let usual = told(&store(), (2020, 1, 1), (2024, 6, 28));
        let early = told(&store(), (2014, 1, 1), (2014, 2, 20));
        let costs = told(&turned, (2020, 1, 1), (2024, 6, 28));
        let later = told(&store(), (2020, 1, 1), (2025, 6, 30));
        let opening = |told: &str| told.split("4.").next().unwrap().to_owned();
        for told in [&usual, &early, &costs, &later] {
            assert!(!told.contains(['{', '}']), "{told}");
        }
        assert!(early.len() < usual.len() && usual.len() < later.len(), "{early}\n{usual}\n{later}");
        assert!(costs.contains('\u{2212}') && !usual.contains('\u{2212}'), "{costs}\n{usual}");
        assert_ne!(opening(&usual), opening(&costs));
    }
}

fn options() -> Options {
    Options { view: Some("carry".into()), ..Options::default() }
}

fn meta(id: &str) -> SeriesMeta {
    SeriesMeta {
        id: id.to_owned(),
        label: String::new(),
        unit: Unit::Pct,
        kind: Kind::Yield,
        closes_at_utc: "20:30".to_owned(),
        source: String::new(),
        source_url: String::new(),
        license: String::new(),
        last: Day::saturating(20_000),
        breaks: Vec::new(),
    }
}

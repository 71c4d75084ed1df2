//! The view `carry`.

use crate::{golden, prepared, said, scene, store};
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
        // Of so long a range each quarter is drawn as one step.
        let quarter = |t: usize| (days[t].ymd().0, (days[t].ymd().1 - 1) / 3);
        let inside: Vec<usize> = (0..days.len()).filter(|t| quarter(*t) == quarter(at)).collect();
        let ranks = raw.map(|of| {
            inside.iter().map(|end| rank(&(end + 1 - 504..=*end).map(&of).collect::<Vec<f64>>())).collect::<Vec<f64>>()
        });
        let stack = shown.panels.last().unwrap();
        let mut foot = 0.0;
        for (layer, ranks) in stack.layers.iter().zip(&ranks) {
            let mean = ranks.iter().sum::<f64>() / ranks.len() as f64;
            assert!((layer.amount.on(days[at]).unwrap() - mean).abs() < 1e-9, "{}", layer.label);
            assert!((layer.low.on(days[at]).unwrap() - foot).abs() < 1e-9);
            foot += mean / 5.0;
            assert!((layer.high.on(days[at]).unwrap() - foot).abs() < 1e-9);
        }
        near("pressure_mean", foot);
        let totals: Vec<f64> = (0..inside.len()).map(|t| ranks.iter().map(|ranks| ranks[t]).sum::<f64>() / 5.0).collect();
        let ends = [totals.iter().copied().fold(f64::INFINITY, f64::min), totals.iter().copied().fold(0.0, f64::max)];
        for (edge, end) in stack.bands[0].edges.columns().into_iter().zip(ends) {
            assert!((edge.on(days[at]).unwrap() - end).abs() < 1e-9, "{end}");
        }
    }
    // Of some weeks every day.
    let close = scene(&[("view", "carry"), ("range", "2024-07-20/2024-08-25")], "en");
    let stack = close.panels.last().unwrap();
    let on = Day::from_ymd(2024, 8, 5).unwrap();
    let sum: f64 = stack.layers.iter().map(|layer| layer.amount.on(on).unwrap() / 5.0).sum();
    assert!((stack.lines[0].column.on(on).unwrap() - sum).abs() < 1e-9 && stack.bands.is_empty());
    assert!((stack.layers[4].high.on(on).unwrap() - sum).abs() < 1e-9);
    // scipy.stats.chi2.ppf([0.975, 0.025], 59)
    let (upper, lower) = (82.117_405_940_238_3, 39.661_859_351_515_65);
    let at = *days.last().unwrap();
    let of = |series: &Series| series.on(at).unwrap();
    let (band, vol) = (&shown.panels[0].bands[0], of(&line(&shown, "volatility")));
    assert!((of(band.edges.columns()[0]) / vol - (59.0_f64 / upper).sqrt()).abs() < 1e-9);
    assert!((of(band.edges.columns()[1]) / vol - (59.0_f64 / lower).sqrt()).abs() < 1e-9);
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
    let pressure_on = |day: Day| {
        let close = scene(&[("view", "carry"), ("range", &format!("{}/{}", day.plus(-15), day.plus(15)))], "en");
        line(&close, "pressure").on(day).unwrap()
    };
    for part in [
        format!("On {}, borrowing", date(LANGUAGES[0], days[at])),
        format!("earned {} points a year", number(spread[at], 2)),
        format!("{} for each point of USD/JPY volatility", number(spread[at] / volatility(fx, at, 60), 2)),
        // From the day on which the first window is full.
        format!("higher than on {}\u{a0}% of days since {}", number(rank(&spread[60..=at]), 0), date(LANGUAGES[0], days[60])),
        format!("swung {}\u{a0}% a year", number(volatility(fx, at, 60), 1)),
        format!("gain of the yen of {}\u{a0}% loses 20 trading days", number(breakeven(at), 2)),
        format!("in {lost} of {stretches} past stretches"),
        format!("Unwind pressure was {} of 100", number(pressure_on(days[at]), 0)),
        format!("when carry trades were unwound, it was {}", number(pressure_on(first), 0)),
    ] {
        assert!(said(&shown).contains(&part), "{part}\n{}", said(&shown));
    }
}

#[test]
fn past_pressure_does_not_depend_on_the_range() {
    let shown = |range: &str| scene(&[("view", "carry"), ("range", range)], "en");
    let (all, part) = (shown("2026-07-15/2026-08-21"), shown("2024-07-20/2024-08-25"));
    let bits = |scene: &Scene| line(scene, "pressure").values().iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
    assert_eq!(bits(&all), bits(&part));
    let mean = |scene: &Scene| line(scene, "pressure_mean").values().iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
    assert_eq!(mean(&shown("max")), mean(&shown("5y")));
    assert_eq!(mean(&shown("3y")), mean(&shown("2024-01-01/2024-12-31")));
    assert_eq!(mean(&shown("6m")), mean(&shown("2024-07-01/2024-12-31")));
}

#[test]
fn the_text_says_the_day_and_the_mean_that_is_drawn_and_the_csv_holds_it() {
    for words in LANGUAGES {
        for (range, means) in [("max", Some(2)), ("3y", Some(1)), ("6m", Some(0)), ("2024-07-20/2024-08-25", None)] {
            let options = [("view", "carry"), ("range", range)];
            let (prepared, state) = prepared(&options);
            let shown = prepared.scene(state.spec(), state.domain(), words);
            let drawn = shown.panels.last().unwrap().lines[0].column.clone();
            let last = (0..drawn.len()).rfind(|at| shown.x.contains(f64::from(drawn.days()[*at].count()))).unwrap();
            let mean = number(drawn.values()[last], 0);
            let told = shown.more.last().unwrap();
            assert!(told.contains(&mean), "{mean}: {told}");
            for (at, called) in words.carry().means.iter().enumerate() {
                assert_eq!(told.contains(called), means == Some(at), "{called}: {told}");
                assert_eq!(shown.panels.last().unwrap().title.contains(called), means == Some(at));
            }
            let csv = prepared.sheet(&shown, state.spec(), words).csv();
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let label = &shown.panels.last().unwrap().lines[0].label;
            let column = reader.headers().unwrap().iter().position(|name| name == label).unwrap();
            let row = reader.records().map(Result::unwrap).last().unwrap();
            assert_eq!(row[column].parse::<f64>().unwrap().to_bits(), drawn.values()[last].to_bits());
        }
    }
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

#[test]
fn a_plot_of_nothing_below_zero_stands_on_zero() {
    for range in ["6m", "1y", "5y", "max"] {
        let scene = scene(&[("view", "carry"), ("range", range)], "en");
        let mut count = 0;
        for panel in &scene.panels {
            let least = panel.lines.iter().flat_map(|line| line.column.values()).copied().fold(f64::INFINITY, f64::min);
            if least >= 0.0 {
                count += 1;
                assert!(panel.y.lo().abs() <= 0.0, "{range}: {} from {}", panel.title, panel.y.lo());
            }
        }
        assert!(count > 1, "{range}: {count}");
    }
}

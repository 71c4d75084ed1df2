//! The view `beta`: its pictures, and that its sentences say what its method computed.

use crate::{golden, prepared, scene, spec, store, told};
use yenlens::series::Day;
use yenlens::stats::distributions::student_quantile;
use yenlens::stats::regression::{Errors, Lags, ols};
use yenlens::text::{LANGUAGES, fill, phrases, signed};
use yenlens::view::figures::Prepared;
use yenlens::view::scene::Mark;
use yenlens::view::state::{Msg, State, Walk};

#[test]
fn beta_wide() {
    golden("beta-1000", &[("view", "beta"), ("range", "1y")], "en", 1000.0, 460.0);
}

#[test]
fn beta_with_controls_in_japanese() {
    let options = [("view", "beta"), ("driver", "jgb10y"), ("controls", "vix dollar"), ("range", "3y")];
    golden("beta-controls-700-ja", &options, "ja", 700.0, 420.0);
}

#[test]
fn beta_narrow_in_korean_and_in_chinese() {
    golden("beta-344-ko", &[("view", "beta"), ("driver", "vix"), ("range", "1y")], "ko", 344.0, 400.0);
    golden(
        "beta-344-zh",
        &[("view", "beta"), ("asset", "eth"), ("driver", "spread10y"), ("range", "6m")],
        "zh-Hans",
        344.0,
        400.0,
    );
}

#[test]
fn beta_with_too_few_days_draws_nothing_and_says_so() {
    for phrases in LANGUAGES {
        let scene = scene(&[("view", "beta"), ("range", "2024-01-05/2024-01-25")], phrases.lang);
        let [before, after] = [0, 1].map(|part| phrases.beta().too_few.split("{days}").nth(part).unwrap());
        assert!(after.contains('{') || scene.finding.ends_with(after), "{}", scene.finding);
        assert!(before.contains('{') || scene.finding.starts_with(before), "{}", scene.finding);
        assert!(scene.stops.is_empty() && scene.panels[0].marks.is_empty() && !scene.finding.contains('{'));
    }
}

#[test]
fn a_driver_that_moves_in_step_with_what_is_held_constant_is_said_to() {
    let mut store = store();
    let (mut meta, vix) = (store.meta("vix").unwrap().clone(), store.get("vix").unwrap().clone());
    (meta.id, meta.label) = ("fear".to_owned(), "Fear".to_owned());
    store.insert(meta, vix);
    let spec = spec(&[("view", "beta"), ("driver", "fear"), ("controls", "vix")]);
    let mut prepared = None;
    Prepared::refresh(&mut prepared, &store, 1, &spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    for phrases in LANGUAGES {
        let finding = prepared.scene(state.spec(), state.domain(), phrases).finding;
        let blanks = [("held", phrases.name("vix", "")), ("driver", "Fear")];
        assert_eq!(finding, fill(phrases.beta().in_step, &blanks));
    }
}

#[test]
fn each_branch_of_the_beta_is_said_in_each_language() {
    for phrases in LANGUAGES {
        for (options, verdict) in [
            (vec![("driver", "yen")], phrases.verdict_zero),
            (vec![("driver", "vix")], phrases.verdict_opposite),
            (vec![("asset", "eth"), ("driver", "btc")], phrases.verdict_together),
        ] {
            let options = [vec![("view", "beta")], options].concat();
            let (scene, method) = told(&options, phrases.lang);
            assert!(scene.finding.contains(verdict), "{}: {}", phrases.lang, scene.finding);
            for (name, value) in method.figures.iter().take(3) {
                assert!(scene.finding.contains(&signed(*value, 2)), "{name} {value}: {}", scene.finding);
            }
            assert!(!scene.finding.contains(['{', '}']), "{}", scene.finding);
        }
    }
}

#[test]
fn the_slope_of_a_window_is_that_of_its_own_regression_with_what_is_held_constant() {
    for held in ["", "vix dollar"] {
        let options = [("view", "beta"), ("driver", "jgb10y"), ("controls", held), ("window", "90"), ("confidence", "0.9")];
        let (prepared, state) = prepared(&options);
        let scene = prepared.scene(state.spec(), state.domain(), phrases("en"));
        let csv = prepared.sheet(&scene, state.spec(), phrases("en")).csv();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let column = |at: usize| rows.iter().map(|row| row[at].parse().unwrap()).collect::<Vec<f64>>();
        let count = if held.is_empty() { 0 } else { 2 };
        let (x, y, others) = (column(1), column(2), (3..3 + count).map(column).collect::<Vec<_>>());
        let panel = &scene.panels[1];
        for end in [90, 700, rows.len()] {
            let cut = end - 90..end;
            let mut regressors = vec![&x[cut.clone()]];
            regressors.extend(others.iter().map(|column| &column[cut.clone()]));
            let fit = ols(&y[cut], &regressors, true, Errors::NeweyWest { lags: Lags::Auto, small_sample: true }).unwrap();
            let day = Day::parse(&rows[end - 1][0]).unwrap();
            let (slope, half) = (10.0 * fit.coefficients[1], 10.0 * fit.standard_errors[1]);
            let got = panel.lines[0].column.on(day).unwrap();
            assert!((got - slope).abs() < 1e-9, "{held} on {day}: {got} and {slope}");
            let t = student_quantile(0.9, 88.0 - count as f64);
            assert!((panel.bands[0].edges.on(day).unwrap().1 - slope - t * half).abs() < 1e-9, "{held} on {day}");
        }
    }
}

#[test]
fn the_line_and_its_band_pass_through_what_the_method_computed() {
    let (scene, method) = told(&[("view", "beta"), ("driver", "jgb10y"), ("controls", "vix")], "en");
    let figure = |name: &str| method.figures.iter().find(|(other, _)| *other == name).unwrap().1;
    let [Mark::Dots(dots), Mark::Area(area), Mark::Curve(curve)] = scene.panels[0].marks.as_slice() else {
        unreachable!("a cloud, a band and a line")
    };
    assert_eq!(dots.x.len(), figure("n") as usize);
    assert_eq!(scene.stops.len(), dots.x.len());
    // The line is straight, so two of its places give its height at ten basis points.
    let last = curve.x.len() - 1;
    let slope = (curve.y[last] - curve.y[0]) / (curve.x[last] - curve.x[0]);
    assert!((10.0 * slope - figure("slope")).abs() < 1e-9);
    assert!((curve.y[0] + slope * (10.0 - curve.x[0]) - figure("line")).abs() < 1e-9);
    for at in 0..=last {
        assert!(area.low[at] < curve.y[at] && curve.y[at] < area.high[at]);
    }
}

#[test]
fn a_stop_of_the_cloud_is_a_day_and_the_farthest_from_the_line_come_first() {
    let scene = scene(&[("view", "beta")], "en");
    let Mark::Curve(line) = &scene.panels[0].marks[2] else { unreachable!("the line") };
    let last = line.x.len() - 1;
    let slope = (line.y[last] - line.y[0]) / (line.x[last] - line.x[0]);
    let off = |at: usize| (scene.stops[at].y - line.y[0] - slope * (scene.stops[at].x - line.x[0])).abs();
    assert!((1..scene.stops.len()).all(|at| off(at - 1) >= off(at) - 1e-9));
    assert!(scene.stops.iter().all(|stop| stop.day.is_some()));
    // 12 March 2020, the worst day of the sample.
    assert_eq!(scene.stops[0].day.unwrap().to_string(), "2020-03-12");
}

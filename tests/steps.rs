//! Series with a value a week or a month: what is told of them speaks of weeks and months.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

mod held;

use held::store;
use yenlens::series::{Day, Kind, Series, Store, Unit};
use yenlens::spec::{Spec, ViewName};
use yenlens::text::{LANGUAGES, Phrases};
use yenlens::view::controls::Control;
use yenlens::view::figures::{self, Prepared};
use yenlens::view::state::{Msg, State, Walk};

/// All that a figure says of its days: sentences, titles, names of points, controls, columns, method; a line each.
fn told(store: &Store, options: &[(&str, &str)], phrases: &'static Phrases) -> String {
    let mut spec = Spec::default();
    for (name, text) in options {
        spec.set(name, text, &mut Vec::new()).unwrap();
    }
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    let spec = state.spec();
    let scene = prepared.scene(spec, state.domain(), phrases);
    let mut lines = vec![scene.finding.clone()];
    lines.extend(scene.more.iter().cloned());
    for panel in &scene.panels {
        lines.extend([panel.title.clone(), panel.measure.clone()]);
        lines.extend(panel.x.iter().map(|axis| axis.title.clone()));
    }
    lines.extend(scene.stops.iter().map(|stop| stop.name.clone()));
    for control in figures::controls(spec, store, &prepared.phrases(phrases)) {
        match control {
            Control::Slide { label, text, .. } => lines.push([label, ": ", &text].concat()),
            // The days of the axis are those of all that is drawn.
            Control::Switch { name: "days", .. } | Control::Choose { .. } | Control::More { .. } => {}
            Control::Switch { label, choices, .. } | Control::Toggle { label, choices, .. } => {
                lines.extend(choices.into_iter().map(|(_, name)| [label, ": ", &name].concat()));
            }
        }
    }
    let heads = |csv: String| csv.lines().find(|line| !line.starts_with('#')).unwrap_or_default().to_owned();
    lines.push(heads(prepared.sheet(&scene, spec, phrases).csv()));
    lines.push(heads(prepared.table(&scene, spec, phrases).csv()));
    // What the chain has to be kept in mind with speaks of links of any kind.
    let own = if spec.view == ViewName::Chain { 2 } else { usize::MAX };
    let method = prepared.method(spec, state.domain(), phrases).into_iter().flat_map(|method| method.paragraphs);
    lines.extend(method.take(own));
    lines.join("\n")
}

/// Words of days, in the order of the languages.
const OF_DAYS: [&[&str]; 4] = [
    &["day", "Day", "daily", "Daily"],
    &["営業日", "日々", "同じ日", "日窓", "当日", "た日", "%の日", "1日を", "3日の和"],
    &["交易日", "每日", "逐日", "天", "日子", "各日", "日窗口"],
    &["거래일", "일별", "하루", "사흘", "날"],
];

/// Fails where a figure speaks of days; that its changes lie between days with values, and that points bear dates, is true.
fn assert_speaks_of_no_days(store: &Store, options: &[(&str, &str)], of: [&str; 4]) {
    for ((phrases, days), of) in LANGUAGES.into_iter().zip(OF_DAYS).zip(of) {
        let told = told(store, options, phrases);
        let own = told.replace(phrases.extras.alignment[0], "").replace("읽는 날", "");
        for term in days {
            let line = own.lines().find(|line| line.contains(term));
            assert!(line.is_none(), "{options:?} {}: {term} in {line:?}", phrases.lang);
        }
        assert!(told.contains(of), "{options:?}: no {of} in {told}");
    }
}

#[test]
fn what_is_known_by_month_is_told_in_months() {
    let (store, of) = (store(), ["months", "か月", "个月", "개월"]);
    for view in ["correlation", "beta", "leadlag", "events"] {
        for basis in ["changes", "levels"] {
            let options =
                [("view", view), ("driver", "tic_japan"), ("events", "fed surge"), ("model", "market"), ("basis", basis)];
            assert_speaks_of_no_days(&store, &options, of);
        }
    }
    assert_speaks_of_no_days(
        &store,
        &[("view", "chain"), ("asset", "tic_japan"), ("window", "20")],
        ["months", "か月", "个月", "개월"],
    );
    assert_speaks_of_no_days(&store, &[("view", "timeline"), ("asset", "tic_japan")], ["Month by month", "毎月", "逐月", "월별"]);
}

#[test]
fn what_is_known_by_week_is_told_in_weeks() {
    let store = store();
    for view in ["correlation", "beta", "leadlag", "events"] {
        let options = [("view", view), ("driver", "cot_long"), ("events", "surge")];
        assert_speaks_of_no_days(&store, &options, ["weeks", "週", "周", "주간"]);
    }
}

#[test]
fn an_authors_own_series_by_quarter_is_told_in_observations() {
    let mut store = store();
    let mut meta = store.meta("btc").unwrap().clone();
    (meta.id, meta.label, meta.kind, meta.unit) = ("sales".to_owned(), "Sales".to_owned(), Kind::Price, Unit::Usd);
    let ends: Vec<Day> = (0..60).map(|n| Day::from_ymd(2010, 1, 31).unwrap().plus_months(3 * n)).collect();
    let values: Vec<f64> = (0..60).map(|n| 100.0 + f64::from(n * n % 7)).collect();
    let other: Vec<f64> = (0..60).map(|n| 50.0 + f64::from(n * n % 11)).collect();
    store.insert(meta.clone(), Series::new(ends.clone(), values).unwrap());
    (meta.id, meta.label) = ("costs".to_owned(), "Costs".to_owned());
    store.insert(meta, Series::new(ends, other).unwrap());
    for view in ["correlation", "beta", "leadlag"] {
        let options = [("view", view), ("asset", "sales"), ("driver", "costs"), ("window", "20")];
        assert_speaks_of_no_days(&store, &options, ["observations", "観測", "观测", "건"]);
    }
}

#[test]
fn what_is_known_by_day_is_told_in_days_as_ever() {
    let told = told(&store(), &[("view", "correlation"), ("driver", "vix")], LANGUAGES[0]);
    assert!(told.starts_with("Over the 60 trading days to ") && told.contains("Window: 60 trading days"), "{told}");
}

#[test]
fn what_is_annualised_or_counted_in_trading_days_a_month_takes_daily_figures_alone() {
    let mut store = store();
    let refused = |store: &Store, options: &[(&str, &str)]| {
        let mut spec = Spec::default();
        for (name, text) in options {
            spec.set(name, text, &mut Vec::new()).unwrap();
        }
        Prepared::refresh(&mut None, store, 1, &spec).err().map(|error| error.message().to_owned())
    };
    assert_eq!(refused(&store, &[("view", "carry")]), None);
    assert_eq!(refused(&store, &[("view", "scenario")]), None);
    let asset = refused(&store, &[("view", "scenario"), ("asset", "tic_japan")]);
    assert_eq!(asset.as_deref(), Some("asset: expected figures of every trading day"));
    let (meta, daily) = (store.meta("usdjpy").unwrap().clone(), store.get("usdjpy").unwrap().clone());
    let weekly: Vec<usize> = (0..daily.len()).filter(|at| daily.days()[*at].weekday() == 2).collect();
    let days = weekly.iter().map(|at| daily.days()[*at]).collect();
    store.insert(meta, Series::new(days, weekly.iter().map(|at| daily.values()[*at]).collect()).unwrap());
    assert_eq!(refused(&store, &[("view", "carry")]).as_deref(), Some("carry: expected figures of every trading day"));
}

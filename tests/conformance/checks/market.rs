use serde_json::Value;
use yenlens::market::{Inputs, Link, carry, follow, outcome, pressure, read_link, yen_index};
use yenlens::series::{Aligned, Day, Series, align};
use yenlens::stats::transforms::{changes, log_returns};

use crate::table::{FIGURE, Table, int, list, num, nums, snapshot};

/// The days that all series share, up to the last of the tables.
fn levels(held: &[Series]) -> Aligned {
    let mut aligned = align(&held.iter().collect::<Vec<_>>());
    let kept = aligned.days.partition_point(|d| *d <= Day::parse("2024-12-31").unwrap());
    aligned.days.truncate(kept);
    aligned.columns.iter_mut().for_each(|c| c.truncate(kept));
    aligned
}

/// usdjpy, jgb10y, jgb2y, ust2y, ust10y, vix, btc.
fn snapshot_levels() -> Aligned {
    let names = [("usdjpy", "usdjpy"), ("jgb", "jgb10y"), ("jgb", "jgb2y"), ("ust", "ust2y"), ("ust", "ust10y"), ("risk", "vix")];
    let mut held: Vec<Series> = names.iter().map(|(file, name)| snapshot(file, name, "")).collect();
    held.push(snapshot("crypto", "value", "btc"));
    levels(&held)
}

/// Percent, basis points and points: spread, fx, jgb, ust, vix, btc.
fn snapshot_changes(aligned: &Aligned) -> [Vec<f64>; 6] {
    let [fx, jgb10y, _, _, ust10y, vix, btc] = &aligned.columns[..] else { unreachable!("seven series were aligned") };
    let percent = |p: &[f64]| log_returns(p).iter().map(|r| 100.0 * r).collect();
    let spread: Vec<f64> = ust10y.iter().zip(jgb10y).map(|(us, jp)| us - jp).collect();
    [changes(&spread, 100.0), percent(fx), changes(jgb10y, 100.0), changes(ust10y, 100.0), changes(vix, 1.0), percent(btc)]
}

fn same(table: &Table, expected: &Value, at: &[f64], columns: &[(&str, &[f64])]) {
    for (name, got) in columns {
        for (at, e) in at.iter().zip(nums(&expected[name])) {
            table.close_to_size(&format!("{name} at {at}"), got[*at as usize], e, FIGURE * e.abs().max(1.0));
        }
    }
}

#[test]
fn carry_and_pressure_are_those_of_pandas() {
    let table = Table::load("market");
    let aligned = snapshot_levels();
    assert_eq!(aligned.days.len(), int(table.at("rows")));
    let [fx, jgb10y, jgb2y, us2y, _, vix, _] = &aligned.columns[..] else { unreachable!("seven series were aligned") };
    let at = nums(table.at("at"));
    let c = carry(us2y, jgb2y, fx, 20, 90.0).unwrap();
    let columns: [(&str, &[f64]); 4] =
        [("carry", &c.carry), ("volatility", &c.volatility), ("to_risk", &c.to_risk), ("breakeven", &c.breakeven)];
    same(&table, table.at("carry"), &at, &columns);
    let p = pressure(Inputs { usdjpy: fx, jgb10y, vix, us2y, jgb2y }, 252).unwrap();
    let columns: [(&str, &[f64]); 6] = [
        ("surge", &p.surge),
        ("rise", &p.rise),
        ("volatility", &p.volatility),
        ("vix", &p.vix),
        ("carry", &p.carry),
        ("total", &p.total),
    ];
    same(&table, table.at("pressure"), &at, &columns);
}

#[test]
fn the_yen_and_the_links_follow_as_statsmodels_says() {
    let table = Table::load("market");
    let [spread, fx, jgb, ust, vix, btc] = snapshot_changes(&snapshot_levels());
    let f = follow(&fx, &spread, 120).unwrap();
    let columns: [(&str, &[f64]); 4] =
        [("beta", &f.beta), ("r_squared", &f.r_squared), ("residual", &f.residual), ("standardised", &f.standardised)];
    same(&table, table.at("follow"), &nums(table.at("later")), &columns);
    let by_name = |name: &str| match name {
        "spread" => &spread,
        "fx" => &fx,
        "jgb" => &jgb,
        "ust" => &ust,
        "vix" => &vix,
        _ => &btc,
    };
    for row in table.rows("chain") {
        let row = list(row);
        let (from, to) = (by_name(row[0].as_str().unwrap()), by_name(row[1].as_str().unwrap()));
        let link = Link { from: "", to: "", together: true };
        let got = read_link(link, from, to, int(&row[2]), 0.9).unwrap().unwrap();
        table.close("beta", got.beta, num(&row[3]), FIGURE);
        table.close_to_size("low", got.low, num(&row[4]), FIGURE * got.beta.abs());
        table.close_to_size("high", got.high, num(&row[5]), FIGURE * got.beta.abs());
        table.close("R²", got.r_squared, num(&row[6]), FIGURE);
        assert!((got.path[from.len() - 1] - got.beta).abs() <= FIGURE * got.beta.abs());
    }
}

#[test]
fn the_scenario_is_that_of_statsmodels() {
    let table = Table::load("market");
    let [_, fx, jgb, ust, _, btc] = snapshot_changes(&snapshot_levels());
    let expected = table.at("scenario");
    let got = outcome(&btc, &[&jgb, &fx, &ust], &nums(&expected["moves"]), int(&expected["horizon"]), 5, 0.8).unwrap();
    table.close("expected", got.expected, num(&expected["expected"]), FIGURE);
    table.close("low", got.low, num(&expected["low"]), FIGURE);
    table.close("high", got.high, num(&expected["high"]), FIGURE);
    table.close("R²", got.r_squared, num(&expected["r_squared"]), FIGURE);
    assert_eq!((got.windows, got.independent), (int(&expected["windows"]), int(&expected["independent"])));
    for (analogue, e) in got.analogues.iter().zip(list(&expected["analogues"])) {
        assert_eq!(analogue.start, int(&e[0]));
        table.close("distance", analogue.distance, num(&e[1]), FIGURE);
        table.close("outcome", analogue.outcome, num(&e[2]), FIGURE);
    }
}

#[test]
fn the_yen_index_is_the_geometric_mean() {
    let table = Table::load("market");
    let names = ["eurjpy", "eurusd", "eurgbp", "eurchf"];
    let aligned = levels(&names.map(|name| snapshot("ecb", name, "")));
    let [jpy, usd, gbp, chf] = &aligned.columns[..] else { unreachable!("four series were aligned") };
    let expected = table.at("yen_index");
    let basket: [(Option<&[f64]>, f64); 4] = [(Some(usd), 0.4), (Some(gbp), 0.1), (Some(chf), 0.2), (None, 0.3)];
    let index = yen_index(jpy, &basket, int(&expected["base"])).unwrap();
    same(&table, expected, &nums(&expected["at"]), &[("index", &index)]);
}

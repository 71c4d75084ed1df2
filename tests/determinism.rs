//! The same bits everywhere: what the library computes natively has the digests in `determinism/digests.json`, and so has what
//! the built package computes in Node (`node/exports.test.mjs`) and in each browser (`browsers/tests/determinism.mjs`).
//!
//! After a change that is meant to move the last bits: `YENLENS_BLESS=1 cargo test --test determinism`, then read the diff.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, helpers included")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use yenlens::stats::bootstrap::{self, Plan};
use yenlens::stats::correlation::{self, Correlation};
use yenlens::stats::regression::{self, Errors, Lags, Regression};
use yenlens::stats::rolling_band::{self, Method};
use yenlens::stats::stationarity::{self, Test};
use yenlens::stats::{
    causality, event_study, ewma, lead_lag, levels, local_projection, odds, overlays, rank, rolling, transforms,
    vector_autoregression,
};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn sample(name: &str) -> BTreeMap<String, Vec<f64>> {
    let text = std::fs::read_to_string(file(&format!("conformance/{name}.csv"))).unwrap();
    let mut lines = text.lines().map(|line| line.split(','));
    let names: Vec<&str> = lines.next().unwrap().collect();
    let rows: Vec<Vec<&str>> = lines.map(Iterator::collect).collect();
    let column = |at: usize| rows.iter().map(|row| row[at].parse().unwrap_or(f64::NAN)).collect();
    names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), column(at))).collect()
}

/// FNV-1a over the bytes of the numbers, least first; every NaN counts as one.
fn digest(values: &[f64]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for v in values {
        let bits = if v.is_nan() { 0x7ff8_0000_0000_0000 } else { v.to_bits() };
        for byte in bits.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn of_correlation(r: Correlation) -> Vec<f64> {
    vec![r.estimate, r.low, r.high, r.p_value, r.n as f64]
}

fn of_regression(fit: &Regression) -> Vec<f64> {
    let columns = [&fit.coefficients, &fit.standard_errors, &fit.t_statistics, &fit.p_values];
    let scalars = [fit.r_squared, fit.adjusted_r_squared, fit.residual_variance, fit.n as f64];
    columns.into_iter().flatten().copied().chain(scalars).collect()
}

fn of_test(test: Test) -> Vec<f64> {
    vec![test.statistic, test.p_value]
}

/// Every exported function on two samples; `determinism/digests.mjs` computes the same of the package under the same names.
fn digests() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for name in ["made", "real"] {
        let s = sample(name);
        let (x, y, z) = (&s["fx"], &s["btc"], &s["jgb"]);
        let level = |c: &[f64]| -> Vec<f64> {
            c.iter()
                .scan(100.0, |p, v| {
                    *p *= 1.0 + v;
                    Some(*p)
                })
                .collect()
        };
        let prices = level(y);
        let mut put = |key: &str, values: Vec<f64>| out.insert(format!("{name} {key}"), digest(&values));
        put("logReturns", transforms::log_returns(&prices));
        put("changes", transforms::changes(&prices, 100.0));
        put("rollingMean", rolling::mean(x, 60).unwrap());
        put("rollingStd", rolling::std(x, 60).unwrap());
        put("rollingZScore", rolling::z_score(x, 60).unwrap());
        put("rollingCorrelation", rolling::correlation(x, y, 60).unwrap());
        put("rollingSpearman", rank::rolling_spearman(x, y, 60).unwrap());
        put("rollingBeta", rolling::beta(y, x, 60).unwrap());
        put("ewmaVolatility", ewma::volatility(y, 0.94).unwrap());
        put("ewmaCorrelation", ewma::correlation(x, y, 0.94).unwrap());
        put("pearson", of_correlation(correlation::pearson(x, y).unwrap()));
        put("spearman", of_correlation(rank::spearman(x, y).unwrap()));
        put("kendall", of_correlation(rank::kendall(x, y).unwrap()));
        let (low, high) = correlation::interval(0.3, 60, 0.9).unwrap();
        put("correlationInterval", vec![low, high]);
        put("partialCorrelation", vec![regression::partial_correlation(x, y, &[z]).unwrap()]);
        put("crossCorrelation", lead_lag::cross_correlation(x, y, 20).unwrap());
        put("optimalBlockLength", vec![bootstrap::optimal_block_length(&prices).unwrap()]);
        let band = bootstrap::correlation(x, y, Plan { seed: 42, ..Plan::default() }).unwrap();
        put("bootstrapCorrelation", vec![band.estimate, band.low, band.high]);
        let plan = Plan { resamples: 200, seed: 42, ..Plan::default() };
        let band = rolling_band::correlation(x, y, 60, Method::Bootstrap(plan)).unwrap();
        put("rollingCorrelationBand", [band.estimate, band.low, band.high].concat());
        put("levelsOdds", vec![levels::odds(52, 0.6, 2_000, 9).unwrap()]);
        put("forbesRigobon", vec![odds::forbes_rigobon(0.4, 3.0).unwrap()]);
        let robust = Errors::NeweyWest { lags: Lags::Auto, small_sample: true };
        put("ols", of_regression(&regression::ols(y, &[x, z], true, robust).unwrap()));
        let test = causality::granger(x, y, 3).unwrap();
        put("grangerTest", vec![test.f_statistic, test.p_value, test.df_numerator as f64, test.df_denominator as f64]);
        let c = vector_autoregression::connectedness(&[x, y, z], 2, 10).unwrap();
        put("connectedness", [c.table, c.from, c.to, c.net, vec![c.total]].concat());
        put("impulseResponses", vector_autoregression::impulse_responses(&[x, y, z], 2, 5).unwrap().concat());
        let path = local_projection::local_projection(x, y, 5, 2, 0.95).unwrap();
        put("localProjection", [path.response, path.standard_errors, path.low, path.high].concat());
        put("adfTest", of_test(stationarity::adf(&prices, 2).unwrap()));
        put("kpssTest", of_test(stationarity::kpss(&prices, 6).unwrap()));
        put("ljungBox", of_test(stationarity::ljung_box(y, 10).unwrap()));
        put("engleGranger", of_test(stationarity::engle_granger(&prices, &level(x), 1).unwrap()));
        let e = event_study::event_study(y, x, 0..120, 150..161).unwrap();
        put("eventStudy", [vec![e.alpha, e.beta, e.sigma], e.abnormal, vec![e.cumulative, e.t_statistic]].concat());
        let p = event_study::placebo_rank(y, 150, 5, &[30, 100]).unwrap();
        put("placeboRank", vec![p.rank as f64, p.windows as f64, p.cumulative]);
        let (low, high) = odds::wilson(7, 20, 0.95).unwrap();
        put("wilsonInterval", vec![low, high]);
        put("sma", overlays::sma(&prices, 20).unwrap());
        put("ema", overlays::ema(&prices, 20).unwrap());
        put("rsi", overlays::rsi(&prices, 14).unwrap());
        let b = overlays::bollinger(&prices, 20, 2.0).unwrap();
        put("bollinger", [b.middle, b.upper, b.lower].concat());
        let m = overlays::macd(&prices, 12, 26, 9).unwrap();
        put("macd", [m.macd, m.signal, m.histogram].concat());
    }
    out
}

#[test]
fn native_results_have_the_digests_of_every_platform() {
    if std::env::var_os("YENLENS_BLESS").is_some() {
        let text = serde_json::to_string_pretty(&digests()).unwrap();
        std::fs::write(file("determinism/digests.json"), text + "\n").unwrap();
    }
    let text = std::fs::read_to_string(file("determinism/digests.json")).unwrap();
    let expected: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
    let got = digests();
    assert_eq!(got.len(), expected.len());
    for (key, digest) in got {
        assert_eq!(expected.get(&key), Some(&digest), "{key}");
    }
}

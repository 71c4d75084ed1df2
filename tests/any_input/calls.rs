//! Calls of every function with one input, and what must hold of the answers.

use yenlens::Error;
use yenlens::market::{self, Inputs, Link};
use yenlens::series::{Day, Series, align};
use yenlens::stats::bootstrap::{self, Block, Plan};
use yenlens::stats::correlation::{self, Correlation};
use yenlens::stats::regression::{self, Errors, Lags};
use yenlens::stats::rolling_band::{self, Method};
use yenlens::stats::stationarity::{self, Test};
use yenlens::stats::{
    causality, distributions, event_study, ewma, lead_lag, levels, local_projection, moments, odds, overlays, rank, rolling,
    transforms, vector_autoregression,
};

/// Columns and arguments of any kind.
#[derive(Debug, Clone)]
pub struct Input {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub z: Vec<f64>,
    pub whole: [usize; 3],
    pub real: [f64; 2],
}

impl Input {
    /// Three small whole numbers, two numbers, and the rest dealt out to the columns, most values made ordinary.
    #[allow(dead_code, reason = "only the fuzz target and one test read bytes")]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut bytes = bytes.iter().copied();
        let mut next = || bytes.next();
        let whole = [(); 3].map(|()| usize::from(next().unwrap_or(3)));
        let mut number = || {
            let kind = next()?;
            let raw = [(); 8].map(|()| next().unwrap_or(0));
            Some(if kind < 8 { f64::from_le_bytes(raw) } else { f64::from(i16::from_le_bytes([raw[0], raw[1]])) / 64.0 })
        };
        let real = [number().unwrap_or(0.5), number().unwrap_or(0.9)];
        let mut columns = [Vec::new(), Vec::new(), Vec::new()];
        while let (Some(a), b, c) = (number(), number(), number()) {
            for (column, v) in columns.iter_mut().zip([a, b.unwrap_or(0.0), c.unwrap_or(0.0)]) {
                column.push(v);
            }
        }
        let [x, y, z] = columns;
        Self { x, y, z, whole, real }
    }
}

/// A column of that length without an infinite figure.
#[track_caller]
fn column(found: Result<Vec<f64>, Error>, length: usize) {
    if let Ok(column) = found {
        assert_eq!(column.len(), length);
        assert!(column.iter().all(|v| !v.is_infinite()), "{column:?}");
    }
}

/// A share, or missing.
#[track_caller]
fn share(v: f64) {
    assert!(v.is_nan() || (0.0..=1.0).contains(&v), "{v}");
}

fn correlated(found: &Result<Correlation, Error>) {
    if let Ok(r) = found {
        share(r.p_value);
        share(r.estimate.abs());
        assert!(r.estimate.is_nan() || (r.low <= r.high && r.low >= -1.0 && r.high <= 1.0), "{r:?}");
    }
}

fn tested(found: &Result<Test, Error>) {
    if let Ok(test) = found {
        share(test.p_value);
    }
}

/// Tries every function on the same input.
pub fn every_function(input: &Input) {
    columns(input);
    whole_columns(input);
    time_series(input);
    markets(input);
}

fn columns(Input { x, y, whole: [w, k, m], real: [p, _], .. }: &Input) {
    let n = x.len();
    column(Ok(transforms::log_returns(x)), n.saturating_sub(1));
    column(Ok(transforms::changes(x, *p)), n.saturating_sub(1));
    column(rolling::mean(x, *w), n);
    column(rolling::std(x, *w), n);
    column(rolling::z_score(x, *w), n);
    column(rolling::correlation(x, y, *w), n);
    column(rolling::beta(y, x, *w), n);
    column(rank::rolling_spearman(x, y, *w), n);
    column(rank::rolling_percentile(x, *w), n);
    column(overlays::sma(x, *w), n);
    column(overlays::ema(x, *w), n);
    column(overlays::rsi(x, *w), n);
    if let Ok(bands) = overlays::bollinger(x, *w, *p) {
        for c in [bands.middle, bands.upper, bands.lower] {
            column(Ok(c), n);
        }
    }
    if let Ok(m) = overlays::macd(x, *w, *k, *m) {
        for c in [m.macd, m.signal, m.histogram] {
            column(Ok(c), n);
        }
    }
    column(ewma::volatility(x, *p), n);
    column(ewma::correlation(x, y, *p), n);
}

fn whole_columns(Input { x, y, z, whole: [a, b, c], real: [p, q] }: &Input) {
    let _ = (moments::mean(x), moments::deviation(x), moments::autocorrelation(x, *a));
    correlated(&correlation::pearson(x, y));
    correlated(&rank::spearman(x, y));
    correlated(&rank::kendall(x, y));
    if let Ok((low, high)) = correlation::interval(*p, *a, *q) {
        assert!(-1.0 <= low && low <= *p && *p <= high && high <= 1.0, "{low} {p} {high}");
    }
    if let Ok(r) = regression::partial_correlation(x, y, &[z]) {
        share(r.abs());
    }
    column(lead_lag::cross_correlation(x, y, *a), a.saturating_mul(2).saturating_add(1));
    let _ = lead_lag::band(*a, *p);
    if let Ok(length) = bootstrap::optimal_block_length(x) {
        assert!(length.is_nan() || length >= 0.0, "{length}");
    }
    for block in [Block::Auto, Block::Mean(*p)] {
        let plan = Plan { resamples: (*b).min(50), block, seed: *c as u64, confidence: *q };
        if let Ok(band) = bootstrap::correlation(x, y, plan) {
            assert!(band.low.is_nan() || (band.low <= band.high && band.low >= -1.0 && band.high <= 1.0), "{band:?}");
        }
        for method in [Method::Bootstrap(plan), Method::Fisher(*q)] {
            if let Ok(band) = rolling_band::correlation(x, y, *a, method) {
                for (low, high) in band.low.iter().zip(&band.high) {
                    assert!(low.is_nan() && high.is_nan() || (-1.0 <= *low && low <= high && *high <= 1.0), "{low} {high}");
                }
            }
        }
    }
    if let Ok(odds) = levels::odds(*a, *p, (*b).min(50), *c as u64) {
        share(odds);
    }
    if let Ok((low, high)) = odds::wilson(*a, *b, *p) {
        assert!(0.0 <= low && low <= high && high <= 1.0, "{low} {high}");
    }
    let _ = odds::conditional(x, y, *p, *q).map(|o| share(o.share));
    let _ = odds::forbes_rigobon(*p, *q).map(|r| share(r.abs()));
    for intercept in [true, false] {
        for errors in [
            Errors::Classical,
            Errors::NeweyWest { lags: Lags::Fixed(*a), small_sample: true },
            Errors::NeweyWest { lags: Lags::Auto, small_sample: false },
        ] {
            if let Ok(fit) = regression::ols(y, &[x, z], intercept, errors) {
                assert_eq!(fit.coefficients.len(), 2 + usize::from(intercept));
                fit.p_values.iter().for_each(|p| share(*p));
                assert!(fit.standard_errors.iter().all(|s| s.is_nan() || *s >= 0.0));
            }
        }
    }
    for v in [*p, *q] {
        share(distributions::normal_cdf(v));
        share(distributions::student_two_sided(v, *a as f64));
        share(distributions::f_upper(v, *a as f64, (*b).min(1_000) as f64));
        share(distributions::chi_squared_upper(v, (*a).min(200) as u32));
        let _ = (distributions::normal_two_sided(v), distributions::student_quantile(v, *a as f64));
    }
}

fn time_series(Input { x, y, z, whole: [a, b, c], real: [_, q] }: &Input) {
    if let Ok(test) = causality::granger(x, y, *a) {
        share(test.p_value);
    }
    tested(&stationarity::adf(x, *a));
    tested(&stationarity::kpss(x, *a));
    tested(&stationarity::ljung_box(x, *a));
    tested(&stationarity::engle_granger(y, x, *a));
    if let Ok(var) = vector_autoregression::VectorAutoregression::fit(&[x, y, z], *a) {
        let _ = var.impulse_responses((*b).min(50));
        let _ = var.connectedness((*b).min(50));
    }
    let _ = local_projection::local_projection(x, y, *a, *b, *q);
    if let Ok(study) = event_study::event_study(x, y, *a..*b, *b..*c) {
        assert_eq!(study.abnormal.len(), c - b);
    }
    if let Ok(placebo) = event_study::placebo_rank(x, *a, *b, &[*c]) {
        assert!((1..=placebo.windows).contains(&placebo.rank));
    }
    let _ = event_study::mean_path(&[x.clone(), y.clone(), z.clone()], *q);
}

fn markets(Input { x, y, z, whole: [a, b, _], real: [p, q] }: &Input) {
    let n = x.len();
    column(market::yen_index(x, &[(Some(y), *p), (None, *q)], *a), n);
    let _ = market::carry(x, y, z, *a, *p);
    let _ = market::follow(x, y, *a);
    if let Ok(found) = market::pressure(Inputs { usdjpy: x, jgb10y: y, vix: z, us2y: y, jgb2y: z }, *a) {
        assert!(found.total.iter().all(|v| v.is_nan() || (0.0..=100.0).contains(v)));
    }
    let link = Link { from: "x", to: "y", together: true };
    let _ = market::read_link(link, x, y, *a, *q);
    let _ = market::outcome(x, &[y, z], &[*p, *q], *a, *b, 0.9);
    let days = |from: usize| (0..n).map(|t| Day::saturating((t * from) as i64)).collect::<Vec<Day>>();
    if let (Ok(first), Ok(second)) = (Series::new(days(1), x.clone()), Series::new(days(2), y.clone())) {
        let aligned = align(&[&first, &second]);
        assert!(aligned.columns.iter().flatten().all(|v| v.is_finite()));
    }
}

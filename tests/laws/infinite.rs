//! An infinite value counts as missing, in every function that takes columns.

use std::fmt::Debug;

use proptest::prelude::*;
use yenlens::Error;
use yenlens::stats::bootstrap::Plan;
use yenlens::stats::rolling_band::Method;
use yenlens::stats::{
    bootstrap, causality, correlation, event_study, ewma, lead_lag, local_projection, moments, overlays, rank, regression,
    rolling, rolling_band, standing, stationarity, transforms, vector_autoregression,
};

/// What each function makes of two columns, as text: all bits of a figure and no difference between one NaN and another.
fn figures(x: &[f64], y: &[f64]) -> Vec<(&'static str, String)> {
    fn told<T: Debug>(result: &Result<T, Error>) -> String {
        format!("{result:?}")
    }
    let n = x.len();
    let squares: Vec<f64> = x.iter().zip(y).map(|(a, b)| a * a + 0.3 * b * b).collect();
    let lags = regression::Lags::Auto;
    let errors = regression::Errors::NeweyWest { lags, small_sample: true };
    vec![
        ("mean", format!("{:?}", moments::mean(x))),
        ("deviation", format!("{:?}", moments::deviation(x))),
        ("autocorrelation", format!("{:?}", moments::autocorrelation(x, 1))),
        ("standing", format!("{:?}", (standing::standing(x, 0.1), standing::standing(y, x[0])))),
        ("log_returns", format!("{:?}", transforms::log_returns(x))),
        ("changes", format!("{:?}", transforms::changes(x, 100.0))),
        ("pearson", told(&correlation::pearson(x, y))),
        ("spearman", told(&rank::spearman(x, y))),
        ("kendall", told(&rank::kendall(x, y))),
        ("partial_correlation", told(&regression::partial_correlation(x, y, &[&squares]))),
        ("ols", told(&regression::ols(y, &[x], true, errors))),
        ("cross_correlation", told(&lead_lag::cross_correlation(x, y, 3))),
        ("optimal_block_length", told(&bootstrap::optimal_block_length(x))),
        ("bootstrap", told(&bootstrap::correlation(x, y, Plan { resamples: 20, ..Plan::default() }))),
        ("rolling mean", told(&rolling::mean(x, 5))),
        ("rolling std", told(&rolling::std(x, 5))),
        ("rolling z_score", told(&rolling::z_score(x, 5))),
        ("rolling correlation", told(&rolling::correlation(x, y, 5))),
        ("rolling beta", told(&rolling::beta(y, x, 5))),
        ("rolling_spearman", told(&rank::rolling_spearman(x, y, 5))),
        ("rolling_percentile", told(&rank::rolling_percentile(x, 5))),
        ("rolling_band", told(&rolling_band::correlation(x, y, 5, Method::Fisher(0.95)))),
        ("ewma volatility", told(&ewma::volatility(x, 0.9))),
        ("ewma correlation", told(&ewma::correlation(x, y, 0.9))),
        ("sma", told(&overlays::sma(x, 5))),
        ("ema", told(&overlays::ema(x, 5))),
        ("rsi", told(&overlays::rsi(x, 5))),
        ("bollinger", told(&overlays::bollinger(x, 5, 2.0))),
        ("macd", told(&overlays::macd(x, 3, 6, 4))),
        ("granger", told(&causality::granger(x, y, 1))),
        ("local_projection", told(&local_projection::local_projection(x, y, 2, 1, 0.9))),
        ("adf", told(&stationarity::adf(x, 1))),
        ("kpss", told(&stationarity::kpss(x, 1))),
        ("ljung_box", told(&stationarity::ljung_box(x, 2))),
        ("engle_granger", told(&stationarity::engle_granger(y, x, 1))),
        ("connectedness", told(&vector_autoregression::connectedness(&[x, y], 1, 5))),
        ("impulse_responses", told(&vector_autoregression::impulse_responses(&[x, y], 1, 5))),
        ("event_study", told(&event_study::event_study(x, y, 0..n - 10, n - 10..n))),
        ("market_models", told(&event_study::market_models(x, y, 20, 2))),
        ("mean_path", told(&event_study::mean_path(&[x.to_vec(), y.to_vec()], 0.9))),
        ("placebo_rank", told(&event_study::placebo_rank(x, n / 2, 3, &[]))),
    ]
}

proptest! {
    #[test]
    fn an_infinite_value_counts_as_missing(
        (x, y) in (40..70_usize).prop_flat_map(|n| {
            let column = || prop::collection::vec(0.5..2.0_f64, n);
            (column(), column())
        }),
        places in prop::collection::vec((0..40_usize, any::<bool>(), any::<bool>()), 1..4),
    ) {
        let with = |below: f64, above: f64| {
            let (mut x, mut y) = (x.clone(), y.clone());
            for (at, positive, first) in &places {
                let column = if *first { &mut x } else { &mut y };
                column[*at] = if *positive { above } else { below };
            }
            figures(&x, &y)
        };
        let missing = with(f64::NAN, f64::NAN);
        for (got, expected) in with(f64::NEG_INFINITY, f64::INFINITY).iter().zip(&missing) {
            prop_assert_eq!(got, expected);
        }
    }
}

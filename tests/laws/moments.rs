use proptest::prelude::*;
use yenlens::stats::correlation::{interval, pearson};
use yenlens::stats::moments::{autocorrelation, deviation, mean};
use yenlens::stats::regression::automatic_lags;

use crate::brute;
use crate::columns::{column, pair_and_window};

proptest! {
    #[test]
    fn mean_and_deviation_are_those_of_the_values_that_are_there(x in column(80)) {
        let there: Vec<f64> = x.iter().copied().filter(|v| !v.is_nan()).collect();
        if there.is_empty() {
            prop_assert_eq!(mean(&x), None);
        } else {
            let expected = brute::mean(&there);
            prop_assert!((mean(&x).unwrap() - expected).abs() <= 1e-12 * (1.0 + expected.abs()));
        }
        if there.len() < 2 {
            prop_assert_eq!(deviation(&x), None);
        } else {
            let expected = (brute::products(&there, &there) / (there.len() as f64 - 1.0)).sqrt();
            prop_assert!((deviation(&x).unwrap() - expected).abs() <= 1e-9 * expected);
        }
    }

    #[test]
    fn pearson_is_that_of_the_complete_pairs((x, y, _) in pair_and_window(80)) {
        let (a, b): (Vec<f64>, Vec<f64>) = x.iter().zip(&y).filter(|(a, b)| !a.is_nan() && !b.is_nan()).map(|(a, b)| (*a, *b)).unzip();
        let got = pearson(&x, &y).unwrap();
        prop_assert_eq!(got.n, a.len());
        if a.len() < 2 || brute::is_flat(&a) || brute::is_flat(&b) {
            prop_assert!(got.estimate.is_nan() && got.low.is_nan() && got.high.is_nan() && got.p_value.is_nan());
        } else {
            let expected = brute::products(&a, &b) / (brute::products(&a, &a) * brute::products(&b, &b)).sqrt();
            prop_assert!((got.estimate - expected).abs() <= 1e-9);
            prop_assert!(got.low <= got.estimate && got.estimate <= got.high);
            prop_assert!((0.0..=1.0).contains(&got.p_value));
        }
    }

    #[test]
    fn pearson_does_not_see_scale_or_order((x, y, _) in pair_and_window(60), power in -3..4_i32) {
        // A power of two, so that the scaled column holds the same digits.
        let scale = 2.0_f64.powi(power);
        let there = pearson(&x, &y).unwrap();
        let back = pearson(&y.iter().map(|v| -scale * v).collect::<Vec<_>>(), &x).unwrap();
        prop_assert!(there.estimate.is_nan() == back.estimate.is_nan());
        prop_assert!(there.estimate.is_nan() || (there.estimate + back.estimate).abs() <= 1e-9);
    }

    #[test]
    fn an_interval_widens_with_confidence_and_narrows_with_n(r in -0.99..0.99_f64, n in 4..500_usize) {
        let (low, high) = interval(r, n, 0.95).unwrap();
        let (lower, higher) = interval(r, n, 0.99).unwrap();
        let (nearer_low, nearer_high) = interval(r, n + 1, 0.95).unwrap();
        prop_assert!(lower < low && low < r && r < high && high < higher);
        prop_assert!(low < nearer_low && nearer_high < high);
    }

    #[test]
    fn autocorrelation_is_the_product_with_itself_later(x in prop::collection::vec(-1.0..1.0_f64, 3..60), lag in 1..4_usize) {
        prop_assume!(x.len() > lag);
        let m = brute::mean(&x);
        let expected = brute::sum((lag..x.len()).map(|t| (x[t] - m) * (x[t - lag] - m))) / brute::products(&x, &x);
        prop_assert!((autocorrelation(&x, lag).unwrap() - expected).abs() <= 1e-12);
    }
}

#[test]
fn bad_arguments_are_refused_and_degenerate_data_are_missing() {
    assert!(pearson(&[1.0], &[]).is_err());
    for (r, confidence) in [(1.1, 0.95), (f64::NAN, 0.95), (0.5, 0.0), (0.5, 1.0), (0.5, f64::NAN)] {
        assert!(interval(r, 60, confidence).is_err());
    }
    assert_eq!(interval(0.2, 3, 0.95).unwrap(), (-1.0, 1.0));
    assert_eq!(interval(1.0, 10, 0.95).unwrap(), (1.0, 1.0));
    assert!(pearson(&[], &[]).unwrap().estimate.is_nan());
    assert_eq!(autocorrelation(&[2.0, 2.0, 2.0], 1), None);
}

#[test]
fn the_automatic_lags_are_those_of_the_rule() {
    for n in 1..20_000_usize {
        let rule = (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)).floor() as usize;
        assert_eq!(automatic_lags(n), rule, "{n}");
    }
    assert_eq!(automatic_lags(0), 0);
}

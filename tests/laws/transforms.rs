use proptest::prelude::*;
use yenlens::stats::transforms::{changes, log_returns};

use crate::columns::column;

proptest! {
    #[test]
    fn a_change_is_the_difference_and_missing_where_an_end_is(values in column(60), scale in 0.1..100.0_f64) {
        let got = changes(&values, scale);
        prop_assert_eq!(got.len(), values.len() - 1);
        for (t, change) in got.iter().enumerate() {
            let expected = scale * (values[t + 1] - values[t]);
            prop_assert!(*change == expected || (change.is_nan() && expected.is_nan()));
        }
    }

    #[test]
    fn returns_add_up_to_the_whole_move(steps in prop::collection::vec(-0.4..0.4_f64, 1..80), start in 1e-3..1e6_f64) {
        let mut prices = vec![start];
        for step in &steps {
            prices.push(prices[prices.len() - 1] * (1.0 + step));
        }
        let total: f64 = log_returns(&prices).iter().sum();
        let whole = (prices[prices.len() - 1] / start).ln();
        prop_assert!((total - whole).abs() <= 1e-13 * steps.len() as f64);
    }

    #[test]
    fn a_return_is_missing_exactly_where_an_end_is_no_price(prices in column(60)) {
        let is_price = |v: f64| v > 0.0;
        for (t, r) in log_returns(&prices).iter().enumerate() {
            prop_assert_eq!(r.is_nan(), !(is_price(prices[t]) && is_price(prices[t + 1])));
        }
    }
}

#[test]
fn a_tiny_return_keeps_its_digits() {
    // ln(1 + 1e-12) from its series; the logarithm of the rounded ratio would be off in the fifth digit.
    let r = log_returns(&[1.0, 1.0 + f64::EPSILON * 4_504.0])[0];
    let x = f64::EPSILON * 4_504.0;
    let expected = x - x * x / 2.0 + x * x * x / 3.0;
    assert!(((r - expected) / expected).abs() < 1e-15);
}

#[test]
fn extreme_prices_give_a_return_and_no_infinity() {
    let r = log_returns(&[1e-300, 1e300, f64::INFINITY, 0.0, -1.0]);
    assert!((r[0] - 600.0 * 10.0_f64.ln()).abs() < 1e-9);
    assert!(r[1..].iter().all(|v| v.is_nan()));
    assert!(changes(&[f64::MAX, -f64::MAX], 1.0)[0].is_nan());
    assert!(log_returns(&[]).is_empty() && changes(&[1.0], 1.0).is_empty());
}

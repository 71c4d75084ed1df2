use proptest::prelude::*;
use yenlens::stats::transforms::{changes, log_return, log_returns, log_returns_into};

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

    /// Two at a time or one by one, with long steps, missing values and what is no price among them or without.
    #[test]
    fn a_column_of_returns_has_the_bits_of_each(
        start in prop_oneof![4 => 1e-3..1e6_f64, 1 => Just(f64::MIN_POSITIVE), 1 => Just(f64::MAX / 3.0)],
        steps in prop::collection::vec(-0.12..0.12_f64, 0..80),
        odd in prop::option::of((0..80_usize, prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(0.0), Just(-5.0), Just(f64::MAX)])),
    ) {
        let mut prices = vec![start];
        for step in steps {
            prices.push(prices[prices.len() - 1] * (1.0 + step));
        }
        if let Some((at, value)) = odd {
            let at = at % prices.len();
            prices[at] = value;
        }
        let mut column = vec![0.0; prices.len() - 1];
        log_returns_into(&prices, -100.0, &mut column);
        for (r, pair) in column.iter().zip(prices.windows(2)) {
            let one = -100.0 * log_return(pair[0], pair[1]);
            prop_assert!(r.to_bits() == one.to_bits() || (r.is_nan() && one.is_nan()), "{pair:?}: {r:e} and {one:e}");
        }
    }

    #[test]
    fn a_return_of_any_length_is_right_to_the_last_digits(before in 1e-3..1e6_f64, times in prop_oneof![0.85..1.15_f64, 0.2..5.0_f64]) {
        let now = before * times;
        // Of the rounded prices themselves.
        let expected = if (now / before - 1.0).abs() < 0.5 { ((now - before) / before).ln_1p() } else { (now / before).ln() };
        let r = log_return(before, now);
        prop_assert!((r - expected).abs() <= 4.0 * f64::EPSILON * expected.abs(), "{r:e}, {expected:e}");
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

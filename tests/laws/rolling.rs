use proptest::prelude::*;
use yenlens::stats::rolling;

use crate::brute::{self, complete, is_flat, products, windows};
use crate::columns::pair_and_window;

/// That a column is missing exactly where `expected` is `None` and elsewhere within 1e-9, relative to `size`.
fn agrees(got: &[f64], expected: &[Option<(f64, f64)>]) -> Result<(), TestCaseError> {
    prop_assert_eq!(got.len(), expected.len());
    for (t, (g, e)) in got.iter().zip(expected).enumerate() {
        match e {
            None => prop_assert!(g.is_nan(), "at {t} expected missing, got {g}"),
            Some((e, size)) => prop_assert!((g - e).abs() <= 1e-9 * size, "at {t} expected {e}, got {g}"),
        }
    }
    Ok(())
}

/// Windows whose deviation is within a factor of 4 of the floor may fall on either side of it.
fn near_the_floor(x: &[f64]) -> bool {
    let ratio = (products(x, x) / x.len() as f64).sqrt() / (1e-13 * brute::mean(x).abs());
    ratio > 0.25 && ratio < 4.0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn rolling_mean_is_the_mean_of_each_window((x, _, w) in pair_and_window(70)) {
        let expected: Vec<_> = windows(x.len(), w, |r| complete(&x[r.clone()]).then(|| {
            let m = brute::mean(&x[r.clone()]);
            (m, x[r].iter().fold(0.0_f64, |a, v| a.max(v.abs())))
        })).into_iter().map(Option::flatten).collect();
        agrees(&rolling::mean(&x, w).unwrap(), &expected)?;
    }

    #[test]
    fn rolling_deviation_is_the_two_pass_one((x, _, w) in pair_and_window(70)) {
        let expected: Vec<_> = windows(x.len(), w, |r| {
            let x = &x[r];
            (complete(x) && !is_flat(x)).then(|| (products(x, x) / (w as f64 - 1.0)).sqrt()).map(|s| (s, s))
        }).into_iter().map(Option::flatten).collect();
        agrees(&rolling::std(&x, w).unwrap(), &expected)?;
    }

    #[test]
    fn rolling_z_score_is_the_two_pass_one((x, _, w) in pair_and_window(70)) {
        let expected: Vec<_> = windows(x.len(), w, |r| {
            let x = &x[r];
            (complete(x) && !is_flat(x)).then(|| {
                let deviation = (products(x, x) / (w as f64 - 1.0)).sqrt();
                // The mean is summed about the last value, so that its rounding does not enter.
                let last = x[x.len() - 1];
                (brute::sum(x.iter().map(|v| last - v)) / w as f64 / deviation, 1.0)
            })
        }).into_iter().map(Option::flatten).collect();
        agrees(&rolling::z_score(&x, w).unwrap(), &expected)?;
    }

    #[test]
    fn rolling_correlation_is_the_two_pass_one((x, y, w) in pair_and_window(70)) {
        let expected: Vec<_> = windows(x.len(), w, |r| {
            let (x, y) = (&x[r.clone()], &y[r]);
            (complete(x) && complete(y) && !is_flat(x) && !is_flat(y))
                .then(|| (products(x, y) / (products(x, x) * products(y, y)).sqrt(), 1.0))
        }).into_iter().map(Option::flatten).collect();
        agrees(&rolling::correlation(&x, &y, w).unwrap(), &expected)?;
    }

    #[test]
    fn rolling_beta_is_the_two_pass_slope((x, y, w) in pair_and_window(70)) {
        let expected: Vec<_> = windows(x.len(), w, |r| {
            let (x, y) = (&x[r.clone()], &y[r]);
            (complete(x) && complete(y) && !is_flat(x))
                .then(|| (products(x, y) / products(x, x), (products(y, y) / products(x, x)).sqrt()))
        }).into_iter().map(Option::flatten).collect();
        agrees(&rolling::beta(&y, &x, w).unwrap(), &expected)?;
    }

    #[test]
    fn a_missing_value_makes_only_its_own_windows_missing(
        (n, at, w) in (2..60_usize).prop_flat_map(|n| (Just(n), 0..n, 2..=n)),
    ) {
        let x: Vec<f64> = (0..n).map(|t| (t as f64).sin()).collect();
        let y: Vec<f64> = (0..n).map(|t| (1.7 * t as f64).cos()).collect();
        let mut holed = x.clone();
        holed[at] = f64::NAN;
        let (whole, part) = (rolling::correlation(&x, &y, w).unwrap(), rolling::correlation(&holed, &y, w).unwrap());
        for t in 0..n {
            let holds = t >= at && t < at + w;
            prop_assert_eq!(part[t].is_nan(), holds || t + 1 < w);
            prop_assert!(holds || part[t].is_nan() || (part[t] - whole[t]).abs() <= 1e-12);
        }
    }

    #[test]
    fn an_outlier_leaves_no_trace_once_it_has_left((x, y, w) in pair_and_window(60), size in 1e6..1e12_f64) {
        let mut jumped = x.clone();
        jumped[0] = size;
        let (calm, after) = (rolling::correlation(&x, &y, w).unwrap(), rolling::correlation(&jumped, &y, w).unwrap());
        for t in w..x.len() {
            prop_assert!(calm[t].to_bits() == after[t].to_bits() || near_the_floor(&x[t + 1 - w..=t]) || (calm[t] - after[t]).abs() < 1e-9);
        }
    }
}

#[test]
fn columns_cut_into_parts_give_the_bits_of_the_whole() {
    // Long enough for several parts, with a peg, a hole and an outlier.
    let n = 300_001;
    let mut x: Vec<f64> = (0..n).map(|t| f64::from((t % 1_009) * 7_919 % 1_009) * 1e-3 + 100.0).collect();
    let y: Vec<f64> = (0..n).map(|t| f64::from((t % 997) * 104_729 % 997)).collect();
    x[70_000..70_500].fill(0.25);
    (x[140_000], x[200_000]) = (f64::NAN, 1e12);
    for w in [2, 61, 250, 40_000] {
        let columns = |x: &[f64], y: &[f64]| {
            [rolling::correlation(x, y, w), rolling::beta(y, x, w), rolling::z_score(x, w), rolling::mean(x, w)]
                .map(Result::unwrap)
        };
        let whole = columns(&x, &y);
        let mut next = w - 1;
        for part in rolling::parts(x.len(), w) {
            assert_eq!(part.start + w - 1, next);
            next = part.end;
            for (whole, own) in whole.iter().zip(columns(&x[part.clone()], &y[part.clone()])) {
                let same = |(a, b): (&f64, &f64)| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
                assert!(whole[part.start + w - 1..part.end].iter().zip(&own[w - 1..]).all(same), "window {w}, {part:?}");
            }
        }
        assert_eq!(next, x.len());
    }
}

#[test]
fn a_pegged_stretch_is_missing_and_never_zero_or_infinite() {
    let mut yields: Vec<f64> = (0..60).map(|t| 0.1 + 0.01 * f64::from((t * 7) % 11)).collect();
    yields[20..40].fill(0.25);
    let fx: Vec<f64> = (0..60).map(|t| 100.0 + f64::from((t * 5) % 13)).collect();
    let w = 10;
    for column in [
        rolling::correlation(&yields, &fx, w).unwrap(),
        rolling::beta(&fx, &yields, w).unwrap(),
        rolling::std(&yields, w).unwrap(),
        rolling::z_score(&yields, w).unwrap(),
    ] {
        for (t, v) in column.iter().enumerate() {
            assert_eq!(v.is_nan(), t + 1 < w || (29..40).contains(&t), "at {t}: {v}");
            assert!(!v.is_infinite());
        }
    }
}

#[test]
fn a_window_that_does_not_fit_is_refused() {
    for w in [0, 1, 4, usize::MAX] {
        assert!(rolling::mean(&[1.0, 2.0, 3.0], w).is_err());
        assert!(rolling::correlation(&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0], w).is_err());
    }
    assert_eq!(rolling::correlation(&[1.0, 2.0], &[1.0], 2).unwrap_err().kind(), yenlens::ErrorKind::UnequalLength);
}

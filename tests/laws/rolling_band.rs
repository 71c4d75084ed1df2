use proptest::prelude::*;
use yenlens::ErrorKind;
use yenlens::stats::bootstrap::{self, Block, Plan};
use yenlens::stats::correlation::interval;
use yenlens::stats::rolling_band::{Method, correlation};

use crate::brute::{mean, products};
use crate::columns::pair_and_window;

/// Uniform draws from a generator that is not the library's (Knuth's MMIX congruence, its high bits).
fn uniforms(mut state: u64) -> impl FnMut() -> f64 {
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Pairs that know nothing of each other, correlated by `rho`; a sum of twelve uniforms is normal enough.
fn pairs(n: usize, rho: f64, seed: u64) -> (Vec<f64>, Vec<f64>) {
    let mut uniform = uniforms(seed);
    let mut normal = || (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
    (0..n)
        .map(|_| {
            let x = normal();
            (x, rho * x + (1.0 - rho * rho).sqrt() * normal())
        })
        .unzip()
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_band_of_a_window_is_that_of_its_pairs_alone((x, y, w) in pair_and_window(40), length in 1.0..8.0_f64, seed in 0..9_u64) {
        let plan = Plan { resamples: 40, block: Block::Mean(length), seed, confidence: 0.9 };
        match correlation(&x, &y, w, Method::Bootstrap(plan)) {
            Err(error) => prop_assert!(w < 16, "{}", error.message()),
            Ok(band) => for (t, r) in band.estimate.iter().enumerate() {
                if r.is_nan() {
                    prop_assert!(band.low[t].is_nan() && band.high[t].is_nan());
                } else {
                    let alone = bootstrap::correlation(&x[t + 1 - w..=t], &y[t + 1 - w..=t], plan).unwrap();
                    prop_assert!(same(alone.low, band.low[t]) && same(alone.high, band.high[t]), "at {t}: {alone:?}, {} {}", band.low[t], band.high[t]);
                }
            }
        }
    }

    #[test]
    fn the_formula_s_band_is_the_interval_of_each_estimate((x, y, w) in pair_and_window(40)) {
        let band = correlation(&x, &y, w, Method::Fisher(0.9)).unwrap();
        for (t, r) in band.estimate.iter().enumerate().filter(|(_, r)| !r.is_nan()) {
            prop_assert_eq!((band.low[t], band.high[t]), interval(*r, w, 0.9).unwrap());
        }
    }
}

/// One pair after the other, each the next one of the sample or, with the chance 1 / length, any; both ends joined.
fn brute_force(x: &[f64], y: &[f64], length: f64, resamples: usize, share: f64) -> f64 {
    let (mut uniform, n) = (uniforms(7), x.len());
    let mut drawn: Vec<f64> = (0..resamples)
        .map(|_| {
            let mut at = 0;
            let drawn: Vec<usize> = (0..n)
                .map(|k| {
                    at = if k == 0 || uniform() < 1.0 / length { (uniform() * n as f64) as usize } else { (at + 1) % n };
                    at
                })
                .collect();
            let (a, b): (Vec<f64>, Vec<f64>) = drawn.iter().map(|i| (x[*i], y[*i])).unzip();
            products(&a, &b) / (products(&a, &a) * products(&b, &b)).sqrt()
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    drawn[(share * resamples as f64) as usize]
}

#[test]
fn the_band_is_that_of_pairs_drawn_one_by_one() {
    let (x, y) = pairs(24, 0.5, 3);
    let (length, resamples) = (4.0, 20_000);
    let plan = Plan { resamples, block: Block::Mean(length), seed: 1, confidence: 0.9 };
    let band = correlation(&x, &y, 24, Method::Bootstrap(plan)).unwrap();
    for (got, share) in [(band.low[23], 0.05), (band.high[23], 0.95)] {
        let expected = brute_force(&x, &y, length, resamples, share);
        // The error of a percentile of 20,000 draws, on both sides, is below 0.006 here.
        assert!((got - expected).abs() < 0.02, "{got} against {expected}");
    }
}

#[test]
fn the_band_holds_the_truth_about_as_often_as_it_says() {
    let (rho, w) = (0.4, 60);
    let (x, y) = pairs(60 * 400, rho, 11);
    let held = |method: Method| {
        // Windows that share no pair.
        let hits = (0..400).filter(|k| {
            let at = k * w..(k + 1) * w;
            let band = correlation(&x[at.clone()], &y[at], w, method).unwrap();
            band.low[w - 1] <= rho && rho <= band.high[w - 1]
        });
        hits.count() as f64 / 400.0
    };
    // The percentile interval of 60 pairs holds a little less than it says; three standard errors of 400 windows are 0.04.
    let bootstrap = held(Method::Bootstrap(Plan { resamples: 400, block: Block::Mean(1.0), seed: 5, confidence: 0.9 }));
    assert!((0.84..=0.94).contains(&bootstrap), "{bootstrap}");
    let fisher = held(Method::Fisher(0.9));
    assert!((0.86..=0.94).contains(&fisher), "{fisher}");
}

#[test]
fn the_band_does_not_depend_on_what_lies_outside_its_window() {
    let (x, y) = pairs(120, 0.3, 5);
    let plan = Plan { resamples: 100, block: Block::Mean(5.0), ..Plan::default() };
    let (mut later, w) = (x.clone(), 30);
    later[90..].iter_mut().for_each(|v| *v = 1e6 - *v);
    let (now, then) = [&x, &later].map(|x| correlation(x, &y, w, Method::Bootstrap(plan)).unwrap()).into();
    assert!((0..90).all(|t| same(now.low[t], then.low[t]) && same(now.high[t], then.high[t])));
    assert!((mean(&now.low[119..]) - mean(&then.low[119..])).abs() > 1e-3);
}

#[test]
fn too_much_work_and_too_small_a_window_are_refused() {
    let (x, y) = pairs(2_600, 0.3, 5);
    let kind = |w: usize, plan: Plan| correlation(&x, &y, w, Method::Bootstrap(plan)).unwrap_err().kind();
    let plan = Plan { block: Block::Mean(1.0), ..Plan::default() };
    assert_eq!(kind(250, plan), ErrorKind::TooLarge);
    assert_eq!(kind(250, Plan { resamples: usize::MAX, ..plan }), ErrorKind::TooLarge);
    assert_eq!(kind(15, plan), ErrorKind::InvalidArgument);
    assert_eq!(kind(60, Plan { confidence: 1.0, ..plan }), ErrorKind::InvalidArgument);
    assert_eq!(kind(60, Plan { block: Block::Mean(0.5), ..plan }), ErrorKind::InvalidArgument);
}

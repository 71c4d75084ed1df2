use proptest::prelude::*;
use yenlens::market::{CHAIN, Inputs, State, outcome, pressure, read_link, yen_index};
use yenlens::stats::rank::rolling_percentile;

/// Noise that depends on nothing but its seed.
fn noise(seed: u64, n: usize) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    };
    (0..n).map(|_| next() + next() + next()).collect()
}

fn walk(seed: u64, n: usize, from: f64, step: f64) -> Vec<f64> {
    let moves = noise(seed, n);
    moves.iter().scan(from, |level, v| Some(std::mem::replace(level, *level + step * v))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn past_pressure_never_changes_when_days_are_added(seed in 1..u64::MAX, cut in 100..180_usize) {
        let n = 180;
        let columns = [walk(seed, n, 140.0, 0.5), walk(seed ^ 1, n, 1.0, 0.02), walk(seed ^ 2, n, 40.0, 0.5), walk(seed ^ 3, n, 4.0, 0.03), walk(seed ^ 4, n, 0.5, 0.01)];
        let inputs = |to: usize| Inputs { usdjpy: &columns[0][..to], jgb10y: &columns[1][..to], vix: &columns[2][..to], us2y: &columns[3][..to], jgb2y: &columns[4][..to] };
        let (whole, part) = (pressure(inputs(n), 60).unwrap(), pressure(inputs(cut), 60).unwrap());
        for t in 0..cut {
            prop_assert!(whole.total[t].to_bits() == part.total[t].to_bits() || (whole.total[t].is_nan() && part.total[t].is_nan()));
            prop_assert!(part.total[t].is_nan() || (0.0..=100.0).contains(&part.total[t]));
        }
        prop_assert!(!part.total[cut - 1].is_nan());
    }

    #[test]
    fn percentiles_stand_by_their_definition(x in prop::collection::vec(prop_oneof![8 => (0..9_i32).prop_map(f64::from), 1 => Just(f64::NAN)], 2..40), w in 2..40_usize) {
        prop_assume!(w <= x.len());
        let got = rolling_percentile(&x, w).unwrap();
        for t in 0..x.len() {
            let held = (t + 1 >= w).then(|| &x[t + 1 - w..=t]);
            match held {
                Some(held) if held.iter().all(|v| !v.is_nan()) => {
                    let below = held.iter().filter(|v| **v < x[t]).count() as f64;
                    let equal = held.iter().filter(|v| **v == x[t]).count() as f64;
                    prop_assert!((got[t] - 100.0 * (below + equal / 2.0) / w as f64).abs() < 1e-12);
                }
                _ => prop_assert!(got[t].is_nan()),
            }
        }
    }

    #[test]
    fn the_yen_index_rises_by_what_the_yen_gains(gain in -0.5..0.5_f64, weight in 0.1..10.0_f64) {
        // Every rate per euro stays, the yen alone moves.
        let jpy = [150.0, 150.0 * (-gain).exp()];
        let usd = [1.1, 1.1];
        let index = yen_index(&jpy, &[(Some(&usd), weight), (None, 1.0)], 0).unwrap();
        prop_assert!((index[0] - 100.0).abs() < 1e-12 && (index[1] - 100.0 * gain.exp()).abs() < 1e-9);
    }

    #[test]
    fn a_scenario_always_has_a_spread_and_analogues_that_do_not_overlap(seed in 1..u64::MAX, horizon in 1..12_usize, size in -3.0..3.0_f64) {
        let (yen, ust) = (noise(seed, 300), noise(seed ^ 5, 300));
        let btc: Vec<f64> = noise(seed ^ 9, 300).iter().zip(&yen).map(|(e, y)| e - 0.5 * y).collect();
        let o = outcome(&btc, &[&yen, &ust], &[size, 0.0], horizon, 8, 0.9).unwrap();
        prop_assert!(o.low < o.expected && o.expected < o.high);
        prop_assert!(o.analogues.windows(2).all(|p| p[0].distance <= p[1].distance));
        for (i, a) in o.analogues.iter().enumerate() {
            prop_assert!(o.analogues[..i].iter().all(|b| a.start.abs_diff(b.start) >= horizon));
            let summed: f64 = btc[a.start..a.start + horizon].iter().sum();
            prop_assert!((a.outcome - summed).abs() < 1e-12);
        }
    }
}

#[test]
fn a_link_holds_is_weak_or_reversed_as_its_slope_says() {
    let from = noise(7, 120);
    let follower =
        |slope: f64, size: f64| -> Vec<f64> { noise(8, 120).iter().zip(&from).map(|(e, x)| slope * x + size * e).collect() };
    let state = |to: &[f64]| read_link(CHAIN[0], &from, to, 60, 0.95).unwrap().map(|r| r.state);
    assert!(!CHAIN[0].together);
    assert_eq!(state(&follower(-1.0, 0.3)), Some(State::Holding));
    assert_eq!(state(&follower(1.0, 0.3)), Some(State::Reversed));
    assert_eq!(state(&follower(0.0, 1.0)), Some(State::Weak));
    // A pegged mover settles nothing.
    assert_eq!(read_link(CHAIN[0], &[0.1; 120], &from, 60, 0.95).unwrap(), None);
}

#[test]
fn an_index_without_its_base_is_refused() {
    let (jpy, usd) = ([150.0, f64::NAN], [1.1, 1.2]);
    assert!(yen_index(&jpy, &[(Some(&usd), 1.0)], 1).is_err());
    assert!(yen_index(&jpy, &[(Some(&usd), 1.0)], 2).is_err());
    assert!(yen_index(&jpy, &[(Some(&usd), -1.0)], 0).is_err());
    assert!(yen_index(&jpy, &[(Some(&usd), 1.0)], 0).unwrap()[1].is_nan());
}

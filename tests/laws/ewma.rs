use proptest::prelude::*;
use yenlens::stats::ewma;

use crate::columns::column;

/// The recurrence as it is written, one pair after the other.
fn brute(x: &[f64], y: &[f64], lambda: f64) -> Vec<Option<[f64; 3]>> {
    let (mut seed, mut state) = (Vec::new(), None);
    let step = |(a, b): (&f64, &f64)| {
        if a.is_nan() || b.is_nan() {
            return None;
        }
        let products = [a * b, a * a, b * b];
        if let Some(before) = state {
            let before: [f64; 3] = before;
            state = Some([0, 1, 2].map(|i| lambda * before[i] + (1.0 - lambda) * products[i]));
        } else {
            seed.push(products);
            if seed.len() == 30 {
                state = Some([0, 1, 2].map(|i| seed.iter().map(|p: &[f64; 3]| p[i]).sum::<f64>() / 30.0));
            }
        }
        state
    };
    x.iter().zip(y).map(step).collect()
}

proptest! {
    #[test]
    fn exponential_weights_follow_their_recurrence_and_step_over_what_is_missing(x in column(120), y in column(120), lambda in 0.001..0.99_f64) {
        let n = x.len().min(y.len());
        let (x, y) = (&x[..n], &y[..n]);
        let (r, s) = (ewma::correlation(x, y, lambda).unwrap(), ewma::volatility(x, lambda).unwrap());
        for (t, state) in brute(x, y, lambda).iter().enumerate() {
            match state {
                Some([xy, xx, yy]) if *xx > 0.0 && *yy > 0.0 => prop_assert!((r[t] - (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0)).abs() <= 1e-12),
                _ => prop_assert!(r[t].is_nan()),
            }
        }
        for (t, state) in brute(x, x, lambda).iter().enumerate() {
            match state {
                Some([_, xx, _]) => prop_assert!((s[t] - xx.sqrt()).abs() <= 1e-12 * xx.sqrt()),
                None => prop_assert!(s[t].is_nan()),
            }
        }
    }
}

proptest! {
    #[test]
    fn columns_handed_on_in_pieces_give_the_bits_of_the_whole(x in column(300), y in column(300), stretches in 1..4_usize) {
        let n = x.len().min(y.len());
        let (x, y) = (&x[..n], &y[..n]);
        let mut weights = ewma::Weights::new(0.94).unwrap();
        let mut pieced = vec![0.0; n];
        let piece = stretches * ewma::STRETCH;
        for ((x, y), out) in x.chunks(piece).zip(y.chunks(piece)).zip(pieced.chunks_mut(piece)) {
            weights.correlations(x, y, out);
        }
        let whole = ewma::correlation(x, y, 0.94).unwrap();
        let bits = |column: &[f64]| column.iter().map(|v| if v.is_nan() { u64::MAX } else { v.to_bits() }).collect::<Vec<_>>();
        prop_assert_eq!(bits(&pieced), bits(&whole));
    }
}

//! Exponentially weighted volatility and correlation, as `RiskMetrics` (1996) takes them: zero mean, so that the weights
//! fall on the products themselves.
//!
//! Every state starts as the mean of the first 30 products and then follows s = λ s + (1 - λ) x y. A missing product leaves
//! the state as it was and gives a missing figure at its own place.

use super::arguments;
use super::lanes::{Lanes, Ratios};
use crate::error::Error;

/// How many products make the first state.
pub const SEED: usize = 30;

/// Volatility of returns, the root of the weighted mean square, in units of the returns: as long as they are, NaN before
/// the 30th. O(n).
///
/// # Errors
/// When `lambda` does not lie strictly between 0 and 1.
///
/// ```
/// use yenlens::stats::ewma;
/// let s = ewma::volatility(&[0.01; 40], 0.94)?;
/// assert!(s[28].is_nan() && (s[29] - 0.01).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn volatility(returns: &[f64], lambda: f64) -> Result<Vec<f64>, Error> {
    accepts(lambda)?;
    Ok(states(returns, returns, lambda, |_, xx, _| xx.sqrt()))
}

/// Correlation of x and y with zero means: as long as they are, NaN before the 30th, and where either has not moved.
/// O(n).
///
/// # Errors
/// When the columns differ in length or `lambda` does not lie strictly between 0 and 1.
///
/// ```
/// use yenlens::stats::ewma;
/// let x: Vec<f64> = (0..40).map(|t| f64::from(t % 3) - 1.0).collect();
/// assert!((ewma::correlation(&x, &x, 0.94)?[39] - 1.0).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn correlation(x: &[f64], y: &[f64], lambda: f64) -> Result<Vec<f64>, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    accepts(lambda)?;
    let zero = Lanes::splat(0.0);
    Ok(Ratios::column(|ratios| {
        // A copy of its own stays in registers.
        let mut held = *ratios;
        let column = states(x, y, lambda, |xy, xx, yy| held.take(xy, [xx, zero], [yy, zero]));
        *ratios = held;
        column
    }))
}

fn accepts(lambda: f64) -> Result<(), Error> {
    if lambda > 0.0 && lambda < 1.0 {
        return Ok(());
    }
    Err(Error::invalid("lambda: expected a number above 0 and below 1, such as 0.94"))
}

/// `figure(xy, xx, yy)` of the three states after each pair.
fn states(x: &[f64], y: &[f64], lambda: f64, mut figure: impl FnMut(Lanes, Lanes, Lanes) -> Lanes) -> Vec<f64> {
    let mut out = vec![f64::NAN; x.len()];
    let (mut state, mut seen, mut at) = (State { xy: 0.0, xx: 0.0, yy: 0.0 }, 0, 0);
    // Two steps at once, both written out from the state before them, so that the second need not wait for the first:
    // s1 = λ s + f p1 and s2 = λ² s + (λ f p1 + f p2).
    let (keep, keep_both, fresh) = (lambda, lambda * lambda, 1.0 - lambda);
    let (keep_lanes, keep_both_lanes, fresh_lanes) = (Lanes::splat(keep), Lanes::splat(keep_both), Lanes::splat(fresh));
    while at < x.len() {
        if seen >= SEED {
            // As long as nothing is missing, the states stay in registers.
            let (mut xy, mut squares) = (state.xy, Lanes::new(state.xx, state.yy));
            let pairs = x[at..].as_chunks::<2>().0.iter().zip(y[at..].as_chunks::<2>().0).zip(out[at..].as_chunks_mut::<2>().0);
            for (([a, b], [c, d]), slots) in pairs {
                let (first, second) = (Lanes::new(*a, *c), Lanes::new(*b, *d));
                let (first, second) = (first * first, second * second);
                if (first + second).any_not_finite() {
                    break;
                }
                let (first, second) = (fresh_lanes * first, fresh_lanes * second);
                let one = keep_lanes * squares + first;
                squares = keep_both_lanes * squares + (keep_lanes * first + second);
                let (first, second) = (fresh * (a * c), fresh * (b * d));
                let xy_one = keep * xy + first;
                xy = keep_both * xy + (keep * first + second);
                let (xx, yy) = (Lanes::new(one.first(), squares.first()), Lanes::new(one.second(), squares.second()));
                let both = figure(Lanes::new(xy_one, xy), xx, yy);
                *slots = [both.first(), both.second()];
                at += 2;
            }
            state = State { xy, xx: squares.first(), yy: squares.second() };
        }
        if let (Some(a), Some(c), Some(slot)) = (x.get(at), y.get(at), out.get_mut(at)) {
            if step(&mut state, &mut seen, lambda, *a, *c) {
                *slot = figure(Lanes::splat(state.xy), Lanes::splat(state.xx), Lanes::splat(state.yy)).first();
            }
            at += 1;
        }
    }
    out
}

/// The weighted means of the products so far.
struct State {
    xy: f64,
    xx: f64,
    yy: f64,
}

/// One pair at a time: while the seed is gathered, and beside missing values. Whether there is a figure after it.
#[inline(never)]
fn step(state: &mut State, seen: &mut usize, lambda: f64, a: f64, b: f64) -> bool {
    // Missing, infinite, or so large that its square is.
    if !(a * a + b * b).is_finite() {
        return false;
    }
    *seen += 1;
    let (keep, take) = if *seen <= SEED { (1.0, 1.0 / SEED as f64) } else { (lambda, 1.0 - lambda) };
    state.xy = keep * state.xy + take * (a * b);
    state.xx = keep * state.xx + take * (a * a);
    state.yy = keep * state.yy + take * (b * b);
    *seen >= SEED
}

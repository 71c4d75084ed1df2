//! From levels to changes. Correlating levels mistakes a common drift for a relation, so that nearly everything else
//! starts here.

use std::ops::{Add, Mul};

use crate::series::Lanes;

/// Continuously compounded returns, `ln(p[t] / p[t-1])`: one value fewer than there are prices.
///
/// Missing where either price is missing, infinite or not positive. Small returns keep their relative precision, because
/// they are taken from the difference of the two prices and not from their rounded ratio. O(n).
///
/// ```
/// use yenlens::stats::transforms::log_returns;
/// let returns = log_returns(&[100.0, 101.0, f64::NAN, 103.0]);
/// assert!((returns[0] - 1.01_f64.ln()).abs() < 1e-16);
/// assert!(returns[1].is_nan() && returns[2].is_nan());
/// ```
#[must_use]
pub fn log_returns(prices: &[f64]) -> Vec<f64> {
    let mut returns = vec![0.0; prices.len().saturating_sub(1)];
    log_returns_into(prices, 1.0, &mut returns);
    returns
}

/// The return from one price to the next, as [`log_returns`] gives it.
///
/// ```
/// use yenlens::stats::transforms::log_return;
/// assert_eq!(log_return(2.0, 1.0), -2.0_f64.ln());
/// assert!(log_return(0.0, 1.0).is_nan());
/// ```
#[must_use]
pub fn log_return(before: f64, now: f64) -> f64 {
    if !(before > 0.0 && now > 0.0 && before.is_finite() && now.is_finite()) {
        return f64::NAN;
    }
    let middle = (now - before) / (now + before);
    let ratio = now / before;
    if middle.abs() < NEAR && now + before < f64::INFINITY {
        twice_atanh(middle, |v| v)
    } else if ratio.is_normal() {
        libm::log(ratio)
    } else {
        // The difference of logarithms cannot overflow, and loses nothing when the step is so large.
        libm::log(now) - libm::log(before)
    }
}

/// Steps of up to 13 %: beyond it the series below is too short.
const NEAR: f64 = 0.0625;

/// `ln((1 + s) / (1 - s))`, twice the area hyperbolic tangent, by its series (NIST Digital Library of Mathematical Functions, 4.38.5); for
/// |s| below [`NEAR`] what is left out is less than a hundredth of the rounding. Of a number or of two at once.
#[inline]
fn twice_atanh<T: Copy + Add<Output = T> + Mul<Output = T>>(s: T, number: impl Fn(f64) -> T) -> T {
    let z = s * s;
    // Written out: a loop over constants stays a loop where the compiler is told to keep the module small.
    let sum = number(1.0 / 15.0) * z + number(1.0 / 13.0);
    let sum = sum * z + number(1.0 / 11.0);
    let sum = sum * z + number(1.0 / 9.0);
    let sum = sum * z + number(1.0 / 7.0);
    let sum = sum * z + number(1.0 / 5.0);
    let sum = sum * z + number(1.0 / 3.0);
    let twice = s + s;
    twice + twice * (z * sum)
}

/// As [`log_returns`] times `scale`, into a column one shorter than there are prices; a quarter of the time where no step is long.
///
/// ```
/// use yenlens::stats::transforms::{log_return, log_returns_into};
/// let mut percent = [0.0; 3];
/// log_returns_into(&[100.0, 101.0, 99.0, 300.0], 100.0, &mut percent);
/// assert_eq!(percent, [(100.0, 101.0), (101.0, 99.0), (99.0, 300.0)].map(|(before, now)| 100.0 * log_return(before, now)));
/// ```
pub fn log_returns_into(prices: &[f64], scale: f64, out: &mut [f64]) {
    if !(cfg!(feature = "extras") && short_steps(prices, scale, out)) {
        for (out, step) in out.iter_mut().zip(prices.windows(2)) {
            *out = scale * log_return(step[0], step[1]);
        }
    }
}

/// The same two at a time, if every price is above zero or missing and no step is longer than the series reaches; whether that is so.
fn short_steps(prices: &[f64], scale: f64, out: &mut [f64]) -> bool {
    let Some((_, later)) = prices.split_first() else { return true };
    let (places, last) = out.as_chunks_mut();
    let (mut longest, mut least, mut greatest) = (Lanes::splat(0.0), Lanes::splat(f64::INFINITY), Lanes::splat(0.0));
    for (place, (before, now)) in places.iter_mut().zip(prices.as_chunks().0.iter().zip(later.as_chunks().0)) {
        let (before, now) = (Lanes::of(before), Lanes::of(now));
        let s = (now - before) / (now + before);
        *place = (twice_atanh(s, Lanes::splat) * Lanes::splat(scale)).to_array();
        (longest, least, greatest) = (longest.greater(s * s), least.lesser(now), greatest.greater(now));
    }
    if let ([place], [.., before, now]) = (last, prices) {
        *place = scale * log_return(*before, *now);
    }
    let (longest, least, greatest) = (longest.to_array(), least.to_array(), greatest.to_array());
    (0..2).all(|lane| longest[lane] < NEAR * NEAR && least[lane] > 0.0 && greatest[lane] < f64::MAX / 4.0)
}

/// Differences, `scale * (v[t] - v[t-1])`: one value fewer than there are values. A scale of 100 turns a yield in percent
/// into basis points.
///
/// Missing where either value is missing or infinite. O(n).
///
/// ```
/// use yenlens::stats::transforms::changes;
/// assert_eq!(changes(&[1.0, 1.25, 1.0], 100.0), [25.0, -25.0]);
/// ```
#[must_use]
pub fn changes(values: &[f64], scale: f64) -> Vec<f64> {
    values.iter().zip(values.iter().skip(1)).map(|(before, now)| difference(*before, *now, scale)).collect()
}

/// The difference from one value to the next, as [`changes`] gives it.
///
/// ```
/// use yenlens::stats::transforms::difference;
/// assert_eq!(difference(1.0, 1.25, 100.0), 25.0);
/// ```
#[must_use]
pub fn difference(before: f64, now: f64, scale: f64) -> f64 {
    let change = scale * (now - before);
    if change.is_finite() { change } else { f64::NAN }
}

//! From levels to changes. Correlating levels mistakes a common drift for a relation, so that nearly everything else
//! starts here.

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
    steps(prices, log_return)
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
    match middle.abs() {
        near if near < NEAR && now + before < f64::INFINITY => twice_atanh(middle),
        // The ratio of prices that differ by a few times cannot overflow.
        some if some < 0.5 => libm::log(now / before),
        // The difference of logarithms cannot overflow either, and loses nothing when the step is large.
        _ => libm::log(now) - libm::log(before),
    }
}

/// Steps of up to 13 %: beyond it the series below is too short.
const NEAR: f64 = 0.0625;

/// `ln((1 + s) / (1 - s))`, twice the area hyperbolic tangent, by its series (NIST Digital Library of Mathematical Functions, 4.38.5); for
/// |s| below [`NEAR`] what is left out is less than a hundredth of the rounding.
fn twice_atanh(s: f64) -> f64 {
    let z = s * s;
    let series = [13.0, 11.0, 9.0, 7.0, 5.0, 3.0].iter().fold(1.0 / 15.0, |sum, odd| sum * z + 1.0 / odd);
    2.0 * s + 2.0 * s * (z * series)
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
    steps(values, |before, now| difference(before, now, scale))
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

fn steps(values: &[f64], step: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    values.iter().zip(values.iter().skip(1)).map(|(before, now)| step(*before, *now)).collect()
}

//! Figures over every window of a given length.
//!
//! All return a column as long as the input with NaN before the window is full. A missing value, or a window that is flat,
//! makes only the windows that hold it missing. O(n) whatever the window, and equal to what two passes over each window
//! give, whatever the offset of the data.

use super::correlation::ratio;
use super::moments::is_flat;
use super::windows::{PairSums, sweep, sweep_pairs};
use super::{arguments, moments};
use crate::error::Error;

/// Mean of each window.
///
/// # Errors
/// When `window` is below 2 or above the length.
///
/// ```
/// use yenlens::stats::rolling;
/// assert_eq!(rolling::mean(&[1.0, 2.0, 4.0], 2)?[1..], [1.5, 3.0]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn mean(x: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::window(window, x.len())?;
    let n = window as f64;
    Ok(sweep(x, window, |sums, anchor, _| finite(anchor + sums.x / n)))
}

/// Sample standard deviation (divided by window - 1) of each window, as pandas `rolling(window).std()`; missing where the
/// window is flat to within rounding.
///
/// # Errors
/// When `window` is below 2 or above the length.
///
/// ```
/// use yenlens::stats::rolling;
/// let s = rolling::std(&[1e8 + 1.0, 1e8 + 2.0, 1e8 + 3.0], 3)?;
/// assert_eq!(s[2], 1.0);
/// assert!(rolling::std(&[0.1, 0.1, 0.1], 3)?[2].is_nan());
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn std(x: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::window(window, x.len())?;
    let n = window as f64;
    Ok(sweep(x, window, |sums, anchor, _| {
        let squares = sums.xx - sums.x * sums.x / n;
        if is_flat(squares, n, anchor + sums.x / n) { f64::NAN } else { finite(libm::sqrt(squares / (n - 1.0))) }
    }))
}

/// How many deviations the last value of each window lies above the window's mean; missing where the window is flat.
///
/// # Errors
/// When `window` is below 2 or above the length.
///
/// ```
/// use yenlens::stats::rolling;
/// assert_eq!(rolling::z_score(&[1.0, 2.0, 3.0], 3)?[2], 1.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn z_score(x: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::window(window, x.len())?;
    let n = window as f64;
    Ok(sweep(x, window, |sums, anchor, last| {
        let mean_shift = sums.x / n;
        let squares = sums.xx - sums.x * mean_shift;
        if is_flat(squares, n, anchor + mean_shift) {
            return f64::NAN;
        }
        finite(((last - anchor) - mean_shift) / libm::sqrt(squares / (n - 1.0)))
    }))
}

/// Pearson's correlation of each window, as pandas `x.rolling(window).corr(y)`; missing where either window is flat.
///
/// # Errors
/// When the columns differ in length, or `window` is below 2 or above it.
///
/// ```
/// use yenlens::stats::rolling;
/// let r = rolling::correlation(&[1.0, 2.0, 3.0, 5.0], &[2.0, 1.0, 0.0, 0.0], 3)?;
/// assert!(r[1].is_nan());
/// assert_eq!(r[2], -1.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn correlation(x: &[f64], y: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    arguments::window(window, x.len())?;
    let n = window as f64;
    Ok(sweep_pairs(x, y, window, |sums, anchors| {
        let moments = Centred::new(sums, anchors, n);
        moments.map_or(f64::NAN, |m| ratio(m.xy, m.xx, m.yy))
    }))
}

/// Slope of the regression of y on x with an intercept, in each window, as `statsmodels` `RollingOLS`; missing where x is
/// flat.
///
/// # Errors
/// When the columns differ in length, or `window` is below 2 or above it.
///
/// ```
/// use yenlens::stats::rolling;
/// let beta = rolling::beta(&[1.0, 3.0, 5.0], &[1.0, 2.0, 3.0], 3)?;
/// assert_eq!(beta[2], 2.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn beta(y: &[f64], x: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::same_length(["y", "x"], y, x)?;
    arguments::window(window, x.len())?;
    let n = window as f64;
    Ok(sweep_pairs(x, y, window, |sums, anchors| {
        let xx = sums.xx - sums.x * sums.x / n;
        let xy = sums.xy - sums.x * sums.y / n;
        if moments::is_flat(xx, n, anchors[0] + sums.x / n) { f64::NAN } else { finite(xy / xx) }
    }))
}

/// Sums of squares and products about the means, when neither column is flat.
struct Centred {
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Centred {
    fn new(sums: PairSums, anchors: [f64; 2], n: f64) -> Option<Self> {
        let (shift_x, shift_y) = (sums.x / n, sums.y / n);
        let xx = sums.xx - sums.x * shift_x;
        let yy = sums.yy - sums.y * shift_y;
        let flat = is_flat(xx, n, anchors[0] + shift_x) || is_flat(yy, n, anchors[1] + shift_y);
        (!flat).then_some(Self { xx, yy, xy: sums.xy - sums.x * shift_y })
    }
}

/// A figure that overflowed is no figure.
fn finite(v: f64) -> f64 {
    if v.is_finite() { v } else { f64::NAN }
}

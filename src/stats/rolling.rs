//! Figures over every window of a given length.
//!
//! All return a column as long as the input with NaN before the window is full. A missing value, or a window that is flat,
//! makes only the windows that hold it missing. O(n) whatever the window, and equal to what two passes over each window
//! give, whatever the offset of the data.

use super::arguments;
use super::lanes::{Lanes, Ratios};
use super::windows::{Size, sweep, sweep_pairs};
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
    let size = Size::new(window);
    // A mean needs no check for a flat window, so that only one that is infinite or NaN is missing.
    Ok(sweep(x, window, |sums, anchor, _| finite(anchor + sums.x * size.inverse)))
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
    let (size, degrees) = (Size::new(window), Lanes::splat(1.0 / (window as f64 - 1.0)));
    Ok(sweep(x, window, |sums, anchor, _| {
        let shift = sums.x * size.inverse;
        let squares = sums.xx - sums.x * shift;
        finite((squares * degrees).sqrt().where_greater(squares, size.floor(anchor + shift)))
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
    let (size, degrees) = (Size::new(window), Lanes::splat(1.0 / (window as f64 - 1.0)));
    Ok(sweep(x, window, |sums, anchor, last| {
        let shift = sums.x * size.inverse;
        let squares = sums.xx - sums.x * shift;
        let z = ((last - anchor) - shift) / (squares * degrees).sqrt();
        finite(z.where_greater(squares, size.floor(anchor + shift)))
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
    Ok(Ratios::column(|ratios| correlations(x, y, window, ratios)))
}

#[inline(never)]
fn correlations(x: &[f64], y: &[f64], window: usize, ratios: &mut Ratios) -> Vec<f64> {
    let size = Size::new(window);
    // A copy of its own stays in registers.
    let mut held = *ratios;
    let column = sweep_pairs(x, y, window, |sums, anchors| {
        let (shift_x, shift_y) = (sums.x * size.inverse, sums.y * size.inverse);
        let (xx, yy) = (sums.xx - sums.x * shift_x, sums.yy - sums.y * shift_y);
        let (floor_x, floor_y) = (size.floor(anchors[0] + shift_x), size.floor(anchors[1] + shift_y));
        held.take(sums.xy - sums.x * shift_y, [xx, floor_x], [yy, floor_y])
    });
    *ratios = held;
    column
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
    let size = Size::new(window);
    Ok(sweep_pairs(x, y, window, |sums, anchors| {
        let shift = sums.x * size.inverse;
        let xx = sums.xx - sums.x * shift;
        let slope = (sums.xy - sums.y * shift) / xx;
        finite(slope.where_greater(xx, size.floor(anchors[0] + shift)))
    }))
}

/// A figure that overflowed is no figure.
#[inline]
fn finite(v: Lanes) -> Lanes {
    // Times zero a number is 0, and what is none is NaN.
    v + v * Lanes::splat(0.0)
}

//! Figures over every window of a given length.
//!
//! All return a column as long as the input with NaN before the window is full. A missing value, or a window that is flat,
//! makes only the windows that hold it missing. O(n) whatever the window, and equal to what two passes over each window
//! give, whatever the offset of the data.

use std::ops::Range;

use super::arguments;
use super::pair_windows::{self, finite};
use super::windows::{self, Size, sweep};
use crate::error::Error;
use crate::series::Lanes;

/// The parts into which columns of `n` values can be cut so that a function of this module, called with one after the other,
/// gives the bits it gives of the whole: each part's figures are those from its index window - 1 on. For columns that do not
/// lie in memory at once. Empty when the window does not fit.
///
/// ```
/// use yenlens::stats::rolling;
/// let x: Vec<f64> = (0..10_000).map(|t| f64::from(t % 17)).collect();
/// let whole = rolling::std(&x, 60)?;
/// for part in rolling::parts(x.len(), 60) {
///     assert_eq!(rolling::std(&x[part.clone()], 60)?[59..], whole[part][59..]);
/// }
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn parts(n: usize, window: usize) -> impl Iterator<Item = Range<usize>> {
    parts_of(n, window, windows::PIECE)
}

/// As [`parts`], with about `length` figures to each: shorter parts take less memory and more calls.
pub fn parts_of(n: usize, window: usize, length: usize) -> impl Iterator<Item = Range<usize>> {
    let fits = arguments::window(window, n).is_ok();
    fits.then(|| windows::pieces(n, window, length)).into_iter().flatten()
}

/// A column that `fill` fills.
fn column(n: usize, fill: impl FnOnce(&mut [f64]) -> Result<(), Error>) -> Result<Vec<f64>, Error> {
    let mut out = vec![0.0; n];
    fill(&mut out)?;
    Ok(out)
}

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
    column(x.len(), |out| mean_into(x, window, out))
}

/// As [`mean()`], into a column as long as `x`.
///
/// # Errors
/// As [`mean()`]'s, and when `out` differs in length.
///
/// ```
/// use yenlens::stats::rolling;
/// let mut out = [0.0; 3];
/// rolling::mean_into(&[1.0, 2.0, 4.0], 2, &mut out)?;
/// assert_eq!(out[2], 3.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn mean_into(x: &[f64], window: usize, out: &mut [f64]) -> Result<(), Error> {
    arguments::same_length(["x", "out"], x, out)?;
    arguments::window(window, x.len())?;
    let size = Size::new(window);
    // A mean needs no check for a flat window, so that only one that is infinite or NaN is missing.
    sweep(x, window, out, |sums, anchor, _| finite(anchor + sums.x * size.inverse));
    Ok(())
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
    column(x.len(), |out| std_into(x, window, out))
}

/// As [`std()`], into a column as long as `x`.
///
/// # Errors
/// As [`std()`]'s, and when `out` differs in length.
///
/// ```
/// use yenlens::stats::rolling;
/// let mut out = [0.0; 3];
/// rolling::std_into(&[1e8 + 1.0, 1e8 + 2.0, 1e8 + 3.0], 3, &mut out)?;
/// assert_eq!(out[2], 1.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn std_into(x: &[f64], window: usize, out: &mut [f64]) -> Result<(), Error> {
    arguments::same_length(["x", "out"], x, out)?;
    arguments::window(window, x.len())?;
    let (size, degrees) = (Size::new(window), Lanes::splat(1.0 / (window as f64 - 1.0)));
    sweep(x, window, out, |sums, anchor, _| {
        let shift = sums.x * size.inverse;
        let squares = sums.xx - sums.x * shift;
        finite((squares * degrees).sqrt().where_greater(squares, size.floor(anchor + shift)))
    });
    Ok(())
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
    column(x.len(), |out| z_score_into(x, window, out))
}

/// As [`z_score()`], into a column as long as `x`.
///
/// # Errors
/// As [`z_score()`]'s, and when `out` differs in length.
///
/// ```
/// use yenlens::stats::rolling;
/// let mut out = [0.0; 3];
/// rolling::z_score_into(&[1.0, 2.0, 3.0], 3, &mut out)?;
/// assert_eq!(out[2], 1.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn z_score_into(x: &[f64], window: usize, out: &mut [f64]) -> Result<(), Error> {
    arguments::same_length(["x", "out"], x, out)?;
    arguments::window(window, x.len())?;
    let (size, degrees) = (Size::new(window), Lanes::splat(1.0 / (window as f64 - 1.0)));
    sweep(x, window, out, |sums, anchor, last| {
        let shift = sums.x * size.inverse;
        let squares = sums.xx - sums.x * shift;
        let z = ((last - anchor) - shift) / (squares * degrees).sqrt();
        finite(z.where_greater(squares, size.floor(anchor + shift)))
    });
    Ok(())
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
    column(x.len(), |out| correlation_into(x, y, window, out))
}

/// As [`correlation()`], into a column as long as `x`.
///
/// # Errors
/// As [`correlation()`]'s, and when `out` differs in length.
///
/// ```
/// use yenlens::stats::rolling;
/// let mut out = [0.0; 3];
/// rolling::correlation_into(&[1.0, 2.0, 3.0], &[2.0, 1.0, 0.0], 3, &mut out)?;
/// assert_eq!(out[2], -1.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn correlation_into(x: &[f64], y: &[f64], window: usize, out: &mut [f64]) -> Result<(), Error> {
    arguments::same_length(["x", "out"], x, out)?;
    arguments::same_length(["x", "y"], x, y)?;
    arguments::window(window, x.len())?;
    pair_windows::sweep::<pair_windows::Correlation>(x, y, window, out);
    Ok(())
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
    column(x.len(), |out| beta_into(y, x, window, out))
}

/// As [`beta()`], into a column as long as `x`.
///
/// # Errors
/// As [`beta()`]'s, and when `out` differs in length.
///
/// ```
/// use yenlens::stats::rolling;
/// let mut out = [0.0; 3];
/// rolling::beta_into(&[1.0, 3.0, 5.0], &[1.0, 2.0, 3.0], 3, &mut out)?;
/// assert_eq!(out[2], 2.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn beta_into(y: &[f64], x: &[f64], window: usize, out: &mut [f64]) -> Result<(), Error> {
    arguments::same_length(["x", "out"], x, out)?;
    arguments::same_length(["y", "x"], y, x)?;
    arguments::window(window, x.len())?;
    pair_windows::sweep::<pair_windows::Slope>(x, y, window, out);
    Ok(())
}

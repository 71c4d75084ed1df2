//! Mean, deviation and autocorrelation of a whole column, by two passes with the rounding of the first corrected in the
//! second. Missing and infinite values are passed over.

/// Below this share of the mean's size a deviation is a rounding error: the column is flat (a pegged yield, a price that
/// does not move) and anything divided by its deviation is missing.
pub const FLAT: f64 = 1e-13;

/// Arithmetic mean of the values that are there; `None` when there are none. O(n).
///
/// ```
/// use yenlens::stats::moments::mean;
/// assert_eq!(mean(&[1.0, f64::NAN, 2.0]), Some(1.5));
/// assert_eq!(mean(&[f64::NAN]), None);
/// ```
#[must_use]
pub fn mean(x: &[f64]) -> Option<f64> {
    let anchor = present(x).next()?;
    let about = |centre: f64| {
        let (sum, n) = present(x).fold((0.0, 0.0), |(sum, n), v| (sum + (v - centre), n + 1.0));
        centre + sum / n
    };
    Some(about(about(anchor)))
}

/// Sum of squared deviations from the mean, how many values there are, and the mean; `None` when there are none.
pub(crate) fn squares(x: &[f64]) -> Option<(f64, usize, f64)> {
    let mean = mean(x)?;
    let (mut rest, mut squares, mut n) = (0.0, 0.0, 0_usize);
    for v in present(x) {
        let d = v - mean;
        rest += d;
        squares += d * d;
        n += 1;
    }
    Some((squares - rest * rest / n as f64, n, mean))
}

/// Sample standard deviation (divided by n - 1) of the values that are there; `None` for fewer than two. O(n).
///
/// ```
/// use yenlens::stats::moments::deviation;
/// assert_eq!(deviation(&[1e8 + 1.0, 1e8 + 2.0, 1e8 + 3.0]), Some(1.0));
/// assert_eq!(deviation(&[1.0]), None);
/// ```
#[must_use]
pub fn deviation(x: &[f64]) -> Option<f64> {
    let (squares, n, _) = squares(x)?;
    (n >= 2).then(|| f64::sqrt(squares / (n as f64 - 1.0)))
}

/// Whether a sum of squared deviations of `n` values about `mean` is no more than the rounding of equal values; so it is
/// too when it is missing.
pub(crate) fn is_flat(squares: f64, n: f64, mean: f64) -> bool {
    let floor = FLAT * mean;
    squares.is_nan() || squares <= n * (floor * floor)
}

/// Whether a column stands still: its deviation is no more than a rounding error, or there is no value. Missing and infinite values
/// are passed over. O(n).
///
/// ```
/// use yenlens::stats::moments::stands_still;
/// assert!(stands_still(&[0.1, f64::NAN, 0.1]) && !stands_still(&[0.1, 0.2]));
/// ```
#[must_use]
pub fn stands_still(x: &[f64]) -> bool {
    squares(x).is_none_or(|(squares, n, mean)| is_flat(squares, n as f64, mean))
}

/// Autocorrelation at `lag` with full-sample moments (sums divided by n, as `statsmodels` `acf` does); `None` when the
/// column is flat or not longer than the lag. A product with a missing or infinite end counts as nothing. O(n).
///
/// ```
/// use yenlens::stats::moments::autocorrelation;
/// let up_and_down = [1.0, -1.0, 1.0, -1.0];
/// assert_eq!(autocorrelation(&up_and_down, 1), Some(-0.75));
/// ```
#[must_use]
pub fn autocorrelation(x: &[f64], lag: usize) -> Option<f64> {
    let (squares, n, mean) = squares(x)?;
    if is_flat(squares, n as f64, mean) || x.len() <= lag {
        return None;
    }
    let pairs = x.iter().zip(x.iter().skip(lag)).filter(|(a, b)| a.is_finite() && b.is_finite());
    let products = pairs.map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>();
    Some(products / squares)
}

fn present(x: &[f64]) -> impl Iterator<Item = f64> + '_ {
    x.iter().copied().filter(|v| v.is_finite())
}

//! Pearson's correlation with its uncertainty.

use super::distributions::{normal_two_sided, student_two_sided};
use super::{arguments, moments};
use crate::error::Error;

/// A correlation, the interval that holds the true one with the stated confidence, and how likely so much is by chance.
///
/// `estimate` and `p_value` are NaN when the data do not settle them: fewer than two pairs, or a flat column. The interval
/// is then NaN too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// The estimate, from -1 to 1.
    pub estimate: f64,
    /// The lower end of the 95 % interval.
    pub low: f64,
    /// The upper end of the 95 % interval.
    pub high: f64,
    /// The probability of an estimate at least as far from 0 when the two are independent.
    pub p_value: f64,
    /// How many pairs had both values.
    pub n: usize,
}

impl Correlation {
    /// A correlation that the data do not settle.
    pub(super) const fn missing(n: usize) -> Self {
        Self { estimate: f64::NAN, low: f64::NAN, high: f64::NAN, p_value: f64::NAN, n }
    }
}

/// Pearson's correlation of the pairs that have both values, by two passes; the 95 % interval is Fisher's (1921), the
/// p-value that of the t test with n - 2 degrees of freedom (as `scipy.stats.pearsonr`). O(n).
///
/// # Errors
/// When the columns differ in length.
///
/// ```
/// use yenlens::stats::correlation::pearson;
/// let r = pearson(&[1.0, 2.0, 3.0, 4.0, f64::NAN], &[1.0, 3.0, 2.0, 4.0, 5.0])?;
/// assert_eq!((r.estimate, r.n), (0.8, 4));
/// assert!(r.low < 0.0 && r.high > 0.99);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn pearson(x: &[f64], y: &[f64]) -> Result<Correlation, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    let (x, y) = complete_pairs(x, y);
    Ok(of_complete(&x, &y))
}

/// Pearson's correlation of columns of equal length without missing values.
pub(super) fn of_complete(x: &[f64], y: &[f64]) -> Correlation {
    let n = x.len();
    let Some(r) = coefficient(x, y) else {
        return Correlation::missing(n);
    };
    let (low, high) = fisher(r, 1.0, n, 3.0, 0.95);
    Correlation { estimate: r, low, high, p_value: p_value(r, n), n }
}

/// The p-value of the t test of a correlation of n pairs; 1 for two pairs, which always lie on a line.
pub(super) fn p_value(r: f64, n: usize) -> f64 {
    if n < 3 {
        return 1.0;
    }
    let df = n as f64 - 2.0;
    student_two_sided(r * f64::sqrt(df / ((1.0 - r) * (1.0 + r))), df)
}

/// The coefficient alone; `None` for fewer than two pairs or a flat column.
pub(super) fn coefficient(x: &[f64], y: &[f64]) -> Option<f64> {
    let n = x.len() as f64;
    let (sxx, count, mean_x) = moments::squares(x)?;
    let (syy, _, mean_y) = moments::squares(y)?;
    if count < 2 || moments::is_flat(sxx, n, mean_x) || moments::is_flat(syy, n, mean_y) {
        return None;
    }
    let (mut rest_x, mut rest_y, mut sxy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        let (dx, dy) = (a - mean_x, b - mean_y);
        rest_x += dx;
        rest_y += dy;
        sxy += dx * dy;
    }
    sxy -= rest_x * rest_y / n;
    let r = ratio(sxy, sxx, syy);
    (!r.is_nan()).then_some(r)
}

/// `xy / sqrt(xx · yy)`, held within [-1, 1] against rounding.
#[inline]
pub(super) fn ratio(xy: f64, xx: f64, yy: f64) -> f64 {
    let product = xx * yy;
    // One root of the product is the more exact, two roots do not leave the range of f64.
    let r = if product > 1e-280 && product < 1e280 { xy / product.sqrt() } else { xy / xx.sqrt() / yy.sqrt() };
    r.clamp(-1.0, 1.0)
}

/// Fisher's interval for a correlation `r` of `n` pairs: tanh(atanh r ± z / sqrt(n - 3)), as
/// `scipy.stats.pearsonr(...).confidence_interval` gives it; the whole of [-1, 1] for three pairs or fewer.
///
/// # Errors
/// When `r` is not within [-1, 1] or `confidence` not within (0, 1).
///
/// ```
/// let (low, high) = yenlens::stats::correlation::interval(0.5, 60, 0.95)?;
/// assert!((low - 0.281_861).abs() < 1e-6 && (high - 0.668_988).abs() < 1e-6);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn interval(r: f64, n: usize, confidence: f64) -> Result<(f64, f64), Error> {
    arguments::confidence(confidence)?;
    within_unit(r)?;
    Ok(fisher(r, 1.0, n, 3.0, confidence))
}

/// [`interval`] around many correlations of samples of one size: the quantile is found once, and since tanh(a ± b) is
/// (tanh a ± tanh b) / (1 ± tanh a tanh b), each interval then takes two divisions.
///
/// ```
/// use yenlens::stats::correlation::{Intervals, interval};
/// let around = Intervals::new(60, 0.95)?.around(0.5);
/// let (low, high) = interval(0.5, 60, 0.95)?;
/// assert!((around.0 - low).abs() < 1e-15 && (around.1 - high).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intervals {
    /// The tanh of half the width of the interval of the transform.
    reach: f64,
}

impl Intervals {
    /// The intervals of correlations of `n` pairs.
    ///
    /// # Errors
    /// When `confidence` is not within (0, 1).
    pub fn new(n: usize, confidence: f64) -> Result<Self, Error> {
        arguments::confidence(confidence)?;
        let reach = if n <= 3 { 1.0 } else { libm::tanh(normal_two_sided(confidence) / f64::sqrt(n as f64 - 3.0)) };
        Ok(Self { reach })
    }

    /// The interval around `r`, which is within [-1, 1]; both ends are NaN for NaN. Both ends grow with `r`.
    #[must_use]
    #[inline(never)]
    pub fn around(self, r: f64) -> (f64, f64) {
        let t = self.reach;
        if t >= 1.0 {
            return if r.is_nan() { (r, r) } else { (-1.0, 1.0) };
        }
        // An interval narrower than a rounding still holds the estimate.
        (((r - t) / (1.0 - r * t)).min(r), ((r + t) / (1.0 + r * t)).max(r))
    }

    /// The greatest correlation whose interval still holds zero; minus it is the least.
    #[must_use]
    pub const fn reach(self) -> f64 {
        self.reach
    }
}

/// That `r` can be a correlation.
pub(super) fn within_unit(r: f64) -> Result<(), Error> {
    if (-1.0..=1.0).contains(&r) { Ok(()) } else { Err(Error::invalid("r: expected a correlation from -1 to 1")) }
}

/// The interval of a correlation whose Fisher transform has the variance `spread / (n - lost)`.
pub(super) fn fisher(r: f64, spread: f64, n: usize, lost: f64, confidence: f64) -> (f64, f64) {
    if n as f64 <= lost {
        return (-1.0, 1.0);
    }
    let z = libm::atanh(r);
    let half = normal_two_sided(confidence) * f64::sqrt(spread / (n as f64 - lost));
    // An interval narrower than a rounding still holds the estimate.
    (libm::tanh(z - half).min(r), libm::tanh(z + half).max(r))
}

/// The pairs that have both values (finite ones), as two columns.
pub(super) fn complete_pairs(x: &[f64], y: &[f64]) -> (Vec<f64>, Vec<f64>) {
    x.iter().zip(y).filter(|(a, b)| a.is_finite() && b.is_finite()).map(|(a, b)| (*a, *b)).unzip()
}

//! A regression seen along one of its regressors: the line through a cloud of points, with its uncertainty at every place.

use super::moments;
use super::regression::{Errors, Regression, ols};
use crate::error::{Error, ErrorKind};

/// The line of y on x, the controls held at their means.
#[derive(Debug, Clone, PartialEq)]
pub struct RegressionLine {
    /// The regression on x and the controls, each less its mean: the intercept is the line's height at the mean of x, the
    /// slope of x comes second, those of the controls after it.
    pub regression: Regression,
    /// The mean of x.
    pub centre: f64,
    /// The covariance of height and slope.
    covariance: f64,
}

impl RegressionLine {
    /// Fits y on x and the controls with an intercept; the columns have one length and no missing value. O(n k² + n k lags).
    ///
    /// # Errors
    /// As [`ols`].
    ///
    /// ```
    /// use yenlens::stats::regression::Errors;
    /// use yenlens::stats::regression_line::RegressionLine;
    /// let line = RegressionLine::fit(&[1.0, 3.1, 4.9, 7.0], &[0.0, 1.0, 2.0, 3.0], &[], Errors::Classical)?;
    /// let (middle, end) = (line.at(1.5), line.at(3.0));
    /// assert!((line.slope() - 1.98).abs() < 1e-12 && (middle.0 - 4.0).abs() < 1e-12);
    /// assert!(end.1 > middle.1);
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    pub fn fit(y: &[f64], x: &[f64], controls: &[&[f64]], errors: Errors) -> Result<Self, Error> {
        let flat = || Error::new(ErrorKind::TooFewObservations, "regression: expected at least two values of x");
        let (centre, spread) = (moments::mean(x).ok_or_else(flat)?, moments::deviation(x).ok_or_else(flat)?);
        let about = |column: &[f64], mean: f64| column.iter().map(|v| v - mean).collect::<Vec<f64>>();
        let centred: Vec<Vec<f64>> = controls.iter().map(|c| about(c, moments::mean(c).unwrap_or(0.0))).collect();
        let fit = |origin: f64| {
            let x = about(x, origin);
            let columns: Vec<&[f64]> = std::iter::once(x.as_slice()).chain(centred.iter().map(Vec::as_slice)).collect();
            ols(y, &columns, true, errors)
        };
        let regression = fit(centre)?;
        // The same line measured one deviation further on: its variance there is that of the height, that of the slope and
        // twice their covariance, and the first two are known.
        let further = fit(centre + spread)?;
        let square = |r: &Regression, at: usize| r.standard_errors[at] * r.standard_errors[at];
        let rest = square(&further, 0) - square(&regression, 0) - spread * spread * square(&regression, 1);
        Ok(Self { covariance: rest / (2.0 * spread), regression, centre })
    }

    /// What y changes by when x is one higher.
    #[must_use]
    pub fn slope(&self) -> f64 {
        self.regression.coefficients[1]
    }

    /// The standard error of the slope.
    #[must_use]
    pub fn slope_error(&self) -> f64 {
        self.regression.standard_errors[1]
    }

    /// The line's height at `x`, and its standard error.
    #[must_use]
    pub fn at(&self, x: f64) -> (f64, f64) {
        let off = x - self.centre;
        let errors = &self.regression.standard_errors;
        let variance = errors[0] * errors[0] + off * (2.0 * self.covariance + off * errors[1] * errors[1]);
        (self.regression.coefficients[0] + off * self.slope(), f64::sqrt(variance.max(0.0)))
    }
}

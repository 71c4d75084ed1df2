//! Least squares by an orthogonal basis of the regressors.
//!
//! The regressors are centred when there is an intercept, then made orthonormal one after the other, each twice (Giraud,
//! Langou and Rozložník 2005: twice is enough for a basis orthogonal to rounding). The normal equations, which square the
//! condition of the problem, are never formed. Nothing here knows of standard errors or tests.

use super::arguments;
use super::moments::{FLAT, mean};
use crate::error::{Error, ErrorKind};
use crate::series::Lanes;

/// The most multiplications one decomposition may take: about two seconds.
const MAX_WORK: usize = 1_000_000_000;

/// Regressors, decomposed once and ready for any number of responses.
pub(crate) struct Design {
    n: usize,
    /// Orthonormal columns that span the (centred) regressors.
    basis: Vec<Vec<f64>>,
    /// Each coefficient as a combination of the projections on the basis: slopes in order, then the intercept if any.
    weights: Vec<Vec<f64>>,
    /// Means of the regressors, when there is an intercept.
    means: Option<Vec<f64>>,
}

/// One response, fitted.
pub(crate) struct Fit {
    /// The intercept first, if there is one, then the slopes.
    pub(crate) coefficients: Vec<f64>,
    pub(crate) residuals: Vec<f64>,
    /// What lies along each direction of the basis: the squares of the last few are what the last regressors add.
    pub(crate) projections: Vec<f64>,
    /// Sum of squared residuals.
    pub(crate) rss: f64,
    /// Sum of squares of the response, about its mean when there is an intercept.
    pub(crate) tss: f64,
}

impl Design {
    /// Decomposes columns of equal length without missing values.
    ///
    /// # Errors
    /// When there are no more rows than coefficients, or when a column is a combination of the ones before it.
    pub(crate) fn new(mut columns: Vec<Vec<f64>>, n: usize, intercept: bool) -> Result<Self, Error> {
        let k = columns.len();
        let count = k + usize::from(intercept);
        if n <= count {
            return Err(Error::new(
                ErrorKind::TooFewObservations,
                format!("regression: expected more than {count} complete observations for {count} coefficients, got {n}"),
            ));
        }
        arguments::work("regression", n.saturating_mul(k).saturating_mul(k), MAX_WORK)?;
        let means = intercept.then(|| columns.iter_mut().map(|c| centre(c)).collect::<Vec<f64>>());
        let tolerance = 64.0 * f64::EPSILON * f64::sqrt(n as f64);
        // triangle[j][i]: the part of column j along basis column i.
        let (mut basis, mut triangle) = (Vec::<Vec<f64>>::with_capacity(k), Vec::<Vec<f64>>::with_capacity(k));
        for (j, mut column) in columns.into_iter().enumerate() {
            let size = norm(&column);
            let flat = means.as_ref().is_some_and(|m| size <= FLAT * m[j].abs() * f64::sqrt(n as f64));
            let mut along = project_out(&basis, &mut column);
            let rest = norm(&column);
            if flat || rest.is_nan() || rest <= tolerance * size {
                return Err(collinear(j + 1));
            }
            for v in &mut column {
                *v /= rest;
            }
            along.push(rest);
            triangle.push(along);
            basis.push(column);
        }
        let mut weights = inverse_of_upper(&triangle);
        if let Some(means) = &means {
            weights.push((0..k).map(|j| -(0..k).map(|i| weights[i][j] * means[i]).sum::<f64>()).collect());
        }
        Ok(Self { n, basis, weights, means })
    }

    /// How many coefficients there are.
    pub(crate) fn count(&self) -> usize {
        self.weights.len()
    }

    /// Rows less coefficients, at least 1.
    pub(crate) fn degrees_of_freedom(&self) -> f64 {
        (self.n - self.count()) as f64
    }

    /// Fits a response of `n` values.
    pub(crate) fn fit(&self, y: &[f64]) -> Fit {
        let mut residuals = y.to_vec();
        let level = self.means.as_ref().map(|_| centre(&mut residuals));
        let tss = dot(&residuals, &residuals);
        let along = project_out(&self.basis, &mut residuals);
        let slopes = self.weights[..self.basis.len()].iter().map(|w| dot(w, &along));
        let mut coefficients: Vec<f64> = Vec::with_capacity(self.count());
        if let (Some(level), Some(w)) = (level, self.weights.last()) {
            coefficients.push(level + dot(w, &along));
        }
        coefficients.extend(slopes);
        let rss = dot(&residuals, &residuals);
        Fit { coefficients, residuals, projections: along, rss, tss }
    }

    /// The variance of each coefficient for a residual variance of 1, intercept first.
    pub(crate) fn unit_variances(&self) -> Vec<f64> {
        self.coefficient_order().map(|(w, constant)| dot(w, w) + constant).collect()
    }

    /// What each observation adds to a coefficient per unit of its response: one column per coefficient, intercept first.
    pub(crate) fn influence(&self) -> Vec<Vec<f64>> {
        self.coefficient_order()
            .map(|(w, constant)| {
                let mut column = vec![constant; self.n];
                for (q, w) in self.basis.iter().zip(w) {
                    column.iter_mut().zip(q).for_each(|(c, q)| *c += w * q);
                }
                column
            })
            .collect()
    }

    /// The variance of the fitted value at the regressors `x`, for a residual variance of 1.
    pub(crate) fn leverage(&self, x: &[f64]) -> f64 {
        let k = self.basis.len();
        let shift = |i: usize| x[i] - self.means.as_ref().map_or(0.0, |m| m[i]);
        let along = (0..k).map(|j| (0..k).map(|i| self.weights[i][j] * shift(i)).sum::<f64>());
        along.map(|v| v * v).sum::<f64>() + if self.means.is_some() { 1.0 / self.n as f64 } else { 0.0 }
    }

    /// Weights of each coefficient with what the mean of the response adds to it, intercept first.
    fn coefficient_order(&self) -> impl Iterator<Item = (&Vec<f64>, f64)> {
        let (slopes, last) = self.weights.split_at(self.basis.len());
        let n = self.n as f64;
        last.iter().map(move |w| (w, 1.0 / n)).chain(slopes.iter().map(|w| (w, 0.0)))
    }
}

/// Sum of products, in eight interleaved sums: the order is fixed, so that the bits are the same on every platform.
pub(crate) fn dot(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len().min(y.len());
    let (eights_x, rest_x) = x[..n].as_chunks::<8>();
    let (eights_y, rest_y) = y[..n].as_chunks::<8>();
    let mut sums = [Lanes::splat(0.0); 4];
    for (a, b) in eights_x.iter().zip(eights_y) {
        sums = [
            sums[0] + Lanes::new(a[0], a[1]) * Lanes::new(b[0], b[1]),
            sums[1] + Lanes::new(a[2], a[3]) * Lanes::new(b[2], b[3]),
            sums[2] + Lanes::new(a[4], a[5]) * Lanes::new(b[4], b[5]),
            sums[3] + Lanes::new(a[6], a[7]) * Lanes::new(b[6], b[7]),
        ];
    }
    let rest: f64 = rest_x.iter().zip(rest_y).map(|(a, b)| a * b).sum();
    let sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    sum.first() + sum.second() + rest
}

/// Subtracts the mean, which it returns.
fn centre(column: &mut [f64]) -> f64 {
    let mean = mean(column).unwrap_or(0.0);
    for v in column.iter_mut() {
        *v -= mean;
    }
    mean
}

fn norm(column: &[f64]) -> f64 {
    f64::sqrt(dot(column, column))
}

/// Takes the span of the basis out of a column, twice, and returns how much of each basis column it took.
fn project_out(basis: &[Vec<f64>], column: &mut [f64]) -> Vec<f64> {
    let mut along = vec![0.0; basis.len()];
    for _ in 0..2 {
        for (q, total) in basis.iter().zip(&mut along) {
            let part = dot(q, column);
            column.iter_mut().zip(q).for_each(|(c, q)| *c -= part * q);
            *total += part;
        }
    }
    along
}

/// The inverse of an upper triangle given by columns (`triangle[j]` holds j + 1 values), as rows.
fn inverse_of_upper(triangle: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let k = triangle.len();
    let mut inverse = vec![vec![0.0; k]; k];
    for j in 0..k {
        inverse[j][j] = 1.0 / triangle[j][j];
        for i in (0..j).rev() {
            let sum: f64 = (i + 1..=j).map(|m| triangle[m][i] * inverse[m][j]).sum();
            inverse[i][j] = -sum / triangle[i][i];
        }
    }
    inverse
}

fn collinear(which: usize) -> Error {
    Error::new(
        ErrorKind::Collinear,
        format!("regressors: expected independent columns, but column {which} is a combination of the others"),
    )
}

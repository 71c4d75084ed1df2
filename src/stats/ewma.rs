//! Exponentially weighted volatility and correlation, as `RiskMetrics` (1996) takes them: zero mean, so that the weights
//! fall on the products themselves.
//!
//! Every state starts as the mean of the first 30 products and then follows s = λ s + (1 - λ) x y. A missing product leaves
//! the state as it was and gives a missing figure at its own place.

use super::arguments;
use crate::error::Error;
use crate::series::Lanes;

/// How many products make the first state.
pub const SEED: usize = 30;

/// So many pairs at a time are taken the quick way; columns handed on in pieces whose lengths are multiples of it give the bits
/// of the whole.
pub const STRETCH: usize = 32;

/// Within these sums of squares their products keep to the range of f64 with room to spare.
const LEAST: f64 = 1e-140;
const MOST: f64 = 1e140;

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
    let mut weights = Weights::new(lambda)?;
    let (fresh, mut out) = (1.0 - lambda, returns.to_vec());
    for v in &mut out {
        *v = if weights.add(*v, *v) { f64::sqrt(fresh * weights.xx) } else { f64::NAN };
    }
    Ok(out)
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
    let mut weights = Weights::new(lambda)?;
    let mut out = vec![0.0; x.len()];
    weights.correlations(x, y, &mut out);
    Ok(out)
}

/// The weighted sums of the products so far, from which the next ones go on.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    lambda: f64,
    seen: usize,
    /// The weighted means, divided by 1 - λ: what comes then enters as it is.
    xy: f64,
    xx: f64,
    yy: f64,
}

impl Weights {
    /// Before the first product.
    ///
    /// # Errors
    /// When `lambda` does not lie strictly between 0 and 1.
    pub fn new(lambda: f64) -> Result<Self, Error> {
        if lambda > 0.0 && lambda < 1.0 {
            return Ok(Self { lambda, seen: 0, xy: 0.0, xx: 0.0, yy: 0.0 });
        }
        Err(Error::invalid("lambda: expected a number above 0 and below 1, such as 0.94"))
    }

    /// Writes the correlation after each further pair, NaN where there is none. The columns and `out` are of equal length, or
    /// the shortest counts. O(n).
    pub fn correlations(&mut self, x: &[f64], y: &[f64], out: &mut [f64]) {
        let mut rise = [1.0; STRETCH];
        let mut last = 1.0;
        for weight in &mut rise {
            last /= self.lambda;
            *weight = last;
        }
        let stretches = x.chunks(STRETCH).zip(y.chunks(STRETCH)).zip(out.chunks_mut(STRETCH));
        for ((x, y), out) in stretches {
            if let (Some(x), Some(y), Some(out)) = (x.as_array(), y.as_array(), out.as_mut_array())
                && self.stretch(&rise, x, y, out)
            {
                continue;
            }
            for ((a, b), slot) in x.iter().zip(y).zip(out) {
                *slot = if self.add(*a, *b) { self.correlation() } else { f64::NAN };
            }
        }
    }

    /// Takes a whole stretch the quick way, if nothing in it is missing, flat or out of range. Otherwise all is as before.
    ///
    /// A correlation is the same in any unit: what was there before does not fade, but what comes weighs more, `rise` of 1/λ, 1/λ²
    /// and so on, so that a step is one addition. Sums of squares then only grow, and lie between those before and after.
    fn stretch(&mut self, rise: &[f64; STRETCH], x: &[f64; STRETCH], y: &[f64; STRETCH], out: &mut [f64; STRETCH]) -> bool {
        if self.seen < SEED || !(self.xx > LEAST && self.yy > LEAST) {
            return false;
        }
        let (mut squares, mut xy) = (Lanes::new(self.xx, self.yy), self.xy);
        let mut largest = Lanes::splat(0.0);
        let pairs = x.as_chunks::<2>().0.iter().zip(y.as_chunks::<2>().0).zip(rise.as_chunks::<2>().0);
        for (((x, y), weights), slots) in pairs.zip(out.as_chunks_mut::<2>().0) {
            let (x, y, [v, w]) = (Lanes::of(x), Lanes::of(y), weights);
            let (one, other) = (x.firsts_with(y), x.seconds_with(y));
            let earlier = squares + one * one * Lanes::splat(*v);
            squares = earlier + other * other * Lanes::splat(*w);
            let products = x * y * Lanes::of(weights);
            let between = xy + products.first();
            xy = between + products.second();
            let r = Lanes::new(between, xy) / (earlier.firsts_with(squares) * earlier.seconds_with(squares)).sqrt();
            largest = largest.greater(r * r);
            *slots = [r.first(), r.second()];
        }
        // What is missing or infinite stays in the sums to the end, and no comparison with it holds.
        let (xx, yy) = (squares.first(), squares.second());
        if !(xx < MOST && yy < MOST) {
            return false;
        }
        let [.., most] = *rise;
        (self.xx, self.yy, self.xy) = (xx / most, yy / most, xy / most);
        if largest.first().max(largest.second()) > 1.0 {
            for r in out {
                *r = r.clamp(-1.0, 1.0);
            }
        }
        true
    }

    /// One pair at a time: while the seed is gathered, and beside missing values. Whether there is a figure after it.
    fn add(&mut self, a: f64, b: f64) -> bool {
        // Missing, infinite, or so large that its square is.
        if !(a * a + b * b).is_finite() {
            return false;
        }
        self.seen += 1;
        let (keep, take) = if self.seen <= SEED { (1.0, 1.0 / (SEED as f64 * (1.0 - self.lambda))) } else { (self.lambda, 1.0) };
        self.xy = keep * self.xy + take * (a * b);
        self.xx = keep * self.xx + take * (a * a);
        self.yy = keep * self.yy + take * (b * b);
        self.seen >= SEED
    }

    fn correlation(&self) -> f64 {
        let r = self.xy / (self.xx.sqrt() * self.yy.sqrt());
        if self.xx > 0.0 && self.yy > 0.0 && r.is_finite() { r.clamp(-1.0, 1.0) } else { f64::NAN }
    }
}

//! Exponentially weighted volatility and correlation, as `RiskMetrics` (1996) takes them: zero mean, so that the weights
//! fall on the products themselves.
//!
//! Every state starts as the mean of the first 30 products and then follows s = λ s + (1 - λ) x y. A missing product leaves
//! the state as it was and gives a missing figure at its own place.

use super::arguments;
use super::lanes::Lanes;
use crate::error::Error;

/// How many products make the first state.
pub const SEED: usize = 30;

/// So many pairs at a time are taken two by two; columns handed on in pieces whose lengths are multiples of it give the bits
/// of the whole.
pub const STRETCH: usize = 32;

/// Within these products of two sums of squares a correlation is exact to rounding.
const LEAST: f64 = 1e-280;
const MOST: f64 = 1e280;

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
        let stretches = x.chunks(STRETCH).zip(y.chunks(STRETCH)).zip(out.chunks_mut(STRETCH));
        for ((x, y), out) in stretches {
            if let (Some(x), Some(y), Some(out)) = (x.as_array(), y.as_array(), out.as_mut_array())
                && self.stretch(x, y, out)
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
    /// Two steps at once, both written out from the state before them, so that the second need not wait for the first:
    /// s1 = λ s + p1 and s2 = λ² s + (λ p1 + p2).
    fn stretch(&mut self, x: &[f64; STRETCH], y: &[f64; STRETCH], out: &mut [f64; STRETCH]) -> bool {
        if self.seen < SEED {
            return false;
        }
        let (keep, shift) = (Lanes::new(self.lambda, self.lambda * self.lambda), Lanes::new(0.0, self.lambda));
        let step = |state: Lanes, products: Lanes| keep * state.seconds() + (products + shift * products.firsts());
        let (mut xx, mut yy, mut xy) = (Lanes::splat(self.xx), Lanes::splat(self.yy), Lanes::splat(self.xy));
        let (mut least, mut most) = (Lanes::splat(1.0), Lanes::splat(1.0));
        let mut largest = Lanes::splat(0.0);
        let pairs = x.as_chunks::<2>().0.iter().zip(y.as_chunks::<2>().0).zip(out.as_chunks_mut::<2>().0);
        for (([a, b], [c, d]), slots) in pairs {
            let (x, y) = (Lanes::new(*a, *b), Lanes::new(*c, *d));
            (xx, yy, xy) = (step(xx, x * x), step(yy, y * y), step(xy, x * y));
            let product = xx * yy;
            (least, most) = (least.lesser(product), most.greater(product));
            let r = xy / product.sqrt();
            largest = largest.greater(r * r);
            *slots = [r.first(), r.second()];
        }
        // What is missing or infinite stays in the state to the end.
        let state = xx.second() + yy.second();
        let within = least.first().min(least.second()) > LEAST && most.first().max(most.second()) < MOST;
        if !(state.is_finite() && within) {
            return false;
        }
        (self.xx, self.yy, self.xy) = (xx.second(), yy.second(), xy.second());
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

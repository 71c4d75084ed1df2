//! What correlating levels would show by chance alone.
//!
//! Two independent random walks wander apart and together; over 52 points more than one pair in six shows |r| above 0.7
//! (Yule 1926, Granger and Newbold 1974). The share is found by simulation, because it depends on the length. [`odds`]
//! simulates for one question; [`Walks`] keep what was simulated for many.

use super::random::Draws;
use super::rank::sorted;
use super::{arguments, correlation};
use crate::error::Error;

/// The most steps of a walk (points times simulations) that one call takes: about half a second.
pub const MAX_STEPS: usize = 50_000_000;

/// The correlations in levels of many pairs of independent Gaussian random walks of one length, ready to be asked.
#[derive(Debug, Clone)]
pub struct Walks {
    /// |r| of each pair, increasing.
    sizes: Vec<f64>,
}

impl Walks {
    /// Simulates `simulations` pairs of walks of `n` points. The same arguments give the same bits everywhere.
    /// O(n · simulations).
    ///
    /// # Errors
    /// When `n` is below 3, `simulations` is 0, or their product exceeds [`MAX_STEPS`].
    pub fn simulate(n: usize, simulations: usize, seed: u64) -> Result<Self, Error> {
        arguments::count("n", n, 3, usize::MAX)?;
        arguments::count("simulations", simulations, 1, usize::MAX)?;
        arguments::work("simulations", n.saturating_mul(simulations), MAX_STEPS)?;
        let mut draws = Draws::new(seed);
        let sizes: Vec<f64> = (0..simulations).map(|_| walk_pair(n, &mut draws).abs()).collect();
        Ok(Self { sizes: sorted(&sizes) })
    }

    /// The share of the pairs whose |r| is at least that of `r`; NaN for NaN. O(log simulations).
    ///
    /// ```
    /// use yenlens::stats::levels::Walks;
    /// let walks = Walks::simulate(52, 4_000, 1)?;
    /// assert!((walks.odds(0.7) - 0.17).abs() < 0.02);
    /// assert_eq!(walks.odds(0.0), 1.0);
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    #[must_use]
    pub fn odds(&self, r: f64) -> f64 {
        if r.is_nan() {
            return f64::NAN;
        }
        let below = self.sizes.partition_point(|size| *size < r.abs());
        (self.sizes.len() - below) as f64 / self.sizes.len() as f64
    }
}

/// The share of pairs of independent random walks of `n` points whose |r| in levels is at least that of `r`: how often chance
/// alone looks this good. Counted over so many simulated pairs; the same seed gives the same share. O(n · simulations).
///
/// # Errors
/// When `r` is not within [-1, 1], `n` is below 3, `simulations` is 0, or their product exceeds 50 million steps.
///
/// ```
/// let odds = yenlens::stats::levels::odds(52, 0.7, 4_000, 1)?;
/// assert!((odds - 0.17).abs() < 0.02);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn odds(n: usize, r: f64, simulations: usize, seed: u64) -> Result<f64, Error> {
    correlation::within_unit(r)?;
    Ok(Walks::simulate(n, simulations, seed)?.odds(r))
}

/// The correlation of one pair of walks.
fn walk_pair(n: usize, draws: &mut Draws) -> f64 {
    let mut pair = WalkingPair::default();
    for _ in 1..n {
        pair.step(draws);
    }
    pair.correlation(n)
}

/// A pair of walks under way. Both start at 0 and stay within some sqrt(n) of it, so that plain sums serve.
#[derive(Default)]
pub(super) struct WalkingPair {
    x: f64,
    y: f64,
    sx: f64,
    sy: f64,
    sxx: f64,
    syy: f64,
    sxy: f64,
}

impl WalkingPair {
    /// One point more for both.
    pub(super) fn step(&mut self, draws: &mut Draws) {
        let (dx, dy) = draws.normal_pair();
        self.x += dx;
        self.y += dy;
        self.sx += self.x;
        self.sy += self.y;
        self.sxx += self.x * self.x;
        self.syy += self.y * self.y;
        self.sxy += self.x * self.y;
    }

    /// The correlation of the first `n` points, the start included.
    pub(super) fn correlation(&self, n: usize) -> f64 {
        let n = n as f64;
        let (xx, yy) = (self.sxx - self.sx * self.sx / n, self.syy - self.sy * self.sy / n);
        ((self.sxy - self.sx * self.sy / n) / f64::sqrt(xx * yy)).clamp(-1.0, 1.0)
    }
}

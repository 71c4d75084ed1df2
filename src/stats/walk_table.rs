//! The odds of chance for every window at once, so that a slider over windows costs nothing.
//!
//! The running sums of one pair of random walks pass through every length on the way to the longest: one simulation
//! serves them all. For one length alone, [`levels::Walks`](super::levels::Walks) is the plain way.

use super::arguments;
use super::levels::{MAX_STEPS, WalkingPair};
use super::random::Draws;
use crate::error::Error;

/// |r| in levels of many pairs of independent Gaussian random walks, at every length of a range.
#[derive(Debug, Clone)]
pub struct WalkTable {
    shortest: usize,
    pairs: usize,
    /// A row of |r| for each length, in steps of [`STEPS`].
    sizes: Vec<u16>,
}

impl WalkTable {
    /// Simulates `simulations` pairs of walks of `longest` points and keeps |r| at every length from `shortest` on. The
    /// same arguments give the same bits everywhere. O(longest · simulations), 2 bytes for each length and pair.
    ///
    /// # Errors
    /// When `shortest` is below 3 or above `longest`, `simulations` is 0, or the work exceeds [`MAX_STEPS`].
    pub fn simulate(shortest: usize, longest: usize, simulations: usize, seed: u64) -> Result<Self, Error> {
        arguments::count("shortest", shortest, 3, longest)?;
        arguments::count("simulations", simulations, 1, usize::MAX)?;
        arguments::work("simulations", longest.saturating_mul(simulations), MAX_STEPS)?;
        let mut sizes = vec![0; (longest - shortest + 1) * simulations];
        let mut draws = Draws::new(seed);
        for pair in 0..simulations {
            let mut walking = WalkingPair::default();
            for n in 2..=longest {
                walking.step(&mut draws);
                if n >= shortest {
                    sizes[(n - shortest) * simulations + pair] = step(walking.correlation(n));
                }
            }
        }
        Ok(Self { shortest, pairs: simulations, sizes })
    }

    /// The share of the pairs of walks of `n` points whose |r| is at least that of `r`; missing when `r` is NaN or `n` is
    /// outside the range. O(simulations).
    ///
    /// ```
    /// use yenlens::stats::walk_table::WalkTable;
    /// let table = WalkTable::simulate(20, 60, 4_000, 1)?;
    /// assert!((table.odds(52, 0.7).unwrap_or(f64::NAN) - 0.17).abs() < 0.02);
    /// assert_eq!(table.odds(61, 0.7), None);
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    #[must_use]
    pub fn odds(&self, n: usize, r: f64) -> Option<f64> {
        let row = n.checked_sub(self.shortest)?;
        let sizes = self.sizes.get(row * self.pairs..(row + 1) * self.pairs).filter(|_| !r.is_nan())?;
        let least = step(r);
        let as_large = sizes.iter().filter(|size| **size >= least).count();
        Some(as_large as f64 / self.pairs as f64)
    }
}

/// The steps between 0 and 1 in which |r| is kept, far finer than what so many pairs can tell.
const STEPS: f64 = 65_535.0;

/// The step that |r| has reached.
fn step(r: f64) -> u16 {
    (r.abs() * STEPS).floor() as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::levels::Walks;

    #[test]
    fn at_the_longest_length_the_table_is_the_plain_simulation() {
        let (table, plain) = (WalkTable::simulate(20, 60, 500, 7).unwrap(), Walks::simulate(60, 500, 7).unwrap());
        for r in [0.0, 0.1, 0.35, 0.5, 0.7, 0.9, 0.99] {
            assert_eq!(table.odds(60, r), Some(plain.odds(r)));
        }
    }

    #[test]
    fn at_a_shorter_length_the_table_agrees_with_a_simulation_of_that_length() {
        let (table, plain) = (WalkTable::simulate(20, 120, 8_000, 1).unwrap(), Walks::simulate(30, 8_000, 2).unwrap());
        for r in [0.2, 0.5, 0.7, 0.9] {
            // Four standard errors of the difference of two shares.
            let bound = 4.0 * (2.0 * 0.25 / 8_000.0_f64).sqrt();
            assert!((table.odds(30, r).unwrap() - plain.odds(r)).abs() < bound);
        }
    }
}

//! The odds of chance for every window at once, so that a slider over windows costs nothing.
//!
//! The running sums of one pair of random walks pass through every length on the way to the longest: one simulation
//! serves them all. For one length alone, [`levels::Walks`](super::levels::Walks) is the plain way.

use super::arguments;
use super::levels::{MAX_STEPS, WalkingPair};
use super::random::Draws;
use crate::error::Error;

/// How many of many pairs of independent Gaussian random walks reach an |r| in levels, at every length of a range.
#[derive(Debug, Clone)]
pub struct WalkTable {
    shortest: usize,
    pairs: usize,
    /// A row for each length: how many pairs have at least each multiple of one in [`STEPS`], from 0 to 1.
    reaching: Vec<u16>,
}

/// Steps between 0 and 1 at which pairs are counted. In between the share is a straight line: it can be off by what happens within a
/// step, a few pairs of 2,000, far less than the chance of the draw; every pair's own |r| would take sixteen times the memory.
const STEPS: usize = 128;

impl WalkTable {
    /// Simulates `simulations` pairs of walks of `longest` points and counts them at every length from `shortest` on. The
    /// same arguments give the same bits everywhere. O(longest · simulations), 258 bytes for each length.
    ///
    /// # Errors
    /// When `shortest` is below 3 or above `longest`, `simulations` is 0 or above 65,535, or the work exceeds [`MAX_STEPS`].
    pub fn simulate(shortest: usize, longest: usize, simulations: usize, seed: u64) -> Result<Self, Error> {
        arguments::count("shortest", shortest, 3, longest)?;
        arguments::count("simulations", simulations, 1, usize::from(u16::MAX))?;
        arguments::work("simulations", longest.saturating_mul(simulations), MAX_STEPS)?;
        let mut reaching = vec![0; (longest - shortest + 1) * (STEPS + 1)];
        let mut draws = Draws::new(seed);
        for _ in 0..simulations {
            let mut walking = WalkingPair::default();
            for n in 2..=longest {
                walking.step(&mut draws);
                if n >= shortest {
                    let reached = (walking.correlation(n).abs() * STEPS as f64) as usize;
                    reaching[(n - shortest) * (STEPS + 1) + reached.min(STEPS)] += 1;
                }
            }
        }
        // Whoever reaches a step has reached those below it.
        for row in reaching.chunks_mut(STEPS + 1) {
            let mut sum = 0;
            for count in row.iter_mut().rev() {
                sum += *count;
                *count = sum;
            }
        }
        Ok(Self { shortest, pairs: simulations, reaching })
    }

    /// The share of the pairs of walks of `n` points whose |r| is at least that of `r`, between two 128ths by a straight line;
    /// missing when `r` is NaN or `n` is outside the range. O(1).
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
        let row = n.checked_sub(self.shortest)? * (STEPS + 1);
        let row = self.reaching.get(row..row + STEPS + 1).filter(|_| !r.is_nan())?;
        let place = (r.abs() * STEPS as f64).min(STEPS as f64);
        let at = place as usize;
        let [here, next] = [at, (at + 1).min(STEPS)].map(|at| f64::from(row[at]));
        Some((here + (next - here) * (place - at as f64)) / self.pairs as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::levels::Walks;

    #[test]
    fn at_the_longest_length_and_every_step_the_table_is_the_plain_simulation() {
        let (table, plain) = (WalkTable::simulate(20, 60, 500, 7).unwrap(), Walks::simulate(60, 500, 7).unwrap());
        for step in 0..=STEPS {
            let r = step as f64 / STEPS as f64;
            assert_eq!(table.odds(60, r), Some(plain.odds(r)));
            assert_eq!(table.odds(60, -r), Some(plain.odds(r)));
        }
    }

    #[test]
    fn between_two_steps_the_share_lies_between_theirs_and_near_the_plain_simulation() {
        let (table, plain) = (WalkTable::simulate(20, 60, 2_000, 7).unwrap(), Walks::simulate(60, 2_000, 7).unwrap());
        for hundredth in 0..100 {
            let r = f64::from(hundredth) / 100.0;
            let (here, exact) = (table.odds(60, r).unwrap(), plain.odds(r));
            let step = (r * STEPS as f64).floor();
            let (above, below) = (plain.odds((step + 1.0) / STEPS as f64), plain.odds(step / STEPS as f64));
            assert!((above..=below).contains(&here));
            assert!((here - exact).abs() <= 0.005, "{r}: {here}, {exact}");
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

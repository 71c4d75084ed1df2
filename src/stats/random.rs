//! Seeded draws, equal on every platform: xoshiro256++ from `rand_xoshiro` (a fixed, published generator of additions,
//! rotations and shifts, quick on 64-bit and in wasm), and what we draw from it.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

/// A stream of draws that depends on nothing but its seed.
pub(super) struct Draws(Xoshiro256PlusPlus);

impl Draws {
    pub(super) fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// Uniform on [0, 1), a multiple of 2^-53.
    pub(super) fn uniform(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// Uniform on `0..n`, and a uniform multiple of 2^-32 on [0, 1) beside it, from the two halves of one draw. The bias of
    /// the index is below n / 2^32, far under the noise of any resampling.
    pub(super) fn index_and_uniform(&mut self, n: u32) -> (usize, f64) {
        let bits = self.0.next_u64();
        let index = ((bits >> 32) * u64::from(n)) >> 32;
        (index as usize, f64::from(bits as u32) * (1.0 / (1_u64 << 32) as f64))
    }

    /// Two independent standard normal draws (Marsaglia and Bray 1964, the polar method).
    pub(super) fn normal_pair(&mut self) -> (f64, f64) {
        loop {
            let (u, v) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let s = u * u + v * v;
            if s < 1.0 && s > 0.0 {
                let scale = f64::sqrt(-2.0 * libm::log(s) / s);
                return (u * scale, v * scale);
            }
        }
    }
}

//! A binary arithmetic coder with adaptive probabilities (Martin 1979; the carry is resolved as in the LZMA format).
//!
//! Both directions offer the same two calls, [`Coder::bit`] and [`Coder::even`]. The encoder writes the bit it is given;
//! the decoder ignores it and returns the one it reads. Whole numbers only, so every platform sees the same bits.

use super::malformed;
use crate::error::Error;

/// Below this the range is widened by a byte.
const NARROW: u32 = 1 << 24;
/// Probabilities are out of 2^12.
const PRECISION: u32 = 12;
/// After so many bits a probability adapts no slower: the tail of its memory.
const MEMORY: u8 = 60;

/// The probability that the next bit is set, learnt from the bits before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prob {
    /// Out of 2^16.
    set: u16,
    /// How many bits it was learnt from, up to [`MEMORY`].
    seen: u8,
}

impl Prob {
    pub(super) const EVEN: Self = Self { set: 1 << 15, seen: 0 };

    /// Whether it has been learnt from any bit.
    pub(super) const fn is_learnt(self) -> bool {
        self.seen > 0
    }

    /// Moves towards a bit that came: a running mean at first, then a sliding one.
    pub(super) fn learn(&mut self, bit: bool) {
        let goal = if bit { 0xFFFF } else { 0 };
        let set = i32::from(self.set);
        self.set = (set + (goal - set) * 2 / (2 * i32::from(self.seen) + 3)) as u16;
        self.seen = (self.seen + 1).min(MEMORY);
    }

    /// The part of a range that stands for a set bit: never nothing and never all.
    fn share(self, range: u32) -> u32 {
        (range >> PRECISION) * u32::from(self.set >> 4).clamp(1, (1 << PRECISION) - 1)
    }
}

/// One direction of the coder.
pub(super) trait Coder {
    /// Codes a bit under a probability, which does not learn from it.
    fn bit_under(&mut self, prob: Prob, bit: bool) -> Result<bool, Error>;

    /// Codes a bit under a probability, which learns from it.
    fn bit(&mut self, prob: &mut Prob, bit: bool) -> Result<bool, Error> {
        let bit = self.bit_under(*prob, bit)?;
        prob.learn(bit);
        Ok(bit)
    }
}

/// Reads what [`Encoder`] wrote.
#[derive(Debug)]
pub(super) struct Decoder<'a> {
    range: u32,
    code: u32,
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Error> {
        let mut decoder = Self { range: u32::MAX, code: 0, rest: bytes.iter() };
        for _ in 0..5 {
            decoder.shift()?;
        }
        Ok(decoder)
    }

    /// Holds that everything written has been read.
    pub(super) fn finish(self) -> Result<(), Error> {
        if self.rest.len() == 0 { Ok(()) } else { Err(malformed("there are values after the last series")) }
    }

    fn shift(&mut self) -> Result<(), Error> {
        let byte = self.rest.next().ok_or_else(|| malformed("there are fewer values than announced"))?;
        self.code = self.code << 8 | u32::from(*byte);
        Ok(())
    }
}

impl Coder for Decoder<'_> {
    fn bit_under(&mut self, prob: Prob, _: bool) -> Result<bool, Error> {
        let share = prob.share(self.range);
        let bit = self.code < share;
        if bit {
            self.range = share;
        } else {
            self.code -= share;
            self.range -= share;
        }
        while self.range < NARROW {
            self.range <<= 8;
            self.shift()?;
        }
        Ok(bit)
    }
}

/// Writes bits into bytes.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug)]
pub(super) struct Encoder {
    range: u32,
    low: u64,
    /// The byte that a carry may still change, and how many bytes of 255 follow it.
    held: u8,
    full: usize,
    bytes: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Encoder {
    pub(super) const fn new() -> Self {
        Self { range: u32::MAX, low: 0, held: 0, full: 0, bytes: Vec::new() }
    }

    /// The bytes written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        if self.low < 0xFF00_0000 || carry == 1 {
            self.bytes.push(self.held.wrapping_add(carry));
            self.bytes.extend(std::iter::repeat_n(0xFF_u8.wrapping_add(carry), self.full));
            self.full = 0;
            self.held = (self.low >> 24) as u8;
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Coder for Encoder {
    fn bit_under(&mut self, prob: Prob, bit: bool) -> Result<bool, Error> {
        let share = prob.share(self.range);
        if bit {
            self.range = share;
        } else {
            self.low += u64::from(share);
            self.range -= share;
        }
        while self.range < NARROW {
            self.range <<= 8;
            self.shift();
        }
        Ok(bit)
    }
}

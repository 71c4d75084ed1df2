//! A binary arithmetic coder with adaptive probabilities (Martin 1979; the carry is resolved as in the LZMA format).
//!
//! Both directions offer the same calls. The encoder writes the bit it is given; the decoder ignores it and returns the one it
//! reads. Whole numbers only, so every platform sees the same bits.
//!
//! Faults are kept, not returned: the first is noted, coding goes on with whatever comes, and the end asks for it once. A
//! `Result` at every bit would make the decoder three times as large, most of it to drop half-built values.

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
    /// Whether what is passed in is looked at. What only a writer needs to work out is left to it.
    const WRITES: bool;

    /// Codes a bit under a probability, which does not learn from it.
    fn bit_under(&mut self, prob: Prob, bit: bool) -> bool;

    /// Notes what is wrong, unless something was before.
    fn fail(&mut self, fault: &'static str);

    /// Whether something is wrong, so that loops need not go on.
    fn has_failed(&self) -> bool;

    /// Codes a bit under a probability, which learns from it.
    fn bit(&mut self, prob: &mut Prob, bit: bool) -> bool {
        let bit = self.bit_under(*prob, bit);
        prob.learn(bit);
        bit
    }
}

/// Reads what [`Encoder`] wrote.
#[derive(Debug)]
pub(super) struct Decoder<'a> {
    range: u32,
    code: u32,
    rest: &'a [u8],
    fault: Option<&'static str>,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { range: u32::MAX, code: 0, rest: bytes, fault: None };
        for _ in 0..5 {
            decoder.shift();
        }
        decoder
    }

    /// What was wrong, if anything; bytes that were not needed are a fault too.
    pub(super) fn finish(mut self) -> Option<&'static str> {
        if !self.rest.is_empty() {
            self.fail("there are values after the last series");
        }
        self.fault
    }

    /// Takes in a byte; zero after the end.
    fn shift(&mut self) {
        let byte = if let [byte, rest @ ..] = self.rest {
            self.rest = rest;
            *byte
        } else {
            self.fail("there are fewer values than announced");
            0
        };
        self.code = self.code << 8 | u32::from(byte);
    }
}

impl Coder for Decoder<'_> {
    const WRITES: bool = false;

    fn bit_under(&mut self, prob: Prob, _: bool) -> bool {
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
            self.shift();
        }
        bit
    }

    fn fail(&mut self, fault: &'static str) {
        self.fault.get_or_insert(fault);
    }

    fn has_failed(&self) -> bool {
        self.fault.is_some()
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
    fault: Option<&'static str>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Encoder {
    pub(super) const fn new() -> Self {
        Self { range: u32::MAX, low: 0, held: 0, full: 0, bytes: Vec::new(), fault: None }
    }

    /// The bytes written, or what was wrong.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, &'static str> {
        for _ in 0..5 {
            self.shift();
        }
        self.fault.map_or(Ok(self.bytes), Err)
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
    const WRITES: bool = true;

    fn bit_under(&mut self, prob: Prob, bit: bool) -> bool {
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
        bit
    }

    fn fail(&mut self, fault: &'static str) {
        self.fault.get_or_insert(fault);
    }

    fn has_failed(&self) -> bool {
        self.fault.is_some()
    }
}

//! Models for numbers and text over the binary coder.
//!
//! Every method takes the value to write and returns the value written or read; when reading, what is passed in does not
//! matter.

use super::range::{Coder, Prob};
use crate::series::Day;

/// All the text of a chunk together may have so many bytes, repetitions counted, so that no file can ask for more.
const TEXT_LIMIT: usize = 1 << 20;
const TOO_MUCH_TEXT: &str = "there is more text than a chunk may hold";
/// Contexts of the text models are hashed into a table of this size.
const TEXT_TABLE: usize = 1 << 15;

/// What is learnt about the size of whole numbers of one sort.
#[derive(Debug, Clone)]
pub(super) struct Sizes {
    /// How many binary digits, as a tree over six bits.
    digits: [Prob; 64],
    /// The two digits below the leading one, by the number of digits. The rest is noise.
    lead: [[Prob; 4]; 64],
}

impl Sizes {
    pub(super) const fn new() -> Self {
        Self { digits: [Prob::EVEN; 64], lead: [[Prob::EVEN; 4]; 64] }
    }
}

/// A coder with the models that a whole chunk shares.
#[derive(Debug)]
pub(super) struct Codec<C> {
    pub(super) coder: C,
    counts: Sizes,
    lengths: Sizes,
    spans: Sizes,
    again: Prob,
    /// Probabilities after one byte and after three, and the distinct texts so far.
    after_one: Vec<Prob>,
    after_three: Vec<Prob>,
    texts: Vec<String>,
    text_bytes: usize,
}

impl<C: Coder> Codec<C> {
    pub(super) fn new(coder: C) -> Self {
        Self {
            coder,
            counts: Sizes::new(),
            lengths: Sizes::new(),
            spans: Sizes::new(),
            again: Prob::EVEN,
            after_one: vec![Prob::EVEN; TEXT_TABLE],
            after_three: vec![Prob::EVEN; TEXT_TABLE],
            texts: Vec::new(),
            text_bytes: 0,
        }
    }

    /// A count of things, at most `limit`.
    pub(super) fn count(&mut self, value: usize, limit: usize) -> usize {
        let count = number(&mut self.coder, &mut self.counts, value as u64);
        if count > limit as u64 {
            self.coder.fail("a count is too large");
            return 0;
        }
        count as usize
    }

    /// A day, by its distance from another.
    pub(super) fn day(&mut self, anchor: Day, value: Day) -> Day {
        let anchor = i64::from(anchor.count());
        let span = signed(&mut self.coder, &mut self.spans, i64::from(value.count()) - anchor);
        let day = Day::saturating(anchor.saturating_add(span));
        if i64::from(day.count()) - anchor != span {
            self.coder.fail("a day is outside the years 1 to 9999");
        }
        day
    }

    /// A text: either one that came before, by its number, or a new one, byte by byte.
    pub(super) fn text(&mut self, value: &str) -> String {
        let before = if C::WRITES { self.texts.iter().position(|text| text == value) } else { None };
        let text = if self.coder.bit(&mut self.again, before.is_some()) {
            let number = self.count(before.unwrap_or(0), self.texts.len().saturating_sub(1));
            self.texts.get(number).cloned().unwrap_or_default()
        } else {
            let text = self.new_text(value);
            self.texts.push(text.clone());
            text
        };
        self.text_bytes += text.len();
        if self.text_bytes > TEXT_LIMIT {
            self.coder.fail(TOO_MUCH_TEXT);
        }
        // After a fault nothing more is kept, so that repetitions cannot fill the memory.
        if self.coder.has_failed() { String::new() } else { text }
    }

    fn new_text(&mut self, value: &str) -> String {
        let length = number(&mut self.coder, &mut self.lengths, value.len() as u64);
        if length > TEXT_LIMIT as u64 {
            self.coder.fail(TOO_MUCH_TEXT);
        }
        let mut bytes = Vec::new();
        let mut last_three = 0;
        while (bytes.len() as u64) < length && !self.coder.has_failed() {
            let byte = self.byte(last_three, value.as_bytes().get(bytes.len()).copied().unwrap_or(0));
            last_three = last_three << 8 | u32::from(byte);
            bytes.push(byte);
        }
        String::from_utf8(bytes).unwrap_or_else(|_| {
            self.coder.fail("a text is not UTF-8");
            String::new()
        })
    }

    /// A byte of text, each bit under the longest context that has been met before.
    fn byte(&mut self, last_three: u32, value: u8) -> u8 {
        let mut tree = 1;
        for shift in (0..8).rev() {
            let short = &mut self.after_one[slot((last_three & 0xFF) << 8 | tree)];
            let long = &mut self.after_three[slot(last_three << 8 | tree)];
            let best = if long.is_learnt() { *long } else { *short };
            let bit = self.coder.bit_under(best, value >> shift & 1 == 1);
            short.learn(bit);
            long.learn(bit);
            tree = tree << 1 | u32::from(bit);
        }
        tree as u8
    }
}

/// Multiplicative hashing (Knuth, volume 3, 6.4) to fifteen bits.
const fn slot(context: u32) -> usize {
    (context.wrapping_mul(2_654_435_769) >> 17) as usize
}

/// A whole number under 2^63.
pub(super) fn number<C: Coder>(coder: &mut C, sizes: &mut Sizes, value: u64) -> u64 {
    let digits = u64::BITS - value.leading_zeros();
    let mut tree = 1;
    for shift in (0..6).rev() {
        let bit = coder.bit(&mut sizes.digits[tree], digits >> shift & 1 == 1);
        tree = tree << 1 | usize::from(bit);
    }
    let digits = tree - 64;
    let mut number = u64::from(digits > 0);
    for shift in (0..digits.saturating_sub(1)).rev() {
        let bit = value >> shift & 1 == 1;
        // The prefixes of at most two digits, 1 and then 10 or 11, are places of a table.
        let bit =
            if number < 4 { coder.bit(&mut sizes.lead[digits][number as usize], bit) } else { coder.bit_under(Prob::EVEN, bit) };
        number = number << 1 | u64::from(bit);
    }
    number
}

/// A whole number of either sign.
pub(super) fn signed<C: Coder>(coder: &mut C, sizes: &mut Sizes, value: i64) -> i64 {
    let size = number(coder, sizes, value.unsigned_abs()).cast_signed();
    if size != 0 && coder.bit_under(Prob::EVEN, value < 0) { -size } else { size }
}

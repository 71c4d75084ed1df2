//! The least and greatest value of any stretch of a column, without reading the stretch.
//!
//! A pyramid of extents: of every block of values, of every eight blocks, and so on. It holds no values itself; the
//! invariant is that it is asked with the very column it was built from.

use std::ops::Range;

/// Values in a block of the lowest level.
const BLOCK: usize = 32;
/// Extents of one level that make one of the next.
const FAN: usize = 8;

/// The least and the greatest value of a stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

impl Extent {
    /// What holds nothing, and changes nothing it is joined with.
    const NOTHING: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY };

    /// The extent of the values; missing ones are passed over, `None` when all are missing.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        Self::NOTHING.with(values).there()
    }

    /// The same extent, stretched to hold `value`; unchanged when `value` is missing.
    #[must_use]
    pub fn including(self, value: f64) -> Self {
        self.and(Self { low: value, high: value })
    }

    pub(super) const fn is_infinite(&self) -> bool {
        self.low.is_infinite() || self.high.is_infinite()
    }

    fn and(self, o: Self) -> Self {
        Self { low: if o.low < self.low { o.low } else { self.low }, high: if o.high > self.high { o.high } else { self.high } }
    }

    fn with(self, values: &[f64]) -> Self {
        values.iter().fold(self, |extent, value| extent.including(*value))
    }

    fn joined(self, others: &[Self]) -> Self {
        others.iter().fold(self, |extent, other| extent.and(*other))
    }

    fn there(self) -> Option<Self> {
        (self.low <= self.high).then_some(self)
    }
}

/// The extents of one column's stretches.
#[derive(Debug, Clone, Default)]
pub(super) struct Extremes {
    levels: Vec<Vec<Extent>>,
}

impl Extremes {
    /// One pass over the column; keeps a fourteenth of its size.
    pub(super) fn new(values: &[f64]) -> Self {
        let mut levels = vec![values.chunks(BLOCK).map(|block| Extent::NOTHING.with(block)).collect::<Vec<_>>()];
        while let Some(below) = levels.last().filter(|below| below.len() > FAN) {
            levels.push(below.chunks(FAN).map(|some| Extent::NOTHING.joined(some)).collect());
        }
        Self { levels }
    }

    /// The extent of `values[range]`, where `values` is the column this was built from; the range is cut at its end. `None`
    /// when nothing is present there. Costs the logarithm of the range's length.
    pub(super) fn of(&self, values: &[f64], range: Range<usize>) -> Option<Extent> {
        let range = range.start.min(values.len())..range.end.min(values.len());
        if range.is_empty() {
            return None;
        }
        let (first, last) = (range.start.div_ceil(BLOCK), range.end / BLOCK);
        if first >= last {
            return Extent::of(&values[range]);
        }
        let mut extent = Extent::NOTHING.with(&values[range.start..first * BLOCK]).with(&values[last * BLOCK..range.end]);
        let (mut from, mut to) = (first, last);
        for level in &self.levels {
            let (first, last) = (from.div_ceil(FAN), to / FAN);
            if first >= last {
                extent = extent.joined(&level[from..to]);
                break;
            }
            extent = extent.joined(&level[from..first * FAN]).joined(&level[last * FAN..to]);
            // Above the highest level its own extents are few enough to be read.
            if level.len() <= FAN {
                extent = extent.joined(&level[first * FAN..last * FAN]);
                break;
            }
            (from, to) = (first, last);
        }
        extent.there()
    }
}

//! The least and greatest value of any stretch of a column, without reading the stretch.
//!
//! Of every block of values it is kept where in it the least and the greatest stand, two bytes, and above that a pyramid of extents: of
//! every sixteen blocks, and so on. It holds no column itself; the invariant is that it is asked with the very column it was built from.

use std::ops::Range;

#[cfg(feature = "feeds")]
use super::Lanes;

/// Values in a block: as many as a byte can tell apart, half of that so that the ends of a stretch are soon read.
const BLOCK: usize = 128;
/// Extents of one level that make one of the next.
const FAN: usize = 16;

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

    #[cfg(not(feature = "feeds"))]
    #[inline(never)]
    fn with(self, values: &[f64]) -> Self {
        values.iter().fold(self, |extent, value| extent.including(*value))
    }

    // Four at a time, two pairs of which neither waits for the other; the module that is fetched first has no million values.
    #[cfg(feature = "feeds")]
    #[inline(never)]
    fn with(self, values: &[f64]) -> Self {
        let (fours, rest) = values.as_chunks::<4>();
        let mut low = [Lanes::splat(f64::INFINITY); 2];
        let mut high = [Lanes::splat(f64::NEG_INFINITY); 2];
        for [a, b, c, d] in fours {
            for (at, pair) in [[*a, *b], [*c, *d]].iter().enumerate() {
                let pair = Lanes::of(pair);
                low[at] = low[at].lesser(pair);
                high[at] = high[at].greater(pair);
            }
        }
        let (low, high) = (low[0].lesser(low[1]), high[0].greater(high[1]));
        let whole = [(low.first(), high.first()), (low.second(), high.second())];
        let extent = whole.into_iter().fold(self, |extent, (low, high)| extent.and(Self { low, high }));
        rest.iter().fold(extent, |extent, value| extent.including(*value))
    }

    /// The same extent, stretched to hold blocks of the column, the first of which is the block of that number.
    #[inline(never)]
    fn over(self, blocks: &[Block], values: &[f64], first: usize) -> Self {
        blocks.iter().zip(first..).fold(self, |extent, (block, at)| extent.and(block.extent(values, at * BLOCK)))
    }

    #[inline(never)]
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
    blocks: Vec<Block>,
    levels: Vec<Vec<Extent>>,
}

/// Where in a block its least and its greatest value stand; both at its beginning when none is present.
#[derive(Debug, Clone, Copy)]
struct Block {
    least: u8,
    greatest: u8,
}

impl Block {
    fn of(values: &[f64]) -> Self {
        let extent = Extent::NOTHING.with(values);
        let place = |value: f64| values.iter().position(|v| v.to_bits() == value.to_bits()).unwrap_or_default() as u8;
        Self { least: place(extent.low), greatest: place(extent.high) }
    }

    /// The extent of the block that begins there.
    fn extent(self, values: &[f64], begin: usize) -> Extent {
        let (low, high) = (values[begin + usize::from(self.least)], values[begin + usize::from(self.greatest)]);
        Extent::NOTHING.and(Extent { low, high })
    }
}

impl Extremes {
    /// One pass over the column; keeps less than a three-hundredth of its size.
    pub(super) fn new(values: &[f64]) -> Self {
        let blocks: Vec<Block> = values.chunks(BLOCK).map(Block::of).collect();
        let fans = blocks.chunks(FAN).zip(values.chunks(FAN * BLOCK));
        let lowest = fans.map(|(blocks, values)| Extent::NOTHING.over(blocks, values, 0)).collect::<Vec<_>>();
        let mut levels = vec![lowest];
        while let Some(below) = levels.last().filter(|below| below.len() > FAN) {
            levels.push(below.chunks(FAN).map(|some| Extent::NOTHING.joined(some)).collect());
        }
        Self { blocks, levels }
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
        let (mut from, mut to) = (first.div_ceil(FAN), last / FAN);
        if from >= to {
            return extent.over(&self.blocks[first..last], values, first).there();
        }
        extent = extent.over(&self.blocks[first..from * FAN], values, first).over(&self.blocks[to * FAN..last], values, to * FAN);
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

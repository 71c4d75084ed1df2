//! Where an axis of values has its ticks: round values a person would choose, no closer than the labels allow.
//!
//! Not for writing labels: a tick says its value and how many decimals show it exactly. The invariant: ticks lie in the
//! domain, strictly increase, and there are never more than [`MOST`] of them.

use std::f64::consts::{LN_10, LOG10_2};

use super::scale::{Domain, ln_ratio};

/// The greatest number of ticks an axis gets, whatever is asked.
pub const MOST: usize = 50;

/// The least share of the axis between two ticks; it keeps the number of ticks below [`MOST`].
pub(super) const LEAST_SHARE: f64 = 1.0 / 48.0;

/// A gap may be short of what was asked by this share: 0.1 + 0.2 px must not cost a tick.
const ROUNDING: f64 = 1e-9;

/// Logarithmic ticks within a decade from fine to coarse: the leading digits, the least distance between two of them in
/// decades, and the number of decades above which so many labels would crowd the axis whatever the room.
const DIGITS: [(&[u32], f64, f64); 5] = [
    (&[1, 2, 3, 4, 5, 6, 7, 8, 9], 0.045_757, 1.0),
    (&[1, 2, 3, 5, 7], 0.146_128, 1.0),
    (&[1, 2, 5], LOG10_2, 2.0),
    (&[1, 3], 0.477_121, 3.0),
    (&[1], 1.0, f64::INFINITY),
];

/// Below this many decades a logarithmic axis is so nearly straight that linear steps read better.
const STRAIGHT: f64 = 0.5;

/// One tick.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// The value it stands at: the nearest `f64` to a short decimal (to the last bit or two beyond 1e±22), never -0.
    pub value: f64,
    /// On a logarithmic axis with powers of ten, whether it is one; where steps are linear, always true.
    pub major: bool,
    /// How many decimals write this value exactly (at most 100).
    pub decimals: u8,
}

/// The ticks of an axis of values, in increasing order, each of them to be labelled.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ticks {
    /// The ticks.
    pub ticks: Vec<Tick>,
    /// The most decimals any of them needs: the number of decimals of every label on a linear axis. On a logarithmic one
    /// take [`Tick::decimals`], so that 0.1 does not make 1000.0 of 1000.
    pub decimals: u8,
}

impl Ticks {
    fn of(ticks: Vec<Tick>) -> Self {
        let decimals = ticks.iter().map(|t| t.decimals).max().unwrap_or(0);
        Self { ticks, decimals }
    }
}

/// Ticks on multiples of 1, 2 or 5 times a power of ten, at least `min_gap_px` apart on a linear axis of `length_px`.
///
/// When that leaves fewer than two though two would fit, the two outermost ones of a finer step are taken. A length or gap
/// that is not positive and finite counts as none: no length has no ticks, no gap has as many as [`MOST`] allows.
///
/// ```
/// use yenlens::view::{scale::Domain, ticks};
/// let yields = ticks::linear(Domain::new(0.07, 0.52), 200.0, 40.0);
/// assert_eq!(yields.ticks.iter().map(|t| t.value).collect::<Vec<_>>(), [0.1, 0.2, 0.3, 0.4, 0.5]);
/// assert_eq!(yields.decimals, 1);
/// ```
#[must_use]
pub fn linear(domain: Domain, length_px: f64, min_gap_px: f64) -> Ticks {
    share(length_px, min_gap_px).map_or_else(Ticks::default, |share| Ticks::of(linear_at(domain, share)))
}

/// Ticks on powers of ten and, where there is room and the axis shows few decades, on round values between them, at least
/// `min_gap_px` apart on a logarithmic axis of `length_px`.
///
/// Over very many decades only every k-th power of ten has one; below half a decade the ticks are linear. The domain is made
/// [positive](Domain::positive) first, as a logarithmic scale does. Lengths and gaps are treated as in [`linear`].
///
/// ```
/// use yenlens::view::{scale::Domain, ticks};
/// let price = ticks::log(Domain::new(300.0, 40_000.0), 200.0, 30.0);
/// assert_eq!(price.ticks.iter().map(|t| t.value).collect::<Vec<_>>(), [300.0, 1e3, 3e3, 1e4, 3e4]);
/// ```
#[must_use]
pub fn log(domain: Domain, length_px: f64, min_gap_px: f64) -> Ticks {
    let Some(share) = share(length_px, min_gap_px) else { return Ticks::default() };
    let domain = domain.positive();
    let length = ln_ratio(domain.hi(), domain.lo());
    let decades = length / LN_10;
    let gap = share * decades * (1.0 - ROUNDING);
    let mut ticks = Vec::new();
    if decades >= STRAIGHT {
        let first = libm::log10(domain.lo()).floor() as i32 - 1;
        let last = libm::log10(domain.hi()).ceil() as i32 + 1;
        let fitting = DIGITS.iter().find(|(_, distance, most)| *distance >= gap && decades <= *most);
        ticks = match fitting {
            Some((digits, ..)) => by_digits(domain, first, last, digits),
            None => by_decades(domain, first, last, gap.ceil().max(1.0) as i32),
        };
        if ticks.len() < 2
            && let [least, .., greatest] = by_digits(domain, first, last, &[1, 2, 5])[..]
            && ln_ratio(greatest.value, least.value) >= gap * LN_10
        {
            ticks = vec![least, greatest];
        }
    }
    if ticks.len() < 2 {
        // A step is shortest at the upper end, where the axis is densest; what fits there fits everywhere.
        let density = domain.span() / domain.hi() / length;
        let straight = linear_at(domain, share / density);
        if straight.len() > ticks.len() {
            ticks = straight;
        }
    }
    Ticks::of(ticks)
}

/// The least share of the axis between two ticks; `None` when the axis has no length.
pub(super) fn share(length_px: f64, min_gap_px: f64) -> Option<f64> {
    let gap = if min_gap_px.is_finite() { min_gap_px.max(0.0) } else { 0.0 };
    (length_px.is_finite() && length_px > 0.0).then(|| (gap / length_px).max(LEAST_SHARE))
}

fn linear_at(domain: Domain, share: f64) -> Vec<Tick> {
    // Beyond the whole length there is one tick at most; a step of twice the span says so without looking far from it.
    let gap = domain.span() * share.min(2.0);
    let mut step = Step::at_least(gap);
    let mut ticks = step.multiples(domain);
    let wanted = if share <= 1.0 { 2 } else { 1 };
    // Three finer steps are one more digit; what has no two round values by then has none worth a label.
    for _ in 0..3 {
        if ticks.len() >= wanted {
            break;
        }
        step = step.finer();
        let finer = step.multiples(domain);
        if let [first, .., last] = finer[..]
            && last.value - first.value >= gap * (1.0 - ROUNDING)
        {
            ticks = vec![first, last];
        } else if ticks.is_empty() {
            ticks.extend(finer.get(finer.len() / 2));
        }
    }
    ticks
}

/// A step of `digit` (1, 2 or 5) times ten to the `exponent`.
#[derive(Clone, Copy)]
struct Step {
    digit: u32,
    exponent: i32,
}

impl Step {
    /// The least step that is at least `gap`.
    fn at_least(gap: f64) -> Self {
        let exponent = libm::log10(gap).floor() as i32;
        let digits = gap / decimal(1, exponent) * (1.0 - ROUNDING);
        match [1, 2, 5].into_iter().find(|digit| f64::from(*digit) >= digits) {
            Some(digit) => Self { digit, exponent },
            None => Self { digit: 1, exponent: exponent + 1 },
        }
    }

    fn finer(self) -> Self {
        match self.digit {
            5 => Self { digit: 2, ..self },
            2 => Self { digit: 1, ..self },
            _ => Self { digit: 5, exponent: self.exponent - 1 },
        }
    }

    /// All multiples within the domain.
    fn multiples(self, domain: Domain) -> Vec<Tick> {
        // A domain spans at least 1e-10 of its values and a step about 1/500 of that: the count of steps is exact.
        let step = decimal(i64::from(self.digit), self.exponent);
        let from = (domain.lo() / step).floor() as i64;
        let to = (domain.hi() / step).ceil() as i64;
        let decimals = decimals(self.exponent);
        let values = (from..=to).map(|count| decimal(count * i64::from(self.digit), self.exponent));
        values.filter(|value| domain.contains(*value)).map(|value| Tick { value, major: true, decimals }).collect()
    }
}

fn by_digits(domain: Domain, first: i32, last: i32, digits: &[u32]) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for exponent in first..=last {
        for digit in digits {
            let value = decimal(i64::from(*digit), exponent);
            if domain.contains(value) {
                ticks.push(Tick { value, major: *digit == 1, decimals: decimals(exponent) });
            }
        }
    }
    ticks
}

/// Every `every`-th power of ten: on multiples of it, or from the first one when that leaves fewer than two.
fn by_decades(domain: Domain, first: i32, last: i32, every: i32) -> Vec<Tick> {
    let mut powers = by_digits(domain, first, last, &[1]);
    let Some(lowest) = powers.first().map(|t| libm::log10(t.value).round() as i32) else { return powers };
    let offset = (-lowest).rem_euclid(every) as usize;
    let offset = if powers.len() > offset + every as usize { offset } else { 0 };
    powers.drain(..offset);
    powers.into_iter().step_by(every as usize).collect()
}

/// `digits` times ten to the `exponent`: the nearest `f64` while the power of ten itself is exact (up to 1e22), which adding
/// up steps would not give. Zero is never negative.
fn decimal(digits: i64, exponent: i32) -> f64 {
    let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { digits as f64 / power } else { digits as f64 * power }
}

fn decimals(exponent: i32) -> u8 {
    (-exponent).clamp(0, 100) as u8
}

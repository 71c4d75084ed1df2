//! From values to pixels and back. A [`Domain`] is the stretch of values an axis shows, a [`Scale`] lays it along a stretch
//! of pixels.
//!
//! Not for choosing ticks or writing labels. The invariant: a domain is finite and wide enough that a scale never divides
//! by zero, whatever it was made from. Time is days since 1970-01-01 on a linear scale, or on one that has room for trading days alone.

#[cfg(feature = "extras")]
use std::rc::Rc;

#[cfg(feature = "extras")]
use crate::series::Day;

/// The greatest magnitude a domain reaches, so that its span and a margin around it stay finite.
const LIMIT: f64 = 1e300;
/// The least span a domain may have, and the least value of a logarithmic one; below it steps and ticks would be subnormal.
const LEAST: f64 = 1e-300;
/// A span below this share of the values themselves is rounding noise: a pegged rate, not a movement.
const FLAT: f64 = 1e-10;
/// How far a flat domain is opened on either side, as a share of its value.
const OPENING: f64 = 0.05;

/// The values from `lo` to `hi`: both finite, `lo < hi`.
///
/// ```
/// use yenlens::view::scale::Domain;
/// let yields = Domain::of([2.0, f64::NAN, 1.0, 1.5].into_iter());
/// assert_eq!(yields, Some(Domain::new(1.0, 2.0)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Domain {
    lo: f64,
    hi: f64,
}

impl Domain {
    /// The values between two ends, in either order.
    ///
    /// Ends beyond ±1e300 are pulled back to it. A domain with no width, or with a width that is only rounding noise beside
    /// its values, is opened by 5 % of its value on both sides (to -1 to 1 around zero). A missing end gives 0 to 1.
    #[must_use]
    pub fn new(lo: f64, hi: f64) -> Self {
        if lo.is_nan() || hi.is_nan() {
            return Self { lo: 0.0, hi: 1.0 };
        }
        let (lo, hi) = (lo.min(hi).clamp(-LIMIT, LIMIT), lo.max(hi).clamp(-LIMIT, LIMIT));
        let magnitude = lo.abs().max(hi.abs());
        if magnitude < LEAST {
            return Self { lo: -1.0, hi: 1.0 };
        }
        if hi - lo >= (FLAT * magnitude).max(LEAST) {
            return Self { lo, hi };
        }
        let opening = (OPENING * magnitude).max(LEAST);
        Self { lo: (lo - opening).max(-LIMIT), hi: (hi + opening).min(LIMIT) }
    }

    /// From the least to the greatest of the values; missing and infinite ones are skipped. `None` when nothing is left.
    pub fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut ends: Option<(f64, f64)> = None;
        for value in values.filter(|v| v.is_finite()) {
            ends = Some(ends.map_or((value, value), |(lo, hi)| (lo.min(value), hi.max(value))));
        }
        ends.map(|(lo, hi)| Self::new(lo, hi))
    }

    /// The same domain, stretched to hold `value`; unchanged when `value` is missing.
    #[must_use]
    pub fn including(self, value: f64) -> Self {
        if value.is_nan() { self } else { Self::new(self.lo.min(value), self.hi.max(value)) }
    }

    /// The least domain that holds both.
    #[must_use]
    pub fn union(self, other: &Self) -> Self {
        Self::new(self.lo.min(other.lo), self.hi.max(other.hi))
    }

    /// The same domain with a margin of `fraction` of its span on either side; a negative or missing fraction adds nothing.
    #[must_use]
    pub fn padded(self, fraction: f64) -> Self {
        let margin = fraction.max(0.0) * self.span();
        Self::new(self.lo - margin, self.hi + margin)
    }

    /// The same domain with a margin of `fraction` of its length in logarithms on either side, for a logarithmic axis. It is
    /// made [positive](Self::positive) first.
    #[must_use]
    pub fn padded_log(self, fraction: f64) -> Self {
        let scale = Scale::new(Kind::Log, self, 0.0, 1.0);
        let (lo, hi) = (scale.domain.lo, scale.domain.hi);
        let margin = fraction.max(0.0);
        Self::new(scale.value(-margin).clamp(LEAST, lo), scale.value(1.0 + margin).max(hi))
    }

    /// The part of the domain a logarithm can show: unchanged when `lo` is positive, otherwise the three decades below `hi`,
    /// or 1 to 10 when nothing is positive. To take the least positive value of a column instead, filter it before
    /// [`Domain::of`].
    #[must_use]
    pub fn positive(self) -> Self {
        if self.lo >= LEAST {
            self
        } else if self.hi >= 1e3 * LEAST {
            // Division keeps round ends round: 1000 gives 1.
            Self { lo: self.hi / 1e3, hi: self.hi }
        } else {
            Self { lo: 1.0, hi: 10.0 }
        }
    }

    /// The lower end.
    #[must_use]
    pub const fn lo(&self) -> f64 {
        self.lo
    }

    /// The upper end.
    #[must_use]
    pub const fn hi(&self) -> f64 {
        self.hi
    }

    /// `hi - lo`, positive and finite.
    #[must_use]
    pub fn span(&self) -> f64 {
        self.hi - self.lo
    }

    /// Whether `value` lies within the ends, both of them included.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }
}

/// How values are spread along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Equal differences take equal lengths.
    Linear,
    /// Equal ratios take equal lengths.
    Log,
}

/// A domain laid along a stretch of pixels. The stretch may run either way: a y axis runs from the bottom up, and an axis
/// of yen per dollar may be turned over so that a stronger yen is higher.
///
/// ```
/// use yenlens::view::scale::{Domain, Kind, Scale};
/// let price = Scale::new(Kind::Log, Domain::new(100.0, 10_000.0), 200.0, 0.0);
/// assert!((price.px(1_000.0) - 100.0).abs() < 1e-9);
/// assert!((price.value(100.0) - 1_000.0).abs() < 1e-9);
/// assert!(price.px(-1.0).is_nan());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    kind: Kind,
    domain: Domain,
    from_px: f64,
    to_px: f64,
    /// The length of the domain: a difference, or a difference of natural logarithms, or days that have room.
    length: f64,
    /// The days that have room, where not all have.
    #[cfg(feature = "extras")]
    open: Option<OpenDays>,
}

impl Scale {
    /// A scale that puts `domain.lo()` at `from_px` and `domain.hi()` at `to_px`. A logarithmic one takes
    /// [`Domain::positive`] of its domain. A pixel position that is not finite counts as 0.
    #[must_use]
    pub fn new(kind: Kind, domain: Domain, from_px: f64, to_px: f64) -> Self {
        let finite = |px: f64| if px.is_finite() { px } else { 0.0 };
        let (domain, length) = match kind {
            Kind::Linear => (domain, domain.span()),
            Kind::Log => {
                let domain = domain.positive();
                (domain, ln_ratio(domain.hi, domain.lo))
            }
        };
        let (from_px, to_px) = (finite(from_px), finite(to_px));
        Self {
            kind,
            domain,
            from_px,
            to_px,
            length,
            #[cfg(feature = "extras")]
            open: None,
        }
    }

    /// The scale of days since 1970-01-01 on which each of `days` (increasing) takes the same length, however long ago the one before it
    /// was: weekends and holidays have no room. What lies between two of them stands between them. Linear where there are none.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn over_days(days: &Rc<Vec<Day>>, domain: Domain, from_px: f64, to_px: f64) -> Self {
        let open = OpenDays { days: Rc::clone(days), begin: place(days, domain.lo) };
        let length = place(days, domain.hi) - open.begin;
        let open = Some(open).filter(|_| length > 0.0);
        let linear = Self::new(Kind::Linear, domain, from_px, to_px);
        Self { length: if open.is_some() { length } else { linear.length }, open, ..linear }
    }

    /// Whether a day has room of its own.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn has_room_for(&self, day: Day) -> bool {
        self.open.as_ref().is_none_or(|open| open.days.binary_search(&day).is_ok())
    }

    /// Where `value` stands, in pixels; outside the range when it is outside the domain. NaN for a missing value, and on a
    /// logarithmic scale for one that is not positive.
    #[must_use]
    pub fn px(&self, value: f64) -> f64 {
        #[cfg(feature = "extras")]
        if let Some(open) = &self.open {
            return self.from_px + (place(&open.days, value) - open.begin) / self.length * (self.to_px - self.from_px);
        }
        let along = match self.kind {
            Kind::Linear => (value - self.domain.lo) / self.length,
            Kind::Log if value > 0.0 => ln_ratio(value, self.domain.lo) / self.length,
            Kind::Log => f64::NAN,
        };
        self.from_px + along * (self.to_px - self.from_px)
    }

    /// The value at `px`, the inverse of [`Scale::px`]. NaN for NaN; the lower end of the domain when the range has no length.
    #[must_use]
    pub fn value(&self, px: f64) -> f64 {
        let width = self.to_px - self.from_px;
        let along = if width == 0.0 { 0.0 * px } else { (px - self.from_px) / width };
        #[cfg(feature = "extras")]
        if let Some(open) = &self.open {
            return day_at(&open.days, open.begin + along * self.length);
        }
        match self.kind {
            Kind::Linear => self.domain.lo + along * self.length,
            Kind::Log => {
                // Half the way twice: the ratio of 1e300 to 1e-300 is beyond what one factor can hold.
                let half = libm::exp(0.5 * along * self.length);
                self.domain.lo * half * half
            }
        }
    }

    /// How values are spread.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The values shown.
    #[must_use]
    pub const fn domain(&self) -> Domain {
        self.domain
    }

    /// Where the domain begins and where it ends, in pixels; the first may be the greater.
    #[must_use]
    pub const fn range(&self) -> (f64, f64) {
        (self.from_px, self.to_px)
    }

    /// The length of the range in pixels, never negative.
    #[must_use]
    pub fn length_px(&self) -> f64 {
        (self.to_px - self.from_px).abs()
    }
}

/// Days that have room, and which of them the domain begins at.
#[cfg(feature = "extras")]
#[derive(Debug, Clone, PartialEq)]
struct OpenDays {
    days: Rc<Vec<Day>>,
    begin: f64,
}

/// Where a day stands among `days`, counted from the first, with the fraction of the way from the one before to the one after. Before the first and after
/// the last a day is a day.
#[cfg(feature = "extras")]
fn place(days: &[Day], at: f64) -> f64 {
    let count = |day: &Day| f64::from(day.count());
    let next = days.partition_point(|day| count(day) < at);
    match (next.checked_sub(1), days.get(next)) {
        (Some(before), Some(after)) => {
            let from = count(&days[before]);
            before as f64 + (at - from) / (count(after) - from)
        }
        (None, Some(first)) => at - count(first),
        (Some(last), None) => last as f64 + (at - count(&days[last])),
        (None, None) => at,
    }
}

/// The day at a place among `days`, with its fraction.
#[cfg(feature = "extras")]
fn day_at(days: &[Day], place: f64) -> f64 {
    let count = |at: usize| days.get(at).map(|day| f64::from(day.count()));
    let before = place.floor().clamp(0.0, days.len().saturating_sub(1) as f64) as usize;
    let Some(from) = count(before) else { return place };
    let step = count(before + 1).filter(|_| place > 0.0).map_or(1.0, |next| next - from);
    from + (place - before as f64) * step
}

/// ln(a / b) for positive a and b, as exact as the distance of the two allows: the logarithm of a ratio near 1 would lose
/// what the difference still has, and a ratio of the greatest to the least overflows.
pub(super) fn ln_ratio(a: f64, b: f64) -> f64 {
    let ratio = a / b;
    if (0.5..2.0).contains(&ratio) {
        libm::log1p((a - b) / b)
    } else if (LEAST..=LIMIT).contains(&ratio) {
        libm::log(ratio)
    } else {
        libm::log(a) - libm::log(b)
    }
}

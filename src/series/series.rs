//! One column of values with its days.

use std::ops::Range;
use std::rc::Rc;

use super::Day;
use super::extremes::{Extent, Extremes};
use crate::error::{Error, ErrorKind};

/// Values on strictly increasing days; NaN is missing. A clone shares them.
#[derive(Debug, Clone, Default)]
pub struct Series {
    days: Rc<Vec<Day>>,
    values: Rc<Vec<f64>>,
    extremes: Rc<Extremes>,
}

impl Series {
    /// Pairs days with values.
    ///
    /// # Errors
    /// When the lengths differ, when a day does not come after the one before it, or when a value is infinite.
    pub fn new(days: Vec<Day>, values: Vec<f64>) -> Result<Self, Error> {
        Self::shared(Rc::new(days), Rc::new(values))
    }

    /// The same with columns that somebody else holds too.
    ///
    /// # Errors
    /// As [`Series::new`].
    pub fn shared(days: Rc<Vec<Day>>, values: Rc<Vec<f64>>) -> Result<Self, Error> {
        let same = Self { days, ..Self::default() };
        let made = same.with_shared_values(values)?;
        let days = made.days();
        if let Some((before, day)) = days.iter().zip(days.iter().skip(1)).find(|(before, day)| before >= day) {
            return Err(Error::invalid(format!("series: expected increasing days, got {day} after {before}")));
        }
        Ok(made)
    }

    /// Other values on the same days, which are shared.
    ///
    /// # Errors
    /// When there are not as many values as days, or a value is infinite.
    pub fn with_values(&self, values: Vec<f64>) -> Result<Self, Error> {
        self.with_shared_values(Rc::new(values))
    }

    /// The same with a column that somebody else holds too.
    ///
    /// # Errors
    /// As [`Series::with_values`].
    pub fn with_shared_values(&self, values: Rc<Vec<f64>>) -> Result<Self, Error> {
        let days = &self.days;
        if days.len() != values.len() {
            return Err(Error::new(
                ErrorKind::UnequalLength,
                format!("series: expected as many values as days, got {} days and {} values", days.len(), values.len()),
            ));
        }
        let extremes = Extremes::new(&values);
        // The extremes know whether a value is infinite, so that the column is read once.
        let whole = extremes.of(&values, 0..values.len());
        if let Some(at) = whole.filter(Extent::is_infinite).and_then(|_| values.iter().position(|v| v.is_infinite())) {
            return Err(Error::invalid(format!("series: expected finite values, got an infinite one on {}", days[at])));
        }
        Ok(Self { days: Rc::clone(days), values, extremes: Rc::new(extremes) })
    }

    /// The room of its column, for other values; what stands in it has no meaning any more. Empty when somebody else holds the column.
    /// A figure that is computed with every step of a slider so takes no second room beside the first.
    #[must_use]
    pub fn into_room(self) -> Vec<f64> {
        Rc::try_unwrap(self.values).unwrap_or_default()
    }

    /// The values, for who keeps them.
    #[must_use]
    pub fn shared_values(&self) -> Rc<Vec<f64>> {
        Rc::clone(&self.values)
    }

    /// Takes the days of another series where they are the same, so that they are held once.
    pub fn share_days(&mut self, other: &Self) {
        if self.days == other.days {
            self.days = Rc::clone(&other.days);
        }
    }

    /// The days, strictly increasing.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The days, for who keeps them.
    #[must_use]
    pub fn shared_days(&self) -> Rc<Vec<Day>> {
        Rc::clone(&self.days)
    }

    /// The values, as many as there are days; NaN is missing.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// How many days there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether there is no day at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The days that `keeps`, which holds up to some day and for none after it, and their values.
    #[must_use]
    pub fn until(&self, keeps: impl Fn(Day) -> bool) -> Self {
        let end = self.days.partition_point(|day| keeps(*day));
        if end == self.days.len() {
            return self.clone();
        }
        let values = self.values[..end].to_vec();
        Self { days: Rc::new(self.days[..end].to_vec()), extremes: Rc::new(Extremes::new(&values)), values: Rc::new(values) }
    }

    /// The value published on that very day.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<f64> {
        let at = self.days.binary_search(&day).ok()?;
        Some(self.values[at]).filter(|v| !v.is_nan())
    }

    /// The index of the first day that is not before `day`.
    #[must_use]
    pub fn first_at_or_after(&self, day: Day) -> usize {
        self.days.partition_point(|d| *d < day)
    }

    /// The least and the greatest of the values at these indices, which are cut at the end; `None` when none is present.
    ///
    /// Costs the logarithm of the stretch's length.
    ///
    /// ```
    /// use yenlens::series::{Day, Extent, Series};
    /// let days = (0..4).map(Day::saturating).collect();
    /// let series = Series::new(days, vec![3.0, f64::NAN, 1.0, 2.0])?;
    /// assert_eq!(series.extent(1..4), Some(Extent { low: 1.0, high: 2.0 }));
    /// assert_eq!(series.extent(1..2), None);
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    #[must_use]
    pub fn extent(&self, range: Range<usize>) -> Option<Extent> {
        self.extremes.of(&self.values, range)
    }
}

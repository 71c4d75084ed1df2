//! The aligned sample of an asset and a driver: the days on which every series was published, the levels, and the changes
//! over the same intervals.

use crate::error::{Error, ErrorKind};
use crate::market::Measure;
use crate::series::{Day, Series, Store, align};

/// Days, levels and changes of any number of measures.
#[derive(Debug, Clone)]
pub struct Joint {
    /// The days on which every series was published.
    pub days: Vec<Day>,
    /// Levels, a column for each measure, a value for each day.
    pub levels: Vec<Vec<f64>>,
    /// Changes up to each day, likewise; missing on the first, and across a break of a source.
    pub changes: Vec<Vec<f64>>,
}

impl Joint {
    /// Aligns the inputs of all measures by the days they share.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSeries`] when a series is not loaded.
    pub fn new(store: &Store, measures: &[&Measure]) -> Result<Self, Error> {
        let ids: Vec<&String> = measures.iter().flat_map(|measure| measure.inputs()).collect();
        let inputs: Vec<&Series> = ids.iter().map(|id| loaded(store, id)).collect::<Result<_, _>>()?;
        let aligned = align(&inputs);
        let mut breaks: Vec<Day> =
            ids.iter().filter_map(|id| store.meta(id)).flat_map(|meta| meta.breaks.iter().map(|b| b.day)).collect();
        breaks.sort_unstable();
        let mut rest = aligned.columns.as_slice();
        let (mut levels, mut changes) = (Vec::new(), Vec::new());
        for measure in measures {
            let (own, others) = rest.split_at(measure.inputs().len());
            rest = others;
            let level = measure.level(own);
            let mut column = Vec::with_capacity(level.len());
            column.extend(level.first().map(|_| f64::NAN));
            column.extend(measure.changes(&level));
            for day in &breaks {
                // The interval that holds the break ends on the first day that is not before it.
                if let Some(change) = column.get_mut(aligned.days.partition_point(|d| d < day)) {
                    *change = f64::NAN;
                }
            }
            levels.push(level);
            changes.push(column);
        }
        Ok(Self { days: aligned.days, levels, changes })
    }

    /// The days from `from` to `to` (days since 1970, both included) up to which every change is present and began on a day
    /// that is not before `from`, as indices: whoever has the days of that stretch can take the same changes.
    #[must_use]
    pub fn rows_between(&self, from: f64, to: f64) -> Vec<usize> {
        let inside = |at: usize| (from..=to).contains(&f64::from(self.days[at].count()));
        let present = |at: usize| self.changes.iter().all(|column| !column[at].is_nan());
        (1..self.days.len()).filter(|at| inside(*at - 1) && inside(*at) && present(*at)).collect()
    }
}

/// Days, levels and changes of two measures.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The days on which every series was published.
    pub days: Vec<Day>,
    /// Levels of the asset, one for each day.
    pub asset: Vec<f64>,
    /// Levels of the driver, one for each day.
    pub driver: Vec<f64>,
    /// Changes of the asset up to each day; missing on the first, and across a break of a source.
    pub asset_changes: Vec<f64>,
    /// Changes of the driver, likewise.
    pub driver_changes: Vec<f64>,
}

impl Sample {
    /// Aligns the inputs of both measures by the days they share.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSeries`] when a series is not loaded.
    pub fn new(store: &Store, asset: &Measure, driver: &Measure) -> Result<Self, Error> {
        let Joint { days, mut levels, mut changes } = Joint::new(store, &[asset, driver])?;
        let take = |columns: &mut Vec<Vec<f64>>| columns.pop().unwrap_or_default();
        let (driver, driver_changes) = (take(&mut levels), take(&mut changes));
        Ok(Self { days, asset: take(&mut levels), driver, asset_changes: take(&mut changes), driver_changes })
    }

    /// The pairs of changes from a day to a later one, both from `from` to `to` (days since 1970, both included), in which
    /// neither is missing: whoever has the days of that stretch can take the same changes.
    #[must_use]
    pub fn changes_between(&self, from: f64, to: f64) -> Changes {
        let mut changes = Changes::default();
        for (at, pair) in self.days.windows(2).enumerate() {
            let (before, day) = (&pair[0], &pair[1]);
            let (x, y) = (self.driver_changes[at + 1], self.asset_changes[at + 1]);
            if f64::from(before.count()) < from || f64::from(day.count()) > to || x.is_nan() || y.is_nan() {
                continue;
            }
            changes.first.get_or_insert(*day);
            changes.last = Some(*day);
            changes.driver.push(x);
            changes.asset.push(y);
        }
        changes
    }
}

/// The series of that id.
///
/// # Errors
/// [`ErrorKind::UnknownSeries`] when it is not loaded.
pub fn loaded<'a>(store: &'a Store, id: &str) -> Result<&'a Series, Error> {
    store.get(id).ok_or_else(|| Error::new(ErrorKind::UnknownSeries, format!("expected a series that is loaded, got \"{id}\"")))
}

/// Complete pairs of changes.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Changes of the driver.
    pub driver: Vec<f64>,
    /// Changes of the asset.
    pub asset: Vec<f64>,
    /// The day the first change ends on.
    pub first: Option<Day>,
    /// The day the last change ends on.
    pub last: Option<Day>,
}

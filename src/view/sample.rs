//! The aligned sample of an asset and a driver: the days on which every series was published, the levels, and the changes
//! over the same intervals.

use std::cell::OnceCell;

use crate::error::{Error, ErrorKind};
use crate::market::Measure;
use crate::series::{Day, Series, Store, align};
use crate::stats::stretches::{Coefficient, Stretches};

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
    stretches: OnceCell<Stretches>,
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
        Ok(Self {
            days,
            asset: take(&mut levels),
            driver,
            asset_changes: take(&mut changes),
            driver_changes,
            stretches: OnceCell::new(),
        })
    }

    /// The correlation of the changes from a day to a later one, both from `from` to `to` (days since 1970, both included), with
    /// the first and the last day a change ends on; `None` when there is none. Whoever has the days of that stretch can take
    /// the same changes. After the first call it costs little, however long the stretch.
    #[must_use]
    pub fn correlation_between(&self, from: f64, to: f64) -> Option<(Coefficient, Day, Day)> {
        let (x, y) = (&self.driver_changes, &self.asset_changes);
        // The change that ends on the first day began before it.
        let start = self.days.partition_point(|day| f64::from(day.count()) < from) + 1;
        let end = self.days.partition_point(|day| f64::from(day.count()) <= to).max(start);
        let mut complete = (start..end).filter(|at| !x[*at].is_nan() && !y[*at].is_nan());
        let first = complete.next()?;
        let last = complete.next_back().unwrap_or(first);
        let correlation = self.stretches.get_or_init(|| Stretches::new(x, y)).correlation(x, y, start..end);
        Some((correlation, self.days[first], self.days[last]))
    }
}

/// The series of that id.
///
/// # Errors
/// [`ErrorKind::UnknownSeries`] when it is not loaded.
pub fn loaded<'a>(store: &'a Store, id: &str) -> Result<&'a Series, Error> {
    store.get(id).ok_or_else(|| Error::new(ErrorKind::UnknownSeries, format!("expected a series that is loaded, got \"{id}\"")))
}

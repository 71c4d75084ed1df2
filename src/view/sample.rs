//! The aligned sample of an asset and a driver: the days on which every series was published, the levels, and the changes
//! over the same intervals.

use crate::error::{Error, ErrorKind};
use crate::market::Measure;
use crate::series::{Day, Series, Store, align};

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
        let ids: Vec<&String> = asset.inputs().iter().chain(driver.inputs()).collect();
        let inputs: Vec<&Series> = ids.iter().map(|id| loaded(store, id)).collect::<Result<_, _>>()?;
        let aligned = align(&inputs);
        let (asset_columns, driver_columns) = aligned.columns.split_at(asset.inputs().len());
        let asset_level = asset.level(asset_columns);
        let driver_level = driver.level(driver_columns);
        let mut breaks: Vec<Day> =
            ids.iter().filter_map(|id| store.meta(id)).flat_map(|meta| meta.breaks.iter().map(|b| b.day)).collect();
        breaks.sort_unstable();
        let column = |measure: &Measure, level: &[f64]| {
            let mut changes = Vec::with_capacity(level.len());
            changes.extend(level.first().map(|_| f64::NAN));
            changes.extend(measure.changes(level));
            for day in &breaks {
                // The interval that holds the break ends on the first day that is not before it.
                if let Some(change) = changes.get_mut(aligned.days.partition_point(|d| d < day)) {
                    *change = f64::NAN;
                }
            }
            changes
        };
        Ok(Self {
            asset_changes: column(asset, &asset_level),
            driver_changes: column(driver, &driver_level),
            asset: asset_level,
            driver: driver_level,
            days: aligned.days,
        })
    }

    /// The pairs of changes from `from` to `to` (days since 1970, both included) in which neither is missing.
    #[must_use]
    pub fn changes_between(&self, from: f64, to: f64) -> Changes {
        let mut changes = Changes::default();
        for (at, day) in self.days.iter().enumerate() {
            let (x, y) = (self.driver_changes[at], self.asset_changes[at]);
            if f64::from(day.count()) < from || f64::from(day.count()) > to || x.is_nan() || y.is_nan() {
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

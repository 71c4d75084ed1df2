//! The aligned sample of an asset and a driver: the days on which every series was published, the levels, and the changes
//! over the same intervals.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

#[cfg(feature = "extras")]
use super::alignment::Alignment;
use crate::error::{Error, ErrorKind};
use crate::market::{Change, Measure};
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
    /// What has to be said of that.
    #[cfg(feature = "extras")]
    pub alignment: Alignment,
}

impl Joint {
    /// Aligns the inputs of all measures by the days they share.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSeries`] when a series is not loaded.
    pub fn new(store: &Store, measures: &[&Measure]) -> Result<Self, Error> {
        let (days, levels) = joined(store, measures)?;
        let breaks = breaks(store, measures);
        let changes = measures.iter().zip(&levels).map(|(measure, level)| changes(measure, level, &days, &breaks)).collect();
        Ok(Self {
            days,
            levels,
            changes,
            #[cfg(feature = "extras")]
            alignment: alignment(store, measures),
        })
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

/// Days, levels and changes of two measures. Where the series are simply what is measured, on the same days, it holds their own columns.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The days on which every series was published.
    pub days: Rc<Vec<Day>>,
    /// Levels of the asset, one for each day.
    pub asset: Rc<Vec<f64>>,
    /// Levels of the driver, one for each day.
    pub driver: Rc<Vec<f64>>,
    /// Changes of the asset up to each day; missing on the first, and across a break of a source.
    pub asset_changes: Vec<f64>,
    /// Changes of the driver, likewise.
    pub driver_changes: Vec<f64>,
    /// What has to be said of that.
    #[cfg(feature = "extras")]
    pub alignment: Alignment,
    stretches: OnceCell<Stretches>,
}

impl Sample {
    /// Aligns the inputs of both measures by the days they share.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSeries`] when a series is not loaded.
    pub fn new(store: &Store, asset: &Measure, driver: &Measure) -> Result<Self, Error> {
        let breaks = breaks(store, &[asset, driver]);
        let (days, [asset_level, driver_level]) = if let Some(shared) = Self::shared(store, asset, driver)? {
            shared
        } else {
            let (days, mut levels) = joined(store, &[asset, driver])?;
            let driver = levels.pop().unwrap_or_default();
            (Rc::new(days), [Rc::new(levels.pop().unwrap_or_default()), Rc::new(driver)])
        };
        let [asset_changes, driver_changes] =
            [(asset, &asset_level), (driver, &driver_level)].map(|(measure, level)| changes(measure, level, &days, &breaks));
        Ok(Self {
            asset_changes,
            driver_changes,
            days,
            asset: asset_level,
            driver: driver_level,
            #[cfg(feature = "extras")]
            alignment: alignment(store, &[asset, driver]),
            stretches: OnceCell::new(),
        })
    }

    /// The columns of two series as they are, where they are what is measured and have a value on every one of the same days.
    fn shared(store: &Store, asset: &Measure, driver: &Measure) -> Result<Option<Columns>, Error> {
        let ([asset], [driver]) = (asset.inputs(), driver.inputs()) else { return Ok(None) };
        let (asset, driver) = (loaded(store, asset)?, loaded(store, driver)?);
        let is_whole = |series: &Series| !series.values().iter().any(|value| value.is_nan());
        let same = asset.days() == driver.days() && is_whole(asset) && is_whole(driver);
        Ok(same.then(|| (asset.shared_days(), [asset.shared_values(), driver.shared_values()])))
    }

    /// The levels of asset and driver as they are correlated, in place of what is in `out`, of the days in `range`.
    pub fn comparable(&self, (asset, driver): (Change, Change), range: Range<usize>, out: &mut [Vec<f64>; 2]) {
        let [of_asset, of_driver] = out;
        asset.comparable(&self.asset[range.clone()], &self.asset_changes[range.clone()], of_asset);
        driver.comparable(&self.driver[range.clone()], &self.driver_changes[range], of_driver);
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

/// Days and two columns of levels.
type Columns = (Rc<Vec<Day>>, [Rc<Vec<f64>>; 2]);

/// The days that the inputs of all measures share, and the level of each measure on them.
fn joined(store: &Store, measures: &[&Measure]) -> Result<(Vec<Day>, Vec<Vec<f64>>), Error> {
    let ids = measures.iter().flat_map(|measure| measure.inputs());
    let inputs: Vec<&Series> = ids.map(|id| loaded(store, id)).collect::<Result<_, _>>()?;
    let aligned = align(&inputs);
    let mut rest = aligned.columns.as_slice();
    let mut levels = Vec::new();
    for measure in measures {
        let (own, others) = rest.split_at(measure.inputs().len());
        rest = others;
        levels.push(measure.level(own));
    }
    Ok((aligned.days, levels))
}

/// The days from which an input of any measure comes from another source.
fn breaks(store: &Store, measures: &[&Measure]) -> Vec<Day> {
    let ids = measures.iter().flat_map(|measure| measure.inputs());
    ids.filter_map(|id| store.meta(id)).flat_map(|meta| meta.breaks.iter().map(|b| b.day)).collect()
}

/// What is true of the inputs of all measures.
#[cfg(feature = "extras")]
fn alignment(store: &Store, measures: &[&Measure]) -> Alignment {
    Alignment::of(store, measures.iter().flat_map(|measure| measure.inputs()).map(String::as_str))
}

/// The change of a level up to each day; missing on the first, and across a break.
fn changes(measure: &Measure, level: &[f64], days: &[Day], breaks: &[Day]) -> Vec<f64> {
    let mut column = Vec::with_capacity(level.len());
    let mut before = f64::NAN;
    column.extend(level.iter().map(|now| measure.change().between(std::mem::replace(&mut before, *now), *now)));
    for day in breaks {
        // The interval that holds the break ends on the first day that is not before it.
        if let Some(change) = column.get_mut(days.partition_point(|d| d < day)) {
            *change = f64::NAN;
        }
    }
    column
}

/// The series of that id.
///
/// # Errors
/// [`ErrorKind::UnknownSeries`] when it is not loaded.
pub fn loaded<'a>(store: &'a Store, id: &str) -> Result<&'a Series, Error> {
    store.get(id).ok_or_else(|| Error::new(ErrorKind::UnknownSeries, format!("expected a series that is loaded, got \"{id}\"")))
}

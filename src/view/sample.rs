//! The aligned sample of an asset and a driver: the days on which every series was published, the levels, and the changes
//! over the same intervals.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

#[cfg(feature = "extras")]
use super::alignment::Alignment;
use crate::error::{Error, ErrorKind};
use crate::market::{Change, Measure};
#[cfg(feature = "figures")]
use crate::series::Step;
use crate::series::{Day, Series, Store, align};
use crate::stats::stretches::{Coefficient, Pairs, Stretches};

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
        let broken = broken(&days, &breaks(store, measures));
        let changes = |(measure, level): (&&Measure, &Vec<f64>)| {
            let mut column = Vec::new();
            changes(measure.change(), level, 0..level.len(), &broken, &mut column);
            column
        };
        let changes = measures.iter().zip(&levels).map(changes).collect();
        Ok(Self {
            days,
            levels,
            changes,
            #[cfg(feature = "extras")]
            alignment: alignment(store, measures),
        })
    }

    /// The same, where what is computed from it takes a year for so many trading days.
    ///
    /// # Errors
    /// `refusal`, when its days are a week or more apart.
    #[cfg(feature = "figures")]
    pub fn daily(self, refusal: &'static str) -> Result<Self, Error> {
        if Step::of(&self.days) == Step::Day { Ok(self) } else { Err(Error::invalid(refusal)) }
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

/// Days and levels of two measures, and how their changes are taken: those are made when they are asked for, a stretch at a time, since
/// long columns of them would be most of what a figure holds. Where the series are simply what is measured, on the same days, it holds
/// their own columns.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The days on which every series was published.
    pub days: Rc<Vec<Day>>,
    /// Levels of the asset, one for each day.
    pub asset: Rc<Vec<f64>>,
    /// Levels of the driver, one for each day.
    pub driver: Rc<Vec<f64>>,
    /// How the changes of asset and driver are taken.
    pub change: [Change; 2],
    /// What has to be said of that.
    #[cfg(feature = "extras")]
    pub alignment: Alignment,
    /// The days, as indices, up to which a change would cross a break of a source.
    broken: Vec<usize>,
    stretches: OnceCell<Stretches>,
}

impl Sample {
    /// Aligns the inputs of both measures by the days they share.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSeries`] when a series is not loaded.
    pub fn new(store: &Store, asset: &Measure, driver: &Measure) -> Result<Self, Error> {
        let (days, [asset_level, driver_level]) = if let Some(shared) = Self::shared(store, asset, driver)? {
            shared
        } else {
            let (days, mut levels) = joined(store, &[asset, driver])?;
            let driver = levels.pop().unwrap_or_default();
            (Rc::new(days), [Rc::new(levels.pop().unwrap_or_default()), Rc::new(driver)])
        };
        Ok(Self {
            change: [asset, driver].map(Measure::change),
            broken: broken(&days, &breaks(store, &[asset, driver])),
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

    /// The changes of asset and driver up to each of the days in `range`, in place of what is in `out`; missing on the very first day,
    /// and across a break of a source.
    pub fn changes(&self, range: Range<usize>, out: &mut [Vec<f64>; 2]) {
        for ((change, level), out) in self.change.iter().zip([&self.asset, &self.driver]).zip(out) {
            changes(*change, level, range.clone(), &self.broken, out);
        }
    }

    /// The changes up to one day.
    #[must_use]
    pub fn pair(&self, at: usize) -> [f64; 2] {
        let mut pair = [Vec::new(), Vec::new()];
        self.changes(at..at + 1, &mut pair);
        [pair[0][0], pair[1][0]]
    }

    /// Whether a change is there on every day but the first.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.stretches().complete() + 1 >= self.days.len()
    }

    /// From the changes up to the days that begin with `from`, the levels as they are correlated, in their place.
    pub fn comparable(&self, from: usize, changes: &mut [Vec<f64>; 2]) {
        for ((change, level), column) in self.change.iter().zip([&self.asset, &self.driver]).zip(changes) {
            change.comparable(&level[from..from + column.len()], column);
        }
    }

    fn stretches(&self) -> &Stretches {
        self.stretches.get_or_init(|| Stretches::new(self))
    }

    /// The correlation of the changes from a day to a later one, both from `from` to `to` (days since 1970, both included), with
    /// the first and the last day a change ends on; `None` when there is none. Whoever has the days of that stretch can take
    /// the same changes. After the first call it costs little, however long the stretch.
    #[must_use]
    pub fn correlation_between(&self, from: f64, to: f64) -> Option<(Coefficient, Day, Day)> {
        // The change that ends on the first day began before it.
        let start = self.days.partition_point(|day| f64::from(day.count()) < from) + 1;
        let end = self.days.partition_point(|day| f64::from(day.count()) <= to).max(start);
        let mut complete = (start..end).filter(|at| !self.pair(*at).iter().any(|change| change.is_nan()));
        let first = complete.next()?;
        let last = complete.next_back().unwrap_or(first);
        Some((self.stretches().correlation(self, start..end), self.days[first], self.days[last]))
    }
}

impl Pairs for Sample {
    fn count(&self) -> usize {
        self.days.len()
    }

    fn read(&self, range: Range<usize>, out: &mut [Vec<f64>; 2]) {
        self.changes(range, out);
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

/// The days, as indices, on which a change ends that would hold a break: the first that are not before one.
fn broken(days: &[Day], breaks: &[Day]) -> Vec<usize> {
    breaks.iter().map(|day| days.partition_point(|d| d < day)).collect()
}

/// The changes of a level up to each day in `range`, in place of what is in `out`; missing on the first day of all, and on those in `broken`.
fn changes(change: Change, level: &[f64], range: Range<usize>, broken: &[usize], out: &mut Vec<f64>) {
    out.clear();
    out.reserve_exact(range.len());
    if range.start == 0 && range.end > 0 {
        out.push(f64::NAN);
    }
    change.steps(&level[range.start.saturating_sub(1)..range.end], out);
    for at in broken.iter().filter(|at| range.contains(at)) {
        out[at - range.start] = f64::NAN;
    }
}

/// The series of that id.
///
/// # Errors
/// [`ErrorKind::UnknownSeries`] when it is not loaded.
pub fn loaded<'a>(store: &'a Store, id: &str) -> Result<&'a Series, Error> {
    store.get(id).ok_or_else(|| Error::new(ErrorKind::UnknownSeries, format!("expected a series that is loaded, got \"{id}\"")))
}

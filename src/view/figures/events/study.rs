//! What happened around the chosen events, and in all the windows that touch none of them.

use super::super::occasions::Occasions;
use crate::error::Error;
use crate::series::{Day, Titles};
use crate::spec::{Spec, Trigger};
use crate::stats::event_study::{MeanPath, PlaceboMean, free_windows, market_models, mean_path, placebo_mean};
use crate::stats::moments;
use crate::stats::odds::{Conditional, conditional};
use crate::text::Phrases;
use crate::view::sample::Joint;
use crate::view::scale::Domain;

/// A path begins so many days before its event at most.
pub(super) const BEFORE: usize = 10;
/// The market model of a window is fitted to so many days, which end where the longest path begins.
pub(super) const ESTIMATION: usize = 120;
/// So many means of windows drawn at random.
pub(super) const DRAWS: usize = 2_000;
pub(super) const SEED: u64 = 1;

/// One event and the window after it.
#[derive(Debug, Clone)]
pub(super) struct Happening {
    /// Its index among the days of the stretch.
    pub(super) at: usize,
    /// The day it counts on.
    pub(super) day: Day,
    /// What happened; nothing for a day that was chosen by the driver's change.
    pub(super) titles: Vec<Titles>,
    /// The asset's cumulative change from the close before the event, a value for each of [`Study::steps`].
    pub(super) path: Vec<f64>,
    /// Where its window stands among those that touch no event, 1 the lowest; 0 when its window is not complete.
    pub(super) rank: usize,
}

impl Happening {
    /// The asset's move over the whole window; missing when it is not complete.
    pub(super) fn moved(&self) -> f64 {
        self.path.last().copied().unwrap_or(f64::NAN)
    }

    fn is_complete(&self) -> bool {
        !self.moved().is_nan()
    }
}

/// The chosen events of a stretch of time.
#[derive(Debug, Clone)]
pub(super) struct Study {
    /// The days of the stretch on which changes end that began inside it.
    pub(super) days: Vec<Day>,
    /// Changes of driver and asset, one for each day.
    pub(super) changes: [Vec<f64>; 2],
    /// Changes of the market, where its part is taken out.
    pub(super) market: Option<Vec<f64>>,
    /// All events, complete or not, by day; one for each day.
    pub(super) all: Vec<Happening>,
    /// Trading days after the event, of each step of a path.
    pub(super) steps: Vec<f64>,
    /// The mean path of the events with a complete window.
    pub(super) path: MeanPath,
    /// The moves of all windows that touch no event.
    pub(super) placebos: Vec<f64>,
    /// Their mean.
    pub(super) usual: f64,
    /// How often the asset fell on the driver's strongest days, when those were chosen.
    pub(super) odds: Option<Conditional>,
    /// Where the mean stands among means of as many windows drawn at random, for more than one event.
    pub(super) chance: Option<PlaceboMean>,
}

impl Study {
    /// The study of the days of `x`; `None` when no chosen event has a complete window, or no window is free of events.
    pub(super) fn new(joint: &Joint, occasions: &Occasions, spec: &Spec, x: Domain) -> Option<Self> {
        let inside = |day: &Day| x.contains(f64::from(day.count()));
        // The first change of the stretch began before it.
        let from = joint.days.partition_point(|day| f64::from(day.count()) < x.lo()) + 1;
        let to = from + joint.days.get(from..)?.iter().take_while(|day| inside(day)).count();
        let cut = |at: usize| joint.changes[at][from..to].to_vec();
        let (days, changes) = (joint.days[from..to].to_vec(), [cut(0), cut(1)]);
        let market = joint.changes.get(2).map(|column| column[from..to].to_vec());
        let (driver, asset) = (&changes[0], &changes[1]);

        let odds =
            spec.events.contains(&Trigger::Surge).then(|| conditional(driver, asset, spec.threshold / 100.0, spec.confidence));
        let odds = odds.and_then(Result::ok);
        let surged = |at: usize| odds.is_some_and(|odds| driver[at] >= odds.threshold && !asset[at].is_nan());
        let mut found: Vec<(usize, Option<Titles>)> = (0..days.len()).filter(|at| surged(*at)).map(|at| (at, None)).collect();
        let chosen = occasions.iter().filter(|one| spec.events.contains(&Trigger::Kind(one.kind)));
        found.extend(chosen.filter(|one| (from..to).contains(&one.at)).map(|one| (one.at - from, Some(one.titles.clone()))));
        found.sort_by_key(|(at, _)| *at);
        // Several events of one day share its window and count once.
        let mut merged: Vec<(usize, Vec<Titles>)> = Vec::new();
        for (at, titles) in found {
            match merged.last_mut().filter(|(last, _)| *last == at) {
                Some((_, told)) => told.extend(titles),
                None => merged.push((at, titles.into_iter().collect())),
            }
        }
        let base = Self { days, changes, market, odds, ..Self::empty() };
        base.with(merged, spec).ok().flatten()
    }

    const fn empty() -> Self {
        Self {
            days: Vec::new(),
            changes: [Vec::new(), Vec::new()],
            market: None,
            all: Vec::new(),
            steps: Vec::new(),
            path: MeanPath { mean: Vec::new(), low: Vec::new(), high: Vec::new() },
            placebos: Vec::new(),
            usual: f64::NAN,
            odds: None,
            chance: None,
        }
    }

    fn with(mut self, found: Vec<(usize, Vec<Titles>)>, spec: &Spec) -> Result<Option<Self>, Error> {
        let horizon = spec.horizon;
        let before = horizon.min(BEFORE);
        let parts = Parts::of(&self.changes[1], self.market.as_deref())?;
        let happening = |(at, titles): (usize, Vec<Titles>)| Happening {
            path: parts.path(at, before, horizon),
            day: self.days[at],
            rank: 0,
            at,
            titles,
        };
        self.all = found.into_iter().map(happening).collect();
        if !self.all.iter().any(Happening::is_complete) {
            return Ok(None);
        }
        let exclude: Vec<usize> = self.all.iter().map(|one| one.at).collect();
        let starts = free_windows(self.days.len(), horizon, &exclude)?;
        self.placebos = starts.into_iter().map(|at| parts.sum(at, horizon)).filter(|sum| sum.is_finite()).collect();
        let Some(usual) = moments::mean(&self.placebos) else { return Ok(None) };
        self.usual = usual;
        for one in self.all.iter_mut().filter(|one| one.is_complete()) {
            one.rank = 1 + self.placebos.iter().filter(|placebo| **placebo < one.moved()).count();
        }
        let paths: Vec<Vec<f64>> = self.complete().map(|one| one.path.clone()).collect();
        self.path = mean_path(&paths, spec.confidence)?;
        self.steps = (0..=before + horizon).map(|step| step as f64 - before as f64).collect();
        if paths.len() > 1 {
            self.chance = Some(placebo_mean(&self.placebos, self.mean().0, paths.len(), DRAWS, SEED)?);
        }
        Ok(Some(self))
    }

    /// The events whose window is complete, by day.
    pub(super) fn complete(&self) -> impl Iterator<Item = &Happening> {
        self.all.iter().filter(|one| one.is_complete())
    }

    /// How many of them there are.
    pub(super) fn n(&self) -> usize {
        self.complete().count()
    }

    /// The mean move over the whole window, with its band.
    pub(super) fn mean(&self) -> (f64, f64, f64) {
        let last = |column: &[f64]| column.last().copied().unwrap_or(f64::NAN);
        (last(&self.path.mean), last(&self.path.low), last(&self.path.high))
    }

    /// The windows an event's rank is counted among: those without any event, and its own.
    pub(super) fn windows(&self) -> usize {
        self.placebos.len() + 1
    }

    /// How many events rank in the lower half.
    pub(super) fn in_lower_half(&self) -> usize {
        self.complete().filter(|one| 2 * one.rank <= self.windows()).count()
    }

    /// What an event is called: its titles, or that it was chosen by the driver's change.
    pub(super) fn title(one: &Happening, phrases: &Phrases) -> String {
        if one.titles.is_empty() {
            return phrases.fill(phrases.events().surge_day, &[]);
        }
        one.titles.iter().map(|titles| titles.within(phrases.lang)).collect::<Vec<_>>().join("; ")
    }
}

/// The asset's changes, with the part in them that the market of the days before explains.
struct Parts<'a> {
    changes: &'a [f64],
    market: Option<Market<'a>>,
}

/// The market's changes, and its model, alpha and beta, for a window from each day on.
struct Market<'a> {
    changes: &'a [f64],
    models: Vec<(f64, f64)>,
}

impl<'a> Parts<'a> {
    fn of(changes: &'a [f64], market: Option<&'a [f64]>) -> Result<Self, Error> {
        let with = |market| Ok(Market { changes: market, models: market_models(changes, market, ESTIMATION, BEFORE)? });
        Ok(Self { changes, market: market.map(with).transpose()? })
    }

    /// The change of a day, less what the model of the window that begins at `start` expects.
    fn of_day(&self, day: usize, start: usize) -> f64 {
        match &self.market {
            Some(Market { changes, models }) => self.changes[day] - models[start].0 - models[start].1 * changes[day],
            None => self.changes[day],
        }
    }

    /// The change over the window.
    fn sum(&self, start: usize, horizon: usize) -> f64 {
        (start..start + horizon).map(|day| self.of_day(day, start)).sum()
    }

    /// The cumulative change from the close before `at`, from `before` days earlier to `after` days later; missing from the first
    /// missing change on, either way.
    fn path(&self, at: usize, before: usize, after: usize) -> Vec<f64> {
        let mut path = vec![f64::NAN; before + 1 + after];
        path[before] = 0.0;
        for step in 0..before.min(at) {
            path[before - step - 1] = path[before - step] - self.of_day(at - step - 1, at);
        }
        for step in 0..after.min(self.changes.len() - at) {
            path[before + step + 1] = path[before + step] + self.of_day(at + step, at);
        }
        path
    }
}

//! Do they move together? The rolling correlation of daily changes with its band, grey where the band holds zero; and, on
//! request, the correlation of levels that headlines quote, with the odds that chance alone looks as good.

#[cfg(feature = "extras")]
mod explained;

use std::rc::Rc;

use super::{Entry, Figure, HAS_LEVELS, Kept, Source, Told, confidence_text, correlate, heading, is_levels, verdict};
use crate::error::Error;
use crate::market::Measure;
use crate::series::{Day, Series, Store};
use crate::spec::{Spec, ViewName, WINDOW_MAX, WINDOW_MIN};
use crate::stats::correlation::Intervals;
use crate::stats::rolling;
use crate::stats::walk_table::WalkTable;
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::choices;
use crate::view::controls::Control;
#[cfg(feature = "extras")]
use crate::view::method::Method;
use crate::view::sample::Sample;
use crate::view::scale::Domain;
use crate::view::scene::{Band, Dash, Edges, Format, Ink, Line, Note, Panel, Quiet, Scene, Sign};
#[cfg(feature = "extras")]
use crate::view::table::Table;

/// Pairs of random walks behind the odds of chance: the standard error is at most 1.1 percentage points.
const SIMULATIONS: usize = 2_000;
/// Any seed will do, as long as it is always the same.
const SEED: u64 = 1;
/// Figures of levels that are made at a time: what is held for them stays taken, since the memory of WebAssembly never shrinks.
const PART: usize = 4_096;

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Correlation,
    measures: |spec| vec![spec.asset.as_str(), spec.driver.as_str()],
    make: |source, spec| Ok(Box::new(RollingCorrelation::new(source, spec)?)),
    controls,
    label: |phrases| phrases.correlation.name,
};

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    let own = [
        choices::asset(spec, store, phrases),
        choices::driver(spec, store, phrases),
        choices::window(spec, phrases),
        choices::basis(spec, phrases),
    ];
    #[cfg(feature = "figures")]
    let more = choices::more_days(spec, phrases);
    #[cfg(not(feature = "figures"))]
    let more = [];
    own.into_iter().chain(more).collect()
}

/// The aligned sample and what was computed from it for one window.
#[derive(Debug)]
pub struct RollingCorrelation {
    asset_id: String,
    driver_id: String,
    labels: (String, String),
    sample: Sample,
    window: usize,
    confidence: f64,
    changes: Rc<Series>,
    /// Those around `changes`.
    intervals: Intervals,
    /// The correlation of levels, and the window it was computed for.
    levels: (Rc<Series>, usize),
    kept: Kept,
    overview: Rc<Series>,
    walk: Rc<Vec<Day>>,
}

impl RollingCorrelation {
    /// Aligns the two measures and computes for the spec's window.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    fn new(Source { store, kept }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let asset = Measure::of(&spec.asset, |id| store.meta(id)).map_err(|error| error.about("asset"))?;
        let driver = Measure::of(&spec.driver, |id| store.meta(id)).map_err(|error| error.about("driver"))?;
        let sample = Sample::new(store, &asset, &driver)?;
        let overview = Series::shared(Rc::clone(&sample.days), Rc::clone(&sample.asset))?;
        let label = |id: &str| store.meta(id).map_or_else(|| id.to_owned(), |meta| meta.label.clone());
        let mut this = Self {
            asset_id: spec.asset.clone(),
            driver_id: spec.driver.clone(),
            labels: (label(&spec.asset), label(&spec.driver)),
            window: 0,
            confidence: 0.0,
            changes: Rc::default(),
            intervals: Intervals::new(spec.window, spec.confidence)?,
            levels: Default::default(),
            kept: kept.clone(),
            walk: overview.shared_days(),
            overview: Rc::new(overview),
            sample,
        };
        this.recompute(spec)?;
        Ok(this)
    }

    /// The correlation of the last `window` pairs of changes up to each day, and that of the levels of as many days, each where there is room
    /// for it. A change that is missing because a source changed is no pair: it is left out, it does not make the windows
    /// after it missing. Changes and levels are made a part at a time: whole columns of them would be held for nothing else.
    fn roll(&self, window: usize, [mut r, mut levels]: Rooms) -> Result<Rooms, Error> {
        if r.is_none() && levels.is_none() {
            return Ok([r, levels]);
        }
        let n = self.sample.days.len();
        for column in [&mut r, &mut levels].into_iter().flatten() {
            column.resize(n, f64::NAN);
            column[..n.min(window - 1)].fill(f64::NAN);
        }
        // Where only the first change is missing, as it always is, leaving it out makes no difference. The light module has no columns so long
        // that it would matter.
        let is_whole = HAS_LEVELS && self.sample.is_whole();
        if let Some(r) = r.as_mut().filter(|_| !is_whole) {
            self.roll_pairs(window, r)?;
        }
        if !HAS_LEVELS {
            return Ok([r, levels]);
        }
        let (mut columns, mut part) = (Default::default(), Vec::new());
        for range in rolling::parts_of(n, window, PART) {
            part.resize(range.len(), f64::NAN);
            self.sample.changes(range.clone(), &mut columns);
            let mut place = |columns: &[Vec<f64>; 2], whole: &mut [f64]| {
                rolling::correlation_into(&columns[1], &columns[0], window, &mut part)?;
                whole[range.clone()][window - 1..].copy_from_slice(&part[window - 1..]);
                Ok(())
            };
            if let Some(r) = r.as_mut().filter(|_| is_whole) {
                place(&columns, r)?;
            }
            if let Some(levels) = &mut levels {
                self.sample.comparable(range.start, &mut columns);
                place(&columns, levels)?;
            }
        }
        Ok([r, levels])
    }

    /// As [`roll`](Self::roll), where changes are missing.
    fn roll_pairs(&self, window: usize, r: &mut [f64]) -> Result<(), Error> {
        let mut columns = Default::default();
        self.sample.changes(0..r.len(), &mut columns);
        let missing = |at: &usize| columns.iter().any(|column: &Vec<f64>| column[*at].is_nan());
        let pairs: Vec<usize> = (0..r.len()).filter(|at| !missing(at)).collect();
        r.fill(f64::NAN);
        if pairs.len() >= window {
            let chosen = |column: &[f64]| pairs.iter().map(|at| column[*at]).collect::<Vec<f64>>();
            for (at, value) in pairs.iter().zip(rolling::correlation(&chosen(&columns[1]), &chosen(&columns[0]), window)?) {
                r[*at] = value;
            }
        }
        Ok(())
    }

    /// The day on which the last full window inside `x` ends, as an index.
    fn last_shown(&self, x: Domain) -> Option<usize> {
        let from = self.sample.days.partition_point(|day| f64::from(day.count()) < x.lo());
        let to = self.sample.days.partition_point(|day| f64::from(day.count()) <= x.hi());
        (from..to).rev().find(|at| self.changes.values().get(*at).is_some_and(|r| !r.is_nan()))
    }

    /// The correlation of levels over the window that ends there, where levels are compared.
    fn level(&self, spec: &Spec, at: usize) -> Option<f64> {
        let levels = Some(&self.levels.0).filter(|_| is_levels(spec))?;
        levels.values().get(at).copied().filter(|r| !r.is_nan())
    }

    /// The last full window inside `x`, then the whole of what is shown.
    fn finding(&self, spec: &Spec, x: Domain, phrases: &Phrases, asset: &str, driver: &str) -> String {
        let window = self.window.to_string();
        let Some(at) = self.last_shown(x) else {
            #[cfg(feature = "extras")]
            if let Some(still) = self.still(x, phrases, asset, driver) {
                return still;
            }
            return phrases.fill(phrases.finding_too_few, &[("asset", asset), ("driver", driver), ("window", &window)]);
        };
        let date = text::date(phrases, self.sample.days[at]);
        let r = self.changes.values()[at];
        let (low, high) = self.intervals.around(r);
        let t = Told::new(phrases, r, low, high, self.window, self.confidence);
        let mut blanks = vec![
            ("window", window.as_str()),
            ("date", date.as_str()),
            ("asset", asset),
            ("driver", driver),
            ("confidence", t.confidence.as_str()),
            ("interval", t.interval.as_str()),
            ("n", t.n.as_str()),
            ("verdict", verdict(phrases, low, high)),
        ];
        let level = self.level(spec, at);
        let odds = level.and_then(|level| self.kept.walks.get()?.odds(self.window, level));
        if let (Some(level), Some(odds)) = (level, odds) {
            let odds = text::percent(odds);
            let level = text::signed(level, 2);
            let first =
                phrases.fill(phrases.correlation.finding_levels, &[&blanks[..], &[("r", &level), ("odds", &odds)]].concat());
            blanks.push(("r", &t.r));
            return [first.as_str(), phrases.sentence_gap, &phrases.fill(phrases.correlation.finding_levels_changes, &blanks)]
                .concat();
        }
        blanks.push(("r", &t.r));
        let mut told = phrases.fill(phrases.correlation.finding_changes, &blanks);
        if let Some((c, first, last)) = correlate(&self.sample, x, spec.confidence) {
            let t = Told::new(phrases, c.estimate, c.low, c.high, c.n, spec.confidence);
            let (from, to) = (text::date(phrases, first), text::date(phrases, last));
            told.push_str(phrases.sentence_gap);
            told.push_str(&fill(
                phrases.correlation.finding_whole,
                &[("from", &from), ("to", &to), ("r", &t.r), ("interval", &t.interval), ("n", &t.n)],
            ));
        }
        told
    }
}

impl Figure for RollingCorrelation {
    fn fits(&self, spec: &Spec) -> bool {
        self.asset_id == spec.asset && self.driver_id == spec.driver
    }

    fn recompute(&mut self, spec: &Spec) -> Result<(), Error> {
        let anew = self.window != spec.window || (self.confidence - spec.confidence).abs() > 0.0;
        let levels_anew = is_levels(spec) && self.levels.1 != spec.window;
        if anew {
            self.intervals = Intervals::new(spec.window, spec.confidence)?;
        }
        let rooms = [anew.then(|| room(&mut self.changes)), levels_anew.then(|| room(&mut self.levels.0))];
        let [r, levels] = self.roll(spec.window, rooms)?;
        if let Some(r) = r {
            self.changes = self.overview.with_values(r).map(Rc::new)?;
            (self.window, self.confidence) = (spec.window, spec.confidence);
        }
        if let Some(levels) = levels.filter(|_| HAS_LEVELS) {
            self.levels = (self.overview.with_values(levels).map(Rc::new)?, spec.window);
            if self.kept.walks.get().is_none() {
                let _ = self.kept.walks.set(WalkTable::simulate(WINDOW_MIN, WINDOW_MAX, SIMULATIONS, SEED)?);
            }
        }
        Ok(())
    }

    #[cfg(feature = "extras")]
    fn sampled(&self) -> &[Day] {
        &self.sample.days
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.sample.days.first()?, *self.sample.days.last()?))
    }

    #[cfg(feature = "extras")]
    fn told(&self, name: &str, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
        if let Some(name) = name.strip_prefix("whole-") {
            let (c, first, last) = correlate(&self.sample, x, spec.confidence)?;
            return Some(match name {
                "correlation" => text::signed(c.estimate, 2),
                "low" => text::signed(c.low, 2),
                "high" => text::signed(c.high, 2),
                "n" => text::number(c.n as f64, 0),
                "from" => text::date(phrases, first),
                "to" => text::date(phrases, last),
                "verdict" => verdict(phrases, c.low, c.high).to_owned(),
                _ => return None,
            });
        }
        let at = self.last_shown(x)?;
        let r = self.changes.values()[at];
        let (low, high) = self.intervals.around(r);
        Some(match name {
            "correlation" => text::signed(r, 2),
            "low" => text::signed(low, 2),
            "high" => text::signed(high, 2),
            "n" => text::number(self.window as f64, 0),
            "date" => text::date(phrases, self.sample.days[at]),
            "verdict" => verdict(phrases, low, high).to_owned(),
            "levels" => text::signed(*self.levels.0.values().get(at)?, 2),
            "odds" => text::percent(self.kept.walks.get()?.odds(self.window, *self.levels.0.values().get(at)?)?),
            _ => return None,
        })
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let asset = phrases.name(&self.asset_id, &self.labels.0);
        let driver = phrases.name(&self.driver_id, &self.labels.1);
        let confidence = confidence_text(self.confidence);
        let window = self.window.to_string();
        let levels = Some(&self.levels.0).filter(|_| is_levels(spec));
        let title = if levels.is_some() { phrases.correlation.panel_levels } else { phrases.correlation.panel_changes };
        let title = phrases.fill(title, &[("window", &window), ("confidence", &confidence)]);
        let words = &phrases.correlation;
        let mut lines = vec![Line {
            tag: if levels.is_some() { words.line_changes.to_owned() } else { String::new() },
            quiet: Quiet::Within(self.intervals.reach()),
            ..Line::new("changes", words.line_changes.to_owned(), &self.changes, Ink::Estimate)
        }];
        if let Some(levels) = levels {
            lines.push(Line {
                tag: words.line_levels.to_owned(),
                dash: Dash::Long,
                ..Line::new("levels", words.line_levels.to_owned(), levels, Ink::Headline)
            });
        }
        let panel = Panel {
            rules: vec![0.0],
            bands: vec![Band {
                label: fill(phrases.band, &[("confidence", &confidence)]),
                bounds: [phrases.band_low, phrases.band_high].map(|phrase| fill(phrase, &[("confidence", &confidence)])),
                edges: Edges::Around(Rc::clone(&self.changes), self.intervals),
                quiet_over: Some(0.0),
                ink: Ink::Estimate,
            }],
            lines,
            ..Panel::new(title, Domain::new(-1.0, 1.0), Format { signed: true, ..Format::plain(2) })
        };
        Scene {
            heading: heading(spec, capitalised(&fill(phrases.correlation.heading, &[("asset", asset), ("driver", driver)]))),
            finding: self.finding(spec, x, phrases, asset, driver),
            story: String::new(),
            more: Vec::new(),
            x,
            panels: vec![panel],
            pins: Vec::new(),
            legend: vec![Note::new(Sign::Line, Ink::Quiet, phrases.spans_zero)].into(),
            walk: Rc::clone(&self.walk),
            stops: Rc::default(),
            overview: Rc::clone(&self.overview),
            weekdays: spec.weekdays,
        }
    }

    #[cfg(feature = "extras")]
    fn sheet(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        Some(self.sample_sheet(spec, x, phrases))
    }

    #[cfg(feature = "extras")]
    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.explained(spec, x, phrases)
    }
}

/// Room for the correlation of changes and for that of levels.
type Rooms = [Option<Vec<f64>>; 2];

/// The room of a column that is computed anew; empty while a scene still shows it.
fn room(column: &mut Rc<Series>) -> Vec<f64> {
    Rc::try_unwrap(std::mem::take(column)).map(Series::into_room).unwrap_or_default()
}

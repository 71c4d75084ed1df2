//! Do they move together? The rolling correlation of daily changes with its band, grey where the band holds zero; and, on
//! request, the correlation of levels that headlines quote, with the odds that chance alone looks as good.

#[cfg(feature = "extras")]
mod explained;

use std::rc::Rc;

use super::{Entry, Figure, Kept, Source, Told, confidence_text, correlate, heading, is_levels, verdict};
use crate::error::Error;
#[cfg(feature = "extras")]
use crate::market::Change;
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
use crate::view::scene::{Band, Dash, Format, Ink, Line, Panel, Quiet, Scene};
#[cfg(feature = "extras")]
use crate::view::table::Table;

/// Pairs of random walks behind the odds of chance: the standard error is at most 1.1 percentage points.
const SIMULATIONS: usize = 2_000;
/// Any seed will do, as long as it is always the same.
const SEED: u64 = 1;

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Correlation,
    measures: |spec| vec![spec.asset.as_str(), spec.driver.as_str()],
    make: |source, spec| Ok(Box::new(RollingCorrelation::new(source, spec)?)),
    controls,
    label: |phrases| phrases.correlation.name,
};

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    vec![
        choices::asset(spec, store, phrases),
        choices::driver(spec, store, phrases),
        choices::window(spec, phrases),
        choices::basis(spec, phrases),
    ]
}

/// The aligned sample and what was computed from it for one window.
#[derive(Debug)]
pub struct RollingCorrelation {
    asset_id: String,
    driver_id: String,
    labels: (String, String),
    /// How the changes of asset and driver are taken.
    #[cfg(feature = "extras")]
    change: (Change, Change),
    sample: Sample,
    /// The asset and the driver as they are compared in levels.
    comparable: (Vec<f64>, Vec<f64>),
    window: usize,
    confidence: f64,
    changes: Rc<Series>,
    low: Rc<Series>,
    high: Rc<Series>,
    /// The greatest correlation whose interval holds zero.
    reach: f64,
    levels: Option<Rc<Series>>,
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
        let overview = Series::new(sample.days.clone(), sample.asset.clone())?;
        let label = |id: &str| store.meta(id).map_or_else(|| id.to_owned(), |meta| meta.label.clone());
        let mut this = Self {
            asset_id: spec.asset.clone(),
            driver_id: spec.driver.clone(),
            labels: (label(&spec.asset), label(&spec.driver)),
            #[cfg(feature = "extras")]
            change: (asset.change(), driver.change()),
            comparable: (asset.comparable(&sample.asset), driver.comparable(&sample.driver)),
            window: 0,
            confidence: 0.0,
            changes: Rc::default(),
            low: Rc::default(),
            high: Rc::default(),
            reach: 0.0,
            levels: None,
            kept: kept.clone(),
            walk: overview.shared_days(),
            overview: Rc::new(overview),
            sample,
        };
        this.recompute(spec)?;
        Ok(this)
    }

    /// The correlation of the last `window` pairs of changes up to each day. A change that is missing because a source
    /// changed is no pair: it is left out, it does not make the windows after it missing.
    fn rolling_changes(&self, window: usize) -> Result<Vec<f64>, Error> {
        let (x, y) = (&self.sample.driver_changes, &self.sample.asset_changes);
        let missing = |at: &usize| x[*at].is_nan() || y[*at].is_nan();
        // Where only the first change is missing, as it always is, leaving it out makes no difference.
        if x.len() >= window && !(1..x.len()).any(|at| missing(&at)) {
            return rolling::correlation(x, y, window);
        }
        let pairs: Vec<usize> = (0..x.len()).filter(|at| !missing(at)).collect();
        let mut r = vec![f64::NAN; x.len()];
        if pairs.len() >= window {
            let chosen = |column: &[f64]| pairs.iter().map(|at| column[*at]).collect::<Vec<f64>>();
            for (at, value) in pairs.iter().zip(rolling::correlation(&chosen(x), &chosen(y), window)?) {
                r[*at] = value;
            }
        }
        Ok(r)
    }

    /// The day on which the last full window inside `x` ends, as an index.
    fn last_shown(&self, x: Domain) -> Option<usize> {
        let from = self.sample.days.partition_point(|day| f64::from(day.count()) < x.lo());
        let to = self.sample.days.partition_point(|day| f64::from(day.count()) <= x.hi());
        (from..to).rev().find(|at| !self.changes.values()[*at].is_nan())
    }

    /// The correlation of levels over the window that ends there, where levels are compared.
    fn level(&self, spec: &Spec, at: usize) -> Option<f64> {
        let levels = self.levels.as_ref().filter(|_| is_levels(spec))?;
        Some(levels.values()[at]).filter(|r| !r.is_nan())
    }

    /// The last full window inside `x`, then the whole of what is shown.
    fn finding(&self, spec: &Spec, x: Domain, phrases: &Phrases, asset: &str, driver: &str) -> String {
        let window = self.window.to_string();
        let Some(at) = self.last_shown(x) else {
            return fill(phrases.finding_too_few, &[("asset", asset), ("driver", driver), ("window", &window)]);
        };
        let date = text::date(phrases, self.sample.days[at]);
        let (r, low, high) = (self.changes.values()[at], self.low.values()[at], self.high.values()[at]);
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
            let first = fill(phrases.correlation.finding_levels, &[&blanks[..], &[("r", &level), ("odds", &odds)]].concat());
            blanks.push(("r", &t.r));
            return [first.as_str(), phrases.sentence_gap, &fill(phrases.correlation.finding_levels_changes, &blanks)].concat();
        }
        blanks.push(("r", &t.r));
        let mut told = fill(phrases.correlation.finding_changes, &blanks);
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
        let column = |values: Vec<f64>| self.overview.with_values(values).map(Rc::new);
        if self.window != spec.window || (self.confidence - spec.confidence).abs() > 0.0 {
            let r = self.rolling_changes(spec.window)?;
            let intervals = Intervals::new(spec.window, spec.confidence)?;
            let low = r.iter().map(|r| intervals.around(*r).0).collect();
            let high = r.iter().map(|r| intervals.around(*r).1).collect();
            (self.changes, self.low, self.high) = (column(r)?, column(low)?, column(high)?);
            self.reach = intervals.reach();
            self.levels = None;
            (self.window, self.confidence) = (spec.window, spec.confidence);
        }
        if is_levels(spec) && self.levels.is_none() {
            let n = self.sample.days.len();
            let enough = n >= spec.window;
            let r = if enough {
                rolling::correlation(&self.comparable.1, &self.comparable.0, spec.window)?
            } else {
                vec![f64::NAN; n]
            };
            self.levels = Some(self.overview.with_values(r).map(Rc::new)?);
            if self.kept.walks.get().is_none() {
                let _ = self.kept.walks.set(WalkTable::simulate(WINDOW_MIN, WINDOW_MAX, SIMULATIONS, SEED)?);
            }
        }
        Ok(())
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
        let (r, low, high) = (self.changes.values()[at], self.low.values()[at], self.high.values()[at]);
        Some(match name {
            "correlation" => text::signed(r, 2),
            "low" => text::signed(low, 2),
            "high" => text::signed(high, 2),
            "n" => text::number(self.window as f64, 0),
            "date" => text::date(phrases, self.sample.days[at]),
            "verdict" => verdict(phrases, low, high).to_owned(),
            "levels" => text::signed(self.levels.as_ref()?.values()[at], 2),
            "odds" => text::percent(self.kept.walks.get()?.odds(self.window, self.levels.as_ref()?.values()[at])?),
            _ => return None,
        })
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let asset = phrases.name(&self.asset_id, &self.labels.0);
        let driver = phrases.name(&self.driver_id, &self.labels.1);
        let confidence = confidence_text(self.confidence);
        let window = self.window.to_string();
        let levels = self.levels.as_ref().filter(|_| is_levels(spec));
        let title = if levels.is_some() { phrases.correlation.panel_levels } else { phrases.correlation.panel_changes };
        let title = fill(title, &[("window", &window), ("confidence", &confidence)]);
        let words = &phrases.correlation;
        let mut lines = vec![Line {
            tag: if levels.is_some() { words.line_changes.to_owned() } else { String::new() },
            quiet: Quiet::Within(self.reach),
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
                low: Rc::clone(&self.low),
                high: Rc::clone(&self.high),
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
            legend: vec![phrases.spans_zero.to_owned()],
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

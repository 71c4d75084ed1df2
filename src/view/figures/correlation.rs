//! Do they move together? The rolling correlation of daily changes with its band, grey where the band holds zero; and, on
//! request, the correlation of levels that headlines quote, with the odds that chance alone looks as good.

use std::rc::Rc;

use super::{Told, confidence_text, correlate, heading, is_levels, verdict};
use crate::error::Error;
use crate::market::Measure;
use crate::series::{Day, Series, Store};
use crate::spec::{Spec, WINDOW_MAX, WINDOW_MIN};
use crate::stats::correlation::interval;
use crate::stats::rolling;
use crate::stats::walk_table::WalkTable;
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::sample::Sample;
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{Band, Dash, Format, Ink, Line, Panel, Scene};

/// Pairs of random walks behind the odds of chance: the standard error is at most 1.1 percentage points.
const SIMULATIONS: usize = 2_000;
/// Any seed will do, as long as it is always the same.
const SEED: u64 = 1;

/// The aligned sample and what was computed from it for one window.
#[derive(Debug)]
pub struct RollingCorrelation {
    revision: u64,
    asset_id: String,
    driver_id: String,
    labels: (String, String),
    sample: Sample,
    /// The asset and the driver as they are compared in levels.
    comparable: (Vec<f64>, Vec<f64>),
    window: usize,
    confidence: f64,
    changes: Rc<Series>,
    low: Rc<Series>,
    high: Rc<Series>,
    spans_zero: Rc<Vec<bool>>,
    levels: Option<Rc<Series>>,
    walks: Option<Rc<WalkTable>>,
    overview: Rc<Series>,
    walk: Rc<Vec<Day>>,
}

impl RollingCorrelation {
    /// Aligns the two measures and computes for the spec's window; `walks` are those of an earlier figure, if any.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    pub(super) fn new(store: &Store, revision: u64, spec: &Spec, walks: Option<Rc<WalkTable>>) -> Result<Self, Error> {
        let asset = Measure::of(&spec.asset, |id| store.meta(id)).map_err(|error| error.about("asset"))?;
        let driver = Measure::of(&spec.driver, |id| store.meta(id)).map_err(|error| error.about("driver"))?;
        let sample = Sample::new(store, &asset, &driver)?;
        let label = |id: &str| store.meta(id).map_or_else(|| id.to_owned(), |meta| meta.label.clone());
        let mut this = Self {
            revision,
            asset_id: spec.asset.clone(),
            driver_id: spec.driver.clone(),
            labels: (label(&spec.asset), label(&spec.driver)),
            comparable: (asset.comparable(&sample.asset), driver.comparable(&sample.driver)),
            window: 0,
            confidence: 0.0,
            changes: Rc::default(),
            low: Rc::default(),
            high: Rc::default(),
            spans_zero: Rc::default(),
            levels: None,
            walks,
            overview: Rc::new(Series::new(sample.days.clone(), sample.asset.clone())?),
            walk: Rc::new(sample.days.clone()),
            sample,
        };
        this.recompute(spec)?;
        Ok(this)
    }

    /// The simulation, which fits every asset and driver.
    pub(super) fn walks(&self) -> Option<Rc<WalkTable>> {
        self.walks.clone()
    }

    pub(super) fn fits(&self, revision: u64, spec: &Spec) -> bool {
        self.revision == revision && self.asset_id == spec.asset && self.driver_id == spec.driver
    }

    /// Computes again what depends on the window, the confidence or the basis.
    pub(super) fn recompute(&mut self, spec: &Spec) -> Result<(), Error> {
        let days = &self.sample.days;
        let column = |values: Vec<f64>| Series::new(days.clone(), values).map(Rc::new);
        let missing = || vec![f64::NAN; days.len()];
        if self.window != spec.window || (self.confidence - spec.confidence).abs() > 0.0 {
            let r = self.rolling_changes(spec.window)?;
            let (mut low, mut high, mut spans_zero) = (missing(), missing(), vec![false; r.len()]);
            for (at, estimate) in r.iter().enumerate().filter(|(_, r)| !r.is_nan()) {
                (low[at], high[at]) = interval(*estimate, spec.window, spec.confidence)?;
                spans_zero[at] = low[at] <= 0.0 && high[at] >= 0.0;
            }
            (self.changes, self.low, self.high) = (column(r)?, column(low)?, column(high)?);
            self.spans_zero = Rc::new(spans_zero);
            self.levels = None;
            (self.window, self.confidence) = (spec.window, spec.confidence);
        }
        if is_levels(spec) && self.levels.is_none() {
            let enough = days.len() >= spec.window;
            let r = if enough { rolling::correlation(&self.comparable.1, &self.comparable.0, spec.window)? } else { missing() };
            self.levels = Some(column(r)?);
            if self.walks.is_none() {
                self.walks = Some(Rc::new(WalkTable::simulate(WINDOW_MIN, WINDOW_MAX, SIMULATIONS, SEED)?));
            }
        }
        Ok(())
    }

    /// The correlation of the last `window` pairs of changes up to each day. A change that is missing because a source
    /// changed is no pair: it is left out, it does not make the windows after it missing.
    fn rolling_changes(&self, window: usize) -> Result<Vec<f64>, Error> {
        let (x, y) = (&self.sample.driver_changes, &self.sample.asset_changes);
        let pairs: Vec<usize> = (0..x.len()).filter(|at| !x[*at].is_nan() && !y[*at].is_nan()).collect();
        let mut r = vec![f64::NAN; x.len()];
        if pairs.len() >= window {
            let chosen = |column: &[f64]| pairs.iter().map(|at| column[*at]).collect::<Vec<f64>>();
            for (at, value) in pairs.iter().zip(rolling::correlation(&chosen(x), &chosen(y), window)?) {
                r[*at] = value;
            }
        }
        Ok(r)
    }

    /// The days of the aligned sample.
    pub(super) fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.sample.days.first()?, *self.sample.days.last()?))
    }

    pub(super) fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let asset = phrases.name(&self.asset_id, &self.labels.0);
        let driver = phrases.name(&self.driver_id, &self.labels.1);
        let confidence = confidence_text(self.confidence);
        let window = self.window.to_string();
        let levels = self.levels.as_ref().filter(|_| is_levels(spec));
        let title = if levels.is_some() { phrases.panel_levels } else { phrases.panel_changes };
        let mut lines = vec![Line {
            label: phrases.line_changes.to_owned(),
            tag: if levels.is_some() { phrases.line_changes.to_owned() } else { String::new() },
            column: Rc::clone(&self.changes),
            quiet: Rc::clone(&self.spans_zero),
            breaks: Vec::new(),
            ink: Ink::Estimate,
            dash: Dash::Solid,
        }];
        if let Some(levels) = levels {
            lines.push(Line {
                label: phrases.line_levels.to_owned(),
                tag: phrases.line_levels.to_owned(),
                column: Rc::clone(levels),
                quiet: Rc::default(),
                breaks: Vec::new(),
                ink: Ink::Headline,
                dash: Dash::Long,
            });
        }
        let panel = Panel {
            title: fill(title, &[("window", &window), ("confidence", &confidence)]),
            weight: 1.0,
            kind: Kind::Linear,
            y: Domain::new(-1.0, 1.0),
            inverted: false,
            format: Format { signed: true, ..Format::plain(2) },
            rules: vec![0.0],
            bands: vec![Band {
                label: fill(phrases.band, &[("confidence", &confidence)]),
                bounds: [phrases.band_low, phrases.band_high].map(|phrase| fill(phrase, &[("confidence", &confidence)])),
                low: Rc::clone(&self.low),
                high: Rc::clone(&self.high),
                quiet: Rc::clone(&self.spans_zero),
                ink: Ink::Estimate,
            }],
            lines,
        };
        Scene {
            heading: heading(spec, capitalised(&fill(phrases.heading_correlation, &[("asset", asset), ("driver", driver)]))),
            finding: self.finding(spec, x, phrases, asset, driver),
            x,
            panels: vec![panel],
            pins: Vec::new(),
            legend: vec![phrases.spans_zero.to_owned()],
            walk: Rc::clone(&self.walk),
            overview: Rc::clone(&self.overview),
        }
    }

    /// The last full window inside `x`, then the whole of what is shown.
    fn finding(&self, spec: &Spec, x: Domain, phrases: &Phrases, asset: &str, driver: &str) -> String {
        let window = self.window.to_string();
        let shown = |day: &Day| (x.lo()..=x.hi()).contains(&f64::from(day.count()));
        let last =
            (0..self.sample.days.len()).rev().find(|at| shown(&self.sample.days[*at]) && !self.changes.values()[*at].is_nan());
        let Some(at) = last else {
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
        let level = self.levels.as_ref().filter(|_| is_levels(spec)).map(|levels| levels.values()[at]).filter(|r| !r.is_nan());
        let odds = level.and_then(|level| self.walks.as_ref()?.odds(self.window, level));
        if let (Some(level), Some(odds)) = (level, odds) {
            let odds = text::percent(odds);
            let level = text::signed(level, 2);
            let first = fill(phrases.finding_levels, &[&blanks[..], &[("r", &level), ("odds", &odds)]].concat());
            blanks.push(("r", &t.r));
            return [first.as_str(), phrases.sentence_gap, &fill(phrases.finding_levels_changes, &blanks)].concat();
        }
        blanks.push(("r", &t.r));
        let mut told = fill(phrases.finding_changes, &blanks);
        let all = self.sample.changes_between(x.lo(), x.hi());
        if let (Some(c), Some(first), Some(last)) = (correlate(&all, spec.confidence), all.first, all.last) {
            let t = Told::new(phrases, c.estimate, c.low, c.high, c.n, spec.confidence);
            let (from, to) = (text::date(phrases, first), text::date(phrases, last));
            told.push_str(phrases.sentence_gap);
            told.push_str(&fill(
                phrases.finding_whole,
                &[("from", &from), ("to", &to), ("r", &t.r), ("interval", &t.interval), ("n", &t.n)],
            ));
        }
        told
    }
}

//! Who moves first? Correlations of daily changes with one side shifted against the other, a bar a shift; and what clocks that
//! stop at different hours hide, as the sum over three days beside the figure of the same day.

mod told;

use std::cell::RefCell;
use std::rc::Rc;

use super::{Entry, Figure, Source, confidence_text, heading};
use crate::error::Error;
use crate::market::{Change, Measure};
use crate::series::{Day, Series, Store};
use crate::spec::{LAGS_MAX, LAGS_MIN, Spec, ViewName};
use crate::stats::correlation::interval;
use crate::stats::lead_lag::cross_correlation;
use crate::stats::lead_lag_band::{Reach, Unlinked};
use crate::text::{Phrases, capitalised, fill};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::sample::Joint;
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{Area, Bar, Bars, Format, Ink, Mark, Note, Panel, Pick, Scene, Sign, Stop, ValueAxis};
use crate::view::table::Table;

/// Fewer days than this are not shifted against each other.
const FEWEST: usize = 40;
/// So many pairs of resampled columns make the band.
const RESAMPLES: usize = 400;
const SEED: u64 = 1;
const FORMAT: Format = Format { signed: true, ..Format::plain(2) };

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::LeadLag,
    measures: |spec| vec![spec.asset.as_str(), spec.driver.as_str()],
    make: |source, spec| Ok(Box::new(LeadLag::new(source, spec)?)),
    controls,
    label: |phrases| phrases.leadlag().name,
};

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    vec![
        choices::asset(spec, store, phrases),
        choices::driver(spec, store, phrases),
        Control::Slide {
            name: "lags",
            label: phrases.leadlag().lags,
            range: (LAGS_MIN as f64, LAGS_MAX as f64, 1.0),
            value: spec.lags as f64,
            text: phrases.fill(phrases.trading_days, &[("n", &spec.lags.to_string())]),
        },
    ]
}

/// One of the two that are shifted.
#[derive(Debug)]
struct Side {
    id: String,
    label: String,
    change: Change,
    /// When its series are fixed, `HH:MM` in UTC, each hour once.
    hours: Vec<String>,
}

impl Side {
    fn new(store: &Store, measure: &Measure) -> Self {
        let mut hours: Vec<String> = Vec::new();
        for meta in measure.inputs().iter().filter_map(|id| store.meta(id)) {
            if !hours.contains(&meta.closes_at_utc) {
                hours.push(meta.closes_at_utc.clone());
            }
        }
        let label = store.meta(measure.id()).map_or_else(|| measure.id().to_owned(), |meta| meta.label.clone());
        Self { id: measure.id().to_owned(), label, change: measure.change(), hours }
    }

    fn name<'a>(&'a self, phrases: &'a Phrases) -> &'a str {
        phrases.name(&self.id, &self.label)
    }
}

/// The aligned changes.
#[derive(Debug)]
pub struct LeadLag {
    asset: Side,
    driver: Side,
    /// Driver, then asset.
    joint: Joint,
    overview: Rc<Series>,
    /// The bars of chance for the rows that were asked for last: a step of the slider or of the confidence needs no other.
    unlinked: RefCell<Option<(Vec<usize>, Rc<Unlinked>)>>,
}

/// The bars of the days that are shown.
struct Shifted {
    rows: Vec<usize>,
    /// From `-lags` to `lags`.
    bars: Vec<f64>,
    lags: usize,
    /// How far from zero chance alone takes them.
    reach: Reach,
}

impl Shifted {
    fn n(&self) -> usize {
        self.rows.len()
    }

    fn same_day(&self) -> f64 {
        self.bars[self.lags]
    }

    /// Shifts and bars of other days.
    fn others(&self) -> impl Iterator<Item = (i32, f64)> {
        let lags = self.lags as i32;
        self.bars.iter().enumerate().map(move |(at, r)| (at as i32 - lags, *r)).filter(|(k, _)| *k != 0)
    }

    fn outside(&self) -> usize {
        self.others().filter(|(_, r)| r.abs() > self.reach.bar).count()
    }

    /// The bar of another day that is farthest from zero.
    fn farthest(&self) -> (i32, f64) {
        self.others().max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs())).unwrap_or((0, 0.0))
    }

    /// Whether it stands out among so many.
    fn leads(&self) -> bool {
        self.farthest().1.abs() > self.reach.farthest
    }

    /// The interval of one bar.
    fn interval(&self, k: i32, r: f64, confidence: f64) -> (f64, f64) {
        interval(r, self.n() - k.unsigned_abs() as usize, confidence).unwrap_or((f64::NAN, f64::NAN))
    }
}

/// Fewer days than this are not shifted against each other as far as the spec says.
fn fewest(spec: &Spec) -> usize {
    FEWEST.max(3 * spec.lags)
}

impl LeadLag {
    /// Aligns the two measures.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    fn new(Source { store, .. }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let measure = |id: &str| Measure::of(id, |id| store.meta(id));
        let asset = measure(&spec.asset).map_err(|error| error.about("asset"))?;
        let driver = measure(&spec.driver).map_err(|error| error.about("driver"))?;
        let joint = Joint::new(store, &[&driver, &asset])?;
        Ok(Self {
            overview: Rc::new(Series::new(joint.days.clone(), joint.levels[1].clone())?),
            asset: Side::new(store, &asset),
            driver: Side::new(store, &driver),
            joint,
            unlinked: RefCell::default(),
        })
    }

    fn column(&self, at: usize, rows: &[usize]) -> Vec<f64> {
        rows.iter().map(|row| self.joint.changes[at][*row]).collect()
    }

    /// The bars of chance for these rows, as far as the slider stands, in tens: a step of it mostly needs no others.
    fn unlinked(&self, rows: &[usize], lags: usize, x: &[f64], y: &[f64]) -> Result<Rc<Unlinked>, Error> {
        let known = |(of, unlinked): &&(Vec<usize>, Rc<Unlinked>)| of == rows && lags <= unlinked.max_lag();
        if let Some((_, unlinked)) = self.unlinked.borrow().as_ref().filter(known) {
            return Ok(Rc::clone(unlinked));
        }
        let most = lags.next_multiple_of(10).min(rows.len() / 3);
        let unlinked = Rc::new(Unlinked::new(x, y, most, RESAMPLES, SEED)?);
        *self.unlinked.borrow_mut() = Some((rows.to_vec(), Rc::clone(&unlinked)));
        Ok(unlinked)
    }

    /// The bars of the days of `x`, or how many days there were when they were too few.
    fn shift(&self, spec: &Spec, x: Domain) -> Result<Shifted, usize> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let (n, lags) = (rows.len(), spec.lags);
        if n < fewest(spec) {
            return Err(n);
        }
        let made = || -> Result<Shifted, Error> {
            let (x, y) = (self.column(0, &rows), self.column(1, &rows));
            let bars = cross_correlation(&x, &y, lags)?;
            let reach = self.unlinked(&rows, lags, &x, &y)?.reach(lags, spec.confidence);
            Ok(Shifted { bars, lags, reach, rows: rows.clone() })
        };
        // A driver that does not move, such as a pegged yield, has no correlation.
        made().ok().filter(|shifted| !shifted.same_day().is_nan()).ok_or(n)
    }

    /// That one side did not move on the days of `x`, where those would be enough.
    fn still(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let sides = [&self.driver, &self.asset].into_iter().enumerate();
        let columns = sides.map(|(at, side)| (side.name(phrases), self.column(at, &rows)));
        if rows.len() < fewest(spec) { None } else { moves::still(phrases, columns) }
    }

    /// A shift in words: who is how many days earlier.
    fn told(&self, k: i32, phrases: &Phrases) -> String {
        let words = phrases.leadlag();
        let phrase = match k {
            0 => return phrases.fill(words.same_day, &[]),
            1.. => words.driver_first,
            _ => words.asset_first,
        };
        let blanks = [
            ("asset", self.asset.name(phrases)),
            ("driver", self.driver.name(phrases)),
            ("days", &moves::days(phrases, k.unsigned_abs() as usize)),
        ];
        capitalised(&fill(phrase, &blanks))
    }
}

impl Figure for LeadLag {
    fn fits(&self, spec: &Spec) -> bool {
        self.asset.id == spec.asset && self.driver.id == spec.driver
    }

    fn recompute(&mut self, _: &Spec) -> Result<(), Error> {
        // The range decides the sample, so the bars belong to the scene.
        Ok(())
    }

    fn sampled(&self) -> &[Day] {
        &self.joint.days
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.joint.days.first()?, *self.joint.days.last()?))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let (asset, driver, words) = (self.asset.name(phrases), self.driver.name(phrases), phrases.leadlag());
        let shifted = self.shift(spec, x);
        let edge = spec.lags as f64 + 0.5;
        let (mut marks, mut stops) = (Vec::new(), Vec::new());
        let mut reach = 0.1_f64;
        if let Ok(shifted) = &shifted {
            let both = |sign: f64| Rc::new(vec![sign * shifted.reach.bar; 2]);
            marks.push(Mark::Area(Area { x: Rc::new(vec![-edge, edge]), low: both(-1.0), high: both(1.0), ink: Ink::Quiet }));
            let (mut bars, first) = (Vec::new(), -(spec.lags as i32));
            for (k, r) in (first..).zip(&shifted.bars) {
                let at = f64::from(k);
                bars.push(Bar {
                    from: at - 0.4,
                    to: at + 0.4,
                    base: 0.0,
                    value: *r,
                    interval: (f64::NAN, f64::NAN),
                    quiet: r.abs() <= shifted.reach.bar,
                });
                stops.push(Stop {
                    panel: 0,
                    x: at,
                    y: *r,
                    interval: shifted.interval(k, *r, spec.confidence),
                    day: None,
                    name: self.told(k, phrases),
                    ink: Ink::Estimate,
                });
                reach = reach.max(1.15 * r.abs()).max(1.3 * shifted.reach.bar);
            }
            marks.push(Mark::Bars(Bars { bars, ink: Ink::Estimate }));
        }
        let title = phrases.fill(words.panel, &[("confidence", &confidence_text(spec.confidence))]);
        let panel = Panel {
            measure: words.correlation.to_owned(),
            rules: vec![0.0],
            x: Some(ValueAxis {
                title: phrases.fill(words.axis, &[("asset", asset), ("driver", driver)]),
                kind: Kind::Linear,
                domain: Domain::new(-edge, edge),
                format: Format { signed: true, ..Format::plain(0) },
                whole: true,
                pick: Pick::Across,
            }),
            marks,
            ..Panel::new(title, Domain::new(-reach, reach), FORMAT)
        };
        Scene {
            heading: heading(spec, fill(words.heading, &[("asset", asset), ("driver", driver)])),
            finding: self.finding(&shifted, spec, x, phrases),
            story: String::new(),
            more: self.more(&shifted, spec, phrases),
            x,
            panels: vec![panel],
            pins: Vec::new(),
            legend: vec![Note::new(Sign::Bars, Ink::Quiet, words.quiet)].into(),
            walk: Rc::default(),
            stops: Rc::new(stops),
            overview: Rc::clone(&self.overview),
            weekdays: spec.weekdays,
        }
    }

    fn table(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let shifted = self.shift(spec, x).ok()?;
        let first = -(spec.lags as i32);
        let shifts: Vec<i32> = (first..=-first).collect();
        let intervals: Vec<(f64, f64)> =
            shifts.iter().zip(&shifted.bars).map(|(k, r)| shifted.interval(*k, *r, spec.confidence)).collect();
        let confidence = confidence_text(spec.confidence);
        let [low, high] = [phrases.band_low, phrases.band_high].map(|phrase| fill(phrase, &[("confidence", &confidence)]));
        let whole = Format { signed: true, ..Format::plain(0) };
        let table = Table::new(shifts.len())
            .numbers(phrases.fill(phrases.leadlag().lag, &[]), shifts.iter().map(|k| f64::from(*k)).collect::<Vec<f64>>(), whole)
            .texts(phrases.leadlag().name, shifts.iter().map(|k| self.told(*k, phrases)).collect())
            .numbers(phrases.leadlag().correlation, shifted.bars, FORMAT)
            .numbers(low, intervals.iter().map(|(low, _)| *low).collect::<Vec<f64>>(), FORMAT)
            .numbers(high, intervals.iter().map(|(_, high)| *high).collect::<Vec<f64>>(), FORMAT);
        Some(table)
    }

    fn sheet(&self, _: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let table =
            Table::new(rows.len()).days(phrases.extras.day, rows.iter().map(|at| self.joint.days[*at]).collect::<Vec<Day>>());
        let sides = [&self.driver, &self.asset].into_iter().enumerate();
        Some(sides.fold(table, |table, (at, side)| {
            let title = moves::axis(phrases, side.name(phrases), side.change);
            table.numbers(title, self.column(at, &rows), moves::format(side.change))
        }))
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.explained(spec, x, phrases)
    }
}

//! What if Japan sells? The change of the US yield that a sale implies, and for the asset the spread of outcomes: a prediction
//! interval over all past windows, and the windows most like the scenario. Nothing is said without its spread.

mod picture;
mod told;

use std::cell::RefCell;
use std::rc::Rc;

use super::{Entry, Figure, Made, Source};
use crate::error::{Error, ErrorKind};
use crate::market::{IMPACT_RANGE_BP, Measure, Outcome, implied_yield_bp, outcome};
use crate::series::{Day, Series, Store};
use crate::spec::{IMPACT_BOUNDS_BP, JGB_CHANGE_BOUNDS_BP, MONTHS_MAX, SHARE_MAX, Spec, ViewName, YEN_CHANGE_BOUNDS_PCT};
use crate::text::{Phrases, fill, number, signed};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::sample::{Joint, loaded};
use crate::view::scale::Domain;
use crate::view::scene::{Format, Scene};
use crate::view::table::Table;

/// What is held and sold.
const HOLDINGS: &str = "tic_japan";
/// What moves in the scenario: the 10-year JGB yield, the yen, the US 10-year yield.
const FACTORS: [&str; 3] = ["jgb10y", "yen", "ust10y"];
/// Trading days on which all four markets publish, in a month.
const DAYS_A_MONTH: usize = 20;
/// How many past windows are named.
const ALIKE: usize = 10;

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Scenario,
    measures: |spec| [&[spec.asset.as_str()], &FACTORS[..], &[HOLDINGS]].concat(),
    make,
    controls,
    label: |phrases| phrases.scenario().name,
};

fn make(Source { store, .. }: Source<'_>, spec: &Spec) -> Made {
    let asset = Measure::of(&spec.asset, |id| store.meta(id)).map_err(|error| error.about("asset"))?;
    let factors = FACTORS.map(|id| Measure::of(id, |id| store.meta(id)));
    let mut measures = vec![&asset];
    for factor in &factors {
        measures.push(factor.as_ref().map_err(Clone::clone)?);
    }
    let held = loaded(store, HOLDINGS)?;
    let newest = (0..held.len()).rev().find(|at| !held.values()[*at].is_nan());
    let holdings = newest.map(|at| (held.days()[at], held.values()[at])).ok_or_else(|| {
        Error::new(
            ErrorKind::TooFewObservations,
            "scenario: expected at least one figure of Japan's Treasury holdings by that day",
        )
    })?;
    let joint = Joint::new(store, &measures)?.daily("asset: expected figures of every trading day")?;
    let overview = Series::new(joint.days.clone(), joint.levels.first().cloned().unwrap_or_default())?;
    Ok(Box::new(Scenario {
        asset_id: spec.asset.clone(),
        label: store.meta(&spec.asset).map_or_else(|| spec.asset.clone(), |meta| meta.label.clone()),
        joint,
        holdings,
        overview: Rc::new(overview),
        read: RefCell::default(),
    }))
}

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    let words = phrases.scenario();
    let slide = |name, label, (low, high), step, value: f64, text: String| Control::Slide {
        name,
        label,
        range: (low, high, step),
        value,
        text,
    };
    let of = |phrase, text: &str| fill(phrase, &[("n", text)]);
    let published = [("low", number(IMPACT_RANGE_BP.0, 0)), ("high", number(IMPACT_RANGE_BP.1, 0))];
    let impact = fill(
        words.impact_value,
        &[("n", &number(spec.impact, 0)), (published[0].0, &published[0].1), (published[1].0, &published[1].1)],
    );
    let months = spec.months as f64;
    let share = of(words.share_value, &number(spec.share, 0));
    vec![
        choices::asset(spec, store, phrases),
        slide("share", words.share, (0.0, SHARE_MAX), 1.0, spec.share, share),
        slide("months", words.months, (1.0, MONTHS_MAX as f64), 1.0, months, of(words.months_value, &number(months, 0))),
        slide("impact", words.impact, IMPACT_BOUNDS_BP, 1.0, spec.impact, impact),
        slide(
            "jgb-change",
            words.jgb,
            JGB_CHANGE_BOUNDS_BP,
            5.0,
            spec.jgb_change,
            of(words.jgb_value, &signed(spec.jgb_change, 0)),
        ),
        slide(
            "yen-change",
            words.yen,
            YEN_CHANGE_BOUNDS_PCT,
            1.0,
            spec.yen_change,
            of(words.yen_value, &signed(spec.yen_change, 0)),
        ),
    ]
}

/// The common days of the asset and the factors, and what was read from them last.
#[derive(Debug)]
struct Scenario {
    asset_id: String,
    label: String,
    /// The asset, then the factors.
    joint: Joint,
    /// The newest figure, in billions of dollars, and its day.
    holdings: (Day, f64),
    /// The asset over all of its days, for the strip under the chart.
    overview: Rc<Series>,
    read: RefCell<Option<(Question, Option<Rc<Reading>>)>>,
}

/// All that an outcome depends on, beside the data.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Question {
    from: f64,
    to: f64,
    horizon: usize,
    /// In the units of the factors' changes.
    moves: [f64; FACTORS.len()],
    confidence: f64,
}

/// An outcome and the rows it came from.
#[derive(Debug)]
struct Reading {
    outcome: Outcome,
    question: Question,
    /// The rows of the joint sample whose changes entered.
    rows: std::ops::Range<usize>,
}

impl Reading {
    /// The row of the sample before an analogue's first change, and the row of its last.
    fn ends(&self, start: usize) -> (usize, usize) {
        (self.rows.start + start - 1, self.rows.start + start + self.question.horizon - 1)
    }

    /// The interval and its centre, in percent.
    fn interval_pct(&self) -> (f64, f64, f64) {
        (percent(self.outcome.low), percent(self.outcome.high), percent(self.outcome.expected))
    }
}

/// A log return in percent, as a simple one in percent.
fn percent(log_pct: f64) -> f64 {
    100.0 * (libm::exp(log_pct / 100.0) - 1.0)
}

/// A simple change in percent, as a logarithm in percent.
fn log_percent(simple_pct: f64) -> f64 {
    100.0 * libm::log(1.0 + simple_pct / 100.0)
}

impl Scenario {
    /// The change of the US yield that the scenario implies.
    fn implied_bp(&self, spec: &Spec, impact_bp: f64) -> f64 {
        implied_yield_bp(spec.share / 100.0, self.holdings.1, impact_bp)
    }

    fn question(&self, spec: &Spec, x: Domain) -> Question {
        Question {
            from: x.lo(),
            to: x.hi(),
            horizon: spec.months * DAYS_A_MONTH,
            moves: [spec.jgb_change, log_percent(spec.yen_change), self.implied_bp(spec, spec.impact)],
            confidence: spec.confidence,
        }
    }

    /// The outcome of the scenario from the windows in `x`, kept until something else is asked; `None` when there are too few.
    fn read(&self, spec: &Spec, x: Domain) -> Option<Rc<Reading>> {
        let question = self.question(spec, x);
        if let Some((_, reading)) = self.read.borrow().as_ref().filter(|(known, _)| *known == question) {
            return reading.clone();
        }
        let reading = self.compute(question).map(Rc::new);
        *self.read.borrow_mut() = Some((question, reading.clone()));
        reading
    }

    fn compute(&self, question: Question) -> Option<Reading> {
        let days = &self.joint.days;
        let first = days.partition_point(|day| f64::from(day.count()) < question.from);
        let end = days.partition_point(|day| f64::from(day.count()) <= question.to);
        // A change begins on the day before it.
        let rows = first + 1..end.max(first + 1);
        let columns: Vec<&[f64]> = self.joint.changes.iter().map(|column| column.get(rows.clone())).collect::<Option<_>>()?;
        let (asset, factors) = columns.split_first()?;
        // Too few windows is no fault of the reader's: the sentence says so.
        let outcome = outcome(asset, factors, &question.moves, question.horizon, ALIKE, question.confidence).ok()?;
        Some(Reading { outcome, question, rows })
    }
}

impl Figure for Scenario {
    fn fits(&self, spec: &Spec) -> bool {
        self.asset_id == spec.asset
    }

    fn recompute(&mut self, _: &Spec) -> Result<(), Error> {
        Ok(())
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.joint.days.first()?, *self.joint.days.last()?))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        picture::scene(self, spec, x, phrases)
    }

    fn table(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let words = phrases.scenario();
        let reading = self.read(spec, x);
        let analogues = reading.as_ref().map_or(&[][..], |reading| &reading.outcome.analogues);
        let ends: Vec<(usize, usize)> = reading.iter().flat_map(|r| analogues.iter().map(|a| r.ends(a.start))).collect();
        let day = |pick: fn(&(usize, usize)) -> usize| ends.iter().map(|e| self.joint.days[pick(e)]).collect::<Vec<Day>>();
        let moved = |column: usize| -> Vec<f64> {
            ends.iter().map(|(from, to)| self.joint.changes[column][from + 1..=*to].iter().sum()).collect()
        };
        let outcome = fill(words.outcome, &[("asset", self.name(phrases)), ("days", &days(spec))]);
        let signed = |decimals| Format { signed: true, ..Format::plain(decimals) };
        Some(
            Table::new(analogues.len())
                .days(words.start, day(|e| e.0))
                .days(words.end, day(|e| e.1))
                .numbers(words.distance, analogues.iter().map(|a| a.distance).collect::<Vec<_>>(), Format::plain(2))
                .numbers(words.jgb_column, moved(1), signed(1))
                .numbers(words.yen_column, moved(2).iter().map(|log| percent(*log)).collect::<Vec<_>>(), signed(1))
                .numbers(words.ust_column, moved(3), signed(1))
                .numbers(outcome, analogues.iter().map(|a| percent(a.outcome)).collect::<Vec<_>>(), signed(1)),
        )
    }

    fn sheet(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        // The changes day by day, as they enter the windows; the names are those of the attributes.
        let rows = self.read(spec, x)?.rows.clone();
        let table = Table::new(rows.len()).days(phrases.extras.day, &self.joint.days[rows.clone()]);
        let names = std::iter::once(self.asset_id.clone()).chain(FACTORS.map(str::to_owned));
        let columns = names.zip(&self.joint.changes);
        Some(columns.fold(table, |table, (name, column)| table.numbers(name, &column[rows.clone()], Format::plain(4))))
    }

    fn told(&self, name: &str, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
        told::number_named(self, name, spec, x, phrases)
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        told::method(self, spec, x, phrases)
    }
}

impl Scenario {
    fn name<'a>(&'a self, phrases: &'a Phrases) -> &'a str {
        phrases.name(&self.asset_id, &self.label)
    }
}

/// The trading days of the scenario.
fn days(spec: &Spec) -> String {
    (spec.months * DAYS_A_MONTH).to_string()
}

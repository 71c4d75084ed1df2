//! Is the carry trade worth it? What borrowing in yen earns, for what risk, how little it takes to lose it, and how hard
//! conditions press on those who did it.

mod finding;
mod method;
mod stack;

use std::cell::RefCell;
use std::rc::Rc;

use stack::Stack;

use super::{Entry, Figure, Source, confidence_text, heading};
use crate::error::Error;
use crate::market::{self, Carry as Trade, Inputs, LOOKBACK, Measure, Pressure, deviation_interval, pressure};
use crate::series::{Day, Event, EventKind, Series, Store, Titles};
use crate::spec::{HORIZON_MAX, HORIZON_MIN, Spec, ViewName};
use crate::text::{self, Phrases, fill};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::sample::Joint;
use crate::view::scale::Domain;
use crate::view::scene::{Band, Dash, Edges, Format, Ink, Line, Panel, Pin, Scene};
use crate::view::table::Table;

const MEASURES: [&str; 5] = ["usdjpy", "ust2y", "jgb2y", "jgb10y", "vix"];
/// The parts of the pressure from the bottom up have these colours.
const INKS: [Ink; 5] = [Ink::Yen, Ink::YieldA, Ink::YieldC, Ink::YieldB, Ink::Spread];
/// A week of interest for five trading days.
const CALENDAR_PER_TRADING_DAY: f64 = 7.0 / 5.0;

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Carry,
    measures: |_| MEASURES.to_vec(),
    make: |source, spec| Ok(Box::new(Carry::new(source, spec)?)),
    controls,
    label: |phrases| phrases.carry().name,
};

fn controls(spec: &Spec, _: &Store, phrases: &Phrases) -> Vec<Control> {
    let horizon = Control::Slide {
        name: "horizon",
        label: phrases.carry().horizon,
        range: (HORIZON_MIN as f64, HORIZON_MAX as f64, 1.0),
        value: spec.horizon as f64,
        text: fill(phrases.trading_days, &[("n", &spec.horizon.to_string())]),
    };
    [choices::window(spec, phrases), horizon].into_iter().chain(choices::more_days(spec, phrases)).collect()
}

/// The day carry trades were unwound, to be compared with.
fn unwound() -> Option<Day> {
    Day::from_ymd(2024, 8, 5)
}

/// The trade day by day, and the pressure on it.
#[derive(Debug)]
pub struct Carry {
    sample: Joint,
    walk: Rc<Vec<Day>>,
    window: usize,
    horizon: usize,
    confidence: f64,
    earned: Rc<Series>,
    volatility: Rc<Series>,
    volatility_band: [Rc<Series>; 2],
    to_risk: Rc<Series>,
    to_risk_band: [Rc<Series>; 2],
    breakeven: Rc<Series>,
    pressure: Rc<Series>,
    /// The ranks behind the pressure, 0 to 100.
    ranks: [Rc<Series>; 5],
    /// What was last drawn of them.
    stack: RefCell<Option<Rc<Stack>>>,
    overview: Rc<Series>,
    events: Vec<(Day, &'static str, Titles)>,
}

impl Carry {
    /// Takes the columns from the data and computes for the spec's window and horizon.
    ///
    /// # Errors
    /// When a series is not loaded.
    fn new(Source { store, .. }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let measures = MEASURES.iter().map(|id| Measure::of(id, |id| store.meta(id))).collect::<Result<Vec<_>, _>>()?;
        let sample =
            Joint::new(store, &measures.iter().collect::<Vec<_>>())?.daily("carry: expected figures of every trading day")?;
        let column = |values: Vec<f64>| Series::new(sample.days.clone(), values).map(Rc::new);
        let (ranks, total) = pressures(&sample);
        let [a, b, c, d, e] = ranks;
        // The unwinding itself, and the days on which Japan bought yen; the others are in the timeline.
        let kept = |(_, event): &(usize, &Event)| event.kind == EventKind::Intervention || Some(event.day) == unwound();
        let events = store.events().iter().enumerate().filter(kept);
        let mut this = Self {
            walk: Rc::new(sample.days.clone()),
            window: 0,
            horizon: 0,
            confidence: 0.0,
            earned: Rc::default(),
            volatility: Rc::default(),
            volatility_band: Default::default(),
            to_risk: Rc::default(),
            to_risk_band: Default::default(),
            breakeven: Rc::default(),
            pressure: column(total)?,
            ranks: [column(a)?, column(b)?, column(c)?, column(d)?, column(e)?],
            stack: RefCell::default(),
            overview: column(sample.levels[0].clone())?,
            events: events.map(|(at, event)| (event.day, event.kind.code(), store.titles(at))).collect(),
            sample,
        };
        this.recompute(spec)?;
        Ok(this)
    }

    fn trade(&self, spec: &Spec) -> Result<Trade, Error> {
        let [usdjpy, us, jp, ..] = &self.sample.levels[..] else { return Err(Error::invalid("carry: expected five series")) };
        if usdjpy.len() <= spec.window {
            let missing = || vec![f64::NAN; usdjpy.len()];
            return Ok(Trade { carry: missing(), volatility: missing(), to_risk: missing(), breakeven: missing() });
        }
        market::carry(us, jp, usdjpy, spec.window, spec.horizon as f64 * CALENDAR_PER_TRADING_DAY)
    }

    /// The last day inside `x` on which the trade is known.
    fn last(&self, x: Domain) -> Option<usize> {
        let shown = |at: &usize| x.contains(f64::from(self.sample.days[*at].count()));
        (0..self.sample.days.len()).rev().filter(shown).find(|at| !self.to_risk.values()[*at].is_nan())
    }

    fn band(&self, [low, high]: &[Rc<Series>; 2], ink: Ink, phrases: &Phrases, name: &str) -> Band {
        let confidence = confidence_text(self.confidence);
        let named = |phrase: &str| [name, ": ", &fill(phrase, &[("confidence", &confidence)])].concat();
        Band {
            label: named(phrases.band),
            bounds: [phrases.band_low, phrases.band_high].map(named),
            edges: Edges::Columns(Rc::clone(low), Rc::clone(high)),
            quiet_over: None,
            ink,
        }
    }

    fn panels(&self, x: Domain, phrases: &Phrases) -> Vec<Panel> {
        let words = phrases.carry();
        let (window, horizon) = (self.window.to_string(), self.horizon.to_string());
        let confidence = confidence_text(self.confidence);
        let blanks = [("window", window.as_str()), ("horizon", &horizon), ("confidence", &confidence)];
        let percent = Format { suffix: "%", ..Format::plain(2) };
        let carry = Line {
            tag: words.line_carry.to_owned(),
            ..Line::new("carry", words.line_carry.to_owned(), &self.earned, Ink::Spread)
        };
        let volatility = Line {
            tag: words.line_volatility.to_owned(),
            dash: Dash::Long,
            ..Line::new("volatility", words.line_volatility.to_owned(), &self.volatility, Ink::YieldC)
        };
        let own = |key: &str, label: &str, column: &Rc<Series>, ink| vec![Line::new(key, label.to_owned(), column, ink)];
        let panel = |title: &str, weight: f64, shown: &[&Rc<Series>], format: Format| {
            let y = visible(shown, x).including(0.0);
            // Where nothing is below zero the foot of the plot is zero.
            let least = if y.lo() < 0.0 { f64::NEG_INFINITY } else { 0.0 };
            let y = y.padded(0.04);
            Panel { weight, rules: vec![0.0], ..Panel::new(fill(title, &blanks), Domain::new(y.lo().max(least), y.hi()), format) }
        };
        vec![
            Panel {
                lines: vec![carry, volatility],
                bands: vec![self.band(&self.volatility_band, Ink::YieldC, phrases, words.line_volatility)],
                ..panel(words.panel_carry, 1.2, &[&self.earned, &self.volatility_band[1]], percent)
            },
            Panel {
                lines: own("to_risk", words.line_to_risk, &self.to_risk, Ink::Estimate),
                bands: vec![self.band(&self.to_risk_band, Ink::Estimate, phrases, words.line_to_risk)],
                ..panel(words.panel_to_risk, 0.8, &[&self.to_risk_band[0], &self.to_risk_band[1]], Format::plain(2))
            },
            Panel {
                lines: own("breakeven", words.line_breakeven, &self.breakeven, Ink::Yen),
                ..panel(words.panel_breakeven, 0.7, &[&self.breakeven], percent)
            },
            self.panel_of_pressure(x, phrases),
        ]
    }
}

impl Figure for Carry {
    fn fits(&self, _: &Spec) -> bool {
        true
    }

    fn recompute(&mut self, spec: &Spec) -> Result<(), Error> {
        let same = (self.window, self.horizon) == (spec.window, spec.horizon);
        if same && (self.confidence - spec.confidence).abs() <= 0.0 {
            return Ok(());
        }
        let trade = self.trade(spec)?;
        let column = |values: Vec<f64>| Series::new(self.sample.days.clone(), values).map(Rc::new);
        let (low, high) = deviation_interval(spec.window, spec.confidence);
        let times = |values: &[f64], factor: f64| column(values.iter().map(|v| v * factor).collect());
        let bands = [times(&trade.volatility, low)?, times(&trade.volatility, high)?];
        // A negative carry turns the ends round.
        let ends = |pick: fn(f64, f64) -> f64| column(trade.to_risk.iter().map(|v| keep(pick, v / low, v / high)).collect());
        self.to_risk_band = [ends(f64::min)?, ends(f64::max)?];
        self.volatility_band = bands;
        self.earned = column(trade.carry)?;
        self.volatility = column(trade.volatility)?;
        self.to_risk = column(trade.to_risk)?;
        self.breakeven = column(trade.breakeven)?;
        (self.window, self.horizon, self.confidence) = (spec.window, spec.horizon, spec.confidence);
        Ok(())
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.sample.days.first()?, *self.sample.days.last()?))
    }

    fn sheet(&self, _: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        Some(self.rows(x, phrases))
    }

    fn told(&self, name: &str, _: &Spec, x: Domain, _: &Phrases) -> Option<String> {
        let end = ["low", "high"].iter().position(|known| *known == name)?;
        Some(text::number(self.to_risk_band[end].values()[self.last(x)?], 2))
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.explained(spec, x, phrases)
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let pin = |(day, kind, titles): &(Day, &'static str, Titles)| Pin {
            day: *day,
            kind: phrases.event_kind(kind).to_owned(),
            title: titles.within(phrases.lang).to_owned(),
        };
        Scene {
            heading: heading(spec, phrases.carry().heading.to_owned()),
            finding: self.finding(spec, x, phrases),
            story: String::new(),
            more: self.more(spec, x, phrases),
            x,
            panels: self.panels(x, phrases),
            pins: self.events.iter().map(pin).collect(),
            legend: Rc::default(),
            walk: Rc::clone(&self.walk),
            stops: Rc::default(),
            overview: Rc::clone(&self.overview),
            weekdays: spec.weekdays,
        }
    }
}

/// The five ranks and their mean; all missing while the data are shorter than the lookback.
fn pressures(sample: &Joint) -> ([Vec<f64>; 5], Vec<f64>) {
    let [usdjpy, us2y, jgb2y, jgb10y, vix] = &sample.levels[..] else { return Default::default() };
    if let Ok(Pressure { total, surge, rise, volatility, vix, carry }) =
        pressure(Inputs { usdjpy, jgb10y, vix, us2y, jgb2y }, LOOKBACK)
    {
        return ([surge, rise, volatility, vix, carry], total);
    }
    let missing = || vec![f64::NAN; usdjpy.len()];
    ([missing(), missing(), missing(), missing(), missing()], missing())
}

/// The lesser or greater of two; missing where either is.
fn keep(pick: fn(f64, f64) -> f64, a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() { f64::NAN } else { pick(a, b) }
}

/// The values inside `x` of all columns; a unit interval when there is none.
fn visible(columns: &[&Rc<Series>], x: Domain) -> Domain {
    let inside = |column: &&Rc<Series>| {
        let from = column.days().partition_point(|d| f64::from(d.count()) < x.lo());
        let to = column.days().partition_point(|d| f64::from(d.count()) <= x.hi());
        Domain::of(column.values()[from..to].iter().copied())
    };
    columns.iter().filter_map(inside).reduce(|a, b| a.union(&b)).unwrap_or_else(|| Domain::new(0.0, 1.0))
}

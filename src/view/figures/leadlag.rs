//! Who moves first? Correlations of daily changes with one side shifted against the other, a bar a shift; and what clocks that
//! stop at different hours hide, as the sum over three days beside the figure of the same day.

use std::rc::Rc;

use super::{Entry, Figure, Source, Told, confidence_text, heading, verdict};
use crate::error::Error;
use crate::market::{Change, Measure};
use crate::series::{Day, Series, Store};
use crate::spec::{LAGS_MAX, LAGS_MIN, Spec, ViewName};
use crate::stats::correlation::interval;
use crate::stats::lead_lag::{asynchrony_sum, band, cross_correlation};
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::sample::Joint;
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{Area, Bar, Bars, Format, Ink, Mark, Panel, Pick, Scene, Stop, ValueAxis};
use crate::view::table::Table;

/// Fewer days than this are not shifted against each other.
const FEWEST: usize = 40;
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
            text: fill(phrases.trading_days, &[("n", &spec.lags.to_string())]),
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
}

/// The bars of the days that are shown.
struct Shifted {
    rows: Vec<usize>,
    /// From `-lags` to `lags`.
    bars: Vec<f64>,
    lags: usize,
    /// Half the width of the band around zero.
    half: f64,
    /// The same for the farthest of all bars but that of the same day.
    half_of_all: f64,
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
        self.others().filter(|(_, r)| r.abs() > self.half).count()
    }

    /// The bar of another day that is farthest from zero.
    fn farthest(&self) -> (i32, f64) {
        self.others().max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs())).unwrap_or((0, 0.0))
    }

    /// Whether it stands out among so many.
    fn leads(&self) -> bool {
        self.farthest().1.abs() > self.half_of_all
    }

    /// Half the width of the sum's interval, the days taken as independent.
    fn half_of_sum(&self) -> f64 {
        self.half * f64::sqrt(3.0)
    }

    /// The interval of one bar.
    fn interval(&self, k: i32, r: f64, confidence: f64) -> (f64, f64) {
        interval(r, self.n() - k.unsigned_abs() as usize, confidence).unwrap_or((f64::NAN, f64::NAN))
    }
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
        })
    }

    fn column(&self, at: usize, rows: &[usize]) -> Vec<f64> {
        rows.iter().map(|row| self.joint.changes[at][*row]).collect()
    }

    /// The bars of the days of `x`, or how many days there were when they were too few.
    fn shift(&self, spec: &Spec, x: Domain) -> Result<Shifted, usize> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let (n, lags) = (rows.len(), spec.lags);
        if n < FEWEST.max(3 * lags) {
            return Err(n);
        }
        let all = 1.0 - (1.0 - spec.confidence) / (2 * lags) as f64;
        let made = || -> Result<Shifted, Error> {
            let bars = cross_correlation(&self.column(0, &rows), &self.column(1, &rows), lags)?;
            Ok(Shifted { bars, lags, half: band(n, spec.confidence)?, half_of_all: band(n, all)?, rows: rows.clone() })
        };
        // A driver that does not move, such as a pegged yield, has no correlation.
        made().ok().filter(|shifted| !shifted.same_day().is_nan()).ok_or(n)
    }

    fn finding(&self, shifted: &Result<Shifted, usize>, spec: &Spec, phrases: &Phrases) -> String {
        let (asset, driver, words) = (self.asset.name(phrases), self.driver.name(phrases), phrases.leadlag());
        let whole = |n: usize| text::number(n as f64, 0);
        let shifted = match shifted {
            Ok(shifted) => shifted,
            Err(n) => return fill(words.too_few, &[("asset", asset), ("driver", driver), ("n", &whole(*n))]),
        };
        let r = shifted.same_day();
        let (low, high) = shifted.interval(0, r, spec.confidence);
        let t = Told::new(phrases, r, low, high, shifted.n(), spec.confidence);
        let date = |at: Option<&usize>| at.map(|at| text::date(phrases, self.joint.days[*at])).unwrap_or_default();
        let (sum, half) = (asynchrony_sum(&shifted.bars), shifted.half_of_sum());
        let summed = Told::new(phrases, sum, sum - half, sum + half, shifted.n(), spec.confidence);
        let same_day = fill(
            words.finding,
            &[
                ("asset", asset),
                ("driver", driver),
                ("r", &t.r),
                ("confidence", &t.confidence),
                ("interval", &t.interval),
                ("n", &t.n),
                ("from", &date(shifted.rows.first())),
                ("to", &date(shifted.rows.last())),
                ("verdict", verdict(phrases, low, high)),
                ("sum", &summed.r),
                ("sum_interval", &summed.interval),
            ],
        );
        [&same_day, phrases.sentence_gap, &self.leader(shifted, phrases)].concat()
    }

    /// Who moves first, in words.
    fn leader(&self, shifted: &Shifted, phrases: &Phrases) -> String {
        let words = phrases.leadlag();
        let (k, r) = shifted.farthest();
        if !shifted.leads() {
            return words.nobody.to_owned();
        }
        let blanks = [
            ("asset", self.asset.name(phrases)),
            ("driver", self.driver.name(phrases)),
            ("days", &moves::days(phrases, k.unsigned_abs() as usize)),
            ("r", &text::signed(r, 2)),
        ];
        text::capitalised(&fill(if k > 0 { words.driver_leads } else { words.asset_leads }, &blanks))
    }

    /// The hours of the closes, how many bars are outside the band, and what a lead of one day may be.
    fn more(&self, shifted: &Result<Shifted, usize>, spec: &Spec, phrases: &Phrases) -> Vec<String> {
        let (Ok(shifted), words) = (shifted, phrases.leadlag()) else { return Vec::new() };
        let whole = |n: usize| text::number(n as f64, 0);
        let hours = [
            ("asset", self.asset.name(phrases)),
            ("asset_hour", &self.asset.hours.join(phrases.moves.and)),
            ("driver", self.driver.name(phrases)),
            ("driver_hour", &self.driver.hours.join(phrases.moves.and)),
        ];
        let bars = 2 * shifted.lags;
        let expected = text::number(bars as f64 * (1.0 - spec.confidence), 1);
        let counted = [("bars", &*whole(bars)), ("outside", &whole(shifted.outside())), ("expected", &expected)];
        let mut lines = vec![text::capitalised(&fill(words.more_hours, &hours)), fill(words.more_bars, &counted)];
        if shifted.leads() && shifted.farthest().0.abs() == 1 {
            lines.push(words.clock.to_owned());
        }
        lines
    }

    /// A shift in words: who is how many days earlier.
    fn told(&self, k: i32, phrases: &Phrases) -> String {
        let words = phrases.leadlag();
        let phrase = match k {
            0 => return words.same_day.to_owned(),
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
            let both = |sign: f64| Rc::new(vec![sign * shifted.half; 2]);
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
                    quiet: r.abs() <= shifted.half,
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
                reach = reach.max(1.15 * r.abs()).max(1.3 * shifted.half);
            }
            marks.push(Mark::Bars(Bars { bars, ink: Ink::Estimate }));
        }
        let title = fill(words.panel, &[("confidence", &confidence_text(spec.confidence))]);
        let panel = Panel {
            measure: words.correlation.to_owned(),
            rules: vec![0.0],
            x: Some(ValueAxis {
                title: fill(words.axis, &[("asset", asset), ("driver", driver)]),
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
            finding: self.finding(&shifted, spec, phrases),
            story: String::new(),
            more: self.more(&shifted, spec, phrases),
            x,
            panels: vec![panel],
            pins: Vec::new(),
            legend: vec![words.quiet.to_owned()],
            walk: Rc::default(),
            stops: Rc::new(stops),
            overview: Rc::clone(&self.overview),
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
            .numbers(phrases.leadlag().lag, shifts.iter().map(|k| f64::from(*k)).collect::<Vec<f64>>(), whole)
            .texts(phrases.leadlag().name, shifts.iter().map(|k| self.told(*k, phrases)).collect())
            .numbers(phrases.leadlag().correlation, shifted.bars, FORMAT)
            .numbers(low, intervals.iter().map(|(low, _)| *low).collect::<Vec<f64>>(), FORMAT)
            .numbers(high, intervals.iter().map(|(_, high)| *high).collect::<Vec<f64>>(), FORMAT);
        Some(table)
    }

    fn sheet(&self, _: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let table = Table::new(rows.len()).days(phrases.day, rows.iter().map(|at| self.joint.days[*at]).collect::<Vec<Day>>());
        let sides = [&self.driver, &self.asset].into_iter().enumerate();
        Some(sides.fold(table, |table, (at, side)| {
            let title = moves::axis(phrases, side.name(phrases), side.change);
            table.numbers(title, self.column(at, &rows), moves::format(side.change))
        }))
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let (words, shifted) = (phrases.leadlag(), self.shift(spec, x).ok()?);
        let date = |at: usize| text::date(phrases, self.joint.days[at]);
        let (from, to) = (date(*shifted.rows.first()?), date(*shifted.rows.last()?));
        let confidence = confidence_text(spec.confidence);
        let bars = (2 * spec.lags).to_string();
        let blanks = [
            ("asset", self.asset.name(phrases)),
            ("driver", self.driver.name(phrases)),
            ("confidence", &confidence),
            ("bars", &bars),
            ("n", &text::number(shifted.n() as f64, 0)),
            ("from", &from),
            ("to", &to),
        ];
        let [made, sum, mind] = words.method.map(|phrase| fill(phrase, &blanks));
        let sample = [&fill(phrases.moves.sample, &blanks), phrases.sentence_gap, phrases.alignment].concat();
        let r = shifted.same_day();
        let (low, high) = shifted.interval(0, r, spec.confidence);
        let (k, farthest) = shifted.farthest();
        Some(Method {
            paragraphs: vec![made, sum, sample, mind],
            snippet: fill(SNIPPET, &[("lags", &spec.lags.to_string()), ("confidence", &spec.confidence.to_string())]),
            figures: vec![
                ("same_day", r),
                ("low", low),
                ("high", high),
                ("sum", asynchrony_sum(&shifted.bars)),
                ("sum_half", shifted.half_of_sum()),
                ("band", shifted.half),
                ("band_of_all", shifted.half_of_all),
                ("outside", shifted.outside() as f64),
                ("farthest_shift", f64::from(k)),
                ("farthest", farthest),
                ("squares", shifted.bars.iter().map(|r| r * r).sum()),
                ("n", shifted.n() as f64),
            ],
        })
    }
}

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import norm, pearsonr
from statsmodels.tsa.stattools import ccf

data = pd.read_csv("yenlens.csv")  # date, driver, asset
x, y = data.iloc[:, 1].to_numpy(), data.iloc[:, 2].to_numpy()
n, lags, confidence = len(data), {lags}, {confidence}
bars = dict(enumerate(ccf(y, x, adjusted=False)[: lags + 1]))  # k > 0: the driver comes first
bars |= {-k: r for k, r in enumerate(ccf(x, y, adjusted=False)[: lags + 1]) if k > 0}
others = {k: r for k, r in bars.items() if k != 0}
band = norm.ppf(1 - (1 - confidence) / 2) / np.sqrt(n)
low, high = pearsonr(x, y).confidence_interval(confidence)
farthest = max(others, key=lambda k: abs(others[k]))
print("same_day", float(bars[0]))
print("low", float(low))
print("high", float(high))
print("sum", float(bars[-1] + bars[0] + bars[1]))
print("sum_half", float(band * np.sqrt(3)))
print("band", float(band))
print("band_of_all", float(norm.ppf(1 - (1 - confidence) / (2 * lags) / 2) / np.sqrt(n)))
print("outside", sum(abs(r) > band for r in others.values()))
print("farthest_shift", farthest)
print("farthest", float(others[farthest]))
print("squares", float(sum(r * r for r in bars.values())))
print("n", n)
"#;

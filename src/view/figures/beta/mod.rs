//! By how much? The daily changes of the asset over those of the driver, a point a day, with the regression line and its band.
//! The days that are shown are the sample.

mod rolling;
mod told;

use std::rc::Rc;

use self::rolling::Rolling;

use super::occasions::Occasions;
use super::{Entry, Figure, Source, confidence_text, heading};
use crate::error::Error;
use crate::market::{Change, Measure};
use crate::series::{Day, Series, Store};
use crate::spec::{Held, Spec, ViewName};
use crate::stats::distributions::normal_two_sided;
use crate::stats::regression::{Errors, Lags};
use crate::stats::regression_line::RegressionLine;
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::sample::Joint;
use crate::view::scale::Domain;
use crate::view::scene::{Area, Curve, Dash, Dots, Ink, Mark, Note, Panel, Pick, Scene, Sign, Stop, ValueAxis};
use crate::view::table::Table;

/// Fewer days than this give no line.
const FEWEST: usize = 20;
/// So many of the points farthest from the line bear their dates.
const NAMED: usize = 3;
/// The band is drawn through so many places.
const PLACES: usize = 41;
const ERRORS: Errors = Errors::NeweyWest { lags: Lags::Auto, small_sample: false };

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Beta,
    measures,
    make: |source, spec| Ok(Box::new(Beta::new(source, spec)?)),
    controls,
    label: |phrases| phrases.beta().name,
};

fn measures(spec: &Spec) -> Vec<&str> {
    [spec.asset.as_str(), spec.driver.as_str()].into_iter().chain(held(spec)).collect()
}

/// What is held constant, by name; nothing can be held constant and vary.
fn held(spec: &Spec) -> Vec<&'static str> {
    let asked = Held::ALL.into_iter().filter(|(_, held)| spec.controls.contains(held)).map(|(name, _)| name);
    asked.filter(|name| *name != spec.driver && *name != spec.asset).collect()
}

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    let named = |(name, _): &(&str, Held)| ((*name).to_owned(), phrases.label(name, name));
    let own = [
        choices::asset(spec, store, phrases),
        choices::driver(spec, store, phrases),
        Control::Toggle {
            name: "controls",
            label: phrases.beta().controls,
            choices: Held::ALL.iter().map(named).collect(),
            values: held(spec).into_iter().map(str::to_owned).collect(),
        },
        choices::window(spec, phrases),
    ];
    own.into_iter().chain(choices::more_days(spec, phrases)).collect()
}

/// One of the two that are compared.
#[derive(Debug)]
struct Side {
    id: String,
    label: String,
    change: Change,
}

/// The aligned changes.
#[derive(Debug)]
pub struct Beta {
    asset: Side,
    driver: Side,
    held: Vec<(&'static str, Change)>,
    /// Driver, asset, then what is held constant.
    joint: Joint,
    /// The days that asset and driver have without what is held constant.
    pair: Joint,
    occasions: Occasions,
    rolling: Rolling,
    overview: Rc<Series>,
}

/// The line through the days that are shown.
struct Fitted {
    /// Indices into the joint days.
    rows: Vec<usize>,
    /// Driver, asset, then what is held constant, a value for each row.
    columns: Vec<Vec<f64>>,
    line: RegressionLine,
    z: f64,
}

impl Fitted {
    /// Slope and interval for a move of the driver by `step`.
    fn slope(&self, step: f64) -> (f64, f64, f64) {
        let (slope, half) = (step * self.line.slope(), step * self.z * self.line.slope_error());
        (slope, slope - half, slope + half)
    }
}

impl Beta {
    /// Aligns asset, driver and what is held constant.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    fn new(Source { store, .. }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let measure = |id: &str| Measure::of(id, |id| store.meta(id));
        let asset = measure(&spec.asset).map_err(|error| error.about("asset"))?;
        let driver = measure(&spec.driver).map_err(|error| error.about("driver"))?;
        let others: Vec<Measure> = held(spec).into_iter().map(measure).collect::<Result<_, _>>()?;
        let all: Vec<&Measure> = [&driver, &asset].into_iter().chain(&others).collect();
        let joint = Joint::new(store, &all)?;
        let side = |measure: &Measure| Side {
            id: measure.id().to_owned(),
            label: store.meta(measure.id()).map_or_else(|| measure.id().to_owned(), |meta| meta.label.clone()),
            change: measure.change(),
        };
        let pair = if others.is_empty() { joint.clone() } else { Joint::new(store, &all[..2])? };
        let mut this = Self {
            rolling: Rolling::default(),
            overview: Rc::new(Series::new(pair.days.clone(), pair.levels[1].clone())?),
            occasions: Occasions::new(store, &pair.days),
            asset: side(&asset),
            driver: side(&driver),
            held: held(spec).into_iter().zip(others.iter().map(Measure::change)).collect(),
            joint,
            pair,
        };
        this.recompute(spec)?;
        Ok(this)
    }

    /// The line through the days of `x`, or how many days there were when they were too few.
    fn fit(&self, spec: &Spec, x: Domain) -> Result<Fitted, usize> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        if rows.len() < FEWEST {
            return Err(rows.len());
        }
        let taken = |column: &Vec<f64>| rows.iter().map(|at| column[*at]).collect::<Vec<f64>>();
        let columns: Vec<Vec<f64>> = self.joint.changes.iter().map(taken).collect();
        let controls: Vec<&[f64]> = columns[2..].iter().map(Vec::as_slice).collect();
        // A driver that does not move, such as a pegged yield, has no line.
        let line = RegressionLine::fit(&columns[1], &columns[0], &controls, ERRORS).map_err(|_| rows.len())?;
        Ok(Fitted { rows, columns, line, z: normal_two_sided(spec.confidence) })
    }

    /// That the driver, or what is held constant, did not move on the days of `x`, where those would be enough.
    fn still<'a>(&'a self, x: Domain, phrases: &'a Phrases) -> Option<String> {
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let held = self.held.iter().map(|(name, _)| phrases.name(name, name));
        // The line is of the asset, which may stand still.
        let moving = [(self.names(phrases).1, 0)].into_iter().chain(held.zip(2..));
        let taken = |(name, at): (&'a str, usize)| (name, rows.iter().map(|row| self.joint.changes[at][*row]).collect());
        if rows.len() < FEWEST { None } else { moves::still(phrases, moving.map(taken)) }
    }

    fn names<'a>(&'a self, phrases: &'a Phrases) -> (&'a str, &'a str) {
        (phrases.name(&self.asset.id, &self.asset.label), phrases.name(&self.driver.id, &self.driver.label))
    }

    /// Points, line and band; and the points again as stops, those farthest from the line first.
    fn marks(&self, fitted: &Fitted, x: Domain, phrases: &Phrases) -> (Vec<Mark>, Vec<Stop>) {
        let (driver, asset) = (&fitted.columns[0], &fitted.columns[1]);
        let off = |at: usize| (asset[at] - fitted.line.at(driver[at]).0).abs();
        let mut order: Vec<(usize, f64)> = (0..driver.len()).map(|at| (at, off(at))).collect();
        order.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let day = |at: usize| self.joint.days[fitted.rows[at]];
        let places: Vec<f64> = (0..PLACES).map(|at| x.lo() + x.span() * at as f64 / (PLACES - 1) as f64).collect();
        let line: Vec<(f64, f64)> = places.iter().map(|place| fitted.line.at(*place)).collect();
        let bound = |sign: f64| Rc::new(line.iter().map(|(y, error)| y + sign * fitted.z * error).collect::<Vec<f64>>());
        let places = Rc::new(places);
        let marks = vec![
            Mark::Dots(Dots {
                x: Rc::new(driver.clone()),
                y: Rc::new(asset.clone()),
                names: order.iter().take(NAMED).map(|(at, _)| (*at, text::date(phrases, day(*at)))).collect(),
                ink: Ink::Quiet,
                radius_px: 2.2,
                alpha: 0.5,
            }),
            Mark::Area(Area { x: Rc::clone(&places), low: bound(-1.0), high: bound(1.0), ink: Ink::Estimate }),
            Mark::Curve(Curve {
                tag: String::new(),
                x: places,
                y: Rc::new(line.iter().map(|(y, _)| *y).collect()),
                ink: Ink::Estimate,
                dash: Dash::Solid,
                faint: false,
            }),
        ];
        let stop = |(at, _): &(usize, f64)| Stop {
            panel: 0,
            x: driver[*at],
            y: asset[*at],
            interval: (f64::NAN, f64::NAN),
            day: Some(day(*at)),
            name: String::new(),
            ink: Ink::Estimate,
        };
        (marks, order.iter().map(stop).collect())
    }
}

impl Figure for Beta {
    fn fits(&self, spec: &Spec) -> bool {
        self.asset.id == spec.asset && self.driver.id == spec.driver && self.held.iter().map(|(name, _)| *name).eq(held(spec))
    }

    fn recompute(&mut self, spec: &Spec) -> Result<(), Error> {
        // The range decides the sample of the line, which belongs to the scene.
        if !self.rolling.fits(spec) {
            self.rolling = self.roll(spec)?;
        }
        Ok(())
    }

    fn sampled(&self) -> &[Day] {
        &self.joint.days
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.pair.days.first()?, *self.pair.days.last()?))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let (asset, driver) = self.names(phrases);
        let fitted = self.fit(spec, x);
        let across = |column: usize| {
            let values = fitted.as_ref().ok().and_then(|fitted| Domain::of(fitted.columns[column].iter().copied()));
            values.unwrap_or_else(|| Domain::new(-1.0, 1.0)).padded(0.05)
        };
        let (along, up) = (across(0), across(1));
        let (marks, stops) = fitted.as_ref().map(|fitted| self.marks(fitted, along, phrases)).unwrap_or_default();
        let measure = moves::axis(phrases, asset, self.asset.change);
        let title = fill(phrases.beta().panel, &[("measure", &measure), ("confidence", &confidence_text(spec.confidence))]);
        let panel = Panel {
            measure,
            rules: vec![0.0],
            x: Some(ValueAxis {
                title: moves::axis(phrases, driver, self.driver.change),
                kind: crate::view::scale::Kind::Linear,
                domain: along,
                format: moves::format(self.driver.change),
                whole: false,
                pick: Pick::Nearest,
            }),
            marks,
            ..Panel::new(title, up, moves::format(self.asset.change))
        };
        Scene {
            heading: heading(spec, capitalised(&fill(phrases.beta().heading, &[("asset", asset), ("driver", driver)]))),
            finding: self.finding(&fitted, spec, x, phrases),
            story: String::new(),
            more: self.more(&fitted, spec, phrases).into_iter().collect(),
            x,
            panels: vec![panel, self.panel_rolling(spec, x, phrases)],
            pins: self.occasions.pins(phrases),
            legend: vec![Note::new(Sign::Line, Ink::Quiet, phrases.spans_zero)].into(),
            walk: Rc::clone(&self.rolling.days),
            stops: Rc::new(stops),
            overview: Rc::clone(&self.overview),
            weekdays: spec.weekdays,
        }
    }

    fn table(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let (asset, driver) = self.names(phrases);
        let rows = self.joint.rows_between(x.lo(), x.hi());
        let days: Vec<Day> = rows.iter().map(|at| self.joint.days[*at]).collect();
        let events: Vec<String> = days.iter().map(|day| self.occasions.on(*day, phrases)).collect();
        let held = self.held.iter().map(|(name, change)| (phrases.name(name, name), *change));
        let sides = [(driver, self.driver.change), (asset, self.asset.change)].into_iter().chain(held);
        let table = Table::new(rows.len()).days(phrases.extras.day, days);
        let table = sides.zip(&self.joint.changes).fold(table, |table, ((name, change), column)| {
            let values: Vec<f64> = rows.iter().map(|at| column[*at]).collect();
            table.numbers(moves::axis(phrases, name, change), values, moves::format(change))
        });
        let table = table.texts(phrases.beta().event, events);
        let rolling = [&self.rolling.slope, &self.rolling.low, &self.rolling.high];
        let confidence = confidence_text(spec.confidence);
        let bounds = [phrases.band_low, phrases.band_high].map(|phrase| fill(phrase, &[("confidence", &confidence)]));
        let names = std::iter::once(phrases.beta().rolling.to_owned()).chain(bounds);
        Some(names.zip(rolling).fold(table, |table, (name, column)| {
            let values: Vec<f64> = rows.iter().map(|at| column.on(self.joint.days[*at]).unwrap_or(f64::NAN)).collect();
            table.numbers(name, values, moves::format(self.asset.change))
        }))
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.explained(spec, x, phrases)
    }
}

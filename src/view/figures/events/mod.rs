//! What happened after? The asset's path around every chosen event, their mean with its band, and all the windows that touch
//! no event, among which each event has its rank.

mod picture;
mod study;
mod told;

use std::rc::Rc;

use self::study::{Happening, Study};
use super::occasions::Occasions;
use super::{Entry, Figure, Source, confidence_text, heading};
use crate::error::Error;
use crate::market::{Change, Measure};
use crate::series::{Day, Kind, Series, Store};
use crate::spec::{HORIZON_MAX, HORIZON_MIN, Model, Spec, THRESHOLD_MAX, THRESHOLD_MIN, Trigger, ViewName};
use crate::text::{self, Phrases, fill};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::sample::Joint;
use crate::view::scale::{self, Domain};
use crate::view::scene::{Format, Panel, Pick, Scene, ValueAxis};
use crate::view::table::Table;

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Events,
    measures: |spec| {
        let market = (spec.model == Model::Market).then_some(MARKET);
        [spec.asset.as_str(), spec.driver.as_str()].into_iter().chain(market).collect()
    },
    make: |source, spec| Ok(Box::new(Events::new(source, spec)?)),
    controls,
    label: |phrases| phrases.events().name,
};

/// What stands for the market of the other coins.
const MARKET: &str = "btc";

/// Whether there is a market to take out of the asset: it is another price.
fn has_market(id: &str, store: &Store) -> bool {
    id != MARKET && [id, MARKET].into_iter().all(|id| store.meta(id).is_some_and(|meta| meta.kind == Kind::Price))
}

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    let words = phrases.events();
    let has = |trigger: Trigger| match trigger {
        Trigger::Surge => true,
        Trigger::Kind(kind) => store.events().iter().any(|event| event.kind == kind),
    };
    let named = |(name, trigger): (&str, Trigger)| {
        let surge = || phrases.fill(words.surge, &[]);
        let label = if trigger == Trigger::Surge { surge() } else { phrases.event_kind(name).to_owned() };
        (name.to_owned(), label)
    };
    let chosen = Trigger::ALL.iter().filter(|(_, trigger)| spec.events.contains(trigger));
    let mut controls = vec![
        choices::asset(spec, store, phrases),
        choices::driver(spec, store, phrases),
        Control::Toggle {
            name: "events",
            label: words.kinds,
            choices: Trigger::ALL.into_iter().filter(|(_, trigger)| has(*trigger)).map(named).collect(),
            values: chosen.map(|(name, _)| (*name).to_owned()).collect(),
        },
        Control::Slide {
            name: "horizon",
            label: words.horizon,
            range: (HORIZON_MIN as f64, HORIZON_MAX as f64, 1.0),
            value: spec.horizon as f64,
            text: moves::days(phrases, spec.horizon),
        },
    ];
    if has_market(&spec.asset, store) {
        let names = Model::ALL.iter().zip(words.models);
        controls.push(Control::Switch {
            name: "model",
            label: words.model,
            choices: names.map(|((value, _), name)| ((*value).to_owned(), name.to_owned())).collect(),
            value: spec.text("model").unwrap_or_default(),
        });
    }
    if spec.events.contains(&Trigger::Surge) {
        controls.push(Control::Slide {
            name: "threshold",
            label: words.threshold,
            range: (THRESHOLD_MIN, THRESHOLD_MAX, 0.5),
            value: spec.threshold,
            text: fill(phrases.moves.percent, &[("x", &share(spec.threshold))]),
        });
    }
    controls
}

/// `2`, `2.5`.
fn share(percent: f64) -> String {
    confidence_text(percent / 100.0)
}

/// The aligned changes and the events among them.
#[derive(Debug)]
pub struct Events {
    asset: (String, String),
    driver: (String, String),
    change: Change,
    driver_change: Change,
    /// Whether the market's part is taken out; `None` where there is no market.
    market: Option<bool>,
    /// Driver, asset, and the market where it is taken out.
    joint: Joint,
    occasions: Occasions,
    overview: Rc<Series>,
}

impl Events {
    /// Aligns the two measures and finds the events.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    fn new(Source { store, .. }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let measure = |id: &str| Measure::of(id, |id| store.meta(id));
        let asset = measure(&spec.asset).map_err(|error| error.about("asset"))?;
        let driver = measure(&spec.driver).map_err(|error| error.about("driver"))?;
        let market = has_market(&spec.asset, store).then_some(spec.model == Model::Market);
        let taken = if market == Some(true) { Some(measure(MARKET)?) } else { None };
        let joint = Joint::new(store, &[&driver, &asset].into_iter().chain(&taken).collect::<Vec<_>>())?;
        let named = |id: &str| (id.to_owned(), store.meta(id).map_or_else(|| id.to_owned(), |meta| meta.label.clone()));
        Ok(Self {
            asset: named(&spec.asset),
            driver: named(&spec.driver),
            change: asset.change(),
            driver_change: driver.change(),
            market,
            occasions: Occasions::new(store, &joint.days),
            overview: Rc::new(Series::new(joint.days.clone(), joint.levels[1].clone())?),
            joint,
        })
    }

    fn study(&self, spec: &Spec, x: Domain) -> Option<Study> {
        Study::new(&self.joint, &self.occasions, spec, x)
    }

    /// What the paths show, in words: the asset, or the asset less the market's part.
    fn shown(&self, phrases: &Phrases) -> String {
        let asset = self.names(phrases).0;
        if self.market == Some(true) {
            fill(phrases.events().beyond, &[("asset", asset), ("market", phrases.name(MARKET, MARKET))])
        } else {
            asset.to_owned()
        }
    }

    fn names<'a>(&'a self, phrases: &'a Phrases) -> (&'a str, &'a str) {
        (phrases.name(&self.asset.0, &self.asset.1), phrases.name(&self.driver.0, &self.driver.1))
    }
}

impl Figure for Events {
    fn fits(&self, spec: &Spec) -> bool {
        let same = self.market.is_none_or(|taken| taken == (spec.model == Model::Market));
        self.asset.0 == spec.asset && self.driver.0 == spec.driver && same
    }

    fn recompute(&mut self, _: &Spec) -> Result<(), Error> {
        // The range decides the sample, so the study belongs to the scene.
        Ok(())
    }

    fn sampled(&self) -> &[Day] {
        &self.joint.days
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.joint.days.first()?, *self.joint.days.last()?))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let study = self.study(spec, x);
        let own = text::capitalised(&fill(phrases.events().heading, &[("asset", self.names(phrases).0)]));
        let empty =
            || vec![Panel { x: Some(empty_axis()), ..Panel::new(String::new(), Domain::new(-1.0, 1.0), Format::plain(0)) }];
        Scene {
            heading: heading(spec, own),
            finding: self.finding(study.as_ref(), spec, phrases),
            story: String::new(),
            more: self.more(study.as_ref(), spec, phrases),
            x,
            panels: study.as_ref().map_or_else(empty, |study| self.panels(study, spec, phrases)),
            pins: self.occasions.pins(phrases),
            legend: study
                .as_ref()
                .and_then(|study| self::told::shaded(study, spec, phrases))
                .map_or_else(Rc::default, |note| vec![note].into()),
            walk: Rc::default(),
            stops: Rc::new(study.map(|study| self.stops(&study, phrases)).unwrap_or_default()),
            overview: Rc::clone(&self.overview),
            weekdays: spec.weekdays,
        }
    }

    fn table(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let (words, study) = (phrases.events(), self.study(spec, x)?);
        let (days, unit) = (moves::days(phrases, spec.horizon), moves::unit(phrases, self.change));
        let moved = fill(words.moved, &[("asset", &self.shown(phrases)), ("days", &days), ("unit", unit)]);
        let ranks: Vec<f64> = study.complete().map(|one| one.rank as f64).collect();
        let table = Table::new(ranks.len())
            .days(phrases.extras.day, study.complete().map(|one| one.day).collect::<Vec<Day>>())
            .texts(words.kinds, study.complete().map(|one| Study::title(one, phrases)).collect())
            .numbers(
                text::capitalised(&moved),
                study.complete().map(Happening::moved).collect::<Vec<f64>>(),
                moves::format(self.change),
            )
            .numbers(words.rank_column, ranks, Format::plain(0));
        Some(table)
    }

    fn sheet(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let study = self.study(spec, x)?;
        let mut events = vec![String::new(); study.days.len()];
        for one in &study.all {
            events[one.at] = Study::title(one, phrases);
        }
        let (asset, driver) = self.names(phrases);
        let ([of_driver, of_asset], market) = (study.changes, study.market);
        let table = Table::new(study.days.len())
            .days(phrases.extras.day, study.days)
            .numbers(moves::axis(phrases, driver, self.driver_change), of_driver, moves::format(self.driver_change))
            .numbers(moves::axis(phrases, asset, self.change), of_asset, moves::format(self.change))
            .texts(phrases.events().kinds, events);
        // Behind all else, so that the other columns keep their places.
        Some(market.into_iter().fold(table, |table, column| {
            let title = moves::axis(phrases, phrases.name(MARKET, MARKET), self.change);
            table.numbers(title, column, moves::format(self.change))
        }))
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.explained(&self.study(spec, x)?, spec, phrases)
    }
}

fn empty_axis() -> ValueAxis {
    ValueAxis {
        title: String::new(),
        kind: scale::Kind::Linear,
        domain: Domain::new(0.0, 1.0),
        format: Format::plain(0),
        whole: true,
        pick: Pick::Across,
    }
}

//! Did Japan sell? What Japan and others hold of US Treasuries, month by month, beside what speculators hold of yen futures,
//! what foreigners buy of Japanese shares, the yen and the yields.

mod finding;
mod method;

use std::rc::Rc;

use super::{Entry, Figure, Source, heading};
use crate::error::Error;
use crate::series::{Day, EventKind, Series, Titles, align};
use crate::spec::{Spec, ViewName};
use crate::stats::rolling;
use crate::text::{Phrases, fill};
use crate::view::choices;
use crate::view::method::Method;
use crate::view::sample::loaded;
use crate::view::scale::Domain;
use crate::view::scene::{Dash, Format, Ink, Line, Note, Panel, Pin, Scene, Sign};

const MEASURES: [&str; 12] = [
    "tic_japan",
    "tic_china",
    "tic_uk",
    "cot_long",
    "cot_short",
    "nonres_equity",
    "usdjpy",
    "jgb10y",
    "ust10y",
    "tic_japan_earlier",
    "tic_china_earlier",
    "tic_uk_earlier",
];
/// Weeks of purchases that are summed: a quarter.
const WEEKS: usize = 13;
/// Hundreds of millions of yen in a trillion.
const TRILLION: f64 = 10_000.0;
const BILLIONS: Format = Format { prefix: "$", suffix: "bn", ..Format::plain(0) };

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Flows,
    measures: |_| MEASURES.to_vec(),
    make: |source, _| Ok(Box::new(Flows::new(source)?)),
    controls: |spec, _, phrases| choices::more_days(spec, phrases).into(),
    label: |phrases| phrases.flows().name,
};

/// Who holds US Treasuries, with the days on which the figures change their source.
#[derive(Debug)]
struct Holder {
    id: &'static str,
    column: Rc<Series>,
    /// The month-ends that an earlier release had too.
    earlier: Vec<Day>,
    /// What it had where that was another figure.
    revised: Rc<Series>,
    breaks: Vec<Day>,
    ink: Ink,
    dash: Dash,
}

/// The columns, all of time.
#[derive(Debug)]
pub struct Flows {
    /// Japan first.
    holders: Vec<Holder>,
    /// Speculators' long less short yen futures, thousands of contracts.
    positions: Rc<Series>,
    /// Foreigners' net purchases of Japanese shares over a quarter, trillions of yen.
    purchases: Rc<Series>,
    yen: Rc<Series>,
    jgb: Rc<Series>,
    ust: Rc<Series>,
    walk: Rc<Vec<Day>>,
    events: Vec<(Day, &'static str, Titles)>,
    /// Changes of source.
    revisions: Vec<Day>,
}

impl Flows {
    /// Takes the columns from the data.
    ///
    /// # Errors
    /// When a series is not loaded.
    fn new(Source { store, .. }: Source<'_>) -> Result<Self, Error> {
        let shared = |id: &str| loaded(store, id).map(|series| Rc::new(series.clone()));
        let breaks = |id: &str| store.meta(id).map(|meta| meta.breaks.clone()).unwrap_or_default();
        let looks = [(Ink::YieldA, Dash::Solid), (Ink::YieldB, Dash::Long), (Ink::YieldC, Dash::Short)];
        let holder = |(id, (ink, dash)): (&&'static str, (Ink, Dash))| {
            let (column, earlier) = (shared(id)?, loaded(store, &[id, "_earlier"].concat())?);
            let pairs = earlier.days().iter().zip(earlier.values()).filter(|(day, _)| column.on(**day).is_some());
            let other = pairs.clone().filter(|(day, before)| column.on(**day) != Some(**before));
            let (days, values) = other.map(|(day, before)| (*day, *before)).unzip();
            Ok(Holder {
                id,
                earlier: pairs.map(|(day, _)| *day).collect(),
                revised: Rc::new(Series::new(days, values)?),
                column,
                breaks: breaks(id).iter().map(|b| b.day).collect(),
                ink,
                dash,
            })
        };
        let both = align(&[loaded(store, "cot_long")?, loaded(store, "cot_short")?]);
        let net = both.columns[0].iter().zip(&both.columns[1]).map(|(long, short)| (long - short) / 1000.0).collect();
        let bought = loaded(store, "nonres_equity")?;
        let quarter = if bought.len() < WEEKS { vec![f64::NAN; bought.len()] } else { rolling::mean(bought.values(), WEEKS)? };
        let quarter = quarter.iter().map(|mean| mean * WEEKS as f64 / TRILLION).collect();
        let (yen, jgb, ust) = (shared("usdjpy")?, shared("jgb10y")?, shared("ust10y")?);
        let holders = MEASURES.iter().zip(looks).map(holder).collect::<Result<Vec<_>, Error>>()?;
        let mut walk: Vec<Day> =
            [&holders[0].column, &yen, &jgb, &ust].into_iter().flat_map(|series| series.days()).copied().collect();
        walk.sort_unstable();
        walk.dedup();
        let interventions = store.events().iter().enumerate().filter(|(_, event)| event.kind == EventKind::Intervention);
        Ok(Self {
            events: interventions.map(|(at, event)| (event.day, event.kind.code(), store.titles(at))).collect(),
            revisions: MEASURES.iter().flat_map(|id| breaks(id)).map(|b| b.day).collect(),
            holders,
            positions: Rc::new(Series::new(both.days, net)?),
            purchases: Rc::new(Series::new(bought.days().to_vec(), quarter)?),
            yen,
            jgb,
            ust,
            walk: Rc::new(walk),
        })
    }

    fn pins(&self, phrases: &Phrases) -> Vec<Pin> {
        let words = phrases.flows();
        let events = self.events.iter().map(|(day, kind, titles)| (*day, phrases.event_kind(kind), titles.within(phrases.lang)));
        let revisions = self.revisions.iter().map(|day| (*day, words.revision, words.revised));
        let mut pins: Vec<Pin> = events
            .chain(revisions)
            .map(|(day, kind, title)| Pin { day, kind: kind.to_owned(), title: title.to_owned() })
            .collect();
        pins.sort_by_key(|pin| pin.day);
        pins
    }

    /// What the rings mean, where there are any.
    fn legend(&self, x: Domain, phrases: &Phrases) -> Vec<Note> {
        let shown = |day: &Day| x.contains(f64::from(day.count()));
        let words = phrases.flows();
        let broken = self.holders.iter().find(|holder| holder.breaks.iter().any(shown));
        let revised = self.holders.iter().flat_map(|holder| holder.revised.days()).any(shown);
        let ring = broken.map(|holder| Note::new(Sign::Ring, holder.ink, words.ring));
        ring.into_iter().chain(revised.then(|| Note::new(Sign::SmallRing, Ink::Quiet, words.ring_earlier))).collect()
    }

    fn panels(&self, x: Domain, phrases: &Phrases) -> Vec<Panel> {
        let words = phrases.flows();
        let holders = self.holders.iter().zip(words.holders).zip(words.labels).map(|((holder, tag), label)| Line {
            tag: tag.to_owned(),
            stepped: true,
            breaks: holder.breaks.clone(),
            earlier: Some((fill(words.earlier_column, &[("label", label)]), Rc::clone(&holder.revised))),
            dash: holder.dash,
            ..Line::new(holder.id, label.to_owned(), &holder.column, holder.ink)
        });
        let stepped = |key: &str, label: &str, column: &Rc<Series>, ink| {
            vec![Line { stepped: true, ..Line::new(key, label.to_owned(), column, ink) }]
        };
        let panel = |title: &str, weight: f64, format: Format, lines: Vec<Line>| Panel {
            weight,
            ..Panel::new(title.to_owned(), visible(&lines, x).padded(0.06), format)
        };
        let around_zero = |panel: Panel| Panel { rules: vec![0.0], y: panel.y.including(0.0), ..panel };
        let drawn = |title: &str, weight: f64, format: Format, lines: Vec<Line>| {
            let panel = panel(title, weight, format, lines.clone());
            Panel { lines, ..panel }
        };
        let signed = |decimals: u8| Format { signed: true, ..Format::plain(decimals) };
        let yields = vec![
            Line {
                tag: words.japan_yield.to_owned(),
                ..Line::new("jgb10y", phrases.label("jgb10y", "jgb10y"), &self.jgb, Ink::YieldA)
            },
            Line {
                tag: words.us_yield.to_owned(),
                dash: Dash::Long,
                ..Line::new("ust10y", phrases.label("ust10y", "ust10y"), &self.ust, Ink::Spread)
            },
        ];
        let yen = vec![Line::new("yen", phrases.timeline.yen_per_dollar.to_owned(), &self.yen, Ink::Yen)];
        vec![
            drawn(words.panel_holdings, 1.6, BILLIONS, holders.collect()),
            around_zero(drawn(
                words.panel_positions,
                0.8,
                signed(0),
                stepped("positions", words.positions, &self.positions, Ink::Estimate),
            )),
            around_zero(drawn(
                words.panel_purchases,
                0.8,
                signed(1),
                stepped("purchases", words.purchases, &self.purchases, Ink::Headline),
            )),
            Panel { inverted: true, ..drawn(phrases.timeline.panel_yen, 0.8, Format { prefix: "¥", ..Format::plain(2) }, yen) },
            drawn(words.panel_yields, 1.0, Format { suffix: "%", ..Format::plain(2) }, yields),
        ]
    }
}

impl Figure for Flows {
    fn fits(&self, _: &Spec) -> bool {
        true
    }

    fn recompute(&mut self, _: &Spec) -> Result<(), Error> {
        Ok(())
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.walk.first()?, *self.walk.last()?))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        Scene {
            heading: heading(spec, phrases.flows().heading.to_owned()),
            finding: self.finding(x, phrases),
            story: String::new(),
            more: self.more(spec, x, phrases),
            x,
            panels: self.panels(x, phrases),
            pins: self.pins(phrases),
            legend: self.legend(x, phrases).into(),
            walk: Rc::clone(&self.walk),
            stops: Rc::default(),
            overview: Rc::clone(&self.holders[0].column),
            weekdays: spec.weekdays,
        }
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.told(spec, x, phrases)
    }
}

/// The values inside `x` of all lines; a unit interval when there is none.
fn visible(lines: &[Line], x: Domain) -> Domain {
    let inside = |line: &Line| {
        let days = line.column.days();
        let from = days.partition_point(|d| f64::from(d.count()) < x.lo());
        let to = days.partition_point(|d| f64::from(d.count()) <= x.hi());
        // What was published last before the range stands in it.
        let from = if line.stepped { from.saturating_sub(1) } else { from };
        Domain::of(line.column.values()[from..to.max(from)].iter().copied())
    };
    lines.iter().filter_map(inside).reduce(|a, b| a.union(&b)).unwrap_or_else(|| Domain::new(0.0, 1.0))
}

/// The title with its blanks filled.
fn told(phrase: &str, blanks: &[(&str, String)]) -> String {
    let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(phrase, &blanks)
}

//! Where does the story break? From the JGB yield to crypto link by link: how far each follows the one before it, with its
//! band over time, and whether that is what the story says.

mod finding;
mod method;

use std::rc::Rc;

use super::{Entry, Figure, Source, confidence_text, heading};
use crate::error::Error;
use crate::market::{CHAIN, Change, Link, Measure, State};
use crate::series::{Day, Series, Store};
use crate::spec::{Range, Spec, ViewName};
use crate::stats::rolling_slope::{Slopes, slopes};
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::alignment::Alignment;
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::sample::Joint;
use crate::view::scale::Domain;
use crate::view::scene::{Band, Edges, Ink, Line, Note, Panel, Pin, Quiet, Scene, Sign};
use crate::view::steps::Steps;
use crate::view::table::Table;

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Chain,
    measures: |spec| nodes(spec).to_vec(),
    make: |source, spec| Ok(Box::new(Chain::new(source, spec)?)),
    controls,
    label: |phrases| phrases.chain().name,
};

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    let mut controls = vec![choices::asset(spec, store, phrases), choices::window(spec, phrases)];
    let inputs = nodes(spec).map(|id| Measure::of(id, |id| store.meta(id)));
    let all = inputs.iter().flatten().flat_map(Measure::inputs).map(|id| store.get(id));
    // Days that all of them have, as far as they are loaded.
    let (mut from, mut to) = (f64::MIN, f64::MAX);
    for series in all.flatten() {
        let [first, last] = [series.days().first(), series.days().last()].map(|day| day.map(|day| f64::from(day.count())));
        (from, to) = (from.max(first.unwrap_or(from)), to.min(last.unwrap_or(to)));
    }
    if from > f64::MIN && from < to {
        let (first, last) = match spec.range {
            Range::Days(first, last) => (from.max(f64::from(first.count())), to.min(f64::from(last.count()))),
            _ => (from, to),
        };
        let at = spec.at.map_or(last, |day| f64::from(day.count())).clamp(first.min(last), last);
        controls.push(Control::Slide {
            name: "at",
            label: phrases.chain().at,
            range: (first.min(last), last, 1.0),
            value: at,
            text: text::date(phrases, Day::saturating(at as i64)),
        });
    }
    controls.extend(choices::more_days(spec, phrases));
    controls
}

/// The measures from one end of the story to the other, the asset last.
fn nodes(spec: &Spec) -> [&str; CHAIN.len() + 1] {
    let mut nodes = [CHAIN[0].from; CHAIN.len() + 1];
    for (node, link) in nodes[1..].iter_mut().zip(CHAIN) {
        *node = link.to;
    }
    nodes[CHAIN.len()] = spec.asset.as_str();
    nodes
}

/// A measure of the story.
#[derive(Debug)]
struct Node {
    id: String,
    label: String,
    change: Change,
}

/// How far a measure follows the one before it, per step of that one, see [`moves::step`].
#[derive(Debug)]
struct Hop {
    link: Link,
    slope: Rc<Series>,
    low: Rc<Series>,
    high: Rc<Series>,
    weak: Rc<Vec<bool>>,
    /// Where it does the opposite of what the story says.
    turned: Rc<Vec<bool>>,
}

impl Hop {
    /// What the link did over the window that ends at that row; `None` where the mover stood still.
    fn state(&self, at: usize) -> Option<State> {
        let (low, high) = (*self.low.values().get(at)?, *self.high.values().get(at)?);
        (!low.is_nan()).then(|| State::of(self.link, low, high))
    }
}

/// The changes of all measures on common days, and the links read from them.
#[derive(Debug)]
pub struct Chain {
    nodes: Vec<Node>,
    /// Changes of each measure on the days on which all have one.
    changes: Vec<Vec<f64>>,
    days: Rc<Vec<Day>>,
    hops: Vec<Hop>,
    window: usize,
    confidence: f64,
    overview: Rc<Series>,
    alignment: Alignment,
}

impl Chain {
    /// Aligns the measures and reads the links for the spec's window.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    fn new(Source { store, .. }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let measures = nodes(spec).map(|id| Measure::of(id, |id| store.meta(id)));
        let measures: Vec<Measure> = measures.into_iter().collect::<Result<_, _>>().map_err(|error| error.about("asset"))?;
        let joint = Joint::new(store, &measures.iter().collect::<Vec<_>>())?;
        let rows = joint.rows_between(f64::MIN, f64::MAX);
        let node = |measure: &Measure| Node {
            id: measure.id().to_owned(),
            label: store.meta(measure.id()).map_or_else(|| measure.id().to_owned(), |meta| meta.label.clone()),
            change: measure.change(),
        };
        let asset = joint.levels.last().cloned().unwrap_or_default();
        let mut this = Self {
            nodes: measures.iter().map(node).collect(),
            changes: joint.changes.iter().map(|column| rows.iter().map(|at| column[*at]).collect()).collect(),
            days: Rc::new(rows.iter().map(|at| joint.days[*at]).collect()),
            hops: Vec::new(),
            window: 0,
            confidence: 0.0,
            alignment: joint.alignment,
            overview: Rc::new(Series::new(joint.days, asset)?),
        };
        this.recompute(spec)?;
        Ok(this)
    }

    fn hop(&self, at: usize, spec: &Spec) -> Result<Hop, Error> {
        let (x, y) = (&self.changes[at], &self.changes[at + 1]);
        let missing = || vec![f64::NAN; x.len()];
        let read = if x.len() < spec.window {
            Slopes { slope: missing(), low: missing(), high: missing() }
        } else {
            slopes(y, x, spec.window, spec.confidence)?
        };
        let step = moves::step(self.nodes[at].change);
        let column = |values: &[f64]| Series::new(self.days.to_vec(), values.iter().map(|v| v * step).collect()).map(Rc::new);
        let state = |(low, high): (&f64, &f64)| (!low.is_nan()).then(|| State::of(CHAIN[at], *low, *high));
        let states: Vec<Option<State>> = read.low.iter().zip(&read.high).map(state).collect();
        let those = |state: State| Rc::new(states.iter().map(|one| *one == Some(state)).collect::<Vec<bool>>());
        let (slope, low, high) = (column(&read.slope)?, column(&read.low)?, column(&read.high)?);
        let (weak, turned) = (those(State::Weak), those(State::Reversed));
        Ok(Hop { link: CHAIN[at], slope, low, high, weak, turned })
    }

    /// The rows whose windows are full and end inside `x`.
    fn shown(&self, x: Domain) -> std::ops::Range<usize> {
        let from = self.days.partition_point(|day| f64::from(day.count()) < x.lo());
        let to = self.days.partition_point(|day| f64::from(day.count()) <= x.hi());
        from.max(self.window.saturating_sub(1)).min(to)..to
    }

    /// The row on which the links are read: that of the slider, or the last that is shown.
    fn read_at(&self, spec: &Spec, x: Domain) -> Option<usize> {
        let shown = self.shown(x);
        let wanted = spec.at.map_or(shown.end, |day| self.days.partition_point(|other| *other <= day));
        shown.clone().take_while(|row| *row < wanted).last().or_else(|| shown.clone().next())
    }

    fn name<'a>(&'a self, node: usize, phrases: &'a Phrases) -> &'a str {
        let node = &self.nodes[node];
        phrases.name(&node.id, &node.label)
    }

    /// The link in a few words, for titles and lists.
    fn link(&self, hop: usize, phrases: &Phrases) -> String {
        let short = |node: usize| {
            let name = self.name(node, phrases);
            name.strip_prefix("the ").unwrap_or(name).to_owned()
        };
        fill(phrases.chain().link, &[("from", &short(hop)), ("to", &short(hop + 1))])
    }

    fn panel(&self, at: usize, row: Option<usize>, x: Domain, phrases: &Phrases) -> Panel {
        let (hop, words) = (&self.hops[at], phrases.chain());
        let state = row.and_then(|row| hop.state(row));
        let link = capitalised(&self.link(at, phrases));
        let confidence = confidence_text(self.confidence);
        let step = moves::step(self.nodes[at].change);
        let per = moves::quantity(phrases, self.nodes[at].change, &crate::text::signed(step, 0));
        let story = if hop.link.together { words.story_above } else { words.story_below };
        let (mark, told) = (finding::mark(state), finding::state_in_words(phrases, state));
        let blanks = [("mark", mark), ("link", &*link), ("state", told), ("step", &*per), ("story", story)];
        let title = fill(words.panel, &blanks);
        let rows = self.shown(x);
        let bounds = [&hop.low, &hop.high].into_iter().flat_map(|column| column.values()[rows.clone()].iter().copied());
        let y = Domain::of(bounds).unwrap_or_else(|| Domain::new(-1.0, 1.0)).including(0.0).padded(0.05);
        let named = |phrase: &str| [&link, ": ", &fill(phrase, &[("confidence", &confidence)])].concat();
        Panel {
            rules: vec![0.0],
            bands: vec![Band {
                label: named(phrases.band),
                bounds: [phrases.band_low, phrases.band_high].map(named),
                edges: Edges::Columns(Rc::clone(&hop.low), Rc::clone(&hop.high)),
                quiet_over: Some(0.0),
                ink: Ink::Estimate,
            }],
            lines: vec![Line {
                quiet: Quiet::Where(Rc::clone(&hop.weak)),
                turned: Some(Rc::clone(&hop.turned)),
                ..Line::new(KEYS[at], link.clone(), &hop.slope, Ink::Estimate)
            }],
            ..Panel::new(title, y, moves::format(self.nodes[at + 1].change))
        }
    }
}

/// The lines' names, whatever the language.
const KEYS: [&str; CHAIN.len()] = ["spread", "yen", "ust10y", "vix", "asset"];

impl Figure for Chain {
    fn fits(&self, spec: &Spec) -> bool {
        self.nodes.last().is_some_and(|node| node.id == spec.asset)
    }

    fn recompute(&mut self, spec: &Spec) -> Result<(), Error> {
        if self.window == spec.window && (self.confidence - spec.confidence).abs() <= 0.0 {
            return Ok(());
        }
        self.hops = (0..CHAIN.len()).map(|at| self.hop(at, spec)).collect::<Result<_, _>>()?;
        (self.window, self.confidence) = (spec.window, spec.confidence);
        Ok(())
    }

    fn sampled(&self) -> &[Day] {
        &self.days
    }

    fn extent(&self) -> Option<(Day, Day)> {
        Some((*self.days.first()?, *self.days.last()?))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let (asset, words, row) = (self.name(CHAIN.len(), phrases), phrases.chain(), self.read_at(spec, x));
        // At the right edge the numbers themselves say where the links are read.
        let pin = row.filter(|_| spec.at.is_some()).map(|row| Pin {
            day: self.days[row],
            kind: words.reading.to_owned(),
            title: text::date(phrases, self.days[row]),
        });
        Scene {
            heading: heading(spec, capitalised(&fill(phrases.chain().heading, &[("asset", asset)]))),
            finding: self.finding(row, phrases),
            story: self.story(row, phrases),
            more: Vec::new(),
            x,
            panels: (0..CHAIN.len()).map(|at| self.panel(at, row, x, phrases)).collect(),
            pins: pin.into_iter().collect(),
            legend: vec![
                Note::new(Sign::Line, Ink::Quiet, phrases.spans_zero),
                Note::new(Sign::Dashed, Ink::Headline, words.turned),
            ]
            .into(),
            walk: Rc::clone(&self.days),
            stops: Rc::default(),
            overview: Rc::clone(&self.overview),
            weekdays: spec.weekdays,
        }
    }

    fn steps(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Steps> {
        self.strip(spec, x, phrases)
    }

    fn sheet(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        Some(self.rows(spec, x, phrases))
    }

    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.told(spec, x, phrases)
    }
}

//! One file per view: what it needs, what it computes from the data, what a reader can change, and the scene it makes of
//! that. A view enters the list `ENTRIES` and nothing else has to know it.

#[cfg(feature = "figures")]
mod beta;
#[cfg(feature = "figures")]
mod carry;
#[cfg(feature = "figures")]
mod chain;
mod correlation;
#[cfg(feature = "figures")]
mod events;
#[cfg(feature = "figures")]
mod flows;
#[cfg(feature = "figures")]
mod leadlag;
#[cfg(feature = "figures")]
mod occasions;
#[cfg(feature = "figures")]
mod scenario;
mod timeline;

use std::cell::OnceCell;
use std::fmt::Debug;
use std::rc::Rc;

use crate::error::Error;
use crate::market::Measure;
#[cfg(feature = "extras")]
use crate::series::Step;
use crate::series::{Day, Store};
use crate::spec::{Basis, Spec, ViewName};
use crate::stats::correlation::interval;
use crate::stats::walk_table::WalkTable;
use crate::text::{self, Phrases};

use super::controls::Control;
use super::credits::known_by;
#[cfg(feature = "extras")]
use super::method::Method;
use super::sample::Sample;
use super::scale::Domain;
use super::scene::Scene;
#[cfg(feature = "extras")]
use super::steps::Steps;
#[cfg(feature = "extras")]
use super::table::Table;

/// What a view has computed from the data, before anyone asks which part of time to show.
pub trait Figure: Debug {
    /// Whether [`Figure::recompute`] is enough for this spec; otherwise the figure is made anew.
    fn fits(&self, spec: &Spec) -> bool;

    /// Computes again what depends on the numbers a slider moves.
    ///
    /// # Errors
    /// When what is asked for cannot be computed; the figure is then made anew or given up.
    fn recompute(&mut self, spec: &Spec) -> Result<(), Error>;

    /// The first and last day there is something to show.
    fn extent(&self) -> Option<(Day, Day)>;

    /// The days that its changes lie between; none where nothing is said of days as such.
    #[cfg(feature = "extras")]
    fn sampled(&self) -> &[Day] {
        &[]
    }

    /// The scene of the days in `x`.
    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene;

    /// What is drawn as rows; `None` when the lines and bands over time say it all.
    #[cfg(feature = "extras")]
    fn table(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let _ = (spec, x, phrases);
        None
    }

    /// A strip of steps above the chart, for a view that tells a story link by link.
    #[cfg(feature = "extras")]
    fn steps(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Steps> {
        let _ = (spec, x, phrases);
        None
    }

    /// The rows of the CSV, where they are others than [`Figure::table`]: the sample from which what is drawn was computed, so
    /// that the figures can be had again from it. `None` when what is drawn is enough.
    #[cfg(feature = "extras")]
    fn sheet(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Table<'_>> {
        let _ = (spec, x, phrases);
        None
    }

    /// One of its numbers or words by name, as its sentence writes it: for prose outside the figure.
    #[cfg(feature = "extras")]
    fn told(&self, name: &str, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
        let _ = (name, spec, x, phrases);
        None
    }

    /// How the figures of the days in `x` come about, and how to get the same ones elsewhere.
    #[cfg(feature = "extras")]
    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let _ = (spec, x, phrases);
        None
    }
}

/// What a view is made from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The data.
    pub store: &'a Store,
    /// What earlier figures computed and any figure may use.
    pub kept: &'a Kept,
}

/// Results that depend on no series, kept from figure to figure.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// Correlations of random walks, see [`WalkTable`].
    walks: Rc<OnceCell<WalkTable>>,
}

/// A figure, or why there is none.
type Made = Result<Box<dyn Figure>, Error>;

/// A view's place in the list.
struct Entry {
    name: ViewName,
    /// The measures it needs, see [`Measure`].
    measures: fn(&Spec) -> Vec<&str>,
    make: fn(Source<'_>, &Spec) -> Made,
    /// What a reader can change, besides the range.
    controls: fn(&Spec, &Store, &Phrases) -> Vec<Control>,
    /// Its name on a tab.
    label: fn(&Phrases) -> &'static str,
}

/// The views of this module. The one that the script tag fetches first has the two that most articles show.
static ENTRIES: &[Entry] = &[
    timeline::ENTRY,
    correlation::ENTRY,
    #[cfg(feature = "figures")]
    beta::ENTRY,
    #[cfg(feature = "figures")]
    leadlag::ENTRY,
    #[cfg(feature = "figures")]
    events::ENTRY,
    #[cfg(feature = "figures")]
    carry::ENTRY,
    #[cfg(feature = "figures")]
    chain::ENTRY,
    #[cfg(feature = "figures")]
    scenario::ENTRY,
    #[cfg(feature = "figures")]
    flows::ENTRY,
];

fn entry(view: ViewName) -> &'static Entry {
    ENTRIES.iter().find(|entry| entry.name == view).unwrap_or(&ENTRIES[0])
}

/// The ids of the series a view needs to have loaded.
#[must_use]
pub fn needs(spec: &Spec, store: &Store) -> Vec<String> {
    let mut ids = Vec::new();
    for id in (entry(spec.view).measures)(spec) {
        let inputs = Measure::of(id, |id| store.meta(id)).map_or_else(|_| vec![id.to_owned()], |m| m.inputs().to_vec());
        for input in inputs {
            if !ids.contains(&input) {
                ids.push(input);
            }
        }
    }
    ids
}

/// Whether a view computes with a currency against a basket, whose weights have to be said.
#[must_use]
pub fn uses_basket(spec: &Spec, store: &Store) -> bool {
    let measures = (entry(spec.view).measures)(spec);
    measures.into_iter().any(|id| Measure::of(id, |id| store.meta(id)).is_ok_and(|measure| measure.inputs().len() > 2))
}

/// What a reader can change in the view that is shown, besides the range.
#[must_use]
pub fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    (entry(spec.view).controls)(spec, store, phrases)
}

/// The slider of that name in whichever view has one, as that view would show it.
#[must_use]
pub fn slider(name: &str, spec: &Spec, store: &Store, phrases: &Phrases) -> Option<Control> {
    let own = std::iter::once(entry(spec.view)).chain(ENTRIES);
    let mut all = own.flat_map(|entry| (entry.controls)(spec, store, phrases));
    all.find(|control| matches!(control, Control::Slide { name: known, .. } if *known == name))
}

/// The name of a view on its tab.
#[must_use]
pub fn label(view: ViewName, phrases: &Phrases) -> &'static str {
    (entry(view).label)(phrases)
}

/// The figure of the view that is shown, with what it was made of.
#[derive(Debug)]
pub struct Prepared {
    view: ViewName,
    revision: u64,
    as_of: Option<Day>,
    kept: Kept,
    figure: Box<dyn Figure>,
    /// How far apart its days are.
    #[cfg(feature = "extras")]
    step: Step,
}

impl Prepared {
    /// Computes what the view needs into `slot`; what is there and still fits is kept. `revision` changes with the data; the
    /// store is one of what was known by the spec's day, see [`Store::known_by`].
    ///
    /// # Errors
    /// When a series does not exist or is not loaded; `slot` stays as it was.
    pub fn refresh(slot: &mut Option<Self>, store: &Store, revision: u64, spec: &Spec) -> Result<(), Error> {
        let same = |old: &&mut Self| (old.view, old.revision, old.as_of) == (spec.view, revision, spec.as_of);
        if let Some(old) = slot.as_mut().filter(same).filter(|old| old.figure.fits(spec)) {
            return old.figure.recompute(spec);
        }
        let kept = slot.as_ref().map(|old| old.kept.clone()).unwrap_or_default();
        let figure = (entry(spec.view).make)(Source { store, kept: &kept }, spec)?;
        *slot = Some(Self {
            view: spec.view,
            revision,
            as_of: spec.as_of,
            kept,
            #[cfg(feature = "extras")]
            step: Step::of(figure.sampled()),
            figure,
        });
        Ok(())
    }

    /// The first and last day there is something to show.
    #[must_use]
    pub fn extent(&self) -> Option<(Day, Day)> {
        self.figure.extent()
    }

    /// These phrases as they speak of the figure's days: of weeks or months where it has no others.
    #[cfg(feature = "extras")]
    #[must_use]
    #[inline(never)]
    pub fn phrases(&self, phrases: &Phrases) -> Phrases {
        // Not field by field: there are hundreds.
        let mut own = *phrases;
        own.step = self.step;
        own
    }

    /// The scene of the days in `x`.
    #[must_use]
    pub fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        #[cfg(feature = "extras")]
        let phrases = &self.phrases(phrases);
        let mut scene = self.figure.scene(spec, x, phrases);
        if let Some(known) = known_by(spec, phrases) {
            scene.finding = [&scene.finding, phrases.sentence_gap, &known].concat();
        }
        scene
    }

    /// What the scene draws as rows.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn table<'a>(&'a self, scene: &'a Scene, spec: &Spec, phrases: &Phrases) -> Table<'a> {
        self.figure.table(spec, scene.x, &self.phrases(phrases)).unwrap_or_else(|| Table::over_time(scene, phrases))
    }

    /// The strip of steps above the chart.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn steps(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Steps> {
        self.figure.steps(spec, x, &self.phrases(phrases))
    }

    /// The rows of the CSV.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn sheet<'a>(&'a self, scene: &'a Scene, spec: &Spec, phrases: &Phrases) -> Table<'a> {
        self.figure.sheet(spec, scene.x, &self.phrases(phrases)).unwrap_or_else(|| self.table(scene, spec, phrases))
    }

    /// One of the figure's numbers or words by name, see [`super::bound`]. What a view does not name itself is looked up among
    /// the numbers that its method lists.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn told(&self, name: &str, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
        match name {
            "finding" => return Some(self.scene(spec, x, phrases).finding),
            "heading" => return Some(self.scene(spec, x, phrases).heading),
            _ => {}
        }
        if let Some(told) = self.figure.told(name, spec, x, &self.phrases(phrases)) {
            return Some(told);
        }
        let method = self.method(spec, x, phrases)?;
        let (_, value) = method.figures.iter().find(|(known, _)| *known == name)?;
        // Counts are whole; an estimate that happens to be whole is rare enough.
        Some(if value.fract().abs() > 0.0 { text::signed(*value, 2) } else { text::number(*value, 0) })
    }

    /// How the figures of the days in `x` come about, where the view says so.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        self.figure.method(spec, x, &self.phrases(phrases))
    }
}

/// What a correlation and its band say, in words.
fn verdict(phrases: &Phrases, low: f64, high: f64) -> &str {
    if low > 0.0 {
        phrases.verdict_together
    } else if high < 0.0 {
        phrases.verdict_opposite
    } else {
        phrases.verdict_zero
    }
}

/// An estimate and its interval with the sample's size, as the blanks of a sentence.
struct Told {
    r: String,
    interval: String,
    n: String,
    confidence: String,
}

impl Told {
    fn new(phrases: &Phrases, r: f64, low: f64, high: f64, n: usize, confidence: f64) -> Self {
        let low = text::signed(low, 2);
        let high = text::signed(high, 2);
        Self {
            r: text::signed(r, 2),
            interval: text::fill(phrases.interval, &[("low", &low), ("high", &high)]),
            n: text::number(n as f64, 0),
            confidence: confidence_text(confidence),
        }
    }
}

/// A correlation with the ends of its interval and the number of its pairs.
struct Correlated {
    estimate: f64,
    low: f64,
    high: f64,
    n: usize,
}

/// The correlation of the changes in the days of `x` with its Fisher interval at that confidence, and the first and last day
/// with a change; `None` where there is too little.
fn correlate(sample: &Sample, x: Domain, confidence: f64) -> Option<(Correlated, Day, Day)> {
    let (c, first, last) = sample.correlation_between(x.lo(), x.hi()).filter(|(c, ..)| c.estimate.is_finite())?;
    let (low, high) = interval(c.estimate, c.n, confidence).ok()?;
    Some((Correlated { estimate: c.estimate, low, high, n: c.n }, first, last))
}

/// For programs in Python: the stream of whole numbers that every resampling here draws from (Blackman and Vigna's xoshiro256++,
/// seeded by their splitmix64).
#[cfg(feature = "figures")]
const DRAWS: &str = r"
def draws(seed):  # xoshiro256++ of 64 bits, seeded by splitmix64
    full, state = (1 << 64) - 1, []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & full
        z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & full
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & full
        state.append(z ^ (z >> 31))
    a, b, c, d = state
    turn = lambda x, k: ((x << k) | (x >> (64 - k))) & full
    while True:
        yield (turn((a + d) & full, 23) + a) & full
        t = (b << 17) & full
        c, d = c ^ a, d ^ b
        b, a = b ^ c, a ^ d
        c, d = c ^ t, turn(d, 45)

";

/// `95`, `99.5`.
fn confidence_text(confidence: f64) -> String {
    let text = text::number(confidence * 100.0, 1);
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// The heading: the author's, or the figure's own.
fn heading(spec: &Spec, own: String) -> String {
    spec.heading.clone().unwrap_or(own)
}

/// Whether levels are correlated at all; the light module leaves them out.
const HAS_LEVELS: bool = cfg!(feature = "extras");

const fn is_levels(spec: &Spec) -> bool {
    HAS_LEVELS && matches!(spec.basis, Basis::Levels)
}

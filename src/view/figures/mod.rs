//! One file per view: what it needs, what it computes from the data, and the scene it makes of that.

mod correlation;
mod timeline;

use crate::error::Error;
use crate::series::{Day, Store};
use crate::spec::{Basis, Spec, ViewName};
use crate::stats::correlation::{Correlation, interval, pearson};
use crate::text::{self, Phrases};

use super::sample::Changes;
use super::scale::Domain;
use super::scene::Scene;

/// What a view has computed from the data, before anyone asks which part of time to show.
#[derive(Debug)]
pub enum Prepared {
    /// See [`ViewName::Timeline`].
    Timeline(timeline::Timeline),
    /// See [`ViewName::Correlation`].
    Correlation(correlation::RollingCorrelation),
}

/// The ids of the series a view needs to have loaded.
#[must_use]
pub fn needs(spec: &Spec, store: &Store) -> Vec<String> {
    let measures: &[&str] = match spec.view {
        ViewName::Timeline => &[spec.asset.as_str(), "yen", "jgb10y", "jgb30y", "jgb40y", "spread10y"],
        ViewName::Correlation => &[spec.asset.as_str(), spec.driver.as_str()],
    };
    let mut ids = Vec::new();
    for id in measures {
        let inputs =
            crate::market::Measure::of(id, |id| store.meta(id)).map_or_else(|_| vec![(*id).to_owned()], |m| m.inputs().to_vec());
        for input in inputs {
            if !ids.contains(&input) {
                ids.push(input);
            }
        }
    }
    ids
}

impl Prepared {
    /// Computes what the view needs into `slot`; what is there and still fits is kept. `revision` changes with the data.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded; `slot` stays as it was.
    pub fn refresh(slot: &mut Option<Self>, store: &Store, revision: u64, spec: &Spec) -> Result<(), Error> {
        match (spec.view, slot.as_mut()) {
            (ViewName::Timeline, Some(Self::Timeline(old))) if old.fits(revision, spec) => {}
            (ViewName::Timeline, _) => *slot = Some(Self::Timeline(timeline::Timeline::new(store, revision, spec)?)),
            (ViewName::Correlation, Some(Self::Correlation(old))) if old.fits(revision, spec) => old.recompute(spec)?,
            (ViewName::Correlation, old) => {
                let walks = match old {
                    Some(Self::Correlation(old)) => old.walks(),
                    _ => None,
                };
                *slot = Some(Self::Correlation(correlation::RollingCorrelation::new(store, revision, spec, walks)?));
            }
        }
        Ok(())
    }

    /// The first and last day there is something to show.
    #[must_use]
    pub fn extent(&self) -> Option<(Day, Day)> {
        match self {
            Self::Timeline(timeline) => timeline.extent(),
            Self::Correlation(correlation) => correlation.extent(),
        }
    }

    /// The scene of the days in `x`.
    #[must_use]
    pub fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        match self {
            Self::Timeline(timeline) => timeline.scene(spec, x, phrases),
            Self::Correlation(correlation) => correlation.scene(spec, x, phrases),
        }
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

/// The correlation of complete pairs with its Fisher interval at that confidence; `None` where there is too little.
fn correlate(changes: &Changes, confidence: f64) -> Option<Correlation> {
    let c = pearson(&changes.driver, &changes.asset).ok().filter(|c| c.estimate.is_finite())?;
    let (low, high) = interval(c.estimate, c.n, confidence).ok()?;
    Some(Correlation { low, high, ..c })
}

/// `95`, `99.5`.
fn confidence_text(confidence: f64) -> String {
    let text = text::number(confidence * 100.0, 1);
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// The heading: the author's, or the figure's own.
fn heading(spec: &Spec, own: String) -> String {
    spec.heading.clone().unwrap_or(own)
}

const fn is_levels(spec: &Spec) -> bool {
    matches!(spec.basis, Basis::Levels)
}

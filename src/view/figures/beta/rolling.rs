//! The slope over every window: how steady what the line says has been.

use std::rc::Rc;

use super::Beta;
use crate::error::Error;
use crate::series::{Day, Series};
use crate::spec::Spec;
use crate::stats::distributions::student_quantile;
use crate::stats::regression::{Errors, Lags, ols};
use crate::stats::rolling_slope::{Slopes, slopes};
use crate::text::{Phrases, fill};
use crate::view::figures::confidence_text;
use crate::view::moves;
use crate::view::scale::Domain;
use crate::view::scene::{Band, Edges, Ink, Line, Panel, Quiet};

/// Slopes for a move of the driver by [`moves::step`], on the days up to which all have a change.
#[derive(Debug, Clone, Default)]
pub(super) struct Rolling {
    window: usize,
    confidence: f64,
    pub(super) days: Rc<Vec<Day>>,
    pub(super) slope: Rc<Series>,
    pub(super) low: Rc<Series>,
    pub(super) high: Rc<Series>,
    weak: Rc<Vec<bool>>,
}

impl Rolling {
    /// Whether it is that of the spec's window and confidence.
    pub(super) fn fits(&self, spec: &Spec) -> bool {
        self.window == spec.window && (self.confidence - spec.confidence).abs() <= 0.0
    }
}

impl Beta {
    /// The slopes of all windows, for the spec's window.
    pub(super) fn roll(&self, spec: &Spec) -> Result<Rolling, Error> {
        let rows = self.joint.rows_between(f64::MIN, f64::MAX);
        let columns: Vec<Vec<f64>> =
            self.joint.changes.iter().map(|column| rows.iter().map(|at| column[*at]).collect()).collect();
        let days: Vec<Day> = rows.iter().map(|at| self.joint.days[*at]).collect();
        let read = read(&columns, spec.window, spec.confidence)?;
        let step = moves::step(self.driver.change);
        let column = |values: &[f64]| Series::new(days.clone(), values.iter().map(|v| v * step).collect()).map(Rc::new);
        Ok(Rolling {
            window: spec.window,
            confidence: spec.confidence,
            weak: Rc::new(read.low.iter().zip(&read.high).map(|(low, high)| *low <= 0.0 && *high >= 0.0).collect()),
            slope: column(&read.slope)?,
            low: column(&read.low)?,
            high: column(&read.high)?,
            days: Rc::new(days),
        })
    }

    /// The slopes over time.
    pub(super) fn panel_rolling(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Panel {
        let (words, rolling) = (phrases.beta(), &self.rolling);
        let confidence = confidence_text(spec.confidence);
        let step = crate::text::signed(moves::step(self.driver.change), 0);
        let blanks = [
            ("window", &*spec.window.to_string()),
            ("step", &moves::quantity(phrases, self.driver.change, &step)),
            ("confidence", &confidence),
        ];
        let from = rolling.days.partition_point(|day| f64::from(day.count()) < x.lo());
        let to = rolling.days.partition_point(|day| f64::from(day.count()) <= x.hi()).max(from);
        let bounds = [&rolling.low, &rolling.high].into_iter().flat_map(|column| column.values()[from..to].iter().copied());
        let y = Domain::of(bounds).unwrap_or_else(|| Domain::new(-1.0, 1.0)).including(0.0).padded(0.05);
        let named = |phrase: &str| fill(phrase, &[("confidence", &confidence)]);
        Panel {
            weight: 0.8,
            beside: true,
            rules: vec![0.0],
            bands: vec![Band {
                label: named(phrases.band),
                bounds: [phrases.band_low, phrases.band_high].map(named),
                edges: Edges::Columns(Rc::clone(&rolling.low), Rc::clone(&rolling.high)),
                quiet_over: Some(0.0),
                ink: Ink::Estimate,
            }],
            lines: vec![Line {
                quiet: Quiet::Where(Rc::clone(&rolling.weak)),
                ..Line::new("slope", words.rolling.to_owned(), &rolling.slope, Ink::Estimate)
            }],
            ..Panel::new(phrases.fill(words.panel_rolling, &blanks), y, moves::format(self.asset.change))
        }
    }
}

/// Slopes of the second column on the first over each window, the others held constant; all missing where there are too few rows.
fn read(columns: &[Vec<f64>], window: usize, confidence: f64) -> Result<Slopes, Error> {
    let [x, y, others @ ..] = columns else { return Err(Error::invalid("beta: expected two columns at least")) };
    let missing = || vec![f64::NAN; x.len()];
    let mut all = Slopes { slope: missing(), low: missing(), high: missing() };
    if x.len() < window {
        return Ok(all);
    }
    if others.is_empty() {
        return slopes(y, x, window, confidence);
    }
    let errors = Errors::NeweyWest { lags: Lags::Auto, small_sample: true };
    let quantile = student_quantile(confidence, window as f64 - 2.0 - others.len() as f64);
    for end in window..=x.len() {
        let cut = end - window..end;
        let regressors: Vec<&[f64]> = std::iter::once(x).chain(others).map(|column| &column[cut.clone()]).collect();
        // A driver that stood still has no slope.
        let Ok(fit) = ols(&y[cut.clone()], &regressors, true, errors) else { continue };
        let (slope, half) = (fit.coefficients[1], quantile * fit.standard_errors[1]);
        (all.slope[end - 1], all.low[end - 1], all.high[end - 1]) = (slope, slope - half, slope + half);
    }
    Ok(all)
}

//! What is drawn of an event study: the paths beside the windows without an event, and where a reader can stand.

use std::rc::Rc;

use super::super::confidence_text;
use super::Events;
use super::study::{Happening, Study};
use crate::spec::Spec;
use crate::text::{self, Phrases, fill};
use crate::view::moves;
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{Area, Bar, Bars, Curve, Dash, Dots, Format, Ink, Mark, Panel, Pick, Rule, Stop, ValueAxis};
use crate::view::ticks;

/// Points of single paths can be pointed at up to so many; beyond, only their ends.
const MOST_STOPS: usize = 3_000;
/// The bins are as wide as the ticks of an axis so long would lie apart.
const BINS_PX: (f64, f64) = (600.0, 11.0);
const NOTHING: (f64, f64) = (f64::NAN, f64::NAN);

impl Events {
    /// The paths, and beside them the windows.
    pub(super) fn panels(&self, study: &Study, spec: &Spec, phrases: &Phrases) -> Vec<Panel> {
        let words = phrases.events();
        let (asset, unit) = (self.shown(phrases), moves::unit(phrases, self.change));
        let days = moves::days(phrases, spec.horizon);
        let format = moves::format(self.change);
        let blanks =
            [("asset", asset.as_str()), ("unit", unit), ("days", &days), ("confidence", &confidence_text(spec.confidence))];
        let told = |phrase: &str| text::capitalised(&fill(phrase, &blanks));
        let axis = |title: String, domain: Domain, format: Format, whole: bool, pick: Pick| {
            Some(ValueAxis { title, kind: Kind::Linear, domain, format, whole, pick })
        };
        let (first, last) = (study.steps.first().copied().unwrap_or(0.0), spec.horizon as f64);
        let values = study.complete().flat_map(|one| one.path.iter()).chain(&study.path.low).chain(&study.path.high);
        let up = Domain::of(values.copied()).unwrap_or_else(|| Domain::new(-1.0, 1.0)).padded(0.06);
        let (bins, tallest) = bins(study);
        let top = Rule::HEADROOM * tallest;
        let moved = study.complete().map(Happening::moved);
        let along = Domain::of(moved.chain(bins.iter().flat_map(|bar| [bar.from, bar.to])));
        let steps = Format { signed: true, ..Format::plain(0) };
        vec![
            Panel {
                measure: told(words.moved),
                rules: vec![0.0],
                x: axis(phrases.fill(words.axis_paths, &[]), Domain::new(first, last), steps, true, Pick::Nearest),
                marks: paths(study, phrases),
                ..Panel::new(told(words.panel_paths), up, format)
            },
            Panel {
                weight: 0.7,
                beside: true,
                measure: words.count.to_owned(),
                x: axis(
                    told(words.axis_windows),
                    along.unwrap_or_else(|| Domain::new(-1.0, 1.0)),
                    Format { decimals: 1, ..format },
                    false,
                    Pick::Across,
                ),
                marks: windows(study, bins, top, spec.confidence, phrases),
                ..Panel::new(told(words.panel_windows), Domain::new(0.0, top), Format::plain(0))
            },
        ]
    }

    /// The ends of the paths, the latest first, the mean step by step, the bins; then the other points of the paths.
    pub(super) fn stops(&self, study: &Study, phrases: &Phrases) -> Vec<Stop> {
        let words = phrases.events();
        let last = study.steps.len() - 1;
        let place = |one: &Happening, step: usize, name: String| Stop {
            panel: 0,
            x: study.steps[step],
            y: one.path[step],
            interval: NOTHING,
            day: Some(one.day),
            name,
            ink: Ink::Asset,
        };
        let windows = text::number(study.windows() as f64, 0);
        let rank = |one: &Happening| fill(words.rank, &[("rank", &text::number(one.rank as f64, 0)), ("windows", &windows)]);
        let events: Vec<&Happening> = study.complete().collect();
        let mut stops: Vec<Stop> = events.iter().rev().map(|one| place(one, last, rank(one))).collect();
        stops.extend((0..=last).map(|step| Stop {
            panel: 0,
            x: study.steps[step],
            y: study.path.mean[step],
            interval: (study.path.low[step], study.path.high[step]),
            day: None,
            name: words.mean.to_owned(),
            ink: Ink::Estimate,
        }));
        let format = moves::format(self.change);
        stops.extend(bins(study).0.into_iter().map(|bar| Stop {
            panel: 1,
            x: f64::midpoint(bar.from, bar.to),
            y: bar.value,
            interval: NOTHING,
            day: None,
            name: fill(words.bin, &[("low", &format.text(bar.from)), ("high", &format.text(bar.to))]),
            ink: Ink::Quiet,
        }));
        if events.len() * last <= MOST_STOPS {
            for one in events {
                stops.extend((0..last).filter(|step| !one.path[*step].is_nan()).map(|step| place(one, step, String::new())));
            }
        }
        stops
    }
}

/// Every event thin, what is usual dashed, the mean with its band.
fn paths(study: &Study, phrases: &Phrases) -> Vec<Mark> {
    let steps = Rc::new(study.steps.clone());
    let curve = |y: &[f64], ink: Ink, faint: bool| Curve {
        tag: String::new(),
        x: Rc::clone(&steps),
        y: Rc::new(y.to_vec()),
        ink,
        dash: Dash::Solid,
        faint,
    };
    let mut marks: Vec<Mark> = study.complete().map(|one| Mark::Curve(curve(&one.path, Ink::Asset, true))).collect();
    marks.push(Mark::Area(Area {
        x: Rc::clone(&steps),
        low: Rc::new(study.path.low.clone()),
        high: Rc::new(study.path.high.clone()),
        ink: Ink::Estimate,
    }));
    let horizon = study.steps.last().copied().unwrap_or(1.0);
    marks.push(Mark::Curve(Curve {
        tag: phrases.events().usual.to_owned(),
        x: Rc::new(vec![0.0, horizon]),
        y: Rc::new(vec![0.0, study.usual]),
        ink: Ink::Quiet,
        dash: Dash::Long,
        faint: false,
    }));
    let mean = curve(&study.path.mean, Ink::Estimate, false);
    marks.push(Mark::Curve(Curve { tag: phrases.events().mean.to_owned(), ..mean }));
    marks.push(Mark::Rule(Rule { at: 0.0, label: String::new(), ink: Ink::Quiet, dash: Dash::Short }));
    marks
}

/// Where the means of as many random windows lie, the windows without an event in bins, the events at their foot, their mean as a
/// line.
fn windows(study: &Study, bins: Vec<Bar>, top: f64, confidence: f64, phrases: &Phrases) -> Vec<Mark> {
    let moved: Vec<f64> = study.complete().map(Happening::moved).collect();
    let chance = study.chance.as_ref().map(|chance| {
        let (low, high) = chance.between(confidence);
        Mark::Area(Area {
            x: Rc::new(vec![low, high]),
            low: Rc::new(vec![0.0; 2]),
            high: Rc::new(vec![top; 2]),
            ink: Ink::Estimate,
        })
    });
    let others = vec![
        Mark::Bars(Bars { bars: bins, ink: Ink::Quiet }),
        Mark::Rule(Rule { at: study.mean().0, label: phrases.events().mean.to_owned(), ink: Ink::Estimate, dash: Dash::Solid }),
        Mark::Dots(Dots {
            y: Rc::new(vec![0.0; moved.len()]),
            x: Rc::new(moved),
            names: Vec::new(),
            ink: Ink::Asset,
            radius_px: 3.5,
            alpha: 0.8,
        }),
    ];
    chance.into_iter().chain(others).collect()
}

/// The moves of the windows without an event, counted in bins of round width, and the highest count.
fn bins(study: &Study) -> (Vec<Bar>, f64) {
    let Some(domain) = Domain::of(study.placebos.iter().copied()) else { return (Vec::new(), 1.0) };
    let edges: Vec<f64> = ticks::linear(domain, BINS_PX.0, BINS_PX.1).ticks.iter().map(|tick| tick.value).collect();
    let [first, second, ..] = edges.as_slice() else { return (Vec::new(), 1.0) };
    let width = second - first;
    let mut counts = vec![0.0_f64; edges.len() + 1];
    for placebo in &study.placebos {
        counts[edges.partition_point(|edge| edge <= placebo)] += 1.0;
    }
    let tallest = counts.iter().copied().fold(1.0, f64::max);
    let left = |at: usize| at.checked_sub(1).map_or(first - width, |at| edges[at]);
    let bar = |(at, count): (usize, f64)| Bar {
        from: left(at),
        to: edges.get(at).copied().unwrap_or(left(at) + width),
        base: 0.0,
        value: count,
        interval: NOTHING,
        quiet: true,
    };
    (counts.into_iter().enumerate().map(bar).collect(), tallest)
}

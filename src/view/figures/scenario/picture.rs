//! The scenario as a picture: all past windows as bars, the scenario's distribution over them, and the nearest windows as points.

use std::rc::Rc;

use super::{Reading, Scenario, percent};
use crate::spec::Spec;
use crate::stats::distributions::{student_quantile, student_two_sided};
use crate::text::{self, Phrases, fill, number, signed};
use crate::view::figures::{confidence_text, heading, scenario::told};
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{
    Area, Bar, Bars, Curve, Dash, Dots, Format, Ink, Mark, Note, Panel, Pick, Rule, Scene, Sign, Stop, ValueAxis,
};

/// About so many bars.
const BARS: f64 = 40.0;
/// How many of the nearest windows have their date beside them.
const NAMED: usize = 3;
/// The share of past windows left out at either end of the axis, so that one wild year does not flatten all others. They count.
const TAIL: f64 = 0.01;

pub(super) fn scene(scenario: &Scenario, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
    let words = phrases.scenario();
    let reading = scenario.read(spec, x);
    let asset = scenario.name(phrases);
    let (mut panels, mut stops) = (Vec::new(), Vec::new());
    if let Some(reading) = &reading {
        let axis = axis(scenario, spec, reading, phrases);
        panels.push(spread(spec, reading, &axis, phrases, &mut stops));
        panels.push(alike(scenario, reading, axis, phrases, &mut stops));
    }
    Scene {
        heading: heading(spec, text::capitalised(&fill(words.heading, &[("asset", asset)]))),
        finding: told::finding(scenario, spec, reading.as_deref(), phrases),
        story: reading.as_deref().map(|reading| told::beyond(reading, phrases)).unwrap_or_default(),
        more: told::more(scenario, spec, reading.as_deref(), phrases),
        x,
        panels,
        pins: Vec::new(),
        legend: reading.map_or_else(Rc::default, |_| vec![Note::new(Sign::Bars, Ink::Quiet, words.legend_bars)].into()),
        walk: Rc::default(),
        stops: Rc::new(stops),
        overview: Rc::clone(&scenario.overview),
        weekdays: spec.weekdays,
    }
}

/// The axis of outcomes, in percent: the interval, the nearest windows and nearly all of the others.
fn axis(scenario: &Scenario, spec: &Spec, reading: &Reading, phrases: &Phrases) -> ValueAxis {
    let o = &reading.outcome;
    let mut sorted = o.outcomes.clone();
    sorted.sort_by(f64::total_cmp);
    let tail = (sorted.len() as f64 * TAIL) as usize;
    let most = sorted.get(tail..sorted.len() - tail).unwrap_or(&sorted);
    let nearest = o.analogues.iter().map(|a| a.outcome);
    let ends = [most.first(), most.last()].into_iter().flatten().copied();
    let all = nearest.chain(ends).chain([o.low, o.high]).map(percent);
    let edges = edges(Domain::of(all).unwrap_or(Domain::new(-1.0, 1.0)).including(0.0));
    let end = |edge: Option<&f64>| edge.copied().unwrap_or(0.0);
    let title = fill(phrases.scenario().outcome, &[("asset", scenario.name(phrases)), ("days", &super::days(spec))]);
    ValueAxis {
        title: text::capitalised(&title),
        kind: Kind::Linear,
        domain: Domain::new(end(edges.first()), end(edges.last())),
        format: Format { signed: true, ..Format::plain(1) },
        whole: false,
        pick: Pick::Across,
    }
}

/// All past windows as bars, and over them what the regression expects of the scenario.
fn spread(spec: &Spec, reading: &Reading, axis: &ValueAxis, phrases: &Phrases, stops: &mut Vec<Stop>) -> Panel {
    let (o, words) = (&reading.outcome, phrases.scenario());
    let edges = edges(axis.domain);
    let outcomes: Vec<f64> = o.outcomes.iter().map(|log| percent(*log)).collect();
    let share = |low: f64, high: f64| {
        let inside = outcomes.iter().filter(|v| (low..high).contains(*v)).count();
        100.0 * inside as f64 / outcomes.len().max(1) as f64
    };
    let bars: Vec<Bar> = edges
        .windows(2)
        .map(|e| Bar { from: e[0], to: e[1], base: 0.0, value: share(e[0], e[1]), interval: (f64::NAN, f64::NAN), quiet: true })
        .collect();
    let df = o.degrees_of_freedom as f64;
    let scale = (o.high - o.expected) / student_quantile(spec.confidence, df);
    // Below which share of the distribution an outcome lies.
    let below = |simple_pct: f64| {
        let t = (super::log_percent(simple_pct.max(-99.99)) - o.expected) / scale;
        let tail = student_two_sided(t.abs(), df) / 2.0;
        if t < 0.0 { tail } else { 1.0 - tail }
    };
    let middles: Vec<f64> = edges.windows(2).map(|e| f64::midpoint(e[0], e[1])).collect();
    let expected: Vec<f64> = edges.windows(2).map(|e| 100.0 * (below(e[1]) - below(e[0]))).collect();
    let top = bars.iter().map(|bar| bar.value).chain(expected.iter().copied()).fold(1.0, f64::max) * Rule::HEADROOM;
    for (bar, middle) in bars.iter().zip(&middles) {
        stops.push(Stop {
            panel: 0,
            x: *middle,
            y: bar.value,
            interval: (f64::NAN, f64::NAN),
            day: None,
            name: fill(words.bar, &[("low", &signed(bar.from, 0)), ("high", &signed(bar.to, 0))]),
            ink: Ink::Quiet,
        });
    }
    let (low, high, _) = reading.interval_pct();
    let confidence = confidence_text(spec.confidence);
    let title = fill(words.panel_spread, &[("days", &reading.question.horizon.to_string()), ("confidence", &confidence)]);
    Panel {
        weight: 1.2,
        measure: words.windows_share.to_owned(),
        x: Some(axis.clone()),
        marks: vec![
            Mark::Area(Area {
                x: Rc::new(vec![low, high]),
                low: Rc::new(vec![0.0; 2]),
                high: Rc::new(vec![top; 2]),
                ink: Ink::Estimate,
            }),
            Mark::Bars(Bars { bars, ink: Ink::Quiet }),
            Mark::Rule(Rule { at: 0.0, label: words.unchanged.to_owned(), ink: Ink::Quiet, dash: Dash::Short }),
            Mark::Curve(Curve {
                tag: words.curve.to_owned(),
                x: Rc::new(middles),
                y: Rc::new(expected),
                ink: Ink::Estimate,
                dash: Dash::Solid,
                faint: false,
            }),
        ],
        ..Panel::new(title, Domain::new(0.0, top), Format { suffix: "%", ..Format::plain(1) })
    }
}

/// The nearest windows, the nearer the higher.
fn alike(scenario: &Scenario, reading: &Reading, axis: ValueAxis, phrases: &Phrases, stops: &mut Vec<Stop>) -> Panel {
    let words = phrases.scenario();
    let analogues = &reading.outcome.analogues;
    let farthest = analogues.iter().map(|a| a.distance).fold(0.1, f64::max);
    let (x, y): (Vec<f64>, Vec<f64>) = analogues.iter().map(|a| (percent(a.outcome), a.distance)).unzip();
    let dates = |start: usize| {
        let (from, to) = reading.ends(start);
        let [from, to] = [from, to].map(|row| text::date(phrases, scenario.joint.days[row]));
        [&from, "\u{2013}", &to].concat()
    };
    let names = analogues.iter().take(NAMED).enumerate().map(|(at, a)| {
        let day = scenario.joint.days[reading.ends(a.start).0];
        let (year, month) = (text::year(day), text::month(phrases, day));
        let name = if phrases.lang == "en" {
            [&month, " ", &year].concat()
        } else {
            [&year, "/", &number(f64::from(day.ymd().1), 0)].concat()
        };
        (at, name)
    });
    for (analogue, outcome) in analogues.iter().zip(&x) {
        stops.push(Stop {
            panel: 1,
            x: *outcome,
            y: analogue.distance,
            interval: (f64::NAN, f64::NAN),
            day: None,
            name: dates(analogue.start),
            ink: Ink::Asset,
        });
    }
    let dots = Dots { names: names.collect(), x: Rc::new(x), y: Rc::new(y), ink: Ink::Asset, radius_px: 4.5, alpha: 0.85 };
    let (low, high, _) = reading.interval_pct();
    let y = Domain::new(0.0, farthest * 1.15);
    let area =
        Area { x: Rc::new(vec![low, high]), low: Rc::new(vec![y.lo(); 2]), high: Rc::new(vec![y.hi(); 2]), ink: Ink::Estimate };
    Panel {
        inverted: true,
        measure: words.distance.to_owned(),
        x: Some(ValueAxis { pick: Pick::Nearest, ..axis }),
        marks: vec![
            Mark::Area(area),
            Mark::Rule(Rule { at: 0.0, label: String::new(), ink: Ink::Quiet, dash: Dash::Short }),
            Mark::Dots(dots),
        ],
        ..Panel::new(words.panel_alike.to_owned(), y, Format::plain(2))
    }
}

/// Edges of bars of a round width over a domain, zero among them.
fn edges(domain: Domain) -> Vec<f64> {
    let raw = domain.span() / BARS;
    let width = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0].into_iter().find(|w| *w >= raw).unwrap_or(raw);
    let (first, last) = ((domain.lo() / width).floor() as i64, (domain.hi() / width).ceil() as i64);
    (first..=last).map(|step| step as f64 * width).collect()
}

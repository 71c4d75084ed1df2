//! Clouds of points, curves, areas, bars and rules over a panel's own axis.

use plotters::element::Rectangle;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::{Brushes, Colour, Painted, filled};
use crate::view::layout::{LABEL_PX, Label, NAME_PX, PanelLayout};
use crate::view::polyline::{Cut, Paths, polyline};
use crate::view::scale::Scale;
use crate::view::scene::{Bar, Dots, Mark, Panel, Rule};

const LINE_PX: f64 = 1.6;
const FAINT_PX: f64 = 0.9;
const WHISKER_PX: f64 = 1.2;
/// Bars this far apart at least show that they are two.
const BAR_GAP_PX: f64 = 1.0;

pub(super) fn panel<DB: DrawingBackend>(brushes: &Brushes<DB>, panel: &Panel, places: &PanelLayout, x: &Scale) -> Painted<DB> {
    let plot = Plot { brushes, places, x };
    let column_px = 1.0 / brushes.resolution.ratio();
    let mut paths = Paths::default();
    for mark in &panel.marks {
        match mark {
            Mark::Area(area) => {
                let cuts = |take: &mut dyn FnMut(Cut)| {
                    for (at, (low, high)) in area.x.iter().zip(area.low.iter().zip(area.high.iter())) {
                        take((x.px(*at), places.y.px(*low), places.y.px(*high)));
                    }
                };
                let colour = brushes.palette.ink(area.ink).with_alpha(0.18);
                brushes.area(&cuts, area.x.len(), &places.plot, column_px, colour)?;
            }
            Mark::Curve(curve) => {
                let points = curve.x.iter().zip(curve.y.iter()).map(|(at, value)| (x.px(*at), places.y.px(*value)));
                polyline(points, &places.plot, column_px, &mut paths);
                let (width_px, alpha) = if curve.faint { (FAINT_PX, 0.35) } else { (LINE_PX, 1.0) };
                let colour = brushes.palette.ink(curve.ink).with_alpha(alpha);
                for path in paths.iter() {
                    match path {
                        [(px, py)] => brushes.dot(*px, *py, width_px, colour)?,
                        _ => brushes.path(path, width_px, curve.dash, colour)?,
                    }
                }
            }
            Mark::Dots(dots) => plot.dots(dots)?,
            Mark::Bars(bars) => {
                let loud = brushes.palette.ink(bars.ink);
                for bar in &bars.bars {
                    plot.bar(bar, if bar.quiet { brushes.palette.quiet } else { loud })?;
                }
            }
            Mark::Rule(rule) => plot.rule(rule)?,
        }
    }
    let names = places.axis.iter().flat_map(|axis| &axis.names);
    names.into_iter().try_for_each(|name| brushes.text(name, NAME_PX, brushes.palette.text, HPos::Left))
}

/// One panel's pixels.
struct Plot<'a, DB: DrawingBackend> {
    brushes: &'a Brushes<'a, DB>,
    places: &'a PanelLayout,
    x: &'a Scale,
}

impl<DB: DrawingBackend> Plot<'_, DB> {
    fn dots(&self, dots: &Dots) -> Painted<DB> {
        let plot = &self.places.plot;
        let colour = self.brushes.palette.ink(dots.ink).with_alpha(dots.alpha);
        let place = |at: usize| Some((self.x.px(*dots.x.get(at)?), self.places.y.px(*dots.y.get(at)?)));
        let inside = |(x, y): &(f64, f64)| (plot.left..=plot.right).contains(x) && (plot.top..=plot.bottom).contains(y);
        for (x, y) in (0..dots.x.len()).filter_map(place).filter(inside) {
            self.brushes.dot(x, y, dots.radius_px, colour)?;
        }
        Ok(())
    }

    fn bar(&self, bar: &Bar, colour: Colour) -> Painted<DB> {
        let (plot, y, r) = (&self.places.plot, &self.places.y, self.brushes.resolution);
        if bar.value.is_nan() {
            return Ok(());
        }
        let (left, right) = (self.x.px(bar.from).max(plot.left), self.x.px(bar.to).min(plot.right));
        let (base, end) = (y.px(bar.base).clamp(plot.top, plot.bottom), y.px(bar.value).clamp(plot.top, plot.bottom));
        if left >= right {
            return Ok(());
        }
        let right = (right - BAR_GAP_PX).max(left + 0.5);
        let corners = [(r.units(left), r.units(base.min(end))), (r.units(right), r.units(base.max(end)))];
        self.brushes.area.draw(&Rectangle::new(corners, filled(colour.with_alpha(0.75))))?;
        let (low, high) = (y.px(bar.interval.0), y.px(bar.interval.1));
        if low.is_nan() || high.is_nan() {
            return Ok(());
        }
        let middle = f64::midpoint(left, right);
        let (top, bottom) = (low.min(high).clamp(plot.top, plot.bottom), low.max(high).clamp(plot.top, plot.bottom));
        let whisker = [(middle, top), (middle, bottom)];
        self.brushes.path(&whisker, WHISKER_PX, crate::view::scene::Dash::Solid, self.brushes.palette.text)
    }

    fn rule(&self, rule: &Rule) -> Painted<DB> {
        let (plot, at) = (&self.places.plot, self.x.px(rule.at));
        if !(plot.left..=plot.right).contains(&at) {
            return Ok(());
        }
        let palette = self.brushes.palette;
        self.brushes.path(&[(at, plot.top), (at, plot.bottom)], LINE_PX, rule.dash, palette.ink(rule.ink))?;
        let (x, anchor) =
            if at > f64::midpoint(plot.left, plot.right) { (at - 6.0, HPos::Right) } else { (at + 6.0, HPos::Left) };
        self.brushes.text(&Label { text: rule.label.clone(), x, y: plot.top + 8.0 }, LABEL_PX, palette.written(rule.ink), anchor)
    }
}

//! Where everything goes, in CSS pixels: plots, ticks, labels at line ends, event pins.
//!
//! A layout holds no colours and draws nothing; it measures text through the function it is given, so that it comes out
//! the same wherever the same widths are reported.

mod axes;
mod ends;
mod time_row;

use self::ends::End;
use super::polyline::Rect;
use super::scale::Scale;
use super::scene::{Ink, Panel, Pick, Scene, Stop};
use crate::text::Phrases;

/// Size of tick labels and labels at line ends.
pub const LABEL_PX: f64 = 12.0;
/// Size of panel titles.
pub const TITLE_PX: f64 = 12.5;
const TITLE_ROW_PX: f64 = 23.0;
const PANEL_GAP_PX: f64 = 12.0;
const AXIS_ROW_PX: f64 = 22.0;
const PIN_ROW_PX: f64 = 18.0;
const LABEL_GAP_PX: f64 = 14.0;
/// Below this width the room is the plot's.
const NARROW_PX: f64 = 420.0;
/// From this width on, panels that may stand side by side do.
const SIDE_BY_SIDE_PX: f64 = 640.0;
const COLUMN_GAP_PX: f64 = 28.0;
/// How much of the width the first of two panels side by side has.
const FIRST_COLUMN: f64 = 0.58;

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The text.
    pub text: String,
    /// Left edge, centre or right edge, as the place in the layout says.
    pub x: f64,
    /// The middle of the line of text.
    pub y: f64,
}

/// One panel's places.
#[derive(Debug, Clone)]
pub struct PanelLayout {
    /// The title, from the panel's left edge.
    pub title: Label,
    /// The plot.
    pub plot: Rect,
    /// Values to pixels.
    pub y: Scale,
    /// Grid lines with their labels, to their right edge.
    pub ticks: Vec<Label>,
    /// The last point of every line that is shown.
    pub ends: Vec<LineEnd>,
    /// The panel's own axis; `None` is time.
    pub axis: Option<ValueAxisLayout>,
}

/// A panel's own axis.
#[derive(Debug, Clone)]
pub struct ValueAxisLayout {
    /// Values to pixels.
    pub x: Scale,
    /// Grid lines with their labels, from their centre.
    pub ticks: Vec<Label>,
    /// What it measures, from its centre.
    pub title: Label,
    /// As in [`ValueAxis`](super::scene::ValueAxis).
    #[cfg(not(feature = "figures"))]
    pub never: std::convert::Infallible,
}

/// The last point of a line that is shown, and what is written beside it.
#[derive(Debug, Clone)]
pub struct LineEnd {
    /// Where the point is.
    pub x: f64,
    /// Where the point is.
    pub y: f64,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is grey there.
    pub quiet: bool,
    /// Tag and value, from the left edge, moved out of the others' way.
    pub label: Label,
}

/// An event's place.
#[derive(Debug, Clone, PartialEq)]
pub struct PinLayout {
    /// The index into the scene's pins.
    pub pin: usize,
    /// Where it stands on the time axis.
    pub x: f64,
    /// Where its mark stands: beside the others where events crowd.
    pub mark_x: f64,
    /// Its title from the left edge, where there is room for it.
    pub title: Option<Label>,
}

/// The whole figure's places.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Width of the chart.
    pub width: f64,
    /// Height of the chart.
    pub height: f64,
    /// Days to pixels.
    pub x: Scale,
    /// The panels, as in the scene.
    pub panels: Vec<PanelLayout>,
    /// Labels of the time axis, from their centre, and whether a year begins there.
    pub time: Vec<(Label, bool)>,
    /// Events inside the range, left to right.
    pub pins: Vec<PinLayout>,
    /// The middle of the row of pins.
    pub pin_y: f64,
    /// Left and right edge of all plots: of the strip under the chart.
    pub strip: (f64, f64),
}

/// The room of one panel, axes and labels included.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f64,
    right: f64,
    title_top: f64,
    plot_top: f64,
    plot_bottom: f64,
}

/// A panel's texts before they have their places.
struct Texts {
    ticks: Vec<(f64, String)>,
    ends: Vec<End>,
}

impl Layout {
    /// Places a scene in a chart of that size; `measure` gives the width of a text at a font size.
    #[must_use]
    pub fn new(scene: &Scene, width: f64, height: f64, phrases: &Phrases, measure: &dyn Fn(&str, f64) -> f64) -> Self {
        let (width, height) = (width.max(60.0), height.max(60.0));
        let over_time = |panel: &Panel| panel.x.is_none();
        // Over a cloud of points the row of pins would mark nothing.
        let begins_with_time = scene.panels.first().is_some_and(over_time);
        let pin_row = if scene.pins.is_empty() || !begins_with_time { 0.0 } else { PIN_ROW_PX };
        let frames = frames(scene, pin_row, width, height);
        let texts: Vec<Texts> = scene
            .panels
            .iter()
            .zip(&frames)
            .map(|(panel, frame)| Texts {
                ticks: axes::value_ticks(panel, frame.plot_bottom - frame.plot_top),
                ends: ends::ends(panel, scene.x, frame.right - frame.left < NARROW_PX),
            })
            .collect();
        // The plots over time share their edges, so that one day is one place.
        let of_time = scene.panels.iter().zip(&texts).filter(|(panel, _)| over_time(panel)).map(|(_, texts)| texts);
        let room = scene.panels.iter().zip(&frames).find(|(panel, _)| over_time(panel));
        let shared = edges(of_time, room.map_or((0.0, width), |(_, frame)| (frame.left, frame.right)), measure);
        let x = scene.time(shared.0, shared.1);
        let panels = scene.panels.iter().zip(&frames).zip(texts).map(|((panel, frame), texts)| {
            let (left, right) =
                if over_time(panel) { shared } else { edges(std::iter::once(&texts), (frame.left, frame.right), measure) };
            let plot = Rect { left, top: frame.plot_top, right, bottom: frame.plot_bottom };
            let (low_px, high_px) = if panel.inverted { (plot.top, plot.bottom) } else { (plot.bottom, plot.top) };
            let y = Scale::new(panel.kind, panel.y, low_px, high_px);
            let axis = panel.x.as_ref().map(|axis| axes::value_axis(axis, &plot, measure));
            let along = axis.as_ref().map_or(&x, |axis| &axis.x);
            let title = title(&panel.title, frame.right - frame.left, measure);
            PanelLayout {
                title: Label { text: title, x: frame.left, y: frame.title_top + TITLE_ROW_PX * 0.4 },
                ends: ends::place(texts.ends, along, &y, (plot.top, plot.bottom)),
                ticks: texts.ticks.into_iter().map(|(value, text)| Label { text, x: left - 6.0, y: y.px(value) }).collect(),
                plot,
                y,
                axis,
            }
        });
        let panels: Vec<PanelLayout> = panels.collect();
        let last = scene.panels.iter().zip(&panels).rev().find(|(panel, _)| over_time(panel));
        let (time, pins) = last.map_or_else(Default::default, |(_, last)| {
            let time_y = last.plot.bottom + AXIS_ROW_PX * 0.55;
            (
                time_row::time_labels(scene.x, &x, time_y, width, phrases, measure),
                if begins_with_time { time_row::pins(scene, &x, pin_row * 0.5, measure) } else { Vec::new() },
            )
        });
        let ends = panels.iter().map(|panel| (panel.plot.left, panel.plot.right));
        let strip = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0.0, width));
        Self { panels, time, pins, pin_y: pin_row * 0.5, strip, width, height, x }
    }

    /// The day under a horizontal position.
    #[must_use]
    pub fn day_at(&self, x_px: f64) -> f64 {
        self.x.value(x_px.clamp(self.x.range().0, self.x.range().1))
    }

    /// The panel at a place: the one whose room holds it, or the nearest.
    #[must_use]
    pub fn panel_at(&self, x_px: f64, y_px: f64) -> Option<usize> {
        let outside = |low: f64, high: f64, at: f64| (low - at).max(at - high).max(0.0);
        let distance = |panel: &PanelLayout| {
            let plot = &panel.plot;
            outside(plot.left, plot.right, x_px).hypot(outside(plot.top, plot.bottom, y_px))
        };
        let nearest = self.panels.iter().enumerate().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        nearest.map(|(at, _)| at)
    }

    /// Where a stop stands.
    #[must_use]
    pub fn stop_px(&self, stop: &Stop) -> Option<(f64, f64)> {
        let panel = self.panels.get(stop.panel)?;
        Some((panel.axis.as_ref()?.x.px(stop.x), panel.y.px(stop.y)))
    }

    /// The stop a place in a panel means, by the panel's own rule; `None` for a panel over time or without stops.
    #[must_use]
    pub fn stop_at(&self, scene: &Scene, panel: usize, x_px: f64, y_px: f64) -> Option<usize> {
        let pick = scene.panels.get(panel)?.x.as_ref()?.pick;
        let distance = |stop: &Stop| {
            let (x, y) = self.stop_px(stop).unwrap_or((f64::NAN, f64::NAN));
            match pick {
                Pick::Across => (x - x_px).abs(),
                Pick::Nearest => (x - x_px).hypot(y - y_px),
            }
        };
        let stops = scene.stops.iter().enumerate().filter(|(_, stop)| stop.panel == panel);
        let measured = stops.map(|(at, stop)| (at, distance(stop))).filter(|(_, distance)| !distance.is_nan());
        measured.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(at, _)| at)
    }
}

/// The panels' rooms: row by row, and side by side where panels may stand so and there is room.
fn frames(scene: &Scene, top: f64, width: f64, height: f64) -> Vec<Frame> {
    let panels = &scene.panels;
    let is_beside = |at: usize| at > 0 && panels[at].beside && width >= SIDE_BY_SIDE_PX;
    let last_of_time = panels.iter().rposition(|panel| panel.x.is_none());
    let mut rows: Vec<(std::ops::Range<usize>, f64, f64)> = Vec::new();
    for (at, panel) in panels.iter().enumerate() {
        let foot_px = match &panel.x {
            Some(axis) => {
                if axis.title.is_empty() {
                    AXIS_ROW_PX
                } else {
                    AXIS_ROW_PX * 1.8
                }
            }
            None if last_of_time == Some(at) => AXIS_ROW_PX,
            None => 0.0,
        };
        match rows.last_mut().filter(|(row, ..)| is_beside(at) && row.len() == 1) {
            Some((row, weight, foot)) => (row.end, *weight, *foot) = (at + 1, weight.max(panel.weight), foot.max(foot_px)),
            None => rows.push((at..at + 1, panel.weight, foot_px)),
        }
    }
    let count = rows.len().max(1) as f64;
    let feet: f64 = rows.iter().map(|(.., foot)| foot).sum();
    let room = height - top - feet - count * TITLE_ROW_PX - (count - 1.0) * PANEL_GAP_PX;
    let weights: f64 = rows.iter().map(|(_, weight, _)| weight).sum::<f64>().max(1e-9);
    let mut frames = Vec::with_capacity(panels.len());
    let mut title_top = top;
    for (row, weight, foot) in rows {
        let plot_top = title_top + TITLE_ROW_PX;
        let plot_bottom = plot_top + (room * weight / weights).max(16.0);
        let split = ((width - COLUMN_GAP_PX) * FIRST_COLUMN).round();
        for at in row.clone() {
            let (left, right) = match (row.len(), at == row.start) {
                (1, _) => (0.0, width),
                (_, true) => (0.0, split),
                (_, false) => (split + COLUMN_GAP_PX, width),
            };
            frames.push(Frame { left, right, title_top, plot_top, plot_bottom });
        }
        title_top = plot_bottom + foot + PANEL_GAP_PX;
    }
    frames
}

/// Left and right edge of the plots with these texts between `left` and `right`.
fn edges<'a>(
    texts: impl Iterator<Item = &'a Texts>,
    (left, right): (f64, f64),
    measure: &dyn Fn(&str, f64) -> f64,
) -> (f64, f64) {
    let (mut tick_px, mut end_px) = (0.0_f64, 0.0_f64);
    for text in texts {
        tick_px = text.ticks.iter().map(|(_, text)| measure(text, LABEL_PX)).fold(tick_px, f64::max);
        end_px = text.ends.iter().map(|end| measure(&end.text, LABEL_PX)).fold(end_px, f64::max);
    }
    let width = right - left;
    let plot_left = left + (tick_px + 8.0).min(width * 0.3);
    (plot_left, (right - (end_px + 12.0).min(width * 0.35)).max(plot_left + 10.0))
}

/// A panel's title, without its last parts where the chart is too narrow for them.
fn title(text: &str, room_px: f64, measure: &dyn Fn(&str, f64) -> f64) -> String {
    let mut part = text;
    while measure(part, TITLE_PX) > room_px {
        let Some((shorter, _)) = part.rsplit_once([',', ':', '、', '，', '（', '(']) else { break };
        part = shorter;
        // What was begun in brackets and is not ended goes with them.
        if let Some(open) = part.rfind(['（', '(']).filter(|open| !part[*open..].contains(['）', ')'])) {
            part = &part[..open];
        }
    }
    shortened(part.trim_end(), TITLE_PX, room_px, measure)
}

/// The text, or as much of it as fits with an ellipsis.
fn shortened(text: &str, size: f64, room_px: f64, measure: &dyn Fn(&str, f64) -> f64) -> String {
    if measure(text, size) <= room_px {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let fitting = ends.partition_point(|end| measure(&text[..*end], size) + size <= room_px);
    let cut = ends.get(fitting.saturating_sub(1)).copied().unwrap_or(0);
    format!("{}\u{2026}", text[..cut].trim_end())
}

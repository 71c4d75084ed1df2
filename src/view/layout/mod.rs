//! Where everything goes, in CSS pixels: plots, ticks, labels at line ends, event pins.
//!
//! A layout holds no colours and draws nothing; it measures text through the function it is given, so that it comes out
//! the same wherever the same widths are reported.

mod axes;
mod ends;
mod names;
mod time_row;

use self::ends::End;
pub use self::names::NAME_PX;
use super::polyline::Rect;
use super::scale::Scale;
use super::scene::{Ink, Panel, Pick, Scene, Stop};
use crate::text::Phrases;

/// Size of tick labels and labels at line ends.
pub const LABEL_PX: f64 = 12.0;
/// Size of panel titles.
pub const TITLE_PX: f64 = 12.5;
/// The row of a title of one line; the middle of the line from the row's top.
const TITLE_ROW_PX: f64 = 26.0;
const TITLE_MIDDLE_PX: f64 = 8.5;
/// From line to line of a title that has two.
const TITLE_LINE_PX: f64 = 15.0;
const PANEL_GAP_PX: f64 = 12.0;
const AXIS_ROW_PX: f64 = 22.0;
const PIN_ROW_PX: f64 = 18.0;
/// As long as a unit: `%`, `bp`, a character of its own.
const UNIT_BYTES: usize = 3;
const LABEL_GAP_PX: f64 = 14.0;
/// Below this width the room is the plot's.
const NARROW_PX: f64 = 420.0;
/// Likewise below this height of a panel.
const LOW_PX: f64 = 84.0;
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
    /// The title's lines, from the panel's left edge.
    pub title: Vec<Label>,
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
    /// What it measures, line by line, from its centre.
    pub title: Vec<Label>,
    /// Names of points, from their left edge.
    pub names: Vec<Label>,
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

/// From the middle of an event's mark to its edge.
const MARK_PX: f64 = 3.5;
/// The same of a mark that stands for several.
const GATHERED_PX: f64 = 7.0;

/// The mark of an event, or of several whose own have no room.
#[derive(Debug, Clone, PartialEq)]
pub struct PinMark {
    /// The index of the first one into the scene's pins.
    pub pin: usize,
    /// Where its day stands; of several, its own middle.
    pub day: f64,
    /// Its middle: beside its day where marks fan out.
    pub x: f64,
    /// How many events it stands for.
    pub count: usize,
    /// Their number, from its centre; of a single one the title from the left edge, where there is room for it.
    pub label: Option<Label>,
}

impl PinMark {
    /// From its middle to its edge.
    #[must_use]
    pub const fn radius(&self) -> f64 {
        if self.count > 1 { GATHERED_PX } else { MARK_PX }
    }
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
    /// Where the days of the events inside the range stand, left to right.
    pub pins: Vec<f64>,
    /// Their marks.
    pub marks: Vec<PinMark>,
    /// The middle of the row of pins.
    pub pin_y: f64,
    /// Left and right edge of all plots: of the strip under the chart.
    pub strip: (f64, f64),
}

/// The room of one panel, axes and labels included, and what is written over it.
struct Frame {
    left: f64,
    right: f64,
    title: Vec<String>,
    foot_px: f64,
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
        let frames = frames(scene, pin_row, (width, height), measure);
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
        let edges: Vec<(f64, f64)> = scene
            .panels
            .iter()
            .zip(&frames)
            .map(|(panel, frame)| match &panel.x {
                None => shared,
                // So do those over the same values, one under the other.
                Some(axis) => {
                    let is_like = |other: &Panel| other.x.as_ref().is_some_and(|other| other.domain == axis.domain);
                    let all = scene.panels.iter().zip(&frames).zip(&texts);
                    let alike = all.filter(|((other, at), _)| is_like(other) && at.left.total_cmp(&frame.left).is_eq());
                    edges(alike.map(|(_, texts)| texts), (frame.left, frame.right), measure)
                }
            })
            .collect();
        let panels = scene.panels.iter().zip(frames).zip(texts).zip(edges).map(|(((panel, frame), texts), (left, right))| {
            let plot = Rect { left, top: frame.plot_top, right, bottom: frame.plot_bottom };
            let (low_px, high_px) = if panel.inverted { (plot.top, plot.bottom) } else { (plot.bottom, plot.top) };
            let y = Scale::new(panel.kind, panel.y, low_px, high_px);
            let ends = (frame.left, frame.right);
            let axis = panel.x.as_ref().map(|axis| {
                let names = |x: &Scale| names::names(panel, x, &y, &plot, measure);
                axes::value_axis(axis, &plot, ends, &names, measure)
            });
            let along = axis.as_ref().map_or(&x, |axis| &axis.x);
            PanelLayout {
                title: labels(frame.title, frame.left, frame.title_top + TITLE_MIDDLE_PX),
                ends: ends::place(texts.ends, along, &y, (plot.top, plot.bottom)),
                ticks: texts.ticks.into_iter().map(|(value, text)| Label { text, x: left - 6.0, y: y.px(value) }).collect(),
                plot,
                y,
                axis,
            }
        });
        let panels: Vec<PanelLayout> = panels.collect();
        let last = scene.panels.iter().zip(&panels).rev().find(|(panel, _)| over_time(panel));
        let (time, (pins, marks)) = last.map_or_else(Default::default, |(_, last)| {
            let time_y = last.plot.bottom + AXIS_ROW_PX * 0.55;
            (
                time_row::time_labels(scene.x, &x, time_y, width, phrases, measure),
                if begins_with_time { time_row::pins(scene, &x, pin_row * 0.5, measure) } else { Default::default() },
            )
        });
        let ends = panels.iter().map(|panel| (panel.plot.left, panel.plot.right));
        let strip = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0.0, width));
        Self { panels, time, pins, marks, pin_y: pin_row * 0.5, strip, width, height, x }
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
fn frames(scene: &Scene, top: f64, (width, height): (f64, f64), measure: &dyn Fn(&str, f64) -> f64) -> Vec<Frame> {
    let panels = &scene.panels;
    let is_beside = |at: usize| {
        cfg!(feature = "figures") && at > 0 && width >= SIDE_BY_SIDE_PX && panels.get(at).is_some_and(|panel| panel.beside)
    };
    let last_of_time = panels.iter().rposition(|panel| panel.x.is_none());
    let split = ((width - COLUMN_GAP_PX) * FIRST_COLUMN).round();
    // Where panels are low the room is the plot's.
    let most = if height < LOW_PX * panels.len() as f64 { 1 } else { 2 };
    let one = |(at, panel): (usize, &Panel)| {
        let left = if is_beside(at) { split + COLUMN_GAP_PX } else { 0.0 };
        let right = if is_beside(at + 1) { split } else { width };
        let foot_px = match &panel.x {
            Some(axis) => axes::foot_px(axis, right - left, measure),
            None if last_of_time == Some(at) => AXIS_ROW_PX,
            None => 0.0,
        };
        let title = lines(&panel.title, most, TITLE_PX, right - left, measure);
        Frame { left, right, title, foot_px, title_top: 0.0, plot_top: 0.0, plot_bottom: 0.0 }
    };
    let mut frames: Vec<Frame> = panels.iter().enumerate().map(one).collect();
    // One panel, or two side by side: their weight, the height of their titles and of what is under them.
    let row = |frames: &[Frame], at: usize| {
        let row = at..at + 1 + usize::from(is_beside(at + 1));
        let (mut weight, mut title_px, mut foot_px) = (0.0_f64, TITLE_ROW_PX, 0.0_f64);
        for (frame, panel) in frames[row.clone()].iter().zip(&panels[row.clone()]) {
            weight = weight.max(panel.weight);
            title_px = title_px.max(TITLE_ROW_PX + TITLE_LINE_PX * (frame.title.len() as f64 - 1.0));
            foot_px = foot_px.max(frame.foot_px);
        }
        (row, weight, title_px, foot_px)
    };
    let (mut weights, mut room) = (1e-9, height - top + PANEL_GAP_PX);
    for at in (0..panels.len()).filter(|at| !is_beside(*at)) {
        let (_, weight, title_px, foot_px) = row(&frames, at);
        weights += weight;
        room -= title_px + foot_px + PANEL_GAP_PX;
    }
    let mut title_top = top;
    for at in (0..panels.len()).filter(|at| !is_beside(*at)) {
        let (row, weight, title_px, foot_px) = row(&frames, at);
        let plot_top = title_top + title_px;
        let plot_bottom = plot_top + (room * weight / weights).max(4.0);
        for frame in &mut frames[row] {
            (frame.title_top, frame.plot_top, frame.plot_bottom) = (title_top, plot_top, plot_bottom);
        }
        title_top = plot_bottom + foot_px + PANEL_GAP_PX;
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
    let plot_left = left + (tick_px + 8.0).min(width * 0.4);
    (plot_left, (right - (end_px + 12.0).min(width * 0.5)).max(plot_left + 10.0))
}

/// A title in so many lines at most, without its last parts where those are not enough.
fn lines(text: &str, most: usize, size: f64, room_px: f64, measure: &dyn Fn(&str, f64) -> f64) -> Vec<String> {
    let mut part = text;
    loop {
        let fits = |line: &str| measure(line, size) <= room_px;
        let lines = wrap(part, &fits);
        let is_well = lines.len() <= most && lines.last().is_none_or(|line| fits(line));
        match part.char_indices().rfind(|(_, c)| is_seam(*c)) {
            Some((end, _)) if !is_well => part = &part[..end],
            _ => return lines,
        }
    }
}

/// Lines that fit: broken behind a part of the title where the rest fits too, else between two words; never before a unit alone.
fn wrap(text: &str, fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    let (mut lines, mut rest) = (Vec::new(), text);
    while !fits(rest) {
        let (mut word, mut part, mut before) = (0, 0, ' ');
        for (at, c) in rest.char_indices() {
            let end = at + c.len_utf8();
            let is_gap = c == ' ' || matches!(c, '、' | '，' | '：');
            if is_gap && rest.len() > end + UNIT_BYTES && fits(rest[..end].trim_end()) {
                word = end;
                if is_seam(if c == ' ' { before } else { c }) && fits(&rest[end..]) {
                    part = end;
                }
            }
            before = c;
        }
        let end = if part > 0 { part } else { word };
        if end == 0 {
            break;
        }
        lines.push(rest[..end].trim_end().to_owned());
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        lines.push(rest.to_owned());
    }
    lines
}

/// Whether a part of a title ends with it.
const fn is_seam(c: char) -> bool {
    matches!(c, ',' | ':' | ';' | '、' | '，' | '：')
}

/// Lines one under the other, the first of them there.
fn labels(lines: Vec<String>, x: f64, y: f64) -> Vec<Label> {
    lines.into_iter().enumerate().map(|(at, text)| Label { text, x, y: y + TITLE_LINE_PX * at as f64 }).collect()
}

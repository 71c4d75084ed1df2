//! Where everything goes, in CSS pixels: plots, ticks, labels at line ends, event pins.
//!
//! A layout holds no colours and draws nothing; it measures text through the function it is given, so that it comes out
//! the same wherever the same widths are reported.

use super::labels::spread;
use super::polyline::Rect;
use super::scale::{Domain, Kind, Scale};
use super::scene::{Panel, Scene};
use super::time_ticks::{Level, time};
use super::{hit, ticks};
use crate::series::Day;
use crate::text::{self, Phrases};

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
    /// The title, from the chart's left edge.
    pub title: Label,
    /// The plot.
    pub plot: Rect,
    /// Values to pixels.
    pub y: Scale,
    /// Grid lines with their labels, to their right edge.
    pub ticks: Vec<Label>,
    /// The last point of every line that is shown.
    pub ends: Vec<LineEnd>,
}

/// The last point of a line that is shown, and what is written beside it.
#[derive(Debug, Clone)]
pub struct LineEnd {
    /// The index of the line.
    pub line: usize,
    /// The index of the value.
    pub at: usize,
    /// Where the point is.
    pub x: f64,
    /// Where the point is.
    pub y: f64,
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
    /// The panels from top to bottom.
    pub panels: Vec<PanelLayout>,
    /// Labels of the time axis, from their centre, and whether a year begins there.
    pub time: Vec<(Label, bool)>,
    /// Events inside the range, left to right.
    pub pins: Vec<PinLayout>,
    /// The middle of the row of pins.
    pub pin_y: f64,
}

impl Layout {
    /// Places a scene in a chart of that size; `measure` gives the width of a text at a font size.
    #[must_use]
    pub fn new(scene: &Scene, width: f64, height: f64, phrases: &Phrases, measure: &dyn Fn(&str, f64) -> f64) -> Self {
        let (width, height) = (width.max(60.0), height.max(60.0));
        let pin_row = if scene.pins.is_empty() { 0.0 } else { PIN_ROW_PX };
        let count = scene.panels.len().max(1) as f64;
        let room = height - pin_row - AXIS_ROW_PX - count * TITLE_ROW_PX - (count - 1.0) * PANEL_GAP_PX;
        let weights: f64 = scene.panels.iter().map(|p| p.weight).sum::<f64>().max(1e-9);
        let mut top = pin_row;
        let mut rows = Vec::with_capacity(scene.panels.len());
        for panel in &scene.panels {
            let length = (room * panel.weight / weights).max(16.0);
            rows.push((top, top + TITLE_ROW_PX, top + TITLE_ROW_PX + length));
            top += TITLE_ROW_PX + length + PANEL_GAP_PX;
        }
        let ticks: Vec<Vec<(f64, String)>> =
            scene.panels.iter().zip(&rows).map(|(panel, (_, from, to))| value_ticks(panel, to - from)).collect();
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|t| measure(t, LABEL_PX)).fold(0.0, f64::max);
        let left = (widest(&mut ticks.iter().flatten().map(|(_, text)| text)) + 8.0).min(width * 0.3);
        let ends: Vec<Vec<End>> = scene.panels.iter().map(|panel| line_ends(panel, scene.x, width < NARROW_PX)).collect();
        let right = (widest(&mut ends.iter().flatten().map(|end| &end.text)) + 12.0).min(width * 0.35);
        let x = Scale::new(Kind::Linear, scene.x, left, (width - right).max(left + 10.0));
        let panels = scene.panels.iter().zip(rows).zip(ticks).zip(ends).map(|(((panel, (title_top, from, to)), ticks), ends)| {
            let (low_px, high_px) = if panel.inverted { (from, to) } else { (to, from) };
            let y = Scale::new(panel.kind, panel.y, low_px, high_px);
            let wanted: Vec<f64> = ends.iter().map(|end| y.px(end.value).clamp(from, to)).collect();
            let placed = spread(&wanted, LABEL_GAP_PX, from, to);
            PanelLayout {
                title: Label { text: title(&panel.title, width, measure), x: 0.0, y: title_top + TITLE_ROW_PX * 0.4 },
                plot: Rect { left, top: from, right: x.range().1, bottom: to },
                ticks: ticks.into_iter().map(|(value, text)| Label { text, x: left - 6.0, y: y.px(value) }).collect(),
                ends: ends
                    .into_iter()
                    .zip(wanted.into_iter().zip(placed))
                    .map(|(end, (y, label_y))| LineEnd {
                        line: end.line,
                        at: end.at,
                        x: x.px(end.day),
                        y,
                        label: Label { text: end.text, x: x.range().1 + 8.0, y: label_y },
                    })
                    .collect(),
                y,
            }
        });
        Self {
            panels: panels.collect(),
            time: time_labels(scene.x, &x, height - AXIS_ROW_PX * 0.45, width, phrases, measure),
            pins: pins(scene, &x, pin_row * 0.5, measure),
            pin_y: pin_row * 0.5,
            width,
            height,
            x,
        }
    }

    /// The day under a horizontal position.
    #[must_use]
    pub fn day_at(&self, x_px: f64) -> f64 {
        self.x.value(x_px.clamp(self.x.range().0, self.x.range().1))
    }
}

fn value_ticks(panel: &Panel, length_px: f64) -> Vec<(f64, String)> {
    let ticks = match panel.kind {
        Kind::Linear => ticks::linear(panel.y, length_px, 28.0),
        Kind::Log => ticks::log(panel.y, length_px, 22.0),
    };
    // On a log axis every tick has decimals of its own: 0.5, 1, 10.
    let decimals = |t: &ticks::Tick| if panel.kind == Kind::Log { t.decimals } else { ticks.decimals };
    ticks.ticks.iter().map(|t| (t.value, panel.format.text_with(t.value, decimals(t)))).collect()
}

struct End {
    line: usize,
    at: usize,
    day: f64,
    value: f64,
    text: String,
}

/// What stands at the lines' ends: tag and value, on a narrow chart the tag alone where there is one.
fn line_ends(panel: &Panel, x: Domain, narrow: bool) -> Vec<End> {
    let mut ends = Vec::new();
    for (line_at, line) in panel.lines.iter().enumerate() {
        let (days, values) = (line.column.days(), line.column.values());
        let inside = days.partition_point(|d| f64::from(d.count()) <= x.hi());
        let Some(at) = hit::nearest_present(&days[..inside], &values[..inside], x.hi()) else { continue };
        let day = f64::from(days[at].count());
        if day < x.lo() {
            continue;
        }
        let value = panel.format.text(values[at]);
        let text = match line.tag.as_str() {
            "" => value,
            tag if narrow => tag.to_owned(),
            tag => format!("{tag} {value}"),
        };
        ends.push(End { line: line_at, at, day, value: values[at], text });
    }
    ends
}

fn time_labels(
    domain: Domain,
    x: &Scale,
    y: f64,
    width: f64,
    phrases: &Phrases,
    measure: &dyn Fn(&str, f64) -> f64,
) -> Vec<(Label, bool)> {
    let from_to = x.range();
    let ticks = time(domain.lo(), domain.hi(), from_to.1 - from_to.0, measure("2026", LABEL_PX) + 18.0);
    let mut labels: Vec<(Label, bool)> = Vec::new();
    let mut free_from = 0.0;
    for tick in &ticks.ticks {
        let begins_year = matches!(tick.level, Level::Year);
        let text = match (tick.level, tick.turns) {
            (Level::Year, _) => text::year(tick.day),
            (Level::Month, _) => text::month(phrases, tick.day),
            (Level::Day, Level::Day) => text::day_of_month(tick.day),
            // The first tick of a month names it, though the month began between two ticks.
            (Level::Day, _) => text::day_and_month(phrases, tick.day),
        };
        let half = measure(&text, LABEL_PX) / 2.0;
        let at = x.px(f64::from(tick.day.count()));
        // A label that would be cut off or touch its neighbour is left out; its grid line stays.
        let fits = at - half >= free_from && at + half <= width;
        if fits {
            free_from = at + half + 6.0;
        }
        labels.push((Label { text: if fits { text } else { String::new() }, x: at, y }, begins_year));
    }
    labels
}

/// Events inside the range; a title is written where the next pin leaves room for enough of it.
fn pins(scene: &Scene, x: &Scale, y: f64, measure: &dyn Fn(&str, f64) -> f64) -> Vec<PinLayout> {
    let count = |day: Day| f64::from(day.count());
    let inside = scene.pins.iter().enumerate().filter(|(_, pin)| scene.x.contains(count(pin.day)));
    let mut placed: Vec<PinLayout> = inside.map(|(pin, p)| PinLayout { pin, x: x.px(count(p.day)), title: None }).collect();
    for at in 0..placed.len() {
        let next = placed.get(at + 1).map_or(x.range().1, |next| next.x);
        let room = next - placed[at].x - 14.0;
        if room >= 90.0 {
            let text = shortened(&scene.pins[placed[at].pin].title, LABEL_PX - 1.0, room, measure);
            placed[at].title = Some(Label { text, x: placed[at].x + 7.0, y });
        }
    }
    placed
}

/// A panel's title, without its last parts where the chart is too narrow for them.
fn title(text: &str, room_px: f64, measure: &dyn Fn(&str, f64) -> f64) -> String {
    let mut part = text;
    while measure(part, TITLE_PX) > room_px {
        let Some((shorter, _)) = part.rsplit_once([',', ':', '、', '，', '（', '(']) else { break };
        part = shorter;
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

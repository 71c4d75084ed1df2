//! What is written beside the last point of a line.

use super::{LABEL_GAP_PX, Label, LineEnd};
use crate::series::Series;
use crate::view::hit;
use crate::view::labels::spread;
use crate::view::scale::{Domain, Scale};
use crate::view::scene::{Ink, Mark, Panel};

/// The last point of a line that is shown, in the panel's values.
pub(super) struct End {
    at: f64,
    value: f64,
    ink: Ink,
    quiet: bool,
    pub(super) text: String,
}

/// What stands at the lines' ends: tag and value, on a narrow chart the tag alone where there is one.
pub(super) fn ends(panel: &Panel, time: Domain, narrow: bool) -> Vec<End> {
    let mut ends = Vec::new();
    for line in &panel.lines {
        let Some((at, day)) = last_shown(&line.column, time) else { continue };
        let value = line.column.values()[at];
        let written = panel.format.text(value);
        let text = match line.tag.as_str() {
            "" => written,
            tag if narrow => tag.to_owned(),
            tag => format!("{tag} {written}"),
        };
        let quiet = line.quiet.holds(at, value);
        ends.push(End { at: day, value, ink: line.ink, quiet, text });
    }
    for layer in &panel.layers {
        let Some((at, day)) = last_shown(&layer.high, time) else { continue };
        // The name stands at the middle of its part.
        let value = f64::midpoint(layer.low.values()[at], layer.high.values()[at]);
        ends.push(End { at: day, value, ink: layer.ink, quiet: false, text: layer.tag.clone() });
    }
    for mark in &panel.marks {
        if let Mark::Curve(curve) = mark
            && !curve.tag.is_empty()
            && let Some((at, value)) = curve.x.iter().zip(curve.y.iter()).rev().find(|(_, y)| !y.is_nan())
        {
            ends.push(End { at: *at, value: *value, ink: curve.ink, quiet: curve.ink == Ink::Quiet, text: curve.tag.clone() });
        }
    }
    ends
}

/// The last value inside the range: its index and its day.
fn last_shown(column: &Series, time: Domain) -> Option<(usize, f64)> {
    let (days, values) = (column.days(), column.values());
    let inside = days.partition_point(|d| f64::from(d.count()) <= time.hi());
    let at = hit::nearest_present(&days[..inside], &values[..inside], time.hi())?;
    let day = f64::from(days[at].count());
    (day >= time.lo()).then_some((at, day))
}

/// Puts the ends at their points and their labels at the plot's right edge, out of each other's way.
pub(super) fn place(ends: Vec<End>, x: &Scale, y: &Scale, (top, bottom): (f64, f64)) -> Vec<LineEnd> {
    let wanted: Vec<f64> = ends.iter().map(|end| y.px(end.value).clamp(top, bottom)).collect();
    let placed = spread(&wanted, LABEL_GAP_PX, top, bottom);
    let all = ends.into_iter().zip(wanted.into_iter().zip(placed));
    all.map(|(end, (y, label_y))| LineEnd {
        x: x.px(end.at),
        y,
        ink: end.ink,
        quiet: end.quiet,
        label: Label { text: end.text, x: x.range().1 + 8.0, y: label_y },
    })
    .collect()
}

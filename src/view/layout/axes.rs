//! Ticks of the values, up the side of a plot and along the foot of one that has its own axis.

use super::{AXIS_ROW_PX, LABEL_PX, Label, TITLE_LINE_PX, ValueAxisLayout, labels, lines};
use crate::view::polyline::Rect;
use crate::view::scale::{Kind, Scale};
use crate::view::scene::{Panel, ValueAxis};
use crate::view::ticks;

/// Values with their texts, for a plot of that height.
pub(super) fn value_ticks(panel: &Panel, length_px: f64) -> Vec<(f64, String)> {
    let ticks = match panel.kind {
        Kind::Log => ticks::log(panel.y, length_px, 22.0),
        Kind::Linear => ticks::linear(panel.y, length_px, 28.0),
    };
    // On a log axis every tick has decimals of its own: 0.5, 1, 10.
    let decimals = |t: &ticks::Tick| if panel.kind == Kind::Log { t.decimals } else { ticks.decimals };
    ticks.ticks.iter().map(|t| (t.value, panel.format.text_with(t.value, decimals(t)))).collect()
}

/// How high what stands under a plot over values is: its ticks and what they measure.
pub(super) fn foot_px(axis: &ValueAxis, room_px: f64, measure: &dyn Fn(&str, f64) -> f64) -> f64 {
    match title(axis, room_px, measure).len() {
        0 => AXIS_ROW_PX,
        count => AXIS_ROW_PX * 1.8 + TITLE_LINE_PX * (count as f64 - 1.0),
    }
}

fn title(axis: &ValueAxis, room_px: f64, measure: &dyn Fn(&str, f64) -> f64) -> Vec<String> {
    lines(&axis.title, 2, LABEL_PX, room_px, measure)
}

/// The axis of a panel over values, under its plot, with its title between the panel's own edges and the names that stand in the plot.
pub(super) fn value_axis(
    axis: &ValueAxis,
    plot: &Rect,
    (left, right): (f64, f64),
    names: &dyn Fn(&Scale) -> Vec<Label>,
    measure: &dyn Fn(&str, f64) -> f64,
) -> ValueAxisLayout {
    let x = Scale::new(axis.kind, axis.domain, plot.left, plot.right);
    let length_px = plot.right - plot.left;
    let sample =
        measure(&axis.format.text(axis.domain.hi()), LABEL_PX).max(measure(&axis.format.text(axis.domain.lo()), LABEL_PX));
    let gap = (sample + 14.0).max(30.0);
    let ticks = match axis.kind {
        Kind::Log => ticks::log(axis.domain, length_px, gap),
        Kind::Linear => ticks::linear(axis.domain, length_px, gap),
    };
    let y = plot.bottom + AXIS_ROW_PX * 0.55;
    let mut free_from = left;
    let mut placed = Vec::new();
    for tick in &ticks.ticks {
        if axis.whole && tick.value.fract().abs() > 1e-9 {
            continue;
        }
        let decimals = if axis.whole {
            0
        } else if axis.kind == Kind::Log {
            tick.decimals
        } else {
            ticks.decimals
        };
        let text = axis.format.text_with(tick.value, decimals);
        let (at, half) = (x.px(tick.value), measure(&text, LABEL_PX) / 2.0);
        let fits = at - half >= free_from && at + half <= right;
        if fits {
            free_from = at + half + 6.0;
        }
        placed.push(Label { text: if fits { text } else { String::new() }, x: at, y });
    }
    // Under the middle of the plot, or as near to it as the panel's edges allow.
    let title = title(axis, right - left, measure);
    let half = title.iter().map(|line| measure(line, LABEL_PX) / 2.0).fold(0.0, f64::max);
    let middle = f64::midpoint(plot.left, plot.right).min(right - half).max(left + half);
    ValueAxisLayout {
        ticks: placed,
        title: labels(title, middle, y + AXIS_ROW_PX * 0.8),
        names: names(&x),
        x,
        #[cfg(not(feature = "figures"))]
        never: axis.never,
    }
}

//! The names of single points: beside them, out of each other's way.

use super::{LABEL_PX, Label};
use crate::view::polyline::Rect;
use crate::view::scale::Scale;
use crate::view::scene::{Mark, Panel};

/// Their size.
pub const NAME_PX: f64 = LABEL_PX - 1.0;
/// From a point's middle to its name.
const GAP_PX: f64 = 7.0;
/// How far a name is moved up or down for another's sake, the nearest first.
const MOVES_PX: [f64; 9] = [0.0, -7.0, 7.0, -13.0, 13.0, -20.0, 20.0, -26.0, 26.0];

/// Names from their left edge, those that come first where they belong. One for which there is no room is left out.
pub(super) fn names(panel: &Panel, x: &Scale, y: &Scale, plot: &Rect, measure: &dyn Fn(&str, f64) -> f64) -> Vec<Label> {
    // The light module has no panel over values.
    if !cfg!(feature = "figures") {
        return Vec::new();
    }
    let mut placed: Vec<(Label, f64)> = Vec::new();
    let dots = panel.marks.iter().filter_map(|mark| if let Mark::Dots(dots) = mark { Some(dots) } else { None });
    for (dots, (at, name)) in dots.flat_map(|dots| dots.names.iter().map(move |name| (dots, name))) {
        let (Some(px), Some(py)) = (dots.x.get(*at).map(|value| x.px(*value)), dots.y.get(*at).map(|value| y.px(*value))) else {
            continue;
        };
        if !(plot.left..=plot.right).contains(&px) || !(plot.top..=plot.bottom).contains(&py) {
            continue;
        }
        let wide = measure(name, NAME_PX);
        let (right, left) = (px + GAP_PX, px - GAP_PX - wide);
        // Towards the middle, where there is room.
        let sides = if px > f64::midpoint(plot.left, plot.right) { [left, right] } else { [right, left] };
        let beside = sides.into_iter().flat_map(|side| MOVES_PX.map(|moved| (side, py + moved)));
        // Else over or under it, where a name is wider than what is left of the plot.
        let across = (px - wide / 2.0).min(plot.right - wide).max(plot.left);
        let mut places = beside.chain([(across, py - 13.0), (across, py + 13.0)]);
        let is_free = |(left, middle): &(f64, f64)| {
            let touches = |(other, wide_other): &(Label, f64)| {
                (other.y - middle).abs() < NAME_PX + 1.0 && *left < other.x + wide_other + 4.0 && other.x < left + wide + 4.0
            };
            (plot.top..=plot.bottom).contains(middle)
                && *left >= plot.left
                && left + wide <= plot.right
                && !placed.iter().any(touches)
        };
        if let Some((x, y)) = places.find(is_free) {
            placed.push((Label { text: name.clone(), x, y }, wide));
        }
    }
    placed.into_iter().map(|(label, _)| label).collect()
}

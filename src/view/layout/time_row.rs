//! What stands along the shared axis of time: its labels, and the events.

use super::{LABEL_PX, Label, PinMark};
use crate::text::{self, Phrases};
use crate::view::scale::{Domain, Scale};
use crate::view::scene::Scene;
use crate::view::time_ticks::{Level, time};

pub(super) fn time_labels(
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
        // A day without room has none for a tick.
        #[cfg(feature = "extras")]
        if tick.level == Level::Day && !x.has_room_for(tick.day) {
            continue;
        }
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

/// Where the days of the events inside the range stand, and their marks: where some would touch, one amid them says how many they are.
/// A title is written where the next mark leaves room for it.
pub(super) fn pins(scene: &Scene, x: &Scale, y: f64, measure: &dyn Fn(&str, f64) -> f64) -> (Vec<f64>, Vec<PinMark>) {
    let (mut pins, mut marks) = (Vec::new(), Vec::<PinMark>::new());
    for (pin, at) in scene.pins.iter().map(|pin| f64::from(pin.day.count())).enumerate() {
        if !scene.x.contains(at) {
            continue;
        }
        pins.push(x.px(at));
        marks.push(PinMark { pin, x: x.px(at), count: 1, label: None });
        while let [.., before, last] = &mut marks[..]
            && last.x - before.x < before.radius() + last.radius() + 1.0
        {
            let count = before.count + last.count;
            before.x = (before.x * before.count as f64 + last.x * last.count as f64) / count as f64;
            before.count = count;
            marks.pop();
        }
    }
    for at in 0..marks.len() {
        let end = marks.get(at + 1).map_or(x.range().1, |next| next.x - next.radius() - 3.5);
        let mark = &mut marks[at];
        let title = &scene.pins[mark.pin].title;
        if mark.count > 1 {
            mark.label = Some(Label { text: text::number(mark.count as f64, 0), x: mark.x, y });
        } else if measure(title, LABEL_PX - 1.0) <= end - mark.x - 7.0 {
            mark.label = Some(Label { text: title.clone(), x: mark.x + 7.0, y });
        }
    }
    (pins, marks)
}

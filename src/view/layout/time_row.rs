//! What stands along the shared axis of time: its labels, and the events.

use super::{LABEL_PX, Label, PinLayout};
use crate::series::Day;
use crate::text::{self, Phrases};
use crate::view::labels::spread;
use crate::view::scale::{Domain, Scale};
use crate::view::scene::Scene;
use crate::view::time_ticks::{Level, time};

/// From one pin's mark to the next, as wide as may be: at the widest two marks just do not touch.
const PIN_GAPS_PX: [f64; 4] = [8.0, 6.0, 4.0, 2.0];
/// A mark farther than this from its day would be taken for another day's.
const FARTHEST_PX: f64 = 24.0;

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

/// Events inside the range; a title is written where the next pin leaves room for it.
pub(super) fn pins(scene: &Scene, x: &Scale, y: f64, measure: &dyn Fn(&str, f64) -> f64) -> Vec<PinLayout> {
    let count = |day: Day| f64::from(day.count());
    let inside = scene.pins.iter().enumerate().filter(|(_, pin)| scene.x.contains(count(pin.day)));
    let mut placed: Vec<PinLayout> = inside
        .map(|(pin, p)| {
            let x = x.px(count(p.day));
            PinLayout { pin, x, mark_x: x, title: None }
        })
        .collect();
    let wanted: Vec<f64> = placed.iter().map(|pin| pin.x).collect();
    let near = |marks: &Vec<f64>| wanted.iter().zip(marks).all(|(x, mark)| (x - mark).abs() <= FARTHEST_PX);
    let mut fans = PIN_GAPS_PX.iter().map(|gap| spread(&wanted, *gap, x.range().0, x.range().1));
    // Where even the narrowest fan leads too far the marks stay on their days, one over the other.
    if let Some(marks) = fans.find(near) {
        for (pin, mark_x) in placed.iter_mut().zip(marks) {
            pin.mark_x = mark_x;
        }
    }
    for at in 0..placed.len() {
        let next = placed.get(at + 1).map_or(x.range().1, |next| next.mark_x);
        let room = next - placed[at].mark_x - 14.0;
        let title = &scene.pins[placed[at].pin].title;
        if measure(title, LABEL_PX - 1.0) <= room {
            placed[at].title = Some(Label { text: title.clone(), x: placed[at].mark_x + 7.0, y });
        }
    }
    placed
}

//! What stands along the shared axis of time: its labels, and the events.

use std::ops::Range;

use super::{GATHERED_PX, LABEL_PX, Label, MARK_PX, PinMark};
use crate::text::{self, Phrases};
use crate::view::scale::{Domain, Scale};
use crate::view::scene::Scene;
use crate::view::time_ticks::{Level, time};

/// From one mark of a fan to the next: they just do not touch.
const FAN_GAP_PX: f64 = 8.0;
/// A mark farther than this from its day would be taken for another day's.
const FARTHEST_PX: f64 = 12.0;

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

/// Where the days of the events inside the range stand, and their marks. Marks that would touch fan out on threads to their
/// days; where that would lead too far, one amid them says how many they are. A title is written where the next mark leaves room
/// for it.
pub(super) fn pins(scene: &Scene, x: &Scale, y: f64, measure: &dyn Fn(&str, f64) -> f64) -> (Vec<f64>, Vec<PinMark>) {
    let inside = scene.pins.iter().map(|pin| f64::from(pin.day.count())).enumerate().filter(|(_, day)| scene.x.contains(*day));
    let (events, days): (Vec<usize>, Vec<f64>) = inside.map(|(pin, day)| (pin, x.px(day))).unzip();
    let mut crowds: Vec<Crowd> = Vec::new();
    for at in 0..days.len() {
        let mut crowd = Crowd::new(&days, at..at + 1, x.range());
        while let Some(before) = crowds.pop_if(|before| before.middle + before.half + 1.0 > crowd.middle - crowd.half) {
            crowd = Crowd::new(&days, before.events.start..at + 1, x.range());
        }
        crowds.push(crowd);
    }
    let mut marks: Vec<PinMark> = Vec::new();
    for crowd in crowds {
        let mark = |at: usize, x, count| PinMark { pin: events[at], day: days[at], x, count, label: None };
        if crowd.fans {
            marks.extend(crowd.events.clone().enumerate().map(|(k, at)| mark(at, crowd.place(k), 1)));
        } else {
            marks.push(PinMark { day: crowd.middle, ..mark(crowd.events.start, crowd.middle, crowd.events.len()) });
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
    (days, marks)
}

/// Events side by side whose marks would touch one another, or one alone.
struct Crowd {
    events: Range<usize>,
    middle: f64,
    /// From the middle to the outer edge.
    half: f64,
    /// Whether each has a mark of its own.
    fans: bool,
}

impl Crowd {
    fn new(days: &[f64], events: Range<usize>, (left, right): (f64, f64)) -> Self {
        let own = &days[events.clone()];
        let amid = own.iter().sum::<f64>() / own.len() as f64;
        let side = FAN_GAP_PX / 2.0 * (own.len() - 1) as f64;
        let fan = Self { events, middle: amid.min(right - side).max(left + side), half: side + MARK_PX, fans: true };
        if own.iter().enumerate().all(|(k, day)| (fan.place(k) - day).abs() <= FARTHEST_PX) {
            return fan;
        }
        Self { middle: amid, half: GATHERED_PX, fans: false, ..fan }
    }

    /// Where the mark of its `k`-th event stands.
    fn place(&self, k: usize) -> f64 {
        self.middle - self.half + MARK_PX + FAN_GAP_PX * k as f64
    }
}

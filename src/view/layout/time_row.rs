//! What stands along the shared axis of time: its labels, and the events.

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
    let (mut days, mut crowds, mut offset) = (Vec::new(), Vec::<Crowd>::new(), 0);
    for (pin, event) in scene.pins.iter().enumerate() {
        let day = f64::from(event.day.count());
        if !scene.x.contains(day) {
            continue;
        }
        let at = days.len();
        offset = pin - at;
        days.push(x.px(day));
        let mut crowd = Crowd::new(&days, at, x.range());
        while let Some(before) = crowds.last()
            && before.right + 1.0 > crowd.left
        {
            crowd = Crowd::new(&days, before.first, x.range());
            crowds.pop();
        }
        crowds.push(crowd);
    }
    let mut marks: Vec<PinMark> = Vec::new();
    for crowd in crowds {
        let (shown, count) = if crowd.fans { (crowd.count, 1) } else { (1, crowd.count) };
        for k in 0..shown {
            let x = crowd.mark + FAN_GAP_PX * k as f64;
            let at = crowd.first + k;
            marks.push(PinMark { pin: offset + at, day: if crowd.fans { days[at] } else { x }, x, count, label: None });
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
    /// The first of them and how many they are.
    first: usize,
    count: usize,
    /// The middle of the first mark, or of the only one.
    mark: f64,
    /// From the edge of the first mark to that of the last.
    left: f64,
    right: f64,
    /// Whether each has a mark of its own.
    fans: bool,
}

impl Crowd {
    /// Of all days from one on.
    #[inline(never)]
    fn new(days: &[f64], first: usize, (left, right): (f64, f64)) -> Self {
        let own = &days[first..];
        let count = own.len();
        let amid = own.iter().sum::<f64>() / count as f64;
        let across = FAN_GAP_PX * (count - 1) as f64;
        let mark = (amid - across / 2.0).min(right - across).max(left);
        let mut to = mark - FAN_GAP_PX;
        let fans = own.iter().all(|day| {
            to += FAN_GAP_PX;
            (to - day).abs() <= FARTHEST_PX
        });
        if fans {
            Self { first, count, mark, left: mark - MARK_PX, right: to + MARK_PX, fans }
        } else {
            Self { first, count, mark: amid, left: amid - GATHERED_PX, right: amid + GATHERED_PX, fans }
        }
    }
}

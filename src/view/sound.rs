//! A line as sound, for those who do not see it: time runs as the axis does, and what stands higher sounds higher.
//!
//! Not for making the sound; that is the browser's. The invariant: a note is where the crosshair would stand, and its pitch
//! follows the place of the value in the panel, so that a logarithmic or inverted axis sounds as it looks.

use std::ops::Range;

use super::scale::Scale;
use super::scene::{Line, Panel, Scene};
use crate::series::Day;

/// The pitch of the panel's lower edge: an A that every loudspeaker has.
const LOWEST_HZ: f64 = 220.0;
/// From the lower to the upper edge. Within two and a half octaves an ear hears steps, and none of them is shrill.
const OCTAVES: f64 = 2.5;
/// The longest that a line sounds; what is told must be remembered from its beginning to its end.
const LONGEST_S: f64 = 8.0;
/// A note is no shorter than an ear needs for its pitch.
const NOTE_S: f64 = 0.04;
/// A note of a line with few values is no longer than that.
const LONGEST_NOTE_S: f64 = 0.4;

/// One note.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Note {
    /// When it begins, in seconds from the first.
    pub start_s: f64,
    /// The last of the days it stands for.
    pub day: Day,
    /// Its pitch; `None` is a rest, where values are missing.
    pub hertz: Option<f64>,
}

/// The notes of one line, over the days that are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Melody {
    /// In the order in which they sound, each at once after the one before.
    pub notes: Vec<Note>,
    /// How long all of it takes, in seconds.
    pub length_s: f64,
}

impl Melody {
    /// The line of that key, or the first of the scene. `None` when no line is over time or none has a value in the days shown.
    ///
    /// Values that share a note are heard as the mean of their places. Costs one pass over the values.
    #[must_use]
    pub fn new(scene: &Scene, key: Option<&str>) -> Option<Self> {
        let (panel, line) = lines(scene).find(|(_, line)| Some(line.key.as_str()) == key).or_else(|| lines(scene).next())?;
        let shown = shown(scene, line);
        let (days, values) = (line.column.days().get(shown.clone())?, line.column.values().get(shown)?);
        let count = days.len() as f64;
        let length_s = (count * LONGEST_NOTE_S).min(LONGEST_S);
        let time = scene.time(0.0, length_s);
        let height = if panel.inverted { (1.0, 0.0) } else { (0.0, 1.0) };
        let height = Scale::new(panel.kind, panel.y, height.0, height.1);
        let slices = (length_s / NOTE_S).floor().min(count).max(1.0);
        let mut notes: Vec<Note> = Vec::new();
        let (mut sum, mut heard) = (0.0, 0.0);
        for (at, (day, value)) in days.iter().zip(values).enumerate() {
            let slice = |day: Day| (time.px(f64::from(day.count())) / length_s * slices).floor().min(slices - 1.0);
            let own = slice(*day);
            let place = height.px(*value);
            if !place.is_nan() {
                (sum, heard) = (sum + place.clamp(0.0, 1.0), heard + 1.0);
            }
            let is_last = days.get(at + 1).is_none_or(|next| slice(*next) > own);
            if is_last {
                let hertz = (heard > 0.0).then(|| LOWEST_HZ * libm::exp2(OCTAVES * sum / heard));
                notes.push(Note { start_s: own * length_s / slices, day: *day, hertz });
                (sum, heard) = (0.0, 0.0);
            }
        }
        notes.iter().any(|note| note.hertz.is_some()).then_some(Self { notes, length_s })
    }

    /// Whether the first line of the scene has anything to be heard in the days shown, without making the notes.
    #[must_use]
    pub fn is_there(scene: &Scene) -> bool {
        lines(scene).next().is_some_and(|(_, line)| line.column.extent(shown(scene, line)).is_some())
    }

    /// The day that sounds so many seconds after the beginning; `None` before it and after the end.
    #[must_use]
    pub fn day_at(&self, seconds: f64) -> Option<Day> {
        let at = self.notes.partition_point(|note| note.start_s <= seconds).checked_sub(1)?;
        (seconds < self.length_s).then(|| self.notes[at].day)
    }
}

/// The lines over time with their panels, in order.
fn lines(scene: &Scene) -> impl Iterator<Item = (&Panel, &Line)> {
    let panels = scene.panels.iter().filter(|panel| panel.x.is_none());
    panels.flat_map(|panel| panel.lines.iter().map(move |line| (panel, line)))
}

/// The indices of a line's values in the days shown.
fn shown(scene: &Scene, line: &Line) -> Range<usize> {
    let days = line.column.days();
    let from = days.partition_point(|day| f64::from(day.count()) < scene.x.lo());
    let to = days.partition_point(|day| f64::from(day.count()) <= scene.x.hi());
    from..to.max(from)
}

//! What fingers and the mouse mean on the chart: pointing, panning, pinching, or the page's own scrolling.
//!
//! Not for events of a browser and not for days: places come in as pixels of the chart and leave as pixels. The invariant:
//! every [`Intent::Begin`] is followed by one [`Intent::End`], whatever pointers are lost on the way.

/// How far the mouse moves before it drags.
const MOUSE_SLACK_PX: f64 = 4.0;
/// How far a finger moves before it is clear which way it goes.
const TOUCH_SLACK_PX: f64 = 8.0;
/// Fingers nearer than this count as this far apart: the factor of a pinch stays finite.
const LEAST_SPAN_PX: f64 = 24.0;

/// How long a finger rests before it takes the crosshair along, in milliseconds.
pub const HOLD_MS: i32 = 400;

/// What is to happen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Intent {
    /// The crosshair goes to this place.
    Point(f64, f64),
    /// The range is about to move; what follows counts from where it is now.
    Begin,
    /// The range moves along with the pointer, by so many pixels since [`Intent::Begin`].
    Pan(f64),
    /// The range grows or shrinks since [`Intent::Begin`]: what was at `from_px` is now at `to_px`, and a length on the screen is
    /// `factor` times as long.
    Pinch {
        /// Where the fingers' middle was.
        from_px: f64,
        /// Where it is.
        to_px: f64,
        /// How much farther apart they are.
        factor: f64,
    },
    /// The range stays where it is now.
    End,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Finger {
    id: i32,
    x: f64,
    y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Phase {
    /// Nothing is down.
    #[default]
    Idle,
    /// Down at this place, and it is not clear what for.
    Undecided { x: f64, y: f64, touch: bool },
    /// The crosshair follows.
    Scrub,
    /// The range follows; the pointer went down at this place.
    Pan { from_px: f64 },
    /// Two fingers; where their middle was and how far apart they were.
    Pinch { middle_px: f64, span_px: f64 },
    /// The page's: nothing more until all are up.
    Given,
}

/// The pointers that are down, and what they are doing.
#[derive(Debug, Clone, Default)]
pub struct Gesture {
    fingers: Vec<Finger>,
    phase: Phase,
}

impl Gesture {
    /// A pointer goes down. `movable` is whether a range of time lies under it.
    pub fn down(&mut self, id: i32, x: f64, y: f64, touch: bool, movable: bool) -> Vec<Intent> {
        self.fingers.retain(|finger| finger.id != id);
        self.fingers.push(Finger { id, x, y });
        match (self.fingers.as_slice(), self.phase) {
            ([_], Phase::Pan { .. } | Phase::Pinch { .. }) => {
                // The one before got lost without a word.
                self.phase = Phase::Undecided { x, y, touch };
                vec![Intent::End]
            }
            ([_], _) => {
                self.phase = Phase::Undecided { x, y, touch };
                if touch { Vec::new() } else { vec![Intent::Point(x, y)] }
            }
            ([_, _], before) if movable && before != Phase::Given => {
                let was_moving = self.moves_range();
                let (middle_px, span_px) = self.spread();
                self.phase = Phase::Pinch { middle_px, span_px };
                if was_moving { vec![Intent::End, Intent::Begin] } else { vec![Intent::Begin] }
            }
            _ => self.give(),
        }
    }

    /// A pointer moves. `can_pan` is whether the range under it can move at all.
    pub fn moved(&mut self, id: i32, x: f64, y: f64, can_pan: bool) -> Vec<Intent> {
        let Some(finger) = self.fingers.iter_mut().find(|finger| finger.id == id) else {
            // Nothing is down: the mouse passes over.
            return if self.phase == Phase::Idle { vec![Intent::Point(x, y)] } else { Vec::new() };
        };
        (finger.x, finger.y) = (x, y);
        match self.phase {
            Phase::Undecided { x: from_x, y: from_y, touch } => {
                let (across, along) = ((x - from_x).abs(), (y - from_y).abs());
                let slack = if touch { TOUCH_SLACK_PX } else { MOUSE_SLACK_PX };
                if across.max(along) < slack {
                    return if touch { Vec::new() } else { vec![Intent::Point(x, y)] };
                }
                if across >= along && can_pan {
                    self.phase = Phase::Pan { from_px: from_x };
                    return vec![Intent::Begin, Intent::Pan(x - from_x)];
                }
                self.phase = if touch && along > across { Phase::Given } else { Phase::Scrub };
                if self.phase == Phase::Scrub { vec![Intent::Point(x, y)] } else { Vec::new() }
            }
            Phase::Scrub => vec![Intent::Point(x, y)],
            Phase::Pan { from_px } => vec![Intent::Pan(x - from_px)],
            Phase::Pinch { middle_px, span_px } => {
                let (to_px, span) = self.spread();
                vec![Intent::Pinch { from_px: middle_px, to_px, factor: span / span_px }]
            }
            Phase::Idle | Phase::Given => Vec::new(),
        }
    }

    /// A finger has rested for [`HOLD_MS`]: from now on the crosshair follows it.
    pub fn hold(&mut self) -> Vec<Intent> {
        match (self.phase, self.fingers.as_slice()) {
            (Phase::Undecided { touch: true, .. }, [finger]) => {
                let place = Intent::Point(finger.x, finger.y);
                self.phase = Phase::Scrub;
                vec![place]
            }
            _ => Vec::new(),
        }
    }

    /// A pointer goes up. A finger that went nowhere has tapped.
    pub fn up(&mut self, id: i32) -> Vec<Intent> {
        let known = self.fingers.iter().find(|finger| finger.id == id).copied();
        let tapped = match (known, self.phase) {
            (Some(finger), Phase::Undecided { touch: true, .. }) => vec![Intent::Point(finger.x, finger.y)],
            _ => Vec::new(),
        };
        let lost = self.cancel(id);
        [tapped, lost].concat()
    }

    /// A pointer is lost: the browser took it, or nobody knows where it is.
    pub fn cancel(&mut self, id: i32) -> Vec<Intent> {
        let before = self.fingers.len();
        self.fingers.retain(|finger| finger.id != id);
        if self.fingers.len() == before { Vec::new() } else { self.give() }
    }

    /// Whether the page must not scroll or zoom under the fingers.
    #[must_use]
    pub const fn holds_page(&self) -> bool {
        matches!(self.phase, Phase::Scrub | Phase::Pan { .. } | Phase::Pinch { .. })
    }

    /// Whether the range is being moved.
    #[must_use]
    pub const fn moves_range(&self) -> bool {
        matches!(self.phase, Phase::Pan { .. } | Phase::Pinch { .. })
    }

    /// Whether anything is down.
    #[must_use]
    pub const fn is_down(&self) -> bool {
        !self.fingers.is_empty()
    }

    /// Ends what is under way; the fingers that are left are the page's.
    fn give(&mut self) -> Vec<Intent> {
        let ended = self.moves_range();
        self.phase = if self.fingers.is_empty() { Phase::Idle } else { Phase::Given };
        if ended { vec![Intent::End] } else { Vec::new() }
    }

    /// Middle and distance of the first two fingers.
    fn spread(&self) -> (f64, f64) {
        match self.fingers.as_slice() {
            [a, b, ..] => (f64::midpoint(a.x, b.x), (a.x - b.x).hypot(a.y - b.y).max(LEAST_SPAN_PX)),
            _ => (0.0, LEAST_SPAN_PX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mouse_points_until_it_has_dragged_and_points_where_there_is_nothing_to_pan() {
        let mut gesture = Gesture::default();
        assert_eq!(gesture.moved(1, 5.0, 5.0, true), [Intent::Point(5.0, 5.0)]);
        gesture.down(1, 10.0, 10.0, false, true);
        assert_eq!(gesture.moved(1, 12.0, 10.0, true), [Intent::Point(12.0, 10.0)]);
        assert_eq!(gesture.moved(1, 20.0, 13.0, true), [Intent::Begin, Intent::Pan(10.0)]);
        assert_eq!(gesture.moved(1, -500.0, 900.0, true), [Intent::Pan(-510.0)], "also far outside");
        assert_eq!(gesture.up(1), [Intent::End]);
        gesture.down(1, 10.0, 10.0, false, true);
        assert_eq!(gesture.moved(1, 60.0, 10.0, false), [Intent::Point(60.0, 10.0)]);
        assert_eq!(gesture.up(1), []);
    }

    #[test]
    fn a_finger_that_goes_down_the_page_is_the_pages() {
        let mut gesture = Gesture::default();
        gesture.down(1, 100.0, 100.0, true, true);
        assert_eq!(gesture.moved(1, 103.0, 109.0, true), []);
        assert!(!gesture.holds_page());
        assert_eq!(gesture.moved(1, 200.0, 109.0, true), [], "and stays so when it turns");
        assert_eq!(gesture.hold(), []);
        assert_eq!(gesture.up(1), []);
    }

    #[test]
    fn a_finger_that_rests_takes_the_crosshair_along_and_one_that_taps_sets_it() {
        let mut gesture = Gesture::default();
        assert_eq!(gesture.down(1, 100.0, 100.0, true, true), []);
        assert_eq!(gesture.hold(), [Intent::Point(100.0, 100.0)]);
        assert!(gesture.holds_page());
        assert_eq!(gesture.moved(1, 90.0, 180.0, true), [Intent::Point(90.0, 180.0)]);
        assert_eq!(gesture.up(1), []);
        gesture.down(2, 50.0, 60.0, true, true);
        assert_eq!(gesture.up(2), [Intent::Point(50.0, 60.0)]);
    }

    #[test]
    fn two_fingers_pinch_about_their_middle() {
        let mut gesture = Gesture::default();
        gesture.down(1, 100.0, 50.0, true, true);
        assert_eq!(gesture.down(2, 200.0, 50.0, true, true), [Intent::Begin]);
        let grown = Intent::Pinch { from_px: 150.0, to_px: 200.0, factor: 2.0 };
        assert_eq!(gesture.moved(2, 300.0, 50.0, true), [grown]);
        assert_eq!(gesture.up(1), [Intent::End]);
        assert_eq!(gesture.moved(2, 310.0, 50.0, true), [], "the finger that is left does nothing");
        assert_eq!(gesture.up(2), []);
        gesture.down(1, 0.0, 0.0, true, false);
        assert_eq!(gesture.down(2, 50.0, 0.0, true, false), [], "where nothing is movable the page zooms");
    }

    proptest! {
        #[test]
        fn whatever_pointers_come_and_go_every_beginning_has_its_end(
            events in prop::collection::vec((0..6u8, 0..4i32, -50.0..400.0f64, -50.0..300.0f64, any::<bool>()), 0..80),
        ) {
            let mut gesture = Gesture::default();
            let mut begun = false;
            let mut seen = Vec::new();
            for (what, id, x, y, flag) in events {
                let intents = match what {
                    0 => gesture.down(id, x, y, id > 0, flag),
                    1 | 2 => gesture.moved(id, x, y, flag),
                    3 => gesture.up(id),
                    4 => gesture.cancel(id),
                    _ => gesture.hold(),
                };
                seen.extend(intents);
            }
            for id in 0..4 {
                seen.extend(gesture.cancel(id));
            }
            for intent in seen {
                match intent {
                    Intent::Begin => prop_assert!(!std::mem::replace(&mut begun, true)),
                    Intent::End => prop_assert!(std::mem::replace(&mut begun, false)),
                    Intent::Pan(by) => prop_assert!(begun && by.is_finite()),
                    Intent::Pinch { factor, .. } => prop_assert!(begun && factor > 0.0 && factor.is_finite()),
                    Intent::Point(..) => prop_assert!(!begun),
                }
            }
            prop_assert!(!begun);
            prop_assert!(!gesture.is_down());
        }
    }
}

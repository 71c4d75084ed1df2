//! Laws of what a reader can do: whatever messages come in whatever order, the range stays inside the data, the crosshair
//! stands on something, and a reset comes home.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its days has failed")]

use proptest::prelude::*;
use yenlens::series::Day;
use yenlens::spec::{Range, Spec, ViewName, WINDOW_MAX, WINDOW_MIN};
use yenlens::view::scene::Pin;
use yenlens::view::state::{Dirty, Msg, SHORTEST_DAYS, Spot, State, Walk};

/// Weekdays of some thirteen years.
fn days() -> Vec<Day> {
    (15_000..20_000).filter(|d| d % 7 < 5).map(|d| Day::new(d).unwrap()).collect()
}

/// Events, some of them on days nobody can stand on, two of them on one day.
fn pins() -> Vec<Pin> {
    let pin = |day: i32| Pin { day: Day::new(day).unwrap(), kind: String::new(), title: String::new() };
    [14_000, 15_100, 15_100, 15_405, 16_000, 18_003, 19_999, 25_000].map(pin).to_vec()
}

fn ready(days: &[Day]) -> State {
    let mut state = State::new(Spec { views: ViewName::ALL.map(|(view, _)| view).to_vec(), ..Spec::default() });
    state.update(Msg::Extent(Some((days[0], days[days.len() - 1]))), Walk::default());
    state.update(Msg::Resize { width_css: 800.0, height_css: 500.0 }, Walk::default());
    state
}

fn count(day: Day) -> f64 {
    f64::from(day.count())
}

/// Messages that move the range.
fn range_msg() -> impl Strategy<Value = Msg> {
    prop_oneof![
        (0..Range::BUTTONS.len()).prop_map(|at| Msg::Range(Range::BUTTONS[at].0)),
        (14_000.0..21_000.0f64, 14_000.0..21_000.0f64).prop_map(|(a, b)| Msg::Brush(a, b)),
        (any::<f64>(), any::<f64>()).prop_map(|(a, b)| Msg::Brush(a, b)),
        (0.01..100.0f64, prop::option::of(14_000.0..21_000.0f64)).prop_map(|(factor, about)| Msg::Zoom { factor, about }),
        (any::<f64>(), prop::option::of(any::<f64>())).prop_map(|(factor, about)| Msg::Zoom { factor, about }),
    ]
}

fn msg() -> impl Strategy<Value = Msg> {
    prop_oneof![
        4 => range_msg(),
        1 => any::<f64>().prop_map(Msg::Hover),
        1 => (14_000.0..21_000.0f64).prop_map(Msg::Hover),
        1 => Just(Msg::Leave),
        1 => (-2000..2000i32).prop_map(Msg::Walk),
        1 => any::<bool>().prop_map(|last| Msg::WalkToEnd { last }),
        1 => any::<bool>().prop_map(|forward| Msg::WalkToEvent { forward }),
        1 => (0usize..400).prop_map(|window| Msg::Set("window", window.to_string())),
        1 => (0usize..60).prop_map(Msg::Stand),
        1 => "\\PC{0,12}".prop_map(|text| Msg::Set("range", text)),
        1 => "[a-z0-9]{1,4}".prop_map(|key| Msg::Toggle("hide", key)),
        1 => prop::option::of("[a-z]{1,4}").prop_map(Msg::Highlight),
        1 => (0..ViewName::ALL.len()).prop_map(|at| Msg::View(ViewName::ALL[at].0)),
        1 => (any::<f64>(), any::<f64>()).prop_map(|(width_css, height_css)| Msg::Resize { width_css, height_css }),
        1 => Just(Msg::Grasp),
        1 => Just(Msg::Release),
        1 => Just(Msg::Undo),
        1 => Just(Msg::Reset),
        1 => Just(Msg::Repaint),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_the_range_stays_inside_the_data_and_reset_comes_home(msgs in prop::collection::vec(msg(), 0..80)) {
        let (days, pins) = (days(), pins());
        let mut state = ready(&days);
        let walk = Walk { days: &days, stops: 50, pins: &pins };
        let home = state.domain();
        for msg in msgs {
            state.update(msg, walk);
            let domain = state.domain();
            prop_assert!(domain.lo() >= home.lo() && domain.hi() <= home.hi());
            prop_assert!(domain.hi() - domain.lo() >= SHORTEST_DAYS - 1.0);
            prop_assert!((WINDOW_MIN..=WINDOW_MAX).contains(&state.spec().window));
            match state.cursor() {
                Some(Spot::Day(day)) => {
                    prop_assert!(days.binary_search(&day).is_ok());
                    prop_assert!(domain.contains(count(day)));
                }
                Some(Spot::Stop(at)) => prop_assert!(at < 50),
                None => {}
            }
        }
        state.update(Msg::Reset, walk);
        prop_assert_eq!(state.domain(), home);
        prop_assert_eq!(state.cursor(), None);
        prop_assert!(!state.is_zoomed() && !state.can_pan());
    }

    #[test]
    fn each_change_of_the_range_is_undone_in_turn(msgs in prop::collection::vec(range_msg(), 0..20)) {
        let days = days();
        let mut state = ready(&days);
        let mut ranges = vec![state.spec().range];
        for msg in msgs {
            state.update(msg, Walk::default());
            if ranges.last() != Some(&state.spec().range) {
                ranges.push(state.spec().range);
            }
        }
        for range in ranges.iter().rev().skip(1) {
            state.update(Msg::Undo, Walk::default());
            prop_assert_eq!(state.spec().range, *range);
        }
        prop_assert_eq!(state.update(Msg::Undo, Walk::default()), Dirty::None);
    }

    #[test]
    fn a_gesture_is_one_step_however_often_the_range_moves(
        before in prop::collection::vec(range_msg(), 0..4), gesture in prop::collection::vec(range_msg(), 0..20),
    ) {
        let days = days();
        let mut state = ready(&days);
        for msg in before {
            state.update(msg, Walk::default());
        }
        let start = state.spec().range;
        state.update(Msg::Grasp, Walk::default());
        for msg in gesture {
            state.update(msg, Walk::default());
        }
        state.update(Msg::Release, Walk::default());
        if state.spec().range != start {
            state.update(Msg::Undo, Walk::default());
            prop_assert_eq!(state.spec().range, start);
        }
    }

    #[test]
    fn panning_keeps_the_length_of_the_range(from in 15_000.0..19_000.0f64, length in 20.0..900.0f64, by in -9_000.0..9_000.0f64) {
        let days = days();
        let mut state = ready(&days);
        state.update(Msg::Brush(from, from + length), Walk::default());
        let before = state.domain();
        state.update(Msg::Brush(before.lo() + by, before.hi() + by), Walk::default());
        prop_assert!((state.domain().span() - before.span()).abs() <= 1.0);
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer_in_its_place(from in 15_500.0..17_000.0f64, share in 0.1..0.9f64, factor in 0.3..1.0f64) {
        let days = days();
        let mut state = ready(&days);
        state.update(Msg::Brush(from, from + 2_000.0), Walk::default());
        let before = state.domain();
        let about = before.lo() + share * before.span();
        state.update(Msg::Zoom { factor, about: Some(about) }, Walk::default());
        let after = state.domain();
        // Ranges are whole days.
        prop_assert!(((about - after.lo()) / after.span() - share).abs() <= 1.5 / after.span());
    }

    #[test]
    fn events_are_walked_one_by_one_and_none_is_skipped(start in 15_000..20_000i32, forward in any::<bool>()) {
        let (days, pins) = (days(), pins());
        let mut state = ready(&days);
        let walk = Walk { days: &days, stops: 0, pins: &pins };
        state.update(Msg::Hover(f64::from(start)), walk);
        let Some(Spot::Day(from)) = state.cursor() else { panic!("nothing under the pointer") };
        // By hand: where a reader can stand for each event, nearest first.
        let nearest = |pin: &Pin| *days.iter().min_by(|a, b| {
            (count(**a) - count(pin.day)).abs().total_cmp(&(count(**b) - count(pin.day)).abs())
        }).unwrap();
        let inside = pins.iter().filter(|pin| (15_000..20_000).contains(&pin.day.count()));
        let mut expected: Vec<Day> = inside.map(nearest).filter(|day| if forward { *day > from } else { *day < from }).collect();
        expected.dedup();
        if !forward {
            expected.reverse();
        }
        for day in expected {
            prop_assert_eq!(state.update(Msg::WalkToEvent { forward }, walk), Dirty::Cursor);
            prop_assert_eq!(state.cursor(), Some(Spot::Day(day)));
        }
        prop_assert_eq!(state.update(Msg::WalkToEvent { forward }, walk), Dirty::None);
    }
}

#[test]
fn moving_the_pointer_or_a_highlight_never_asks_for_more_than_the_crosshair() {
    let days = days();
    let mut state = ready(&days);
    let walk = Walk { days: &days, stops: 50, pins: &[] };
    assert_eq!(state.update(Msg::Hover(17_000.0), walk), Dirty::Cursor);
    assert_eq!(state.update(Msg::Hover(17_000.1), walk), Dirty::None);
    assert_eq!(state.update(Msg::Leave, walk), Dirty::Cursor);
    assert_eq!(state.update(Msg::Highlight(Some("yen".into())), walk), Dirty::Cursor);
    assert_eq!(state.highlight(), Some("yen"));
    assert_eq!(state.update(Msg::Highlight(None), walk), Dirty::Cursor);
}

#[test]
fn arrow_keys_walk_point_by_point_and_enter_at_the_latest() {
    let days = days();
    let mut state = ready(&days);
    let walk = Walk { days: &days, stops: 0, pins: &[] };
    state.update(Msg::Walk(-1), walk);
    assert_eq!(state.cursor(), days.last().copied().map(Spot::Day));
    state.update(Msg::Walk(-3), walk);
    assert_eq!(state.cursor(), Some(Spot::Day(days[days.len() - 4])));
    state.update(Msg::WalkToEnd { last: false }, walk);
    assert_eq!(state.cursor(), Some(Spot::Day(days[0])));
    assert_eq!(state.update(Msg::Walk(-5), walk), Dirty::None);
}

#[test]
fn where_there_are_points_and_days_the_keys_walk_the_points_first_and_on_to_the_days() {
    let days = days();
    let mut state = ready(&days);
    let walk = Walk { days: &days, stops: 3, pins: &[] };
    state.update(Msg::Walk(1), walk);
    assert_eq!(state.cursor(), Some(Spot::Stop(0)));
    state.update(Msg::Walk(5), walk);
    assert_eq!(state.cursor(), Some(Spot::Stop(2)));
    state.update(Msg::Walk(1), walk);
    assert_eq!(state.cursor(), Some(Spot::Day(days[0])));
    state.update(Msg::Walk(2), walk);
    assert_eq!(state.cursor(), Some(Spot::Day(days[2])));
    state.update(Msg::WalkToEnd { last: false }, walk);
    state.update(Msg::Walk(-1), walk);
    assert_eq!(state.cursor(), Some(Spot::Stop(2)));
}

#[test]
fn a_range_that_meets_the_data_on_one_day_is_opened_by_the_shortest_stretch_towards_them() {
    let days = days();
    let shown = |days: &[Day], from: i32, to: i32| {
        let mut state = ready(days);
        let range = Range::Days(Day::new(from).unwrap(), Day::new(to).unwrap());
        state.update(Msg::Spec(Box::new(Spec { range, ..state.spec().clone() })), Walk::default());
        (state.domain().lo(), state.domain().hi())
    };
    let (first, last) = (count(days[0]), count(days[days.len() - 1]));
    let [before, after] = [days[0].plus(-90).count(), days[days.len() - 1].plus(90).count()];
    assert_eq!(shown(&days, last as i32, after), (last - SHORTEST_DAYS, last));
    assert_eq!(shown(&days, before, first as i32), (first, first + SHORTEST_DAYS));
    // Two days are what was asked for.
    assert_eq!(shown(&days, last as i32 - 1, after), (last - 1.0, last));
    // Data of less than the shortest stretch are shown whole, and a single day as a day.
    let few = &days[..3];
    assert_eq!(shown(few, few[2].count(), after), (first, count(few[2])));
    assert_eq!(shown(&days[..1], before, after), (first, first + 1.0));
}

#[test]
fn an_authors_new_range_becomes_home_and_leaves_nothing_to_undo() {
    let days = days();
    let mut state = ready(&days);
    state.update(Msg::Zoom { factor: 0.5, about: None }, Walk::default());
    state.update(Msg::Spec(Box::new(Spec { range: Range::Months(12), ..Spec::default() })), Walk::default());
    assert!(!state.is_zoomed());
    let home = state.domain();
    assert_eq!(state.update(Msg::Undo, Walk::default()), Dirty::None);
    state.update(Msg::Zoom { factor: 0.5, about: None }, Walk::default());
    assert!(state.is_zoomed());
    state.update(Msg::Reset, Walk::default());
    assert_eq!(state.domain(), home);
}

#[test]
fn a_line_that_is_hidden_twice_is_shown_again() {
    let days = days();
    let mut state = ready(&days);
    assert_eq!(state.update(Msg::Toggle("hide", "jgb30y".into()), Walk::default()), Dirty::Layout);
    state.update(Msg::Toggle("hide", "yen".into()), Walk::default());
    assert_eq!(state.spec().text("hide").as_deref(), Some("jgb30y yen"));
    state.update(Msg::Toggle("hide", "jgb30y".into()), Walk::default());
    assert_eq!(state.spec().hide, ["yen"]);
}

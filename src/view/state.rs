//! One place for what a widget shows, and one function that changes it.
//!
//! Everything that happens is a [`Msg`] to [`State::update`], which says how much has to be done again: [`Dirty`].
//! Nobody else writes the state, and nothing in here asks for a frame or touches a screen.

use crate::series::Day;
use crate::spec::{Basis, Range, Spec, Theme, ViewName, WINDOW_MAX, WINDOW_MIN};

use super::hit;
use super::scale::Domain;

/// How much has to be done again. Merging two takes the larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Dirty {
    /// Nothing.
    #[default]
    None,
    /// The crosshair and its readout.
    Cursor,
    /// The picture.
    Paint,
    /// Scene, places and picture.
    Layout,
    /// The numbers, then all of it.
    Data,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The author's options, parsed.
    Spec(Spec),
    /// The chart has this size in CSS pixels.
    Resize {
        /// Width.
        width_css: f64,
        /// Height.
        height_css: f64,
    },
    /// The numbers cover these days; `None` when there are none.
    Extent(Option<(Day, Day)>),
    /// The pointer is over this day (days since 1970).
    Hover(f64),
    /// The pointer is gone.
    Leave,
    /// The crosshair walks so many points on.
    Walk(i32),
    /// The crosshair goes to the first or last point that is shown.
    WalkToEnd {
        /// To the last one.
        last: bool,
    },
    /// The slider.
    Window(usize),
    /// The select.
    Asset(String),
    /// The select.
    Driver(String),
    /// The switch.
    Basis(Basis),
    /// A tab.
    View(ViewName),
    /// A range button.
    Range(Range),
    /// The brush, in days since 1970.
    Brush(f64, f64),
    /// Closer (below 1) or farther (above), about a day.
    Zoom {
        /// Factor on the length of the range.
        factor: f64,
        /// The day that stays where it is; the middle when `None`.
        about: Option<f64>,
    },
    /// Back to the range the author asked for, crosshair gone.
    Reset,
    /// Colours changed.
    Theme(Theme),
    /// The page's ground or resolution changed: paint again.
    Repaint,
}

/// The shortest stretch of time the chart zooms to.
const SHORTEST_DAYS: f64 = 14.0;

/// What a widget shows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    /// The range to which a reset returns.
    home: Range,
    extent: Option<(Day, Day)>,
    domain: Domain,
    cursor: Option<Day>,
    size: (f64, f64),
}

impl State {
    /// The state of a spec before any data or size is known.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self { home: spec.range, spec, extent: None, domain: Domain::new(0.0, 1.0), cursor: None, size: (0.0, 0.0) }
    }

    /// What is asked for.
    #[must_use]
    pub const fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The days that are shown, days since 1970.
    #[must_use]
    pub const fn domain(&self) -> Domain {
        self.domain
    }

    /// All days there are.
    #[must_use]
    pub const fn extent(&self) -> Option<(Day, Day)> {
        self.extent
    }

    /// Where the crosshair stands.
    #[must_use]
    pub const fn cursor(&self) -> Option<Day> {
        self.cursor
    }

    /// Width and height of the chart in CSS pixels.
    #[must_use]
    pub const fn size(&self) -> (f64, f64) {
        self.size
    }

    /// Whether the range is another than the author's.
    #[must_use]
    pub fn is_zoomed(&self) -> bool {
        self.spec.range != self.home
    }

    /// Takes in what happened. `walk` are the days a reader can stand on.
    pub fn update(&mut self, msg: Msg, walk: &[Day]) -> Dirty {
        match msg {
            Msg::Spec(spec) => self.respec(spec),
            Msg::Resize { width_css, height_css } => self.resize(width_css, height_css),
            Msg::Extent(extent) => {
                self.extent = extent;
                self.apply_range();
                Dirty::Layout
            }
            Msg::Hover(at) => {
                let (from, to) = self.shown(walk);
                let shown = &walk[from..to];
                self.stand_on(hit::nearest(shown, at).map(|i| shown[i]))
            }
            Msg::Leave => self.stand_on(None),
            Msg::Walk(by) => self.walk(by, walk),
            Msg::WalkToEnd { last } => {
                let (from, to) = self.shown(walk);
                self.stand_on(if last { walk[from..to].last() } else { walk[from..to].first() }.copied())
            }
            Msg::Window(window) => {
                let window = window.clamp(WINDOW_MIN, WINDOW_MAX);
                set(&mut self.spec.window, window, Dirty::Data)
            }
            Msg::Asset(id) => set(&mut self.spec.asset, id, Dirty::Data),
            Msg::Driver(id) => set(&mut self.spec.driver, id, Dirty::Data),
            Msg::Basis(basis) => set(&mut self.spec.basis, basis, Dirty::Data),
            Msg::View(view) if self.spec.views.contains(&view) => set(&mut self.spec.view, view, Dirty::Data),
            Msg::View(_) => Dirty::None,
            Msg::Range(range) => self.show(range),
            Msg::Brush(from, to) => self.brush(from, to),
            Msg::Zoom { factor, about } => self.zoom(factor, about),
            Msg::Reset => {
                let cursor = self.stand_on(None);
                cursor.max(self.show(self.home))
            }
            Msg::Theme(theme) => set(&mut self.spec.theme, theme, Dirty::Paint),
            Msg::Repaint => Dirty::Paint,
        }
    }

    fn respec(&mut self, spec: Spec) -> Dirty {
        if spec == self.spec {
            return Dirty::None;
        }
        if spec.range != self.spec.range {
            self.home = spec.range;
        }
        self.spec = spec;
        self.apply_range();
        Dirty::Data
    }

    fn resize(&mut self, width_css: f64, height_css: f64) -> Dirty {
        let size = (width_css.clamp(0.0, 20_000.0), height_css.clamp(0.0, 20_000.0));
        set(&mut self.size, if size.0.is_nan() || size.1.is_nan() { (0.0, 0.0) } else { size }, Dirty::Layout)
    }

    fn stand_on(&mut self, day: Option<Day>) -> Dirty {
        set(&mut self.cursor, day, Dirty::Cursor)
    }

    /// Indices of the days that are shown.
    fn shown(&self, walk: &[Day]) -> (usize, usize) {
        let from = walk.partition_point(|d| f64::from(d.count()) < self.domain.lo());
        let to = walk.partition_point(|d| f64::from(d.count()) <= self.domain.hi());
        (from, to.max(from))
    }

    fn walk(&mut self, by: i32, walk: &[Day]) -> Dirty {
        let (from, to) = self.shown(walk);
        if from == to {
            return Dirty::None;
        }
        let next = match self.cursor {
            // The first step enters at the latest point, the one a reader wants to hear first.
            None => to - 1,
            Some(day) => {
                let at = walk.partition_point(|d| *d < day) as i64;
                (at + i64::from(by)).clamp(from as i64, to as i64 - 1) as usize
            }
        };
        self.stand_on(walk.get(next).copied())
    }

    fn show(&mut self, range: Range) -> Dirty {
        self.spec.range = range;
        let before = self.domain;
        self.apply_range();
        if self.domain == before { Dirty::Cursor } else { Dirty::Layout }
    }

    fn brush(&mut self, from: f64, to: f64) -> Dirty {
        let Some((first, last)) = self.extent else { return Dirty::None };
        if from.is_nan() || to.is_nan() {
            return Dirty::None;
        }
        let (first, last) = (f64::from(first.count()), f64::from(last.count()));
        let (from, to) = (from.min(to), from.max(to));
        let length = (to - from).max(SHORTEST_DAYS).min((last - first).max(SHORTEST_DAYS));
        // A range pushed against an end keeps its length.
        let from = from.min(last - length).max(first);
        let day = |at: f64| Day::saturating(libm::round(at) as i64);
        let range = if from <= first && from + length >= last { Range::Max } else { Range::Days(day(from), day(from + length)) };
        self.show(range)
    }

    fn zoom(&mut self, factor: f64, about: Option<f64>) -> Dirty {
        if !(factor > 0.0 && factor.is_finite()) {
            return Dirty::None;
        }
        let (lo, hi) = (self.domain.lo(), self.domain.hi());
        let about = about.unwrap_or(f64::midpoint(lo, hi)).clamp(lo, hi);
        let length = ((hi - lo) * factor).max(SHORTEST_DAYS);
        let share = (about - lo) / (hi - lo);
        self.brush(about - share * length, about + (1.0 - share) * length)
    }

    fn apply_range(&mut self) {
        let Some((first, last)) = self.extent else { return };
        let (from, to) = match self.spec.range {
            Range::Max => (first, last),
            Range::Months(months) => (last.plus_months(-i32::from(months)).max(first), last),
            // A range wholly outside the data shows what there is.
            Range::Days(from, to) if to < first || from > last => (first, last),
            Range::Days(from, to) => (from.max(first), to.min(last)),
        };
        self.domain = Domain::new(f64::from(from.count()), f64::from(to.count()));
        if self.cursor.is_some_and(|day| !self.domain.contains(f64::from(day.count()))) {
            self.cursor = None;
        }
    }
}

fn set<T: PartialEq>(place: &mut T, value: T, dirty: Dirty) -> Dirty {
    if *place == value {
        return Dirty::None;
    }
    *place = value;
    dirty
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn walk() -> Vec<Day> {
        (15_000..20_000).filter(|d| d % 7 < 5).map(|d| Day::new(d).unwrap()).collect()
    }

    fn ready() -> State {
        let mut state = State::new(Spec::default());
        let walk = walk();
        state.update(Msg::Extent(Some((walk[0], walk[walk.len() - 1]))), &walk);
        state.update(Msg::Resize { width_css: 800.0, height_css: 500.0 }, &walk);
        state
    }

    fn msg() -> impl Strategy<Value = Msg> {
        prop_oneof![
            any::<f64>().prop_map(Msg::Hover),
            (14_000.0..21_000.0f64).prop_map(Msg::Hover),
            Just(Msg::Leave),
            (-2000..2000i32).prop_map(Msg::Walk),
            any::<bool>().prop_map(|last| Msg::WalkToEnd { last }),
            (0usize..400).prop_map(Msg::Window),
            (0..Range::BUTTONS.len()).prop_map(|at| Msg::Range(Range::BUTTONS[at].0)),
            (14_000.0..21_000.0f64, 14_000.0..21_000.0f64).prop_map(|(a, b)| Msg::Brush(a, b)),
            (any::<f64>(), any::<f64>()).prop_map(|(a, b)| Msg::Brush(a, b)),
            (0.01..100.0f64, prop::option::of(14_000.0..21_000.0f64)).prop_map(|(factor, about)| Msg::Zoom { factor, about }),
            (any::<f64>(), any::<f64>()).prop_map(|(width_css, height_css)| Msg::Resize { width_css, height_css }),
            Just(Msg::Reset),
        ]
    }

    proptest! {
        #[test]
        fn whatever_happens_the_range_stays_inside_the_data_and_reset_comes_home(msgs in prop::collection::vec(msg(), 0..60)) {
            let (mut state, walk) = (ready(), walk());
            let home = state.domain();
            for msg in msgs {
                state.update(msg, &walk);
                let domain = state.domain();
                prop_assert!(domain.lo() >= home.lo() && domain.hi() <= home.hi());
                prop_assert!(domain.hi() - domain.lo() >= SHORTEST_DAYS - 1.0);
                prop_assert!((WINDOW_MIN..=WINDOW_MAX).contains(&state.spec().window));
                if let Some(day) = state.cursor() {
                    prop_assert!(walk.binary_search(&day).is_ok());
                    prop_assert!(domain.contains(f64::from(day.count())));
                }
            }
            state.update(Msg::Reset, &walk);
            prop_assert_eq!(state.domain(), home);
            prop_assert_eq!(state.cursor(), None);
            prop_assert!(!state.is_zoomed());
        }
    }

    #[test]
    fn moving_the_pointer_never_asks_for_more_than_the_crosshair() {
        let (mut state, walk) = (ready(), walk());
        assert_eq!(state.update(Msg::Hover(17_000.0), &walk), Dirty::Cursor);
        assert_eq!(state.update(Msg::Hover(17_000.1), &walk), Dirty::None);
        assert_eq!(state.update(Msg::Leave, &walk), Dirty::Cursor);
    }

    #[test]
    fn arrow_keys_walk_point_by_point_and_enter_at_the_latest() {
        let (mut state, walk) = (ready(), walk());
        state.update(Msg::Walk(-1), &walk);
        assert_eq!(state.cursor(), walk.last().copied());
        state.update(Msg::Walk(-3), &walk);
        assert_eq!(state.cursor(), Some(walk[walk.len() - 4]));
        state.update(Msg::WalkToEnd { last: false }, &walk);
        assert_eq!(state.cursor(), Some(walk[0]));
        assert_eq!(state.update(Msg::Walk(-5), &walk), Dirty::None);
    }

    #[test]
    fn an_authors_new_range_becomes_home() {
        let (mut state, walk) = (ready(), walk());
        state.update(Msg::Spec(Spec { range: Range::Months(12), ..Spec::default() }), &walk);
        assert!(!state.is_zoomed());
        let home = state.domain();
        state.update(Msg::Zoom { factor: 0.5, about: None }, &walk);
        assert!(state.is_zoomed());
        state.update(Msg::Reset, &walk);
        assert_eq!(state.domain(), home);
    }
}

//! One place for what a widget shows, and one function that changes it.
//!
//! Everything that happens is a [`Msg`] to [`State::update`], which says how much has to be done again: [`Dirty`].
//! Nobody else writes the state, and nothing in here asks for a frame or touches a screen.

use crate::series::Day;
use crate::spec::{Range, Spec, ViewName};

use super::hit;
use super::scale::Domain;
use super::scene::Pin;

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
    Spec(Box<Spec>),
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
    /// The pointer is over this one of the scene's stops.
    Stand(usize),
    /// The pointer is gone.
    Leave,
    /// The crosshair walks so many points on.
    Walk(i32),
    /// The crosshair goes to the next event, or to the one before.
    WalkToEvent {
        /// To the next one.
        forward: bool,
    },
    /// The crosshair goes to the first or last point that is shown.
    WalkToEnd {
        /// To the last one.
        last: bool,
    },
    /// A control: an option under its name, in its text form. One that has no meaning changes nothing.
    Set(&'static str, String),
    /// A control of several: a value of an option that is a list, on or off.
    Toggle(&'static str, String),
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
    /// A gesture on the range begins: until it ends, however the range moves, it is one step of the history.
    Grasp,
    /// The gesture is over.
    Release,
    /// Back to the range before the last change of it.
    Undo,
    /// The line of that key stands out; `None` for all alike.
    Highlight(Option<String>),
    /// Back to the range the author asked for, crosshair gone.
    Reset,
    /// The page's ground or resolution changed: paint again.
    Repaint,
}

/// Where the crosshair stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// On a day of the panels over time.
    Day(Day),
    /// On one of the scene's stops.
    Stop(usize),
}

/// What a reader can stand on: the days of the panels over time, and how many stops there are in the panels over values.
#[derive(Debug, Clone, Copy, Default)]
pub struct Walk<'a> {
    /// Increasing.
    pub days: &'a [Day],
    /// Their number.
    pub stops: usize,
    /// The events, by day.
    pub pins: &'a [Pin],
}

/// The shortest stretch of time the chart zooms to, in days.
pub const SHORTEST_DAYS: f64 = 14.0;
/// The steps that can be undone; older ones are forgotten.
const REMEMBERED: usize = 50;

/// What a widget shows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    /// The range to which a reset returns.
    home: Range,
    extent: Option<(Day, Day)>,
    domain: Domain,
    cursor: Option<Spot>,
    size: (f64, f64),
    /// The ranges before the reader's changes, the latest last.
    history: Vec<Range>,
    /// The range at which the gesture that is under way began.
    grasped: Option<Range>,
    highlight: Option<String>,
}

impl State {
    /// The state of a spec before any data or size is known.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self {
            home: spec.range,
            spec,
            extent: None,
            domain: Domain::new(0.0, 1.0),
            cursor: None,
            size: (0.0, 0.0),
            history: Vec::new(),
            grasped: None,
            highlight: None,
        }
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
    pub const fn cursor(&self) -> Option<Spot> {
        self.cursor
    }

    /// Width and height of the chart in CSS pixels.
    #[must_use]
    pub const fn size(&self) -> (f64, f64) {
        self.size
    }

    /// The key of the line that stands out.
    #[must_use]
    pub fn highlight(&self) -> Option<&str> {
        self.highlight.as_deref()
    }

    /// Whether less than all of time is shown, so that there is somewhere to pan to.
    #[must_use]
    pub fn can_pan(&self) -> bool {
        self.extent.is_some_and(|(first, last)| {
            self.domain.lo() > f64::from(first.count()) || self.domain.hi() < f64::from(last.count())
        })
    }

    /// Whether the range is another than the author's.
    #[must_use]
    pub fn is_zoomed(&self) -> bool {
        self.spec.range != self.home
    }

    /// Takes in what happened. `walk` is what a reader can stand on.
    pub fn update(&mut self, msg: Msg, walk: Walk<'_>) -> Dirty {
        match msg {
            Msg::Spec(spec) => self.respec(*spec),
            Msg::Resize { width_css, height_css } => self.resize(width_css, height_css),
            Msg::Extent(extent) => {
                self.extent = extent;
                self.apply_range();
                Dirty::Layout
            }
            Msg::Hover(at) => {
                let shown = self.shown(walk.days);
                self.stand_on(hit::nearest(shown, at).map(|i| Spot::Day(shown[i])))
            }
            Msg::Stand(stop) => self.stand_on((stop < walk.stops).then_some(Spot::Stop(stop))),
            Msg::Leave => self.stand_on(None),
            Msg::Walk(by) => self.walk(by, walk),
            Msg::WalkToEvent { forward } => self.walk_to_event(forward, walk),
            Msg::WalkToEnd { last } => self.walk(if last { i32::MAX } else { i32::MIN }, walk),
            Msg::Set(name, text) => self.set_option(name, &text),
            Msg::Toggle(name, value) => {
                let list = self.spec.text(name).unwrap_or_default();
                let mut values: Vec<&str> = list.split_ascii_whitespace().filter(|one| *one != value).collect();
                if !list.split_ascii_whitespace().any(|one| one == value) {
                    values.push(&value);
                }
                self.set_option(name, &values.join(" "))
            }
            Msg::View(view) if self.spec.views.contains(&view) => {
                self.leave_stop();
                set(&mut self.spec.view, view, Dirty::Data)
            }
            Msg::View(_) => Dirty::None,
            Msg::Range(range) => self.change(range),
            Msg::Brush(from, to) => self.brush(from, to),
            Msg::Zoom { factor, about } => self.zoom(factor, about),
            Msg::Grasp => {
                self.grasped.get_or_insert(self.spec.range);
                Dirty::None
            }
            Msg::Release => {
                if let Some(before) = self.grasped.take() {
                    self.remember(before);
                }
                Dirty::None
            }
            Msg::Undo => self.undo(),
            Msg::Highlight(key) => set(&mut self.highlight, key, Dirty::Cursor),
            Msg::Reset => {
                let cursor = self.stand_on(None);
                cursor.max(self.change(self.home))
            }
            Msg::Repaint => Dirty::Paint,
        }
    }

    fn respec(&mut self, spec: Spec) -> Dirty {
        if spec == self.spec {
            return Dirty::None;
        }
        if spec.range != self.spec.range {
            self.home = spec.range;
            self.history.clear();
            self.grasped = None;
        }
        self.spec = spec;
        self.leave_stop();
        self.apply_range();
        Dirty::Data
    }

    fn set_option(&mut self, name: &str, text: &str) -> Dirty {
        let mut spec = self.spec.clone();
        // The sliders' own bounds are those of the options, so there is nothing to be noted.
        if spec.set(name, text, &mut Vec::new()).is_err() || spec == self.spec {
            return Dirty::None;
        }
        if spec.range != self.spec.range {
            return self.change(spec.range);
        }
        self.spec = spec;
        match name {
            "theme" => Dirty::Paint,
            "days" | "hide" | "heading" | "controls-visible" | "height" => Dirty::Layout,
            _ => {
                self.leave_stop();
                Dirty::Data
            }
        }
    }

    /// The stops of another sample are other ones.
    fn leave_stop(&mut self) {
        if matches!(self.cursor, Some(Spot::Stop(_))) {
            self.cursor = None;
        }
    }

    fn resize(&mut self, width_css: f64, height_css: f64) -> Dirty {
        let size = (width_css.clamp(0.0, 20_000.0), height_css.clamp(0.0, 20_000.0));
        set(&mut self.size, if size.0.is_nan() || size.1.is_nan() { (0.0, 0.0) } else { size }, Dirty::Layout)
    }

    fn stand_on(&mut self, spot: Option<Spot>) -> Dirty {
        set(&mut self.cursor, spot, Dirty::Cursor)
    }

    /// The days that are shown.
    fn shown<'a>(&self, days: &'a [Day]) -> &'a [Day] {
        let from = days.partition_point(|d| f64::from(d.count()) < self.domain.lo());
        let to = days.partition_point(|d| f64::from(d.count()) <= self.domain.hi());
        &days[from..to.max(from)]
    }

    /// So many points on. The first step enters at the latest day, the one a reader wants to hear first, or at the first
    /// of the stops.
    fn walk(&mut self, by: i32, walk: Walk<'_>) -> Dirty {
        let days = self.shown(walk.days);
        let step = |at: usize, count: usize| (at as i64 + i64::from(by)).clamp(0, count as i64 - 1) as usize;
        let enter = |latest: bool| match by {
            i32::MIN => false,
            i32::MAX => true,
            _ => latest,
        };
        let next = match self.cursor {
            // Where there are both, days follow the last point.
            Some(Spot::Stop(at)) if at + 1 == walk.stops && by > 0 && !days.is_empty() => Spot::Day(days[0]),
            Some(Spot::Day(day)) if days.first() == Some(&day) && by < 0 && walk.stops > 0 => Spot::Stop(walk.stops - 1),
            Some(Spot::Stop(at)) if walk.stops > 0 => Spot::Stop(step(at, walk.stops)),
            Some(Spot::Day(day)) if !days.is_empty() => Spot::Day(days[step(days.partition_point(|d| *d < day), days.len())]),
            _ if walk.stops > 0 => Spot::Stop(if enter(false) { walk.stops - 1 } else { 0 }),
            _ if !days.is_empty() => Spot::Day(days[if enter(true) { days.len() - 1 } else { 0 }]),
            _ => return Dirty::None,
        };
        self.stand_on(Some(next))
    }

    /// To the next day that stands for an event, from the crosshair on; without one from the end that lies behind.
    fn walk_to_event(&mut self, forward: bool, walk: Walk<'_>) -> Dirty {
        let days = self.shown(walk.days);
        let here = match self.cursor {
            Some(Spot::Day(day)) => Some(day),
            _ => None,
        };
        let inside = walk.pins.iter().map(|pin| f64::from(pin.day.count())).filter(|day| self.domain.contains(*day));
        let is_between =
            |day: Day, from: Option<Day>, to: Option<Day>| from.is_none_or(|from| day > from) && to.is_none_or(|to| day < to);
        let mut next = None;
        for day in inside.filter_map(|day| hit::nearest(days, day)).map(|at| days[at]) {
            let (from, to) = if forward { (here, next) } else { (next, here) };
            if is_between(day, from, to) {
                next = Some(day);
            }
        }
        next.map_or(Dirty::None, |day| self.stand_on(Some(Spot::Day(day))))
    }

    /// A change of the range by the reader: it can be undone.
    fn change(&mut self, range: Range) -> Dirty {
        let before = self.spec.range;
        let dirty = self.show(range);
        if self.grasped.is_none() {
            self.remember(before);
        }
        dirty
    }

    /// Notes the range before a change, when the change led anywhere.
    fn remember(&mut self, before: Range) {
        if before != self.spec.range {
            self.history.push(before);
            self.history.drain(..self.history.len().saturating_sub(REMEMBERED));
        }
    }

    fn undo(&mut self) -> Dirty {
        if let Some(before) = self.grasped.take() {
            self.remember(before);
        }
        self.history.pop().map_or(Dirty::None, |before| self.show(before))
    }

    fn show(&mut self, range: Range) -> Dirty {
        self.spec.range = range;
        let before = self.domain;
        self.apply_range();
        if self.domain == before {
            return Dirty::Cursor;
        }
        self.leave_stop();
        Dirty::Layout
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
        self.change(range)
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
        let [first, last, mut from, mut to] = [first, last, from, to].map(|day| f64::from(day.count()));
        if from >= to {
            // A single day has no length, and an axis would open it by years: to where there are data, so far as there are.
            from = from.min(last - SHORTEST_DAYS).max(first);
            to = (from + SHORTEST_DAYS).min(last.max(first + 1.0));
        }
        self.domain = Domain::new(from, to);
        if let Some(Spot::Day(day)) = self.cursor
            && !self.domain.contains(f64::from(day.count()))
        {
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

//! Lines, bands and events over the shared axis of time.

use std::rc::Rc;

use crate::series::{Day, Series};
use crate::stats::correlation::Intervals;

/// A role that the palette fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The price.
    Asset,
    /// The yen.
    Yen,
    /// The first of several yields, the shortest.
    YieldA,
    /// The second.
    YieldB,
    /// The third.
    YieldC,
    /// The spread.
    Spread,
    /// An estimate that stands out from zero.
    Estimate,
    /// The number headlines quote.
    Headline,
    /// What stands behind and is not looked at one by one.
    Quiet,
}

/// How a line is dashed, so that colour is never the only difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// Long strokes.
    Long,
    /// Short strokes.
    Short,
}

/// Where a line is drawn grey, because it says nothing there.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Quiet {
    /// Nowhere.
    #[default]
    Nowhere,
    /// Where its value is no farther from zero than this.
    Within(f64),
    /// Where it is marked, one mark for each value.
    Where(Rc<Vec<bool>>),
}

impl Quiet {
    /// Whether the value at this index is drawn grey.
    #[must_use]
    pub fn holds(&self, at: usize, value: f64) -> bool {
        match self {
            Self::Nowhere => false,
            Self::Within(reach) => value.abs() <= *reach,
            Self::Where(marks) => marks.get(at).copied().unwrap_or(false),
        }
    }
}

/// A line over time.
#[derive(Debug, Clone)]
pub struct Line {
    /// Names it among the figure's lines, whatever the language: the id of its series, or a word of the view's own.
    pub key: String,
    /// Its name for legend, readout and table.
    pub label: String,
    /// Its short name at the line's end; empty when the panel's title says it all.
    pub tag: String,
    /// Its values.
    pub column: Rc<Series>,
    /// Where it is drawn grey.
    pub quiet: Quiet,
    /// Where it is dashed in another colour, one mark for each value, because it says the opposite of what it should.
    pub turned: Option<Rc<Vec<bool>>>,
    /// Whether a value stands until the next one: figures of a week or a month, between which nothing is drawn that nobody
    /// published. The readout names the last one with its day.
    pub stepped: bool,
    /// Days at which it is interrupted because the source changes.
    pub breaks: Vec<Day>,
    /// What an earlier release had where it had another value, and what that is called: drawn as grey rings.
    #[cfg(feature = "figures")]
    pub earlier: Option<(String, Rc<Series>)>,
    /// Where it stands on a day that is not over: drawn beside it, and part of nothing else.
    pub open: Option<(Day, f64)>,
    /// Its colour.
    pub ink: Ink,
    /// Its dash.
    pub dash: Dash,
}

impl Line {
    /// A solid line without tag, breaks or quiet stretches.
    #[must_use]
    pub fn new(key: &str, label: String, column: &Rc<Series>, ink: Ink) -> Self {
        Self {
            key: key.to_owned(),
            label,
            tag: String::new(),
            column: Rc::clone(column),
            quiet: Quiet::Nowhere,
            turned: None,
            stepped: false,
            breaks: Vec::new(),
            #[cfg(feature = "figures")]
            earlier: None,
            open: None,
            ink,
            dash: Dash::Solid,
        }
    }
}

/// An interval over time.
#[derive(Debug, Clone)]
pub struct Band {
    /// Its name for the readout.
    pub label: String,
    /// The names of its bounds for the table, the lower first.
    pub bounds: [String; 2],
    /// The bounds.
    pub edges: Edges,
    /// It is drawn grey where it holds this value.
    pub quiet_over: Option<f64>,
    /// Its colour.
    pub ink: Ink,
}

impl Band {
    /// Whether the interval at this index is drawn grey.
    #[must_use]
    pub fn is_quiet(&self, at: usize) -> bool {
        let (low, high) = self.edges.at(at);
        self.quiet_over.is_some_and(|held| low <= held && held <= high)
    }
}

/// The bounds of a band.
#[derive(Debug, Clone)]
pub enum Edges {
    /// The lower and the upper ones, on the same days.
    #[cfg(feature = "figures")]
    Columns(Rc<Series>, Rc<Series>),
    /// Fisher's intervals around correlations of one window, which are worked out where they are drawn: two columns less to hold and to
    /// fill with every step of a slider.
    Around(Rc<Series>, Intervals),
}

impl Edges {
    /// The days, and which values of a day the bounds come from: the lower bound first. Both are the same column of an interval
    /// around one.
    #[must_use]
    pub fn columns(&self) -> [&Rc<Series>; 2] {
        match self {
            #[cfg(feature = "figures")]
            Self::Columns(low, high) => [low, high],
            Self::Around(centre, _) => [centre, centre],
        }
    }

    /// The bounds at this index, the lower one first; missing beyond the end.
    #[must_use]
    pub fn at(&self, at: usize) -> (f64, f64) {
        let [low, high] = self.columns().map(|column| column.values().get(at).copied().unwrap_or(f64::NAN));
        self.between(low, high)
    }

    /// The bounds on a day, where there are any.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<(f64, f64)> {
        let [low, high] = self.columns().map(|column| column.on(day));
        Some(self.between(low?, high?))
    }

    /// The bounds from the values of the [`columns`](Self::columns). They grow with them, so that the extent of a stretch gives the
    /// extent of its bounds.
    #[must_use]
    pub fn between(&self, low: f64, high: f64) -> (f64, f64) {
        match self {
            #[cfg(feature = "figures")]
            Self::Columns(..) => (low, high),
            Self::Around(_, intervals) => (intervals.around(low).0, intervals.around(high).1),
        }
    }
}

/// A part of a stack over time: drawn between two lines, named by an amount of its own. The days of all three are the same.
#[derive(Debug, Clone)]
pub struct Layer {
    /// Its name for readout and table.
    pub label: String,
    /// Its short name at the right edge.
    pub tag: String,
    /// What the readout and the table say of it.
    pub amount: Rc<Series>,
    /// Where it begins: the top of the part under it.
    pub low: Rc<Series>,
    /// Where it ends.
    pub high: Rc<Series>,
    /// Its colour.
    pub ink: Ink,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Its day.
    pub day: Day,
    /// Its kind, in words.
    pub kind: String,
    /// What happened.
    pub title: String,
}

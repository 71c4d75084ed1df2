//! Lines, bands and events over the shared axis of time.

use std::rc::Rc;

use crate::series::{Day, Series};

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
    /// Where it is drawn grey, one for each value; empty for nowhere.
    pub quiet: Rc<Vec<bool>>,
    /// Whether a value stands until the next one: figures of a week or a month, between which nothing is drawn that nobody
    /// published. The readout names the last one with its day.
    pub stepped: bool,
    /// Days at which it is interrupted because the source changes.
    pub breaks: Vec<Day>,
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
            quiet: Rc::default(),
            stepped: false,
            breaks: Vec::new(),
            ink,
            dash: Dash::Solid,
        }
    }
}

/// An interval over time: the days of `low` and `high` are the same.
#[derive(Debug, Clone)]
pub struct Band {
    /// Its name for the readout.
    pub label: String,
    /// The names of its bounds for the table, the lower first.
    pub bounds: [String; 2],
    /// The lower bounds.
    pub low: Rc<Series>,
    /// The upper bounds.
    pub high: Rc<Series>,
    /// Where it is drawn grey, one for each value; empty for nowhere.
    pub quiet: Rc<Vec<bool>>,
    /// Its colour.
    pub ink: Ink,
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

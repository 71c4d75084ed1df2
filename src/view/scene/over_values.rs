//! What is drawn over an axis of values: clouds of points, curves, areas, bars; and the points a reader can stand on there.

use std::rc::Rc;

use super::{Dash, Format, Ink};
use crate::series::Day;
use crate::view::scale::{Domain, Kind};

/// A panel's own horizontal axis.
#[derive(Debug, Clone)]
pub struct ValueAxis {
    /// What it measures, and in which unit; written under the axis and in the readout.
    pub title: String,
    /// Linear or logarithmic.
    pub kind: Kind,
    /// The values that are shown.
    pub domain: Domain,
    /// How its values are written.
    pub format: Format,
    /// Whether only whole numbers get a tick: lags, days after an event.
    pub whole: bool,
    /// How the point under the pointer is found.
    pub pick: Pick,
    /// No view without the other figures has such an axis: nothing can be made that has it, so the compiler leaves out all that
    /// would be done with one.
    #[cfg(not(feature = "figures"))]
    pub never: std::convert::Infallible,
}

/// How the point under the pointer is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The nearest by its horizontal place, for bars and curves.
    Across,
    /// The nearest of all, for clouds of points.
    Nearest,
}

/// Something drawn over a panel's own axis.
#[derive(Debug, Clone)]
pub enum Mark {
    /// An interval along the axis.
    Area(Area),
    /// A line along the axis.
    Curve(Curve),
    /// Points.
    Dots(Dots),
    /// Bars.
    Bars(Bars),
    /// A vertical line with a label at its top.
    Rule(Rule),
}

/// An interval along the axis; the three columns have one length, `x` increases.
#[derive(Debug, Clone)]
pub struct Area {
    /// Where.
    pub x: Rc<Vec<f64>>,
    /// The lower bounds.
    pub low: Rc<Vec<f64>>,
    /// The upper bounds.
    pub high: Rc<Vec<f64>>,
    /// Its colour.
    pub ink: Ink,
}

/// A line along the axis; both columns have one length, `x` increases, a missing `y` is a gap.
#[derive(Debug, Clone)]
pub struct Curve {
    /// Its short name at its end; empty for none.
    pub tag: String,
    /// Where.
    pub x: Rc<Vec<f64>>,
    /// The values.
    pub y: Rc<Vec<f64>>,
    /// Its colour.
    pub ink: Ink,
    /// Its dash.
    pub dash: Dash,
    /// Whether it is one of many behind what matters: thin and pale.
    pub faint: bool,
}

/// Points; both columns have one length, a point with a missing coordinate is not drawn.
#[derive(Debug, Clone)]
pub struct Dots {
    /// Where.
    pub x: Rc<Vec<f64>>,
    /// The values.
    pub y: Rc<Vec<f64>>,
    /// Names of single points, by index, written beside them where there is room.
    pub names: Vec<(usize, String)>,
    /// Their colour.
    pub ink: Ink,
    /// Their radius in CSS pixels.
    pub radius_px: f64,
    /// Their opacity: many points on one spot add up.
    pub alpha: f64,
}

/// Bars that stand side by side.
#[derive(Debug, Clone)]
pub struct Bars {
    /// The bars, by place.
    pub bars: Vec<Bar>,
    /// Their colour.
    pub ink: Ink,
}

/// One bar, from `base` to `value` over `from` to `to` of the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Its left edge.
    pub from: f64,
    /// Its right edge.
    pub to: f64,
    /// Where it begins, mostly 0.
    pub base: f64,
    /// Where it ends; missing is not drawn.
    pub value: f64,
    /// The interval around its end, drawn as a whisker; missing for none.
    pub interval: (f64, f64),
    /// Whether it is drawn grey.
    pub quiet: bool,
}

/// A vertical line.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Where.
    pub at: f64,
    /// What it marks, written at its top; empty for none.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// Its dash.
    pub dash: Dash,
}

impl Rule {
    /// How far a panel of bars goes beyond the tallest, so that the label of a rule stands above all of them.
    pub const HEADROOM: f64 = 1.25;
}

/// A point a reader can stand on.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// The index of its panel.
    pub panel: usize,
    /// Where it stands on the panel's own axis.
    pub x: f64,
    /// Its value.
    pub y: f64,
    /// Its interval; missing for none.
    pub interval: (f64, f64),
    /// Its day, when it has one: the readout names it and the events of that day.
    pub day: Option<Day>,
    /// Its name; empty for none.
    pub name: String,
    /// The colour of its mark.
    pub ink: Ink,
}

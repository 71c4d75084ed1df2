//! What to draw, in data space, with its words.
//!
//! A scene knows days and values, no pixels and no colours: [`Ink`] names a role that the palette fills. Columns are
//! shared, so that building a scene copies no data.

mod format;
mod note;
mod over_time;
mod over_values;

use std::rc::Rc;

pub use format::Format;
pub use note::{Note, Sign};
pub use over_time::{Band, Dash, Edges, Ink, Layer, Line, Pin, Quiet};
pub use over_values::{Area, Bar, Bars, Curve, Dots, Mark, Pick, Rule, Stop, ValueAxis};

use super::scale::{Domain, Kind, Scale};
use crate::series::{Day, Series};

/// A figure.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The heading.
    pub heading: String,
    /// What the figure shows: one plain sentence with estimate, interval, sample and dates, two short ones at most.
    pub finding: String,
    /// What is told beyond it, in a paragraph under the finding; empty for nothing.
    pub story: String,
    /// What else the data say, a line each, below the chart.
    pub more: Vec<String>,
    /// The days that are shown, or from which what is shown was computed.
    pub x: Domain,
    /// Whether the axis of time has room for the days of `walk` alone.
    pub weekdays: bool,
    /// The panels from top to bottom. Those over time share one axis.
    pub panels: Vec<Panel>,
    /// The events, by day; they stand in the panels over time.
    pub pins: Vec<Pin>,
    /// What the legend has to explain beyond the labels at the lines.
    pub legend: Rc<Vec<Note>>,
    /// The days a reader can stand on, increasing, all of time; there may be more in the columns. Empty when no panel is
    /// over time.
    pub walk: Rc<Vec<Day>>,
    /// The points a reader can stand on in panels over values, in the order in which the keyboard walks them.
    pub stops: Rc<Vec<Stop>>,
    /// The line of the overview under the chart, all of time.
    pub overview: Rc<Series>,
}

impl Scene {
    /// The axis of time, along that stretch.
    #[must_use]
    pub fn time(&self, from: f64, to: f64) -> Scale {
        #[cfg(feature = "extras")]
        if self.weekdays {
            return Scale::over_days(&self.walk, self.x, from, to);
        }
        Scale::new(Kind::Linear, self.x, from, to)
    }
}

/// One plot.
#[derive(Debug, Clone)]
pub struct Panel {
    /// What is drawn, and in which unit.
    pub title: String,
    /// Its share of the height, beside the other rows'.
    pub weight: f64,
    /// Whether it stands beside the panel before it where the chart is wide enough. Of panels over time, which share one axis, only
    /// where there is one.
    pub beside: bool,
    /// Linear or logarithmic.
    pub kind: Kind,
    /// The values that are shown.
    pub y: Domain,
    /// The margin around the values of its lines, as a share of their span (of its logarithm on a logarithmic axis), when `y`
    /// was fitted to them: it is fitted again to those that are left when a reader hides some. `None` where `y` is fixed.
    pub fit: Option<f64>,
    /// Whether small values are at the top.
    pub inverted: bool,
    /// How its values are written.
    pub format: Format,
    /// What the vertical axis measures, for the readout of stops.
    pub measure: String,
    /// Values that get a stronger line across the plot.
    pub rules: Vec<f64>,
    /// Its own horizontal axis; `None` is time.
    pub x: Option<ValueAxis>,
    /// Bands over time, painted under the lines.
    pub bands: Vec<Band>,
    /// A stack over time from the bottom up, painted under the lines.
    pub layers: Vec<Layer>,
    /// Lines over time, painted in order.
    pub lines: Vec<Line>,
    /// What is drawn over the panel's own axis, painted in order.
    pub marks: Vec<Mark>,
}

impl Panel {
    /// An empty panel over time, linear, of weight 1.
    #[must_use]
    pub const fn new(title: String, y: Domain, format: Format) -> Self {
        Self {
            title,
            weight: 1.0,
            beside: false,
            kind: Kind::Linear,
            y,
            fit: None,
            inverted: false,
            format,
            measure: String::new(),
            rules: Vec::new(),
            x: None,
            bands: Vec::new(),
            layers: Vec::new(),
            lines: Vec::new(),
            marks: Vec::new(),
        }
    }
}

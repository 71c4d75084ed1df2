//! What to draw, in data space, with its words.
//!
//! A scene knows days and values, no pixels and no colours: [`Ink`] names a role that the palette fills. Columns are
//! shared, so that building a scene copies no data.

use std::rc::Rc;

use super::scale::{Domain, Kind};
use crate::series::{Day, Series};

/// A figure.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The heading.
    pub heading: String,
    /// What the figure shows, in one or two plain sentences.
    pub finding: String,
    /// The days that are shown.
    pub x: Domain,
    /// The panels from top to bottom, over the one time axis.
    pub panels: Vec<Panel>,
    /// The events, by day.
    pub pins: Vec<Pin>,
    /// What the legend has to explain beyond the labels at the lines.
    pub legend: Vec<String>,
    /// The days a reader can stand on, increasing, all of time; there may be more in the columns.
    pub walk: Rc<Vec<Day>>,
    /// The line of the overview under the chart, all of time.
    pub overview: Rc<Series>,
}

/// One plot of the stack.
#[derive(Debug, Clone)]
pub struct Panel {
    /// What is drawn, and in which unit.
    pub title: String,
    /// Its share of the height, beside the other panels'.
    pub weight: f64,
    /// Linear or logarithmic.
    pub kind: Kind,
    /// The values that are shown.
    pub y: Domain,
    /// Whether small values are at the top.
    pub inverted: bool,
    /// How its values are written.
    pub format: Format,
    /// Values that get a stronger line across the plot.
    pub rules: Vec<f64>,
    /// Bands, painted under the lines.
    pub bands: Vec<Band>,
    /// Lines, painted in order.
    pub lines: Vec<Line>,
}

/// How values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Decimals in the readout and at a line's end; ticks have their own.
    pub decimals: u8,
    /// Written before the number.
    pub prefix: &'static str,
    /// Written after it.
    pub suffix: &'static str,
    /// Whether a positive number has a plus.
    pub signed: bool,
}

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
    /// Its name for legend, readout and table.
    pub label: String,
    /// Its short name at the line's end; empty when the panel's title says it all.
    pub tag: String,
    /// Its values.
    pub column: Rc<Series>,
    /// Where it is drawn grey, one for each value; empty for nowhere.
    pub quiet: Rc<Vec<bool>>,
    /// Days at which it is interrupted because the source changes.
    pub breaks: Vec<Day>,
    /// Its colour.
    pub ink: Ink,
    /// Its dash.
    pub dash: Dash,
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

impl Format {
    /// A plain number with so many decimals.
    #[must_use]
    pub const fn plain(decimals: u8) -> Self {
        Self { decimals, prefix: "", suffix: "", signed: false }
    }

    /// The value as text.
    #[must_use]
    pub fn text(&self, value: f64) -> String {
        self.text_with(value, self.decimals)
    }

    /// The value as text with so many decimals.
    #[must_use]
    pub fn text_with(&self, value: f64, decimals: u8) -> String {
        let number = if self.signed { crate::text::signed(value, decimals) } else { crate::text::number(value, decimals) };
        if !value.is_finite() {
            return number;
        }
        // A minus sign stands before the dollar.
        match number.strip_prefix('\u{2212}') {
            Some(rest) => format!("\u{2212}{}{rest}{}", self.prefix, self.suffix),
            None => format!("{}{number}{}", self.prefix, self.suffix),
        }
    }
}

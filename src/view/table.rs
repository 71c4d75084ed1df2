//! What is drawn as rows: for the table under the chart and for CSV.

use std::borrow::Cow;

use super::scene::{Format, Scene};
use crate::series::{Day, Series};
use crate::text::{self, Phrases};

/// Columns of one length under their names.
#[derive(Debug)]
pub struct Table<'a> {
    columns: Vec<Column<'a>>,
    rows: usize,
}

/// One column.
#[derive(Debug)]
struct Column<'a> {
    /// Its name for people.
    name: Cow<'a, str>,
    cells: Cells<'a>,
}

#[derive(Debug)]
enum Cells<'a> {
    Days(Cow<'a, [Day]>),
    Numbers(Cow<'a, [f64]>, Format),
    Texts(Vec<String>),
}

impl<'a> Table<'a> {
    /// A table without columns; those that follow have `rows` cells each.
    #[must_use]
    pub const fn new(rows: usize) -> Self {
        Self { columns: Vec::new(), rows }
    }

    /// Adds a column of days.
    #[must_use]
    pub fn days(self, name: impl Into<Cow<'a, str>>, days: impl Into<Cow<'a, [Day]>>) -> Self {
        self.with(name.into(), Cells::Days(days.into()))
    }

    /// Adds a column of numbers; missing is an empty cell.
    #[must_use]
    pub fn numbers(self, name: impl Into<Cow<'a, str>>, values: impl Into<Cow<'a, [f64]>>, format: Format) -> Self {
        self.with(name.into(), Cells::Numbers(values.into(), format))
    }

    /// Adds a column of texts.
    #[must_use]
    pub fn texts(self, name: impl Into<Cow<'a, str>>, texts: Vec<String>) -> Self {
        self.with(name.into(), Cells::Texts(texts))
    }

    fn with(mut self, name: Cow<'a, str>, cells: Cells<'a>) -> Self {
        self.columns.push(Column { name, cells });
        self
    }

    /// The lines and bands over time of a scene, on the days it shows.
    #[must_use]
    pub fn over_time(scene: &'a Scene, phrases: &Phrases) -> Self {
        // What a column holds on a day.
        type On<'b> = Box<dyn Fn(Day) -> Option<f64> + 'b>;
        let mut columns: Vec<(&str, &Series, On<'a>, Format)> = Vec::new();
        let plain = |series: &'a Series| -> (&'a Series, On<'a>) { (series, Box::new(|day| series.on(day))) };
        for panel in &scene.panels {
            for line in &panel.lines {
                let (series, on) = plain(&line.column);
                columns.push((&line.label, series, on, panel.format));
            }
            for layer in &panel.layers {
                let (series, on) = plain(&layer.amount);
                columns.push((&layer.label, series, on, panel.format));
            }
            for band in &panel.bands {
                let ([low, high], edges) = (&band.bounds, &band.edges);
                let [lower, upper] = edges.columns();
                columns.push((low, lower, Box::new(|day| Some(edges.on(day)?.0)), panel.format));
                columns.push((high, upper, Box::new(|day| Some(edges.on(day)?.1)), panel.format));
            }
        }
        // Last, so that the columns of the lines keep their places.
        #[cfg(feature = "figures")]
        for panel in &scene.panels {
            let earlier = panel.lines.iter().filter_map(|line| line.earlier.as_ref());
            for (label, column) in earlier {
                let (series, on) = plain(column);
                columns.push((label, series, on, panel.format));
            }
        }
        let shown = |day: &Day| scene.x.contains(f64::from(day.count()));
        let mut days: Vec<Day> = columns.iter().flat_map(|(_, series, ..)| series.days()).copied().filter(shown).collect();
        days.sort_unstable();
        days.dedup();
        let numbers: Vec<Vec<f64>> =
            columns.iter().map(|(_, _, on, _)| days.iter().map(|day| on(*day).unwrap_or(f64::NAN)).collect()).collect();
        let table = Self::new(days.len()).days(phrases.extras.day, days);
        columns.iter().zip(numbers).fold(table, |table, ((name, .., format), values)| table.numbers(*name, values, *format))
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The columns' names.
    pub fn header(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| &*column.name)
    }

    /// The cells of a row as they are written on the chart; missing is empty.
    pub fn row(&self, at: usize, phrases: &Phrases) -> impl Iterator<Item = String> {
        self.columns.iter().map(move |column| match &column.cells {
            Cells::Days(days) => days.get(at).map(|day| text::date(phrases, *day)).unwrap_or_default(),
            Cells::Numbers(values, format) => values.get(at).filter(|v| !v.is_nan()).map(|v| format.text(*v)).unwrap_or_default(),
            Cells::Texts(texts) => texts.get(at).cloned().unwrap_or_default(),
        })
    }

    /// The columns' names as they stand in the CSV.
    pub fn csv_header(&self) -> impl Iterator<Item = &str> {
        let named = |(at, name)| if at == 0 && self.begins_with_days() { "date" } else { name };
        self.header().enumerate().map(named)
    }

    fn begins_with_days(&self) -> bool {
        self.columns.first().is_some_and(|column| matches!(column.cells, Cells::Days(_)))
    }

    /// Everything as RFC 4180 text with ISO dates and unrounded values; missing is an empty cell. A first column of days is
    /// called `date`.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = String::new();
        for (at, name) in self.csv_header().enumerate() {
            if at == 0 && self.begins_with_days() {
                out.push_str(name);
                continue;
            }
            if at > 0 {
                out.push(',');
            }
            quote(name, &mut out);
        }
        out.push_str("\r\n");
        for row in 0..self.rows {
            for (at, column) in self.columns.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                match &column.cells {
                    Cells::Days(days) => out.push_str(&days.get(row).map(Day::to_string).unwrap_or_default()),
                    Cells::Numbers(values, _) => {
                        if let Some(value) = values.get(row).filter(|v| !v.is_nan()) {
                            out.push_str(&value.to_string());
                        }
                    }
                    Cells::Texts(texts) => quote(texts.get(row).map_or("", String::as_str), &mut out),
                }
            }
            out.push_str("\r\n");
        }
        out
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

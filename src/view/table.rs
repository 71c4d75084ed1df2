//! What is drawn as rows: for the table under the chart and for CSV.

use super::scene::{Format, Scene};
use crate::series::{Day, Series};

/// Columns of what a scene shows, on the days it shows.
#[derive(Debug)]
pub struct Table<'a> {
    /// The columns' names.
    pub header: Vec<&'a str>,
    columns: Vec<(&'a Series, Format)>,
    days: Vec<Day>,
}

impl<'a> Table<'a> {
    /// The lines and bands of a scene.
    #[must_use]
    pub fn new(scene: &'a Scene) -> Self {
        let (mut header, mut columns) = (Vec::new(), Vec::new());
        for panel in &scene.panels {
            for line in &panel.lines {
                header.push(line.label.as_str());
                columns.push((&*line.column, panel.format));
            }
            for band in &panel.bands {
                header.extend(band.bounds.iter().map(String::as_str));
                columns.extend([(&*band.low, panel.format), (&*band.high, panel.format)]);
            }
        }
        let shown = |day: &Day| scene.x.contains(f64::from(day.count()));
        let all = columns.iter().flat_map(|(series, _): &(&Series, Format)| series.days());
        let mut days: Vec<Day> = all.copied().filter(shown).collect();
        days.sort_unstable();
        days.dedup();
        Self { header, columns, days }
    }

    /// The days, one for each row.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The cells of a day as they are written on the chart; missing is empty.
    #[must_use]
    pub fn row(&self, day: Day) -> Vec<String> {
        let cell = |(series, format): &(&Series, Format)| series.on(day).map(|v| format.text(v)).unwrap_or_default();
        self.columns.iter().map(cell).collect()
    }

    /// Everything as RFC 4180 text with unrounded values; missing is an empty cell.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = String::from("date");
        for name in &self.header {
            out.push(',');
            out.push('"');
            out.push_str(&name.replace('"', "\"\""));
            out.push('"');
        }
        out.push_str("\r\n");
        for day in &self.days {
            out.push_str(&day.to_string());
            for (series, _) in &self.columns {
                out.push(',');
                if let Some(value) = series.on(*day) {
                    out.push_str(&value.to_string());
                }
            }
            out.push_str("\r\n");
        }
        out
    }
}

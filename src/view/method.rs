//! How a figure comes about, for those who doubt it.

/// The words of a figure's method and a program that returns the same figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// Formula, sample, assumptions and source, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Python that reads the figure's CSV, saved as `yenlens.csv`, and prints [`Method::figures`], a name and a number a line.
    pub snippet: String,
    /// What the program prints, as it was computed here.
    pub figures: Vec<(&'static str, f64)>,
}

//! How a figure comes about, for those who doubt it.

/// The words of a figure's method and a program that returns the same figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Formula, sample, assumptions and source, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Python that reads the figure's CSV.
    pub snippet: String,
}

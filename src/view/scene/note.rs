//! What the legend has to explain beyond the labels at the lines.

use super::Ink;

/// What something in the picture means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it looks like.
    pub sign: Sign,
    /// Its colour.
    pub ink: Ink,
    /// What it means, in a few words.
    pub text: String,
}

impl Note {
    /// A note of that sign and colour.
    #[must_use]
    pub fn new(sign: Sign, ink: Ink, text: &str) -> Self {
        Self { sign, ink, text: text.to_owned() }
    }
}

/// What a note of the legend speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A line.
    Line,
    /// A dashed line.
    #[cfg(feature = "figures")]
    Dashed,
    /// Bars.
    #[cfg(feature = "figures")]
    Bars,
    /// A shaded area.
    #[cfg(feature = "figures")]
    Shade,
    /// A ring on a value.
    Ring,
    /// A smaller one.
    #[cfg(feature = "figures")]
    SmallRing,
}

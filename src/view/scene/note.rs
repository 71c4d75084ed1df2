//! What the legend has to explain beyond the labels at the lines.

/// What something in the picture means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it looks like.
    pub sign: Sign,
    /// What it means, in a few words.
    pub text: String,
}

impl Note {
    /// A note of that sign.
    #[must_use]
    pub fn new(sign: Sign, text: impl Into<String>) -> Self {
        Self { sign, text: text.into() }
    }
}

/// What a note of the legend speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A line in the quiet colour.
    Grey,
    /// A dashed line in the headline's colour.
    #[cfg(feature = "figures")]
    Dashed,
    /// Bars in the quiet colour.
    #[cfg(feature = "figures")]
    Bars,
    /// A shaded area.
    #[cfg(feature = "figures")]
    Shade,
    /// A ring on a value.
    #[cfg(feature = "figures")]
    Ring,
    /// A smaller one.
    #[cfg(feature = "figures")]
    SmallRing,
}

//! The words for a line as sound.

/// What the button says.
#[derive(Debug)]
pub struct SoundWords {
    /// Begins.
    pub listen: &'static str,
    /// Ends.
    pub stop: &'static str,
}

//! The words for a line as sound.

/// What the button says while it plays; what begins it is said where every module can.
#[derive(Debug)]
pub struct SoundWords {
    /// Ends.
    pub stop: &'static str,
}

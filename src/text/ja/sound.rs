//! Japanese: a line as sound.

use crate::text::words::SoundWords;

pub(in crate::text) static WORDS: SoundWords = SoundWords { stop: "止める" };

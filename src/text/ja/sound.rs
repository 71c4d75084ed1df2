//! Japanese: a line as sound.

use crate::text::words::SoundWords;

pub(in crate::text) static WORDS: SoundWords = SoundWords { listen: "音で聴く", stop: "止める" };

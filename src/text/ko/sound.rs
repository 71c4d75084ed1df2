//! Korean: a line as sound.

use crate::text::words::SoundWords;

pub(in crate::text) static WORDS: SoundWords = SoundWords { listen: "소리로 듣기", stop: "멈추기" };

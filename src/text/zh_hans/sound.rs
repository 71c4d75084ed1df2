//! Simplified Chinese: a line as sound.

use crate::text::words::SoundWords;

pub(in crate::text) static WORDS: SoundWords = SoundWords { listen: "听曲线", stop: "停止" };

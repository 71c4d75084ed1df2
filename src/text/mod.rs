//! Words: sentences and labels per language, numbers and dates.

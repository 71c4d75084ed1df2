//! The mathematics: one subject per file, columns in, columns or small structs out.
//!
//! No dates, no markets, no browser. Missing is NaN in a column and `Option` alone; nothing here panics, and everything
//! is deterministic on every platform.

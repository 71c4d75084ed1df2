//! Numbers in decimal, read and written. The standard library does either for any number of digits and every exponent, right to the
//! last bit, and carries tables and big integers for it that hardly compress: more than all views' sentences together. What a chart
//! reads and writes needs neither.

mod read;
mod write;

pub use read::decimal;
pub use write::{fixed, shortest};

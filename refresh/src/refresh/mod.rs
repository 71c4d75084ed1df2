//! From the publishers' files to the figures held: fetch, read, compare, check, and only then write.
//!
//! Whatever is in doubt leaves its series as they were. Sheets and snapshot are made beside the old ones and take their places at the
//! end, each by a rename, so that no reader ever sees half of them.

mod fetch;
mod merge;
mod place;
mod run;
mod sheets;

pub use fetch::{Offline, Web, WebOptions};
pub use merge::{Merged, Revision, merge};
pub use run::{Changes, Doubt, Files, Options, requests, run};

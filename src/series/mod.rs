//! Days, columns and what is known about them.
//!
//! Not for mathematics beyond putting series on common days. The invariant: the days of a [`Series`] strictly increase,
//! every column has as many values as there are days, and a missing value is NaN.

mod align;
mod day;
mod event;
mod extremes;
#[cfg(feature = "feeds")]
pub mod import;
mod lanes;
#[cfg(feature = "feeds")]
pub mod live;
mod meta;
#[expect(clippy::module_inception, reason = "the module is named for its central type")]
mod series;
pub mod snapshot;
#[cfg(feature = "extras")]
mod step;
mod store;

pub use align::{Aligned, align};
pub use day::Day;
pub use event::{Basis, Event, EventKind, Titles};
pub use extremes::Extent;
pub(crate) use lanes::Lanes;
pub use meta::{Break, Kind, SeriesMeta, Unit};
pub use series::Series;
#[cfg(feature = "extras")]
pub use step::Step;
pub use store::{OpenDay, Store, source_of};

//! What each view has to say beyond the phrases all of them share: one file per view.

mod beta;
mod correlation;
mod moves;
mod timeline;

pub use beta::BetaWords;
pub use correlation::CorrelationWords;
pub use moves::MoveWords;
pub use timeline::TimelineWords;

//! What each view has to say beyond the phrases all of them share: one file per view.

mod correlation;
mod timeline;

pub use correlation::CorrelationWords;
pub use timeline::TimelineWords;

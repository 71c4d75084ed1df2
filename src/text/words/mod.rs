//! What each view has to say beyond the phrases all of them share: one file per view.

mod beta;
mod carry;
mod chain;
mod correlation;
mod events;
mod leadlag;
mod moves;
mod scenario;
mod timeline;

pub use beta::BetaWords;
pub use carry::CarryWords;
pub use chain::ChainWords;
pub use correlation::CorrelationWords;
pub use events::EventWords;
pub use leadlag::LeadLagWords;
pub use moves::MoveWords;
pub use scenario::ScenarioWords;
pub use timeline::TimelineWords;

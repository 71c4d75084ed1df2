//! What each view has to say beyond the phrases all of them share: one file per view.

mod beta;
mod carry;
mod chain;
mod claims;
mod correlation;
mod events;
mod flows;
mod leadlag;
mod moves;
mod scales;
mod scenario;
mod sound;
mod timeline;

pub use beta::BetaWords;
pub use carry::CarryWords;
pub use chain::ChainWords;
pub use claims::ClaimWords;
pub use correlation::CorrelationWords;
pub use events::EventWords;
pub use flows::FlowWords;
pub use leadlag::LeadLagWords;
pub use moves::MoveWords;
pub use scales::ScaleWords;
pub use scenario::ScenarioWords;
pub use sound::SoundWords;
pub use timeline::TimelineWords;

/// Words that are found by the language when they are asked for, not held by [`Phrases`](super::Phrases): a module without the
/// view does not carry them.
macro_rules! by_language {
    ($($(#[$doc:meta])* $view:ident: $words:ident,)*) => {
        impl super::Phrases {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $view(&self) -> &'static $words {
                    let all = [&super::en::$view::WORDS, &super::ja::$view::WORDS, &super::zh_hans::$view::WORDS, &super::ko::$view::WORDS];
                    all[super::position(self)]
                }
            )*
        }
    };
}

by_language! {
    /// The words of the view `beta`.
    beta: BetaWords,
    /// The words of the view `leadlag`.
    leadlag: LeadLagWords,
    /// The words of the view `events`.
    events: EventWords,
    /// The words of the view `carry`.
    carry: CarryWords,
    /// The words of the view `chain`.
    chain: ChainWords,
    /// The words of claims.
    claims: ClaimWords,
    /// The words of the timeline's scales.
    scales: ScaleWords,
    /// The words of the view `scenario`.
    scenario: ScenarioWords,
    /// The words for a line as sound.
    sound: SoundWords,
    /// The words of the view `flows`.
    flows: FlowWords,
}

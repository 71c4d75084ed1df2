//! What each view has to say beyond the phrases all of them share: one file per view.

#[cfg(feature = "figures")]
mod beta;
#[cfg(feature = "figures")]
mod carry;
#[cfg(feature = "figures")]
mod chain;
#[cfg(feature = "figures")]
mod claims;
mod correlation;
#[cfg(feature = "figures")]
mod events;
#[cfg(feature = "extras")]
mod extras;
#[cfg(feature = "figures")]
mod flows;
#[cfg(feature = "figures")]
mod leadlag;
#[cfg(feature = "extras")]
mod moves;
#[cfg(feature = "figures")]
mod scales;
#[cfg(feature = "figures")]
mod scenario;
#[cfg(feature = "figures")]
mod sound;
mod timeline;

#[cfg(feature = "figures")]
pub use beta::BetaWords;
#[cfg(feature = "figures")]
pub use carry::CarryWords;
#[cfg(feature = "figures")]
pub use chain::ChainWords;
#[cfg(feature = "figures")]
pub use claims::ClaimWords;
pub use correlation::CorrelationWords;
#[cfg(feature = "figures")]
pub use events::EventWords;
#[cfg(feature = "extras")]
pub use extras::ExtraWords;
#[cfg(feature = "figures")]
pub use flows::FlowWords;
#[cfg(feature = "figures")]
pub use leadlag::LeadLagWords;
#[cfg(feature = "extras")]
pub use moves::MoveWords;
#[cfg(feature = "figures")]
pub use scales::ScaleWords;
#[cfg(feature = "figures")]
pub use scenario::ScenarioWords;
#[cfg(feature = "figures")]
pub use sound::SoundWords;
pub use timeline::TimelineWords;

/// Words that are found by the language when they are asked for, not held by [`Phrases`](super::Phrases): a module without the
/// view does not carry them.
#[cfg(feature = "figures")]
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

#[cfg(feature = "figures")]
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

//! Answers of live services.

use yenlens::series::Day;
use yenlens::series::live::SERVICES;

/// An answer of every service: closes above zero on increasing days, or a sentence.
pub fn live_answers(bytes: &[u8]) {
    for service in SERVICES {
        let Some(product) = ["btc", "usdjpy"].into_iter().find_map(|id| service.product(id)) else { continue };
        match service.closes(product, &[bytes.to_vec()], Day::saturating(20_000)) {
            Ok(closes) => {
                assert!(closes.over.windows(2).all(|pair| pair[0].0 < pair[1].0));
                assert!(
                    closes.over.iter().all(|(day, close)| *close > 0.0 && close.is_finite() && *day <= Day::saturating(20_000))
                );
            }
            Err(fault) => assert!(!fault.message().contains('\n')),
        }
    }
}

//! What is worth trying again, and when.

/// How often a file is asked for at most.
const MOST_TRIES: u32 = 3;
/// The middle of the first wait; it doubles from try to try.
const FIRST_WAIT_MS: f64 = 500.0;

/// Whether a status says that it may be better the next time: the request took too long, came too early or too often, or the server is
/// in trouble.
pub const fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

/// How long to wait after so many tries; none when that were enough. What the server asks for in `Retry-After`, as seconds or as a date,
/// is kept, and never undercut by more than a moment; `random` from 0 to 1 spreads the readers of a page that all failed at once.
pub fn wait_ms(tries: u32, retry_after: Option<&str>, now_ms: f64, random: f64) -> Option<f64> {
    if tries >= MOST_TRIES {
        return None;
    }
    let own = FIRST_WAIT_MS * 2_f64.powi(tries as i32 - 1) * (0.5 + random);
    let asked = retry_after.and_then(|text| {
        let text = text.trim();
        let seconds = text.parse::<u32>().ok().map(|seconds| f64::from(seconds) * 1_000.0);
        seconds.or_else(|| Some(js_sys::Date::parse(text) - now_ms).filter(|wait| wait.is_finite()))
    });
    Some(asked.map_or(own, |asked| asked.max(0.0) + FIRST_WAIT_MS * random))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_passes_is_tried_again_and_nothing_else() {
        let passing: Vec<u16> = (400..600).filter(|status| is_passing(*status)).filter(|status| *status < 500).collect();
        assert_eq!(passing, [408, 425, 429]);
        assert!((500..600).all(is_passing));
    }

    #[wasm_bindgen_test]
    fn waits_grow_and_end_after_the_third_try() {
        assert_eq!((wait_ms(1, None, 0.0, 0.0), wait_ms(1, None, 0.0, 1.0)), (Some(250.0), Some(750.0)));
        assert_eq!((wait_ms(2, None, 0.0, 0.0), wait_ms(2, None, 0.0, 1.0)), (Some(500.0), Some(1500.0)));
        assert_eq!((wait_ms(3, None, 0.0, 0.5), wait_ms(3, Some("1"), 0.0, 0.5)), (None, None));
    }

    #[wasm_bindgen_test]
    fn the_servers_own_word_counts_in_seconds_and_as_a_date() {
        assert_eq!(wait_ms(1, Some(" 7 "), 0.0, 0.0), Some(7_000.0));
        let now = js_sys::Date::parse("Wed, 21 Oct 2026 07:28:00 GMT");
        assert_eq!(wait_ms(1, Some("Wed, 21 Oct 2026 07:28:05 GMT"), now, 0.0), Some(5_000.0));
        assert_eq!(wait_ms(1, Some("Wed, 21 Oct 2026 07:27:00 GMT"), now, 0.0), Some(0.0));
        assert_eq!(wait_ms(1, Some("soon"), now, 0.0), Some(250.0));
    }
}

//! CSS pixels to the whole numbers plotters draws in.

/// Units in one device pixel. Plotters' coordinates are whole numbers; a sixteenth of a pixel is finer than any eye.
pub const UNITS_PER_PIXEL: f64 = 16.0;

/// How many device pixels a CSS pixel has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolution {
    ratio: f64,
}

impl Resolution {
    /// A device-pixel ratio; what is not a sensible one counts as 1.
    #[must_use]
    pub fn new(ratio: f64) -> Self {
        Self { ratio: if (0.05..=20.0).contains(&ratio) { ratio } else { 1.0 } }
    }

    /// Device pixels in a CSS pixel.
    #[must_use]
    pub const fn ratio(self) -> f64 {
        self.ratio
    }

    /// Units in a CSS pixel.
    #[must_use]
    pub fn units_per_css(self) -> f64 {
        self.ratio * UNITS_PER_PIXEL
    }

    /// A length or position in units.
    #[must_use]
    pub fn units(self, css: f64) -> i32 {
        libm::round((css * self.units_per_css()).clamp(-1e8, 1e8)) as i32
    }

    /// The two edges of a line one CSS pixel wide, in units, on whole device pixels and at least one of them wide.
    #[must_use]
    pub fn hairline(self, css: f64) -> (i32, i32) {
        let width = libm::floor(self.ratio).max(1.0);
        let from = libm::round(css * self.ratio - width / 2.0).clamp(-1e6, 1e6);
        ((from * UNITS_PER_PIXEL) as i32, ((from + width) * UNITS_PER_PIXEL) as i32)
    }

    /// A stroke's width in units.
    #[must_use]
    pub fn stroke(self, css: f64) -> u32 {
        self.units(css).max(1) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn hairlines_lie_on_whole_device_pixels(css in 0.0..3000.0f64, ratio in 0.25..5.0f64) {
            let (from, to) = Resolution::new(ratio).hairline(css);
            prop_assert_eq!(from % UNITS_PER_PIXEL as i32, 0);
            prop_assert_eq!(to % UNITS_PER_PIXEL as i32, 0);
            prop_assert!(to > from);
            let middle = f64::from(from + to) / 2.0 / UNITS_PER_PIXEL / ratio;
            prop_assert!((middle - css).abs() <= 0.5 / ratio + 1e-9);
        }
    }

    #[test]
    fn a_ratio_that_makes_no_sense_counts_as_one() {
        for ratio in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Resolution::new(ratio), Resolution::new(1.0));
        }
    }
}

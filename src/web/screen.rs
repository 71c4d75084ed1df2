//! A size on the screen, in CSS pixels and in device pixels.

use crate::paint::Resolution;

/// The largest bitmap a canvas gets; iOS caps the area of all canvases of a page.
const MOST_PIXELS: f64 = 16_000_000.0;

/// A size in CSS pixels with its bitmap.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Screen {
    /// Width and height in CSS pixels.
    pub css: (f64, f64),
    /// Width and height in device pixels.
    pub device: (u32, u32),
    /// Device pixels in a CSS pixel, as the browser says.
    pub ratio: f64,
}

impl Screen {
    /// A size whose bitmap is told by the browser, or follows from the ratio where what is told does not fit it: under an
    /// emulated ratio Chromium's device-pixel box stays in CSS pixels.
    pub fn new(css: (f64, f64), device: Option<(f64, f64)>, ratio: f64) -> Self {
        let computed = (libm::round(css.0 * ratio), libm::round(css.1 * ratio));
        let fits = |told: &(f64, f64)| (told.0 - computed.0).abs() <= 2.0 && (told.1 - computed.1).abs() <= 2.0;
        let (mut w, mut h) = device.filter(fits).unwrap_or(computed);
        let over = libm::sqrt((w * h / MOST_PIXELS).max(1.0));
        (w, h) = (libm::floor(w / over), libm::floor(h / over));
        Self { css, device: (w.clamp(0.0, 32_000.0) as u32, h.clamp(0.0, 32_000.0) as u32), ratio }
    }

    /// Whether there is anything to paint on.
    pub const fn is_empty(self) -> bool {
        self.device.0 == 0 || self.device.1 == 0
    }

    /// So many device pixels across in CSS pixels.
    pub fn css_px(self, device_px: u32) -> f64 {
        f64::from(device_px) * self.css.0 / f64::from(self.device.0)
    }

    /// CSS pixels to units.
    pub fn resolution(self) -> Resolution {
        Resolution::new(f64::from(self.device.0) / self.css.0.max(1.0))
    }
}

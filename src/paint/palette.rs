//! Colours by role, for a light and a dark ground. Lines that can meet differ in dash and label too; every colour of a line
//! has at least 3:1 against its ground, every colour of text 4.5:1 (a test computes it).

use plotters::style::RGBAColor;
use plotters_backend::BackendColor;

use crate::view::scene::Ink;

/// A colour with its opacity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    rgb: (u8, u8, u8),
    alpha: f64,
}

impl Colour {
    const fn new(hex: u32) -> Self {
        Self { rgb: ((hex >> 16) as u8, (hex >> 8) as u8, hex as u8), alpha: 1.0 }
    }

    /// A colour from its channels, fully opaque.
    #[must_use]
    pub const fn rgb(r: u8, g: u8, b: u8) -> Self {
        Self { rgb: (r, g, b), alpha: 1.0 }
    }

    /// Whether light ink is needed on it: its relative luminance (WCAG 2.2) is below that of a middle grey.
    #[must_use]
    pub fn is_dark(self) -> bool {
        self.luminance() < 0.18
    }

    /// WCAG 2.2, relative luminance.
    fn luminance(self) -> f64 {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { libm::exp(2.4 * libm::log((v + 0.055) / 1.055)) }
        };
        0.2126 * linear(self.rgb.0) + 0.7152 * linear(self.rgb.1) + 0.0722 * linear(self.rgb.2)
    }

    /// The same colour, so opaque.
    #[must_use]
    pub const fn with_alpha(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// `#rrggbb`, for CSS.
    #[must_use]
    pub fn hex(self) -> String {
        let (r, g, b) = self.rgb;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    pub(super) const fn rgba(self) -> RGBAColor {
        RGBAColor(self.rgb.0, self.rgb.1, self.rgb.2, self.alpha)
    }

    pub(super) const fn backend(self) -> BackendColor {
        BackendColor { alpha: self.alpha, rgb: self.rgb }
    }
}

/// The colours of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// The ground.
    pub ground: Colour,
    /// Titles and the crosshair's values.
    pub text: Colour,
    /// Tick labels.
    pub muted: Colour,
    /// Grid lines.
    pub grid: Colour,
    /// Grid lines at the beginning of a year.
    pub grid_strong: Colour,
    /// The foot of a plot and its zero.
    pub axis: Colour,
    /// Events.
    pub pin: Colour,
    /// Estimates that cannot be told from zero.
    pub quiet: Colour,
    inks: [Colour; 8],
}

impl Palette {
    /// Dark ink on white.
    pub const LIGHT: Self = Self {
        ground: Colour::new(0xff_ffff),
        text: Colour::new(0x1b_1f24),
        muted: Colour::new(0x5b_6470),
        grid: Colour::new(0xec_eef1),
        grid_strong: Colour::new(0xdb_dfe4),
        axis: Colour::new(0x9a_a2ac),
        pin: Colour::new(0x5b_6470),
        quiet: Colour::new(0x87_8e98),
        inks: [
            Colour::new(0xb8_4a12),
            Colour::new(0x1a_66a8),
            Colour::new(0x4b_2a8c),
            Colour::new(0xb0_307f),
            Colour::new(0xa3_6a12),
            Colour::new(0x1f_7a66),
            Colour::new(0x0b_6690),
            Colour::new(0xb8_4a12),
        ],
    };

    /// Light ink on near-black.
    pub const DARK: Self = Self {
        ground: Colour::new(0x14_171c),
        text: Colour::new(0xe8_eaed),
        muted: Colour::new(0xa7_afba),
        grid: Colour::new(0x24_2930),
        grid_strong: Colour::new(0x36_3c45),
        axis: Colour::new(0x6b_7480),
        pin: Colour::new(0xa7_afba),
        quiet: Colour::new(0x8c_939e),
        inks: [
            Colour::new(0xf0_8a4b),
            Colour::new(0x6d_b3f2),
            Colour::new(0xb3_9df5),
            Colour::new(0xef_86c0),
            Colour::new(0xe8_b65a),
            Colour::new(0x5c_c7a8),
            Colour::new(0x5c_c0e8),
            Colour::new(0xf0_8a4b),
        ],
    };

    /// The roles a page can give colours of its own, as the custom properties `--yen-lens-*` name them, and the system's colour
    /// for each where the reader's system imposes its own.
    pub const ROLES: [(&'static str, &'static str); 16] = [
        ("background", "Canvas"),
        ("color", "CanvasText"),
        ("muted", "CanvasText"),
        ("grid", "color-mix(in srgb, CanvasText 25%, Canvas)"),
        ("grid-strong", "color-mix(in srgb, CanvasText 50%, Canvas)"),
        ("axis", "CanvasText"),
        ("pin", "CanvasText"),
        ("quiet", "GrayText"),
        ("asset", "CanvasText"),
        ("yen", "LinkText"),
        ("yield-a", "CanvasText"),
        ("yield-b", "LinkText"),
        ("yield-c", "CanvasText"),
        ("spread", "CanvasText"),
        ("estimate", "CanvasText"),
        ("headline", "LinkText"),
    ];

    /// Gives a role, by its place in [`Palette::ROLES`], another colour.
    pub fn set(&mut self, role: usize, colour: Colour) {
        let place = match role {
            0 => &mut self.ground,
            1 => &mut self.text,
            2 => &mut self.muted,
            3 => &mut self.grid,
            4 => &mut self.grid_strong,
            5 => &mut self.axis,
            6 => &mut self.pin,
            7 => &mut self.quiet,
            ink => match self.inks.get_mut(ink - 8) {
                Some(place) => place,
                None => return,
            },
        };
        *place = colour;
    }

    /// The colour of what is written in that ink: text needs more contrast than a line.
    pub(super) fn written(&self, ink: Ink) -> Colour {
        if ink == Ink::Quiet { self.muted } else { self.ink(ink) }
    }

    /// The colour of a role.
    #[must_use]
    pub const fn ink(&self, ink: Ink) -> Colour {
        self.inks[match ink {
            Ink::Quiet => return self.quiet,
            Ink::Asset => 0,
            Ink::Yen => 1,
            Ink::YieldA => 2,
            Ink::YieldB => 3,
            Ink::YieldC => 4,
            Ink::Spread => 5,
            Ink::Estimate => 6,
            Ink::Headline => 7,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (a.luminance(), b.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_has_4_5_to_1_and_lines_have_3_to_1() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for text in palette.inks.iter().chain([&palette.text, &palette.muted, &palette.pin]) {
                assert!(contrast(*text, palette.ground) >= 4.5, "{text:?}");
            }
            assert!(contrast(palette.quiet, palette.ground) >= 3.0);
        }
    }

    #[test]
    fn each_role_is_given_its_own_colour() {
        let mut palette = Palette::LIGHT;
        for role in 0..Palette::ROLES.len() {
            let before = palette.clone();
            palette.set(role, Colour::rgb(role as u8, 1, 2));
            assert_ne!(palette, before);
        }
        assert_eq!(palette.ground, Colour::rgb(0, 1, 2));
        assert_eq!(palette.quiet, Colour::rgb(7, 1, 2));
        assert_eq!(palette.ink(Ink::Asset), Colour::rgb(8, 1, 2));
        assert_eq!(palette.ink(Ink::Headline), Colour::rgb(15, 1, 2));
        let all = palette.clone();
        palette.set(99, Colour::rgb(9, 9, 9));
        assert_eq!(palette, all);
    }

    #[test]
    fn each_ground_asks_for_its_own_ink() {
        assert!(Palette::DARK.ground.is_dark() && !Palette::LIGHT.ground.is_dark());
    }
}

//! How a panel writes its values.

/// How values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Decimals in the readout and at a line's end; ticks have their own.
    pub decimals: u8,
    /// Written before the number.
    pub prefix: &'static str,
    /// Written after it.
    pub suffix: &'static str,
    /// Whether a positive number has a plus.
    pub signed: bool,
}

impl Format {
    /// A plain number with so many decimals.
    #[must_use]
    pub const fn plain(decimals: u8) -> Self {
        Self { decimals, prefix: "", suffix: "", signed: false }
    }

    /// The value as text.
    #[must_use]
    pub fn text(&self, value: f64) -> String {
        self.text_with(value, self.decimals)
    }

    /// The value as text with so many decimals.
    #[must_use]
    pub fn text_with(&self, value: f64, decimals: u8) -> String {
        let number = if self.signed { crate::text::signed(value, decimals) } else { crate::text::number(value, decimals) };
        if !value.is_finite() {
            return number;
        }
        // A minus sign stands before the dollar.
        match number.strip_prefix('\u{2212}') {
            Some(rest) => format!("\u{2212}{}{rest}{}", self.prefix, self.suffix),
            None => format!("{}{number}{}", self.prefix, self.suffix),
        }
    }
}

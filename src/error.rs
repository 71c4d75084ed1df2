//! The one error type: a kind for programs and one sentence for the author of the page.
//!
//! It knows nothing of browsers; `web` turns it into a JavaScript `Error`. The message names the argument, what was
//! expected and what came, so that it can be shown as it is.

use std::fmt;

/// What went wrong, for programs. [`ErrorKind::code`] gives the stable text form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument is outside its range or of the wrong kind.
    InvalidArgument,
    /// Columns that belong together differ in length.
    UnequalLength,
    /// Regressors are linearly dependent, so that there is no unique answer.
    Collinear,
    /// There are fewer observations than the method needs.
    TooFewObservations,
    /// The work asked for is above the stated bound.
    TooLarge,
    /// An option or attribute has a name that does not exist.
    UnknownOption,
    /// A series of that name is not in the data.
    UnknownSeries,
    /// Data do not follow their format.
    MalformedData,
    /// Data end before they should.
    TruncatedData,
}

impl ErrorKind {
    /// The stable text form, as it appears in `detail.code` of the `yen-lens-error` event and in `code` of a `YenLensError`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InvalidArgument => "invalid-argument",
            Self::UnequalLength => "unequal-length",
            Self::Collinear => "collinear",
            Self::TooFewObservations => "too-few-observations",
            Self::TooLarge => "too-large",
            Self::UnknownOption => "unknown-option",
            Self::UnknownSeries => "unknown-series",
            Self::MalformedData => "malformed-data",
            Self::TruncatedData => "truncated-data",
        }
    }
}

/// A kind and one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

impl Error {
    /// An error of this kind that says `message`: one sentence, the argument first, without a full stop.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// An [`ErrorKind::InvalidArgument`].
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidArgument, message)
    }

    /// The same error, with the argument it is about named first: `driver: expected ...`.
    #[must_use]
    pub fn about(self, argument: &str) -> Self {
        Self { message: format!("{argument}: {}", self.message), ..self }
    }

    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// Text of the author's or the reader's inside a sentence: in quotation marks, cut after 60 characters, with a mark in the
/// place of what would break the line or turn its direction. The standard library's `escape_debug` knows all of Unicode for
/// this, which is more table than the rest of a sentence is text.
///
/// ```
/// assert_eq!(yenlens::error::quoted("a \"b\"\n"), "\"a \\\"b\\\"\u{fffd}\"");
/// ```
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars().take(60) {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => out.push('\u{fffd}'),
            _ if c.is_control() => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

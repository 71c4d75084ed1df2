//! Dated happenings that a chart pins to its time axis.

use super::Day;

/// What sort of event it is, which decides its colour, its letter and the list it appears in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// A decision or a speech of the Bank of Japan.
    Boj,
    /// A decision of the Federal Reserve.
    Fed,
    /// Yen bought or sold by the Ministry of Finance.
    Intervention,
    /// An auction of government bonds.
    Auction,
    /// Tariffs announced or put off.
    Tariffs,
    /// A yield at a height not seen before.
    Record,
    /// A day of the markets themselves.
    Market,
    /// Elections, governments, ministers.
    Politics,
}

impl EventKind {
    /// Every kind, in the order of the definition.
    pub const ALL: [Self; 8] =
        [Self::Boj, Self::Fed, Self::Intervention, Self::Auction, Self::Tariffs, Self::Record, Self::Market, Self::Politics];

    /// The text form used in data files.
    ///
    /// ```
    /// use yenlens::series::EventKind;
    /// assert_eq!(EventKind::parse(EventKind::Boj.code()), Some(EventKind::Boj));
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Boj => "boj",
            Self::Fed => "fed",
            Self::Intervention => "intervention",
            Self::Auction => "auction",
            Self::Tariffs => "tariffs",
            Self::Record => "record",
            Self::Market => "market",
            Self::Politics => "politics",
        }
    }

    /// The kind of that text form.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How far an event has been checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A text that reports it was found; `source` names it.
    Lookup,
    /// Well known, written down without looking it up; `source` names who would have it on record.
    PublicRecord,
    /// It follows from a series of this snapshot.
    Computed,
}

impl Basis {
    /// Every basis, in the order of the definition.
    pub const ALL: [Self; 3] = [Self::Lookup, Self::PublicRecord, Self::Computed];

    /// The text form used in data files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lookup => "lookup",
            Self::PublicRecord => "public_record",
            Self::Computed => "computed",
        }
    }

    /// The basis of that text form.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

/// One happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The day it happened, in Tokyo for Japanese events and in Washington or New York for American ones.
    pub day: Day,
    /// What sort of event it is.
    pub kind: EventKind,
    /// One line in English, without a full stop.
    pub title: String,
    /// Who says so.
    pub source: String,
    /// How far it has been checked.
    pub basis: Basis,
}

/// What an event is called in every language of which the words are at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles {
    own: String,
    /// By the language's primary subtag.
    told: Vec<(String, String)>,
}

impl Titles {
    /// The event's own title, and those in other languages by their primary subtags, such as `ja`.
    #[must_use]
    pub const fn new(own: String, told: Vec<(String, String)>) -> Self {
        Self { own, told }
    }

    /// The title in that language, else the event's own.
    ///
    /// ```
    /// use yenlens::series::Titles;
    /// let titles = Titles::new("One".into(), vec![("zh".into(), "\u{4e00}".into())]);
    /// assert_eq!((titles.within("zh-Hans"), titles.within("ko")), ("\u{4e00}", "One"));
    /// ```
    #[must_use]
    pub fn within(&self, lang: &str) -> &str {
        let primary = lang.split('-').next();
        self.told.iter().find(|(known, _)| Some(known.as_str()) == primary).map_or(&self.own, |(_, title)| title)
    }
}

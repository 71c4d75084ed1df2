//! What is known about a series: enough to label it, to cite it, and to know at which hour its day ends.

use super::Day;

/// The unit of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// US dollars (or the dollar token the venue quotes; the label says which).
    Usd,
    /// Percent; a yield of 2.5 is 2.5 % a year.
    Pct,
    /// Yen for one US dollar.
    JpyPerUsd,
    /// Units of a currency for one euro.
    PerEur,
    /// An index number.
    Index,
    /// Billions of US dollars.
    UsdBn,
    /// Futures contracts.
    Contracts,
    /// Hundreds of millions of yen.
    Jpy100m,
}

impl Unit {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Usd, "usd"),
        (Self::Pct, "pct"),
        (Self::JpyPerUsd, "jpy_per_usd"),
        (Self::PerEur, "per_eur"),
        (Self::Index, "index"),
        (Self::UsdBn, "usd_bn"),
        (Self::Contracts, "contracts"),
        (Self::Jpy100m, "jpy_100m"),
    ];

    /// The text form used in data files.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(unit, _)| *unit == self).map_or("", |(_, code)| code)
    }

    /// The unit of that text form.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, text)| *text == code).map(|(unit, _)| *unit)
    }

    /// The kind of series that mostly has it.
    ///
    /// ```
    /// use yenlens::series::{Kind, Unit};
    /// assert_eq!(Unit::Pct.kind(), Kind::Yield);
    /// assert_eq!(Kind::Yield.unit(), Unit::Pct);
    /// ```
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Usd => Kind::Price,
            Self::Pct => Kind::Yield,
            Self::JpyPerUsd | Self::PerEur => Kind::Fx,
            Self::Index => Kind::Index,
            Self::UsdBn | Self::Jpy100m => Kind::Holdings,
            Self::Contracts => Kind::Positions,
        }
    }

    /// Every text form, for a sentence that lists them.
    #[must_use]
    pub fn codes() -> [&'static str; 8] {
        Self::ALL.map(|(_, code)| code)
    }
}

/// What the values are, which decides how a change is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A price; its change is a log return.
    Price,
    /// A yield or an interest rate in percent; its change is in basis points.
    Yield,
    /// An exchange rate; its change is a log return.
    Fx,
    /// A volatility index; its change is a difference.
    Volatility,
    /// An index number; its change is a log return.
    Index,
    /// Holdings or flows of securities; its change is a difference.
    Holdings,
    /// Open futures positions; its change is a difference.
    Positions,
}

impl Kind {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Price, "price"),
        (Self::Yield, "yield"),
        (Self::Fx, "fx"),
        (Self::Volatility, "volatility"),
        (Self::Index, "index"),
        (Self::Holdings, "holdings"),
        (Self::Positions, "positions"),
    ];

    /// The text form used in data files.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, code)| code)
    }

    /// The kind of that text form.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, text)| *text == code).map(|(kind, _)| *kind)
    }

    /// The unit it mostly has.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Price => Unit::Usd,
            Self::Yield => Unit::Pct,
            Self::Fx => Unit::JpyPerUsd,
            Self::Volatility | Self::Index => Unit::Index,
            Self::Holdings => Unit::UsdBn,
            Self::Positions => Unit::Contracts,
        }
    }

    /// Every text form, for a sentence that lists them.
    #[must_use]
    pub fn codes() -> [&'static str; 7] {
        Self::ALL.map(|(_, code)| code)
    }

    /// Whether its change is a log return, which values at or below zero do not have.
    #[must_use]
    pub const fn needs_values_above_zero(self) -> bool {
        matches!(self, Self::Price | Self::Fx | Self::Index)
    }
}

/// A day from which the values come from elsewhere: another venue, another vintage. No change is ever taken across it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The first day of the new source.
    pub day: Day,
    /// What changed, in English, for the footer: `Binance (USDT) until here, Bitstamp (USD) from here`.
    pub note: String,
}

/// A series' label, unit, source and the rest of what a reader may ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesMeta {
    /// The name used in attributes: `btc`, `jgb10y`, `usdjpy`.
    pub id: String,
    /// What it is called in English: `Bitcoin`, `JGB 10-year yield`.
    pub label: String,
    /// The unit of the values.
    pub unit: Unit,
    /// What the values are.
    pub kind: Kind,
    /// The hour at which the day's value is fixed, `HH:MM` in UTC, `24:00` for the end of the day. Where the hour moves
    /// with summer time, the winter hour.
    pub closes_at_utc: String,
    /// The publisher and the series, to be shown: `Ministry of Finance Japan, Interest Rate`.
    pub source: String,
    /// Where the publisher offers it.
    pub source_url: String,
    /// On what terms it may be passed on.
    pub license: String,
    /// The last day that has a value.
    pub last: Day,
    /// Days at which the source changes, increasing; empty for most series.
    pub breaks: Vec<Break>,
}

impl SeriesMeta {
    /// The first day on which a value dated `day` counts as public. Holdings of Treasuries come out in the second month after
    /// the one they are dated by and count from its end, futures positions three days after the Tuesday of the count, weekly
    /// flows five days after the week's Saturday, the Federal Reserve's release H.10 on the Monday after the week, the Ministry of
    /// Finance's yields on the morning after, holidays apart; all else on its own day.
    #[must_use]
    pub fn public_from(&self, day: Day) -> Day {
        match (self.kind, self.unit) {
            (Kind::Holdings, Unit::Jpy100m) => day.plus(5),
            (Kind::Holdings, _) => day.plus_months(2),
            (Kind::Positions, _) => day.plus(3),
            (Kind::Fx | Kind::Index, _) if self.source.contains("H.10 ") => day.plus(7 - day.weekday() as i32),
            (Kind::Yield, _) if self.source.starts_with("Ministry of Finance Japan, ") => match day.weekday() {
                4 => day.plus(3),
                5 => day.plus(2),
                _ => day.plus(1),
            },
            _ => day,
        }
    }
}

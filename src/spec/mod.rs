//! What the attributes and options ask for, bounded and typed.
//!
//! Text is parsed once, here; nothing behind a [`Spec`] needs to check a window or a range again. A value that has no
//! meaning is an error and leaves the figure as it was; a number outside its range is pulled in and noted, never silently.

mod options;
mod parse;

pub use options::Options;
pub use parse::{Note, Parsed};

use crate::market::IMPACT_BP;
use crate::series::{Day, EventKind};

/// The shortest window in trading days.
pub const WINDOW_MIN: usize = 20;
/// The longest window in trading days.
pub const WINDOW_MAX: usize = 250;
/// The window where none is asked for.
pub const WINDOW_DEFAULT: usize = 60;

/// The fewest trading days after an event.
pub const HORIZON_MIN: usize = 1;
/// The most.
pub const HORIZON_MAX: usize = 60;
/// The fewest trading days of lead and lag.
pub const LAGS_MIN: usize = 2;
/// The most.
pub const LAGS_MAX: usize = 30;
/// The smallest share of days that count as extreme, in percent.
pub const THRESHOLD_MIN: f64 = 0.5;
/// The largest.
pub const THRESHOLD_MAX: f64 = 10.0;

/// The most that is sold, in percent of what is held.
pub const SHARE_MAX: f64 = 30.0;
/// The longest sale, in months.
pub const MONTHS_MAX: usize = 12;
/// The effect on yields, in basis points per 100 billion dollars: the lowest and highest that can be asked for.
pub const IMPACT_BOUNDS_BP: (f64, f64) = (5.0, 80.0);
/// The change of the JGB yield, in basis points.
pub const JGB_CHANGE_BOUNDS_BP: (f64, f64) = (-100.0, 200.0);
/// The change of the yen against the dollar, in percent, positive when it gains.
pub const YEN_CHANGE_BOUNDS_PCT: (f64, f64) = (-20.0, 30.0);

/// Which question the figure answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ViewName {
    /// What happened? Prices, the yen, yields and the spread over one time axis.
    Timeline,
    /// Do they move together? Rolling correlation with its band.
    Correlation,
    /// By how much? Changes of the one over those of the other, with the regression line.
    Beta,
    /// Who moves first? Correlations of changes, one shifted against the other.
    LeadLag,
    /// What happened after? Paths around events, and all the windows without one.
    Events,
    /// What if Japan sells? The spread of outcomes.
    Scenario,
    /// Did Japan sell? Holdings, futures and purchases beside the yen and the yields.
    Flows,
    /// Is the carry trade worth it? Carry, risk, breakeven and the pressure to unwind.
    Carry,
    /// Where does the story break? From JGB yields to crypto link by link.
    Chain,
}

impl ViewName {
    /// Every view, in the order in which they are offered.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Timeline, "timeline"),
        (Self::Correlation, "correlation"),
        (Self::Beta, "beta"),
        (Self::LeadLag, "leadlag"),
        (Self::Events, "events"),
        (Self::Carry, "carry"),
        (Self::Chain, "chain"),
        (Self::Scenario, "scenario"),
        (Self::Flows, "flows"),
    ];

    /// The name used in attributes.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(view, _)| *view == self).map_or("", |(_, name)| name)
    }
}

/// What is correlated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Daily changes: the honest number.
    Changes,
    /// Levels: the number headlines quote, shown beside the other one.
    Levels,
}

impl Basis {
    /// Both, by the names used in attributes.
    pub const ALL: [(&'static str, Self); 2] = [("changes", Self::Changes), ("levels", Self::Levels)];
}

/// What a regression holds constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Held {
    /// The VIX, for the mood of equities.
    Vix,
    /// The dollar against a basket without the yen.
    Dollar,
}

impl Held {
    /// All, by the names used in attributes, which are those of their measures.
    pub const ALL: [(&'static str, Self); 2] = [("vix", Self::Vix), ("dollar", Self::Dollar)];
}

/// What makes a day an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// It is on record as one of this kind.
    Kind(EventKind),
    /// The driver's change was among the highest of its days.
    Surge,
}

impl Trigger {
    /// All, by the names used in attributes: the kinds by the codes of the data.
    pub const ALL: [(&'static str, Self); 9] = [
        ("surge", Self::Surge),
        ("boj", Self::Kind(EventKind::Boj)),
        ("fed", Self::Kind(EventKind::Fed)),
        ("intervention", Self::Kind(EventKind::Intervention)),
        ("auction", Self::Kind(EventKind::Auction)),
        ("tariffs", Self::Kind(EventKind::Tariffs)),
        ("record", Self::Kind(EventKind::Record)),
        ("market", Self::Kind(EventKind::Market)),
        ("politics", Self::Kind(EventKind::Politics)),
    ];
}

/// What of an asset's changes an event study looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Model {
    /// All of them.
    Raw,
    /// What the market, Bitcoin, does not explain; of Bitcoin itself all of them.
    Market,
}

impl Model {
    /// Both, by the names used in attributes.
    pub const ALL: [(&'static str, Self); 2] = [("raw", Self::Raw), ("market", Self::Market)];
}

/// How the timeline draws prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// In their own units, the price on a logarithmic axis.
    Log,
    /// Price and yen over one logarithmic axis, 100 where the range begins.
    Index,
    /// Price and yen as changes in percent since then.
    Percent,
}

impl Scale {
    /// All, by the names used in attributes.
    pub const ALL: [(&'static str, Self); 3] = [("log", Self::Log), ("index", Self::Index), ("percent", Self::Percent)];
}

/// The years of Japanese government bonds whose yields there are, by the names used in attributes.
pub const TENORS: [(&str, u8); 6] = [("2", 2), ("5", 5), ("10", 10), ("20", 20), ("30", 30), ("40", 40)];

/// The part of time that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Range {
    /// All there is.
    Max,
    /// The last so many months of the data.
    Months(u16),
    /// From one day to another, both included.
    Days(Day, Day),
}

impl Range {
    /// The ranges that have a button, with their names.
    pub const BUTTONS: [(Self, &'static str); 5] = [
        (Self::Months(6), "6m"),
        (Self::Months(12), "1y"),
        (Self::Months(36), "3y"),
        (Self::Months(60), "5y"),
        (Self::Max, "max"),
    ];

    /// The text form: a button's name or two ISO dates with a slash between.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Days(from, to) => format!("{from}/{to}"),
            other => {
                Self::BUTTONS.iter().find(|(range, _)| *range == other).map_or_else(String::new, |(_, name)| (*name).to_owned())
            }
        }
    }
}

/// Light, dark, or as the page's reader prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As `prefers-color-scheme` says.
    Auto,
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Theme {
    /// All, by the names used in attributes.
    pub const ALL: [(&'static str, Self); 3] = [("auto", Self::Auto), ("light", Self::Light), ("dark", Self::Dark)];
}

/// Everything a figure needs to know, valid by construction.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// The views offered, at least one; more than one gives tabs.
    pub views: Vec<ViewName>,
    /// The one that is shown, one of `views`.
    pub view: ViewName,
    /// The id of the price series.
    pub asset: String,
    /// The id of the driver.
    pub driver: String,
    /// Trading days in a rolling window, [`WINDOW_MIN`] to [`WINDOW_MAX`].
    pub window: usize,
    /// How the timeline draws prices.
    pub scale: Scale,
    /// The years of the bonds whose yields it draws, in the order of [`TENORS`].
    pub tenors: Vec<u8>,
    /// The day on which the chain is read; the last that is shown when `None`.
    pub at: Option<Day>,
    /// Whether the axis of time leaves out weekends and holidays.
    pub weekdays: bool,
    /// Trading days after an event, [`HORIZON_MIN`] to [`HORIZON_MAX`].
    pub horizon: usize,
    /// Trading days of lead and lag, [`LAGS_MIN`] to [`LAGS_MAX`].
    pub lags: usize,
    /// The share of days that count as extreme, in percent, [`THRESHOLD_MIN`] to [`THRESHOLD_MAX`].
    pub threshold: f64,
    /// What is held constant, in the order of [`Held::ALL`].
    pub controls: Vec<Held>,
    /// What makes a day an event, in the order of [`Trigger::ALL`].
    pub events: Vec<Trigger>,
    /// What of the asset's changes is looked at after an event.
    pub model: Model,
    /// What is sold, in percent of the Treasuries that Japan holds, 0 to [`SHARE_MAX`].
    pub share: f64,
    /// Over how many months, 1 to [`MONTHS_MAX`].
    pub months: usize,
    /// The effect on yields in basis points per 100 billion dollars, within [`IMPACT_BOUNDS_BP`].
    pub impact: f64,
    /// The change of the 10-year JGB yield in basis points, within [`JGB_CHANGE_BOUNDS_BP`].
    pub jgb_change: f64,
    /// The change of the yen against the dollar in percent, within [`YEN_CHANGE_BOUNDS_PCT`].
    pub yen_change: f64,
    /// The confidence of every band, inside (0, 1).
    pub confidence: f64,
    /// Changes or levels.
    pub basis: Basis,
    /// The part of time that is shown.
    pub range: Range,
    /// The day whose knowledge counts; all there is when `None`.
    pub as_of: Option<Day>,
    /// The keys of the lines that are left out.
    pub hide: Vec<String>,
    /// Light, dark or automatic.
    pub theme: Theme,
    /// The group with which range, crosshair and parameters are shared.
    pub group: Option<String>,
    /// What somebody claims, in their own words, to be set beside what the data say.
    pub claim: Option<String>,
    /// Who claims it, where and when.
    pub claim_source: Option<String>,
    /// The author's heading, instead of the figure's own.
    pub heading: Option<String>,
    /// Whether the controls are shown.
    pub controls_visible: bool,
    /// The height the frame keeps, in CSS pixels; by view and width when `None`.
    pub height: Option<u16>,
}

/// The days that the axis of time has room for, by the names used in attributes: whether these are days of trading alone.
pub const DAYS: [(&str, bool); 2] = [("all", false), ("weekdays", true)];

impl Default for Spec {
    fn default() -> Self {
        Self {
            views: vec![ViewName::Timeline],
            view: ViewName::Timeline,
            asset: "btc".to_owned(),
            driver: "yen".to_owned(),
            window: WINDOW_DEFAULT,
            scale: Scale::Log,
            tenors: vec![10, 30, 40],
            at: None,
            weekdays: false,
            horizon: 5,
            lags: 10,
            threshold: 2.0,
            controls: Vec::new(),
            events: vec![Trigger::Kind(EventKind::Boj)],
            model: Model::Raw,
            share: 10.0,
            months: 3,
            impact: IMPACT_BP,
            jgb_change: 25.0,
            yen_change: 5.0,
            confidence: 0.95,
            basis: Basis::Changes,
            range: Range::Max,
            as_of: None,
            hide: Vec::new(),
            theme: Theme::Auto,
            group: None,
            claim: None,
            claim_source: None,
            heading: None,
            controls_visible: true,
            height: None,
        }
    }
}

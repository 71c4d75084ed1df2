//! The words of the view `events`.

/// What the event study says.
#[derive(Debug)]
pub struct EventWords {
    /// Heading; blank `asset`.
    pub heading: &'static str,
    /// Name of the view.
    pub name: &'static str,
    /// Label of the choice of kinds.
    pub kinds: &'static str,
    /// The driver's strongest days, among the kinds.
    pub surge: &'static str,
    /// One of those days, where no event has a title.
    pub surge_day: &'static str,
    /// The driver's strongest days in a sentence: blanks `driver`, `q`.
    pub surge_days: &'static str,
    /// Label of the slider of days after the event.
    pub horizon: &'static str,
    /// Label of the slider of the share of days.
    pub threshold: &'static str,
    /// Title of the paths: blanks `asset`, `unit`, `confidence`.
    pub panel_paths: &'static str,
    /// The paths' axis.
    pub axis_paths: &'static str,
    /// Title of the histogram; blank `days`.
    pub panel_windows: &'static str,
    /// The histogram's axis: blanks `days`, `unit`.
    pub axis_windows: &'static str,
    /// What the histogram counts.
    pub count: &'static str,
    /// The mean path.
    pub mean: &'static str,
    /// The path without events.
    pub usual: &'static str,
    /// A bin of the histogram: blanks `low`, `high`.
    pub bin: &'static str,
    /// An event's place: blanks `rank`, `windows`.
    pub rank: &'static str,
    /// Heading of the column of ranks.
    pub rank_column: &'static str,
    /// Heading of the column of moves; blanks `asset`, `days`, `unit`.
    pub moved: &'static str,
    /// Blanks `days`, `n`, `kinds`, `asset`, `mean`, `confidence`, `interval`, `verdict`.
    pub finding: &'static str,
    /// What windows without an event do, and where the means of as many of them lie: blanks `usual`, `chance`, `from`, `to`.
    pub finding_usual: &'static str,
    /// With one event alone: blanks `days`, `kinds`, `asset`, `mean`, `date`, `usual`, `rank`, `windows`.
    pub finding_one: &'static str,
    /// Below the finding for several events: blanks `draws`, `n`, `share`.
    pub more_chance: &'static str,
    /// What is shaded: blanks `confidence`, `n`.
    pub chance: &'static str,
    /// The asset less the market's part: blanks `asset`, `market`.
    pub beyond: &'static str,
    /// Label of the switch between all changes and those less the market's part.
    pub model: &'static str,
    /// Both.
    pub models: [&'static str; 2],
    /// The mean cannot be told from windows without an event.
    pub as_usual: &'static str,
    /// The band is above what is usual.
    pub more: &'static str,
    /// The band is below it.
    pub less: &'static str,
    /// Blanks `date`, `rank`, `windows`, `lower`, `n`.
    pub more_rank: &'static str,
    /// Blanks `asset`, `falls`, `days`, `share`, `confidence`, `interval`, `all`, `verdict`.
    pub more_odds: &'static str,
    /// The share of falls cannot be told from that of all days.
    pub odds_usual: &'static str,
    /// It is higher.
    pub odds_more: &'static str,
    /// It is lower.
    pub odds_less: &'static str,
    /// Nothing to say: blank `days`.
    pub too_few: &'static str,
    /// How the market's part is taken out: blanks `market`, `estimation`, `gap`.
    pub method_market: &'static str,
    /// How it comes about: the paths (blanks `asset`, `span`, `confidence`), the ranks (blank `draws`), the odds (blanks `asset`, `driver`,
    /// `q`), what to keep in mind.
    pub method: [&'static str; 4],
}

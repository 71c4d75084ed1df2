//! Text to a [`Spec`], and back: one place for every option's two directions.

use super::{Basis, Options, Range, Spec, Theme, ViewName, WINDOW_MAX, WINDOW_MIN};
#[cfg(feature = "figures")]
use super::{DAYS, Model, Scale, TENORS};
#[cfg(feature = "extras")]
use super::{
    HORIZON_MAX, HORIZON_MIN, Held, IMPACT_BOUNDS_BP, JGB_CHANGE_BOUNDS_BP, LAGS_MAX, LAGS_MIN, MONTHS_MAX, SHARE_MAX,
    THRESHOLD_MAX, THRESHOLD_MIN, Trigger, YEN_CHANGE_BOUNDS_PCT,
};
use crate::decimal::{decimal, shortest};
use crate::error::{Error, ErrorKind, quoted};
use crate::series::Day;

/// More lines than any figure has.
const MOST_KEYS: usize = 40;

/// Something that was put right on the way and has to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The number asked for was outside its range; the nearest one is used.
    Clamped {
        /// The option.
        name: &'static str,
        /// What was asked for, as written.
        asked: String,
        /// What is used.
        used: String,
        /// The range.
        range: (String, String),
    },
}

/// What came of the options.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The spec, valid whatever was asked for.
    pub spec: Spec,
    /// What was put right and has to be said.
    pub notes: Vec<Note>,
    /// What has no meaning, in sentences that say what is expected.
    pub faults: Vec<Error>,
}

impl Spec {
    /// Understands the options. Those that are absent have their defaults; one that has no meaning is reported and stays as
    /// it was in `previous`. Whether a series exists is for whoever holds the data to say.
    ///
    /// ```
    /// use yenlens::spec::{Options, Spec};
    /// let options = Options { window: Some("90".into()), theme: Some("blue".into()), ..Options::default() };
    /// let parsed = Spec::parse(&options, &Spec::default());
    /// assert_eq!(parsed.spec.window, 90);
    /// assert_eq!(parsed.faults[0].message(), "theme: expected auto or light or dark, got \"blue\"");
    /// ```
    #[must_use]
    pub fn parse(options: &Options, previous: &Self) -> Parsed {
        let mut parsed = Parsed { spec: Self::default(), notes: Vec::new(), faults: Vec::new() };
        let Parsed { spec, notes, faults } = &mut parsed;
        for name in Options::NAMES {
            let Some(text) = options.get(name) else { continue };
            if let Err(fault) = spec.set(name, text, notes) {
                faults.push(fault);
                if let Some(text) = previous.text(name) {
                    // What it was has been understood before.
                    let _ = spec.set(name, &text, &mut Vec::new());
                }
            }
        }
        // The tab that is open stays open while the list of tabs is the same.
        if options.view.is_some() && previous.views == spec.views {
            spec.view = previous.view;
        }
        #[cfg(feature = "figures")]
        if let Some((name, _)) = Held::ALL.iter().find(|(name, held)| {
            spec.views.contains(&ViewName::Beta) && spec.controls.contains(held) && (spec.asset == *name || spec.driver == *name)
        }) {
            faults.push(refused("controls", "what is neither the asset nor the driver", name));
        }
        parsed
    }

    /// Sets one option from its text; what had to be put right is added to `notes`.
    ///
    /// ```
    /// use yenlens::spec::Spec;
    /// let mut spec = Spec::default();
    /// spec.set("window", "90", &mut Vec::new())?;
    /// assert_eq!(spec.text("window").as_deref(), Some("90"));
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such option or the text has no meaning; the spec stays as it was.
    pub fn set(&mut self, name: &str, text: &str, notes: &mut Vec<Note>) -> Result<(), Error> {
        match name {
            "view" => {
                self.views = views(text)?;
                self.view = self.views[0];
            }
            "asset" => self.asset = series_id("asset", text)?,
            "driver" => self.driver = series_id("driver", text)?,
            "window" => {
                let (low, high) = (WINDOW_MIN as f64, WINDOW_MAX as f64);
                self.window = whole("window", text, (low, high), "trading days", notes)? as usize;
            }
            #[cfg(feature = "figures")]
            "scale" => self.scale = one_of("scale", text, &Scale::ALL)?,
            #[cfg(feature = "figures")]
            "tenors" => self.tenors = some_of("tenors", text, &TENORS)?,
            #[cfg(feature = "figures")]
            "at" => self.at = Some(day("at", text)?),
            #[cfg(feature = "figures")]
            "days" => self.weekdays = one_of("days", text, &DAYS)?,
            #[cfg(feature = "extras")]
            "horizon" => {
                let range = (HORIZON_MIN as f64, HORIZON_MAX as f64);
                self.horizon = whole("horizon", text, range, "trading days", notes)? as usize;
            }
            #[cfg(feature = "extras")]
            "lags" => {
                let range = (LAGS_MIN as f64, LAGS_MAX as f64);
                self.lags = whole("lags", text, range, "trading days", notes)? as usize;
            }
            #[cfg(feature = "extras")]
            "threshold" => {
                self.threshold = within("threshold", text, (THRESHOLD_MIN, THRESHOLD_MAX), "percent", notes, |asked| asked)?;
            }
            #[cfg(feature = "extras")]
            "controls" => self.controls = some_of("controls", text, &Held::ALL)?,
            #[cfg(feature = "extras")]
            "events" => self.events = some_of("events", text, &Trigger::ALL)?,
            #[cfg(feature = "figures")]
            "model" => self.model = one_of("model", text, &Model::ALL)?,
            #[cfg(feature = "extras")]
            "share" => self.share = within("share", text, (0.0, SHARE_MAX), "percent", notes, |asked| asked)?,
            #[cfg(feature = "extras")]
            "months" => self.months = whole("months", text, (1.0, MONTHS_MAX as f64), "months", notes)? as usize,
            #[cfg(feature = "extras")]
            "impact" => {
                self.impact = within("impact", text, IMPACT_BOUNDS_BP, "basis points", notes, |asked| asked)?;
            }
            #[cfg(feature = "extras")]
            "jgb-change" => {
                self.jgb_change = within("jgb-change", text, JGB_CHANGE_BOUNDS_BP, "basis points", notes, |asked| asked)?;
            }
            #[cfg(feature = "extras")]
            "yen-change" => {
                self.yen_change = within("yen-change", text, YEN_CHANGE_BOUNDS_PCT, "percent", notes, |asked| asked)?;
            }
            "confidence" => self.confidence = confidence(text)?,
            "basis" => self.basis = one_of("basis", text, &Basis::ALL)?,
            "range" => self.range = range(text)?,
            #[cfg(feature = "extras")]
            "as-of" => {
                let day = Day::parse(text.trim()).map_err(|_| refused("as-of", "a date such as 2025-06-01", text))?;
                self.as_of = Some(day);
            }
            "hide" => self.hide = keys(text)?,
            "theme" => self.theme = one_of("theme", text, &Theme::ALL)?,
            #[cfg(feature = "extras")]
            "group" => self.group = Some(text.trim().to_owned()).filter(|name| !name.is_empty()),
            #[cfg(feature = "extras")]
            "claim" => self.claim = Some(text.to_owned()).filter(|text| !text.trim().is_empty()),
            #[cfg(feature = "extras")]
            "claim-source" => self.claim_source = Some(text.to_owned()).filter(|text| !text.trim().is_empty()),
            "heading" => self.heading = Some(text.to_owned()),
            "controls-visible" => {
                self.controls_visible = one_of("controls-visible", text, &[("true", true), ("", true), ("false", false)])?;
            }
            "height" => self.height = Some(height(text)?),
            _ => return Err(super::options::unknown(name)),
        }
        Ok(())
    }

    /// The text of one option, from which [`Spec::set`] makes the same again; `None` where nothing is set.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        Some(match name {
            "view" => {
                // The one that is shown comes first, as an author would write it.
                let others = self.views.iter().filter(|view| **view != self.view);
                let names: Vec<&str> = std::iter::once(&self.view).chain(others).map(|view| view.name()).collect();
                names.join(" ")
            }
            "asset" => self.asset.clone(),
            "driver" => self.driver.clone(),
            "window" => self.window.to_string(),
            #[cfg(feature = "figures")]
            "scale" => name_in(&Scale::ALL, self.scale),
            #[cfg(feature = "figures")]
            "tenors" => names_in(&TENORS, &self.tenors),
            #[cfg(feature = "figures")]
            "at" => self.at?.to_string(),
            #[cfg(feature = "figures")]
            "days" => name_in(&DAYS, self.weekdays),
            #[cfg(feature = "extras")]
            "horizon" => self.horizon.to_string(),
            #[cfg(feature = "extras")]
            "lags" => self.lags.to_string(),
            #[cfg(feature = "extras")]
            "threshold" => shortest(self.threshold),
            #[cfg(feature = "extras")]
            "controls" => names_in(&Held::ALL, &self.controls),
            #[cfg(feature = "extras")]
            "events" => names_in(&Trigger::ALL, &self.events),
            #[cfg(feature = "figures")]
            "model" => name_in(&Model::ALL, self.model),
            #[cfg(feature = "extras")]
            "share" => shortest(self.share),
            #[cfg(feature = "extras")]
            "months" => self.months.to_string(),
            #[cfg(feature = "extras")]
            "impact" => shortest(self.impact),
            #[cfg(feature = "extras")]
            "jgb-change" => shortest(self.jgb_change),
            #[cfg(feature = "extras")]
            "yen-change" => shortest(self.yen_change),
            "confidence" => shortest(self.confidence),
            "basis" => name_in(&Basis::ALL, self.basis),
            "range" => self.range.text(),
            #[cfg(feature = "extras")]
            "as-of" => self.as_of?.to_string(),
            "hide" => self.hide.join(" "),
            "theme" => name_in(&Theme::ALL, self.theme),
            #[cfg(feature = "extras")]
            "group" => self.group.clone()?,
            #[cfg(feature = "extras")]
            "claim" => self.claim.clone()?,
            #[cfg(feature = "extras")]
            "claim-source" => self.claim_source.clone()?,
            "heading" => self.heading.clone()?,
            "controls-visible" => if self.controls_visible { "true" } else { "false" }.to_owned(),
            "height" => self.height?.to_string(),
            _ => return None,
        })
    }
}

fn name_in<T: PartialEq + Copy>(names: &[(&str, T)], value: T) -> String {
    names.iter().find(|(_, other)| *other == value).map_or_else(String::new, |(name, _)| (*name).to_owned())
}

#[cfg(feature = "extras")]
fn names_in<T: PartialEq + Copy>(names: &[(&str, T)], values: &[T]) -> String {
    let on = names.iter().filter(|(_, value)| values.contains(value)).map(|(name, _)| *name);
    on.collect::<Vec<_>>().join(" ")
}

fn refused(name: &str, expected: &str, got: &str) -> Error {
    Error::new(ErrorKind::InvalidArgument, format!("{name}: expected {expected}, got {}", quoted(got)))
}

fn one_of<T: Copy>(name: &str, text: &str, choices: &[(&str, T)]) -> Result<T, Error> {
    let text = text.trim();
    choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).filter(|word| !word.is_empty()).collect();
        refused(name, &words.join(" or "), text)
    })
}

/// Any of the choices, in their own order; none for an empty text.
#[cfg(feature = "extras")]
fn some_of<T: Copy>(name: &str, text: &str, choices: &[(&str, T)]) -> Result<Vec<T>, Error> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    for word in &words {
        one_of(name, word, choices)?;
    }
    let is_on = |choice: &str| words.iter().any(|word| word.eq_ignore_ascii_case(choice));
    Ok(choices.iter().filter(|(choice, _)| is_on(choice)).map(|(_, value)| *value).collect())
}

fn views(text: &str) -> Result<Vec<ViewName>, Error> {
    let names = || ViewName::ALL.map(|(_, name)| name).join(" or ");
    let mut views = Vec::new();
    for word in text.split_ascii_whitespace() {
        let found = ViewName::ALL.iter().find(|(_, name)| *name == word);
        let (view, _) = found.ok_or_else(|| refused("view", &names(), word))?;
        if !views.contains(view) {
            views.push(*view);
        }
    }
    if views.is_empty() { Err(refused("view", &names(), text)) } else { Ok(views) }
}

fn series_id(name: &str, text: &str) -> Result<String, Error> {
    let text = text.trim().to_ascii_lowercase();
    let fits = !text.is_empty() && text.len() <= 40 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if fits { Ok(text) } else { Err(refused(name, "the name of a series", &text)) }
}

/// Keys of lines, each once. One that no line has hides nothing: it may be that of another view.
fn keys(text: &str) -> Result<Vec<String>, Error> {
    let mut keys = Vec::new();
    for word in text.split_ascii_whitespace().take(MOST_KEYS) {
        let key = series_id("hide", word)?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// A date, or as many days since 1970 as a slider of days gives.
#[cfg(feature = "figures")]
fn day(name: &str, text: &str) -> Result<Day, Error> {
    let text = text.trim();
    let counted = || decimal(text).filter(|days| days.abs() < 1e6).map(|days| Day::saturating(days as i64));
    Day::parse(text).ok().or_else(counted).ok_or_else(|| refused(name, "a date such as 2025-06-01", text))
}

/// A whole number, pulled into its range with a note.
fn whole(name: &'static str, text: &str, range: (f64, f64), unit: &str, notes: &mut Vec<Note>) -> Result<f64, Error> {
    within(name, text, range, unit, notes, libm::round)
}

/// A number that is rounded in its own way and pulled into its range, with a note where it lies outside.
fn within(
    name: &'static str,
    text: &str,
    range: (f64, f64),
    unit: &str,
    notes: &mut Vec<Note>,
    round: fn(f64) -> f64,
) -> Result<f64, Error> {
    let text = text.trim();
    let asked =
        decimal(text).ok_or_else(|| refused(name, &format!("{} to {} {unit}", shortest(range.0), shortest(range.1)), text))?;
    let used = round(asked).clamp(range.0, range.1);
    if !(range.0..=range.1).contains(&asked) {
        let asked = text.chars().take(20).collect();
        notes.push(Note::Clamped { name, asked, used: shortest(used), range: (shortest(range.0), shortest(range.1)) });
    }
    Ok(used)
}

fn confidence(text: &str) -> Result<f64, Error> {
    let text = text.trim();
    decimal(text).filter(|c| (0.5..=0.999).contains(c)).ok_or_else(|| refused("confidence", "a number from 0.5 to 0.999", text))
}

fn height(text: &str) -> Result<u16, Error> {
    let text = text.trim();
    let value: Option<u16> = text.parse().ok();
    value.filter(|px| (200..=4000).contains(px)).ok_or_else(|| refused("height", "whole pixels from 200 to 4000", text))
}

fn range(text: &str) -> Result<Range, Error> {
    let text = text.trim();
    let fault = || refused("range", "6m, 1y, 3y, 5y, max or two dates such as 2022-01-01/2024-12-31", text);
    if let Some((range, _)) = Range::BUTTONS.iter().find(|(_, name)| name.eq_ignore_ascii_case(text)) {
        return Ok(*range);
    }
    let (from, to) = text.split_once('/').ok_or_else(fault)?;
    let (from, to) = (Day::parse(from.trim()).map_err(|_| fault())?, Day::parse(to.trim()).map_err(|_| fault())?);
    if from < to { Ok(Range::Days(from, to)) } else { Err(fault()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(name: &str, value: &str) -> Result<(Spec, Vec<Note>), Error> {
        let mut options = Options::default();
        options.set(name, Some(value.to_owned())).unwrap();
        let Parsed { spec, notes, mut faults } = Spec::parse(&options, &Spec::default());
        faults.pop().map_or(Ok((spec, notes)), Err)
    }

    #[test]
    fn absent_options_are_the_defaults() {
        let parsed = Spec::parse(&Options::default(), &Spec { window: 99, ..Spec::default() });
        assert_eq!(parsed, Parsed { spec: Spec::default(), notes: vec![], faults: vec![] });
    }

    #[test]
    fn a_window_outside_its_range_is_pulled_in_and_noted() {
        let (spec, notes) = parse("window", "5").unwrap();
        assert_eq!(spec.window, 20);
        let range = ("20".into(), "250".into());
        assert_eq!(notes, [Note::Clamped { name: "window", asked: "5".into(), used: "20".into(), range }]);
        assert_eq!(parse("window", "1e9").unwrap().0.window, 250);
        assert!(parse("window", "250").unwrap().1.is_empty());
    }

    #[test]
    fn a_number_that_is_only_rounded_is_not_said_to_lie_outside() {
        for (asked, used) in [("60.5", 61), ("20.4", 20), ("249.6", 250)] {
            let (spec, notes) = parse("window", asked).unwrap();
            assert_eq!((spec.window, notes), (used, vec![]), "{asked}");
        }
        for (asked, used) in [("19.6", 20), ("250.4", 250)] {
            let (spec, notes) = parse("window", asked).unwrap();
            assert_eq!((spec.window, notes.len()), (used, 1), "{asked}");
        }
    }

    #[test]
    fn a_value_without_meaning_is_refused_in_one_sentence() {
        for (name, value) in [
            ("view", "pie"),
            ("view", ""),
            ("window", "many"),
            ("window", "NaN"),
            ("basis", "ranks"),
            ("theme", "blue"),
            ("range", "2024-01-01/2023-01-01"),
            ("range", "7w"),
            ("as-of", "June 2025"),
            ("confidence", "95"),
            ("horizon", "soon"),
            ("threshold", "few"),
            ("share", "all"),
            ("months", "some"),
            ("impact", "big"),
            ("jgb-change", "up"),
            ("yen-change", "strong"),
            ("controls", "vix gold"),
            ("events", "parties"),
            ("model", "fashion"),
            ("scale", "big"),
            ("tenors", "10 15"),
            ("at", "today"),
            ("asset", "b t c"),
            ("hide", "yen b\u{fc}nd"),
            ("controls-visible", "perhaps"),
            ("height", "100%"),
            ("height", "100"),
        ] {
            let error = parse(name, value).unwrap_err();
            assert!(error.message().starts_with(&format!("{name}: expected ")), "{error}");
            assert!(!error.message().contains('\n'));
        }
    }

    #[test]
    fn a_value_without_meaning_leaves_what_was_there_and_the_others_count() {
        let options = Options { window: Some("wide".into()), asset: Some("eth".into()), ..Options::default() };
        let parsed = Spec::parse(&options, &Spec { window: 90, ..Spec::default() });
        assert_eq!((parsed.spec.window, parsed.spec.asset.as_str(), parsed.faults.len()), (90, "eth", 1));
    }

    #[test]
    fn a_list_of_views_keeps_its_order_and_drops_repeats() {
        let (spec, _) = parse("view", "correlation timeline correlation").unwrap();
        assert_eq!(spec.views, [ViewName::Correlation, ViewName::Timeline]);
        assert_eq!(spec.view, ViewName::Correlation);
    }

    #[test]
    fn a_list_of_what_is_held_constant_has_one_order_and_may_be_empty() {
        assert_eq!(parse("controls", "dollar VIX dollar").unwrap().0.controls, [Held::Vix, Held::Dollar]);
        assert_eq!(parse("events", "").unwrap().0.events, []);
        assert_eq!(parse("threshold", "0.7").unwrap().0.threshold.to_bits(), 0.7_f64.to_bits());
        assert_eq!(parse("threshold", "99").unwrap().1.len(), 1);
    }

    #[cfg(feature = "figures")]
    #[test]
    fn what_is_held_constant_is_neither_asset_nor_driver() {
        let faults = |view: &str, driver: &str| {
            let mut options = Options::default();
            for (name, text) in [("view", view), ("driver", driver), ("controls", "vix dollar")] {
                options.set(name, Some(text.to_owned())).unwrap();
            }
            Spec::parse(&options, &Spec::default()).faults
        };
        let told: Vec<String> = faults("beta", "vix").iter().map(|fault| fault.message().to_owned()).collect();
        assert_eq!(told, ["controls: expected what is neither the asset nor the driver, got \"vix\""]);
        assert!(faults("beta", "yen").is_empty() && faults("leadlag", "vix").is_empty());
    }

    #[test]
    fn an_unknown_name_is_refused() {
        assert_eq!(Options::default().set("colour", None).unwrap_err().kind(), ErrorKind::UnknownOption);
        assert!(Options::default().set("widnow", None).unwrap_err().message().contains("widnow"));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_accepted_is_in_bounds(at in 0..Options::NAMES.len(), value in "\\PC{0,40}") {
            if let Ok((spec, _)) = parse(Options::NAMES[at], &value) {
                prop_assert!((WINDOW_MIN..=WINDOW_MAX).contains(&spec.window));
                prop_assert!(spec.confidence > 0.0 && spec.confidence < 1.0);
                prop_assert!(spec.views.contains(&spec.view));
            }
        }

        #[test]
        fn what_is_accepted_reads_back_from_its_text(at in 0..Options::NAMES.len(), value in "\\PC{0,40}") {
            let name = Options::NAMES[at];
            if let Ok((spec, _)) = parse(name, &value) {
                let mut again = Spec::default();
                if let Some(text) = spec.text(name) {
                    again.set(name, &text, &mut Vec::new()).unwrap();
                }
                prop_assert_eq!(again, spec);
            }
        }

        #[test]
        fn a_range_reads_back_from_its_text(from in -20_000i32..40_000, length in 1i32..9_000) {
            let range = Range::Days(Day::new(from).unwrap(), Day::new(from + length).unwrap());
            prop_assert_eq!(parse("range", &range.text()).unwrap().0.range, range);
        }
    }
}

//! Text to a [`Spec`].

use super::decimal::decimal;
use super::{Basis, Options, Range, Spec, Theme, ViewName, WINDOW_MAX, WINDOW_MIN};
use crate::error::{Error, ErrorKind, quoted};
use crate::series::Day;

/// Something that was put right on the way and has to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The window asked for was outside the range; this one is used.
    WindowClamped {
        /// What was asked for, as written.
        asked: String,
        /// What is used.
        used: usize,
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
        let mut take = Take { faults };
        take.option(options.view.as_ref(), &mut spec.views, &previous.views, views);
        spec.view = if options.view.is_some() && previous.views == spec.views { previous.view } else { spec.views[0] };
        take.option(options.asset.as_ref(), &mut spec.asset, &previous.asset, |text| series_id("asset", text));
        take.option(options.driver.as_ref(), &mut spec.driver, &previous.driver, |text| series_id("driver", text));
        take.option(options.window.as_ref(), &mut spec.window, &previous.window, |text| window(text, notes));
        take.option(options.confidence.as_ref(), &mut spec.confidence, &previous.confidence, confidence);
        take.option(options.basis.as_ref(), &mut spec.basis, &previous.basis, |text| {
            one_of("basis", text, &[("changes", Basis::Changes), ("levels", Basis::Levels)])
        });
        take.option(options.range.as_ref(), &mut spec.range, &previous.range, range);
        take.option(options.theme.as_ref(), &mut spec.theme, &previous.theme, |text| {
            one_of("theme", text, &[("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)])
        });
        take.option(options.controls_visible.as_ref(), &mut spec.controls_visible, &previous.controls_visible, |text| {
            one_of("controls-visible", text, &[("true", true), ("", true), ("false", false)])
        });
        take.option(options.height.as_ref(), &mut spec.height, &previous.height, |text| height(text).map(Some));
        spec.heading.clone_from(&options.heading);
        parsed
    }
}

struct Take<'a> {
    faults: &'a mut Vec<Error>,
}

impl Take<'_> {
    fn option<T: Clone>(
        &mut self,
        text: Option<&String>,
        place: &mut T,
        previous: &T,
        parse: impl FnOnce(&str) -> Result<T, Error>,
    ) {
        let Some(text) = text else { return };
        match parse(text) {
            Ok(value) => *place = value,
            Err(fault) => {
                place.clone_from(previous);
                self.faults.push(fault);
            }
        }
    }
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

fn window(text: &str, notes: &mut Vec<Note>) -> Result<usize, Error> {
    let text = text.trim();
    let asked = decimal(text).ok_or_else(|| refused("window", &format!("{WINDOW_MIN} to {WINDOW_MAX} trading days"), text))?;
    let used = libm::round(asked).clamp(WINDOW_MIN as f64, WINDOW_MAX as f64);
    if (used - asked).abs() > 0.0 {
        notes.push(Note::WindowClamped { asked: text.chars().take(20).collect(), used: used as usize });
    }
    Ok(used as usize)
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
        assert_eq!(notes, [Note::WindowClamped { asked: "5".into(), used: 20 }]);
        assert_eq!(parse("window", "1e9").unwrap().0.window, 250);
        assert!(parse("window", "250").unwrap().1.is_empty());
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
            ("confidence", "95"),
            ("asset", "b t c"),
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
        fn a_range_reads_back_from_its_text(from in -20_000i32..40_000, length in 1i32..9_000) {
            let range = Range::Days(Day::new(from).unwrap(), Day::new(from + length).unwrap());
            prop_assert_eq!(parse("range", &range.text()).unwrap().0.range, range);
        }
    }
}

//! What the figures of one group share: which change of one concerns the others.

use super::state::{Msg, State};
use crate::spec::Spec;

/// Options that every figure of a group has in common.
const COMMON: [&str; 18] = [
    "window",
    "scale",
    "tenors",
    "days",
    "horizon",
    "lags",
    "threshold",
    "controls",
    "events",
    "model",
    "share",
    "months",
    "impact",
    "jgb-change",
    "yen-change",
    "confidence",
    "basis",
    "range",
];
/// Options in which figures of a group may differ: only those that showed the same go along.
const ALIKE: [&str; 2] = ["asset", "driver"];

/// An option that went from one text to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The option.
    pub name: &'static str,
    /// What it was.
    pub from: String,
    /// What it is.
    pub to: String,
}

impl Change {
    /// The message that makes this change in a figure of the group; `None` where it does not concern that figure.
    #[must_use]
    pub fn message(&self, state: &State) -> Option<Msg> {
        let own = state.spec().text(self.name)?;
        let concerns = COMMON.contains(&self.name) || own == self.from;
        (concerns && own != self.to).then(|| Msg::Set(self.name, self.to.clone()))
    }

    /// Takes this change in among others: the last word on each option stands.
    pub fn add_to(self, others: &mut Vec<Self>) {
        match others.iter_mut().find(|other| other.name == self.name && (COMMON.contains(&self.name) || other.to == self.from)) {
            Some(other) => other.to = self.to,
            None => others.push(self),
        }
    }
}

/// What of a change of settings concerns the group.
#[must_use]
pub fn changes(before: &Spec, after: &Spec) -> Vec<Change> {
    let changed = |name: &&'static str| {
        let (from, to) = (before.text(name)?, after.text(name)?);
        (from != to).then_some(Change { name, from, to })
    };
    COMMON.iter().chain(&ALIKE).filter_map(changed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::state::Walk;

    fn state(options: &[(&str, &str)]) -> State {
        let mut spec = Spec::default();
        for (name, text) in options {
            spec.set(name, text, &mut Vec::new()).unwrap();
        }
        State::new(spec)
    }

    fn after(own: &[(&str, &str)], from: &[(&str, &str)], to: &[(&str, &str)]) -> Spec {
        let mut own = state(own);
        for change in changes(state(from).spec(), state(to).spec()) {
            if let Some(msg) = change.message(&own) {
                own.update(msg, Walk::default());
            }
        }
        own.spec().clone()
    }

    #[test]
    fn a_parameter_goes_to_all_and_a_driver_to_those_that_showed_the_same() {
        let spec = after(&[("driver", "jgb10y"), ("window", "30")], &[], &[("window", "90"), ("driver", "ust10y")]);
        assert_eq!((spec.window, spec.driver.as_str()), (90, "jgb10y"));
        let spec = after(&[], &[], &[("driver", "ust10y"), ("range", "1y")]);
        assert_eq!((spec.driver.as_str(), spec.range.text()), ("ust10y", "1y".to_owned()));
    }

    #[test]
    fn what_is_a_figures_own_stays_its_own() {
        let own =
            [("view", "scenario"), ("heading", "Mine"), ("theme", "dark"), ("height", "500"), ("controls-visible", "false")];
        let other = [("view", "beta"), ("heading", "Other"), ("theme", "light"), ("height", "700"), ("controls-visible", "true")];
        assert_eq!(after(&own, &[], &other), *state(&own).spec());
    }

    #[test]
    fn a_change_that_is_already_made_asks_for_nothing() {
        let change = Change { name: "window", from: "60".into(), to: "90".into() };
        assert_eq!(change.message(&state(&[("window", "90")])), None);
    }

    #[test]
    fn of_several_changes_the_last_stands_for_those_who_come_later() {
        let change = |name, from: &str, to: &str| Change { name, from: from.into(), to: to.into() };
        let mut all = Vec::new();
        change("window", "60", "61").add_to(&mut all);
        change("driver", "yen", "ust10y").add_to(&mut all);
        change("window", "61", "62").add_to(&mut all);
        change("driver", "ust10y", "vix").add_to(&mut all);
        change("driver", "jgb10y", "jgb30y").add_to(&mut all);
        assert_eq!(all.iter().map(|c| c.to.as_str()).collect::<Vec<_>>(), ["62", "vix", "jgb30y"]);
    }
}

//! How the links are read, and a program that reads them.

use super::Chain;
use crate::market::CHAIN;
use crate::spec::Spec;
use crate::stats::regression::automatic_lags;
use crate::text::{self, Phrases, fill};
use crate::view::figures::confidence_text;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::scale::Domain;
use crate::view::table::Table;

const FIGURES: [[&str; 3]; CHAIN.len()] = [
    ["slope_1", "low_1", "high_1"],
    ["slope_2", "low_2", "high_2"],
    ["slope_3", "low_3", "high_3"],
    ["slope_4", "low_4", "high_4"],
    ["slope_5", "low_5", "high_5"],
];

impl Chain {
    /// The changes that the links of the range up to where they are read come from: those of its first window begin before it.
    pub(super) fn rows(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Table<'_> {
        let shown = self.shown(x).start..self.read_at(spec, x).map_or(0, |row| row + 1);
        let rows = (shown.start + 1).saturating_sub(self.window).min(shown.end)..shown.end;
        let table = Table::new(rows.len()).days(phrases.extras.day, &self.days[rows.clone()]);
        self.nodes.iter().enumerate().fold(table, |table, (at, node)| {
            let name = moves::axis(phrases, self.name(at, phrases), node.change);
            table.numbers(name, &self.changes[at][rows.clone()], moves::format(node.change))
        })
    }

    pub(super) fn told(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let (last, words) = (self.read_at(spec, x)?, phrases.chain());
        let blanks = [
            ("window", self.window.to_string()),
            ("lags", automatic_lags(self.window).to_string()),
            ("confidence", confidence_text(self.confidence)),
            ("n", self.window.to_string()),
            ("from", text::date(phrases, self.days[last + 1 - self.window])),
            ("to", text::date(phrases, self.days[last])),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let steps: Vec<String> = self.nodes[..CHAIN.len()].iter().map(|node| moves::step(node.change).to_string()).collect();
        let figures = self.hops.iter().zip(FIGURES).flat_map(|(hop, names)| {
            names.into_iter().zip([&hop.slope, &hop.low, &hop.high]).map(|(name, column)| (name, column.values()[last]))
        });
        let sample = [&phrases.fill(phrases.moves.sample, &blanks), phrases.sentence_gap, &self.alignment.told(phrases)].concat();
        Some(Method {
            paragraphs: vec![phrases.fill(words.method[0], &blanks), sample, words.method[1].to_owned()],
            snippet: fill(
                SNIPPET,
                &[
                    ("window", &self.window.to_string()),
                    ("confidence", &spec.confidence.to_string()),
                    ("steps", &steps.join(", ")),
                ],
            ),
            figures: figures.filter(|(_, value)| !value.is_nan()).collect(),
        })
    }
}

const SNIPPET: &str = r#"import pandas as pd
import statsmodels.api as sm

data = pd.read_csv("yenlens.csv", comment='#')  # date, then the daily changes of the six in the order of the chain
window, confidence, steps = {window}, {confidence}, [{steps}]
last = data.tail(window)
lags = int(4 * (window / 100) ** (2 / 9))
for k, step in enumerate(steps, 1):
    y, x = last.iloc[:, k + 1], last.iloc[:, k]
    if x.nunique() == 1:
        continue  # it stood still
    fit = sm.OLS(y, sm.add_constant(x)).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
    )
    low, high = fit.conf_int(1 - confidence).iloc[1]
    print(f"slope_{k}", float(step * fit.params.iloc[1]))
    print(f"low_{k}", float(step * low))
    print(f"high_{k}", float(step * high))
"#;

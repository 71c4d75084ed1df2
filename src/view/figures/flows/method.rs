//! How the figures of the flows come about, and a program that returns them.

use super::{Flows, WEEKS, told};
use crate::spec::Spec;
use crate::text::{self, Phrases, fill};
use crate::view::figures::confidence_text;
use crate::view::method::Method;
use crate::view::scale::Domain;

impl Flows {
    pub(super) fn told(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let (words, months) = (phrases.flows(), self.months(x));
        let (first, last) = (*months.first()?, *months.last()?);
        let blanks = [
            ("confidence", confidence_text(spec.confidence)),
            ("weeks", WEEKS.to_string()),
            ("n", text::number(months.len() as f64, 0)),
            ("from", text::date(phrases, first.day)),
            ("to", text::date(phrases, last.day)),
        ];
        let mut figures = vec![("months", months.len() as f64), ("first", first.holdings), ("last", last.holdings)];
        if let [.., year_ago, _, _, _, _, _, _, _, _, _, _, _, _] = months[..] {
            figures.push(("year_change", last.holdings - year_ago.holdings));
        }
        if let Some(both) = self.together(&months, spec.confidence) {
            figures.extend([("r", both.r), ("low", both.low), ("high", both.high), ("n", both.n as f64)]);
        }
        Some(Method {
            paragraphs: words.method.iter().map(|paragraph| told(paragraph, &blanks)).collect(),
            snippet: fill(SNIPPET, &[("confidence", &spec.confidence.to_string())]),
            figures,
        })
    }
}

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import pearsonr

data = pd.read_csv("yenlens.csv", comment='#', parse_dates=["date"], index_col="date")
japan, ust = data.iloc[:, 0].dropna(), data.iloc[:, 7].dropna()  # holdings at month-ends, US 10-year yield
print("months", len(japan))
print("first", float(japan.iloc[0]))
print("last", float(japan.iloc[-1]))
if len(japan) > 12:
    print("year_change", float(japan.iloc[-1] - japan.iloc[-13]))
at = pd.merge_asof(
    japan.rename("japan").reset_index(),
    ust.rename("ust").reset_index(),
    on="date",
    tolerance=pd.Timedelta(days=5),  # the yield of the month's last business day
)
changes = pd.DataFrame({"ust": 100 * at["ust"].diff(), "japan": 100 * np.log(at["japan"]).diff()}).dropna()
if len(changes) >= 12:
    r = pearsonr(changes["ust"], changes["japan"])
    low, high = r.confidence_interval({confidence})
    print("r", float(r.statistic))
    print("low", float(low))
    print("high", float(high))
    print("n", len(changes))
"#;

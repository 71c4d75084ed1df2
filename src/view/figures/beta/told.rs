//! The sentences of the regression, and how its figures come about.

use super::{Beta, FEWEST, Fitted};
use crate::spec::Spec;
use crate::stats::correlation::interval;
use crate::stats::regression::automatic_lags;
use crate::text::{self, Phrases, fill};
use crate::view::figures::{confidence_text, verdict};
use crate::view::method::Method;
use crate::view::moves;
use crate::view::scale::Domain;

impl Beta {
    /// What the asset did when the driver moved.
    pub(super) fn finding(&self, fitted: &Result<Fitted, usize>, spec: &Spec, x: Domain, phrases: &Phrases) -> String {
        let ((asset, driver), words) = (self.names(phrases), phrases.beta());
        let whole = |n: usize| text::number(n as f64, 0);
        let fitted = match fitted {
            Ok(fitted) => fitted,
            Err(n) => {
                let few = || {
                    // Days enough, and all move: nothing else keeps a line from being told.
                    let phrase = if *n < FEWEST { words.too_few } else { words.in_step };
                    let days = moves::days(phrases, *n);
                    fill(phrase, &[("asset", asset), ("driver", driver), ("days", &days), ("held", &self.held_names(phrases))])
                };
                return self.still(x, phrases).unwrap_or_else(few);
            }
        };
        let (slope, low, high) = fitted.slope(moves::step(self.driver.change));
        let (low_text, high_text) = (text::signed(low, 2), text::signed(high, 2));
        let (from, to) = (fitted.rows.first(), fitted.rows.last());
        let date = |at: Option<&usize>| at.map(|at| text::date(phrases, self.joint.days[*at])).unwrap_or_default();
        let told = phrases.fill(
            words.finding,
            &[
                ("moved", &moves::rose(phrases, &self.driver.id, driver, self.driver.change)),
                ("asset", asset),
                ("slope", &moves::quantity(phrases, self.asset.change, &text::signed(slope, 2))),
                ("confidence", &confidence_text(spec.confidence)),
                ("interval", &fill(phrases.interval, &[("low", &low_text), ("high", &high_text)])),
                ("verdict", verdict(phrases, low, high)),
            ],
        );
        let sample = phrases.fill(
            if self.held.is_empty() { words.finding_sample } else { words.finding_held },
            &[
                ("n", &whole(fitted.rows.len())),
                ("all", &whole(self.pair.rows_between(x.lo(), x.hi()).len())),
                ("held", &self.held_names(phrases)),
                ("from", &date(from)),
                ("to", &date(to)),
            ],
        );
        [&told, phrases.sentence_gap, &sample].concat()
    }

    fn held_names(&self, phrases: &Phrases) -> String {
        let names = self.held.iter().map(|(name, _)| phrases.name(name, name));
        names.collect::<Vec<_>>().join(phrases.moves.and)
    }

    /// How much the line explains: the square of the correlation, and of the ends of its interval. What is held constant explains
    /// its own part, of which no such interval is known.
    pub(super) fn more(&self, fitted: &Result<Fitted, usize>, spec: &Spec, phrases: &Phrases) -> Option<String> {
        let fitted = fitted.as_ref().ok().filter(|_| self.held.is_empty())?;
        let r2 = fitted.line.regression.r_squared;
        let (low, high) = interval(r2.sqrt(), fitted.rows.len(), spec.confidence).ok()?;
        let squares = [low.max(0.0).powi(2), high.powi(2)].map(text::percent);
        let told = fill(
            phrases.beta().more_explained,
            &[
                ("r2", &text::percent(r2)),
                ("confidence", &confidence_text(spec.confidence)),
                ("interval", &fill(phrases.interval, &[("low", &squares[0]), ("high", &squares[1])])),
            ],
        );
        Some(told)
    }

    /// How the line comes about, and a program that returns it.
    pub(super) fn explained(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let ((asset, driver), words) = (self.names(phrases), phrases.beta());
        let fitted = self.fit(spec, x).ok()?;
        let n = fitted.rows.len();
        let date = |at: usize| text::date(phrases, self.joint.days[at]);
        let blanks = [
            ("asset", asset.to_owned()),
            ("driver", driver.to_owned()),
            ("lags", automatic_lags(n).to_string()),
            ("window", spec.window.to_string()),
            ("window_lags", automatic_lags(spec.window).to_string()),
            ("confidence", confidence_text(spec.confidence)),
            ("n", text::number(n as f64, 0)),
            ("from", date(*fitted.rows.first()?)),
            ("to", date(*fitted.rows.last()?)),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sample =
            [&phrases.fill(phrases.moves.sample, &blanks), phrases.sentence_gap, &self.joint.alignment.told(phrases)].concat();
        let step = moves::step(self.driver.change);
        let (slope, low, high) = fitted.slope(step);
        let (at_step, error) = fitted.line.at(step);
        let columns: Vec<String> = std::iter::once(1).chain(3..3 + self.held.len()).map(|at| at.to_string()).collect();
        let snippet = fill(
            SNIPPET,
            &[
                ("columns", &columns.join(", ")),
                ("window", &spec.window.to_string()),
                ("confidence", &spec.confidence.to_string()),
                ("step", &step.to_string()),
            ],
        );
        let mut figures = vec![
            ("slope", slope),
            ("low", low),
            ("high", high),
            ("line", at_step),
            ("line_low", at_step - fitted.z * error),
            ("line_high", at_step + fitted.z * error),
            ("r_squared", fitted.line.regression.r_squared),
            ("n", n as f64),
        ];
        // Of a window that begins before the range the CSV has not all days.
        if n >= spec.window {
            let last = *fitted.rows.last()?;
            let day = self.joint.days[last];
            let of = |column: &crate::series::Series| column.on(day).unwrap_or(f64::NAN);
            let rolling = [of(&self.rolling.slope), of(&self.rolling.low), of(&self.rolling.high)];
            figures.extend(["rolling", "rolling_low", "rolling_high"].into_iter().zip(rolling).filter(|(_, v)| !v.is_nan()));
        }
        Some(Method {
            paragraphs: vec![
                phrases.fill(words.method[0], &blanks),
                phrases.fill(words.method_rolling, &blanks),
                sample,
                phrases.fill(words.method[1], &[]),
            ],
            snippet,
            figures,
        })
    }
}

const SNIPPET: &str = r#"import pandas as pd
import statsmodels.api as sm
from scipy.stats import norm

data = pd.read_csv("yenlens.csv", comment='#')  # date, driver, asset, what is held constant, event
y, x = data.iloc[:, 2], sm.add_constant(data.iloc[:, [{columns}]])
lags = int(4 * (len(y) / 100) ** (2 / 9))
fit = sm.OLS(y, x).fit(cov_type="HAC", cov_kwds={"maxlags": lags})
z, step = norm.ppf(1 - (1 - {confidence}) / 2), {step}
slope, error = step * fit.params.iloc[1], step * fit.bse.iloc[1]
at = x.mean()
at.iloc[1] = step  # the line at one step, all else at its mean
line = fit.get_prediction(at.to_numpy()[None, :])
print("slope", float(slope))
print("low", float(slope - z * error))
print("high", float(slope + z * error))
print("line", float(line.predicted_mean[0]))
print("line_low", float(line.predicted_mean[0] - z * line.se_mean[0]))
print("line_high", float(line.predicted_mean[0] + z * line.se_mean[0]))
print("r_squared", float(fit.rsquared))
print("n", len(y))
window = {window}
if len(y) >= window and x.iloc[-window:, 1].nunique() > 1:  # the last of the windows
    lags = int(4 * (window / 100) ** (2 / 9))
    fit = sm.OLS(y[-window:], x[-window:]).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
    )
    low, high = fit.conf_int(1 - {confidence}).iloc[1]
    print("rolling", float(step * fit.params.iloc[1]))
    print("rolling_low", float(step * low))
    print("rolling_high", float(step * high))
"#;

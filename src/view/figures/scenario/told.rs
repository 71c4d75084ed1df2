//! The scenario in words: the sentence, and how it comes about.

use super::{FACTORS, Reading, Scenario, percent};
use crate::market::{Change, IMPACT_RANGE_BP};
use crate::spec::Spec;
use crate::text::{self, Phrases, fill, number, signed};
use crate::view::figures::confidence_text;
use crate::view::method::Method;
use crate::view::moves;
use crate::view::scale::Domain;

/// What the sale does to US yields in one sentence, and the spread of outcomes in another.
pub(super) fn finding(scenario: &Scenario, spec: &Spec, reading: Option<&Reading>, phrases: &Phrases) -> String {
    let words = phrases.scenario();
    let (asset, days) = (scenario.name(phrases), super::days(spec));
    let Some(reading) = reading else { return fill(words.finding_too_few, &[("asset", asset), ("days", &days)]) };
    let (low, high, _) = reading.interval_pct();
    let yields = fill(
        words.finding_yield,
        &[
            ("share", &number(spec.share, 0)),
            ("implied", &number(scenario.implied_bp(spec, spec.impact), 0)),
            ("published", &published(scenario, spec, phrases)),
        ],
    );
    let day = |row: usize| text::date(phrases, scenario.joint.days[row]);
    let spread = fill(
        words.finding_spread,
        &[
            ("jgb", &signed(spec.jgb_change, 0)),
            ("yen", &signed(spec.yen_change, 0)),
            ("asset", asset),
            ("days", &days),
            ("confidence", &confidence_text(spec.confidence)),
            ("interval", &interval(low, high, phrases)),
            ("from", &day(reading.rows.start - 1)),
            ("to", &day(reading.rows.end - 1)),
            ("n", &number(reading.outcome.windows as f64, 0)),
        ],
    );
    [&yields, phrases.sentence_gap, &spread].concat()
}

/// The change of the US yield by the lowest and the highest of the published effects, in basis points.
fn published(scenario: &Scenario, spec: &Spec, phrases: &Phrases) -> String {
    let [low, high] = [IMPACT_RANGE_BP.0, IMPACT_RANGE_BP.1].map(|impact_bp| number(scenario.implied_bp(spec, impact_bp), 0));
    fill(phrases.interval, &[("low", &low), ("high", &high)])
}

fn interval(low: f64, high: f64, phrases: &Phrases) -> String {
    fill(phrases.interval, &[("low", &signed(low, 0)), ("high", &signed(high, 0))])
}

/// Which moves no past window has had, or that none had all of them; empty where the past has seen the like.
pub(super) fn beyond(reading: &Reading, phrases: &Phrases) -> String {
    let (words, o) = (phrases.scenario(), &reading.outcome);
    let of = |at: usize, change: f64| {
        let (shown, kind) =
            if FACTORS[at] == "yen" { (percent(change), Change::LogReturn) } else { (change, Change::BasisPoints) };
        moves::quantity(phrases, kind, &signed(shown, 0))
    };
    let outside = (0..FACTORS.len()).filter(|at| {
        let (low, high) = o.seen[*at];
        !(low..=high).contains(&reading.question.moves[*at])
    });
    let mut list: Vec<String> = outside
        .map(|at| {
            let (low, high) = o.seen[at];
            fill(
                words.beyond,
                &[
                    ("factor", phrases.name(FACTORS[at], FACTORS[at])),
                    ("asked", &of(at, reading.question.moves[at])),
                    ("low", &of(at, low)),
                    ("high", &of(at, high)),
                ],
            )
        })
        .collect();
    if list.is_empty() && o.is_beyond {
        list.push(words.beyond_together.to_owned());
    }
    if list.is_empty() {
        return String::new();
    }
    fill(words.finding_beyond, &[("list", &list.join(phrases.moves.comma))])
}

/// The implied change of the yield with its published range and sources, where the interval lies, how many windows there really
/// are, the nearest ones.
pub(super) fn more(scenario: &Scenario, spec: &Spec, reading: Option<&Reading>, phrases: &Phrases) -> Vec<String> {
    let words = phrases.scenario();
    let (low_bp, high_bp) = IMPACT_RANGE_BP;
    let implied = |impact_bp: f64| number(scenario.implied_bp(spec, impact_bp), 0);
    let mut lines = vec![fill(
        words.more_yield,
        &[
            ("share", &number(spec.share, 0)),
            ("holdings", &number(scenario.holdings.1 * words.holdings_per_billion, 0)),
            ("tic_date", &text::date(phrases, scenario.holdings.0)),
            ("months", &spec.months.to_string()),
            ("impact", &number(spec.impact, 0)),
            ("implied", &implied(spec.impact)),
            ("low_bp", &number(low_bp, 0)),
            ("high_bp", &number(high_bp, 0)),
            ("implied_low", &implied(low_bp)),
            ("implied_high", &implied(high_bp)),
        ],
    )];
    let Some(reading) = reading else { return lines };
    let o = &reading.outcome;
    let (low, high, center) = reading.interval_pct();
    let verdict = if low > 0.0 {
        words.verdict_up
    } else if high < 0.0 {
        words.verdict_down
    } else {
        words.verdict_open
    };
    let blanks = [("interval", &*interval(low, high, phrases)), ("center", &signed(center, 0)), ("verdict", verdict)];
    lines.push(fill(words.more_center, &blanks));
    lines.push(fill(words.more_windows, &[("n", &number(o.windows as f64, 0)), ("independent", &o.independent.to_string())]));
    let alike = || o.analogues.iter().map(|a| percent(a.outcome));
    let bounds = (alike().fold(f64::INFINITY, f64::min), alike().fold(f64::NEG_INFINITY, f64::max));
    lines.push(fill(
        words.more_alike,
        &[("alike", &o.analogues.len().to_string()), ("alike_interval", &interval(bounds.0, bounds.1, phrases))],
    ));
    lines
}

/// One number of the sentence, as the sentence writes it.
pub(super) fn number_named(scenario: &Scenario, name: &str, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<String> {
    let implied = |impact_bp: f64| number(scenario.implied_bp(spec, impact_bp), 0);
    let ends = || scenario.read(spec, x).map(|reading| reading.interval_pct());
    // What is reckoned is never said without its spread.
    let within =
        |estimate: String, spread: String| fill(phrases.scenario().within, &[("estimate", &estimate), ("spread", &spread)]);
    Some(match name {
        "implied" => within(implied(spec.impact), published(scenario, spec, phrases)),
        "implied-low" => implied(IMPACT_RANGE_BP.0),
        "implied-high" => implied(IMPACT_RANGE_BP.1),
        "holdings" => number(scenario.holdings.1 * phrases.scenario().holdings_per_billion, 0),
        "holdings-date" => text::date(phrases, scenario.holdings.0),
        "low" => signed(ends()?.0, 0),
        "high" => signed(ends()?.1, 0),
        "expected" => {
            let (low, high, center) = ends()?;
            within(signed(center, 0), interval(low, high, phrases))
        }
        "n" => number(scenario.read(spec, x)?.outcome.windows as f64, 0),
        "independent" => scenario.read(spec, x)?.outcome.independent.to_string(),
        _ => return None,
    })
}

pub(super) fn method(scenario: &Scenario, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
    let reading = scenario.read(spec, x)?;
    let (o, q) = (&reading.outcome, &reading.question);
    let blanks =
        [("days", q.horizon.to_string()), ("independent", o.independent.to_string()), ("df", o.degrees_of_freedom.to_string())];
    let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let moves: Vec<String> = q.moves.iter().map(ToString::to_string).collect();
    // Rust's shortest text of a number is read back as the same number by Python.
    let snippet = [
        "import numpy as np, pandas as pd, statsmodels.api as sm\nfrom scipy.stats import t\n\n\
         days = ",
        &q.horizon.to_string(),
        "\nmoves = [",
        &moves.join(", "),
        "]  # ",
        &FACTORS.join(", "),
        "\nconfidence = ",
        &q.confidence.to_string(),
        "\n\n\
         changes = pd.read_csv(\"yenlens.csv\", comment='#', index_col=0, parse_dates=True)\n\
         windows = changes.rolling(days).sum().dropna()\n\
         y, X = windows.iloc[:, 0], sm.add_constant(windows.iloc[:, 1:])\n\
         fit = sm.OLS(y, X).fit()\n\
         at = np.r_[1, moves]\n\
         independent = len(y) // days\n\
         df = independent - len(moves) - 1\n\
         leverage = at @ np.linalg.pinv(X.to_numpy()) @ np.linalg.pinv(X.to_numpy()).T @ at\n\
         half = t.ppf((1 + confidence) / 2, df) * np.sqrt(fit.mse_resid * (1 + leverage * days))\n\
         expected = fit.params.to_numpy() @ at\n\
         for name, value in {\"expected\": expected, \"low\": expected - half, \"high\": expected + half}.items():\n\
         \u{20}   print(name, 100 * np.expm1(value / 100))\n\
         print(\"r_squared\", fit.rsquared)\n\
         print(\"windows\", len(y))\n",
    ]
    .concat();
    let (low, high, expected) = reading.interval_pct();
    Some(Method {
        paragraphs: phrases.scenario().method.iter().map(|paragraph| fill(paragraph, &blanks)).collect(),
        snippet,
        figures: vec![
            ("expected", expected),
            ("low", low),
            ("high", high),
            ("r_squared", o.r_squared),
            ("windows", o.windows as f64),
        ],
    })
}

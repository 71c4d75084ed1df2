//! English: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "Does {asset} move with {driver}?",
    name: "Correlation",
    panel_changes: "Correlation of daily changes, {window}-day window, {confidence} % band",
    panel_levels: "Correlation of levels and of daily changes, {window}-day window",
    line_changes: "Changes",
    line_levels: "Levels",
    finding_changes: "Over the {window} trading days to {date}, daily changes in {asset} and in {driver} have a correlation of {r} ({confidence} % band {interval}, n = {n}): {verdict}.",
    finding_whole: "Over all of {from} to {to} it is {r} ({interval}, n = {n}).",
    finding_levels: "Over the {window} trading days to {date}, the levels of {asset} and of {driver} have a correlation of {r}; two unrelated random walks look at least this correlated in {odds} % of such windows.",
    finding_levels_changes: "Their daily changes have {r} ({confidence} % band {interval}, n = {n}): {verdict}.",
};

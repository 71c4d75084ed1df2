//! English: the view `carry`.

use crate::text::words::CarryWords;

pub(in crate::text) static WORDS: CarryWords = CarryWords {
    heading: "Does borrowing in yen pay for its risk?",
    name: "Carry",
    horizon: "Horizon",
    panel_carry: "Carry of two-year yields and volatility of USD/JPY over {window} days, % a year, {confidence} % band",
    panel_to_risk: "Carry-to-risk: carry divided by volatility, {confidence} % band",
    panel_breakeven: "Yen gain that loses {horizon} trading days of carry, %",
    panel_pressure: "Unwind pressure, 0 to 100, and its five parts",
    panel_pressure_mean: "Unwind pressure, 0 to 100, and its five parts, means of 20 days",
    line_carry: "Carry",
    line_volatility: "Volatility",
    line_to_risk: "Carry-to-risk",
    line_breakeven: "Breakeven",
    line_pressure: "Unwind pressure",
    line_mean: "Unwind pressure, mean of 20 days",
    parts: [
        "Yen surge, 5 days (rank)",
        "Rise of the 10-year JGB yield, 10 days (rank)",
        "Volatility of USD/JPY, 20 days (rank)",
        "Rise of the VIX, 5 days (rank)",
        "Thin carry for its risk (rank)",
    ],
    tags: ["Yen surge", "JGB rise", "Volatility", "VIX rise", "Thin carry"],
    causes: [
        "the yen\u{2019}s gain over 5 days",
        "the rise of the 10-year JGB yield over 10 days",
        "the volatility of USD/JPY",
        "the rise of the VIX over 5 days",
        "how little the carry pays for its risk",
    ],
    too_few: "There are too few days in this range on which all five series were published for a window of {window} trading days.",
    finding: "On {date}, borrowing in yen to lend in dollars earned {carry} points a year: {to_risk} for each point of USD/JPY volatility ({confidence} % band {interval}, n = {n}).",
    finding_negative: "On {date}, borrowing in yen to lend in dollars cost money, {carry} points a year: {to_risk} for each point of USD/JPY volatility ({confidence} % band {interval}, n = {n}).",
    finding_rank: "That is better than on {to_risk_rank} % of days since {from}.",
    more_risk: "The carry, taken from two-year yields, was higher than on {carry_rank} % of days since {from}; USD/JPY swung {volatility} % a year ({confidence} % band {interval}, n = {n}), more than on {volatility_rank} % of them.",
    more_breakeven: "A gain of the yen of {breakeven} % loses {horizon} trading days of carry; it gained more than the carry in {lost} of {stretches} past stretches of that length, {share} % ({confidence} % band {interval} %).",
    more_pressure: "Unwind pressure was {pressure} of 100, more than on {rank} % of days, most of all because of {part} (rank {part_rank} of 100 within the last two years).",
    more_unwound: "On {date}, when carry trades were unwound, it was {then}.",
    method: [
        "Carry is the US two-year yield less the Japanese one: what a year of borrowing in yen and lending in dollars earns while USD/JPY stands still. Volatility is the standard deviation of {window} log returns of USD/JPY times the root of 252, its {confidence} % band the chi-squared interval of a deviation. Carry-to-risk is the first over the second, its band that of the volatility turned over. The breakeven is ln(1 + carry \u{d7} days / 365), {horizon} trading days counted as {days} calendar days. How often the yen gained more is counted over stretches of that length set end to end, with Wilson\u{2019}s interval.",
        "Unwind pressure is the mean of five percentile ranks, each among its own last {lookback} days: the yen\u{2019}s gain over 5 days, the rise of the 10-year JGB yield over 10 days, the volatility of USD/JPY over 20 days, the change of the VIX over 5 days, and minus carry over that volatility. The lookback is fixed and holds only the past, so a value never changes with the range shown. The five weigh the same because nothing says otherwise; it describes conditions and predicts nothing.",
        "Sample: {n} days from {from} to {to} on which all five series were published. Two-year government yields stand for the rates at which traders borrow and lend; swap rates, costs and margins are not in it. The band of the volatility holds for independent normal returns; real ones have fatter tails, so it is too narrow.",
    ],
};

"""Carry, the yen index, the regression on the spread, the pressure, the chain and the scenario: pandas and statsmodels on the
snapshot's own levels, aligned here by pandas."""

import os

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats
from statsmodels.regression.rolling import RollingOLS

import series

LAST = "2024-12-31"
LOOKBACK = 252


def load(name):
    return pd.read_csv(os.path.join(series.HERE, "..", "..", "data", name), index_col="date", float_precision="round_trip")


def rank(x):
    """Percentile of the last value in each trailing window, ties and itself counting half."""
    half = lambda w: 100 * ((w < w[-1]).sum() + (w <= w[-1]).sum()) / 2 / len(w)
    return x.rolling(LOOKBACK).apply(half, raw=True)


def rows(columns, at):
    return {k: v.iloc[at].tolist() for k, v in columns.items()}


def table(_):
    jgb, ust, fx, vix, crypto = (load(f"{n}.csv") for n in ("jgb", "ust", "usdjpy", "risk", "crypto"))
    parts = [fx.usdjpy, jgb.jgb10y, jgb.jgb2y, ust.ust2y, ust.ust10y, vix.vix, crypto[crypto.id == "btc"].value.rename("btc")]
    d = pd.concat(parts, axis=1, join="inner").dropna().sort_index().loc[:LAST]
    n = len(d)
    at = [0, 19, 20, 21, 60, 61, 253, 275, 276, *range(280, n, 40), n - 1]
    r = np.log(d.usdjpy / d.usdjpy.shift())
    vol = 100 * np.sqrt(252) * r.rolling(20).std()
    carry = d.ust2y - d.jgb2y
    out = {"source": "pandas, statsmodels, scipy", "rows": n, "at": at}
    out["carry"] = rows({"carry": carry, "volatility": vol, "to_risk": carry / vol, "breakeven": 100 * np.log(1 + carry / 100 * 90 / 365)}, at)
    parts = {
        "surge": rank(-(np.log(d.usdjpy) - np.log(d.usdjpy).shift(5))), "rise": rank(d.jgb10y - d.jgb10y.shift(10)),
        "volatility": rank(vol), "vix": rank(d.vix - d.vix.shift(5)), "carry": rank(-carry / vol),
    }
    out["pressure"] = rows({**parts, "total": sum(parts.values()) / 5}, at)
    change = pd.DataFrame({
        "spread": 100 * (d.ust10y - d.jgb10y).diff(), "fx": 100 * r, "jgb": 100 * d.jgb10y.diff(), "ust": 100 * d.ust10y.diff(),
        "vix": d.vix.diff(), "btc": 100 * np.log(d.btc / d.btc.shift()),
    }).iloc[1:]
    fit = RollingOLS(change.fx, sm.add_constant(change.spread), window=120).fit()
    residual = change.fx - fit.params.const - fit.params.spread * change.spread
    later = [a for a in at if a < n - 1]
    out["later"] = later
    out["follow"] = rows({"beta": fit.params.spread, "r_squared": fit.rsquared, "residual": residual, "standardised": residual / np.sqrt(fit.mse_resid)}, later)
    links = []
    for a, b in (("jgb", "spread"), ("spread", "fx"), ("ust", "vix"), ("vix", "btc")):
        for window in (60, 250):
            x, y = change[a].iloc[-window:], change[b].iloc[-window:]
            lags = int(np.floor(4 * (window / 100) ** (2 / 9)))
            fit = sm.OLS(y, sm.add_constant(x)).fit()
            robust = fit.get_robustcov_results("HAC", maxlags=lags, use_correction=True)
            low, high = robust.conf_int(0.1)[1]
            links.append([a, b, window, robust.params[1], low, high, fit.rsquared])
    out["chain"] = links
    h, moves = 10, [20.0, -3.0, 15.0]
    sums = change.rolling(h).sum().dropna()
    x = sm.add_constant(sums[["jgb", "fx", "ust"]])
    fit = sm.OLS(sums.btc, x).fit()
    point = np.array([1.0, *moves])
    independent = len(sums) // h
    leverage = point @ np.linalg.inv(x.T @ x) @ point
    spread = np.sqrt(fit.mse_resid * (1 + h * leverage))
    half = stats.t.isf(0.1, independent - 4) * spread
    expected = float(point @ fit.params)
    z = ((sums[["jgb", "fx", "ust"]] - moves) / sums[["jgb", "fx", "ust"]].std()).pow(2).sum(axis=1).pow(0.5)
    chosen = []
    for start in z.reset_index(drop=True).sort_values(kind="stable").index:
        if all(abs(start - c) >= h for c in chosen):
            chosen.append(int(start))
        if len(chosen) == 5:
            break
    out["scenario"] = {
        "horizon": h, "moves": moves, "expected": expected, "low": expected - half, "high": expected + half,
        "r_squared": fit.rsquared, "windows": len(sums), "independent": independent,
        "analogues": [[c, z.iloc[c], sums.btc.iloc[c]] for c in chosen],
    }
    ecb = load("ecb.csv")[["eurjpy", "eurusd", "eurgbp", "eurchf"]].dropna().loc[:LAST]
    weights = {"eurusd": 0.4, "eurgbp": 0.1, "eurchf": 0.2}
    log = sum(w * np.log(ecb[k] / ecb.eurjpy) for k, w in weights.items()) + 0.3 * np.log(1 / ecb.eurjpy)
    where = list(range(0, len(ecb), 150))
    out["yen_index"] = {"base": 100, "at": where, "index": (100 * np.exp(log - log.iloc[100])).iloc[where].tolist()}
    return out

"""Event study by statsmodels OLS, Wilson's interval from statsmodels, placebo ranks by brute force."""

import math

import numpy as np
import statsmodels.api as sm
from statsmodels.stats.proportion import proportion_confint

STUDIES = {
    "made": [("btc", "eq", (0, 120), (145, 156)), ("fx", "jgb", (20, 200), (210, 211))],
    "real": [("btc", "vix", (1000, 1200), (1210, 1221)), ("btc", "fx", (100, 400), (420, 425))],
}
PLACEBO = {
    "made": [("btc", 150, 5, [30, 31, 100, 258]), ("btc", 10, 1, []), ("eq", 200, 20, [0, 120])],
    "real": [("btc", 700, 5, list(range(40, 1500, 60))), ("fx", 1300, 10, [5, 1000])],
}


def table(samples):
    out = {"source": "statsmodels OLS, proportion_confint; numpy", "study": [], "placebo": [], "wilson": [], "conditional": [], "forbes_rigobon": []}
    for sample, columns in samples.items():
        for r, m, (e0, e1), (v0, v1) in STUDIES[sample]:
            fit = sm.OLS(columns[r][e0:e1], sm.add_constant(columns[m][e0:e1])).fit()
            sigma = math.sqrt(fit.mse_resid)
            abnormal = columns[r][v0:v1] - (fit.params[0] + fit.params[1] * columns[m][v0:v1])
            car = abnormal.sum()
            out["study"].append([sample, r, m, e0, e1, v0, v1, *fit.params, sigma, abnormal, car, car / (sigma * math.sqrt(v1 - v0))])
        for name, event, horizon, exclude in PLACEBO[sample]:
            x = columns[name]
            windows = [range(i, i + horizon) for i in range(len(x) - horizon + 1)]
            taken = {d for e in [event, *exclude] for d in range(e, e + horizon)}
            placebos = [sum(x[i] for i in w) for w in windows if not taken & set(w)]
            own = sum(x[event : event + horizon])
            out["placebo"].append([sample, name, event, horizon, exclude, 1 + sum(p < own for p in placebos), len(placebos) + 1, own])
        names = list(columns)
        for driver, asset in zip(names, names[1:]):
            for tail in (0.05, 0.25):
                x, y = columns[driver], columns[asset]
                kept = math.floor(tail * len(x))
                threshold = np.sort(x)[-kept]
                days = x >= threshold
                falls = int((y[days] < 0).sum())
                low, high = proportion_confint(falls, int(days.sum()), 0.05, method="wilson")
                out["conditional"].append([sample, driver, asset, tail, threshold, int(days.sum()), falls, low, high, (y < 0).mean()])
            hi = np.abs(x) >= np.quantile(np.abs(x), 0.75)
            r = np.corrcoef(x[hi], y[hi])[0, 1]
            d = np.var(x[hi], ddof=1) / np.var(x[~hi], ddof=1) - 1
            out["forbes_rigobon"].append([r, d + 1, r / math.sqrt(1 + d * (1 - r * r))])
    for k, n in ((0, 1), (1, 1), (0, 20), (7, 10), (112, 2480), (500, 1000)):
        for c in (0.5, 0.95, 0.999):
            out["wilson"].append([k, n, c, *proportion_confint(k, n, 1 - c, method="wilson")])
    return out

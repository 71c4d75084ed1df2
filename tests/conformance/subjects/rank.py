"""Rank correlations with p-values from scipy; their intervals by the plain formulas."""

import numpy as np
import pandas as pd
from scipy import stats

from subjects.correlation import PAIRS, interval


def table(samples):
    out = {"source": "scipy.stats spearmanr, kendalltau; pandas rolling rank", "spearman": [], "kendall": [], "rolling": []}
    for sample, columns in samples.items():
        for a, b in PAIRS[sample]:
            for n in (6, 20, 34, 100, len(columns[a])):
                # Rounded to a grid, so that there are ties on one side or on both.
                for grid_a, grid_b in ((0, 0), (0.01, 0), (0.5, 0.01)):
                    x, y = columns[a][:n], columns[b][:n]
                    scale = lambda v, g: np.round(v / np.std(v) / g) if g else v
                    x, y = scale(x, grid_a), scale(y, grid_b)
                    if n == 6 and (grid_a or grid_b):
                        continue
                    rho, tau = stats.spearmanr(x, y), stats.kendalltau(x, y)
                    key = [sample, a, b, n, grid_a, grid_b]
                    s, k = rho.statistic, tau.statistic
                    ci = lambda r, v: interval(r, v) if abs(r) < 1 else [r, r]
                    out["spearman"].append([*key, s, rho.pvalue, *ci(s, (1 + s * s / 2) / (n - 3))])
                    out["kendall"].append([*key, k, tau.pvalue, *ci(k, 0.437 / (n - 4))])
            x, y = columns[a], columns[b]
            for w in (5, 60):
                at = list(range(w - 1, len(x), max(1, len(x) // 40)))
                out["rolling"].append([sample, a, b, w, at, [stats.spearmanr(x[t + 1 - w : t + 1], y[t + 1 - w : t + 1]).statistic for t in at]])
    return out

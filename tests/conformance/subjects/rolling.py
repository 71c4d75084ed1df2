"""Rolling figures: pandas and statsmodels at the offset of the data; at an offset of 1e8 the two-pass value of each window
in exact rational arithmetic, because pandas itself loses digits there."""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.regression.rolling import RollingOLS

from subjects.correlation import PAIRS


def exact(x, y):
    """Sums of squares and products about the means, without any rounding."""
    fx, fy = [Fraction(v) for v in x], [Fraction(v) for v in y]
    mx, my = sum(fx) / len(fx), sum(fy) / len(fy)
    dx, dy = [v - mx for v in fx], [v - my for v in fy]
    return sum(a * a for a in dx), sum(b * b for b in dy), sum(a * b for a, b in zip(dx, dy)), dx[-1]


def offset(x, y, window, shift):
    x, y = np.asarray(x) * 100 + shift, np.asarray(y) * 100 - shift
    rows = []
    for t in range(window - 1, len(x), 7):
        sxx, syy, sxy, last = exact(x[t + 1 - window : t + 1], y[t + 1 - window : t + 1])
        deviation = math.sqrt(sxx / (window - 1))
        rows.append([t, float(sxy) / math.sqrt(sxx * syy), float(sxy / sxx), deviation, float(last) / deviation])
    return rows


def flat(x, window):
    """Windows whose deviation is no more than rounding (1e-13 of the mean): the library calls these missing."""
    w = np.lib.stride_tricks.sliding_window_view(np.asarray(x), window)
    head = np.zeros(window - 1, dtype=bool)
    return np.concatenate([head, w.std(axis=1) <= 1e-13 * np.abs(w.mean(axis=1))])


def table(samples):
    out = {"source": "pandas rolling; statsmodels RollingOLS; exact fractions at offset 1e8", "plain": [], "offset": []}
    for sample, columns in samples.items():
        for a, b in PAIRS[sample][:2]:
            x, y = pd.Series(columns[a]), pd.Series(columns[b])
            for w in (2, 5, 20, 60, 250):
                step = 1 if w == 60 and sample == "made" else max(1, len(x) // 60)
                roll, flat_x = x.rolling(w), flat(x, w)
                beta = RollingOLS(y, sm.add_constant(x.rename("x")), window=w).fit().params["x"] if w > 2 else pd.Series(np.nan, x.index)
                figures = {
                    "mean": roll.mean(),
                    "std": roll.std().mask(flat_x),
                    "z_score": ((x - roll.mean()) / roll.std()).mask(flat_x),
                    "correlation": roll.corr(y).mask(flat_x | flat(y, w)),
                    "beta": beta.mask(flat_x),
                }
                at = list(range(w - 1, len(x), step))
                out["plain"].append([sample, a, b, w, at, {k: v.iloc[at].tolist() for k, v in figures.items()}])
    a, b = PAIRS["made"][0]
    for w in (20, 60, 250):
        out["offset"].append(["made", a, b, w, offset(samples["made"][a], samples["made"][b], w, 1e8)])
    return out

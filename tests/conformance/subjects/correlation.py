"""Correlations with their p-values and intervals, and the moments under them."""

import math

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.tsa.stattools import acf

PAIRS = {
    "made": [("fx", "btc"), ("jgb", "fx"), ("eq", "btc"), ("jgb", "btc")],
    "real": [("fx", "btc"), ("jgb", "fx"), ("vix", "btc"), ("jgb", "btc")],
}


def interval(r, variance, confidence=0.95):
    half = stats.norm.isf((1 - confidence) / 2) * math.sqrt(variance)
    return [math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)]


def table(samples):
    out = {"source": "scipy.stats pearsonr; pandas std; statsmodels acf", "pearson": [], "moments": [], "interval": []}
    for sample, columns in samples.items():
        for name, x in columns.items():
            s = pd.Series(x)
            out["moments"].append([sample, name, s.mean(), s.std(), acf(x, nlags=2, fft=False)[1:].tolist()])
        for a, b in PAIRS[sample]:
            for n in (5, 17, 100, len(columns[a])):
                x, y = columns[a][:n], columns[b][:n]
                p = stats.pearsonr(x, y)
                ci = p.confidence_interval(0.95)
                out["pearson"].append([sample, a, b, n, p.statistic, p.pvalue, ci.low, ci.high])
    for r in (-0.99, -0.3, 0.0, 0.08, 0.7, 0.999):
        for n in (4, 20, 60, 250, 2600):
            for c in (0.8, 0.95, 0.99):
                out["interval"].append([r, n, c, *interval(r, 1 / (n - 3), c)])
    return out

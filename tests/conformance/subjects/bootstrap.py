"""Block lengths from arch; the stationary bootstrap of arch with many resamples, to be met in distribution."""

import numpy as np
from arch.bootstrap import StationaryBootstrap, optimal_block_length

from subjects.correlation import PAIRS


def slow(x, rho):
    out = np.array(x, dtype=float)
    for t in range(1, len(out)):
        out[t] += rho * out[t - 1]
    return out


def table(samples):
    out = {"source": "arch.bootstrap", "block": [], "interval": []}
    for sample, columns in samples.items():
        for name, x in columns.items():
            for n in (16, 50, len(x)):
                for rho in (0.0, 0.6, 0.95):
                    out["block"].append([sample, name, n, rho, optimal_block_length(slow(x[:n], rho))["stationary"].iloc[0]])
        for a, b in PAIRS[sample][:2]:
            x, y = columns[a], columns[b]
            for block in (1, 5, 20):
                boot = StationaryBootstrap(block, x, y, seed=20240805)
                draws = boot.apply(lambda u, v: np.corrcoef(u, v)[0, 1], 20_000)[:, 0]
                # The percentiles with their own standard errors, from ten batches.
                batches = np.array([np.quantile(d, [0.025, 0.975]) for d in np.split(draws, 10)])
                error = batches.std(axis=0, ddof=1) / np.sqrt(10)
                out["interval"].append([sample, a, b, block, np.corrcoef(x, y)[0, 1], *np.quantile(draws, [0.025, 0.975]), *error])
    return out

"""Changes and log returns: differences in numpy, and logarithms to 50 digits."""

from decimal import Decimal, getcontext

import numpy as np

getcontext().prec = 50


def table(samples):
    out = {"source": "decimal logarithms of 50 digits; numpy.diff", "log_returns": [], "changes": []}
    for sample, columns in samples.items():
        for name, x in columns.items():
            price = [100 + 10 * float(v) / float(np.std(x)) for v in x[:60]]
            price = [p if p > 0 else 1.0 for p in price]
            logs = [Decimal(p).ln() for p in price]
            out["log_returns"].append([price, [float(b - a) for a, b in zip(logs, logs[1:])]])
            out["changes"].append([price, 100 * np.diff(price)])
    return out

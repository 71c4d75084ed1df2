"""The classical overlays, from TA-Lib."""

import numpy as np
import talib


def table(samples):
    out = {"source": "TA-Lib", "rows": []}
    for sample, columns in samples.items():
        for name in ("fx", "btc"):
            price = 100 * np.exp(np.cumsum(np.clip(columns[name], -0.2, 0.2)))
            at = sorted({0, 1, 12, 13, 14, 15, 19, 20, 25, 26, 32, 33, 34, *range(40, len(price), max(1, len(price) // 25))})
            upper, middle, lower = talib.BBANDS(price, 20, 2.5, 2.5, 0)
            macd, signal, histogram = talib.MACD(price, 12, 26, 9)
            figures = {
                "sma": talib.SMA(price, 20), "ema": talib.EMA(price, 20), "rsi": talib.RSI(price, 14),
                "upper": upper, "middle": middle, "lower": lower, "macd": macd, "signal": signal, "histogram": histogram,
            }
            out["rows"].append([sample, name, at, {k: v[at] for k, v in figures.items()}])
    return out

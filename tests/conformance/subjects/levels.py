"""How often two independent random walks correlate, by numpy's own generator: agreement is within the noise of both."""

import numpy as np


def table(_):
    rng = np.random.default_rng(20240805)
    rows, simulations = [], 200_000
    for n in (10, 52, 120):
        hits = np.zeros(3)
        for _ in range(20):
            m = simulations // 20
            x = rng.standard_normal((m, n)).cumsum(axis=1)
            y = rng.standard_normal((m, n)).cumsum(axis=1)
            x -= x.mean(axis=1, keepdims=True)
            y -= y.mean(axis=1, keepdims=True)
            r = np.abs((x * y).sum(axis=1) / np.sqrt((x * x).sum(axis=1) * (y * y).sum(axis=1)))
            hits += [(r >= level).sum() for level in (0.3, 0.7, 0.9)]
        rows += [[n, level, h / simulations, simulations] for level, h in zip((0.3, 0.7, 0.9), hits)]
    return {"source": "numpy simulation", "odds": rows}

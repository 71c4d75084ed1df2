"""The series the tables are computed on.

`made` is drawn from a 64-bit linear congruential generator, so that anyone can draw it again: four columns of 260 rows
(change of a JGB yield in basis points, and log returns of USD/JPY, equities and Bitcoin) with weak links between them.

`real` is changes of the snapshot's own series; a test derives the same column from data/ by the library's own alignment.
"""

import csv
import os

HERE = os.path.dirname(os.path.abspath(__file__))
MADE = os.path.join(HERE, "made.csv")
NAMES = ["jgb", "fx", "eq", "btc"]


def draw(n=260, seed=20240805):
    state = seed

    def uniform():
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 11) / 2.0**53

    def normal():
        # Twelve uniforms less six: mean 0, variance 1, and no logarithm whose last bit depends on the platform.
        total = 0.0
        for _ in range(12):
            total += uniform()
        return total - 6.0

    rows = []
    for t in range(n):
        e = [normal() for _ in range(4)]
        jgb = 0.1 * (rows[t - 1][0] if t else 0.0) + 3.0 * e[0]
        fx = -0.00008 * jgb + 0.005 * e[1]
        eq = 0.3 * fx + 0.010 * e[2]
        btc = 0.6 * eq + 0.4 * (rows[t - 1][1] if t else 0.0) + 0.025 * e[3]
        rows.append([jgb, fx, eq, btc])
    return rows


def write_made():
    with open(MADE, "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(NAMES)
        w.writerows([[repr(v) for v in row] for row in draw()])


def read(path):
    with open(path, newline="") as f:
        rows = list(csv.reader(f))
    return {name: [float(r[i]) if r[i] else float("nan") for r in rows[1:]] for i, name in enumerate(rows[0]) if name != "date"}


def samples():
    """Every sample by name, each a dictionary of columns as numpy arrays."""
    import numpy as np

    return {
        sample: {name: np.array(column) for name, column in read(os.path.join(HERE, f"{sample}.csv")).items()}
        for sample in ("made", "real")
    }


def write_real(first="2018-03-17", last="2024-12-31"):
    """The changes of four series of the snapshot on the days they share, up to a day that later revisions leave alone: JGB
    10-year yield in basis points, log return of USD/JPY, change of VIX, log return of Bitcoin."""
    import numpy as np
    import pandas as pd

    data = os.path.join(HERE, "..", "..", "data")
    load = lambda name: pd.read_csv(os.path.join(data, name), index_col="date", float_precision="round_trip")
    crypto = load("crypto.csv")
    both = pd.concat(
        [load("jgb.csv").jgb10y, load("usdjpy.csv").usdjpy, load("risk.csv").vix, crypto[crypto.id == "btc"].value], axis=1, join="inner"
    ).dropna().sort_index().loc[first:last]
    both.columns = ["jgb", "fx", "vix", "btc"]
    log_return = lambda p: np.log1p(p.diff() / p.shift())
    changes = pd.DataFrame(
        {"jgb": 100 * both.jgb.diff(), "fx": log_return(both.fx), "vix": both.vix.diff(), "btc": log_return(both.btc)}
    ).iloc[1:]
    with open(os.path.join(HERE, "real.csv"), "w") as f:
        f.write("date,jgb,fx,vix,btc\n")
        for day, row in changes.iterrows():
            f.write(",".join([day, *(repr(float(v)) for v in row)]) + "\n")

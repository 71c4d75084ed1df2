"""Computes the reference tables with public packages: `python make_tables.py` rewrites tables/*.json.

Set up once, outside the repository: `python -m venv DIR && DIR/bin/pip install -r requirements.txt`. The tests read the
committed tables and need no Python. Every figure comes from scipy, pandas, statsmodels, arch or TA-Lib, or, where they
have no such function, from the plain formula in numpy, which the table's `source` then says.
"""

import importlib
import json
import math
import os
import sys
import warnings

import numpy as np

import series

warnings.filterwarnings("ignore")
SUBJECTS = [
    "bootstrap",
    "correlation",
    "distributions",
    "dynamics",
    "events",
    "levels",
    "market",
    "overlays",
    "rank",
    "regression",
    "rolling",
    "transforms",
]


def clean(v):
    """JSON without NaN: a missing figure is null, numbers keep all their digits."""
    if isinstance(v, dict):
        return {str(k): clean(x) for k, x in v.items()}
    if isinstance(v, (list, tuple, np.ndarray)):
        return [clean(x) for x in v]
    if isinstance(v, (bool, np.bool_)):
        return bool(v)
    if isinstance(v, (int, np.integer)):
        return int(v)
    if isinstance(v, (float, np.floating)):
        return float(v) if math.isfinite(v) else None
    return v


def main():
    series.write_made()
    series.write_real()
    samples = series.samples()
    for subject in sys.argv[1:] or SUBJECTS:
        table = importlib.import_module(f"subjects.{subject}").table(samples)
        with open(os.path.join(series.HERE, "tables", f"{subject}.json"), "w") as f:
            json.dump(clean(table), f, separators=(",", ":"), allow_nan=False)
            f.write("\n")


if __name__ == "__main__":
    main()

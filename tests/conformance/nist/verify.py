"""Checks the copied sets: solved in exact rational arithmetic, every one gives its certified values to their last digit.

A slip in the data, or in a certified value, would show here. Needs nothing but Python.
"""

import json
import os
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
HERE = os.path.dirname(os.path.abspath(__file__))


def exact(v):
    return Fraction(repr(v) if isinstance(v, float) else v)


def root(f):
    return (Decimal(f.numerator) / Decimal(f.denominator)).sqrt()


def inverse(a):
    k = len(a)
    rows = [list(row) + [Fraction(int(i == j)) for j in range(k)] for i, row in enumerate(a)]
    for i in range(k):
        p = next(r for r in range(i, k) if rows[r][i] != 0)
        rows[i], rows[p] = rows[p], rows[i]
        d = rows[i][i]
        rows[i] = [v / d for v in rows[i]]
        for r in range(k):
            if r != i and rows[r][i] != 0:
                f = rows[r][i]
                rows[r] = [v - f * w for v, w in zip(rows[r], rows[i])]
    return [row[k:] for row in rows]


def same(name, what, got, certified):
    got, certified = float(got), float(certified)
    # Certified values carry 15 digits; where the exact value is 0 so is the certified one.
    assert abs(got - certified) <= 2e-14 * abs(certified), f"{name} {what}: {got!r} is not {certified!r}"


def linear(s):
    y = [exact(v) for v in s["y"]]
    columns = [[exact(v) for v in c] for c in s["x"]]
    if s["degree"] > 1:
        columns = [[v**d for v in columns[0]] for d in range(1, s["degree"] + 1)]
    if s["intercept"]:
        columns = [[Fraction(1)] * len(y)] + columns
    dot = lambda a, b: sum(p * q for p, q in zip(a, b))
    inv = inverse([[dot(a, b) for b in columns] for a in columns])
    b = [dot(row, [dot(c, y) for c in columns]) for row in inv]
    residual = [v - sum(k * c[i] for k, c in zip(b, columns)) for i, v in enumerate(y)]
    s2 = dot(residual, residual) / (len(y) - len(b))
    centre = sum(y) / len(y) if s["intercept"] else Fraction(0)
    total = sum((v - centre) ** 2 for v in y)
    for i, v in enumerate(b):
        same(s["name"], f"coefficient {i}", v, s["coefficients"][i])
        same(s["name"], f"deviation {i}", root(s2 * inv[i][i]), s["deviations"][i])
    same(s["name"], "residual deviation", root(s2), s["residual_deviation"])
    same(s["name"], "R squared", 1 - dot(residual, residual) / total, s["r_squared"])


def univariate(s):
    v = [exact(x) for x in s["values"]]
    assert len(v) == s["n"]
    m = sum(v) / len(v)
    d = [x - m for x in v]
    squares = sum(x * x for x in d)
    same(s["name"], "mean", m, s["mean"])
    same(s["name"], "deviation", root(squares / (len(v) - 1)), s["deviation"])
    if s["autocorrelation"] is not None:
        same(s["name"], "autocorrelation", sum(a * b for a, b in zip(d, d[1:])) / squares, s["autocorrelation"])


if __name__ == "__main__":
    for name, check in (("linear", linear), ("univariate", univariate)):
        with open(os.path.join(HERE, f"{name}.json")) as f:
            for s in json.load(f)["sets"]:
                check(s)
                print("exact:", s["name"])

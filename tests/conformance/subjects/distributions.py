"""Tails and quantiles, from scipy."""

from scipy import stats


def table(_):
    z = [-37.0, -12.0, -5.0, -1.96, -0.5, 0.0, 0.3, 1.0, 2.5, 8.0]
    confidence = [0.01, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.999999]
    t = [0.0, 0.01, 0.5, 1.0, 1.5, 2.0, 3.5, 8.0, 20.0, 40.0]
    df = [1, 2, 3, 5, 10, 57, 258, 1000, 3999, 4000, 10000, 1000000]
    f = [0.001, 0.2, 0.9, 1.0, 1.5, 3.0, 10.0, 60.0]
    dfs = [(1, 1), (1, 10), (2, 253), (3, 30), (5, 1000), (10, 57), (1, 3000), (8, 20000)]
    x = [0.001, 0.5, 1.0, 3.0, 9.5, 18.0, 40.0, 150.0, 700.0]
    k = [1, 2, 3, 4, 5, 10, 11, 40, 99]
    return {
        "source": "scipy.stats norm, t, f, chi2",
        "normal_cdf": [[v, stats.norm.cdf(v)] for v in z],
        "normal_two_sided": [[c, stats.norm.isf((1 - c) / 2)] for c in confidence],
        "student_two_sided": [[v, d, 2 * stats.t.sf(v, d)] for v in t for d in df],
        "f_upper": [[v, a, b, stats.f.sf(v, a, b)] for v in f for a, b in dfs],
        "chi_squared_upper": [[v, d, stats.chi2.sf(v, d)] for v in x for d in k],
        "chi_squared_quantile": [[u, d, stats.chi2.isf(u, d)] for u in (0.0005, 0.025, 0.5, 0.975, 0.9995) for d in k + [249]],
    }

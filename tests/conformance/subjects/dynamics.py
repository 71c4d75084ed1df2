"""Lead-lag, Granger, stationarity tests and vector autoregressions from statsmodels; exponential weights in numpy."""

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.api import VAR
from statsmodels.tsa.stattools import adfuller, ccf, coint, grangercausalitytests, kpss

from subjects.correlation import PAIRS

SYSTEMS = {"made": ["jgb", "fx", "eq", "btc"], "real": ["jgb", "fx", "vix", "btc"]}


def ewma(x, y, l=0.94, k=30):
    s = np.full(len(x), np.nan)
    s[k - 1] = np.mean(x[:k] * y[:k])
    for t in range(k, len(x)):
        s[t] = l * s[t - 1] + (1 - l) * x[t] * y[t]
    return s


def connectedness(fit, horizon):
    """Pesaran and Shin's decomposition from statsmodels' moving average, rows scaled as Diebold and Yilmaz do."""
    psi, sigma = fit.ma_rep(horizon - 1), np.asarray(fit.sigma_u)
    share = sum((p @ sigma) ** 2 for p in psi) / np.diag(sigma)
    return share / share.sum(axis=1, keepdims=True)


def projection(shock, response, horizon, lags):
    n, rows = len(shock), []
    for h in range(horizon + 1):
        t = np.arange(lags, n - h)
        x = [shock[t - l] for l in range(lags + 1)] + [response[t - l] for l in range(1, lags + 1)]
        fit = sm.OLS(response[t + h], sm.add_constant(np.column_stack(x))).fit()
        memory = max(h, int(np.floor(4 * (len(t) / 100) ** (2 / 9))))
        robust = fit.get_robustcov_results("HAC", maxlags=memory, use_correction=False)
        rows.append([robust.params[1], robust.bse[1]])
    return rows


def table(samples):
    keys = ["ccf", "granger", "adf", "kpss", "ljung_box", "engle_granger", "var", "projection", "ewma"]
    out = {"source": "statsmodels; numpy where it has no such function", **{k: [] for k in keys}}
    for sample, columns in samples.items():
        for a, b in PAIRS[sample]:
            x, y = columns[a], columns[b]
            # ccf(y, x)[k] is corr(x[t-k], y[t]): the negative side comes from the other order.
            right, left = ccf(y, x, adjusted=False)[:16], ccf(x, y, adjusted=False)[:16]
            out["ccf"].append([sample, a, b, 15, [*left[:0:-1], *right]])
            tests = grangercausalitytests(np.column_stack([y, x]), maxlag=[1, 2, 5])
            for lags, result in tests.items():
                f, p, d2, d1 = result[0]["ssr_ftest"]
                out["granger"].append([sample, a, b, lags, f, p, d1, d2])
            level_x, level_y = np.cumsum(x), np.cumsum(y)
            for lags in (0, 1, 4):
                out["engle_granger"].append([sample, a, b, lags, *coint(level_y, level_x, maxlag=lags, autolag=None)[:2]])
            at = [28, 29, 30, 31, 60, len(x) // 2, len(x) - 1]
            xx, yy, xy = ewma(x, x), ewma(y, y), ewma(x, y)
            out["ewma"].append([sample, a, b, at, np.sqrt(xx)[at], (xy / np.sqrt(xx * yy))[at]])
            out["projection"].append([sample, a, b, 5, 2, projection(x, y, 5, 2)])
        for name, x in columns.items():
            for kind, v in (("changes", x), ("levels", np.cumsum(x))):
                for lags in (0, 1, 5):
                    out["adf"].append([sample, name, kind, lags, *adfuller(v, maxlag=lags, autolag=None)[:2]])
                    out["kpss"].append([sample, name, kind, lags, *kpss(v, "c", nlags=lags)[:2]])
            box = acorr_ljungbox(x, lags=[1, 5, 10])
            for lags in (1, 5, 10):
                out["ljung_box"].append([sample, name, lags, box.lb_stat[lags], box.lb_pvalue[lags]])
        data = np.column_stack([columns[c] for c in SYSTEMS[sample]])
        for lags in (1, 2):
            fit = VAR(data).fit(lags, trend="c")
            share = connectedness(fit, 10)
            k = len(share)
            out["var"].append({
                "sample": sample, "columns": SYSTEMS[sample], "lags": lags,
                "params": fit.params.ravel(), "sigma": np.asarray(fit.sigma_u).ravel(),
                "orth_irfs": [m.ravel() for m in fit.irf(10).orth_irfs], "table": share.ravel(),
                "from": share.sum(1) - np.diag(share), "to": share.sum(0) - np.diag(share),
                "total": 100 * (share.sum() - np.trace(share)) / k,
            })
    return out

"""OLS with classical and HAC errors, and partial correlation, from statsmodels."""

import numpy as np
import statsmodels.api as sm

MODELS = {
    "made": [("btc", ["fx"]), ("btc", ["fx", "eq"]), ("btc", ["fx", "eq", "jgb"]), ("fx", ["jgb"])],
    "real": [("btc", ["fx"]), ("btc", ["fx", "vix", "jgb"]), ("fx", ["jgb"])],
}
CONTROLS = {
    "made": [("fx", "btc", ["eq"]), ("fx", "btc", ["eq", "jgb"]), ("jgb", "btc", ["fx"])],
    "real": [("fx", "btc", ["vix"]), ("jgb", "btc", ["vix", "fx"])],
}


def figures(fit):
    return {"b": fit.params, "se": fit.bse, "t": fit.tvalues, "p": fit.pvalues}


def table(samples):
    out = {"source": "statsmodels OLS, get_robustcov_results('HAC')", "ols": [], "partial": []}
    for sample, columns in samples.items():
        for y, xs in MODELS[sample]:
            x = np.column_stack([columns[c] for c in xs])
            for intercept in (True, False):
                fit = sm.OLS(columns[y], sm.add_constant(x) if intercept else x).fit()
                fits = [[None, False, figures(fit)]]
                for lags in (0, 4, 10):
                    for small in (False, True):
                        fits.append([lags, small, figures(fit.get_robustcov_results("HAC", maxlags=lags, use_correction=small))])
                out["ols"].append([sample, y, xs, intercept, fit.rsquared, fit.rsquared_adj, fit.mse_resid, int(fit.nobs), fits])
        for a, b, controls in CONTROLS[sample]:
            z = sm.add_constant(np.column_stack([columns[c] for c in controls]))
            left, right = (sm.OLS(columns[c], z).fit().resid for c in (a, b))
            out["partial"].append([sample, a, b, controls, np.corrcoef(left, right)[0, 1]])
    return out

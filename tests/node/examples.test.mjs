// One example of every function, in Node and without a DOM. Each test is named as its function, and `cargo xtask reference`
// prints its body in www/reference.html. The figures are small enough to be checked by hand.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = process.env.YENLENS_PACKAGE ? pathToFileURL(process.env.YENLENS_PACKAGE + "/") : new URL("../../pkg/", import.meta.url);
const yenlens = await import(new URL("yenlens.js", folder).href);
yenlens.initSync({ module: readFileSync(fileURLToPath(new URL("yenlens_bg.wasm", folder))) });

const { adfTest, alignSeries, bollinger, bootstrapCorrelation, changes, connectedness, correlationInterval } = yenlens;
const { crossCorrelation, ema, engleGranger, eventStudy, ewmaCorrelation, ewmaVolatility, forbesRigobon, grangerTest } = yenlens;
const { impulseResponses, localProjection } = yenlens;
const { kendall, kpssTest, levelsOdds, ljungBox, logReturns, macd, ols, optimalBlockLength, partialCorrelation } = yenlens;
const { pearson, placeboRank, rollingBeta, rollingCorrelation, rollingCorrelationBand, rollingMean } = yenlens;
const { rollingSpearman, rollingStd } = yenlens;
const { rollingZScore, rsi, sma, spearman, version, wilsonInterval } = yenlens;

test("logReturns", () => {
  const returns = logReturns(Float64Array.of(100, 200, NaN, 100));
  assert.ok(Math.abs(returns[0] - Math.LN2) < 1e-15);
  assert.deepEqual(returns.slice(1), Float64Array.of(NaN, NaN));
});

test("changes", () => {
  const yields = Float64Array.of(1, 1.25, 1); // percent
  assert.deepEqual(changes(yields, 100), Float64Array.of(25, -25)); // basis points
});

test("rollingMean", () => {
  assert.deepEqual(rollingMean(Float64Array.of(1, 2, 4), 2), Float64Array.of(NaN, 1.5, 3));
});

test("rollingStd", () => {
  assert.deepEqual(rollingStd(Float64Array.of(1, 2, 3, 7), 3).slice(0, 3), Float64Array.of(NaN, NaN, 1));
});

test("rollingZScore", () => {
  assert.deepEqual(rollingZScore(Float64Array.of(1, 2, 3), 3), Float64Array.of(NaN, NaN, 1));
});

test("rollingCorrelation", () => {
  const x = Float64Array.of(1, 2, 3, 5);
  const y = Float64Array.of(2, 1, 0, NaN);
  assert.deepEqual([...rollingCorrelation(x, y, 3)], [NaN, NaN, -1, NaN]);
});

test("rollingSpearman", () => {
  const x = Float64Array.of(1, 2, 3, 4);
  const y = Float64Array.of(1, 10, 100, 0);
  assert.deepEqual(rollingSpearman(x, y, 3), Float64Array.of(NaN, NaN, 1, -0.5));
});

test("rollingBeta", () => {
  const x = Float64Array.of(1, 2, 3);
  const y = Float64Array.of(5, 7, 9);
  assert.deepEqual(rollingBeta(y, x, 3), Float64Array.of(NaN, NaN, 2));
});

test("ewmaVolatility", () => {
  const volatility = ewmaVolatility(new Float64Array(40).fill(0.01));
  assert.ok(Number.isNaN(volatility[28]));
  assert.ok(Math.abs(volatility[29] - 0.01) < 1e-15);
});

test("ewmaCorrelation", () => {
  const x = Float64Array.from({ length: 40 }, (_, t) => (t % 3) - 1);
  const y = x.map((v) => -2 * v);
  assert.ok(Math.abs(ewmaCorrelation(x, y)[39] + 1) < 1e-15);
});

test("pearson", () => {
  const x = Float64Array.of(1, 2, 3, 4, NaN);
  const y = Float64Array.of(1, 3, 2, 4, 9);
  const { estimate, low, high, n } = pearson(x, y);
  assert.ok(Math.abs(estimate - 0.8) < 1e-15);
  assert.ok(low < 0 && high > 0.9); // four pairs settle little
  assert.equal(n, 4);
});

test("spearman", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5);
  const y = Float64Array.of(1, 10, 100, 1000, 10000);
  assert.equal(spearman(x, y).estimate, 1);
});

test("kendall", () => {
  const x = Float64Array.of(1, 2, 3, 4);
  const y = Float64Array.of(1, 3, 2, 4); // five pairs of days agree, one does not
  assert.ok(Math.abs(kendall(x, y).estimate - 4 / 6) < 1e-15);
});

test("correlationInterval", () => {
  const [low, high] = correlationInterval(0, 103);
  assert.ok(Math.abs(high - Math.tanh(1.959964 / 10)) < 1e-7);
  assert.ok(Math.abs(low + high) < 1e-15);
});

test("partialCorrelation", () => {
  const control = Float64Array.of(1, 2, 3, 4, 5);
  const x = Float64Array.of(1, 2.5, 2.5, 4.5, 5);
  const y = Float64Array.of(1, 1.5, 3.5, 3.5, 5);
  assert.ok(pearson(x, y).estimate > 0.8);
  assert.ok(partialCorrelation(x, y, [control]) < -0.9);
});

test("crossCorrelation", () => {
  const x = Float64Array.of(1, 5, 2, 8, 3, 9, 4, 4);
  const y = Float64Array.of(0, 1, 5, 2, 8, 3, 9, 4); // x, one day later
  const r = crossCorrelation(x, y, 2); // k = -2, -1, 0, 1, 2
  assert.equal(r.length, 5);
  assert.equal(r.indexOf(Math.max(...r)), 3); // k = 1: x leads by a day
});

test("bootstrapCorrelation", () => {
  const x = Float64Array.from({ length: 100 }, (_, t) => (t * t) % 17);
  const y = x.map((v, t) => v + (t % 5));
  const { estimate, low, high } = bootstrapCorrelation(x, y, { resamples: 500, seed: 7 });
  assert.ok(low < estimate && estimate < high);
});

test("rollingCorrelationBand", () => {
  const x = Float64Array.from({ length: 100 }, (_, t) => (t * t) % 17);
  const y = x.map((v, t) => v + (t % 5));
  const { estimate, low, high } = rollingCorrelationBand(x, y, 60, { method: "bootstrap", resamples: 200 });
  assert.equal(estimate.length, 100);
  assert.ok(Number.isNaN(low[58]) && low[59] < estimate[59] && estimate[59] < high[59]);
});

test("optimalBlockLength", () => {
  const slow = Float64Array.from({ length: 200 }, (_, t) => t);
  assert.ok(optimalBlockLength(slow) > 10);
});

test("levelsOdds", () => {
  // A year of weekly figures: chance alone shows |r| of 0.7 or more in one pair of six.
  assert.ok(Math.abs(levelsOdds(52, 0.7, { simulations: 4000 }) - 0.17) < 0.02);
});

test("forbesRigobon", () => {
  assert.equal(forbesRigobon(0.6, 1), 0.6); // no more variance, nothing to correct
  assert.ok(forbesRigobon(0.6, 4) < 0.4);
});

test("ols", () => {
  const y = Float64Array.of(1, 3, 5, 7);
  const { coefficients, n } = ols(y, [Float64Array.of(0, 1, 2, 3)]);
  assert.ok(Math.abs(coefficients[0] - 1) < 1e-12 && Math.abs(coefficients[1] - 2) < 1e-12);
  assert.equal(n, 4);
});

test("grangerTest", () => {
  const cause = Float64Array.from({ length: 60 }, (_, t) => (t * t) % 13);
  const effect = cause.map((_, t) => (t > 0 ? cause[t - 1] : 0) + (t % 2)); // yesterday's cause
  assert.ok(grangerTest(cause, effect, 1).pValue < 1e-6);
});

test("connectedness", () => {
  const x = Float64Array.from({ length: 80 }, (_, t) => (t * t) % 13);
  const y = Float64Array.from({ length: 80 }, (_, t) => (t * t * t) % 17);
  const { table, total } = connectedness([x, y], { lags: 1 });
  assert.ok(Math.abs(table[0] + table[1] - 1) < 1e-12); // a row: all of x's variance
  assert.ok(total >= 0 && total <= 100);
});

test("impulseResponses", () => {
  const yields = Float64Array.from({ length: 80 }, (_, t) => (t * t) % 13);
  const yen = Float64Array.from(yields, (v, t) => 2 * (yields[t - 1] ?? 0) + ((t * t * t) % 5));
  const responses = impulseResponses([yields, yen], { lags: 1, horizon: 3 });
  assert.equal(responses.length, 4); // steps 0 to 3, each a 2 by 2 matrix
  assert.equal(responses[0][1], 0); // at once the first does not respond to the second
  assert.ok(responses[1][2] > 5); // a step later the yen follows the yields
});

test("localProjection", () => {
  const shock = Float64Array.from({ length: 90 }, (_, t) => (t * t) % 17);
  const price = Float64Array.from(shock, (_, t) => (shock[t - 1] ?? 0) + ((t * 7) % 5));
  const { response, low, high } = localProjection(shock, price, { lags: 1, horizon: 2 });
  assert.ok(low[1] < 1 && 1 < high[1]); // the price takes the shock a step later, one to one
  assert.ok(Math.abs(response[0]) < 0.2);
});

test("adfTest", () => {
  const noise = Float64Array.from({ length: 80 }, (_, t) => (t * t) % 31);
  assert.ok(adfTest(noise, 1).pValue < 0.01); // no unit root
});

test("kpssTest", () => {
  const trend = Float64Array.from({ length: 80 }, (_, t) => t);
  assert.equal(kpssTest(trend, 4).pValue, 0.01); // not stationary
});

test("ljungBox", () => {
  const wave = Float64Array.from({ length: 80 }, (_, t) => t % 8);
  assert.ok(ljungBox(wave, 8).pValue < 1e-6); // it repeats itself
});

test("engleGranger", () => {
  const x = Float64Array.from({ length: 80 }, (_, t) => 3 * t + ((t * t) % 11));
  const y = x.map((v, t) => 2 * v + ((t * t * t) % 7));
  assert.ok(engleGranger(y, x, 1).pValue < 0.01); // y keeps to x
});

test("eventStudy", () => {
  const market = Float64Array.of(0.01, -0.02, 0.01, 0, 0.02, 0);
  const returns = Float64Array.of(0.02, -0.04, 0.021, 0.001, 0.04, -0.1);
  const { cumulative, tStatistic } = eventStudy(returns, market, { estimation: [0, 5], event: [5, 6] });
  assert.ok(Math.abs(cumulative + 0.1) < 0.001 && tStatistic < -10);
});

test("placeboRank", () => {
  const returns = Float64Array.of(0.01, 0, -0.09, -0.01, 0.02, 0.01, 0, 0.01);
  const { rank, windows } = placeboRank(returns, 2, 2, Int32Array.of());
  assert.deepEqual([rank, windows], [1, 5]); // the worst of five
});

test("wilsonInterval", () => {
  const [low, high] = wilsonInterval(0, 10);
  assert.ok(Math.abs(low) < 1e-15);
  assert.ok(Math.abs(high - 3.841459 / 13.841459) < 1e-6); // z² / (n + z²)
});

test("sma", () => {
  assert.deepEqual(sma(Float64Array.of(1, 2, 6), 2), Float64Array.of(NaN, 1.5, 4));
});

test("ema", () => {
  assert.deepEqual(ema(Float64Array.of(1, 3, 5), 2), Float64Array.of(NaN, 2, 4));
});

test("rsi", () => {
  assert.deepEqual(rsi(Float64Array.of(1, 2, 3, 2), 2), Float64Array.of(NaN, NaN, 100, 50));
});

test("bollinger", () => {
  const { lower, middle, upper } = bollinger(Float64Array.of(1, 3), 2, 2);
  assert.deepEqual([lower[1], middle[1], upper[1]], [0, 2, 4]);
});

test("macd", () => {
  const prices = Float64Array.from({ length: 60 }, (_, t) => t);
  const { macd: line, histogram } = macd(prices, 12, 26, 9);
  assert.ok(Number.isNaN(line[32]));
  assert.ok(Math.abs(line[33] - 7) < 1e-12 && Math.abs(histogram[33]) < 1e-12);
});

test("alignSeries", () => {
  const yields = { days: Int32Array.of(0, 3), values: Float64Array.of(1, 1.1) };
  const price = { days: Int32Array.of(0, 1, 3), values: Float64Array.of(100, 101, 99) };
  const { days, columns } = alignSeries([yields, price]);
  assert.deepEqual(days, Int32Array.of(0, 3));
  assert.deepEqual(columns[1], Float64Array.of(100, 99));
});

test("version", () => {
  assert.match(version(), /^\d+\.\d+\.\d+/);
});

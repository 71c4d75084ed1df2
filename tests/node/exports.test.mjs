// The built package in Node, no DOM: the same bits as the native library, the shapes of api, and faults as YenLensErrors.
// `node --test tests/node` after `cargo xtask build`; YENLENS_PACKAGE names another folder than pkg/.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { digests, SAMPLES } from "../determinism/digests.mjs";

const root = new URL("../../", import.meta.url);
const folder = process.env.YENLENS_PACKAGE ? pathToFileURL(process.env.YENLENS_PACKAGE + "/") : new URL("pkg/", root);
const yl = await import(new URL("yenlens.js", folder).href);
yl.initSync({ module: readFileSync(fileURLToPath(new URL("yenlens_bg.wasm", folder))) });

const text = (path) => readFileSync(fileURLToPath(new URL(path, root)), "utf8");

test("every export gives the bits of the native library", () => {
  const texts = Object.fromEntries(SAMPLES.map((name) => [name, text(`tests/conformance/${name}.csv`)]));
  assert.deepEqual(digests(yl, texts), JSON.parse(text("tests/determinism/digests.json")));
});

test("results have the shapes of the documentation", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 7), y = Float64Array.of(2, 1, 4, 3, 6, 5);
  assert.deepEqual(Object.keys(yl.pearson(x, y)), ["estimate", "low", "high", "pValue", "n"]);
  assert.equal(yl.pearson(x, y).n, 6);
  const fit = yl.ols(y, [x]);
  assert.ok(fit.coefficients instanceof Float64Array && fit.coefficients.length === 2);
  assert.equal(yl.ols(y, [x], { intercept: false }).coefficients.length, 1);
  assert.deepEqual([...yl.changes(x)], [1, 1, 1, 1, 2]);
  assert.equal(yl.crossCorrelation(x, y, 2).length, 5);
  assert.equal(yl.rollingCorrelation(x, y, 3).length, 6);
  const aligned = yl.alignSeries([
    { days: Int32Array.of(0, 1, 3), values: Float64Array.of(1, NaN, 3) },
    { days: Int32Array.of(0, 1, 2, 3), values: Float64Array.of(4, 5, 6, 7) },
  ]);
  assert.deepEqual([...aligned.days], [0, 3]);
  assert.ok(aligned.days instanceof Int32Array);
  assert.deepEqual(aligned.columns.map((c) => [...c]), [[1, 3], [4, 7]]);
  assert.match(yl.version(), /^\d+\.\d+\.\d+/);
  assert.equal(globalThis.document, undefined);
});

test("a missing pair or a flat window makes only the windows that hold it missing", () => {
  const n = 40, x = Float64Array.from({ length: n }, (_, t) => Math.sin(t)), y = Float64Array.from({ length: n }, (_, t) => Math.cos(3 * t));
  x[20] = NaN;
  y.fill(1, 30, 36);
  const r = yl.rollingCorrelation(x, y, 5);
  r.forEach((v, t) => assert.equal(Number.isNaN(v), t < 4 || (t >= 20 && t < 25) || t === 34 || t === 35, `at ${t}`));
});

test("a bad argument throws a YenLensError with a code and a sentence, and the module goes on working", () => {
  const x = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t)), y = Float64Array.from({ length: 30 }, (_, t) => Math.cos(3 * t));
  const short = x.subarray(1), study = { estimation: [0, 20], event: [20, 25] };
  const faults = [
    ["unequal-length", () => yl.pearson(x, short)],
    ["unequal-length", () => yl.rollingBeta(x, short, 5)],
    ["unequal-length", () => yl.ols(y, [short])],
    ["unequal-length", () => yl.connectedness([x, short], { lags: 1 })],
    ["collinear", () => yl.ols(y, [x, x])],
    ["collinear", () => yl.ols(y, [new Float64Array(30).fill(0.1)])],
    ["collinear", () => yl.partialCorrelation(x, y, [x, x])],
    ["too-few-observations", () => yl.ols(y.subarray(0, 2), [x.subarray(0, 2)])],
    ["too-few-observations", () => yl.optimalBlockLength(x.subarray(0, 5))],
    ["too-large", () => yl.levelsOdds(1e6, 0.5)],
    ["too-large", () => yl.bootstrapCorrelation(x, y, { resamples: 1e9 })],
    ["too-large", () => yl.rollingCorrelationBand(x, y, 20, { method: "bootstrap", resamples: 1e9 })],
    ["invalid-argument", () => yl.rollingCorrelationBand(x, y, 20, { method: "jackknife" })],
    ["invalid-argument", () => yl.rollingCorrelationBand(x, y, 10, { method: "bootstrap" })],
    ["unknown-option", () => yl.rollingCorrelationBand(x, y, 20, { block: 3 })],
    ["unknown-option", () => yl.ols(y, [x], { hacLag: 4 })],
    ["unknown-option", () => yl.bootstrapCorrelation(x, y, { Seed: 1 })],
    ["unknown-option", () => yl.levelsOdds(50, 0.5, { sims: 3 })],
    ["unknown-option", () => yl.eventStudy(x, y, { ...study, window: 3 })],
    ["invalid-argument", () => yl.ols(y, [x], { hacLags: "automatic" })],
    ["invalid-argument", () => yl.ols(y, [x], { hacLags: NaN })],
    ["invalid-argument", () => yl.ols(y, [x], { hacLags: 30 })],
    ["invalid-argument", () => yl.ols(y, [x], { intercept: 1 })],
    ["invalid-argument", () => yl.ols(y, [x], 3)],
    ["invalid-argument", () => yl.ols(y, x)],
    ["invalid-argument", () => yl.ols(y, [], { intercept: false })],
    ["invalid-argument", () => yl.connectedness([x, y], {})],
    ["invalid-argument", () => yl.connectedness([x], { lags: 1 })],
    ["invalid-argument", () => yl.bootstrapCorrelation(x, y, { meanBlock: 0.5 })],
    ["invalid-argument", () => yl.bootstrapCorrelation(x, y, { meanBlock: "Auto" })],
    ["invalid-argument", () => yl.bootstrapCorrelation(x, y, { seed: -1 })],
    ["invalid-argument", () => yl.bootstrapCorrelation(x, y, { confidence: 1 })],
    ["invalid-argument", () => yl.eventStudy(x, y, { estimation: [0, 40], event: [20, 25] })],
    ["invalid-argument", () => yl.eventStudy(x, y, { estimation: [0, 21], event: [20, 25] })],
    ["invalid-argument", () => yl.eventStudy(x, y, { estimation: "0-20", event: [20, 25] })],
    ["invalid-argument", () => yl.eventStudy(x, y)],
    ["invalid-argument", () => yl.placeboRank(x, 29, 5, new Int32Array())],
    ["invalid-argument", () => yl.placeboRank(x, 3, 5, Int32Array.of(-1))],
    ["invalid-argument", () => yl.placeboRank(x, 3, 5, [1])],
    ["invalid-argument", () => yl.crossCorrelation(x, y, 30)],
    ["invalid-argument", () => yl.crossCorrelation(x, y, -1)],
    ["invalid-argument", () => yl.correlationInterval(1.5, 20)],
    ["invalid-argument", () => yl.correlationInterval(NaN, 20)],
    ["invalid-argument", () => yl.correlationInterval(0.5, 20, 2)],
    ["invalid-argument", () => yl.forbesRigobon(0.5, -1)],
    ["invalid-argument", () => yl.wilsonInterval(5, 4)],
    ["invalid-argument", () => yl.wilsonInterval(0, 0)],
    ["invalid-argument", () => yl.wilsonInterval(5e9, 1e10)],
    ["invalid-argument", () => yl.rollingMean(x, 2 ** 32 + 5)],
    ["invalid-argument", () => yl.ewmaCorrelation(x, y, 1)],
    ["invalid-argument", () => yl.bollinger(x, 5, -1)],
    ["invalid-argument", () => yl.macd(x, 12, 5, 3)],
    ["invalid-argument", () => yl.rsi(x, 1)],
    ["invalid-argument", () => yl.sma(x, 31)],
    ["invalid-argument", () => yl.alignSeries([{ days: Int32Array.of(2, 1), values: Float64Array.of(1, 2) }])],
    ["invalid-argument", () => yl.alignSeries([{ days: [1], values: Float64Array.of(1) }])],
    ["invalid-argument", () => yl.alignSeries([null])],
    ["invalid-argument", () => yl.alignSeries(null)],
    ["unequal-length", () => yl.alignSeries([{ days: Int32Array.of(1), values: new Float64Array() }])],
    ...[0, 1, 31, -3, 2.5, NaN, Infinity, 2 ** 53, "5", 5n, null, undefined, {}].map((w) => ["invalid-argument", () => yl.rollingMean(x, w)]),
    ...[null, undefined, 3, "x", [1, 2, 3], new Float32Array(30), {}, Symbol("x"), () => 1].map((c) => ["invalid-argument", () => yl.rollingStd(c, 5)]),
  ];
  for (const [code, call] of faults) {
    assert.throws(call, (e) => {
      assert.ok(e instanceof Error, `${call}: ${e}`);
      assert.equal(e.name, "YenLensError", `${call}: ${e}`);
      assert.equal(e.code, code, `${call}: ${e.message}`);
      assert.match(e.message, /^[\w-]+: expected .+[^.]$/, `${call}`);
      return true;
    });
  }
  assert.equal(yl.pearson(x, y).n, 30);
});

test("a count beyond 32 bits is refused as it was given", () => {
  assert.throws(() => yl.wilsonInterval(5e9, 1e10), /^YenLensError: successes: .* got 5000000000$/);
  assert.throws(() => yl.wilsonInterval(5, 1e10), /^YenLensError: trials: .* got 10000000000$/);
  assert.throws(() => yl.wilsonInterval(5, 1e16), /^YenLensError: trials: .* got 10000000000000000$/);
  assert.throws(() => yl.rollingMean(new Float64Array(3), 2.5), /^YenLensError: window: .* got 2.5$/);
  assert.deepEqual([...yl.wilsonInterval(0, 2 ** 32 - 1)].map((p) => p < 1e-8), [true, true]);
});

test("a call shows nothing of the one before it, of whatever length", () => {
  const column = (n) => Float64Array.from({ length: n }, (_, t) => Math.sin(t * t));
  const calls = [
    (x) => yl.rollingMean(x, 7), (x) => yl.rollingCorrelation(x, x.toReversed(), 6), (x) => yl.rollingBeta(x, x.toReversed(), 7),
    (x) => yl.ewmaCorrelation(x, x.toReversed()),
  ];
  for (const call of calls) {
    const alone = call(column(40)), kept = [...alone];
    call(column(9_000));
    call(column(3_000).fill(1e9));
    assert.deepEqual([...call(column(40))], kept);
    assert.deepEqual([...alone], kept, "a result is the caller's own");
  }
});

test("nothing is kept: a hundred thousand calls leave the memory where it was", () => {
  const x = Float64Array.from({ length: 300 }, (_, t) => Math.sin(t));
  const call = (times) => {
    for (let i = 0; i < times; i++) {
      yl.rollingCorrelation(x, x, 20);
      if (i % 100 === 0) assert.throws(() => yl.rollingMean(x, NaN));
    }
  };
  const { memory } = yl.initSync({});
  call(1_000);
  const before = memory.buffer.byteLength;
  call(100_000);
  assert.equal(memory.buffer.byteLength, before);
});

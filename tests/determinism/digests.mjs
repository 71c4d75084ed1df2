// What every export computes on the samples of tests/conformance, as digests of the bits, by the names of digests.json. It runs
// wherever the package runs, in Node or in a page, and reads no file itself; ../determinism.rs computes the same natively.

/** The samples, each a file of tests/conformance. */
export const SAMPLES = ["made", "real"];

/**
 * The digests of all results.
 *
 * @param {typeof import("../../pkg/yenlens.js")} yl the package, started
 * @param {Record<string, string>} texts the text of each sample's file by the sample's name
 * @returns {Record<string, string>} sample and export, such as "made pearson", to the digest of the result
 */
export function digests(yl, texts) {
  const out = {};
  for (const name of SAMPLES) {
    const { fx: x, btc: y, jgb: z } = columns(texts[name]);
    const prices = level(y);
    const study = yl.eventStudy(y, x, { estimation: [0, 120], event: [150, 161] });
    const results = {
      logReturns: yl.logReturns(prices),
      changes: yl.changes(prices, 100),
      rollingMean: yl.rollingMean(x, 60),
      rollingStd: yl.rollingStd(x, 60),
      rollingZScore: yl.rollingZScore(x, 60),
      rollingCorrelation: yl.rollingCorrelation(x, y, 60),
      rollingSpearman: yl.rollingSpearman(x, y, 60),
      rollingBeta: yl.rollingBeta(y, x, 60),
      ewmaVolatility: yl.ewmaVolatility(y),
      ewmaCorrelation: yl.ewmaCorrelation(x, y, 0.94),
      pearson: yl.pearson(x, y),
      spearman: yl.spearman(x, y),
      kendall: yl.kendall(x, y),
      correlationInterval: yl.correlationInterval(0.3, 60, 0.9),
      partialCorrelation: yl.partialCorrelation(x, y, [z]),
      crossCorrelation: yl.crossCorrelation(x, y, 20),
      optimalBlockLength: yl.optimalBlockLength(prices),
      bootstrapCorrelation: yl.bootstrapCorrelation(x, y, { seed: 42 }),
      rollingCorrelationBand: yl.rollingCorrelationBand(x, y, 60, { method: "bootstrap", resamples: 200, seed: 42 }),
      levelsOdds: yl.levelsOdds(52, 0.6, { simulations: 2000, seed: 9 }),
      forbesRigobon: yl.forbesRigobon(0.4, 3),
      ols: pick(
        yl.ols(y, [x, z], { hacLags: "auto", smallSample: true }),
        ...["coefficients", "standardErrors", "tStatistics", "pValues", "rSquared", "adjustedRSquared", "residualVariance", "n"],
      ),
      grangerTest: yl.grangerTest(x, y, 3),
      connectedness: pick(yl.connectedness([x, y, z], { lags: 2 }), "table", "from", "to", "net", "total"),
      impulseResponses: yl.impulseResponses([x, y, z], { lags: 2, horizon: 5 }).flatMap((step) => [...step]),
      localProjection: pick(yl.localProjection(x, y, { lags: 2, horizon: 5 }), "response", "standardErrors", "low", "high"),
      adfTest: yl.adfTest(prices, 2),
      kpssTest: yl.kpssTest(prices, 6),
      ljungBox: yl.ljungBox(y, 10),
      engleGranger: yl.engleGranger(prices, level(x), 1),
      eventStudy: pick(study, "alpha", "beta", "sigma", "abnormal", "cumulative", "tStatistic"),
      placeboRank: yl.placeboRank(y, 150, 5, Int32Array.of(30, 100)),
      wilsonInterval: yl.wilsonInterval(7, 20),
      sma: yl.sma(prices, 20),
      ema: yl.ema(prices, 20),
      rsi: yl.rsi(prices, 14),
      bollinger: pick(yl.bollinger(prices, 20, 2), "middle", "upper", "lower"),
      macd: pick(yl.macd(prices, 12, 26, 9), "macd", "signal", "histogram"),
    };
    for (const [key, result] of Object.entries(results)) out[`${name} ${key}`] = digest(flat(result));
  }
  return out;
}

/** The columns of a sample by their names; a field without a number is missing. */
function columns(csv) {
  const [head, ...rows] = csv.trim().split("\n").map((line) => line.split(","));
  return Object.fromEntries(head.map((column, at) => [column, Float64Array.from(rows, (row) => (row[at] === "" ? NaN : Number(row[at])))]));
}

/** FNV-1a over the bytes of the numbers, least first; every NaN counts as one. */
function digest(values) {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0xcbf29ce484222325n;
  for (const v of values) {
    view.setFloat64(0, v, true);
    if (Number.isNaN(v)) view.setBigUint64(0, 0x7ff8000000000000n, true);
    for (let i = 0; i < 8; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(view.getUint8(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

/** Numbers and columns of a result in the order of its fields. */
const flat = (result) => (typeof result === "number" ? [result] : ArrayBuffer.isView(result) ? [...result] : Object.values(result).flatMap(flat));
const pick = (result, ...keys) => keys.flatMap((key) => flat(result[key]));
const level = (x) => {
  let p = 100;
  return x.map((v) => (p *= 1 + v));
};

// Times the built package beside plain JavaScript in one run, in Node (`node.mjs`) or in a page (`browser.mjs`).

/** Two correlated columns of noise, the same on every run. */
export function columns(n) {
  let state = 88172645463325252n;
  const uniform = () => {
    state ^= BigInt.asUintN(64, state << 13n);
    state ^= state >> 7n;
    state ^= BigInt.asUintN(64, state << 17n);
    return Number(state >> 11n) / 2 ** 53;
  };
  const x = new Float64Array(n), y = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    x[t] = 0.01 * (uniform() + uniform() + uniform() - 1.5);
    y[t] = 0.3 * x[t] + 0.03 * (uniform() + uniform() + uniform() - 1.5);
  }
  return { x, y };
}

/** The operations, each as a pair of calls that do the same work. */
export function operations(ours, plain) {
  const all = (f) => (x, y) => {
    let last;
    for (let window = 20; window <= 250; window++) last = f(x, y, window);
    return last;
  };
  const small = 2_600, large = 1_000_000;
  const pair = (name, n, a, b) => ({ name, n, ours: a, plain: b });
  const both = (name, a, b) => [pair(name, small, a, b), pair(name, large, a, b)];
  const block = { resamples: 1000, meanBlock: 13, seed: 1 };
  return [
    ...both("rolling correlation 60", (x, y) => ours.rollingCorrelation(x, y, 60), (x, y) => plain.rollingCorrelation(x, y, 60)),
    ...both("rolling beta 60", (x, y) => ours.rollingBeta(y, x, 60), (x, y) => plain.rollingBeta(y, x, 60)),
    ...both("rolling z-score 60", (x) => ours.rollingZScore(x, 60), (x) => plain.rollingZScore(x, 60)),
    ...both("EWMA correlation", (x, y) => ours.ewmaCorrelation(x, y), (x, y) => plain.ewmaCorrelation(x, y)),
    pair("rolling correlation, windows 20 to 250", small, all(ours.rollingCorrelation), all(plain.rollingCorrelation)),
    pair("lead-lag ±60", small, (x, y) => ours.crossCorrelation(x, y, 60), (x, y) => plain.crossCorrelation(x, y, 60)),
    ...both("Spearman", (x, y) => ours.spearman(x, y), (x, y) => plain.spearman(x, y)),
    pair("1,000 bootstrap resamples, block 13", small, (x, y) => ours.bootstrapCorrelation(x, y, block), (x, y) => plain.bootstrapCorrelation(x, y, block)),
  ];
}

/** A median of fewer says nothing; only operations of seconds come near. */
const LEAST_TURNS = 5;

/**
 * Times both sides of an operation in turns of one burst each, so that both meet the same machine.
 *
 * The median is what a page meets; the least is what the machine can do when nothing else wants it.
 *
 * @param {{budget: number, burst: number}} pace milliseconds for all turns of the operation, and for one burst at least: many
 *   times the step of the clock, which in a page is 0.1 ms (Chromium) or 1 ms (Firefox, WebKit)
 * @returns {{turns: number, median: Times, least: Times}} milliseconds for one call
 * @typedef {{ours: number, plain: number, ratio: number}} Times
 */
export function race(one, { x, y }, { budget, burst }) {
  const time = (f, times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) f(x, y);
    return (performance.now() - start) / times;
  };
  const sides = [one.ours, one.plain].map((f) => {
    // Doubled until it is long enough, for one call alone may be shorter than the clock's step.
    let repeats = 1;
    while (time(f, repeats) * repeats < burst) repeats *= 2;
    return { f, repeats, times: [] };
  });
  const end = performance.now() + budget;
  do for (const { f, repeats, times } of sides) times.push(time(f, repeats));
  while (performance.now() < end || sides[1].times.length < LEAST_TURNS);
  const [ours, plain] = sides.map(({ times }) => times.sort((a, b) => a - b));
  const pair = (a, b) => ({ ours: a, plain: b, ratio: a / b });
  const middle = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return { turns: ours.length, median: pair(middle(ours), middle(plain)), least: pair(ours[0], plain[0]) };
}

/** Runs the operations one after the other, each when its line of the table is asked for; the first line is the head. */
export function* table(ours, plain, pace) {
  const line = (ours, plain, ratio, ofLeast, turns, name) =>
    [ours.padStart(10), plain.padStart(10), ratio.padStart(6), ofLeast.padStart(9), turns.padStart(6), ` ${name}`].join(" ");
  yield line("ours ms", "plain ms", "ratio", "of least", "turns", "medians of one call");
  const held = new Map();
  for (const one of operations(ours, plain)) {
    if (!held.has(one.n)) held.set(one.n, columns(one.n));
    const { turns, median, least } = race(one, held.get(one.n), pace);
    const texts = [median.ours.toFixed(3), median.plain.toFixed(3), median.ratio.toFixed(2), least.ratio.toFixed(2), String(turns)];
    yield line(...texts, `${one.name}, n = ${one.n.toLocaleString("en")}`);
  }
}

// Times the built package beside plain JavaScript in one run, in Node or in a page: `compare(package, baseline)`.

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

/** The least time of a call over many short bursts, in milliseconds: what the machine can do when nothing else wants it. The two
 * sides take turns, so that both meet the same machine. */
export function race(one, { x, y }, budget = 1_500, burst = 2) {
  const sides = [one.ours, one.plain], best = [Infinity, Infinity];
  const time = (f, times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) f(x, y);
    return (performance.now() - start) / times;
  };
  const repeats = sides.map((f) => {
    time(f, 3);
    return Math.max(1, Math.ceil(burst / Math.max(time(f, 3), 1e-3)));
  });
  const end = performance.now() + budget;
  do sides.forEach((f, i) => (best[i] = Math.min(best[i], time(f, repeats[i]))));
  while (performance.now() < end);
  return { ours: best[0], plain: best[1], ratio: best[0] / best[1] };
}

export function compare(ours, plain, report) {
  const held = new Map();
  for (const one of operations(ours, plain)) {
    if (!held.has(one.n)) held.set(one.n, columns(one.n));
    report({ name: one.name, n: one.n, ...race(one, held.get(one.n)) });
  }
}

// What a good web engineer would write by hand: typed arrays, O(n) sliding sums, prefix sums for the bootstrap, no library.
// The yardstick of the benchmark; it takes no care of missing values, of offsets or of arguments.

export function rollingCorrelation(x, y, window) {
  const n = x.length, out = new Float64Array(n).fill(NaN);
  let sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (let t = 0; t < n; t++) {
    const a = x[t], b = y[t];
    sx += a; sy += b; sxx += a * a; syy += b * b; sxy += a * b;
    if (t >= window) {
      const c = x[t - window], d = y[t - window];
      sx -= c; sy -= d; sxx -= c * c; syy -= d * d; sxy -= c * d;
    }
    if (t >= window - 1) {
      const u = sxx - (sx * sx) / window, v = syy - (sy * sy) / window;
      out[t] = u > 0 && v > 0 ? (sxy - (sx * sy) / window) / Math.sqrt(u * v) : NaN;
    }
  }
  return out;
}

export function rollingBeta(y, x, window) {
  const n = x.length, out = new Float64Array(n).fill(NaN);
  let sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (let t = 0; t < n; t++) {
    const a = x[t], b = y[t];
    sx += a; sy += b; sxx += a * a; sxy += a * b;
    if (t >= window) {
      const c = x[t - window], d = y[t - window];
      sx -= c; sy -= d; sxx -= c * c; sxy -= c * d;
    }
    if (t >= window - 1) {
      const u = sxx - (sx * sx) / window;
      out[t] = u > 0 ? (sxy - (sx * sy) / window) / u : NaN;
    }
  }
  return out;
}

export function rollingZScore(x, window) {
  const n = x.length, out = new Float64Array(n).fill(NaN);
  let s = 0, q = 0;
  for (let t = 0; t < n; t++) {
    const a = x[t];
    s += a; q += a * a;
    if (t >= window) {
      const c = x[t - window];
      s -= c; q -= c * c;
    }
    if (t >= window - 1) {
      const v = (q - (s * s) / window) / (window - 1);
      out[t] = v > 0 ? (a - s / window) / Math.sqrt(v) : NaN;
    }
  }
  return out;
}

export function ewmaCorrelation(x, y, lambda = 0.94) {
  const n = x.length, out = new Float64Array(n).fill(NaN), k = 30, fresh = 1 - lambda;
  let xx = 0, yy = 0, xy = 0;
  for (let t = 0; t < k; t++) {
    xx += x[t] * x[t] / k; yy += y[t] * y[t] / k; xy += x[t] * y[t] / k;
  }
  out[k - 1] = xy / Math.sqrt(xx * yy);
  for (let t = k; t < n; t++) {
    const a = x[t], b = y[t];
    xx = lambda * xx + fresh * a * a;
    yy = lambda * yy + fresh * b * b;
    xy = lambda * xy + fresh * a * b;
    out[t] = xy / Math.sqrt(xx * yy);
  }
  return out;
}

export function crossCorrelation(x, y, maxLag) {
  const n = x.length, out = new Float64Array(2 * maxLag + 1);
  let mx = 0, my = 0;
  for (let t = 0; t < n; t++) { mx += x[t]; my += y[t]; }
  mx /= n; my /= n;
  const a = new Float64Array(n), b = new Float64Array(n);
  let sxx = 0, syy = 0;
  for (let t = 0; t < n; t++) {
    a[t] = x[t] - mx; b[t] = y[t] - my;
    sxx += a[t] * a[t]; syy += b[t] * b[t];
  }
  const scale = 1 / Math.sqrt(sxx * syy);
  for (let k = -maxLag; k <= maxLag; k++) {
    let s = 0;
    for (let t = Math.max(0, k), end = Math.min(n, n + k); t < end; t++) s += a[t - k] * b[t];
    out[k + maxLag] = s * scale;
  }
  return out;
}

function ranks(x) {
  const n = x.length, order = new Uint32Array(n), out = new Float64Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  order.sort((a, b) => x[a] - x[b]);
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && x[order[to]] === x[order[from]]) to++;
    for (let i = from; i < to; i++) out[order[i]] = (from + to + 1) / 2;
    from = to;
  }
  return out;
}

export function spearman(x, y) {
  const a = ranks(x), b = ranks(y), n = a.length, m = (n + 1) / 2;
  let xx = 0, yy = 0, xy = 0;
  for (let t = 0; t < n; t++) {
    const u = a[t] - m, v = b[t] - m;
    xx += u * u; yy += v * v; xy += u * v;
  }
  return xy / Math.sqrt(xx * yy);
}

/** A percentile interval by the stationary bootstrap, with prefix sums and a small quick generator. */
export function bootstrapCorrelation(x, y, { resamples = 1000, meanBlock, seed = 1, confidence = 0.95 }) {
  const n = x.length, px = new Float64Array(n + 1), py = new Float64Array(n + 1);
  const pxx = new Float64Array(n + 1), pyy = new Float64Array(n + 1), pxy = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) {
    px[t + 1] = px[t] + x[t]; py[t + 1] = py[t] + y[t];
    pxx[t + 1] = pxx[t] + x[t] * x[t]; pyy[t + 1] = pyy[t] + y[t] * y[t]; pxy[t + 1] = pxy[t] + x[t] * y[t];
  }
  let state = seed >>> 0;
  const random = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
  const inverse = 1 / Math.log(1 - 1 / meanBlock), drawn = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    let sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (let left = n; left > 0; ) {
      const from = (random() * n) | 0;
      const length = Math.min(left, 1 + ((Math.log(1 - random()) * inverse) | 0)), to = from + length;
      const end = to <= n ? to : n;
      sx += px[end] - px[from]; sy += py[end] - py[from];
      sxx += pxx[end] - pxx[from]; syy += pyy[end] - pyy[from]; sxy += pxy[end] - pxy[from];
      if (to > n) {
        sx += px[to - n]; sy += py[to - n]; sxx += pxx[to - n]; syy += pyy[to - n]; sxy += pxy[to - n];
      }
      left -= length;
    }
    drawn[r] = (sxy - (sx * sy) / n) / Math.sqrt((sxx - (sx * sx) / n) * (syy - (sy * sy) / n));
  }
  drawn.sort();
  const at = (share) => drawn[Math.round(share * (resamples - 1))];
  return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}

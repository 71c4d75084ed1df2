// Made-up daily series for an author's own data, and the files they would be written in.

/** Working days from 2024-01-01 with a coin and a yield that move at random, the same in every run. */
export function made(days = 260) {
  let seed = 12345;
  // Numerical Recipes' linear congruential generator.
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32 - 0.5;
  const rows = [];
  let [coin, rate] = [100, 3];
  for (let at = Date.UTC(2024, 0, 1); rows.length < days; at += 86_400_000) {
    if ([0, 6].includes(new Date(at).getUTCDay())) continue;
    const common = random();
    coin *= Math.exp(0.04 * (random() + common));
    rate += 0.05 * (random() - common);
    rows.push({ date: new Date(at).toISOString().slice(0, 10), coin: Number(coin.toFixed(4)), rate: Number(rate.toFixed(3)) });
  }
  return rows;
}

/** As CSV; with a semicolon between cells, numbers have a decimal comma. */
export function csv(rows, { mark = ',', head = 'date,My coin,my rate (pct)', end = '\n' } = {}) {
  const number = (value) => (mark === ';' ? String(value).replace('.', ',') : String(value));
  const lines = rows.map(({ date, coin, rate }) => [date, number(coin), number(rate)].join(mark));
  return [head.replaceAll(',', mark), ...lines, ''].join(end);
}

/** As JSON, schema 1. */
export function json(rows, { events = [] } = {}) {
  return JSON.stringify({
    schema: 1,
    dates: rows.map(({ date }) => date),
    series: {
      'my-coin': { label: 'My coin', unit: 'usd', kind: 'price', source: 'Somebody, prices', values: rows.map(({ coin }) => coin) },
      'my-rate': { label: 'My rate', unit: 'pct', kind: 'yield', values: rows.map(({ rate }) => rate) },
    },
    events,
  });
}

/** Pearson's correlation of the coin's log returns and the rate's changes, by its definition. */
export function correlation(rows) {
  const pairs = rows.slice(1).map((row, at) => [Math.log(row.coin / rows[at].coin), row.rate - rows[at].rate]);
  const mean = (of) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (term) => pairs.reduce((total, [a, b]) => total + term(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

// The numbers a reader sees are the numbers of the data: each sentence is computed again here, from the CSV files of data/ and by the
// textbook, and compared with what the figure says in a real browser.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { options } from '../harness/options.mjs';
import { test } from '../harness/runner.mjs';

/** 97.5 % point of the normal distribution, from any table. */
const Z = 1.959963984540054;

const rows = (file) => {
  const [head, ...lines] = readFileSync(`${options.root}/data/${file}.csv`, 'utf8').trim().split('\n').map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])));
};

/** A column as a map from date to number; empty cells are absent. */
const column = (file, name) => new Map(rows(file).filter((row) => row[name]).map((row) => [row.date, Number(row[name])]));
const crypto = (id) => new Map(rows('crypto').filter((row) => row.id === id).map((row) => [row.date, Number(row.value)]));

/** What each name is made of: its published columns, and how one level becomes a change to the next. */
const logRatio = (from, to) => Math.log(to / from);
const difference = (from, to) => to - from;
const measures = () => ({
  btc: { of: [crypto('btc')], level: (btc) => btc, change: logRatio },
  eth: { of: [crypto('eth')], level: (eth) => eth, change: logRatio },
  yen: { of: [column('usdjpy', 'usdjpy')], level: (usdjpy) => 1 / usdjpy, change: logRatio },
  jgb10y: { of: [column('jgb', 'jgb10y')], level: (jgb) => jgb, change: difference },
  spread10y: { of: [column('ust', 'ust10y'), column('jgb', 'jgb10y')], level: (ust, jgb) => ust - jgb, change: difference },
});

/** Changes of two measures over the days that all their columns share; a change across a break of a source is left out as NaN. */
function sample(asset, driver) {
  const { [asset]: one, [driver]: two } = measures();
  const maps = [...one.of, ...two.of];
  const days = [...maps[0].keys()].filter((day) => maps.every((map) => map.has(day))).sort();
  const breaks = rows('breaks').filter(({ id }) => id === asset || id === driver).map(({ date }) => date);
  const changes = (measure) => days.map((day, index) => {
    const before = days[index - 1];
    if (before === undefined || breaks.some((date) => before < date && date <= day)) return NaN;
    const level = (at) => measure.level(...measure.of.map((map) => map.get(at)));
    return measure.change(level(before), level(day));
  });
  return { days, x: changes(two), y: changes(one) };
}

function pearson(x, y) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    xx += (x[i] - mx) ** 2;
    yy += (y[i] - my) ** 2;
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xy / Math.sqrt(xx * yy);
}

/** `[estimate, low, high]` with the band of Fisher's z at 95 %. */
function banded(x, y) {
  const r = pearson(x, y);
  const half = Z / Math.sqrt(x.length - 3);
  return [r, Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}

/** The last window of complete pairs of changes, and all of them together: a change across a break of a source is no pair. */
function expected(asset, driver, window) {
  const { days, x, y } = sample(asset, driver);
  const complete = x.map((_, index) => index).filter((index) => !Number.isNaN(x[index]) && !Number.isNaN(y[index]));
  const of = (indices) => banded(indices.map((index) => x[index]), indices.map((index) => y[index]));
  return { date: days[complete.at(-1)], last: of(complete.slice(-window)), whole: of(complete), n: complete.length };
}

const CASES = [['btc', 'yen', 60], ['btc', 'yen', 250], ['eth', 'jgb10y', 20], ['btc', 'jgb10y', 120], ['eth', 'spread10y', 90]];

for (const [asset, driver, window] of CASES) {
  test(`the sentence on ${asset} and ${driver} over ${window} days says what data/ says`, async ({ page }) => {
    await page.article(`${element({ asset, driver, window })}${SCRIPT}`);
    await page.ready();
    const finding = (await page.text('finding')).replaceAll('\u2212', '-');
    const { date, last, whole, n } = expected(asset, driver, window);
    const spoken = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    assert.ok(finding.includes(spoken.replace('Sept', 'Sep')), `${finding} should name ${spoken}`);
    const decimals = [...finding.matchAll(/[+-]?\d\.\d+/g)].map(([text]) => Number(text));
    for (const [index, value] of [...last, ...whole].entries()) {
      assert.ok(Math.abs(decimals[index] - value) <= 0.005 + 1e-9, `number ${index + 1} of "${finding}" should be ${value}`);
    }
    const counts = [...finding.matchAll(/n = ([\d,]+)/g)].map(([, text]) => Number(text.replaceAll(',', '')));
    assert.deepEqual(counts, [window, n]);
    await assertQuiet(page);
  });
}

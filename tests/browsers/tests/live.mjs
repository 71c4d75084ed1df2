// Live services, each answering as it documents, and in every bad way: what fits is joined and named, what does not is said and left
// out, and the figures held stay as they are. The services' own hosts are never asked: a wrap of the page's fetch sends every request to
// a server of the test.

import assert from 'node:assert/strict';
import { assertQuiet, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';
import { STRICT_CSP } from '../harness/server.mjs';
import { common, services } from '../harness/services.mjs';

const live = await services();
const site = { csp: STRICT_CSP.replace("connect-src 'self'", `connect-src 'self' ${live.origin}`) };
const HEAD = `<script src="../pages/reroute.js" data-to="${live.origin}"></script>`;
const REQUEST_LINES = /Failed to load resource|ERR_|net::|Fetch API cannot load|CORS/;
/** The last day of a coin and the yen in the snapshot. */
const HELD = common.held;

const VENUES = {
  coinbase: ['api.exchange.coinbase.com', 'Coinbase Exchange'],
  kraken: ['api.kraken.com', 'Kraken'],
  binance: ['data-api.binance.vision', 'Binance'],
};
const ECB = ['api.frankfurter.dev', 'European Central Bank by Frankfurter'];

async function open(page, names, attributes = '') {
  live.mend();
  return page.article(`<yen-lens view="correlation" live="${names}" ${attributes}></yen-lens>${SCRIPT}`, { head: HEAD });
}

const lastDay = (page) => page.run(async () => (await window.__look.widget(0).exportCsv()).trim().split('\n').at(-1).slice(0, 10));
const footer = (page) => page.run(() => window.__look.widget(0).shadowRoot.querySelector('[part=footer]').textContent);
const untilDay = (page, day) =>
  page.until(`the day ${day}`, async (wanted) => (await window.__look.widget(0).exportCsv()).trim().split('\n').at(-1).startsWith(wanted), [day]);

for (const [name, [host, venue]] of Object.entries(VENUES)) {
  test(`${name} and the ECB bring the days since, and are named`, { site }, async ({ page }) => {
    await open(page, `ecb ${name}`);
    await page.ready();
    // Both have to be there for a pair; the rates end on the last working day, the coin on the last day that is over.
    await untilDay(page, common.live);
    const text = await footer(page);
    assert.ok(text.includes(venue), text);
    assert.ok(text.includes(ECB[1]), text);
    assert.match(text, new RegExp(`before this day, ${venue}`), 'the change of venue is a break');
    assert.match(text, new RegExp(`is not over at ${venue}`), 'today is named and left out');
    assert.equal(await page.text('error'), '');
    assert.equal(live.asked(host).length, 1);
    assert.equal(live.asked(ECB[0]).length, 1);
    assert.ok(live.asked(host).every(({ method }) => method === 'GET'), 'no preflight');
    await assertQuiet(page);
  });
}

test('the day that is not over is a grey ring that the legend explains, and no row of the table', { site }, async ({ page }) => {
  live.mend();
  await page.article(`<yen-lens view="timeline" range="6m" live="coinbase"></yen-lens>${SCRIPT}`, { head: HEAD });
  await page.ready();
  await page.until('the ring', () => window.__look.text(window.__look.widget(0), 'legend').includes('Grey ring'));
  const day = /Grey ring: Bitcoin on (\d+ \w+ \d{4}), a day that is not over/.exec((await page.text('legend')).replaceAll('\u00a0', ' '));
  assert.equal(new Date(`${day[1]} UTC`).toISOString().slice(0, 10), new Date().toISOString().slice(0, 10));
  assert.ok((await lastDay(page)) < new Date().toISOString().slice(0, 10));
  await assertQuiet(page);
});

test('nothing is asked of anyone without the attribute', { site }, async ({ page }) => {
  live.mend();
  await page.article(`<yen-lens view="correlation"></yen-lens>${SCRIPT}`, { head: HEAD });
  await page.ready();
  await page.frames();
  for (const [host] of [...Object.values(VENUES), ECB]) assert.equal(live.asked(host).length, 0);
  assert.equal(await lastDay(page), HELD);
});

const times = (answer, change) => (Array.isArray(answer) ? change(answer) : { ...answer, result: { ...answer.result, XXBTZUSD: change(answer.result.XXBTZUSD) } });
const setClose = (at, value) => (answer) =>
  times(answer, (rows) => {
    // The close, and the bounds it has to lie in, where each service has them.
    const row = rows.at(at);
    const shape = Array.isArray(answer) ? (typeof row[1] === 'number' ? [4, 1, 2, 3] : [4, 3, 2, 1]) : [4, 3, 2, 1];
    const written = typeof row[shape[0]] === 'string' ? String(value) : value;
    for (const field of shape) row[field] = written;
    return rows;
  });

/** What is wrong with an answer, how it is made so, the code, the words, and how often it is asked. */
const FAULTS = [
  ['refuses for now', { status: 429, headers: { 'Retry-After': '0', 'Access-Control-Expose-Headers': 'Retry-After' } }, 'live-unreachable', /did not answer \(429\)/, 3],
  ['refuses for now, and says so to no other origin', { status: 429, noCors: true }, 'live-unreachable', /did not answer/, 3],
  ['refuses for an hour', { status: 429, headers: { 'Retry-After': '3600', 'Access-Control-Expose-Headers': 'Retry-After' } }, 'live-unreachable', /did not answer \(429\)/, 1],
  ['is in trouble', { status: 503 }, 'live-unreachable', /did not answer \(503\)/, 3],
  ['knows no such product', { status: 404, text: '{"message":"NotFound"}' }, 'live-unreachable', /did not answer \(404\)/, 1],
  ['breaks off', { cut: true }, 'live-truncated', /did not answer/, 3],
  ['answers with a page', { text: '<!doctype html><title>Maintenance</title>' }, 'live-refused', /no page of HTML/, 1],
  ['answers with nothing', { text: ' ' }, 'live-refused', /no JSON/, 1],
  ['has changed its fields', { change: (answer) => times(answer, (rows) => rows.map((row) => ({ close: row[4] }))) }, 'live-refused', /not as documented/, 1],
  ['has put its fields in another order', { change: (answer) => times(answer, (rows) => rows.map(([a, b, c, d, e, ...rest]) => [a, e, d, c, 1e9, b, ...rest])) }, 'live-refused', /not as documented/, 1],
  ['says zero', { change: setClose(5, 0) }, 'live-refused', /a close of 0 on/, 1],
  ['says less than zero', { change: setClose(5, -5) }, 'live-refused', /a close of -5 on/, 1],
  ['says two things of a day', { change: (answer) => times(answer, (rows) => [...rows, structuredClone(rows[3])]), second: true }, 'live-refused', /two closes for/, 1],
  ['is of another currency', { change: (answer) => times(answer, (rows) => rows.map((row) => row.map((cell, at) => (at > 0 && at < 5 ? (typeof cell === 'string' ? String(cell * 0.85) : cell * 0.85) : cell)))) }, 'live-refused', /differs on/, 1],
];

for (const [what, fault, code, words, asked] of FAULTS) {
  for (const [name, [host, venue]] of Object.entries(VENUES)) {
    // What differs from service to service is read by the same code in every engine.
    const engines = name === 'coinbase' ? undefined : ['chromium'];
    test(`${name} ${what}: said, and the figures held stay`, { site, ...(engines && { engines }) }, async ({ page }) => {
      live.mend();
      const made = { ...fault };
      if (fault.second) made.change = (answer) => setClose(-1, 1.25e4)(fault.change(answer));
      live.fault(host, made);
      await page.article(`<yen-lens view="correlation" live="${name}"></yen-lens>${SCRIPT}`, { head: HEAD });
      await page.ready();
      const event = await page.until('an error event', () => window.__probe.events.find((one) => one.name === 'error'), [], 20_000);
      await page.frames();
      assert.equal(event.code, code, event.message);
      const error = await page.text('error');
      assert.match(error, words);
      assert.ok(error.includes(venue), error);
      assert.match(error, /figures end on \d+ \w+ 20\d\d/);
      assert.equal(await lastDay(page), HELD);
      assert.equal(live.asked(host).length, asked);
      assert.ok((await page.look()).base.ink > 2_000, 'the figure is there');
      await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
    });
  }
}

for (const [what, fault] of [
  ['in another order', { change: (answer) => times(answer, (rows) => [...rows].reverse()) }],
  ['with days twice', { change: (answer) => times(answer, (rows) => [...rows, ...structuredClone(rows)]) }],
  ['slowly', { delayMs: 1_500 }],
  ['at the third try', { status: 503, times: 2 }],
]) {
  test(`Coinbase answers ${what}: the days since are there all the same`, { site }, async ({ page }) => {
    live.mend();
    live.fault(VENUES.coinbase[0], fault);
    await page.article(`<yen-lens view="correlation" live="ecb coinbase"></yen-lens>${SCRIPT}`, { head: HEAD });
    await page.ready();
    await untilDay(page, common.live);
    assert.equal(await page.text('error'), '');
    await assertQuiet(page, { browserMay: REQUEST_LINES });
  });
}

for (const [what, change, words] of [
  ['jumps', (rows) => rows.map((row) => (row.date > HELD && row.quote === 'JPY' ? { ...row, rate: row.rate * 1.3 } : row)), /jumps on/],
  ['is of other rates', (rows) => rows.map((row) => ({ ...row, rate: row.quote === 'JPY' ? row.rate * 1.01 : row.rate })), /has revised/],
  ['has another base', (rows) => rows.map((row) => ({ ...row, base: 'USD' })), /not as documented/],
  ['says zero', (rows) => rows.map((row, at) => (at === 4 ? { ...row, rate: 0 } : row)), /a close of (0|inf) on/],
]) {
  test(`the ECB's copy ${what}: said, and the figures held stay`, { site }, async ({ page }) => {
    live.mend();
    live.fault(ECB[0], { change });
    await page.article(`<yen-lens view="correlation" live="ecb"></yen-lens>${SCRIPT}`, { head: HEAD });
    await page.ready();
    await page.until('an error', () => window.__look.text(window.__look.widget(0), 'error') !== '');
    assert.match(await page.text('error'), words);
    assert.equal(await lastDay(page), HELD);
    await assertQuiet(page, { warnings: 1 });
  });
}

test('a name that is no service is said with those that are', { site }, async ({ page }) => {
  await open(page, 'ecb bitfinex');
  await page.ready();
  await page.until('an error', () => window.__look.text(window.__look.widget(0), 'error') !== '');
  assert.match(await page.text('error'), /live: expected ecb, coinbase, kraken, binance, got "bitfinex"/);
  assert.equal(await lastDay(page), HELD);
});

test('a figure that goes gives its requests up, and figures that stay share one', { site }, async ({ page }) => {
  live.mend();
  live.fault(VENUES.coinbase[0], { delayMs: 2_000 });
  const one = '<yen-lens view="correlation" live="coinbase" height="250"></yen-lens>';
  await page.emulation.size(1000, 1500);
  await page.article(`${one}${one}${SCRIPT}`, { head: HEAD });
  await page.ready(2);
  await page.until('the request', () => true);
  const end = Date.now() + 5_000;
  while (live.asked(VENUES.coinbase[0]).length === 0 && Date.now() < end) await page.frames();
  await page.run(() => window.__look.widget(0).remove());
  await page.frames();
  assert.equal(live.givenUp(), 0, 'the other still waits');
  await page.run(() => window.__look.widget(0).remove());
  const late = Date.now() + 1_500;
  while (live.givenUp() === 0 && Date.now() < late) await page.frames();
  assert.equal(live.givenUp(), 1);
  assert.equal(live.asked(VENUES.coinbase[0]).length, 1);
  await assertQuiet(page, { browserMay: REQUEST_LINES });
});

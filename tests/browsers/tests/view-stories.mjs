// The views beta, leadlag and events in a page: they draw, their controls change the sentence, what is under the pointer and the
// arrow keys is named, and table and CSV hold the numbers.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const csv = async (page) => (await page.run(() => window.__look.widget().exportCsv())).trim().split('\r\n').filter((line) => !line.startsWith('#'));
const change = (page, name, value) =>
  page.run(`function (name, value) {
    const input = window.__look.control(window.__look.widget(), name, 'input[type=range]');
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }`, name, value).then(() => page.frames());
/** Opens the table, and waits until it has `count` rows, the head's among them. */
const rows = async (page, count) => {
  await page.run(() => { window.__look.part(window.__look.widget(), 'table').open = true; });
  await page.until(`${count} rows in the table`, (wanted) => window.__look.part(window.__look.widget(), 'table').querySelectorAll('tr').length === wanted, [count]);
};
const pressed = (page) =>
  page.run(() => [...window.__look.part(window.__look.widget(), 'controls').querySelectorAll('[aria-pressed=true]')].map((one) => one.textContent.trim()));
const push = (page, label) =>
  page.run((text) => {
    const all = [...window.__look.part(window.__look.widget(), 'controls').querySelectorAll('button')];
    all.find((one) => one.textContent.trim() === text).click();
  }, label).then(() => page.frames());
const walk = async (page, ...keys) => {
  await page.run(() => {
    const chart = window.__look.part(window.__look.widget(), 'chart');
    (chart.matches('[tabindex]') ? chart : (chart.querySelector('[tabindex]') ?? chart.closest('[tabindex]'))).focus();
  });
  await page.press(...keys);
  await page.frames();
  return (await page.look()).readout;
};

test('beta names the farthest day first, and holds the VIX constant on request', async ({ page }) => {
  await page.article(`${element({ view: 'beta', driver: 'jgb10y' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  assert.match(before.finding, /rose 10 bp in a day, Bitcoin moved [+−]\d/);
  assert.match(await walk(page, 'ARROW_RIGHT'), /12.Mar.2020/);
  const sheet = await csv(page);
  assert.equal(Number(/Sample: (\d[\d,]*\d) days/.exec(before.finding)[1].replaceAll(',', '')), sheet.length - 1);
  await push(page, 'VIX');
  await page.until('the VIX held constant', () => /with the VIX held constant/.test(window.__look.text(window.__look.widget(), 'finding')));
  assert.equal(await page.run(() => window.__look.widget().getAttribute('controls')), 'vix');
  assert.ok((await pressed(page)).includes('VIX'));
  assert.match((await csv(page))[0], /VIX/);
  assert.notEqual((await page.look()).base.hash, before.base.hash);
  await assertQuiet(page);
});

test('a bar of leadlag says who is how many days earlier, and the slider adds bars', async ({ page }) => {
  await page.article(`${element({ view: 'leadlag' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  assert.match(await page.text('more'), /fixed at 24:00 UTC and yen strength at 13:15/);
  assert.match(await walk(page, 'END'), /Yen strength 10 trading days earlier/);
  await rows(page, 22);
  await change(page, 'lags', '4');
  const after = await page.look();
  assert.match(await page.text('more'), /of 8 bars/);
  await rows(page, 10);
  await assertQuiet(page);
});

test('events are chosen, named and ranked', async ({ page }) => {
  await page.article(`${element({ view: 'events' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  assert.match(before.finding, /of \d+ events \(Bank of Japan\)/);
  assert.match(await walk(page, 'ARROW_RIGHT'), /rank [\d,]+ of [\d,]+[\s\S]*Bank of Japan/);
  await change(page, 'horizon', '20');
  assert.match((await page.look()).finding, /Within 20 trading days/);
  await push(page, 'Intervention');
  const both = await page.look();
  assert.match(both.finding, /\(Bank of Japan, Intervention\)/);
  const n = Number(/of (\d+) events/.exec(both.finding)[1]);
  await rows(page, n + 1);
  await push(page, 'Strongest days of the driver');
  await change(page, 'threshold', '1');
  assert.match((await page.look()).finding, /strongest 1\s% of days for yen strength/);
  assert.match(await page.text('more'), /% of all days/);
  await assertQuiet(page);
});

for (const [width, theme, lang] of [[360, 'dark', 'ja'], [1200, 'light', 'en']]) {
  test(`beta, leadlag and events fit ${width} pixels and keep the height they reserved`, async ({ page }) => {
    await page.emulation.size(width, 900);
    for (const view of ['beta', 'leadlag', 'events']) {
      await page.article(`${element({ view, theme })}${SCRIPT}`, { lang });
      await page.ready();
      const seen = await page.run(() => {
        const widget = window.__look.widget();
        const frame = widget.shadowRoot.querySelector('.frame');
        return {
          height: widget.getBoundingClientRect().height,
          reserved: Number.parseFloat(getComputedStyle(frame).minBlockSize),
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      });
      assert.ok(seen.wide <= 0, `${view} does not widen the page`);
      assert.ok(seen.height <= seen.reserved + 1, `${view} at ${width}: ${JSON.stringify(seen)}`);
      await assertQuiet(page);
    }
  });
}

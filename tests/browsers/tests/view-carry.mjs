// The view `carry` in a page: it draws, its sliders change the sentence and the picture, readout and CSV hold the numbers.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** A slider of the only widget; runs in the page. */
const slide = async (name, value) => {
  const input = window.__look.control(window.__look.widget(), name, 'input[type=range]');
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};

test('carry draws, and its sliders change the sentence and the picture', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'carry' }));
  await page.ready();
  const before = await page.look();
  assert.equal(before.error, '');
  assert.match(await page.text('more'), /5 trading days of carry/);
  await page.run(slide, 'horizon', '20');
  const after = await page.look();
  assert.match(await page.text('more'), /20 trading days of carry/);
  assert.notEqual(after.base.hash, before.base.hash);
  await page.run(slide, 'window', '120');
  assert.match((await page.look()).finding, /n = 120/);
  await assertQuiet(page);
});

test('the keyboard walks carry day by day, and the CSV holds the sample behind it and what is drawn', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'carry', range: '1y' }));
  await page.ready();
  await page.focus(() => window.__look.widget().shadowRoot.querySelector('[part=chart]'));
  await page.press('ARROW_LEFT');
  await page.frames();
  assert.match(await page.text('readout'), /Unwind pressure.*Yen surge/s);
  const csv = await page.run(() => window.__look.widget().exportCsv());
  const lines = csv.trim().split('\r\n').filter((line) => !line.startsWith('#'));
  assert.equal(lines[0].split(',')[0], 'date');
  assert.ok(lines.length > 2500 && lines.at(-1).split(',').length === 22, `${lines.length} rows, ${lines.at(-1)}`);
  assert.match(lines[0], /Unwind pressure, monthly means/);
  await assertQuiet(page);
});

// The scenario in a page: its sliders change the sentence, its points say their dates, its table and CSV hold the numbers.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const SCENARIO = element({ view: 'scenario', driver: 'yen' });

test('every slider of the scenario changes the sentence, and each change keeps an interval in it', { timeoutMs: 60_000 }, async ({ page }) => {
  await page.article(SCENARIO + SCRIPT);
  await page.ready();
  const interval = /rise \d+ bp \(published effects: \d+ to \d+ bp\).* at −?\d+ to \+[\d,]+ %/;
  let before = await page.text('finding');
  assert.match(before, interval);
  for (const [name, value] of [['share', '25'], ['months', '6'], ['impact', '45'], ['jgb-change', '100'], ['yen-change', '15']]) {
    await page.run((control, to) => {
      const input = window.__look.control(window.__look.widget(), control, 'input[type=range]');
      input.value = to;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, name, value);
    await page.until(`another sentence after ${name}`, (text) => window.__look.text(window.__look.widget(), 'finding') !== text, [before]);
    before = await page.text('finding');
    assert.match(before, interval);
    assert.equal(await page.run((attribute) => window.__look.widget().getAttribute(attribute), name), value);
  }
  await assertQuiet(page);
});

test('the keyboard walks from bar to bar and on to the past windows with their dates', async ({ page }) => {
  await page.article(SCENARIO + SCRIPT);
  await page.ready();
  assert.ok(await page.focus(() => window.__look.widget().shadowRoot.querySelector('[part=chart]')));
  await page.press('ARROW_RIGHT');
  assert.match(await page.until('a readout', () => window.__look.text(window.__look.widget(), 'readout')), /Share of windows/);
  await page.press('END');
  await page.until('a past window', () => /\d{4}–\d+ \w+ \d{4}/.test(window.__look.text(window.__look.widget(), 'readout').replaceAll('\u00a0', ' ')));
});

test('the CSV holds the daily changes behind the figure, the table the nearest past windows', async ({ page }) => {
  await page.article(SCENARIO + SCRIPT);
  await page.ready();
  const csv = await page.run(() => window.__look.widget().exportCsv());
  const [head, ...rows] = csv.trim().split('\r\n').filter((line) => !line.startsWith('#'));
  assert.equal(head, 'date,"btc","jgb10y","yen","ust10y"');
  assert.ok(rows.length > 1_500 && rows.every((row) => row.split(',').length === 5));
  await page.run(() => { window.__look.widget().shadowRoot.querySelector('[part=table]').open = true; });
  const count = await page.until('rows in the table', () => window.__look.widget().shadowRoot.querySelectorAll('[part=table] tbody tr').length);
  assert.equal(count, 10);
});

// The view `flows` in a page: it answers whether Japan sold, names the last figure of a month with its day, and fills nothing in.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

test('flows answers, with the date of the last figure', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'flows' }));
  await page.ready();
  const { finding, error } = await page.look();
  assert.equal(error, '');
  assert.match(finding, /28.Feb.2026 Japan held 1,239 billion dollars/);
  assert.match(finding, /later ones are not in the data/);
  assert.match(await page.text('more'), /without a sale/);
  await page.attribute('range', '2020-01-01/2022-12-31');
  await page.frames();
  assert.match((await page.look()).finding, /^Its holdings fell/);
  await assertQuiet(page);
});

test('between month-ends the readout names the last one with its day, the CSV leaves the cell empty', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'flows', range: '2025-10-01/2026-02-20' }));
  await page.ready();
  await page.focus(() => window.__look.widget().shadowRoot.querySelector('[part=chart]'));
  await page.press('ARROW_LEFT');
  await page.frames();
  assert.match(await page.text('readout'), /Japan\s?\$1,225bn \(31.Jan.2026\)/);
  const csv = await page.run(() => window.__look.widget().exportCsv());
  const rows = csv.trim().split('\r\n').filter((line) => !line.startsWith('#')).slice(1).map((line) => line.split(','));
  const held = rows.filter((row) => row[1] !== '').map((row) => row[0]);
  assert.deepEqual(held, ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31']);
  await assertQuiet(page);
});

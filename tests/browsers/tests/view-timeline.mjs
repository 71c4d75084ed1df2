// The timeline's own controls in a page: how prices are drawn, and the yields of which bonds.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const push = (page, label) =>
  page.run((text) => {
    const all = [...window.__look.part(window.__look.widget(), 'controls').querySelectorAll('button')];
    all.find((one) => one.textContent.trim() === text).click();
  }, label).then(() => page.frames());

test('price and yen are drawn as index and in percent, and the yields are those of the chosen bonds', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'timeline', scale: 'index', range: '3y' }));
  await page.ready();
  const before = await page.look();
  const header = async () => (await page.run(() => window.__look.widget().exportCsv())).split('\r\n').find((line) => line.startsWith('date'));
  assert.match(await header(), /Bitcoin.*Yen strength.*10-year.*30-year.*40-year/);
  await push(page, 'Percent');
  const percent = await page.look();
  assert.notEqual(percent.base.hash, before.base.hash);
  assert.equal(percent.finding, before.finding, 'the scale changes no number');
  await push(page, '20-year');
  await push(page, '40-year');
  await page.until('other bonds', () => window.__look.widget().getAttribute('tenors') === '10 20 30');
  const after = await header();
  assert.ok(/20-year/.test(after) && !/40-year/.test(after), after);
  await assertQuiet(page);
});

test('events are told in the language of the figure', async ({ page }) => {
  await page.article(element({ view: 'events', lang: 'ja', events: 'market' }) + SCRIPT);
  await page.ready();
  await page.run(() => window.__look.part(window.__look.widget(), 'table').querySelector('summary').click());
  await page.until('a title', () => /日経平均が1日で12.4%下落/.test(window.__look.text(window.__look.widget(), 'table')));
  await assertQuiet(page);
});

// Days of trading alone on the axis of time: what hands, keys and files do there; and the months that were told otherwise before.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { drag } from '../harness/fingers.mjs';
import { test } from '../harness/runner.mjs';

const chart = () => window.__look.part(window.__look.widget(), 'chart');
const isWeekend = (day) => [0, 6].includes(new Date(`${day} UTC`).getUTCDay());

async function opened(page, attributes) {
  await page.article(`${element({ days: 'weekdays', ...attributes })}${SCRIPT}`);
  await page.ready();
  return page.box(chart);
}

/** The days that the arrow keys stop at, so many from the end. */
async function walked(page, steps) {
  assert.ok(await page.focus(chart));
  const days = [];
  for (let step = 0; step < steps; step += 1) {
    await page.press(step === 0 ? 'END' : 'ARROW_LEFT');
    await page.frames();
    days.push((await page.text('readout')).match(/\d+ \w+ \d{4}/)[0]);
  }
  return days;
}

test('in days of trading the walk goes from Monday to Friday', async ({ page }) => {
  await opened(page, { view: 'timeline', range: '2024-06-03/2024-06-21' });
  const days = await walked(page, 12);
  assert.equal(days.filter(isWeekend).length, 0, `${days}`);
  assert.ok(days.some((day, at) => at > 0 && Date.parse(days[at - 1]) - Date.parse(day) === 3 * 86_400_000), `a step over a weekend: ${days}`);
  assert.equal(new Set(days).size, 12);
  await assertQuiet(page);
});

test('in days of trading the brush, the drag and the way back hold', async ({ page }) => {
  const box = await opened(page, { view: 'timeline' });
  const range = () => page.run(() => window.__look.widget().getAttribute('range'));
  const brush = await page.box(() => window.__look.widget().shadowRoot.querySelector('.brush'));
  const at = brush.top + brush.height / 2;
  await drag(page, [[brush.left + brush.width * 0.4, at], [brush.left + brush.width * 0.5, at], [brush.left + brush.width * 0.6, at]]);
  const brushed = await range();
  assert.match(brushed, /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
  const [from, to] = brushed.split('/').map((day) => Date.parse(day));
  assert.ok(to > from);
  const { left, width, top, height } = box;
  await drag(page, [[left + width / 2, top + height / 2], [left + width / 2 + 60, top + height / 2], [left + width / 2 + 120, top + height / 2]]);
  const panned = await range();
  const [panFrom, panTo] = panned.split('/').map((day) => Date.parse(day));
  assert.ok(panTo < to, `the past came in from the left: ${brushed} became ${panned}`);
  assert.ok(Math.abs(panTo - panFrom - (to - from)) < (to - from) * 0.02, 'about as long as it was');
  assert.ok(await page.focus(chart));
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal(await range(), brushed, 'one step back');
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal(await range(), 'max');
  await assertQuiet(page);
});

test('the CSV has the same rows in days of trading as in true time', async ({ page }) => {
  await opened(page, { view: 'timeline', range: '2024-06-03/2024-06-21' });
  const rows = () => page.run(async () => (await window.__look.widget().exportCsv()).split('\r\n').filter((line) => /^\d{4}-/.test(line)));
  const inDays = await rows();
  await page.attribute('days', null);
  await page.frames();
  const inTime = await rows();
  const ofTrading = (list) => list.filter((row) => !isWeekend(row.slice(0, 10)));
  assert.ok(inDays.length >= 14);
  assert.deepEqual(ofTrading(inDays), ofTrading(inTime));
  await assertQuiet(page);
});

test('a month that an earlier release told otherwise is said so in the readout', async ({ page }) => {
  await page.article(`${element({ view: 'flows', range: '2025-03-01/2026-02-28' })}${SCRIPT}`);
  await page.ready();
  assert.ok(await page.focus(chart));
  await page.press('END');
  const told = [];
  for (let step = 0; step < 300 && told.length === 0; step += 1) {
    await page.press('ARROW_LEFT');
    const readout = await page.text('readout');
    if (/an earlier release/.test(readout)) told.push(readout);
  }
  assert.equal(told.length, 1, 'one of them is met on the walk');
  const [, now, first] = told[0].match(/\$([\d,.]+)bn \([^)]*; an earlier release: \$([\d,.]+)bn\)/);
  assert.notEqual(now, first);
  await assertQuiet(page);
});

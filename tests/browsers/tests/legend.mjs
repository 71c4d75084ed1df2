// The legend: entries that hide lines and make them stand out, and a state that can be saved with it.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** The entry of a line; runs in the page. */
const entry = (label) => [...window.__look.part(window.__look.widget(), 'legend').querySelectorAll('button')].find((one) => one.textContent.includes(label));
const press = (page, label) => page.run(`function (label) { (${entry})(label).click(); }`, label).then(() => page.frames());
const state = (page, label) => page.run(`function (label) { return (${entry})(label).getAttribute('aria-pressed'); }`, label);
const csv = (page) => page.run(async () => (await window.__look.widget().exportCsv()).split('\r\n').find((line) => !line.startsWith('#')));

test('an entry of the legend hides its line, everywhere, and brings it back', async ({ page }) => {
  await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  // Asked first: what writes it brings further controls, which take room.
  const header = await csv(page);
  await page.frames();
  const before = await page.look();
  assert.equal(await state(page, '40-year'), 'true');
  assert.match(header, /40-year/);
  await press(page, '40-year');
  assert.equal(await state(page, '40-year'), 'false');
  assert.equal(await page.run(() => window.__look.widget().getAttribute('hide')), 'jgb40y');
  const hidden = await page.look();
  assert.notEqual(hidden.base.hash, before.base.hash);
  assert.equal(hidden.finding, before.finding, 'the sentence is that of the whole');
  assert.doesNotMatch(await csv(page), /40-year/);
  await page.run(() => window.__look.part(window.__look.widget(), 'chart').focus());
  await page.press('END');
  await page.frames();
  assert.doesNotMatch((await page.look()).readout, /40-year JGB yield \d/);
  await press(page, '40-year');
  assert.equal((await page.look()).base.hash, before.base.hash);
  assert.equal(await csv(page), header);
  await assertQuiet(page);
});

test('a panel that has lost its lines gives its room to the others', async ({ page }) => {
  await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  await press(page, 'spread');
  const after = await page.look();
  assert.notEqual(after.base.hash, before.base.hash);
  assert.equal(after.base.height, before.base.height);
  await page.attribute('hide', null);
  await page.frames();
  assert.equal((await page.look()).base.hash, before.base.hash, 'taking the attribute off shows all');
});

test('what is hidden is saved, restored and in the permalink', async ({ page }) => {
  await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  await press(page, '30-year');
  const hidden = await page.look();
  const saved = await page.run(() => [window.__look.widget().save(), window.__look.widget().permalink()]);
  assert.equal(saved[0].hide, 'jgb30y');
  assert.equal(new URL(saved[1]).searchParams.get('hide'), 'jgb30y');
  await press(page, '30-year');
  assert.notEqual((await page.look()).base.hash, hidden.base.hash);
  await page.run((kept) => window.__look.widget().restore(kept), saved[0]);
  await page.frames();
  assert.equal((await page.look()).base.hash, hidden.base.hash);
  await assertQuiet(page);
});

test('a line stands out while its entry has the focus or the pointer', async ({ page }) => {
  await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  assert.equal(before.cursor.ink, 0);
  assert.ok(await page.focus(entry, '10-year'));
  await page.frames();
  const lit = await page.look();
  assert.ok(lit.cursor.ink > 500, 'drawn over a veil on the others');
  assert.equal(lit.base.hash, before.base.hash, 'the figure under it is not repainted');
  assert.ok(await page.focus(entry, '30-year'));
  await page.frames();
  const other = await page.look();
  assert.notEqual(other.cursor.hash, lit.cursor.hash);
  await page.run(() => window.__look.widget().shadowRoot.activeElement.blur());
  const box = await page.box(entry, '10-year');
  await page.hover(box.left + box.width / 2, box.top + box.height / 2);
  await page.frames();
  assert.equal((await page.look()).cursor.hash, lit.cursor.hash, 'the pointer does the same');
  await page.hover(2, 2);
  await page.frames();
  assert.equal((await page.look()).cursor.ink, 0);
  await assertQuiet(page);
});

test('a figure of one line has no entries, and one that is pressed keeps its focus', async ({ page }) => {
  await page.article(`${element()}${SCRIPT}`);
  await page.ready();
  assert.equal(await page.run(() => window.__look.part(window.__look.widget(), 'legend').querySelectorAll('button').length), 0);
  await page.attribute('view', 'timeline');
  await page.until('entries', () => window.__look.part(window.__look.widget(), 'legend').querySelectorAll('button').length >= 5);
  assert.ok(await page.focus(entry, '10-year'));
  await page.press('ENTER');
  await page.frames();
  assert.equal(await state(page, '10-year'), 'false');
  assert.ok(await page.run(`function () { return window.__look.widget().shadowRoot.activeElement === (${entry})('10-year'); }`));
});

test('a note of the legend shows what it speaks of: a dash, a shade, bars, rings', async ({ page }) => {
  const signs = {};
  for (const view of ['timeline', 'chain', 'events', 'leadlag', 'scenario', 'flows']) {
    await page.article(SCRIPT + element({ view }));
    await page.ready();
    signs[view] = await page.run(() => [...window.__look.part(window.__look.widget(), 'legend').querySelectorAll(':scope > .key')].map((note) => {
      const { width, height } = note.firstElementChild.getBoundingClientRect();
      const { borderTopStyle, borderRadius, opacity } = getComputedStyle(note.firstElementChild);
      return [note.textContent.split(':')[0], borderTopStyle, borderRadius === '50%', Number(opacity) < 1, width > height ? width - height : 0];
    }));
  }
  assert.deepEqual(signs, {
    timeline: [['Ring', 'solid', true, false, 0]],
    chain: [['Grey', 'solid', false, false, 13], ['Dashed', 'dashed', false, false, 13]],
    events: [['Shaded', 'solid', false, true, 6]],
    leadlag: [['Grey', 'solid', false, false, 6]],
    scenario: [['Grey bars', 'solid', false, false, 6]],
    flows: [['Ring', 'solid', true, false, 0], ['Small grey ring', 'solid', true, false, 0]],
  });
});

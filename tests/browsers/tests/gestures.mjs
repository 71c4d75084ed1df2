// What hands do to the range: dragging, wheeling, pinching, undoing, by mouse, keys and fingers; and the page that keeps its scroll.

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { control, doubleClick, drag, fingers, turn } from '../harness/fingers.mjs';
import { test } from '../harness/runner.mjs';

const RANGE = '2022-01-03/2023-01-03';
const chart = () => window.__look.part(window.__look.widget(), 'chart');

/** The days of the reflected range. */
async function range(page) {
  const text = await page.run(() => window.__look.widget().getAttribute('range'));
  const [from, to] = (text ?? '').split('/').map((day) => Date.parse(day) / 86_400_000);
  return { text, from, to, length: to - from };
}

/** Whether the second half of the light module has come, or the whole one, which has no halves; runs in the page. */
const canBeTouched = () =>
  performance.getEntriesByType('resource').some(({ name, responseEnd }) => /widget_later|yenlens_bg/.test(name) && responseEnd > 0);

/** A figure over one year in the middle of the data, its chart's box, and the range. */
async function opened(page, attributes = {}, options = {}) {
  await page.article(`${element({ range: RANGE, ...attributes })}${SCRIPT}${'<p>A line.</p>'.repeat(60)}`, options);
  await page.ready();
  // A turn of the wheel is the page's before.
  await page.until('what a hand on the figure needs', canBeTouched);
  await page.frames();
  const box = await page.box(chart);
  return { ...box, middle: box.left + box.width / 2, y: box.top + box.height / 2, before: await range(page) };
}

test('dragging the chart pans, also far outside it, and ends with the button', async ({ page }) => {
  const { middle, y, before } = await opened(page);
  await drag(page, [[middle, y], [middle + 60, y + 5], [middle + 120, y + 10]]);
  const panned = await range(page);
  assert.ok(panned.to < before.to - 20, `the past came in from the left: ${before.text} became ${panned.text}`);
  assert.ok(Math.abs(panned.length - before.length) <= 1, 'the length stays');
  await page.hover(middle - 150, y);
  await page.frames();
  assert.equal((await range(page)).text, panned.text, 'a mouse without its button moves nothing');
  await drag(page, [[middle, y], [middle - 40, y], [5, 5]]);
  const far = await range(page);
  assert.ok(far.to > panned.to + 60, `a drag goes on outside the chart: ${panned.text} became ${far.text}`);
  await page.hover(middle, y);
  await page.frames();
  assert.equal((await range(page)).text, far.text);
  await assertQuiet(page);
});

test('where all of time is shown a drag moves the crosshair alone', async ({ page }) => {
  const { middle, y } = await opened(page, { range: 'max' });
  const before = await page.look();
  await drag(page, [[middle, y], [middle + 80, y]]);
  const after = await page.look();
  assert.equal(after.base.hash, before.base.hash);
  assert.notEqual(after.readout, '');
});

test('the wheel with Ctrl zooms about the pointer and the page stays', async ({ page }) => {
  const { left, width, y, before } = await opened(page);
  const x = left + 0.3 * width;
  await page.hover(x, y);
  await page.until('a readout', () => window.__look.text(window.__look.widget(), 'readout') !== '');
  const day = (await page.text('readout')).match(/\d+ \w+ \d{4}/)[0];
  const scrolled = await page.run(() => scrollY);
  assert.ok(await turn(page, { x, y, down: -150, ctrl: true }), 'the page does not zoom');
  await turn(page, { x, y, down: -150, ctrl: true });
  const after = await range(page);
  assert.ok(after.length < 0.6 * before.length, `${before.text} became ${after.text}`);
  await page.hover(x + 1, y);
  await page.frames();
  const seen = (await page.text('readout')).match(/\d+ \w+ \d{4}/)[0];
  assert.ok(Math.abs(Date.parse(seen) - Date.parse(day)) <= 5 * 86_400_000, `${day} was under the pointer, then ${seen}`);
  assert.equal(await page.run(() => scrollY), scrolled);
  await assertQuiet(page);
});

test('fingers on a trackpad, as Safari tells of them, zoom about the pointer in one step to take back', async ({ page }) => {
  const { left, width, y, before } = await opened(page);
  const kept = await page.run((x, at) => {
    const target = window.__look.part(window.__look.widget(), 'chart');
    const tell = (kind, scale) => {
      const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { scale, clientX: x, clientY: at });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return [tell('gesturestart', 1), tell('gesturechange', 1.5), tell('gesturechange', 2), tell('gestureend', 2)];
  }, left + 0.6 * width, y);
  assert.deepEqual(kept, [true, true, true, true], 'the page does not zoom');
  await page.frames();
  const after = await range(page);
  assert.ok(Math.abs(after.length / before.length - 0.5) < 0.02, `${before.text} became ${after.text}`);
  await page.focus(chart);
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal((await range(page)).text, RANGE);
  await assertQuiet(page);
});

test('a plain wheel is the page\'s, with a hint in the reader\'s language that goes away', async ({ page }) => {
  const { middle, y, before } = await opened(page, {}, { lang: 'ja' });
  const hint = () => page.run(() => {
    const node = window.__look.widget().shadowRoot.querySelector('.hint');
    return { seen: window.__look.seen(node), text: node.textContent };
  });
  assert.equal((await hint()).seen, false);
  assert.equal(await turn(page, { x: middle, y, down: 120 }), false, 'the turn is left to the page');
  await page.until('the hint', () => window.__look.seen(window.__look.widget().shadowRoot.querySelector('.hint')));
  assert.match((await hint()).text, /Ctrl.*スクロール/);
  await page.until('the hint to go', () => !window.__look.seen(window.__look.widget().shadowRoot.querySelector('.hint')));
  await turn(page, { x: middle, y, down: 120 });
  await page.until('the hint to go', () => !window.__look.seen(window.__look.widget().shadowRoot.querySelector('.hint')));
  await turn(page, { x: middle, y, down: 120 });
  assert.equal((await hint()).seen, false, 'a reader is told twice, not more');
  assert.equal((await range(page)).text, before.text);
  await assertQuiet(page);
});

test('a sideways wheel pans', async ({ page }) => {
  const { middle, y, before } = await opened(page);
  assert.ok(await turn(page, { x: middle, y, across: 90, down: 3 }));
  const after = await range(page);
  assert.ok(after.from > before.from + 10 && Math.abs(after.length - before.length) <= 1, `${before.text} became ${after.text}`);
});

test('a double click brings the author\'s range back', async ({ page }) => {
  const { middle, y, before } = await opened(page);
  await turn(page, { x: middle, y, down: -200, ctrl: true });
  assert.notEqual((await range(page)).text, before.text);
  await doubleClick(page, middle, y);
  assert.equal((await range(page)).text, before.text);
});

test('Backspace and Ctrl+Z take a zoom back, a whole drag at once', async ({ page }) => {
  const { middle, y, before } = await opened(page);
  await drag(page, [[middle, y], [middle + 30, y], [middle + 60, y], [middle + 90, y]]);
  const panned = await range(page);
  assert.notEqual(panned.text, before.text);
  assert.ok(await page.focus(chart));
  await page.press('+');
  await page.frames();
  assert.notEqual((await range(page)).text, panned.text);
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal((await range(page)).text, panned.text);
  await control(page, 'z');
  assert.equal((await range(page)).text, before.text);
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal((await range(page)).text, before.text, 'nothing is left to take back');
  await assertQuiet(page);
});

for (const [how, time] of [['', {}], ['in days of trading ', { days: 'weekdays' }]]) {
  test(`${how}comma and full stop walk from event to event`, async ({ page }) => {
    await opened(page, { view: 'timeline', range: '2024-06-01/2024-12-31', ...time });
    assert.ok(await page.focus(chart));
    const days = [];
    for (const key of ['.', '.', ',']) {
      await page.press(key);
      await page.frames();
      const { readout } = await page.look();
      assert.match(readout, /Bank of Japan|Federal Reserve|Intervention|Auction|Tariffs|Record yield|Markets|Politics/, readout);
      days.push(readout.match(/\d+ \w+ \d{4}/)[0]);
    }
    assert.ok(Date.parse(days[1]) > Date.parse(days[0]), `${days}`);
    assert.equal(days[2], days[0]);
    await page.until('the event to be said', () => /Bank of Japan|Federal|Interv|Auction|Tariff|Record|Market|Politic/.test(
      window.__look.widget().shadowRoot.querySelector('[role=status]').textContent));
    await assertQuiet(page);
  });
}

test('two fingers zoom about their middle, and the page neither zooms nor scrolls', async ({ page }) => {
  if (page.engine === 'chromium') await page.emulation.touch();
  const { middle, y, before } = await opened(page);
  const scrolled = await page.run(() => scrollY);
  await fingers(page, [[[middle - 50, y], [middle + 50, y]], [[middle - 80, y], [middle + 80, y]], [[middle - 150, y], [middle + 150, y]]]);
  const after = await range(page);
  assert.ok(after.length < before.length / 2, `three times as far apart: ${before.text} became ${after.text}`);
  assert.ok(Math.abs((after.from + after.to) / 2 - (before.from + before.to) / 2) < 20, 'about the middle');
  assert.deepEqual(await page.run(() => [visualViewport.scale, scrollY]), [1, scrolled]);
  assert.ok(await page.focus(chart));
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal((await range(page)).text, before.text, 'one step to take back');
  await assertQuiet(page);
});

test('a finger pans sideways, and a pointer that is lost ends the drag', async ({ page }) => {
  if (page.engine === 'chromium') await page.emulation.touch();
  const { middle, y, before } = await opened(page);
  await fingers(page, [[[middle, y]], [[middle + 20, y + 2]], [[middle + 60, y + 4]], [[middle + 100, y + 6]]]);
  const panned = await range(page);
  assert.ok(panned.to < before.to - 15, `${before.text} became ${panned.text}`);
  await fingers(page, [[[middle, y]], [[middle + 30, y]], [[middle + 60, y]]], { cancel: true });
  const lost = await range(page);
  assert.notEqual(lost.text, panned.text);
  await page.hover(middle - 100, y);
  await page.frames();
  assert.equal((await range(page)).text, lost.text, 'what comes after a lost pointer moves nothing');
  await assertQuiet(page);
});

test('a finger that rests takes the crosshair along, up and down too', async ({ page }) => {
  if (page.engine === 'chromium') await page.emulation.touch();
  const { middle, y, before } = await opened(page);
  const scrolled = await page.run(() => scrollY);
  await fingers(page, [[[middle, y]], [[middle - 30, y - 40]], [[middle - 80, y - 90]]], { restMs: 650 });
  const { readout } = await page.look();
  assert.notEqual(readout, '');
  assert.equal((await range(page)).text, before.text);
  assert.equal(await page.run(() => scrollY), scrolled, 'the page does not scroll under it');
  await fingers(page, [[[middle + 60, y]]]);
  assert.notEqual((await page.look()).readout, readout, 'a tap sets it elsewhere');
  await assertQuiet(page);
});

test('a drag of the brush is one step to take back', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const brush = await page.box(() => window.__look.widget().shadowRoot.querySelector('.brush'));
  const y = brush.top + brush.height / 2;
  await drag(page, [[brush.left + 200, y], [brush.left + 260, y], [brush.left + 330, y]]);
  const brushed = await page.run(() => window.__look.widget().getAttribute('range'));
  assert.match(brushed, /\//);
  assert.ok(await page.focus(chart));
  await page.press('BACK_SPACE');
  await page.frames();
  assert.equal(await page.run(() => window.__look.widget().getAttribute('range')), 'max');
  await pause(0);
});

// The crosshair and its readout: by arrow keys, by mouse, by finger; and the page that must go on scrolling meanwhile.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** What takes the arrow keys: the chart, or what is focusable in it; runs in the page. */
const keyTarget = (index = 0) => {
  const chart = window.__look.part(window.__look.widget(index), 'chart');
  return chart.matches('[tabindex]') ? chart : chart.querySelector('[tabindex]') ?? chart.closest('[tabindex]');
};

const chart = (index = 0) => window.__look.part(window.__look.widget(index), 'chart');

test('arrow keys walk the data, Home and End go to its ends', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  assert.ok(await page.focus(keyTarget));
  const readouts = [];
  const crosshairs = new Set([before.cursor.hash]);
  for (const key of ['END', 'ARROW_LEFT', 'ARROW_LEFT', 'HOME', 'ARROW_RIGHT']) {
    await page.press(key);
    await page.frames();
    const { readout, cursor } = await page.look();
    assert.match(readout, /\d{4}/, `the readout after ${key} names a date`);
    readouts.push(readout);
    crosshairs.add(cursor.hash);
  }
  assert.equal(new Set(readouts).size, 5, `five different readouts, got ${JSON.stringify(readouts)}`);
  assert.ok(crosshairs.size >= 3, 'the crosshair moves');
  await page.press('ARROW_LEFT');
  await page.frames();
  assert.equal((await page.look()).readout, readouts[3], 'one back from the second is the first, where Home leads');
  assert.equal((await page.look()).base.hash, before.base.hash, 'the base canvas is not repainted by a crosshair');
  await assertQuiet(page);
});

test('arrow keys on the chart do not scroll the page, and Tab leads on', async ({ page }) => {
  await page.emulation.size(1000, 500);
  await page.article(`${TAG}${'<p>A line.</p>'.repeat(60)}<a id="next" href="#next">Next</a>`);
  await page.ready();
  await page.box(chart);
  assert.ok(await page.focus(keyTarget));
  const before = await page.run(() => scrollY);
  await page.press('ARROW_LEFT', 'HOME', 'END', 'ARROW_RIGHT');
  assert.equal(await page.run(() => scrollY), before);
  // A keyboard user has to come out again: Tab reaches the link behind the figure.
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.run(() => document.activeElement.id === 'next')) return;
    await page.press('TAB');
  }
  assert.fail('sixty presses of Tab do not lead out of the figure');
});

test('every control is reached by Tab and shows its focus', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  await page.run(() => {
    document.querySelector('#before').tabIndex = -1;
    document.querySelector('#before').focus();
  });
  const seen = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.press('TAB');
    const focused = await page.run(() => {
      const inner = window.__look.widget().shadowRoot.activeElement;
      if (!inner) return null;
      const style = getComputedStyle(inner);
      return { what: inner.localName, type: inner.type, visible: style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
    });
    if (!focused && seen.length > 0) break;
    if (focused) seen.push(focused);
  }
  assert.deepEqual(seen.filter(({ visible }) => !visible), [], 'focus is visible everywhere');
  const kinds = seen.map(({ what, type }) => `${what} ${type ?? ''}`.trim());
  for (const kind of ['input range', 'select select-one', 'button button']) assert.ok(kinds.includes(kind), `${kind} among ${kinds}`);
});

test('Escape brings back the range that was zoomed away', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const whole = await page.look();
  assert.ok(await page.focus(keyTarget));
  await page.press('END', '+', '+');
  await page.frames();
  assert.notEqual((await page.look()).base.hash, whole.base.hash, 'plus zooms in');
  await page.press('ESCAPE');
  await page.frames();
  assert.equal((await page.look()).base.hash, whole.base.hash);
});

for (const { width, view, lang } of [
  { width: 320, view: 'flows', lang: 'en' }, { width: 320, view: 'flows', lang: 'ja' }, { width: 320, view: 'timeline', lang: 'en' },
  { width: 1200, view: 'flows', lang: 'en' },
]) {
  test(`every line of the readout is whole and none is squeezed: ${view} in ${lang} at ${width} px`, async ({ page }) => {
    await page.emulation.size(width, 900);
    await page.article(`${element({ view, ...(width > 1000 ? { range: '2025-03-01/2026-02-28' } : {}) })}${SCRIPT}`, { lang });
    await page.ready();
    assert.ok(await page.focus(chart));
    await page.press('END');
    let seen = 0;
    let last = '';
    // On a wide screen as far as the longest value: a month that an earlier release told otherwise.
    for (let step = 0; step < 300; step += 1) {
      await page.press('ARROW_LEFT');
      const read = await page.text('readout');
      if (read === last) continue;
      last = read;
      if (width > 1000 && !/an earlier release/.test(read)) continue;
      await page.frames();
      const { box, texts } = await page.run(() => {
        const readout = window.__look.part(window.__look.widget(), 'readout');
        const sides = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
        const walker = document.createTreeWalker(readout, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          texts.push({ text: walker.currentNode.data, lines: [...range.getClientRects()].map(sides) });
        }
        return { box: sides(readout.getBoundingClientRect()), texts };
      });
      for (const { text, lines } of texts) {
        for (const line of lines) {
          const inside = line.left >= box.left && line.right <= box.right && line.top >= box.top && line.bottom <= box.bottom;
          assert.ok(inside, `"${text}" stands in the box: ${JSON.stringify({ line, box })}`);
        }
        // An event is a sentence; a name or a value is not broken into more than a few lines.
        if (text.length < 60) assert.ok(new Set(lines.map(({ top }) => Math.round(top))).size <= 3, `"${text}" has ${lines.length} lines`);
      }
      seen += 1;
      if (seen === (width > 1000 ? 1 : 12)) break;
    }
    assert.ok(seen > 0, 'something was read out');
    await assertQuiet(page);
  });
}

test('the mouse over the chart shows a readout, and leaving hides it', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  assert.equal(before.readout, '', 'nothing is read out before anybody points');
  const box = await page.box(chart);
  const middle = box.top + box.height / 2;
  const readouts = new Set();
  for (const share of [0.3, 0.5, 0.7]) {
    await page.hover(box.left + share * box.width, middle);
    await page.until('a readout', () => window.__look.text(window.__look.widget(), 'readout') !== '');
    await page.frames();
    readouts.add(await page.text('readout'));
  }
  assert.equal(readouts.size, 3, 'three places are three readouts');
  const pointed = await page.look();
  assert.ok(pointed.cursor.ink > 50, 'a crosshair is drawn');
  assert.equal(pointed.base.hash, before.base.hash, 'and the figure under it is not repainted');
  assert.ok((await page.seen()).events.some(({ name }) => name === 'hover'));
  await page.hover(2, 2);
  await page.until('no readout', () => window.__look.text(window.__look.widget(), 'readout') === '');
  await page.frames();
  assert.equal((await page.look()).cursor.ink, 0, 'the crosshair is gone');
  await assertQuiet(page);
});

test('the readout stays inside the figure at both edges', async ({ page }) => {
  await page.emulation.size(360, 800);
  await page.article(TAG);
  await page.ready();
  const box = await page.box(chart);
  for (const share of [0.02, 0.98]) {
    await page.hover(box.left + share * box.width, box.top + 0.5 * box.height);
    await page.until('a readout', () => window.__look.text(window.__look.widget(), 'readout') !== '');
    await page.frames();
    const sides = await page.run(() => {
      const readout = window.__look.part(window.__look.widget(), 'readout').getBoundingClientRect();
      const widget = window.__look.widget().getBoundingClientRect();
      return { left: readout.left - widget.left, right: widget.right - readout.right };
    });
    assert.ok(sides.left >= -0.5 && sides.right >= -0.5, JSON.stringify(sides));
  }
});

test('a finger may scroll the page over the chart', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const action = await page.run(`function () { return getComputedStyle((${chart})()).touchAction; }`);
  assert.deepEqual(action.split(' ').sort(), ['pan-y', 'pinch-zoom']);
});

test('a plain wheel over the chart scrolls the page', async ({ page }) => {
  await page.emulation.size(1000, 600);
  await page.article(`${TAG}${'<p>A line.</p>'.repeat(100)}`);
  await page.ready();
  const before = await page.look();
  const box = await page.box(chart);
  const start = await page.run(() => scrollY);
  await page.wheel(box.left + box.width / 2, box.top + box.height / 2, 300);
  await page.until('the page to scroll', (from) => scrollY > from, [start]);
  assert.equal((await page.look()).base.hash, before.base.hash, 'and nothing is zoomed');
  await assertQuiet(page);
});

test('a long press reads out, a swipe scrolls the page', { engines: ['chromium'] }, async ({ page }) => {
  await page.emulation.touch();
  await page.emulation.size(390, 700);
  await page.article(`${TAG}${'<p>A line.</p>'.repeat(100)}`);
  await page.ready();
  const before = await page.look();
  const box = await page.box(chart);
  const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  const start = await page.run(() => scrollY);
  await page.swipe(x, y, -200);
  await page.until('the page to scroll', (from) => scrollY > from + 100, [start]);
  assert.equal((await page.look()).base.hash, before.base.hash, 'and nothing is zoomed');
  await page.box(chart);
  await page.longPress(x, y, 700);
  await page.until('a readout', () => window.__look.text(window.__look.widget(), 'readout') !== '');
  assert.equal(await page.run(() => String(getSelection())), '', 'and selects no text');
  await assertQuiet(page);
});

test('the timeline has panels, pins and the same crosshair', async ({ page }) => {
  await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  assert.ok(before.base.ink > 5_000);
  assert.match(before.finding, /\d/);
  assert.ok(await page.focus(keyTarget));
  await page.press('END', 'ARROW_LEFT');
  await page.frames();
  const { readout } = await page.look();
  assert.ok((readout.match(/\d[\d,.]*/g) ?? []).length >= 5, `a date and the values of all panels, got ${readout}`);
  await assertQuiet(page);
});

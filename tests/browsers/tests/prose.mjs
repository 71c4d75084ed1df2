// Numbers and sliders in the author's own sentences: they say what the widget says, and whoever drags one moves all of its group.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const SENTENCE =
  '<p id="prose">Over <yen-lens-slider bind="window" group="g">so many trading days</yen-lens-slider> the correlation is ' +
  '<yen-lens-value id="r" of="correlation" group="g">near zero</yen-lens-value> (<yen-lens-value id="low" of="low" group="g">a</yen-lens-value> to ' +
  '<yen-lens-value id="high" of="high" group="g">b</yen-lens-value>).</p>';

const texts = (page) => page.run(() => ({
  slider: document.querySelector('yen-lens-slider').textContent,
  r: document.getElementById('r').textContent,
  low: document.getElementById('low').textContent,
  high: document.getElementById('high').textContent,
  finding: window.__look.text(window.__look.widget(), 'finding'),
}));

/** Waits until the slider is one, and the number a number. */
const bound = (page) => page.until('bound elements', () =>
  document.querySelector('yen-lens-slider').getAttribute('role') === 'slider' && document.getElementById('r').textContent !== 'near zero');

function agree({ r, low, high, finding }) {
  assert.ok(finding.includes(`correlate at ${r} (`) && finding.includes(`${low} to ${high}`), `${r} ${low} ${high} in ${finding}`);
}

test('numbers in the prose are those of the sentence in the widget, also after the slider in the prose was moved', async ({ page }) => {
  await page.article(`${SENTENCE}${element({ group: 'g' })}${SCRIPT}`);
  await page.ready();
  await bound(page);
  const before = await texts(page);
  agree(before);
  assert.equal(before.slider, '60 trading days');
  assert.ok(await page.focus(() => document.querySelector('yen-lens-slider')));
  await page.press('ARROW_RIGHT', 'ARROW_RIGHT', 'ARROW_UP');
  await page.until('another sentence', (text) => window.__look.text(window.__look.widget(), 'finding') !== text, [before.finding]);
  await page.frames();
  const after = await texts(page);
  agree(after);
  assert.equal(after.slider, '63 trading days');
  assert.match(after.finding, /63 trading days/);
  const aria = await page.run(() => {
    const slider = document.querySelector('yen-lens-slider');
    return ['role', 'tabindex', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext', 'aria-label'].map((name) => slider.getAttribute(name));
  });
  assert.deepEqual(aria, ['slider', '0', '20', '250', '63', '63 trading days', 'Window']);
  await page.press('END');
  await page.until('the longest window', () => document.querySelector('yen-lens-slider').textContent === '250 trading days');
  await assertQuiet(page);
});

test('a slider in the widget moves the prose, and an attribute of the page does', async ({ page }) => {
  await page.article(`${SENTENCE}${element({ group: 'g', window: '90' })}${SCRIPT}`);
  await page.ready();
  await bound(page);
  assert.equal((await texts(page)).slider, '90 trading days');
  await page.run(() => {
    const input = window.__look.control(window.__look.widget(), 'window', 'input[type=range]');
    for (const value of ['100', '110', '120']) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await page.until('120 in the prose', () => document.querySelector('yen-lens-slider').textContent === '120 trading days');
  await page.frames();
  await page.frames();
  agree(await texts(page));
  assert.match((await texts(page)).finding, /120 trading days/);
  await page.attribute('window', '200');
  await page.until('200 in the prose', () => document.querySelector('yen-lens-slider').textContent === '200 trading days');
  await page.frames();
  agree(await texts(page));
});

test('the slider in the prose is dragged sideways by the pointer, and claims nothing but sideways moves', async ({ page }) => {
  await page.article(`${SENTENCE}${element({ group: 'g' })}${SCRIPT}`);
  await page.ready();
  await bound(page);
  assert.equal(await page.run(() => getComputedStyle(document.querySelector('yen-lens-slider')).touchAction), 'pan-y');
  const height = await page.run(() => document.getElementById('prose').getBoundingClientRect().height);
  const moved = await page.run(() => {
    const slider = document.querySelector('yen-lens-slider');
    const { left, top } = slider.getBoundingClientRect();
    const fire = (kind, x) => slider.dispatchEvent(new PointerEvent(kind, { clientX: x, clientY: top + 5, pointerId: 1, button: 0, pointerType: 'touch', bubbles: true }));
    fire('pointerdown', left + 5);
    fire('pointermove', left + 65);
    fire('pointerup', left + 65);
    fire('pointermove', left + 305);
    return slider.getAttribute('aria-valuenow');
  });
  await page.frames();
  assert.equal(moved, '60', 'the text follows in the frame');
  const { slider } = await texts(page);
  assert.equal(slider, '100 trading days', 'sixty pixels are forty days of 230 over the way of 345');
  assert.equal(await page.run(() => document.getElementById('prose').getBoundingClientRect().height), height);
});

test('without a widget the number is computed alone, in the language of the page', async ({ page }) => {
  await page.article('<p><yen-lens-value id="r" of="verdict" driver="yen">x</yen-lens-value></p>' + SCRIPT, { lang: 'ja' });
  const text = await page.until('a verdict', () => { const { textContent } = document.getElementById('r'); return textContent !== 'x' && textContent; });
  assert.match(text, /[ぁ-ん]/);
  await assertQuiet(page);
});

test('a number far from the viewport is left as it is, and nothing is fetched for it, until the reader comes near', async ({ page }) => {
  await page.article('<p>Before.</p>'.repeat(200) + '<p><yen-lens-value id="r" of="correlation" driver="yen">as it was</yen-lens-value></p>' + SCRIPT);
  await page.frames();
  await new Promise((done) => setTimeout(done, 500));
  const before = await page.run(() => [document.getElementById('r').textContent, performance.getEntriesByType('resource').some(({ name }) => name.includes('yenlens'))]);
  assert.deepEqual(before, ['as it was', false]);
  await page.run(() => document.getElementById('r').scrollIntoView());
  await page.until('the number', () => /^[+−]0\.\d\d$/.test(document.getElementById('r').textContent));
  await assertQuiet(page);
});

test('the heavy module of the numbers is asked for after the figure’s has come', async ({ page }) => {
  await page.article(`${element()}<p><yen-lens-value id="r" of="correlation" driver="yen">as it was</yen-lens-value></p>${SCRIPT}`);
  await page.until('the number', () => document.getElementById('r').textContent !== 'as it was');
  const [light, heavy] = await page.run(() => ['widget_bg.wasm', 'yenlens_bg.wasm'].map((file) => {
    const { startTime, responseEnd } = performance.getEntriesByType('resource').find(({ name }) => name.endsWith(file));
    return { startTime, responseEnd };
  }));
  assert.ok(heavy.startTime >= light.responseEnd, JSON.stringify({ light, heavy }));
  await assertQuiet(page);
});

test('where there are no figures the author’s text stays, and nothing is thrown', async ({ page, site }) => {
  site.fault(/\.bin$/, { status: 404 });
  await page.article('<p><yen-lens-value id="r" of="correlation">about zero</yen-lens-value></p>' + SCRIPT);
  await page.frames();
  await new Promise((done) => setTimeout(done, 1500));
  assert.equal(await page.run(() => document.getElementById('r').textContent), 'about zero');
  const { errors, rejections } = await page.seen();
  assert.deepEqual({ errors, rejections }, { errors: [], rejections: [] });
});

test('a name without a number is told once as an event, and the author’s text stays', async ({ page }) => {
  await page.article('<p><yen-lens-value id="r" of="nonsense">as it was</yen-lens-value></p>' + SCRIPT);
  await page.until('an error event', () => window.__probe.events.some(({ name, code }) => name === 'error' && code === 'no-value'));
  assert.equal(await page.run(() => document.getElementById('r').textContent), 'as it was');
});

test('what cannot be understood brings no other number in its place, and a slider that is none says so', async ({ page }) => {
  const wrong = ['driver="foo" of="low"', 'asset="zzz" of="correlation"', 'window="abc" of="correlation"'];
  await page.article(`<p>${wrong.map((one) => `<yen-lens-value ${one}>as it was</yen-lens-value>`).join(' ')} <yen-lens-slider bind="confidence">95</yen-lens-slider></p>${SCRIPT}`);
  await page.until('an event of each', () => window.__probe.events.filter(({ name }) => name === 'error').length >= 4);
  await page.frames();
  assert.deepEqual(await page.run(() => [...document.querySelectorAll('p > :is(yen-lens-value, yen-lens-slider)')].map((one) => one.textContent)), ['as it was', 'as it was', 'as it was', '95']);
});

test('numbers in the prose are of the figures that the page gave the widget, and of those of its file', async ({ page }) => {
  const values = Array.from({ length: 400 }, (_, at) => 100 + (at % 7));
  const number = '<p><yen-lens-value id="latest" of="latest" asset="mine" group="g">none</yen-lens-value></p>';
  await page.article(`${element({ group: 'g' })}${number}${SCRIPT}`);
  await page.ready();
  await page.run((all) => {
    const days = Int32Array.from(all, (_, at) => 19_000 + at);
    window.__look.widget().setSeries('mine', days, Float64Array.from(all), { label: 'Mine', unit: 'usd' });
  }, values);
  await page.until('the last value', (last) => document.getElementById('latest').textContent === last, [`${values.at(-1)}.00`]);
  // Another figure of the page than the first of the group has its own.
  await page.run((all) => {
    const days = Int32Array.from(all, (_, at) => 19_000 + at);
    window.__look.widget().setSeries('mine', days, Float64Array.from(all, () => 55), { label: 'Mine', unit: 'usd' });
  }, values);
  await page.until('the new value', () => document.getElementById('latest').textContent === '55.00');
});

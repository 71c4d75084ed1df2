// Widgets of one group: crosshair, range and parameters are one, and nothing echoes.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const slide = (index, values) => (page) => page.run(async (number, all) => {
  const input = window.__look.control(window.__look.widget(number), 'window', 'input[type=range]');
  for (const value of all) {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(done));
  }
}, index, values);

const windows = (page) => page.run(() => [...document.querySelectorAll('yen-lens')].map((widget) => widget.save().window ?? '60'));

async function pair(page, first = {}, second = {}) {
  await page.article(`${element({ group: 'g', height: '420', ...first })}${element({ group: 'g', height: '420', ...second })}${SCRIPT}`);
  await page.box((number) => window.__look.widget(number), 1);
  await page.ready(2);
}

test('a parameter changed in one widget is changed in its group and nowhere else', async ({ page }) => {
  await page.article(
    `${element({ group: 'g', height: '420' })}${element({ group: 'g', driver: 'jgb10y', height: '420' })}${element({ group: 'other', height: '420' })}${SCRIPT}`,
  );
  for (const index of [1, 2]) await page.box((number) => window.__look.widget(number), index);
  await page.ready(3);
  await slide(0, ['120'])(page);
  await page.until('the second follows', () => window.__look.widget(1).save().window === '120');
  assert.deepEqual(await windows(page), ['120', '120', '60']);
  assert.match(await page.text('finding', 1), /120 trading days/);
  assert.equal(await page.run(() => window.__look.widget(1).save().driver), 'jgb10y');
  await assertQuiet(page);
});

test('a fast slider is not thrown back by those that follow it', async ({ page }) => {
  await pair(page);
  const values = Array.from({ length: 40 }, (_, at) => String(61 + at));
  const seen = await page.run(async (all) => {
    const input = window.__look.control(window.__look.widget(0), 'window', 'input[type=range]');
    const back = [];
    for (const value of all) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(done));
      if (input.value !== value) back.push([value, input.value]);
    }
    return back;
  }, values);
  assert.deepEqual(seen, []);
  await page.frames();
  await page.frames();
  assert.deepEqual(await windows(page), ['100', '100']);
  const changes = (await page.seen()).events.filter(({ name }) => name === 'change').length;
  await page.frames();
  await page.frames();
  assert.equal((await page.seen()).events.filter(({ name }) => name === 'change').length, changes, 'silence follows');
});

test('range buttons and the crosshair are one for the group', async ({ page }) => {
  await pair(page);
  await page.run(() => {
    const buttons = [...window.__look.widget(0).shadowRoot.querySelectorAll('[part=controls] button')];
    buttons.find((button) => button.textContent === '1Y').click();
  });
  await page.until('the same range', () => window.__look.widget(1).save().range === '1y');
  assert.ok(await page.focus(() => window.__look.widget(0).shadowRoot.querySelector('[part=chart]')));
  await page.press('ARROW_LEFT');
  await page.until('two readouts', () => [0, 1].every((number) => window.__look.text(window.__look.widget(number), 'readout') !== ''));
  const [one, two] = await page.run(() => [0, 1].map((number) => window.__look.text(window.__look.widget(number), 'readout')));
  assert.equal(one, two);
  await page.press('ESCAPE');
  await page.until('no readout', () => [0, 1].every((number) => window.__look.widget(number).shadowRoot.querySelector('[part=readout]').hidden));
});

test('who comes later finds the group as readers have left it', async ({ page }) => {
  await page.article(`${element({ group: 'g', height: '420' })}${SCRIPT}`);
  await page.ready(1);
  await slide(0, ['77'])(page);
  await page.run(() => {
    const late = document.createElement('yen-lens');
    for (const [name, value] of Object.entries({ view: 'correlation', group: 'g', height: '420' })) late.setAttribute(name, value);
    document.querySelector('main').append(late);
    late.scrollIntoView();
  });
  await page.until('the latecomer', () => window.__look.widget(1)?.save().window === '77');
});

test('only the widget under the pointer tells the page of a hover', async ({ page }) => {
  await pair(page);
  await page.run(() => {
    window.hovers = [];
    document.addEventListener('yen-lens-hover', (event) => window.hovers.push([...document.querySelectorAll('yen-lens')].indexOf(event.target)));
  });
  await page.focus(() => window.__look.widget(0).shadowRoot.querySelector('[part=chart]'));
  await page.press('ARROW_LEFT', 'ARROW_LEFT');
  await page.until('the second follows', () => window.__look.text(window.__look.widget(1), 'readout') !== '');
  await page.frames();
  const heard = await page.run(() => window.hovers);
  assert.ok(heard.length >= 1 && heard.every((at) => at === 0), JSON.stringify(heard));
});

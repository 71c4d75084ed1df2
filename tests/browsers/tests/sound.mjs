// A line as sound: begun by a press, followed by the crosshair, ended by a press, by Escape, by another picture or with the widget. The
// nodes are replaced by ones that write down what they are told and the clock by the page's: a machine need not have loudspeakers.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** Writes the schedule down; its clock is the page's. */
const pretend = () => {
  window.__sound = { contexts: 0, closed: 0, pitches: [], volumes: [], started: 0 };
  const begun = performance.now();
  const log = window.__sound;
  const param = (list) => ({ setTargetAtTime: (value, at) => list.push([value, at]), setValueAtTime: (value, at) => list.push([value, at]) });
  class Voice {}
  // The constructor is taken up when the module loads; what the context says and does is asked for anew.
  Object.defineProperty(BaseAudioContext.prototype, 'currentTime', { get: () => (performance.now() - begun) / 1000 });
  AudioContext.prototype.close = async () => { log.closed += 1; };
  AudioContext.prototype.resume = async () => {};
  window.OscillatorNode = class extends Voice {
    constructor() { super(); log.contexts += 1; this.frequency = param(log.pitches); }
    connect() {}
    start() { log.started += 1; }
    stop() {}
  };
  window.GainNode = class extends Voice {
    constructor() { super(); this.gain = param(log.volumes); }
    connect() {}
  };
};

const log = () => ({ ...window.__sound, button: window.__look.widget()?.shadowRoot.querySelector('.actions button')?.textContent });
const press = () => window.__look.widget().shadowRoot.querySelector('.actions button').click();
const spoken = () => window.__look.widget().shadowRoot.querySelector('.spoken').textContent;
/** The light module, which has no sound, is not fetched where another view comes first. */
const timeline = async (page) => {
  await page.run(() => window.__look.widget().shadowRoot.querySelectorAll('[role=tab]')[1].click());
  await page.until('the timeline', () => window.__look.widget().getAttribute('view').startsWith('timeline'));
  await page.frames();
};
const begin = async (page, attributes) => {
  await page.article(`${element(attributes)}${SCRIPT}`);
  await page.ready();
  await page.run(pretend);
};

test('a press plays the line, the crosshair goes along and nobody is talked over', async ({ page }) => {
  await begin(page, { view: 'leadlag timeline', lang: 'en' });
  // What is not over time has nothing to listen to.
  assert.ok(await page.run(() => window.__look.widget().shadowRoot.querySelector('.actions button').hidden));
  await timeline(page);
  assert.equal((await page.run(log)).contexts, 0, 'nothing sounds before the press');
  await new Promise((settle) => setTimeout(settle, 800));
  const before = await page.run(spoken);
  await page.run(() => {
    window.__days = [];
    document.addEventListener('yen-lens-hover', (event) => window.__days.push(event.detail.date));
  });
  await page.run(press);
  await page.until('a way along', () => window.__days.filter(Boolean).length > 5);
  const playing = await page.run(log);
  assert.equal(playing.button, 'Stop');
  assert.equal(playing.started, 1);
  assert.ok(playing.pitches.length > 100 && playing.pitches.every(([hertz]) => hertz >= 219 && hertz <= 1_300), `${playing.pitches.length} notes`);
  assert.ok(playing.pitches.every(([, at], index, all) => index === 0 || at > all[index - 1][1]), 'one after the other');
  const days = await page.run(() => window.__days);
  assert.deepEqual(days, [...days].sort(), 'the crosshair goes one way');
  assert.equal(await page.run(spoken), before, 'the live region is left alone');
  await page.run(press);
  await page.until('silence', () => window.__sound.closed === 1);
  assert.equal((await page.run(log)).button, 'Listen');
  await assertQuiet(page);
});

test('Escape ends what plays and leaves the range, another picture ends it, and so does the end of the widget', async ({ page }) => {
  await begin(page, { view: 'leadlag timeline', range: '1y' });
  await timeline(page);
  const chart = () => window.__look.part(window.__look.widget(), 'chart');
  await page.focus(chart);
  await page.press('+');
  await page.frames();
  const zoomed = await page.run(() => window.__look.widget().getAttribute('range'));
  await page.run(press);
  await page.focus(chart);
  await page.press('ESCAPE');
  await page.until('silence', () => window.__sound.closed === 1);
  assert.equal(await page.run(() => window.__look.widget().getAttribute('range')), zoomed, 'the first Escape is the sound\'s');
  await page.press('ESCAPE');
  await page.until('the author\'s range', () => window.__look.widget().getAttribute('range') === '1y');
  await page.run(press);
  await page.attribute('range', '3y');
  await page.until('silence', () => window.__sound.closed === 2);
  await page.run(press);
  await page.run(() => window.__look.widget().remove());
  await page.until('silence', () => window.__sound.closed === 3);
  assert.equal((await page.run(log)).contexts, 3);
  await assertQuiet(page);
});

for (const view of ['timeline', 'correlation']) {
  test(`the ${view} that comes first offers to be heard, and the press that fetches what plays is not asked for again`, async ({ page }) => {
    await begin(page, { view, lang: 'ja' });
    const button = () => window.__look.widget().shadowRoot.querySelector('.actions button').textContent;
    assert.equal(await page.run(button), '音で聴く');
    await page.run(press);
    await page.until('a line that plays', () => window.__sound.started === 1);
    assert.equal(await page.run(button), '止める');
    await page.run(press);
    await page.until('silence', () => window.__sound.closed === 1);
    assert.equal(await page.run(button), '音で聴く');
    await assertQuiet(page);
  });
}

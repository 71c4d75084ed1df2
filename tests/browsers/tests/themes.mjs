// Light, dark and automatic: the ground, the words and the marks change together, and at once.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** Brightness from 0 to 255 of the screen just inside the corner of the figure. */
async function ground(page) {
  await page.frames();
  const { left, top, width } = await page.run(() => {
    window.scrollTo(0, 0);
    return window.__look.widget().getBoundingClientRect().toJSON();
  });
  const [red, green, blue] = await page.colourAt(left + width - 3, top + 3);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Waits until the ground is as it should be. Pictures are not compared by their bits: WebKit's are not the same twice. */
async function untilGround(page, isRight, what) {
  for (let turn = 0; turn < 40; turn += 1) {
    if (isRight(await ground(page))) return;
  }
  assert.fail(what);
}

for (const [theme, isRight] of [['light', (brightness) => brightness > 230], ['dark', (brightness) => brightness < 60]]) {
  test(`the ${theme} theme has a ${theme} ground`, async ({ page }) => {
    await page.article(`${element({ theme })}${SCRIPT}`);
    await page.ready();
    const brightness = await ground(page);
    assert.ok(isRight(brightness), `brightness ${brightness}`);
    await assertQuiet(page);
  });
}

test('the theme changes on a living figure, marks included', async ({ page }) => {
  await page.article(`${element({ theme: 'light' })}${SCRIPT}`);
  await page.ready();
  const light = await page.look();
  await page.attribute('theme', 'dark');
  assert.ok((await ground(page)) < 60);
  const dark = await page.look();
  assert.notEqual(dark.base.hash, light.base.hash, 'the canvas has other colours');
  assert.equal(dark.finding, light.finding, 'the words are the same');
  await page.attribute('theme', 'light');
  assert.ok((await ground(page)) > 230);
  assert.equal((await page.look()).base.hash, light.base.hash);
});

test('what is printed is printed on white', async ({ page }) => {
  await page.article(`${element({ theme: 'dark', view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  // What paints for paper comes with the second half; no frame comes between the event and the paper.
  const [screen, paper, after] = await page.until('a picture for paper', () => {
    const widget = window.__look.widget();
    const state = () => {
      const [base] = window.__look.canvases(widget);
      return { width: base.width, inked: window.__look.near(base, [0x1b, 0x1f, 0x24], 8) > 100, words: getComputedStyle(window.__look.part(widget, 'finding')).color };
    };
    const states = [state()];
    for (const kind of ['beforeprint', 'afterprint']) {
      window.dispatchEvent(new Event(kind));
      states.push(state());
    }
    return states[1].inked && states;
  });
  const { width } = screen;
  assert.deepEqual(screen, { width, inked: false, words: 'rgb(232, 234, 237)' });
  assert.deepEqual(paper, { width: 2 * width, inked: true, words: 'rgb(27, 31, 36)' });
  assert.deepEqual(after, screen);
  await assertQuiet(page);
});

test('text is readable on both grounds', async ({ page }) => {
  await page.article(`${element({ theme: 'light' })}${SCRIPT}`);
  await page.ready();
  for (const theme of ['light', 'dark']) {
    await page.attribute('theme', theme);
    await page.frames();
    const poor = await page.run(contrasts);
    assert.deepEqual(poor, [], `contrast of text in the ${theme} theme is at least 4.5 to 1`);
  }
});

test('without a theme and on a page without a ground the figure follows the system, also when it changes', { engines: ['chromium'] }, async ({ page, site }) => {
  site.add('/articles/bare.css', 'body { background: none; }');
  await page.emulation.media({ 'prefers-color-scheme': 'dark' });
  await page.article(TAG, { head: '<link rel="stylesheet" href="bare.css">' });
  await page.ready();
  const dark = await page.look();
  assert.ok((await ground(page)) < 60);
  await page.emulation.media({ 'prefers-color-scheme': 'light' });
  await page.until('another picture', (hash) => window.__look.all(window.__look.widget()).base.hash !== hash, [dark.base.hash]);
  assert.ok((await ground(page)) > 230);
  await page.attribute('theme', 'dark');
  assert.ok((await ground(page)) < 60, 'a theme that is set wins over the system');
  await assertQuiet(page);
});

test('without a theme the figure follows the page\'s own ground, however the page changes it', async ({ page, site }) => {
  site.add('/articles/toggle.css', 'body.night { background: oklch(20% 0.02 250); } main[data-theme="paper"] { background: rgb(250 245 235 / 1); } .slow body { transition: background-color 0.2s; }');
  await page.article(TAG, { head: '<link rel="stylesheet" href="toggle.css">' });
  await page.ready();
  const light = await page.look();
  assert.ok((await ground(page)) > 230);
  const until = (hash) => page.until('another picture', (before) => window.__look.all(window.__look.widget()).base.hash !== before, [hash]);
  await page.run(() => document.body.classList.add('night'));
  await until(light.base.hash);
  await untilGround(page, (brightness) => brightness < 60, 'a dark body');
  const dark = await page.look();
  await page.run(() => document.querySelector('main').setAttribute('data-theme', 'paper'));
  await until(dark.base.hash);
  await untilGround(page, (brightness) => brightness > 230, 'a light column on the dark body');
  const paper = await page.look();
  await page.run(() => document.querySelector('main').removeAttribute('data-theme'));
  await until(paper.base.hash);
  await untilGround(page, (brightness) => brightness < 60, 'the dark body again');
  await page.run(() => document.documentElement.classList.add('slow'));
  await page.run(() => document.body.classList.remove('night'));
  await untilGround(page, (brightness) => brightness > 230, 'and one that fades');
  await assertQuiet(page);
});

test('custom properties colour the marks, in any notation, and follow the page at once', async ({ page, site }) => {
  site.add('/articles/marks.css', ':root { --brand: oklch(62.8% 0.2577 29.23); --other: rgb(0 128 0); } yen-lens { --yen-lens-asset: var(--brand); } .green yen-lens { --yen-lens-asset: var(--other); }');
  await page.article(`${element({ view: 'timeline', theme: 'light' })}${SCRIPT}`, { head: '<link rel="stylesheet" href="marks.css">' });
  await page.ready();
  const near = (colour) => page.run((wanted) => window.__look.near(window.__look.canvases(window.__look.widget())[0], wanted, 12), colour);
  const [red, green, own] = [[255, 0, 0], [0, 128, 0], [0xb8, 0x4a, 0x12]];
  assert.ok((await near(red)) > 100 && (await near(own)) === 0, 'the page\'s red, none of our orange');
  const hash = (await page.look()).base.hash;
  await page.run(() => document.documentElement.classList.add('green'));
  await page.until('another picture', (before) => window.__look.all(window.__look.widget()).base.hash !== before, [hash]);
  assert.ok((await near(green)) > 100 && (await near(red)) === 0, 'then its green');
  const swatch = await page.run(() => getComputedStyle(window.__look.widget().shadowRoot.querySelector('button.key .swatch')).borderTopColor);
  assert.equal(swatch, 'rgb(0, 128, 0)', 'the legend too');
  // Without any attribute that changes: a rule that comes in.
  await page.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.green yen-lens { --yen-lens-asset: #00f; }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.until('a blue line', () => window.__look.near(window.__look.canvases(window.__look.widget())[0], [0, 0, 255], 12) > 100);
  await page.run(() => { document.adoptedStyleSheets = []; });
  await page.until('the green line', () => window.__look.near(window.__look.canvases(window.__look.widget())[0], [0, 128, 0], 12) > 100);
  await assertQuiet(page);
});

test('the page\'s own colours come in through custom properties', async ({ page, site }) => {
  site.add('/articles/own.css', 'yen-lens { --yen-lens-background: rgb(250, 240, 220); }');
  await page.article(`${element({ theme: 'light' })}${SCRIPT}`, { head: '<link rel="stylesheet" href="own.css">' });
  await page.ready();
  await page.frames();
  const { left, top, width } = await page.run(() => window.__look.widget().getBoundingClientRect().toJSON());
  const colour = await page.colourAt(left + width - 3, top + 3);
  for (const [index, wanted] of [250, 240, 220].entries()) assert.ok(Math.abs(colour[index] - wanted) <= 2, `${colour}`);
});

/** Visible text whose contrast with the ground below it is under 4.5 to 1; runs in the page. */
function contrasts() {
  const parse = (text) => text.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const linear = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of window.__look.widget().shadowRoot.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
    if (!hasText || !window.__look.seen(element) || element.disabled || element.localName === 'option') continue;
    const [one, two] = [light(parse(getComputedStyle(element).color)), light(groundOf(element))];
    const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (contrast < 4.5) poor.push(`${element.textContent.trim().slice(0, 40)}: ${contrast.toFixed(2)}`);
  }
  return poor;
}

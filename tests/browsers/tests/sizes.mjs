// Every size a figure can be given: none, hidden, fractional, transformed, zoomed, printed, changed sixty times a second; and words that
// are longer than ours.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { drag } from '../harness/fingers.mjs';
import { test } from '../harness/runner.mjs';

const chart = () => window.__look.part(window.__look.widget(), 'chart');

/** A page with a figure in a box, both with styles of their own. */
async function boxed(page, { box, figure = '', attributes = {} }) {
  await page.article(`<div id="box">${element(attributes)}</div>${SCRIPT}`);
  await page.run((outer, inner) => {
    const at = document.querySelector('#box');
    at.style.cssText = outer;
    at.firstElementChild.style.cssText = inner;
  }, box, figure);
}

/** The picture of a figure that was that wide from the beginning. */
async function fresh(page, width, attributes = {}) {
  await boxed(page, { box: `width: ${width}`, attributes });
  await page.ready();
  await page.frames();
  return page.look();
}

test('in a box of no size a figure waits, and is whole when the box grows', async ({ page }) => {
  const wanted = await fresh(page, '520px');
  await boxed(page, { box: 'width: 0; height: 0; overflow: hidden' });
  await page.run(() => new Promise((done) => setTimeout(done, 600)));
  assert.deepEqual((await page.seen()).errors, []);
  await page.run(() => { document.querySelector('#box').style.cssText = 'width: 520px'; });
  await page.ready();
  await page.until('the picture', (hash) => window.__look.all(window.__look.widget()).base.hash === hash, [wanted.base.hash]);
  await assertQuiet(page);
});

test('what changes while a figure is hidden is there when it is shown', async ({ page }) => {
  const wanted = await fresh(page, '640px', { window: 120 });
  await boxed(page, { box: 'width: 640px' });
  await page.ready();
  await page.run(() => { document.querySelector('#box').style.display = 'none'; });
  await page.frames();
  await page.attribute('window', '120');
  await page.frames();
  await page.run(() => { document.querySelector('#box').style.display = ''; });
  await page.until('the picture', (hash) => window.__look.all(window.__look.widget()).base.hash === hash, [wanted.base.hash]);
  await assertQuiet(page);
});

test('widths between two pixels give a bitmap that fits', async ({ page }) => {
  for (const width of ['333.4px', '501.5px', '700.25px']) {
    const { base } = await fresh(page, width);
    assert.ok(base.ink > 1_000, width);
    const ratio = await page.run(() => devicePixelRatio);
    assert.ok(Math.abs(base.width - base.cssWidth * ratio) <= 1, `${width}: ${base.width} for ${base.cssWidth}`);
  }
});

test('a page may hold a figure to its own column', async ({ page }) => {
  const wanted = await fresh(page, '400px');
  await boxed(page, { box: 'width: 700px', figure: 'max-width: 400px; margin-inline: auto' });
  await page.ready();
  await page.frames();
  const { left, width } = await page.run(() => {
    const [figure, box] = [window.__look.widget(), document.querySelector('#box')].map((one) => one.getBoundingClientRect());
    return { left: figure.left - box.left, width: figure.width };
  });
  assert.deepEqual([left, width], [150, 400]);
  assert.equal((await page.look()).base.hash, wanted.base.hash);
  await assertQuiet(page);
});

test('a figure whose edges lie between pixels is painted once, as sharp as any', async ({ page }) => {
  await page.article('<div id="boxes"></div>');
  const sizes = await page.run(async (figure) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'height');
    const told = new Map();
    Object.defineProperty(HTMLCanvasElement.prototype, 'height', {
      configurable: true,
      get,
      set(value) {
        told.set(this, [...(told.get(this) ?? []), value]);
        set.call(this, value);
      },
    });
    const boxes = document.querySelector('#boxes');
    for (const fraction of [0, 0.2, 0.35, 0.5, 0.7, 0.9]) {
      const box = document.createElement('div');
      box.style.cssText = `margin-top: ${fraction}px; margin-left: ${fraction}px; width: ${480 + fraction}px; height: 500.5px`;
      box.innerHTML = figure;
      box.firstElementChild.style.height = `${420 + fraction}px`;
      boxes.append(box);
    }
    const all = [...boxes.querySelectorAll('yen-lens')];
    const ready = new Set();
    boxes.addEventListener('yen-lens-ready', ({ target }) => ready.add(target));
    const script = document.createElement('script');
    script.src = '../pkg/embed.js';
    document.head.append(script);
    // A figure waits until it is near.
    for (const one of all) {
      one.scrollIntoView();
      for (let after = 0; after < 4; after += ready.has(one)) await new Promise((done) => requestAnimationFrame(done));
    }
    return all.map((one) => {
      const [base] = window.__look.canvases(one);
      const { top, bottom } = window.__look.part(one, 'chart').getBoundingClientRect();
      return [Math.round(bottom * devicePixelRatio) - Math.round(top * devicePixelRatio), ...told.get(base)];
    });
  }, element());
  for (const [height, ...told] of sizes) assert.deepEqual(told, [height]);
  await assertQuiet(page);
});

test('sixty resizes in a second end in the picture of the last one', async ({ page }) => {
  const wanted = await fresh(page, '480px', { view: 'timeline' });
  await page.article(`<div id="box">${element({ view: 'timeline' })}</div>${SCRIPT}`);
  await page.ready();
  const frames = await page.run(async () => {
    const box = document.querySelector('#box');
    const begin = performance.now();
    for (let step = 0; step < 60; step += 1) {
      box.style.width = `${360 + ((step * 37) % 300)}px`;
      await new Promise((done) => requestAnimationFrame(done));
    }
    box.style.width = '480px';
    return (performance.now() - begin) / 60;
  });
  await page.until('the picture', (hash) => window.__look.all(window.__look.widget()).base.hash === hash, [wanted.base.hash]);
  assert.ok(frames < 150, `${frames} ms for a resize`);
  await assertQuiet(page);
});

test('inside a transformed parent the pointer means what it points at', async ({ page }) => {
  await page.article(`<div id="box">${element({ range: '2022-01-03/2023-01-03' })}</div>${SCRIPT}`);
  await page.ready();
  const readAt = async (share) => {
    const box = await page.box(chart);
    await page.hover(box.left + share * box.width, box.top + box.height / 2);
    await page.until('a readout', () => window.__look.text(window.__look.widget(), 'readout') !== '');
    await page.frames();
    return Date.parse((await page.text('readout')).match(/\d+ \w+ \d{4}/)[0]) / 86_400_000;
  };
  const plain = await readAt(0.4);
  await page.hover(2, 2);
  await page.run(() => { document.querySelector('#box').style.cssText = 'transform: scale(0.6); transform-origin: 0 0'; });
  await page.frames();
  assert.ok(Math.abs((await readAt(0.4)) - plain) <= 3);
  const { length, ...before } = await page.run(() => {
    const [from, to] = window.__look.widget().getAttribute('range').split('/').map(Date.parse);
    return { from, to, length: to - from };
  });
  const box = await page.box(chart);
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  await drag(page, [[x, y], [x + 30, y], [x + 60, y]]);
  const moved = await page.run(() => window.__look.widget().getAttribute('range').split('/').map(Date.parse));
  const share = (before.from - moved[0]) / length;
  assert.ok(Math.abs(share - 60 / box.width) < 0.05, `panned by ${share} of the range, the pointer by ${60 / box.width} of the chart`);
});

test('at every zoom of the browser nothing is cut off', { engines: ['chromium'], timeoutMs: 120_000 }, async ({ page }) => {
  try {
    for (const factor of [0.5, 0.8, 1.5, 3, 5]) {
      await page.emulation.zoom(factor);
      await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
      await page.ready();
      await page.frames();
      const seen = await page.run(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth, ink: window.__look.all(window.__look.widget()).base.ink,
      }));
      assert.ok(seen.over <= 1 && seen.ink > 500, `${factor}: ${JSON.stringify(seen)}`);
    }
  } finally {
    // The zoom is the browser's, not the page's: the next test would have it too.
    await page.emulation.zoom(1);
  }
});

test('on paper the controls go and the figure stays', { engines: ['chromium'] }, async ({ page }) => {
  await page.article(`${element({ view: 'timeline' })}${SCRIPT}`);
  await page.ready();
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  await page.frames();
  const seen = await page.run(() => {
    const { seen, part, widget } = window.__look;
    const of = (name) => seen(part(widget(), name));
    return { controls: of('controls'), actions: seen(widget().shadowRoot.querySelector('.actions')), chart: of('chart'), finding: of('finding'), footer: of('footer') };
  });
  assert.deepEqual(seen, { controls: false, actions: false, chart: true, finding: true, footer: true });
  const shape = await page.run(() => {
    // Paper is narrower than the screen, or wider.
    document.querySelector('main').style.width = '500px';
    const [base] = window.__look.canvases(window.__look.widget());
    const [chart, note] = ['chart', 'footer'].map((name) => window.__look.part(window.__look.widget(), name).getBoundingClientRect());
    const { width, height, bottom } = base.getBoundingClientRect();
    return { drawn: base.width / base.height, printed: width / height, over: Math.max(bottom - note.top, width - chart.width) };
  });
  assert.ok(Math.abs(shape.printed / shape.drawn - 1) < 0.01, `${shape.drawn} drawn, ${shape.printed} printed`);
  assert.ok(shape.over <= 0.5, `${shape.over} px over what comes next`);
  const { data } = await page.driver.sendAndGetDevToolsCommand('Page.printToPDF', { printBackground: false });
  assert.ok(data.length > 20_000, 'a page with a picture');
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
});

test('paper says nothing of moving a slider', { engines: ['chromium'] }, async ({ page }) => {
  await page.article(`${element({ view: 'chain' })}${SCRIPT}`);
  await page.ready();
  const caption = () => page.run(() => window.__look.widget().shadowRoot.querySelector('[part=steps] p').innerText.trim());
  assert.match(await caption(), /^The links over the .* Move the slider .* held\.$/);
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  assert.match(await caption(), /^The links over the .*\d{4}\.$/);
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
});

test('words half as long again as ours still fit, at 320 px and from right to left', async ({ page }) => {
  for (const html of ['', 'dir="rtl"']) {
    await page.emulation.size(320, 900);
    await page.article(`${element({ view: 'timeline correlation' })}${SCRIPT}`, { html });
    await page.ready();
    const wide = await page.run(async () => {
      const shadow = window.__look.widget().shadowRoot;
      const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
      const accents = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü' };
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const text = node.textContent.trim();
        if (text === '') continue;
        const more = Array.from({ length: Math.ceil(text.length / 2) }, (_, at) => (at % 6 === 5 ? ' ' : '~')).join('');
        node.textContent = `[${text.replace(/[aeiou]/g, (letter) => accents[letter])}${more}]`;
      }
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const { left, right } = window.__look.widget().getBoundingClientRect();
      const out = [...shadow.querySelectorAll('button, select, label, summary, p, [part=heading], output')].filter((node) => {
        if (!window.__look.seen(node)) return false;
        const box = node.getBoundingClientRect();
        return box.left < left - 1 || box.right > right + 1;
      });
      return { over: document.documentElement.scrollWidth - document.documentElement.clientWidth, out: out.map((node) => `${node.localName} ${node.textContent}`) };
    });
    assert.deepEqual(wide, { over: 0, out: [] }, html);
  }
});

test('a drag goes the same way on a page that reads from right to left', async ({ page }) => {
  await page.article(`${element({ range: '2022-01-03/2023-01-03' })}${SCRIPT}`, { html: 'dir="rtl"' });
  await page.ready();
  const box = await page.box(chart);
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  await drag(page, [[x, y], [x + 40, y], [x + 80, y]]);
  const [from] = (await page.run(() => window.__look.widget().getAttribute('range'))).split('/');
  assert.ok(from < '2022-01-03', `the past comes in from the left, got ${from}`);
  await assertQuiet(page);
});

// The ways onto a page: one tag, elements before and after the script, several, twice, as a module, late, in a sub-folder.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

test('one script tag draws a figure of real data where it stands', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const { heading, finding, error, base, cursor } = await page.look();
  assert.ok(heading.length > 3, 'a heading');
  assert.match(finding, /[−-]?\d\.\d/, 'the finding holds a number');
  assert.match(finding, /20\d\d/, 'the finding holds a date');
  assert.equal(error, '');
  assert.ok(base.ink > 2_000, `a drawing, got ${base.ink} pixels of ink`);
  assert.ok(base.colours > 8, `a line, a band and a grid, got ${base.colours} colours`);
  assert.equal(cursor.height, base.height, 'a crosshair as high as the figure');
  assert.ok(cursor.width < base.width / 10, `on a strip of its own, got ${cursor.width} of ${base.width}`);
  const places = await page.run(() => {
    const box = (element) => element.getBoundingClientRect();
    const widget = window.__look.widget();
    return {
      count: document.querySelectorAll('yen-lens').length,
      beside: widget.previousElementSibling?.localName === 'script' || widget.nextElementSibling?.localName === 'script',
      below: box(widget).top >= box(document.querySelector('#before')).bottom,
      above: box(widget).bottom <= box(document.querySelector('#after')).top,
    };
  });
  assert.deepEqual(places, { count: 1, beside: true, below: true, above: true });
});

test('one script tag leaves the host page in peace', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  await page.frames();
  const { insertions, events } = await page.seen();
  // The module's script carries the integrity that `import()` cannot; it goes again when it is loaded.
  const [module, element] = [{ tag: 'script', parent: 'head' }, { tag: 'yen-lens', parent: 'main' }];
  assert.deepEqual(insertions, [element, module], 'nothing else is ever added outside the shadow tree');
  const left = await page.run(() => [...document.querySelectorAll('head > *, body > *')].map(({ localName, src }) => (src ? src.split('/').pop() : localName)));
  assert.deepEqual(left, ['probe.js', 'look.js', 'meta', 'title', 'meta', 'link', 'main'], 'the head and the body are as the author wrote them');
  assert.equal(events.filter(({ name }) => name === 'ready').length, 1);
  assert.equal(events.filter(({ name }) => name === 'error').length, 0);
  const globals = await page.newGlobals();
  assert.ok(globals.length <= 1, `at most one name on the window, got ${globals}`);
  assert.equal(await page.run(() => document.adoptedStyleSheets.length), 0, 'no style outside the shadow tree');
  await assertQuiet(page);
});

test('a figure at rest asks for no frames', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const [first, later] = await page.run(async () => {
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    await pause(500);
    const before = window.__probe.frames;
    await pause(700);
    return [before, window.__probe.frames];
  });
  assert.equal(later, first);
});

test('elements before and after the script become figures', async ({ page }) => {
  await page.article(`${element({ id: 'first' })}${SCRIPT}${element({ id: 'second', driver: 'jgb10y' })}`);
  await page.ready(2);
  const [first, second] = [await page.look(0), await page.look(1)];
  assert.ok(first.base.ink > 2_000 && second.base.ink > 2_000);
  assert.notEqual(first.finding, second.finding, 'another driver is another finding');
  assert.equal(await page.run(() => document.querySelectorAll('yen-lens').length), 2, 'a script without settings adds no figure');
  await assertQuiet(page);
});

test('an element made by script after loading becomes a figure', async ({ page }) => {
  await page.article(`${SCRIPT}<div id="place"></div>`);
  await page.until('the element to be known', () => customElements.get('yen-lens') !== undefined);
  await page.run(() => {
    const late = document.createElement('yen-lens');
    late.setAttribute('view', 'correlation');
    late.setAttribute('driver', 'jgb10y');
    document.querySelector('#place').append(late);
  });
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  await assertQuiet(page);
});

test('six figures share one wasm and one copy of the core data', async ({ page, site }) => {
  const drivers = ['yen', 'jgb10y', 'jgb30y', 'spread10y', 'yen', 'jgb10y'];
  await page.emulation.size(1000, 1500);
  await page.article(drivers.map((driver) => element({ driver, height: 200 })).join('') + SCRIPT);
  for (let index = 0; index < drivers.length; index += 1) {
    // Figures far below start when they come near.
    await page.box((number) => window.__look.widget(number), index);
    await page.ready(index + 1);
  }
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1);
  assert.equal(site.hits('/pkg/widget.js'), 1);
  for (const [path, times] of Object.entries(site.asked())) {
    if (path.startsWith('/pkg/')) assert.equal(times, 1, `${path} is fetched once`);
  }
  assert.equal(await page.run(() => window.__probe.wasm.instances.length), 1);
  await assertQuiet(page);
});

test('the script included twice does nothing twice', async ({ page, site }) => {
  await page.article(`${SCRIPT}${element()}${SCRIPT}<script src="../pkg/embed.js?again"></script>`);
  await page.ready();
  await page.run(() => new Promise((done) => setTimeout(done, 300)));
  const { events } = await page.seen();
  assert.equal(events.filter(({ name }) => name === 'ready').length, 1);
  assert.equal(await page.run(() => document.querySelectorAll('yen-lens').length), 1);
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1);
  await assertQuiet(page);
});

test('two tags are two figures, each where its tag stands', async ({ page, site }) => {
  await page.article(`${TAG}<p id="between">Between.</p>${TAG.replace('"yen"', '"jgb10y"')}`);
  await page.ready(2);
  const order = await page.run(() => [...document.querySelectorAll('yen-lens, #before, #between, #after')].map((element) => element.id || element.localName));
  assert.deepEqual(order, ['before', 'yen-lens', 'between', 'yen-lens', 'after']);
  assert.notEqual(await page.text('finding', 0), await page.text('finding', 1));
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1);
  await assertQuiet(page);
});

test('the ES module makes figures, alone and together with the script', async ({ page, site }) => {
  const module = '<script type="module" src="../pkg/yenlens.js"></script>';
  await page.article(`${element()}${module}`);
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  await page.article(`${element()}${module}${SCRIPT}`);
  await page.ready();
  assert.equal(site.hits(/_bg\.wasm$/), 2, 'one for each of the two pages, whichever script was first');
  await assertQuiet(page);
});

for (const [order, first, second] of [['before', 'script', 'module'], ['after', 'module', 'script']]) {
  test(`the script ${order} the ES module: one element, drawn by whichever came first, and the indicators work`, async ({ page, site }) => {
    // In a script of the page: what a driver evaluates lives in a world of its own in Firefox.
    site.add('/articles/whole.js', "import { rollingMean, start } from '../pkg/yenlens.js'; await start(); document.documentElement.dataset.sum = rollingMean(Float64Array.of(1, 2, 3), 3)[2];");
    await page.article(element());
    await page.run(async (...kinds) => {
      for (const kind of kinds) {
        const script = Object.assign(document.createElement('script'), kind === 'module' ? { type: 'module', src: 'whole.js' } : { src: '../pkg/embed.js' });
        await new Promise((resolve, reject) => {
          Object.assign(script, { onload: resolve, onerror: reject });
          document.head.append(script);
        });
      }
    }, first, second);
    await page.until('the mean of the module', () => document.documentElement.dataset.sum === '2');
    await page.ready();
    assert.ok((await page.look()).base.ink > 2_000);
    assert.equal(site.hits('/pkg/widget_bg.wasm'), first === 'script' ? 1 : 0);
    assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 1);
    assert.equal((await page.seen()).events.filter(({ name }) => name === 'ready').length, 1);
    await assertQuiet(page);
  });
}

test('everything works from a sub-folder', { site: { folder: 'some/sub/folder' } }, async ({ page, site }) => {
  await page.article(TAG);
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  assert.deepEqual(site.missing(), []);
  await assertQuiet(page);
});

test('a figure far below the fold loads nothing until it comes near', async ({ page, site }) => {
  const tall = '<p>A line of the article.</p>'.repeat(200);
  await page.article(`${tall}${TAG}`);
  await page.run(() => new Promise((done) => setTimeout(done, 800)));
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 0);
  assert.equal(site.hits(/^\/pkg\/data\//), 0);
  await page.run(() => window.__look.widget().scrollIntoView({ behavior: 'instant' }));
  await page.ready();
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1);
  await assertQuiet(page);
});

test('a tag manager that brings the script seconds after the page makes figures of what is there', async ({ page, site }) => {
  site.add('/articles/manager.js', 'setTimeout(() => { const script = document.createElement("script"); script.async = true; script.src = "../pkg/embed.js"; const first = document.getElementsByTagName("script")[0]; first.parentNode.insertBefore(script, first); }, 800);');
  await page.article(`${element({}, '<p id="fallback">A picture.</p>')}<script src="manager.js"></script>`);
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))));
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  await assertQuiet(page);
});

test('a tag manager that brings the one tag draws it where the manager has put it', async ({ page, site }) => {
  site.add('/articles/manager.js', 'addEventListener("load", () => { const script = document.createElement("script"); script.src = "../pkg/embed.js"; script.setAttribute("data-view", "correlation"); script.setAttribute("data-window", "90"); document.querySelector("#slot").append(script); });');
  await page.article('<div id="slot"></div><script src="manager.js"></script>');
  await page.ready();
  assert.match((await page.look()).finding, /90 trading days/);
  assert.equal(await page.run(() => window.__look.widget().parentNode.id), 'slot');
  await assertQuiet(page);
});

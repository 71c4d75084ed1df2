// What a reader takes along: the figure as PNG, SVG and CSV, its address, and the tag that shows it elsewhere.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const button = (name) => [...window.__look.widget().shadowRoot.querySelectorAll('.actions button')].find((one) => one.textContent === name);

/** Keeps what the widget has the browser save, instead of saving it. */
const catchFiles = (page) => page.run(() => {
  window.__files = [];
  const blobs = new Map();
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = create(blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    window.__files.push({ name: this.download, blob: blobs.get(this.href) });
  };
});

const press = async (page, name) => {
  await page.run(`function (name) { (${button})(name).click(); }`, name);
  await page.until(`a file of ${name}`, () => window.__files.length > 0);
  return page.run(async () => {
    const { name, blob } = window.__files.shift();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { name, type: blob.type, bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  });
};

test('the SVG holds the heading, the finding, the sources and the marks as real text and paths', async ({ page }) => {
  await page.article(`${element({ view: 'timeline', heading: 'A &lt;b&gt; &amp; &quot;c&quot;' })}${SCRIPT}`);
  await page.ready();
  const { finding } = await page.look();
  const seen = await page.run(async () => {
    const text = await window.__look.widget().exportSvg();
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return {
      name: root.localName,
      texts: [...root.querySelectorAll('text')].map((node) => node.textContent),
      title: root.querySelector('title').textContent,
      dashes: new Set([...root.querySelectorAll('[stroke-dasharray]')].map((node) => node.getAttribute('stroke-dasharray'))).size,
      paths: root.querySelectorAll('path').length,
      scripts: root.querySelectorAll('script, foreignObject, image, style').length,
    };
  });
  assert.equal(seen.name, 'svg', 'it is well-formed');
  assert.equal(seen.title, 'A <b> & "c"');
  const all = seen.texts.join(' ').replace(/\s+/g, ' ');
  assert.ok(seen.texts.includes('A <b> & "c"'));
  assert.ok(all.replaceAll(' ', '').includes(finding.replace(/\s/g, '')), 'the finding, line by line');
  assert.match(all, /Sources: .*Data to \d+\s\w+\s\d{4}.*not investment advice/);
  assert.equal(seen.dashes, 2, 'the dashes of the picture');
  assert.ok(seen.paths >= 6 && seen.scripts === 0, JSON.stringify(seen));
  await assertQuiet(page);
});

test('the SVG draws what the screen shows', async ({ page }) => {
  await page.article(`${element({ view: 'timeline', theme: 'dark' })}${SCRIPT}`);
  await page.ready();
  const drawn = await page.run(async () => {
    const text = await window.__look.widget().exportSvg();
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
    canvas.getContext('2d').drawImage(image, 0, 0);
    const [base] = window.__look.canvases(window.__look.widget());
    const near = (one, colour) => window.__look.near(one, colour);
    const [asset, yen] = [[0xf0, 0x8a, 0x4b], [0x6d, 0xb3, 0xf2]];
    return { svg: [near(canvas, asset), near(canvas, yen)], screen: [near(base, asset), near(base, yen)], ground: window.__look.canvas(canvas).background };
  });
  assert.deepEqual(drawn.ground.slice(0, 3), [0x14, 0x17, 0x1c]);
  for (const at of [0, 1]) {
    const share = drawn.svg[at] / drawn.screen[at];
    assert.ok(drawn.screen[at] > 100 && share > 0.5 && share < 2, JSON.stringify(drawn));
  }
});

test('the PNG has two pixels to a CSS pixel, words above and below, and gives its bitmap back', async ({ page }) => {
  await page.article(`${element({ view: 'correlation', theme: 'light' })}${SCRIPT}`);
  await page.ready();
  const width = await page.run(() => window.__look.part(window.__look.widget(), 'chart').clientWidth);
  await catchFiles(page);
  const file = await press(page, 'PNG');
  assert.equal(file.name, 'yenlens-correlation-btc-yen.png');
  assert.equal(file.type, 'image/png');
  const png = PNG.sync.read(Buffer.from(file.bytes, 'base64'));
  assert.equal(png.width, 2 * (width + 32));
  const ink = (from, to) => {
    let dark = 0;
    for (let at = from * png.width; at < to * png.width; at += 1) if (png.data[at * 4] < 110 && png.data[at * 4 + 3] === 255) dark += 1;
    return dark;
  };
  assert.ok(ink(0, 140) > 2_000, 'a heading and a finding above');
  assert.ok(ink(png.height - 80, png.height) > 500, 'sources below');
  assert.equal(png.data[3], 255, 'on a ground of its own');
  await assertQuiet(page);
});

test('the CSV button saves what exportCsv returns', async ({ page }) => {
  await page.article(`${element({ view: 'correlation', range: '2024-01-01/2024-03-31' })}${SCRIPT}`);
  await page.ready();
  const wanted = await page.run(() => window.__look.widget().exportCsv());
  await catchFiles(page);
  const file = await press(page, 'CSV');
  assert.equal(file.name, 'yenlens-correlation-btc-yen.csv');
  assert.equal(Buffer.from(file.bytes, 'base64').toString('utf8'), wanted);
  assert.match(file.type, /^text\/csv/);
  const comment = wanted.split('\r\n').filter((line) => line.startsWith('# ')).join('\n');
  for (const word of ['Bitstamp', 'European Central Bank', 'attribute Binance', '24:00 UTC', 'https://data.binance.vision/', 'not investment advice']) {
    assert.ok(comment.includes(word), `${word} in ${comment}`);
  }
});

test('what is asked for in the same turn is in what is taken along', async ({ page }) => {
  await page.article(`${element({ view: 'correlation', driver: 'yen', range: '2024-01-01/2024-03-31' })}${SCRIPT}`);
  await page.ready();
  // By the module that comes for it, and by the one that is there.
  for (const [option, value, name] of [['driver', 'jgb10y', '10-year JGB'], ['driver', 'jgb30y', '30-year JGB']]) {
    const [csv, svg] = await page.run((option, value) => {
      const widget = window.__look.widget();
      widget.setAttribute(option, value);
      return Promise.all([widget.exportCsv(), widget.exportSvg()]);
    }, option, value);
    assert.ok(csv.split('\r\n').find((line) => !line.startsWith('#')).includes(name), `the CSV has no ${name}: ${csv.slice(0, 300)}`);
    assert.ok(svg.includes(name), `the SVG has no ${name}`);
  }
  await assertQuiet(page);
});

test('the metadata button saves beside it what a program should know', async ({ page }) => {
  await page.article(`${element({ view: 'correlation', range: '2024-01-01/2024-03-31' })}${SCRIPT}`);
  await page.ready();
  const csv = await page.run(() => window.__look.widget().exportCsv());
  await catchFiles(page);
  const file = await press(page, 'Metadata');
  assert.equal(file.name, 'yenlens-correlation-btc-yen.csv-metadata.json');
  assert.match(file.type, /^application\/csvm\+json/);
  const json = JSON.parse(Buffer.from(file.bytes, 'base64').toString('utf8'));
  assert.equal(json.url, 'yenlens-correlation-btc-yen.csv');
  assert.deepEqual(json['dc:source'].map((source) => source['dc:identifier']).sort(), ['btc', 'usdjpy']);
  const header = csv.split('\r\n').find((line) => !line.startsWith('#'));
  // Names stand in quotation marks, some with commas in them.
  assert.equal(json.tableSchema.columns.length, header.match(/"(?:[^"]|"")*"|[^,]+/g).length);
});

test('the method panel names the sources of every series that is drawn, as the footer does', async ({ page }) => {
  await page.article(`${element({ view: 'correlation' })}${SCRIPT}`);
  await page.ready();
  // The sources are listed, and the method is written, once one of the two is opened.
  await page.run(() => { window.__look.widget().shadowRoot.querySelector('[part=method]').open = true; });
  await page.until('the panel', () => window.__look.widget().shadowRoot.querySelector('[part=method][open] pre'));
  const [method, footer] = await page.run(() => {
    const root = window.__look.widget().shadowRoot;
    return ['[part=method] li', '[part=footer] details:not([part]) li > span'].map((where) => [...root.querySelectorAll(where)].map((one) => one.textContent));
  });
  assert.equal(method.length, 2);
  assert.deepEqual(method, footer);
  assert.match(method[0], /Bitcoin.*24:00 UTC.*Binance and Bitstamp.*attribute.*2026/);
});

test('Link and Embed copy, and where the clipboard is forbidden show the text to be copied by hand', async ({ page }) => {
  await page.article(`${element({ window: 90, heading: 'A &quot;b&quot;' })}${SCRIPT}`);
  await page.ready();
  await page.run(() => {
    window.__copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text) => (window.__copied.push(text), Promise.resolve()) } });
  });
  const click = (name) => page.run(`function (name) { (${button})(name).click(); }`, name);
  await click('Link');
  await page.until('the button to say so', `function () { return (${button})('Copied') !== undefined; }`);
  await page.until('the button to have its name again', `function () { return (${button})('Link') !== undefined; }`);
  await click('Embed');
  await page.until('the second text', () => window.__copied.length === 2);
  const [link, tag] = await page.run(() => window.__copied);
  assert.equal(new URL(link).searchParams.get('window'), '90');
  assert.match(tag, /^<script async src="http:.*\/pkg\/embed\.js" fetchpriority="high" .*data-window="90".*data-heading="A &quot;b&quot;".*><\/script>$/);
  // The tag draws the same figure.
  const drawn = await page.look();
  await page.article(tag);
  await page.ready();
  assert.equal((await page.look()).base.hash, drawn.base.hash);
  await page.run(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await click('Link');
  await page.until('a field', () => window.__look.seen(window.__look.widget().shadowRoot.querySelector('.actions input')));
  const field = await page.run(() => {
    const input = window.__look.widget().shadowRoot.querySelector('.actions input');
    return { value: input.value, selected: input.selectionEnd - input.selectionStart, focused: input.getRootNode().activeElement === input, name: input.ariaLabel ?? input.getAttribute('aria-label') };
  });
  assert.match(field.value, /window=90/);
  assert.ok(field.focused && field.selected === field.value.length && field.name, JSON.stringify(field));
  await assertQuiet(page);
});

test('before there is a figure there is nothing to export, and nothing throws', async ({ page, site }) => {
  site.fault(/^\/pkg\/(widget_bg|data)/, { delayMs: 2_000 });
  await page.article(`${element()}${SCRIPT}`);
  await page.until('the element', () => customElements.get('yen-lens') !== undefined);
  assert.deepEqual(await page.run(async () => [await window.__look.widget().exportSvg(), await window.__look.widget().exportPng()]), ['', null]);
  await page.ready();
  const size = await page.run(async () => (await window.__look.widget().exportPng()).size);
  assert.ok(size > 10_000);
});

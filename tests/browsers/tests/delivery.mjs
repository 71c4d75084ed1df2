// The way from the host to the reader: compressed or not, in drops, cut anywhere, offline, through aliases and other origins, with
// digests. What cannot be had is said in one sentence, and asking again is enough once it can.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { here, options } from '../harness/options.mjs';
import { test } from '../harness/runner.mjs';
import { serve, STRICT_CSP } from '../harness/server.mjs';

const pkg = join(options.root, 'pkg');
const FILES = { module: /^\/pkg\/widget\.js$/, wasm: /^\/pkg\/widget_bg\.wasm$/, data: /^\/pkg\/data\/core\.bin$/ };
const FALLBACK = '<p id="fallback">A picture of the figure.</p>';
const digest = (file) => `sha384-${createHash('sha384').update(readFileSync(join(pkg, file))).digest('base64')}`;

const failed = (page, times = 1) => page.until(`${times} errors`, (wanted) => window.__probe.events.filter(({ name }) => name === 'error').length >= wanted, [times], 30_000);

/** What the page shows now, and after the server is mended and the widget asked again. */
async function failThenRecover(page, site) {
  await failed(page);
  await page.frames();
  const error = await page.text('error');
  assert.match(error, /^[A-Z].{19,250}$/, `a sentence, got "${error}"`);
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))), 'the fallback is seen');
  site.mend();
  await page.run(() => window.__look.widget().refresh());
  await page.ready();
  const look = await page.look();
  assert.equal(look.error, '', 'the sentence is gone');
  assert.ok(look.base.ink > 2_000);
  const { errors, rejections, violations } = await page.seen();
  assert.deepEqual({ errors, rejections, violations }, { errors: [], rejections: [], violations: [] });
}

for (const [name, path] of Object.entries(FILES)) {
  if (name !== 'data') test(`the ${name} cut off after any tenth of its bytes is one sentence, and asking again is enough`, { timeoutMs: 180_000 }, async ({ page, site }) => {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      site.fault(path, { keep: tenth / 10, cut: true });
      await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
      await failThenRecover(page, site);
    }
  });

  for (const [what, fault] of [['is missing', { status: 404 }], ['fails', { status: 503 }], ['is a page that says hello', { text: '<!doctype html><title>hello</title>', type: 'text/html' }], ['has a wrong byte', { flip: 0.5 }]]) {
    test(`when the ${name} ${what}, asking again is enough once it is right`, async ({ page, site }) => {
      site.fault(path, fault);
      await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
      await failThenRecover(page, site);
    });
  }
}

test('the data cut off after any tenth of their bytes are one sentence in each figure, and asking again is enough', { timeoutMs: 90_000 }, async ({ page }) => {
  const tenths = Array.from({ length: 10 }, (_, tenth) => tenth);
  const folders = Object.fromEntries(tenths.map((tenth) => [`cut${tenth}`, pkg]));
  await cdn({ pkg, ...folders }, {}, async (host) => {
    for (const tenth of tenths) host.fault(new RegExp(`^/cut${tenth}/data/core`), { keep: tenth / 10, cut: true });
    const own = page.on(host);
    await own.emulation.size(1_000, 3_000);
    await own.article(tenths.map((tenth) => element({ 'base-url': `../cut${tenth}/`, height: 220 }, '<p>A picture.</p>')).join('') + SCRIPT);
    await own.until('ten errors', () => new Set(window.__probe.events.filter(({ name }) => name === 'error').map(({ at }) => at)).size >= 10 || [...document.querySelectorAll('yen-lens')].every((one) => window.__look.text(one, 'error')), [], 60_000);
    for (const tenth of tenths) {
      assert.match(await own.text('error', tenth), /^[A-Z].{19,250}$/, `after ${tenth} tenths`);
    }
    host.mend();
    await own.run(() => {
      for (const one of document.querySelectorAll('yen-lens')) one.refresh();
    });
    await own.ready(10);
    for (const tenth of tenths) {
      assert.equal(await own.text('error', tenth), '');
      assert.ok((await own.look(tenth)).base.ink > 1_000);
    }
    const { errors, rejections, violations } = await own.seen();
    assert.deepEqual({ errors, rejections, violations }, { errors: [], rejections: [], violations: [] });
  });
});

test('offline before the module came, the figure says so and comes when asked again', { engines: ['chromium'] }, async ({ page, site }) => {
  const { driver } = page;
  const network = (offline) => driver.sendDevToolsCommand('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await driver.sendDevToolsCommand('Network.enable', {});
  try {
    await page.article(`<div style="height: 3000px"></div>${element({}, FALLBACK)}${SCRIPT}`.replace(' style="height: 3000px"', ' id="tall"'), { head: '<link rel="stylesheet" href="tall.css">' });
    site.add('/articles/tall.css', '#tall { height: 4000px }');
    await page.open('/articles/article.html');
    await page.until('the element to be known', () => customElements.get('yen-lens') !== undefined);
    await network(true);
    await page.run(() => window.__look.widget().scrollIntoView({ behavior: 'instant' }));
    await failed(page);
    assert.match(await page.text('error'), /connection/);
    await network(false);
    await page.run(() => window.__look.widget().refresh());
    await page.ready();
    assert.equal(await page.text('error'), '');
  } finally {
    await network(false);
  }
});

for (const [what, fault] of [
  ['gzip', { encoding: 'gzip' }], ['brotli', { encoding: 'br' }], ['no compression and no MIME type', { type: null, headers: { 'X-Content-Type-Options': '' } }],
]) {
  // Plain http: Firefox and WebKit take brotli over https alone.
  test(`delivered with ${what}, the figure is drawn from the same bytes`, what === 'brotli' ? { engines: ['chromium'] } : {}, async ({ page, site }) => {
    site.fault(what.startsWith('no') ? /^\/pkg\/(.*\.wasm|data\/.*)$/ : /^\/pkg\//, fault);
    await page.article(TAG);
    await page.ready();
    assert.ok((await page.look()).base.ink > 2_000);
    await assertQuiet(page);
  });
}

test('a slow connection brings the figure late, at the height it was promised', { timeoutMs: 90_000 }, async ({ page, site }) => {
  site.fault(/^\/pkg\/(widget|data)/, { bytesPerSecond: 100_000 });
  await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
  await page.until('the element to be known', () => customElements.get('yen-lens') !== undefined);
  await page.frames();
  const height = await page.run(() => window.__look.widget().offsetHeight);
  const begin = Date.now();
  await page.ready();
  assert.ok(Date.now() - begin > 1_500, 'it was slow');
  assert.equal(await page.run(() => window.__look.widget().offsetHeight), height);
  await assertQuiet(page);
});

test('the digests of integrity.json are those of every file', { engines: ['chromium'] }, async () => {
  const { files } = JSON.parse(readFileSync(join(pkg, 'integrity.json'), 'utf8'));
  const names = readdirSync(pkg, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(pkg.length + 1));
  assert.deepEqual(Object.keys(files).sort(), names.filter((name) => name !== 'integrity.json').sort());
  for (const [name, known] of Object.entries(files)) assert.equal(known, digest(name), name);
});

test('the digests of the README are those of the programs, in both of its copies', { engines: ['chromium'] }, async () => {
  for (const readme of [join(options.root, 'README.md'), join(pkg, 'README.md')]) {
    const [, table] = readFileSync(readme, 'utf8').match(/<!-- digests, written by the build -->\n([^]*?)<!-- end of digests -->\n/);
    const told = [...table.matchAll(/^\| `(.+?)` \| `(sha384-.+?)` \|$/gm)].map(([, file, known]) => [file, known]);
    assert.deepEqual(told, ['embed.js', 'widget.js', 'widget_bg.wasm', 'widget_later.wasm', 'yenlens.js', 'yenlens_bg.wasm'].map((file) => [file, digest(file)]), readme);
  }
});

test('a tag with the digest of the script draws, one with another digest leaves the fallback', async ({ page }) => {
  const tag = (integrity) => `<script async src="../pkg/embed.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
  await page.article(`${element()}${tag(digest('embed.js'))}`);
  await page.ready();
  await assertQuiet(page);
  await page.article(`${element({}, FALLBACK)}${tag(digest('widget.js'))}`);
  await page.run(() => new Promise((done) => setTimeout(done, 400)));
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))));
  await assertQuiet(page, { browserMay: /integrity|Failed to find a valid digest/ });
});

/** The package at another origin, as on a CDN, in folders of its own. */
async function cdn(folders, options_, body) {
  const server = await serve({ folders: { ...folders, pages: join(here, 'pages') } });
  try {
    await body(server.site(options_));
  } finally {
    await server.close();
  }
}
const FOREIGN = { csp: STRICT_CSP.replaceAll("'self'", "'self' http://127.0.0.1:*") };

for (const view of ['correlation', 'beta']) {
  test(`from another origin the figure is drawn, with digests all along: ${view}`, { site: FOREIGN }, async ({ page, site }) => {
    await cdn({ pkg }, { headers: { 'Access-Control-Allow-Origin': '*' } }, async (host) => {
      await page.article(`${element({ view })}<script async src="${host.url('/pkg/embed.js')}" integrity="${digest('embed.js')}" crossorigin="anonymous"></script>`);
      await page.ready();
      assert.ok((await page.look()).base.ink > 2_000);
      assert.equal(site.hits(/^\/pkg\//), 0, 'nothing comes from the page\'s own host');
      assert.deepEqual(host.missing(), []);
      await assertQuiet(page);
    });
  });
}

test('another origin that allows nobody is named in a sentence', { site: FOREIGN }, async ({ page }) => {
  await cdn({ pkg }, {}, async (host) => {
    await page.article(`${element({}, FALLBACK)}<script async src="${host.url('/pkg/embed.js')}"></script>`);
    await failed(page);
    assert.match(await page.text('error'), /^[A-Z].{19,250}$/);
    assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))));
    const { errors, rejections } = await page.seen();
    assert.deepEqual({ errors, rejections }, { errors: [], rejections: [] });
  });
});

test('an alias that leads to addresses with a version works, and the files behind it may be kept for ever', { site: FOREIGN }, async ({ page }) => {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=31536000, immutable' };
  await cdn({ 'pkg@0.1.0': pkg }, { headers }, async (host) => {
    host.fault(/^\/pkg@latest\//, { redirect: (path) => path.replace('@latest', '@0.1.0') });
    await page.article(`${element()}<script async src="${host.url('/pkg@latest/embed.js')}"></script>`);
    await page.ready();
    const first = host.asked();
    assert.equal(first['/pkg@0.1.0/widget_bg.wasm'], 1);
    assert.deepEqual(host.missing(), []);
    await page.article(`${element()}<script async src="${host.url('/pkg@latest/embed.js')}"></script>`);
    await page.ready();
    if (page.engine === 'chromium') assert.equal(host.hits('/pkg@0.1.0/widget_bg.wasm'), 1, 'the second page has it from the cache');
    // The tag of a version, beside the alias.
    await page.article(`${element()}<script async src="${host.url('/pkg@0.1.0/embed.js')}"></script>`);
    await page.ready();
    await assertQuiet(page);
  });
});

for (const [how, folder] of [['', '/figures/'], [' without a slash at its end', '/figures']]) {
  test(`base-url${how} says where the figures are, and the program stays beside the script`, async ({ page, site }) => {
    await cdn({ figures: pkg }, { headers: { 'Access-Control-Allow-Origin': '*' } }, async (host) => {
      const allowed = STRICT_CSP.replace("connect-src 'self'", `connect-src 'self' ${host.origin}`);
      const own = Object.assign(site, { csp: allowed });
      await page.article(`${element({ 'base-url': host.url(folder) })}${SCRIPT}`);
      await page.ready();
      assert.equal(host.hits('/figures/data/core.bin'), 1);
      assert.equal(own.hits(/^\/pkg\/data\//), 0);
      assert.equal(own.hits('/pkg/widget_bg.wasm'), 1);
      await assertQuiet(page);
    });
  });
}

/** As hosts of files send it; without any caching, Firefox and WebKit fetch again what was asked for ahead. */
const KEPT = { site: { headers: { 'Cache-Control': 'public, max-age=600' } } };

test('asked for ahead in the head, as the README says, each file is fetched once and nothing is said', KEPT, async ({ page, site, engine }) => {
  const head = `<link rel="modulepreload" href="../pkg/widget.js" integrity="${digest('widget.js')}" crossorigin>` +
    ['widget_bg.wasm', 'data/core.bin'].map((file) => `<link rel="preload" as="fetch" href="../pkg/${file}" crossorigin>`).join('');
  await page.article(`${element()}${SCRIPT}`, { head });
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  // WebKitGTK under its driver fetches the latter two again.
  const files = ['widget.js', ...(engine === 'webkit' ? [] : ['widget_bg.wasm', 'data/core.bin'])];
  for (const file of files) assert.equal(site.hits(`/pkg/${file}`), 1, `${file} is fetched once`);
  // Chromium complains after some seconds of what was asked for in vain.
  if (engine === 'chromium') await page.run(() => new Promise((done) => setTimeout(done, 4_000)));
  await assertQuiet(page);
});

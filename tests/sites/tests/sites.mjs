// One site for each way to embed, built by the tool its authors use, and opened in the browser.

import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertQuiet } from '../../browsers/harness/embed.mjs';
import { program } from '../../browsers/harness/programs.mjs';
import { test } from '../../browsers/harness/runner.mjs';
import { STRICT_CSP } from '../../browsers/harness/server.mjs';
import { call, fresh, here, host, hostData, installed, npmPackage, served } from '../harness/built.mjs';

const BUILD = { timeoutMs: 240_000 };
const NO_POLICY = { csp: null };
const figure = (page, index = 0) => page.look(index);

test('Hugo: a shortcode writes the one tag, with options that cannot break out of it', BUILD, async ({ page }) => {
  const out = await fresh('hugo');
  const hugo = program('HUGO', ['hugo'], 'Install the Debian package hugo.');
  await call(hugo, ['--source', join(here, 'hugo'), '--destination', out, '--noBuildLock', '--cacheDir', join(out, '..', 'hugo-cache')]);
  await host(out);
  await served(out, {}, async (site) => {
    await page.open(site.url('/site/carry/index.html'));
    await page.ready();
    const { heading, finding, base, error } = await figure(page);
    assert.equal(heading, 'Bitcoin & the yen: "linked"?');
    assert.match(finding, /90 trading days/);
    assert.equal(error, '');
    assert.ok(base.ink > 2_000);
    const order = await page.run(() => [...document.querySelector('article').children].map(({ localName }) => localName));
    assert.ok(order.indexOf('yen-lens') > order.indexOf('p') && order.indexOf('yen-lens') < order.lastIndexOf('p'), `${order}`);
    await page.open(site.url('/site/index.html'));
    assert.equal(await page.run(() => document.querySelector('a').getAttribute('href')), './carry/');
    assert.deepEqual(site.missing(), []);
    await assertQuiet(page);
  });
});

test('MkDocs: elements in Markdown, with a group, a fallback and a number in a sentence', BUILD, async ({ page }) => {
  const out = await fresh('mkdocs');
  const mkdocs = program('MKDOCS', ['mkdocs'], 'Run `cargo xtask test`, which installs it, or set MKDOCS to its path.');
  await call(mkdocs, ['build', '--quiet', '--config-file', join(here, 'mkdocs', 'mkdocs.yml'), '--site-dir', out]);
  await host(out);
  // Its theme has scripts in the text of the page.
  await served(out, NO_POLICY, async (site) => {
    await page.open(site.url('/site/notes/carry/index.html'));
    await page.until('the figure', () => window.__look.all(window.__look.widget()).base?.ink > 1_000);
    await page.until('the number', () => /^[+−]0\.\d\d$/.test(document.querySelector('yen-lens-value').textContent));
    assert.match(await page.text('finding'), /\d/);
    assert.equal(await page.run(() => document.querySelector('yen-lens img').naturalWidth > 0), true, 'the picture is where the fallback says');
    const asked = Object.keys(site.asked()).filter((path) => path.includes('/yenlens/'));
    assert.ok(asked.every((path) => path.startsWith('/site/yenlens/')), `${asked}`);
    assert.deepEqual(site.missing().filter((path) => path.includes('yenlens')), []);
    const { errors, rejections } = await page.seen();
    assert.deepEqual({ errors, rejections }, { errors: [], rejections: [] });
  });
});

test('Eleventy: a frame from another host, as tall as its figure', BUILD, async ({ page }) => {
  const out = await fresh('eleventy');
  const away = await fresh('eleventy-host');
  await host(away);
  await served(away, {}, async (other) => {
    await call(installed('eleventy'), ['--quiet', '--output', out], { folder: join(here, 'eleventy'), env: { YENLENS_HOST: other.url('/site/yenlens') } });
    const csp = `${STRICT_CSP.replace("script-src 'self'", `script-src 'self' ${other.origin}`)}; frame-src ${other.origin}`;
    await served(out, { csp }, async (site) => {
      await page.open(site.url('/site/index.html'));
      const { driver } = page;
      await driver.switchTo().frame(await driver.findElement({ css: 'iframe' }));
      await page.ready();
      const { heading, finding } = await figure(page);
      assert.equal(heading, 'Twenty percent & "more"');
      assert.match(finding, /20\s%/);
      const height = await page.run(() => Math.ceil(document.querySelector('yen-lens').getBoundingClientRect().height));
      await assertQuiet(page);
      await driver.switchTo().defaultContent();
      await page.until('the height', (wanted) => Math.abs(document.querySelector('iframe').clientHeight - wanted) <= 1, [height]);
      assert.equal(await page.run(() => document.querySelector('iframe').title), 'What if Japan sells?');
      assert.deepEqual([...site.missing(), ...other.missing()], []);
      await assertQuiet(page);
    });
  });
});

test('Astro: the npm package in a component, imported on the server too', BUILD, async ({ page }) => {
  await npmPackage();
  const out = await fresh('astro');
  await call(installed('astro'), ['build', '--silent', '--outDir', out], { folder: join(here, 'astro'), env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  await hostData(out);
  const html = await readFile(join(out, 'index.html'), 'utf8');
  assert.match(html, /<yen-lens .* data-imported="true"/, 'the server has imported the package');
  await served(out, NO_POLICY, async (site) => {
    await page.open(site.url('/site/index.html'));
    await page.ready();
    const { heading, finding, base } = await figure(page);
    assert.equal(heading, '誰が先に動く？ <b>"&"</b>');
    assert.match(finding, /[ぁ-ん]/, 'in the language of the page');
    assert.ok(base.ink > 2_000);
    assert.deepEqual(site.missing(), []);
    await assertQuiet(page);
  });
});

test('Vite and React: rendered on the server, taken over in the browser, driven by state, mounted again', BUILD, async ({ page }) => {
  await npmPackage();
  const out = await fresh('vite-react');
  const source = join(here, 'vite-react');
  const server = await fresh('vite-react-server');
  await call(installed('vite'), ['build', '--ssr', 'src/server.jsx', '--outDir', server, '--emptyOutDir'], { folder: source });
  await call(installed('vite'), ['build', '--outDir', out, '--emptyOutDir'], { folder: source });
  const [entry] = (await readdir(server)).filter((file) => /^server\.m?js$/.test(file));
  // As a server would: in a process of its own, without a page. The packages are those of this folder.
  await cp(join(server, entry), join(here, 'node_modules', '.vite-react-server.mjs'));
  const module = JSON.stringify(pathToFileURL(join(here, 'node_modules', '.vite-react-server.mjs')).href);
  const { stdout, stderr } = await call('node', ['--input-type=module', '--eval', `import(${module}).then(({ html }) => process.stdout.write(html))`]);
  assert.equal(stderr, '');
  assert.match(stdout, /<yen-lens[^>]*driver="yen"[^>]*heading="&lt;i&gt;&quot;&amp;&quot;&lt;\/i&gt;"/);
  const index = await readFile(join(out, 'index.html'), 'utf8');
  assert.ok(index.includes('<!--app-->'));
  await writeFile(join(out, 'index.html'), index.replace('<!--app-->', stdout));
  await hostData(out);
  await served(out, {}, async (site) => {
    await page.open(site.url('/site/index.html'));
    await page.ready();
    const first = await figure(page);
    assert.equal(first.heading, '<i>"&"</i>');
    assert.ok(first.base.ink > 2_000);
    await page.until('React to have heard of it', () => document.querySelector('output').textContent === '1');
    await page.run(() => document.querySelector('#driver').click());
    await page.until('another finding', (text) => ![text, ''].includes(window.__look.text(window.__look.widget(), 'finding')), [first.finding]);
    await page.run(() => document.querySelector('#toggle').click());
    await page.until('the figure gone', () => !document.querySelector('yen-lens'));
    await page.run(() => document.querySelector('#toggle').click());
    await page.ready(2);
    assert.match((await figure(page)).finding, /10-year/);
    assert.equal(site.hits(/yenlens_bg.*\.wasm$/), 1);
    assert.deepEqual(site.missing(), []);
    await assertQuiet(page);
  });
});

test('Vite and Vue: attributes bound to state, events heard', BUILD, async ({ page }) => {
  await npmPackage();
  const out = await fresh('vite-vue');
  await call(installed('vite'), ['build', '--outDir', out, '--emptyOutDir'], { folder: join(here, 'vite-vue') });
  await hostData(out);
  await served(out, {}, async (site) => {
    await page.open(site.url('/site/index.html'));
    await page.ready();
    await page.until('Vue to have heard of it', () => document.querySelector('output').textContent === '1');
    assert.ok((await figure(page)).base.ink > 2_000);
    await page.run(() => document.querySelector('#window').click());
    await page.until('the window', () => window.__look.widget().save().window === '120');
    assert.deepEqual(site.missing(), []);
    await assertQuiet(page);
  });
});

test('esbuild: the element and the functions in one bundle', BUILD, async ({ page }) => {
  await npmPackage();
  const out = await fresh('esbuild');
  const source = join(here, 'esbuild');
  await call(installed('esbuild'), [join(source, 'src', 'main.js'), '--bundle', '--minify', '--format=esm', '--target=es2022', `--outfile=${join(out, 'main.js')}`, '--log-level=warning']);
  await cp(join(source, 'index.html'), join(out, 'index.html'));
  // esbuild follows no `new URL(..., import.meta.url)`: what the bundle looks for lies beside it.
  await cp(join(await npmPackage(), 'yenlens_bg.wasm'), join(out, 'yenlens_bg.wasm'));
  await cp(join(await npmPackage(), 'data'), join(out, 'data'), { recursive: true });
  await served(out, {}, async (site) => {
    await page.open(site.url('/site/index.html'));
    await page.ready();
    assert.equal(await page.run(() => document.querySelector('output').textContent), '3');
    assert.ok((await figure(page)).base.ink > 2_000);
    assert.deepEqual(site.missing(), []);
    await assertQuiet(page);
  });
});

test('the npm package can be imported where there is no page, and every file it names is there', BUILD, async () => {
  await npmPackage();
  const program_ = `
    import { createRequire } from 'node:module';
    import { readFileSync } from 'node:fs';
    const require = createRequire(import.meta.url);
    const yenlens = await import('yenlens');
    if (typeof document !== 'undefined' || typeof customElements !== 'undefined') throw new Error('this is no server');
    yenlens.initSync({ module: readFileSync(require.resolve('yenlens/yenlens_bg.wasm')) });
    const known = require('yenlens/package.json').exports;
    for (const path of Object.keys(known)) if (path !== '.' && !path.includes('*')) require.resolve('yenlens' + path.slice(1));
    process.stdout.write(JSON.stringify([...yenlens.rollingMean(Float64Array.of(1, 2, 6), 3)].at(-1)));`;
  const { stdout, stderr } = await call('node', ['--input-type=module', '--eval', program_]);
  assert.deepEqual([stdout, stderr], ['3', '']);
});

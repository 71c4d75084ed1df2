// The pages of www/ under the strict policy, from the root of a server and from a sub-folder: peace, links, what search engines and
// previews of links read, and the playground.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { assertQuiet } from '../harness/embed.mjs';
import { options } from '../harness/options.mjs';
import { test } from '../harness/runner.mjs';

const pages = existsSync(`${options.root}/www`) ? readdirSync(`${options.root}/www`, { recursive: true }).filter((file) => file.endsWith('.html')) : [];

test('www/ has a gallery', { engines: ['chromium'] }, async () => assert.ok(pages.includes('index.html'), `www/index.html among ${pages}`));

/** Pages without a figure. */
const TEXTS = ['reference.html', 'changelog.html'];

// Relative addresses mean the same in every engine: the sub-folder is for one alone.
for (const file of pages) {
  for (const folder of ['', 'some/sub/folder']) {
    test(`www/${file} loads in peace ${folder ? 'from a sub-folder' : 'from the root'}`, { site: { folder }, ...(folder ? { engines: ['chromium'] } : {}) }, async ({ page, site }) => {
      await page.open(`/www/${file}`);
      const count = await page.run(() => document.querySelectorAll('yen-lens').length);
      for (let index = 0; index < count; index += 1) {
        await page.box((number) => window.__look.widget(number), index);
        await page.until(`figure ${index + 1} of ${count}`, (number) => window.__look.all(window.__look.widget(number)).base?.ink > 1_000, [index]);
        assert.equal(await page.text('error', index), '');
      }
      assert.ok(TEXTS.includes(file) || count > 0, 'the page shows a figure');
      assert.deepEqual(site.missing(), []);
      assert.equal(await page.run(() => document.title.length > 5 && document.documentElement.lang !== ''), true, 'a title and a language');
      assert.ok((await page.run(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'no sideways scrolling');
      await assertQuiet(page);
    });
  }
}

test('every link inside www/ leads somewhere, down to the place on the page', { engines: ['chromium'], timeoutMs: 120_000 }, async ({ page, site }) => {
  const dead = [];
  const places = new Map();
  const links = [];
  for (const file of pages) {
    await page.open(`/www/${file}`);
    const seen = await page.run(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      hrefs: [...document.querySelectorAll('a[href], link[href], img[src], script[src]')].map((one) => one.href || one.src).filter((href) => href.startsWith(location.origin)),
    }));
    places.set(site.url(`/www/${file}`), seen.ids);
    links.push(...seen.hrefs.map((href) => [file, href]));
  }
  const known = new Map();
  for (const [file, link] of links) {
    const [address, id] = link.split('#');
    if (!known.has(address)) known.set(address, (await fetch(address)).status);
    if (known.get(address) !== 200) dead.push(`${file}: ${link} answers ${known.get(address)}`);
    if (id && !places.get(address)?.includes(decodeURIComponent(id))) dead.push(`${file}: ${link} is no place`);
  }
  assert.deepEqual(dead, []);
  assert.deepEqual(site.missing(), []);
  // From the first page every other one is within reach.
  const from = (file) => links.filter(([page_]) => page_ === file).map(([, link]) => link.split('#')[0].split('/www/')[1]);
  const reached = new Set(['index.html']);
  for (const file of reached) for (const next of from(file)) if (pages.includes(next)) reached.add(next);
  assert.deepEqual([...reached].sort(), [...pages].sort());
});

test('search engines and previews of links find what they look for', { engines: ['chromium'] }, async ({ page, site }) => {
  const titles = new Set();
  const descriptions = new Set();
  const addresses = [];
  for (const file of pages) {
    await page.open(`/www/${file}`);
    const told = await page.run(() => {
      const of = (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? '';
      return {
        title: document.title, description: of('meta[name=description]', 'content'), canonical: of('link[rel=canonical]', 'href'),
        preview: ['title', 'description', 'image', 'url', 'type'].map((name) => of(`meta[property="og:${name}"]`, 'content')), headings: document.querySelectorAll('h1').length,
      };
    });
    titles.add(told.title);
    descriptions.add(told.description);
    addresses.push(told.canonical);
    assert.ok(told.title.length >= 10 && told.title.length <= 70, `${file}: a title of ${told.title.length} characters`);
    assert.ok(told.description.length >= (file.includes('.ja.') ? 30 : 60) && told.description.length <= 170, `${file}: a description of ${told.description.length} characters`);
    assert.equal(told.headings, 1, `${file}: one heading of the page`);
    assert.deepEqual(told.preview.slice(0, 2), [told.title, told.description], file);
    assert.match(told.preview[2], /^https:\/\/YOUR-SITE\/preview\.png$/);
    assert.equal(told.preview[3], told.canonical);
    assert.equal(told.canonical, `https://YOUR-SITE/${file === 'index.html' ? '' : file}`);
  }
  assert.equal(titles.size, pages.length, 'every title is its own');
  assert.equal(descriptions.size, pages.length, 'every description is its own');
  const map = await (await fetch(site.url('/www/sitemap.xml'))).text();
  assert.deepEqual([...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address).sort(), addresses.sort());
  assert.match(await (await fetch(site.url('/www/robots.txt'))).text(), /Sitemap: https:\/\/YOUR-SITE\/sitemap\.xml/);
  const picture = readFileSync(`${options.root}/www/preview.png`);
  assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1_200, 630], 'the size that previews are cut to');
});

for (const [file, width] of [['index.html', 1_350], ['article.html', 1_350], ['article.html', 360], ['gallery.html', 1_350]]) {
  test(`www/${file} stays where it is while its figures come, ${width} pixels wide`, { engines: ['chromium'] }, async ({ page, site }) => {
    await page.emulation.size(width, 900);
    // The script comes after the first paint, as it does from afar.
    site.fault(/^\/pkg\/embed\.js$/, { delayMs: 400 });
    await page.open(`/www/${file}`);
    await page.until('the first figure', () => window.__look.all(window.__look.widget()).base?.ink > 1_000);
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    const { shift } = await page.seen();
    assert.ok(shift < 0.05, `the layout shifted by ${shift}`);
  });
}

/** Titles that break out of whatever does not escape them. */
const HOSTILE_TITLES = [
  '"><script>document.title="broken"</script>', "' onmouseover='document.title=1' x='", '</script><script>document.title=1</script>', '&quot;&lt;b&gt; & 100 % #?=+',
  '\\u0022); document.title=1; (\\"', 'line\u2028separator`${document.title=1}`', '<!--', '円と"ビットコイン"',
];
const codes = (page) => page.run(() => Object.fromEntries(['script', 'element', 'iframe', 'npm'].map((way) => [way, document.querySelector(`#code-${way}`).textContent])));
const fill = (page, name, value) => page.run((key, text) => {
  const input = document.forms[0].elements[key];
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}, name, value);

test('the playground has a field for every attribute of the element', async ({ page }) => {
  await page.open('/www/playground.html');
  await page.ready();
  const [fields, attributes] = await page.run(() => [[...document.forms[0].querySelectorAll('input')].map(({ name }) => name), [...customElements.get('yen-lens').observedAttributes]]);
  assert.deepEqual(fields.sort(), attributes.sort());
  const nameless = await page.run(() => [...document.forms[0].querySelectorAll('input')].filter((input) => !input.labels[0]?.textContent.trim()).length);
  assert.equal(nameless, 0);
  await fill(page, 'window', '120');
  await page.until('the figure', () => /120 trading days/.test(window.__look.text(window.__look.widget(), 'finding')));
  const all = await codes(page);
  assert.match(all.script, / data-window="120"/);
  assert.match(all.npm, /figure\.window = "120";/);
  await fill(page, 'jgb-change', '30');
  assert.match((await codes(page)).npm, /figure\.jgbChange = "30";/);
  await assertQuiet(page);
});

test('the code of the playground carries any title, whole and harmless, in each of its four ways', { timeoutMs: 120_000 }, async ({ page }) => {
  await page.open('/www/playground.html');
  await page.ready();
  for (const title of HOSTILE_TITLES) {
    await fill(page, 'heading', title);
    await page.until('the heading', (text) => window.__look.text(window.__look.widget(), 'heading') === text, [title.replace(/\s+/g, ' ').trim()]);
    const all = await codes(page);
    const read = await page.run((written) => {
      const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
      const tags = (held) => [...held.querySelectorAll('head *, body *')].map(({ localName }) => localName);
      const [script, element, iframe] = [parse(written.script), parse(written.element), parse(written.iframe)];
      const frame = iframe.querySelector('iframe');
      return {
        script: [script.querySelector('script').dataset.heading, tags(script)], element: [element.querySelector('yen-lens').getAttribute('heading'), tags(element)],
        iframe: [new URL(frame.src).searchParams.get('heading'), tags(iframe)], title: frame.title,
        handlers: [script, element, iframe].flatMap((held) => [...held.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())).filter((name) => name.startsWith('on')),
      };
    }, all);
    assert.deepEqual(read, {
      script: [title, ['script']], element: [title, ['script', 'yen-lens', 'img']], iframe: [title, ['iframe', 'script']], title, handlers: [],
    });
    // As JavaScript reads it, and inside a script element.
    const figure = {};
    const document = { createElement: () => figure, body: { append: () => {} }, title: 'safe' };
    vm.runInNewContext(all.npm.replace('import "yenlens";', ''), { document });
    assert.equal(figure.heading, title);
    assert.equal(document.title, 'safe');
    assert.doesNotMatch(all.npm.split('\n').filter((line) => line.includes('.heading')).join(''), /</);
    assert.equal(await page.run(() => document.title), 'YenLens: the playground');
  }
  await assertQuiet(page);
});

test('what the playground writes draws the figure that it shows', { timeoutMs: 90_000 }, async ({ page, site }) => {
  await page.open('/www/playground.html?view=beta&asset=eth&driver=jgb10y&heading=Of+my+own');
  await page.ready();
  await page.until('the view', () => window.__look.text(window.__look.widget(), 'heading') === 'Of my own' && window.__look.text(window.__look.widget(), 'finding') !== '');
  const [shown, all] = [await page.text('finding'), await codes(page)];
  const own = (code) => code.replaceAll('https://YOUR-HOST/yenlens/', site.url('/pkg/'));
  for (const way of ['script', 'element']) {
    await page.article(own(all[way]));
    await page.ready();
    assert.equal(await page.text('finding'), shown, way);
    assert.equal(await page.text('heading'), 'Of my own', way);
  }
  site.csp += "; frame-src 'self'";
  await page.article(own(all.iframe));
  const { driver } = page;
  // It loads when it is near.
  await page.box(() => document.querySelector('iframe'));
  await driver.switchTo().frame(await driver.findElement({ css: 'iframe' }));
  await page.until('the page inside', () => Boolean(window.__probe));
  await page.ready();
  assert.equal(await page.text('finding'), shown, 'the frame');
  await driver.switchTo().defaultContent();
});

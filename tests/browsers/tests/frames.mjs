// The page for hosts that strip scripts: a figure in a frame, its height told to the page around, and a parent script that listens to
// nobody else.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { assertQuiet } from '../harness/embed.mjs';
import { here, options } from '../harness/options.mjs';
import { test } from '../harness/runner.mjs';
import { serve, STRICT_CSP } from '../harness/server.mjs';

/** A careful page that lets the host of the figures in. */
const AROUND = {
  csp: STRICT_CSP.replace("script-src 'self'", "script-src 'self' http://127.0.0.1:*") + '; frame-src http://127.0.0.1:*',
};
/** For a page without an origin: WebKit takes 'self' to mean nothing there, the name of the host it knows. */
const NAMED_HOST = STRICT_CSP.replaceAll("'self'", 'http://127.0.0.1:*');
const CORS = { 'Access-Control-Allow-Origin': '*' };

/** A host of the package at an origin of its own, until the test is over. */
async function elsewhere(options_, body) {
  const server = await serve({ folders: { pkg: join(options.root, 'pkg'), pages: join(here, 'pages') } });
  try {
    await body(server.site(options_));
  } finally {
    await server.close();
  }
}

const frame = (address, more = '') => `<iframe id="frame" title="A figure" src="${address}" width="700" height="150" ${more}></iframe>`;
const heightOf = (page, selector = '#frame') => page.run((name) => document.querySelector(name).getBoundingClientRect().height, selector);
const settle = (page) => page.run(() => new Promise((done) => setTimeout(done, 400)));

/** Runs what has to be asked inside the frame. */
async function inside(page, body) {
  const { driver } = page;
  await driver.switchTo().frame(await driver.findElement({ css: '#frame' }));
  try {
    return await body();
  } finally {
    await driver.switchTo().defaultContent();
  }
}

test('a frame from another origin draws what its address names and gets the height it asks for', { site: AROUND }, async ({ page }) => {
  await elsewhere({}, async (host) => {
    await page.article(`${frame(`${host.url('/pkg/embed.html')}?view=correlation&asset=eth&driver=jgb10y&window=90&utm_source=x`)}<script src="${host.url('/pkg/frame.js')}"></script>`);
    const inner = await inside(page, async () => {
      await page.ready();
      await assertQuiet(page);
      const { finding, base } = await page.look();
      const saved = await page.run(() => window.__look.widget().save());
      const rest = await page.run(() => ({
        height: window.__look.widget().getBoundingClientRect().height, title: document.title, heading: window.__look.text(window.__look.widget(), 'heading'),
      }));
      return { finding, ink: base.ink, saved, ...rest };
    });
    assert.match(inner.finding, /Ether/);
    assert.ok(inner.ink > 2_000);
    assert.equal(inner.saved.window, '90');
    assert.equal(inner.title, inner.heading);
    await page.until('the height', (wanted) => Math.abs(document.querySelector('#frame').clientHeight - wanted) <= 1, [inner.height]);
    const hidden = await inside(page, () => page.run(() => document.documentElement.scrollHeight - innerHeight));
    assert.ok(hidden <= 0, `nothing has to be scrolled inside the frame, ${hidden} px are hidden`);
    await assertQuiet(page);
  });
});

test('a frame tells its height in three words, each as its hosts expect it', { site: AROUND }, async ({ page, site }) => {
  site.add('/articles/listen.js', 'window.heard = []; addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));');
  await elsewhere({}, async (host) => {
    const address = `${host.url('/pkg/embed.html')}?view=correlation`;
    await page.article(`<script src="listen.js"></script>${frame(address)}`);
    await page.until('three kinds of messages', () => new Set(window.heard.map(({ data }) => data.type ?? typeof data)).size >= 3);
    const heard = await page.run(() => window.heard);
    const height = await inside(page, () => page.run(() => Math.ceil(document.querySelector('yen-lens').getBoundingClientRect().height)));
    const last = heard.slice(-3).map(({ data }) => data);
    assert.deepEqual(last[0], { type: 'yen-lens-resize', height });
    assert.deepEqual(last[1], { sentinel: 'amp', type: 'embed-size', height });
    assert.deepEqual(JSON.parse(last[2]), { src: address, context: 'iframe.resize', height });
    assert.ok(heard.every(({ origin }) => origin === host.origin));
  });
});

test('a parent script that comes late asks, and one that comes twice does no harm', { site: AROUND }, async ({ page }) => {
  await elsewhere({}, async (host) => {
    await page.article(frame(`${host.url('/pkg/embed.html')}?view=correlation`));
    await inside(page, () => page.ready());
    await settle(page);
    assert.equal(await heightOf(page), 154, 'as the author wrote it, with the border of a frame');
    await page.run((address) => {
      for (const src of [address, `${address}?again`]) document.head.append(Object.assign(document.createElement('script'), { src }));
    }, host.url('/pkg/frame.js'));
    await page.until('the height', () => document.querySelector('#frame').clientHeight > 500);
    await assertQuiet(page);
  });
});

test('the parent script hears its own frames alone, and keeps within bounds', { site: AROUND }, async ({ page, site }) => {
  // Pages that post what their address says, under a name that the script knows and under another.
  const poster = '<!doctype html><html lang="en"><head><title>x</title><script src="post.js"></script></head><body></body></html>';
  const post = 'parent.postMessage(JSON.parse(new URLSearchParams(location.search).get("message")), "*");';
  const say = (height) => encodeURIComponent(JSON.stringify({ type: 'yen-lens-resize', height }));
  await elsewhere({}, async (host) => {
    for (const one of [site, host]) {
      one.add('/fake/embed.html', poster);
      one.add('/fake/other.html', poster);
      one.add('/fake/post.js', post);
    }
    const cases = [
      // [id, address, height afterwards]
      ['own', `${host.url('/fake/embed.html')}?message=${say(777.5)}`, 777.5],
      ['huge', `${host.url('/fake/embed.html')}?message=${say(1e12)}`, 6_000],
      ['negative', `${host.url('/fake/embed.html')}?message=${say(-5)}`, 120],
      ['words', `${host.url('/fake/embed.html')}?message=${say('500px; position: fixed')}`, 150],
      ['nothing', `${host.url('/fake/embed.html')}?message=null`, 150],
      ['page', `${host.url('/fake/other.html')}?message=${say(900)}`, 150],
      ['origin', `${site.url('/fake/embed.html')}?message=${say(900)}`, 150],
    ];
    const frames = cases.map(([id, src]) => `<iframe id="${id}" title="${id}" src="${src}" width="300" height="150"></iframe>`).join('');
    await page.article(`<script src="${host.url('/pkg/frame.js')}"></script>${frames}`);
    await page.until('the frame that may', () => document.querySelector('#own').clientHeight > 700);
    await settle(page);
    const heights = await page.run((ids) => ids.map((id) => parseFloat(getComputedStyle(document.querySelector(`#${id}`)).height)), cases.map(([id]) => id));
    assert.deepEqual(Object.fromEntries(cases.map(([id], at) => [id, heights[at]])), Object.fromEntries(cases.map(([id, , height]) => [id, height])));

    // A message of the page itself, and a frame that was led elsewhere: its `src` is still what the author wrote.
    await page.run(() => postMessage({ type: 'yen-lens-resize', height: 999 }, '*'));
    await page.run((address) => {
      document.querySelector('#own').contentWindow.location = address;
    }, `${site.url('/fake/embed.html')}?message=${say(333)}`);
    await settle(page);
    assert.equal(await page.run(() => parseFloat(getComputedStyle(document.querySelector('#own')).height)), 777.5);
    await assertQuiet(page);
  });
});

for (const [what, sandbox] of [['with', 'allow-scripts allow-same-origin'], ['without', 'allow-scripts']]) {
  test(`in a sandbox ${what} its origin a frame draws, without a violation, and gets its height`, { site: AROUND }, async ({ page }) => {
    await elsewhere({ headers: CORS, csp: NAMED_HOST }, async (host) => {
      await page.article(`${frame(`${host.url('/pkg/embed.html')}?view=correlation`, `sandbox="${sandbox}"`)}<script src="${host.url('/pkg/frame.js')}"></script>`);
      await inside(page, async () => {
        await page.ready();
        assert.ok((await page.look()).base.ink > 2_000);
        assert.equal(await page.run(() => origin), what === 'with' ? host.origin : 'null');
        // The other module comes by the same way.
        await page.attribute('view', 'beta');
        await page.ready(2);
        assert.equal(await page.text('error'), '');
        await assertQuiet(page);
      });
      await page.until('the height', () => document.querySelector('#frame').clientHeight > 500);
      await assertQuiet(page);
    });
  });
}

test('in a sandbox without scripts a frame shows the picture', { site: AROUND }, async ({ page }) => {
  await elsewhere({ csp: NAMED_HOST }, async (host) => {
    await page.article(frame(host.url('/pkg/embed.html'), 'sandbox'));
    for (const end = Date.now() + 10_000; host.hits('/pkg/pictures/timeline.svg') === 0 && Date.now() < end;) await settle(page);
    assert.equal(host.hits('/pkg/pictures/timeline.svg'), 1);
    assert.deepEqual(host.missing(), []);
  });
});

test('what an address says is text, whatever it looks like', async ({ page }) => {
  const heading = '"><img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>';
  await page.open(`/pkg/embed.html?view=correlation&heading=${encodeURIComponent(heading)}&onclick=alert(1)&style=color:red&id=x`);
  await page.ready();
  const seen = await page.run(() => ({
    heading: window.__look.text(window.__look.widget(), 'heading'), title: document.title, names: window.__look.widget().getAttributeNames(),
  }));
  assert.equal(seen.heading, heading);
  assert.equal(seen.title, heading);
  assert.ok(['onclick', 'style', 'id'].every((name) => !seen.names.includes(name)), `only options become attributes, got ${seen.names}`);
  await assertQuiet(page);
});

test('the pictures are figures of the snapshot', { engines: ['chromium'] }, async ({ page, site }) => {
  for (const view of ['timeline', 'correlation']) {
    await page.article(`<yen-lens view="${view}"></yen-lens><script async src="../pkg/embed.js"></script><img id="picture" src="../pkg/pictures/${view}.svg" alt="">`);
    await page.ready();
    const svg = await (await fetch(site.url(`/pkg/pictures/${view}.svg`))).text();
    const words = await page.run((text) => {
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
      return ['title', 'desc'].map((name) => picture.querySelector(name).textContent.replace(/\s+/g, ' '));
    }, svg);
    assert.deepEqual(words, [await page.text('heading'), await page.text('finding')], 'the words of the live figure');
    const size = await page.run(() => {
      const { naturalWidth, naturalHeight } = document.querySelector('#picture');
      return [naturalWidth, naturalHeight];
    });
    assert.ok(size[0] > 700 && size[1] > 400, `an image, got ${size}`);
    await assertQuiet(page);
  }
});

test('the oEmbed file is one, and its frame is ours', { engines: ['chromium'] }, async ({ page, site }) => {
  const told = await (await fetch(site.url('/pkg/oembed.json'))).json();
  assert.deepEqual([told.version, told.type], ['1.0', 'rich']);
  assert.ok(told.width > 0 && told.height > 0);
  await page.article('<div id="place"></div>');
  const { src, title, tags } = await page.run((html) => {
    const held = new DOMParser().parseFromString(html, 'text/html').body;
    const inner = held.querySelector('iframe');
    return { src: inner.src, title: inner.title, tags: [...held.querySelectorAll('*')].map(({ localName }) => localName) };
  }, told.html);
  assert.match(src, /^https:\/\/.*\/embed\.html$/);
  assert.ok(title.length > 10);
  assert.deepEqual(tags, ['iframe']);
});

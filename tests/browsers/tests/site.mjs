// The pages of www/: gallery, article and reference, under the strict policy, from the root of a server and from a sub-folder.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { assertQuiet } from '../harness/embed.mjs';
import { options } from '../harness/options.mjs';
import { test } from '../harness/runner.mjs';

const pages = existsSync(`${options.root}/www`) ? readdirSync(`${options.root}/www`, { recursive: true }).filter((file) => file.endsWith('.html')) : [];

test('www/ has a gallery', { engines: ['chromium'] }, async () => assert.ok(pages.includes('index.html'), `www/index.html among ${pages}`));

for (const file of pages) {
  for (const folder of ['', 'some/sub/folder']) {
    test(`www/${file} loads in peace ${folder ? 'from a sub-folder' : 'from the root'}`, { site: { folder } }, async ({ page, site }) => {
      await page.open(`/www/${file}`);
      const count = await page.run(() => document.querySelectorAll('yen-lens').length);
      for (let index = 0; index < count; index += 1) {
        await page.box((number) => window.__look.widget(number), index);
        await page.until(`figure ${index + 1} of ${count}`, (number) => window.__look.all(window.__look.widget(number)).base?.ink > 1_000, [index]);
        assert.equal(await page.text('error', index), '');
      }
      // The reference is text alone.
      assert.ok(file.includes('embed') || file === 'reference.html' || count > 0, 'the page shows a figure');
      assert.deepEqual(site.missing(), []);
      assert.equal(await page.run(() => document.title.length > 5 && document.documentElement.lang !== ''), true, 'a title and a language');
      assert.ok((await page.run(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'no sideways scrolling');
      await assertQuiet(page);
    });
  }
}

test('every link inside www/ leads somewhere', { engines: ['chromium'] }, async ({ page, site }) => {
  const dead = [];
  for (const file of pages) {
    await page.open(`/www/${file}`);
    const links = await page.run(() => [...document.querySelectorAll('a[href]')].map(({ href }) => href).filter((href) => href.startsWith(location.origin)));
    for (const link of new Set(links.map((href) => href.split('#')[0]))) {
      const { status } = await fetch(link);
      if (status !== 200) dead.push(`${file}: ${link} answers ${status}`);
    }
  }
  assert.deepEqual(dead, []);
  assert.deepEqual(site.missing(), []);
});

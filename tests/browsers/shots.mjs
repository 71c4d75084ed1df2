// Takes pictures to look at: node tests/browsers/shots.mjs --out DIR [--engine NAME]... [--only SUBSTRING]... [--root DIR]. One file
// for each engine, view, width, theme and language, named after them; in Chromium and Firefox also at two pixels to a CSS pixel, in
// Chromium also in a right-to-left page, on a wide screen, in the colours a reader forces, and on paper (print-VIEW.pdf).

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

async function main() {
  const { here, options } = await import('./harness/options.mjs');
  const { openEngine } = await import('./harness/engines.mjs');
  const { Page } = await import('./harness/page.mjs');
  const { serve } = await import('./harness/server.mjs');
  const { element, SCRIPT } = await import('./harness/embed.mjs');
  if (!options.out) throw new Error('--out DIR: expected the folder for the pictures');
  mkdirSync(options.out, { recursive: true });
  const server = await serve({
    folders: { pkg: join(options.root, 'pkg'), www: join(options.root, 'www'), pages: join(here, 'pages') },
  });
  let failures = 0;
  for (const engine of options.engine) {
    const wanted = shots(engine).filter(({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)));
    if (wanted.length === 0) continue;
    const session = await openEngine(engine);
    for (const { name, width, ratio, theme, lang, view, system, kind } of wanted) {
      const page = new Page(session, server.site());
      try {
        await page.emulation.reset();
        if (system) await page.emulation.media({ 'prefers-color-scheme': system, ...(kind === 'forced' ? { 'forced-colors': 'active' } : {}) });
        await page.emulation.size(width, 900);
        if (ratio !== 1) await page.emulation.ratio(ratio);
        await page.article(`${element({ view, ...(theme === 'auto' ? {} : { theme }) })}${SCRIPT}`, { lang, html: kind === 'rtl' ? 'dir="rtl"' : '' });
        if (kind === 'wide') await page.run(() => { document.querySelector('main').style.maxWidth = 'none'; });
        await page.ready();
        // As tall as the article, as far as the largest screen goes.
        await page.emulation.size(width, Math.min(1500, await page.run(() => document.documentElement.scrollHeight)));
        await page.frames();
        if (kind === 'print') {
          const { data } = await session.driver.sendAndGetDevToolsCommand('Page.printToPDF', { printBackground: false });
          writeFileSync(join(options.out, `${name}.pdf`), Buffer.from(data, 'base64'));
        } else {
          writeFileSync(join(options.out, `${name}.png`), await page.screenshot());
        }
        console.log(name);
      } catch (error) {
        failures += 1;
        console.log(`${name}: ${error.message}`);
      }
    }
    await session.close();
  }
  await server.close();
  return failures === 0 ? 0 : 1;
}

/** All pictures of one engine. */
function shots(engine) {
  const list = [];
  const add = (shot) => {
    const { width, ratio, theme, lang, view, system, kind } = shot;
    const also = [system, lang, kind, ratio === 1 ? undefined : `x${ratio}`].filter((part) => part !== undefined);
    list.push({ ...shot, name: [engine, view, width, theme, ...also].join('-') });
  };
  for (const view of ['correlation', 'timeline', 'beta', 'leadlag', 'events', 'carry', 'chain', 'scenario', 'flows']) {
    for (const width of [360, 1200]) {
      for (const theme of ['light', 'dark']) {
        for (const lang of ['en', 'ja']) {
          add({ view, width, theme, lang, ratio: 1 });
          if (engine !== 'webkit' && lang === 'en') add({ view, width, theme, lang, ratio: 2 });
        }
      }
    }
    if (engine !== 'chromium') continue;
    for (const system of ['light', 'dark']) {
      const plain = { view, width: 1200, theme: 'auto', system, lang: 'en', ratio: 1 };
      add(plain);
      add({ ...plain, kind: 'forced' });
    }
    add({ view, width: 360, theme: 'light', lang: 'en', ratio: 1, kind: 'rtl' });
    add({ view, width: 1200, theme: 'dark', lang: 'ja', ratio: 1, kind: 'rtl' });
    add({ view, width: 2000, theme: 'light', lang: 'en', ratio: 1, kind: 'wide' });
    add({ view, width: 800, theme: 'dark', lang: 'en', ratio: 1, kind: 'print' });
  }
  return list;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.log(error.message);
    process.exit(1);
  },
);

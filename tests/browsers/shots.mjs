// Takes pictures to look at: node tests/browsers/shots.mjs --out DIR [--engine NAME]... [--only SUBSTRING]... [--root DIR]. One file
// for each engine, view, width, theme and language, named after them; in Chromium and Firefox also at two pixels to a CSS pixel.

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
    for (const { name, width, ratio, theme, lang, view, system } of wanted) {
      const page = new Page(session, server.site());
      try {
        await page.emulation.reset();
        if (system) await page.emulation.media({ 'prefers-color-scheme': system });
        await page.emulation.size(width, 900);
        if (ratio !== 1) await page.emulation.ratio(ratio);
        await page.article(`${element({ view, ...(theme === 'auto' ? {} : { theme }) })}${SCRIPT}`, { lang });
        await page.ready();
        // As tall as the article, as far as the largest screen goes.
        await page.emulation.size(width, Math.min(1500, await page.run(() => document.documentElement.scrollHeight)));
        await page.frames();
        writeFileSync(join(options.out, `${name}.png`), await page.screenshot());
        console.log(`${name}.png`);
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
    const { width, ratio, theme, lang, view, system } = shot;
    list.push({ ...shot, name: [engine, view, width, theme, ...(system ? [system] : []), lang, ...(ratio === 1 ? [] : [`x${ratio}`])].join('-') });
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
    if (engine === 'chromium') for (const system of ['light', 'dark']) add({ view, width: 1200, theme: 'auto', system, lang: 'en', ratio: 1 });
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

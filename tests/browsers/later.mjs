// Writes down which functions of the light module come later: `node tests/browsers/later.mjs` after `cargo xtask build`, then build
// again. It draws first pictures in Chromium with a module that tells which of its functions have run; the others go into
// xtask/later.txt. To be run when a test says that a first picture has waited for the second half, or now and then, to make the first
// one smaller: a function that the list does not know is in the first half.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A function that lets go may be called at any time, and so may what the page calls. */
const STAYS = /^core::ptr::drop_in_place|::drop_slow|::tear_down|::web::widget::Widget/;
/** What is only reached through what is listed comes later by itself, and so need not be listed when it is small. */
const LEAST_BYTES = 60;

/** What an author may ask the light module for, a little of each. */
const ASKED = [
  {}, { asset: 'eth' }, { driver: 'jgb10y' }, { driver: 'usdjpy', window: '90' }, { window: '250', confidence: '0.99' }, { range: '1y' },
  { range: '2021-01-01/2022-12-31', height: '300' }, { range: '3m', theme: 'dark' }, { hide: 'jgb10y', heading: 'A heading of the author’s' },
  { 'controls-visible': 'none' }, { window: 'nonsense', asset: 'nothing' },
];
const PAGES = [
  { lang: 'en', width: 1200, ratio: 1 }, { lang: 'ja', width: 360, ratio: 2 }, { lang: 'zh-Hans', width: 700, ratio: 1.25 }, { lang: 'ko', width: 320, ratio: 1 },
];

async function main() {
  const { here, options } = await import('./harness/options.mjs');
  const { openEngine } = await import('./harness/engines.mjs');
  const { Page } = await import('./harness/page.mjs');
  const { serve } = await import('./harness/server.mjs');
  const { element, SCRIPT } = await import('./harness/embed.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'yenlens-later-'));
  const split = (...paths) =>
    execFileSync('cargo', ['run', '--quiet', '--locked', '--package', 'xtask', '--features', 'split', '--bin', 'split', '--', ...paths], {
      cwd: options.root, encoding: 'utf8', maxBuffer: 1 << 26,
    });
  const named = join(options.root, 'target/pkg/named/widget_bg.wasm');
  const functions = split(named).trim().split('\n').map((line) => line.split('\t')).map(([number, bytes, name]) => ({ number: Number(number), bytes: Number(bytes), name }));
  const pkg = join(folder, 'pkg');
  cpSync(join(options.root, 'pkg'), pkg, { recursive: true });
  marked(pkg, (out) => split(named, out));
  const server = await serve({ folders: { pkg, www: join(options.root, 'www'), pages: join(here, 'pages') } });
  const session = await openEngine('chromium');
  const ran = new Set();
  for (const { lang, width, ratio } of PAGES) {
    for (const view of ['timeline', 'correlation']) {
      for (const [at, asked] of ASKED.entries()) {
        const site = server.site();
        const page = new Page(session, site);
        await page.emulation.reset();
        await page.emulation.size(width, 900);
        if (ratio !== 1) await page.emulation.ratio(ratio);
        // Whichever comes first is drawn with.
        if (at % 3 === 1) site.fault(/core\.bin$/, { delayMs: 700 });
        if (at % 3 === 2) site.fault(/_bg\.wasm$/, { delayMs: 700 });
        // The whole of this module is there.
        site.fault(/widget_later/, { delayMs: 5_000 });
        await page.article(`${element({ view, ...(at === 0 ? { asset: '', driver: '' } : {}), ...asked }).replaceAll(/ \w+=""/g, '')}${SCRIPT}`, { lang });
        await page.ready();
        await page.frames();
        const numbers = await page.run(async () => {
          const widget = window.__look.widget();
          widget.save();
          widget.setSeries('mine', Int32Array.of(20_000, 20_001, 20_002), Float64Array.of(1, 2, 3), { label: 'Mine', unit: 'usd', kind: 'price' });
          widget.refresh();
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          widget.remove();
          await new Promise((done) => setTimeout(done, 50));
          const [{ exports }] = window.__probe.wasm.instances;
          return Object.entries(exports).filter(([name, mark]) => /^ran\d/.test(name) && mark.value).map(([name]) => Number(name.slice(3)));
        });
        for (const number of numbers) ran.add(number);
      }
    }
    console.log(`${lang}, ${width} px: ${ran.size} of ${functions.length} functions so far`);
  }
  await session.close();
  await server.close();
  rmSync(folder, { recursive: true });
  const needed = new Set(functions.filter(({ number, name }) => ran.has(number) || STAYS.test(name)).map(({ name }) => name));
  const later = functions.filter(({ name, bytes }) => bytes >= LEAST_BYTES && name && !needed.has(name));
  const names = [...new Set(later.map(({ name }) => name))].sort();
  const head = '# The functions that no first picture of the light module needs, written down by `node tests/browsers/later.mjs`.';
  writeFileSync(join(options.root, 'xtask/later.txt'), `${[head, ...names].join('\n')}\n`);
  console.log(`xtask/later.txt: ${names.length} functions, ${later.reduce((sum, { bytes }) => sum + bytes, 0)} bytes of code; now \`cargo xtask build\`.`);
}

/** Puts a module that tells what has run in the place of the first half, with the digests that vouch for it. */
function marked(pkg, make) {
  const path = (file) => join(pkg, file);
  const digest = (algorithm, file) => createHash(algorithm).update(readFileSync(path(file))).digest('base64');
  const [wasm, script] = [digest('sha384', 'widget_bg.wasm'), digest('sha256', 'widget.js')];
  make(path('widget_bg.wasm'));
  const swap = (file, from, to) => {
    const text = readFileSync(path(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not know the digest ${from}.`);
    writeFileSync(path(file), text.replaceAll(from, to));
  };
  swap('widget.js', wasm, digest('sha384', 'widget_bg.wasm'));
  swap('embed.js', script, digest('sha256', 'widget.js'));
}

await main();
process.exit(0);

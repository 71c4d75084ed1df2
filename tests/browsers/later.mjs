// Writes down what of the light module comes later: `node tests/browsers/later.mjs` after `cargo xtask build`, then build again. It
// draws first pictures in Chromium with a module that tells which of its code has run; the functions, and the parts of functions, that
// no picture has needed go into xtask/later.txt. To be run when a test says that a first picture has waited for the second half, or now
// and then, to make the first one smaller: what the list does not know is in the first half.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an author may ask the light module for: what the first half is made for, all but `RARE` of names.js. */
const ASKED = [
  {}, { asset: 'eth' }, { driver: 'jgb10y' }, { driver: 'usdjpy', window: '90' }, { window: '250', confidence: '0.99' }, { height: '300', heading: 'A heading of the author’s' },
  { theme: 'dark' }, { asset: 'sol', driver: 'vix' }, { window: '20' },
];
/** The views of a page. */
const VIEWS = [['timeline'], ['correlation'], ['timeline', 'correlation']];
const PAGES = [
  { lang: 'en', width: 1200, ratio: 1 }, { lang: 'ja', width: 360, ratio: 2 }, { lang: 'zh-Hans', width: 700, ratio: 1.25 }, { lang: 'ko', width: 320, ratio: 1 },
];

async function main() {
  const { here, options } = await import('./harness/options.mjs');
  const { openEngine } = await import('./harness/engines.mjs');
  const { Page } = await import('./harness/page.mjs');
  const { serve } = await import('./harness/server.mjs');
  const { SCRIPT } = await import('./harness/embed.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'yenlens-later-'));
  const split = (...paths) =>
    execFileSync('cargo', ['run', '--quiet', '--locked', '--package', 'xtask', '--features', 'split', '--bin', 'split', '--', ...paths], {
      cwd: options.root, encoding: 'utf8', maxBuffer: 1 << 26,
    });
  const named = join(options.root, 'target/pkg/named/widget_bg.wasm');
  const pkg = join(folder, 'pkg');
  cpSync(join(options.root, 'pkg'), pkg, { recursive: true });
  marked(pkg, (out) => split(named, out));
  const server = await serve({ folders: { pkg, www: join(options.root, 'www'), pages: join(here, 'pages') } });
  const session = await openEngine('chromium');
  const passed = new Set();
  for (const { lang, width, ratio } of PAGES) {
    for (const views of VIEWS) {
      for (const [at, asked] of ASKED.entries()) {
        const site = server.site();
        const page = new Page(session, site);
        await page.emulation.reset();
        await page.emulation.size(width, 900);
        if (ratio !== 1) await page.emulation.ratio(ratio);
        // Whichever comes first is drawn with, sent as it is or packed.
        const packed = at % 2 ? { encoding: at % 4 === 1 ? 'br' : 'gzip' } : {};
        site.fault(/core\.bin$/, { delayMs: at % 3 === 1 ? 700 : 0, ...packed });
        if (at % 3 === 2) site.fault(/_bg\.wasm$/, { delayMs: 700 });
        // The whole of this module is there.
        site.fault(/widget_later/, { delayMs: 5_000 });
        await page.article(`${views.map((view) => tag({ view, ...asked })).join('')}${SCRIPT}`, { lang });
        await page.ready(views.length);
        await page.frames();
        const numbers = await page.run(async () => {
          const widget = window.__look.widget();
          widget.setSeries('mine', Int32Array.of(20_000, 20_001, 20_002), Float64Array.of(1, 2, 3), { label: 'Mine', unit: 'usd', kind: 'price' });
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          widget.remove();
          await new Promise((done) => setTimeout(done, 50));
          const [{ exports }] = window.__probe.wasm.instances;
          return Object.entries(exports).filter(([name, mark]) => /^ran\d/.test(name) && mark.value).map(([name]) => Number(name.slice(3)));
        });
        for (const number of numbers) passed.add(number);
      }
    }
    console.log(`${lang}, ${width} px: ${passed.size} marks so far`);
  }
  await session.close();
  await server.close();
  const marks = join(folder, 'passed');
  writeFileSync(marks, [...passed].join('\n'));
  console.log(split(named, marks, join(options.root, 'xtask/later.txt')).trim(), 'Now `cargo xtask build`.');
  rmSync(folder, { recursive: true });
}

/** An element as an author writes it: what goes without saying is not said. @param {Record<string, string>} asked */
function tag({ view, ...asked }) {
  const said = view === 'timeline' ? asked : { view, ...asked };
  return `<yen-lens${Object.entries(said).map(([name, value]) => ` ${name}="${value}"`).join('')}></yen-lens>`;
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
  // All of it is there: no element is to wait for the rest.
  swap('widget.js', 'yen-lens:is(', 'none:is(');
  swap('embed.js', script, digest('sha256', 'widget.js'));
}

await main();
process.exit(0);

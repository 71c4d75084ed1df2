// `node benches/cold/run.mjs` after `cargo xtask build`, with the packages of tests/browsers and of this folder installed (`npm ci` in
// both): from navigation to the first painted chart in Chromium, nothing cached, beside chart libraries that draw the same series from
// the CSV which the widget itself exports. `--rounds K` (7), `--root DIR` takes the pkg/ of another checkout, `--json FILE` keeps every
// number, `--lighthouse` asks Lighthouse about the article as well. Throttled is 1.6 Mbit/s, 150 ms, a processor four times slower.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { openEngine } from '../../tests/browsers/harness/engines.mjs';
import { program } from '../../tests/browsers/harness/programs.mjs';
import { Host } from './host.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' }, root: { type: 'string', default: join(here, '..', '..') }, json: { type: 'string' },
    lighthouse: { type: 'boolean', default: false },
  },
});
const root = resolve(options.root);
const libraries = join(here, 'node_modules');
const SPEEDS = {
  plain: { network: { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }, rate: 1 },
  throttled: { network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }, rate: 4 },
};
/** What a peer's guide says to put into the page. */
const PEERS = {
  canvas: [], uplot: ['uplot/dist/uPlot.min.css', 'uplot/dist/uPlot.iife.min.js'], chartjs: ['chart.js/dist/chart.umd.min.js'],
  'lightweight-charts': ['lightweight-charts/dist/lightweight-charts.standalone.production.js'], echarts: ['echarts/dist/echarts.min.js'],
};

const host = new Host();
for (const page of readdirSync(join(here, 'pages'))) host.add(`/${page}`, { file: join(here, 'pages', page) });
const folder = (name, at) => {
  for (const entry of readdirSync(join(root, name), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      host.add(`${at}${path.slice(join(root, name).length)}`, { file: path });
    }
  }
};
folder('pkg', '/pkg');
folder('www', '/www');
const article = (kind, head, body) =>
  `<!doctype html><html lang="en" data-chart="${kind}"><head><meta charset="utf-8"><title>${kind}</title><meta name="viewport" content="width=device-width">` +
  `<script src="watch.js"></script>${head}</head><body><h1>An article</h1><p>Before.</p>${body}<p>After.</p></body></html>`;
const digests = JSON.parse(readFileSync(join(root, 'pkg', 'integrity.json'), 'utf8')).files;
/** What an author may put into the head: the later steps of the way, asked for at once. */
const AHEAD = `<link rel="modulepreload" href="pkg/widget.js" integrity="${digests['widget.js']}" crossorigin><link rel="preload" as="fetch" crossorigin href="pkg/widget_bg.wasm"><link rel="preload" as="fetch" crossorigin href="pkg/data/core.bin">`;
const views = { 'yenlens, timeline': 'timeline', 'yenlens, correlation': 'correlation' };
for (const [name, view] of Object.entries(views)) {
  const body = `<yen-lens view="${view}"></yen-lens>`;
  const head = '<link rel="stylesheet" href="page.css"><script src="own.js"></script><script async src="pkg/embed.js" fetchpriority="high"></script>';
  host.add(`/${view}.html`, { text: article(name, head, body) });
  host.add(`/${view}-ahead.html`, { text: article(name, AHEAD + head, body) });
}
for (const [name, files] of Object.entries(PEERS)) {
  for (const file of files) host.add(`/libs/${file}`, { file: join(libraries, file) });
  // Once as the guides have it, once with the priority that our own tag asks for.
  for (const [end, priority] of [['', ''], ['-first', ' fetchpriority="high"']]) {
    const script = (src) => `<script defer${priority} src="${src}"></script>`;
    const head = files.map((file) => (file.endsWith('.css') ? `<link rel="stylesheet" href="libs/${file}">` : script(`libs/${file}`))).join('');
    host.add(`/${name}${end}.html`, { text: article(name, `<link rel="stylesheet" href="page.css">${head}`, `<div id="chart"></div>${script('peer.js')}`) });
  }
}
host.add('/page.css', { text: '#chart { width: 960px; height: 560px } yen-lens { display: block; min-height: 960px }' });
const origin = await host.open();
const CHARTS = { ...Object.fromEntries(Object.entries(views).flatMap(([name, view]) => [[name, `/${view}.html`], [`${name}, asked for ahead`, `/${view}-ahead.html`]])), ...Object.fromEntries(Object.keys(PEERS).flatMap((name) => [[name, `/${name}.html`], [`${name}, with priority`, `/${name}-first.html`]])) };

const session = await openEngine('chromium', { chromiumArguments: ['--window-size=1100,1200'] });
const { driver } = session;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function measure(path) {
  await driver.sendDevToolsCommand('Network.clearBrowserCache', {});
  await driver.get(`${origin}${path}`);
  for (const end = Date.now() + 60_000; ; await pause(50)) {
    const painted = await driver.executeScript('return window.painted');
    if (painted) break;
    if (Date.now() > end) throw new Error(`${path}: nothing was painted`);
  }
  await pause(150);
  return driver.executeScript('return { painted: window.painted, shift: window.seen.shift, longest: Math.max(0, ...window.seen.tasks), bytes: performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) }');
}

// The series that all of them draw.
host.add('/data.csv', { text: 'date,x\n2020-01-01,1\n2020-01-02,2\n' });
await measure('/timeline.html');
const exported = await driver.executeScript('return document.querySelector("yen-lens").exportCsv()');
// The lines that name the publishers are for people; a peer's page would not carry them.
const csv = exported.replace(/^#[^\n]*\n/gm, '');
const packed = host.add('/data.csv', { text: csv });
console.log(`The CSV has ${csv.trim().split('\n').length - 1} rows of ${csv.split('\n')[0]}, ${packed} bytes packed.`);

const results = {};
await driver.sendDevToolsCommand('Network.enable', {});
for (const [speed, { network, rate }] of Object.entries(SPEEDS)) {
  await driver.sendDevToolsCommand('Network.emulateNetworkConditions', network);
  await driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate });
  // In turns: what else the machine does meets all of them.
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [name, path] of Object.entries(CHARTS)) ((results[name] ??= {})[speed] ??= []).push(await measure(path));
  }
}
await session.close();

console.log('\n| chart | bytes | plain, ms | throttled, ms | shift | longest task plain, ms |\n|---|---|---|---|---|---|');
for (const [name, { plain, throttled }] of Object.entries(results)) {
  const of = (list, key) => median(list.map((one) => one[key]));
  const shift = Math.max(...[...plain, ...throttled].map((one) => one.shift));
  console.log(`| ${name} | ${of(plain, 'bytes')} | ${of(plain, 'painted').toFixed(0)} | ${of(throttled, 'painted').toFixed(0)} | ${shift.toFixed(3)} | ${of(plain, 'longest').toFixed(0)} |`);
}
if (options.json) writeFileSync(options.json, JSON.stringify(results));

if (options.lighthouse) {
  const out = mkdtempSync(join(tmpdir(), 'yenlens-lighthouse-'));
  try {
    for (const preset of ['mobile', 'desktop']) {
      const file = join(out, `${preset}.json`);
      const flags = '--headless=new --no-sandbox --disable-gpu --disable-quic --disable-sync --no-first-run --disable-background-networking --disable-component-update';
      await promisify(execFile)(process.execPath, [
        join(libraries, 'lighthouse', 'cli', 'index.js'), `${origin}/www/article.html`, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`,
        '--only-categories=performance,accessibility,best-practices,seo', ...(preset === 'desktop' ? ['--preset=desktop'] : []),
      ], { env: { ...process.env, CHROME_PATH: program('CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome'], 'Install the Debian package chromium.') }, maxBuffer: 1 << 26 });
      const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
      console.log(`\nLighthouse, ${preset}: ${Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`).join(', ')}`);
      for (const { title, score, displayValue, scoreDisplayMode } of Object.values(audits)) {
        if (score !== null && score < 1 && ['binary', 'numeric', 'metricSavings'].includes(scoreDisplayMode)) console.log(`  ${title}: ${displayValue ?? score}`);
      }
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
await host.close();
process.exit(0);

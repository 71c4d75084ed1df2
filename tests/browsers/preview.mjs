// Draws www/preview.png, which previews of links show: node tests/browsers/preview.mjs, after `cargo xtask build`. It is committed; draw it
// anew when the figures have moved far.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from './harness/engines.mjs';
import { here, options } from './harness/options.mjs';
import { serve } from './harness/server.mjs';

/** The size that previews are cut to. */
const [WIDTH, HEIGHT] = [1_200, 630];

const server = await serve({ folders: { pkg: join(options.root, 'pkg'), pages: join(here, 'pages') } });
const session = await openEngine('chromium');
const site = server.site({ csp: null, probe: false });
await session.driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width: WIDTH, height: HEIGHT, deviceScaleFactor: 1, mobile: false });
await session.driver.get(site.add('/preview.html',
  '<!doctype html><html lang="en"><head><title>x</title></head><body style="margin:0;background:#fff;display:grid;place-items:center;height:100vh">' +
  '<img src="pkg/pictures/correlation.svg" alt="" style="height:610px;max-width:1180px"></body></html>'));
writeFileSync(join(options.root, 'www', 'preview.png'), await session.driver.takeScreenshot(), 'base64');
await session.close();
await server.close();
process.exit(0);

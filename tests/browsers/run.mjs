// Runs the browser tests: node tests/browsers/run.mjs [--engine chromium|firefox|webkit]... [--only SUBSTRING]... [--screenshots DIR]
// [--root DIR]. `--root` is the folder that holds pkg/ and www/; unless told, the checkout this file lies in.

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES } from './harness/engines.mjs';
import { runTests } from './harness/runner.mjs';
import { serve } from './harness/server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

async function main() {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', multiple: true, default: ENGINES },
      only: { type: 'string', multiple: true, default: [] },
      screenshots: { type: 'string' },
      root: { type: 'string', default: join(here, '..', '..') },
    },
  });
  for (const engine of values.engine) {
    if (!ENGINES.includes(engine)) throw new Error(`--engine ${engine}: expected one of ${ENGINES.join(', ')}`);
  }
  const root = resolve(values.root);
  if (!existsSync(join(root, 'pkg', 'embed.js'))) throw new Error(`${root} holds no pkg/embed.js: run \`cargo xtask build\` first`);
  for (const file of readdirSync(join(here, 'tests')).sort()) {
    if (file.endsWith('.mjs')) await import(pathToFileURL(join(here, 'tests', file)).href);
  }
  const server = await serve({ folders: { pkg: join(root, 'pkg'), www: join(root, 'www'), pages: join(here, 'pages') } });
  const { passed, failed } = await runTests({
    engines: values.engine, only: values.only, screenshots: values.screenshots && resolve(values.screenshots), server, say: console.log,
  });
  await server.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.log(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);

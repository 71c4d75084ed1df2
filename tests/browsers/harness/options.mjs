// What the command line said; read once, before the tests are gathered.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines.mjs';

/** The folder of the browser tests. */
export const here = fileURLToPath(new URL('..', import.meta.url));

/** The options of run.mjs, shots.mjs and compare.mjs, with paths made absolute; throws a sentence for a word that has no meaning. */
export const options = parse();

function parse() {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', multiple: true, default: ENGINES },
      only: { type: 'string', multiple: true, default: [] },
      screenshots: { type: 'string' },
      out: { type: 'string' },
      against: { type: 'string', default: 'HEAD' },
      root: { type: 'string', default: join(here, '..', '..') },
    },
  });
  for (const engine of values.engine) {
    if (!ENGINES.includes(engine)) throw new Error(`--engine ${engine}: expected one of ${ENGINES.join(', ')}`);
  }
  const root = resolve(values.root);
  if (!existsSync(join(root, 'pkg', 'embed.js'))) throw new Error(`${root} holds no pkg/embed.js: run \`cargo xtask build\` first`);
  return { ...values, root, screenshots: values.screenshots && resolve(values.screenshots), out: values.out && resolve(values.out) };
}

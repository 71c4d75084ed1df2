// From the sources of a site to a page in the browser: the package as npm would bring it, the build in a folder outside the sources, a
// server with the site below a prefix, as on a host that gives each author a folder.

import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { options } from '../../browsers/harness/options.mjs';
import { serve } from '../../browsers/harness/server.mjs';

const run = promisify(execFile);

/** The folder of the sites. */
export const here = fileURLToPath(new URL('..', import.meta.url));
const pages = join(here, '..', 'browsers', 'pages');
const work = join(options.root, 'target', 'sites');

/** Where a built site lies on its server; known before it is built. */
export const BASE = '/site1/site/';

/** Runs a program in a folder; its output is in the error if it fails. */
export async function call(program, args, { folder = here, env = {} } = {}) {
  try {
    return await run(program, args, { cwd: folder, env: { ...process.env, ...env, CI: '1', NODE_ENV: 'production' }, maxBuffer: 1 << 24 });
  } catch (error) {
    throw new Error(`${program} ${args.slice(0, 3).join(' ')} failed:\n${`${error.stdout}${error.stderr}`.slice(-4_000)}`);
  }
}

/** A program that npm has installed here. */
export const installed = (name) => join(here, 'node_modules', '.bin', name);

/** An empty folder to build a site into. */
export async function fresh(name) {
  const folder = join(work, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

let packed;

/** The package as `npm install yenlens` would bring it: what `npm pack` takes along, and nothing that only the checkout has. */
export function npmPackage() {
  packed ??= (async () => {
    const folder = await fresh('npm');
    const { stdout } = await call('npm', ['pack', '--json', '--pack-destination', folder, join(options.root, 'pkg')]);
    const told = JSON.parse(stdout);
    const [{ filename }] = Array.isArray(told) ? told : Object.values(told);
    const place = join(here, 'node_modules', 'yenlens');
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    await call('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', place]);
    return place;
  })();
  return packed;
}

/** Copies the package beside a built site, as the README tells authors to. */
export const host = (site) => cp(join(options.root, 'pkg'), join(site, 'yenlens'), { recursive: true });

/** The data and the WebAssembly that a bundle of the npm package needs beside it. */
export async function hostData(site) {
  await cp(join(await npmPackage(), 'data'), join(site, 'yenlens', 'data'), { recursive: true });
}

/**
 * Serves a built site and, at another origin, the package; both until the body is done.
 *
 * @param {string} folder
 * @param {import('../../browsers/harness/server.mjs').SiteOptions} options_
 * @param {(site: import('../../browsers/harness/server.mjs').Site) => Promise<void>} body
 */
export async function served(folder, options_, body) {
  const server = await serve({ folders: { site: folder, pages } });
  try {
    await body(server.site(options_));
  } finally {
    await server.close();
  }
}

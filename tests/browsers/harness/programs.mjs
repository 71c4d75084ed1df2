// Where the browsers and drivers lie on this machine. It does not start them (see engines.mjs); what is missing is named with the
// package that brings it.

import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Path of a program: the environment variable, the tools cache, then PATH.
 *
 * @param {string} variable environment variable that overrides the search
 * @param {string[]} names names of the program, the best first
 * @param {string} sayInstall sentence for the person who has to install it
 * @returns {string} throws that sentence when the program is nowhere.
 */
export function program(variable, names, sayInstall) {
  const wanted = process.env[variable];
  if (wanted) {
    if (isProgram(wanted)) return wanted;
    throw new Error(`${variable} is set to ${wanted}, which is not a program.`);
  }
  for (const name of names) {
    for (const folder of [...cachedTools(name), ...(process.env.PATH ?? '').split(delimiter)]) {
      const path = join(folder, name);
      if (isProgram(path)) return path;
    }
  }
  throw new Error(`${names[0]} is not on this machine. ${sayInstall}`);
}

/** Path of WebKitGTK's small browser, which Debian keeps outside PATH; `undefined` when it is not installed. */
export function miniBrowser() {
  const wanted = process.env.MINIBROWSER;
  if (wanted) return isProgram(wanted) ? wanted : undefined;
  for (const library of entries('/usr/lib')) {
    for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0']) {
      const path = join('/usr/lib', library, version, 'MiniBrowser');
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Folders of the tools cache that hold a version of `name`, the newest first. */
function cachedTools(name) {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'yenlens');
  const versions = entries(cache).filter((entry) => entry.startsWith(`${name}-`));
  versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return versions.map((entry) => join(cache, entry, 'bin'));
}

function entries(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

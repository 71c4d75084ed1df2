// The processes this run has started: drivers, the X server and whatever those start in their turn. It is not for choosing
// what to start (see engines.mjs). The one invariant: nothing started here outlives the run, however the run ends.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';

/** Children whose families may still be running, each with the mark in the environment by which its family is known. */
const running = new Map();
/** Folders that disappear with the run. */
const folders = new Set();

/**
 * Starts a program and returns at once.
 *
 * @param {string} command path of the program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{extraFd?: boolean}} [options] with `extraFd` the program may also write to file descriptor 3.
 * @returns {{child: import('node:child_process').ChildProcess, output: () => string, ready: (sign: RegExp | (() => Promise<boolean>),
 *   timeoutMs?: number) => Promise<RegExpMatchArray | null>}} `ready` waits for a line that matches, or for a question to be answered
 *   with true, and rejects when the program ends first or the time is over.
 */
export function start(command, args, env, { extraFd = false } = {}) {
  const stdio = extraFd ? ['ignore', 'pipe', 'pipe', 'pipe'] : ['ignore', 'pipe', 'pipe'];
  const mark = `YENLENS_BROWSER_TEST=${randomUUID()}`;
  const [name, value] = mark.split('=');
  const child = spawn(command, args, { env: { ...env, [name]: value }, stdio });
  running.set(child, mark);
  // The last part of the output is enough to explain a crash; all of it would grow with every test.
  let output = '';
  let ended = null;
  for (const stream of child.stdio) {
    stream?.on('data', (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
  }
  child.once('error', (error) => {
    ended = `could not be started: ${error.message}`;
  });
  child.once('exit', (code, signalName) => {
    ended = `ended with ${signalName ?? `code ${code}`}`;
  });
  const ready = async (sign, timeoutMs = 20_000) => {
    const end = Date.now() + timeoutMs;
    while (ended === null && Date.now() < end) {
      if (sign instanceof RegExp) {
        const match = output.match(sign);
        if (match) return match;
      } else if (await sign()) {
        return null;
      }
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`${command} ${ended ?? `was not ready after ${timeoutMs} ms`}\n${output}`.trim());
  };
  return { child, output: () => output, ready };
}

/** Remembers a folder that is to be removed at the end of the run. */
export function forgetFolderAtExit(folder) {
  folders.add(folder);
}

/** Ends one child and all its family, and returns when they are gone. */
export async function stop(child) {
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const family = familyOf(child);
  if (!ended() && child.pid !== undefined) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 2_000);
    await gone;
    clearTimeout(late);
  }
  // A driver that dies early leaves its browser behind.
  for (const pid of new Set([...family, ...familyOf(child)])) signal(pid, 'SIGKILL');
  running.delete(child);
}

/** Ends everything at once, without waiting; the last thing a run does. */
export function stopAllNow() {
  const pids = new Set([...running.keys()].flatMap(familyOf));
  for (const pid of pids) signal(pid, 'SIGKILL');
  running.clear();
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // A dying browser may still write; the folder lies in the system's temporary folder.
    }
  }
  folders.clear();
}

process.once('exit', stopAllNow);
for (const [name, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
  process.once(name, () => process.exit(code));
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

/** Ids of the processes that carry a child's mark in their environment, and of everything below them and below the child. */
function familyOf(child) {
  const mark = running.get(child);
  if (mark === undefined) return [];
  const childrenOf = new Map();
  const found = new Set();
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) found.add(child.pid);
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const pid = Number(entry);
    const stat = readProcess(pid, 'stat');
    // The second field is the name in brackets and may hold spaces; the parent follows the state behind it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (!childrenOf.has(parent)) childrenOf.set(parent, []);
    childrenOf.get(parent).push(pid);
    if (readProcess(pid, 'environ').split('\0').includes(mark)) found.add(pid);
  }
  // A set being walked also yields what is added on the way.
  for (const pid of found) for (const below of childrenOf.get(pid) ?? []) found.add(below);
  return [...found];
}

function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // Gone meanwhile, or another user's.
    return '';
  }
}

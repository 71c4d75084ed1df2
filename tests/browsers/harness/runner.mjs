// Collects the tests and runs them engine by engine: a time limit for each, one restart for a driver that crashed, and a count at the
// end that can be trusted. It knows nothing of the widget.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, openEngine } from './engines.mjs';
import { Page } from './page.mjs';

/** @typedef {{name: string, engines: string[], timeoutMs: number, body: (context: Context) => Promise<void>}} Test */
/** @typedef {{page: Page, site: import('./server.mjs').Site, serve: (options: object) => import('./server.mjs').Site, engine: string}} Context */

/** @type {Test[]} */
const tests = [];

/**
 * Engines in which a failing test is tried a second time, and said to have been. WebKitGTK's WebAssembly now and then, about once in
 * a thousand pages, reads past its memory or gives wrong bytes where the same module runs in every other engine and in the next try.
 */
const UNSTEADY = new Set(['webkit']);

/** A browser that hangs in every test would keep the run busy for an hour. */
const MOST_TIMEOUTS = 3;

/**
 * Adds a test. It runs once in each engine, on a site of its own.
 *
 * @param {string} name the law it states
 * @param {{engines?: string[], timeoutMs?: number, site?: import('./server.mjs').SiteOptions} | ((context: Context) => Promise<void>)} options
 * @param {(context: Context) => Promise<void>} [body]
 */
export function test(name, options, body) {
  const settings = typeof options === 'function' ? {} : options;
  tests.push({ name, engines: ENGINES, timeoutMs: 60_000, ...settings, body: typeof options === 'function' ? options : body });
}

/**
 * Runs the tests that were added.
 *
 * @param {{engines: string[], only: string[], screenshots?: string, server: Awaited<ReturnType<typeof import('./server.mjs').serve>>,
 *   say: (line: string) => void}} options
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runTests({ engines, only, screenshots, server, say }) {
  const count = { passed: 0, failed: 0 };
  for (const engine of engines) {
    const chosen = tests.filter((one) => one.engines.includes(engine) && (only.length === 0 || only.some((part) => one.name.includes(part))));
    if (chosen.length === 0) continue;
    await new EngineRun({ engine, screenshots, server, say, count }).run(chosen);
  }
  return count;
}

class EngineRun {
  #session;
  #restarted = false;
  #timeouts = 0;

  constructor({ engine, screenshots, server, say, count }) {
    Object.assign(this, { engine, screenshots, server, say, count });
  }

  async run(chosen) {
    try {
      await this.#start();
    } catch (error) {
      this.say(`FAIL ${this.engine}  could not be started: ${error.message}`);
      this.count.failed += chosen.length;
      return;
    }
    for (const [index, one] of chosen.entries()) {
      const reason = await this.#runOne(one);
      if (reason === null) continue;
      const rest = chosen.length - index - 1;
      this.say(`FAIL ${this.engine}  ${reason}; the ${rest} tests left are failed unrun`);
      this.count.failed += rest;
      break;
    }
    await this.#session?.close();
  }

  async #start() {
    const begin = Date.now();
    this.#session = await openEngine(this.engine);
    this.say(`---- ${this.engine}  ${this.#session.version} started in ${seconds(begin)}`);
  }

  /** Runs a test, again after a crash of the driver. Returns why the engine has to be given up, or `null`. */
  async #runOne(one) {
    const begin = Date.now();
    let error = await this.#attempt(one);
    if (error && !error.timedOut && (await this.#isDead(error))) {
      if (this.#restarted) {
        this.#failed(one, begin, error);
        return 'the driver crashed a second time';
      }
      this.#restarted = true;
      this.say(`---- ${this.engine}  the driver crashed in "${one.name}" (${firstLine(error)}) and is restarted once`);
      if (!(await this.#restart())) return 'the driver could not be restarted';
      error = await this.#attempt(one);
    }
    if (error && !error.timedOut && UNSTEADY.has(this.engine)) {
      this.say(`---- ${this.engine}  "${one.name}" failed (${firstLine(error).slice(0, 300)}) and is tried once more`);
      error = await this.#attempt(one);
    }
    if (!error) {
      this.count.passed += 1;
      this.say(`ok   ${this.engine}  ${seconds(begin)}  ${one.name}`);
      return null;
    }
    await this.#picture(one);
    this.#failed(one, begin, error);
    if (error.timedOut) {
      this.#timeouts += 1;
      if (this.#timeouts >= MOST_TIMEOUTS) return `${MOST_TIMEOUTS} tests ran out of time`;
      if (!(await this.#restart())) return 'the driver could not be restarted';
    }
    return null;
  }

  /** Runs a test once on a fresh site; returns its error or `null`. */
  async #attempt(one) {
    const site = this.server.site(one.site);
    const page = new Page(this.#session, site);
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(Object.assign(new Error(`not done after ${one.timeoutMs} ms`), { timedOut: true })), one.timeoutMs);
    });
    const body = async () => {
      await page.emulation.reset();
      await one.body({ page, site, serve: (options) => this.server.site(options), engine: this.engine });
    };
    try {
      await Promise.race([body(), late]);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      clearTimeout(timer);
      // The next test starts from nothing: what this page still runs must not be heard there.
      await within(5_000, this.#session.driver.get('about:blank')).catch(() => {});
    }
  }

  /** A failing assertion leaves the browser answering; a crash does not. */
  async #isDead(error) {
    if (error.code === 'ERR_ASSERTION') return false;
    if (!this.#session.alive()) return true;
    try {
      await within(5_000, this.#session.driver.executeScript('return 1'));
      return false;
    } catch {
      return true;
    }
  }

  async #restart() {
    await this.#session.close();
    try {
      await this.#start();
      return true;
    } catch (error) {
      this.say(`---- ${this.engine}  ${error.message}`);
      this.#session = undefined;
      return false;
    }
  }

  #failed(one, begin, error) {
    this.count.failed += 1;
    this.say(`FAIL ${this.engine}  ${seconds(begin)}  ${one.name}`);
    const where = (error.stack ?? '').split('\n').find((line) => line.includes('/tests/browsers/tests/'));
    for (const line of `${error.message}${where ? `\n${where.trim()}` : ''}`.split('\n').slice(0, 40)) this.say(`       ${line}`);
  }

  async #picture(one) {
    if (!this.screenshots) return;
    const name = `${this.engine}-${one.name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)}.png`;
    try {
      mkdirSync(this.screenshots, { recursive: true });
      writeFileSync(join(this.screenshots, name), await within(5_000, this.#session.driver.takeScreenshot()), 'base64');
    } catch {
      // A picture of a failure is a help, never a second failure.
    }
  }
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const seconds = (begin) => `${((Date.now() - begin) / 1000).toFixed(2)} s`;
const firstLine = (error) => error.message.split('\n')[0];

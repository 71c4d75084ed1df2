// One page in one browser, with the words tests use: open, run, until, press, hover, size. It hides what differs between the engines
// and leaves judging to the tests.

import { setTimeout as pause } from 'node:timers/promises';
import selenium from 'selenium-webdriver';
import { PNG } from 'pngjs';
import { Emulation } from './emulation.mjs';

const { Key } = selenium;

/** A page under test. */
export class Page {
  /**
   * @param {Awaited<ReturnType<typeof import('./engines.mjs').openEngine>>} session
   * @param {import('./server.mjs').Site} site
   */
  constructor(session, site) {
    this.engine = session.engine;
    this.driver = session.driver;
    this.site = site;
    this.emulation = new Emulation(session);
  }

  /** The same browser on another site. */
  on(site) {
    return Object.assign(Object.create(Object.getPrototypeOf(this)), this, { site });
  }

  /** Opens a path of the site, or a full address, and forgets what the browser logged before. */
  async open(path) {
    await this.browserLog();
    const address = path.startsWith('http') ? path : this.site.url(path);
    await this.driver.get(address);
    // Chromium's driver comes back now and then before the page has been read.
    const isThere = (pathname) => location.pathname === pathname && document.readyState === 'complete';
    await this.driver.wait(() => this.run(isThere, new URL(address).pathname), 15_000, `${path} was not read`);
  }

  /** Opens an article with this body, which may name the script as `../pkg/embed.js`. */
  async article(body, { head = '', lang = 'en', html = '' } = {}) {
    const text =
      `<!doctype html><html lang="${lang}" ${html}><head><meta charset="utf-8"><title>An article</title>` +
      `<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="../pages/article.css">${head}</head>` +
      `<body><main><h1>An article</h1><p id="before">Before the figure.</p>${body}<p id="after">After the figure.</p></main></body></html>`;
    await this.open(this.site.add('/articles/article.html', text));
  }

  /** Runs a function in the page with plain values or elements as arguments; a promise it returns is awaited. */
  run(script, ...values) {
    return this.driver.executeScript(`return (${script}).apply(null, arguments)`, ...values);
  }

  /**
   * Waits until a function in the page returns something true, and returns it.
   *
   * @param {string} what named in the error when it does not happen
   * @param {Function} script
   * @param {unknown[]} values
   * @param {number} timeoutMs
   */
  async until(what, script, values = [], timeoutMs = 15_000) {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const result = await this.run(script, ...values);
      if (result) return result;
      if (Date.now() > end) {
        const seen = await this.run(() => ({
          events: window.__probe?.events.map(({ name, code, message }) => [name, code, message].filter(Boolean).join(': ')),
          console: window.__probe?.console.map(({ level, text }) => `${level}: ${text}`),
          errors: window.__probe?.errors, rejections: window.__probe?.rejections, violations: window.__probe?.violations,
        }));
        throw new Error(`after ${timeoutMs} ms still not: ${what}; the page saw ${JSON.stringify(seen)}`);
      }
      await pause(25);
    }
  }

  /** Waits until this many widgets have said that they are ready. */
  ready(count = 1) {
    return this.until(`${count} ready`, (wanted) => window.__probe.events.filter(({ name }) => name === 'ready').length >= wanted, [count]);
  }

  /** What the probe saw: see pages/probe.js. */
  seen() {
    return this.run(() => {
      const { violations, console, errors, rejections, events, insertions, shift } = window.__probe;
      return { violations, console, errors, rejections, events, insertions, shift };
    });
  }

  /** Names on the window that the page's own scripts brought; the drivers' own leavings are not counted. */
  async newGlobals() {
    const names = await this.run(() => window.__probe.newGlobals());
    return names.filter((name) => !/^(ret_nodes$|cdc_|\$cdc_)/.test(name));
  }

  /** A part's visible text in the widget with this number. */
  text(part, index = 0) {
    return this.run((name, number) => window.__look.text(window.__look.widget(number), name), part, index);
  }

  /** Everything the widget with this number shows. */
  look(index = 0) {
    return this.run((number) => window.__look.all(window.__look.widget(number)), index);
  }

  /** Sets or (with `null`) removes an attribute of the widget with this number. */
  attribute(name, value, index = 0) {
    return this.run((key, text, number) => {
      const widget = window.__look.widget(number);
      if (text === null) widget.removeAttribute(key);
      else widget.setAttribute(key, text);
    }, name, value, index);
  }

  /** Two painted frames: what was asked for before is on the screen afterwards. */
  frames() {
    return this.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  }

  /** Gives the focus to what a function in the page returns, and returns whether it took it. */
  focus(script, ...values) {
    return this.run(`function () {
      const element = (${script}).apply(null, arguments);
      element.focus();
      return element.getRootNode().activeElement === element;
    }`, ...values);
  }

  /** Presses keys one after the other on what has the focus, by the names of selenium's `Key`. */
  async press(...names) {
    for (const name of names) await this.driver.actions().sendKeys(Key[name] ?? name).perform();
  }

  /** Moves the mouse to a place in the viewport, in CSS pixels. */
  async hover(x, y) {
    await this.driver.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0 }).perform();
  }

  /** Turns the wheel by so many CSS pixels with the mouse at a place. */
  async wheel(x, y, down) {
    await this.hover(x, y);
    await this.driver.actions().scroll(Math.round(x), Math.round(y), 0, down).perform();
  }

  /** Moves a finger down (or, with a negative distance, up) the screen in ten steps. Chromium with `emulation.touch()` only. */
  async swipe(x, y, down) {
    await this.#touch('touchStart', x, y);
    for (let step = 1; step <= 10; step += 1) {
      await this.#touch('touchMove', x, y + (down * step) / 10);
      await pause(16);
    }
    await this.#touch('touchEnd');
  }

  /** Rests a finger on a place for so long, and lifts it. Chromium with `emulation.touch()` only. */
  async longPress(x, y, milliseconds) {
    await this.#touch('touchStart', x, y);
    await pause(milliseconds);
    await this.#touch('touchEnd');
  }

  #touch(type, x, y) {
    return this.driver.sendDevToolsCommand('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
  }

  /** Scrolls an element that a function in the page returns into view and gives its box in CSS pixels of the viewport. */
  box(script, ...values) {
    return this.run(`function () {
      const element = (${script}).apply(null, arguments);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    }`, ...values);
  }

  /** A picture of the viewport. */
  async screenshot() {
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }

  /** The colour `[r, g, b]` of the viewport at a place in CSS pixels. */
  async colourAt(x, y) {
    const { width, height, data } = PNG.sync.read(await this.screenshot());
    const ratio = await this.run(() => devicePixelRatio);
    const column = Math.min(width - 1, Math.round(x * ratio));
    const row = Math.min(height - 1, Math.round(y * ratio));
    return [...data.subarray((row * width + column) * 4, (row * width + column) * 4 + 3)];
  }

  /** What the browser itself logged since the last call, where it tells (Chromium); elsewhere nothing. */
  async browserLog() {
    if (this.engine !== 'chromium') return [];
    const entries = await this.driver.manage().logs().get('browser');
    return entries.map((entry) => `${entry.level.name}: ${entry.message}`);
  }
}

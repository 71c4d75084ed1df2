// The three browser engines: which programs they need, how each is started with a fresh profile, and how a session is opened on it.
// Drivers are started here and reached by address, so that Selenium never looks for (or downloads) one itself.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import selenium from 'selenium-webdriver';
import { forgetFolderAtExit, start, stop } from './children.mjs';
import { miniBrowser, program } from './programs.mjs';

const { Builder } = selenium;

/** The engines' names, in the order they run. */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

const CHROMIUM_ARGUMENTS = [
  '--headless=new', '--lang=en-US', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-extensions',
  // Pixel comparisons need the same grey text on every machine.
  '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars',
  // Nothing but the test server is ever asked.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const FIREFOX_PREFERENCES = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disabled': true,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.normandy.enabled': false,
  'extensions.update.enabled': false,
  'browser.cache.disk.enable': false,
};

/**
 * Starts the driver of an engine and opens a session on it.
 *
 * @param {'chromium'|'firefox'|'webkit'} engine
 * @param {{chromiumArguments?: string[], keepsNothing?: boolean}} [more] arguments beyond the usual ones; and whether its owner has set
 *   it to let no page keep anything, which WebKitGTK's test browser has no setting for
 * @returns {Promise<{engine: string, driver: import('selenium-webdriver').WebDriver, version: string, alive: () => boolean,
 *   output: () => string, close: () => Promise<void>}>} rejects with a sentence that says what to install when a program is missing.
 */
export async function openEngine(engine, { chromiumArguments = [], keepsNothing = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), `yenlens-${engine}-`));
  forgetFolderAtExit(profile);
  const children = [];
  try {
    const server = await { chromium: startChromium, firefox: startFirefox, webkit: startWebKit }[engine](profile, children, { chromiumArguments, keepsNothing });
    const driver = new Builder().disableEnvironmentOverrides().usingServer(server.url).withCapabilities(server.capabilities).build();
    const capabilities = await driver.getCapabilities();
    await driver.manage().setTimeouts({ pageLoad: 30_000, script: 30_000, implicit: 0 });
    return {
      engine,
      driver,
      version: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
      alive: () => children.every((child) => child.exitCode === null && child.signalCode === null),
      output: server.output,
      close: async () => {
        await Promise.race([driver.quit().catch(() => {}), new Promise((done) => setTimeout(done, 3_000).unref())]);
        for (const child of children.reverse()) await stop(child);
      },
    };
  } catch (error) {
    for (const child of children.reverse()) await stop(child);
    throw error;
  }
}

async function startChromium(profile, children, { chromiumArguments, keepsNothing }) {
  const binary = program('CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome'], 'Install the Debian package chromium.');
  const command = program('CHROMEDRIVER', ['chromedriver'], 'Install the Debian package chromium-driver.');
  const driver = start(command, ['--port=0'], environment(profile));
  children.push(driver.child);
  const [, port] = await driver.ready(/started successfully on port (\d+)/);
  return {
    url: `http://127.0.0.1:${port}`,
    output: driver.output,
    capabilities: {
      browserName: 'chrome',
      'goog:loggingPrefs': { browser: 'ALL' },
      'goog:chromeOptions': {
        binary, args: [...CHROMIUM_ARGUMENTS, ...chromiumArguments, `--user-data-dir=${join(profile, 'profile')}`],
        prefs: keepsNothing ? { 'profile.default_content_setting_values.cookies': 2 } : {},
      },
    },
  };
}

async function startFirefox(profile, children, { keepsNothing }) {
  const binary = program('FIREFOX', ['firefox-esr', 'firefox'], 'Install the Debian package firefox-esr.');
  const command = program('GECKODRIVER', ['geckodriver'], 'Run `cargo install geckodriver`, or set GECKODRIVER to its path.');
  const args = ['--host', '127.0.0.1', '--port', '0', '--websocket-port', '0', '--profile-root', profile];
  const driver = start(command, args, environment(profile));
  children.push(driver.child);
  const [, port] = await driver.ready(/Listening on 127\.0\.0\.1:(\d+)/);
  return {
    url: `http://127.0.0.1:${port}`,
    output: driver.output,
    capabilities: {
      browserName: 'firefox',
      webSocketUrl: true,
      'moz:firefoxOptions': { binary, args: ['-headless'], prefs: { ...FIREFOX_PREFERENCES, ...(keepsNothing ? { 'network.cookie.cookieBehavior': 2 } : {}) } },
    },
  };
}

async function startWebKit(profile, children) {
  const sayInstall = 'Install the Debian package webkit2gtk-driver.';
  const command = program('WEBKITWEBDRIVER', ['WebKitWebDriver'], sayInstall);
  const binary = miniBrowser();
  if (!binary) throw new Error(`MiniBrowser of WebKitGTK is not on this machine. ${sayInstall}`);
  const display = program('XVFB', ['Xvfb'], 'Install the Debian package xvfb.');
  // The X server chooses a free display itself and writes its number to descriptor 3.
  const x = start(display, ['-displayfd', '3', '-screen', '0', '1400x1600x24', '-nolisten', 'tcp', '-noreset'], process.env, {
    extraFd: true,
  });
  children.push(x.child);
  const [, displayNumber] = await x.ready(/^(\d+)\n/m);
  narrowBars(profile);
  const port = await freePort();
  const env = {
    ...environment(profile),
    DISPLAY: `:${displayNumber}`,
    GDK_BACKEND: 'x11', GSETTINGS_BACKEND: 'memory', NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1',
  };
  delete env.WAYLAND_DISPLAY;
  delete env.DBUS_SESSION_BUS_ADDRESS;
  const driver = start(command, ['--host=127.0.0.1', `--port=${port}`], env);
  children.push(driver.child);
  // This driver prints nothing when it is ready: it is asked until it answers.
  await driver.ready(() => fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false));
  return {
    url: `http://127.0.0.1:${port}`,
    output: driver.output,
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  };
}

/** Lets the window become as narrow as a phone: the buttons of its bar would otherwise need some 450 pixels. */
function narrowBars(profile) {
  const folder = join(profile, 'config', 'gtk-3.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'gtk.css'), '* { min-width: 0; padding: 0; margin: 0; border: 0; } entry { font-size: 1px; }\n');
}

/** A port that is free now; WebKitWebDriver cannot choose one itself. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A clean environment: settings, caches and temporary files go to the session's own folder. */
function environment(profile) {
  return {
    ...process.env,
    HOME: profile, TMPDIR: profile, XDG_CONFIG_HOME: join(profile, 'config'), XDG_DATA_HOME: join(profile, 'data'),
    XDG_CACHE_HOME: join(profile, 'cache'), LANG: 'C.UTF-8', TZ: 'UTC',
  };
}

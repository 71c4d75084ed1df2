// A static file server on 127.0.0.1 that behaves like any web host, and on demand like a broken one. It knows files, headers and
// faults; it knows nothing of the widget. The one invariant: what a test sets holds for the test's own site and for no other.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The policy of product.md: own origin only, wasm allowed, no inline code, no inline style, no eval. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
  "base-uri 'none'; form-action 'none'";

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.xhtml': 'application/xhtml+xml; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.bin': 'application/octet-stream',
};

/** Scripts put into every page before its own, so that pages stay as an author would write them. */
const PROBES = ['/pages/probe.js', '/pages/look.js'];

/**
 * Starts the server.
 *
 * @param {{folders: Record<string, string>}} options first part of a path to the folder it is served from, such as `pkg`
 * @returns {Promise<{site: (options?: SiteOptions) => Site, close: () => Promise<void>}>}
 */
export async function serve({ folders }) {
  const sites = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const site = sites.get(pathname.split('/')[1]);
    if (!site) {
      // Browsers ask for /favicon.ico by themselves; a 404 would be a line on the console that is nobody's fault.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    answer(site, folders, pathname, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    site: (options) => {
      const name = `site${sites.size + 1}`;
      const site = new Site(origin, name, options);
      sites.set(name, site);
      return site;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * @typedef {object} SiteOptions
 * @property {string} [folder] sub-folder under which everything lies, such as `some/sub/folder`
 * @property {string | null} [csp] policy sent with pages; strict unless told, none with `null`
 * @property {Record<string, string>} [headers] sent with everything
 * @property {string} [nonce] given to the probes, for a policy that asks for one
 * @property {boolean} [probe] whether the probes are put into pages; true unless told
 */

/** What one test serves: paths below a prefix of its own, with counters and faults of its own. */
export class Site {
  #faults = [];
  #hits = new Map();
  #missing = new Set();
  #pages = new Map();

  /** Made by `serve(...).site(...)`. */
  constructor(origin, name, { folder = '', csp = STRICT_CSP, headers = {}, nonce = '', probe = true } = {}) {
    this.origin = origin;
    this.prefix = `/${name}${folder ? `/${folder}` : ''}`;
    this.csp = csp;
    this.headers = headers;
    this.nonce = nonce;
    this.probe = probe;
  }

  /** Full address of a path such as `/pages/tag.html`. */
  url(path) {
    return `${this.origin}${this.prefix}${path}`;
  }

  /** How often a path was asked for; with a regular expression, all paths that match together. */
  hits(path) {
    let sum = 0;
    for (const [asked, times] of this.#hits) {
      if (path instanceof RegExp ? path.test(asked) : path === asked) sum += times;
    }
    return sum;
  }

  /** Paths asked for so far, each with its count. */
  asked() {
    return Object.fromEntries(this.#hits);
  }

  /** Paths asked for that do not exist. */
  missing() {
    return [...this.#missing];
  }

  /** Notes a path that does not exist. For the server only. */
  miss(path) {
    this.#missing.add(path);
  }

  /** Adds a page that is no file, such as an article with one tag; its path should lie beside the files it speaks of. */
  add(path, html) {
    this.#pages.set(path, html);
    return this.url(path);
  }

  /** The text of an added page, if any. For the server only. */
  page(path) {
    return this.#pages.get(path);
  }

  /**
   * Makes the server misbehave for some paths until `mend()`.
   *
   * @param {RegExp} path
   * @param {{status?: number, type?: string | null, keep?: number, cut?: boolean, flip?: number, text?: string, delayMs?: number,
   *   redirect?: (path: string) => string, encoding?: 'gzip' | 'br', bytesPerSecond?: number, headers?: Record<string, string>}} fault
   *   `status` answers with an error page; `type` overrides the MIME type, `null` sends none; `keep` sends that share of the file as if it were all of
   *   it, with `cut` the connection breaks there instead; `flip` inverts one byte at that share; `text` replaces the content;
   *   `redirect` names the path to go to instead; `encoding` compresses; `bytesPerSecond` sends it in drops; `headers` are sent with it.
   */
  fault(path, fault) {
    this.#faults.push({ path, fault });
  }

  /** Ends all faults. */
  mend() {
    this.#faults = [];
  }

  /** The fault for a path, if any; the latest set wins. For the server only. */
  faultOf(path) {
    return this.#faults.findLast((entry) => entry.path.test(path))?.fault ?? {};
  }

  /** Counts a request. For the server only. */
  count(path) {
    this.#hits.set(path, (this.#hits.get(path) ?? 0) + 1);
  }
}

async function answer(site, folders, pathname, response) {
  if (!pathname.startsWith(`${site.prefix}/`)) {
    response.writeHead(404).end();
    return;
  }
  const path = decodeURIComponent(pathname.slice(site.prefix.length));
  site.count(path);
  const fault = site.faultOf(path);
  if (fault.delayMs) await new Promise((done) => setTimeout(done, fault.delayMs));
  if (fault.redirect) {
    response.writeHead(302, { Location: site.url(fault.redirect(path)), 'Cache-Control': 'no-store', ...site.headers }).end();
    return;
  }
  const page = site.page(path);
  const file = page === undefined ? await find(folders, path) : path;
  if (!file || fault.status) {
    const status = fault.status ?? 404;
    if (!file) site.miss(path);
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>${status}</title>`);
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = {
    'Content-Type': fault.type ?? type,
    // A counter is only true when no cache answers in the server's place.
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...site.headers,
    ...fault.headers,
  };
  if (fault.type === null) delete headers['Content-Type'];
  const isPage = /^(text\/html|application\/xhtml)/.test(type);
  if (isPage && site.csp !== null) headers['Content-Security-Policy'] = site.csp;
  const text = fault.text ?? page;
  let body = text === undefined ? await readFile(file) : Buffer.from(text);
  if (isPage && site.probe) body = withProbes(site, body.toString());
  const promised = body.length;
  if (fault.flip !== undefined) body[Math.floor(fault.flip * (body.length - 1))] ^= 0xff;
  if (fault.keep !== undefined) body = body.subarray(0, Math.floor(fault.keep * body.length));
  if (fault.cut) {
    response.writeHead(200, { ...headers, 'Content-Length': promised });
    response.write(body);
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (fault.encoding) {
    headers['Content-Encoding'] = fault.encoding;
    body = fault.encoding === 'br' ? brotliCompressSync(body) : gzipSync(body);
  }
  if (fault.bytesPerSecond) {
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    for (let at = 0; at < body.length && !response.destroyed; at += fault.bytesPerSecond / 20) {
      response.write(body.subarray(at, at + fault.bytesPerSecond / 20));
      await new Promise((done) => setTimeout(done, 50));
    }
    response.end();
    return;
  }
  response.writeHead(200, headers).end(body);
}

/** The file behind a path, or `undefined`; never outside the served folders. */
async function find(folders, path) {
  const [, first, ...rest] = path.split('/');
  const root = folders[first];
  if (!root) return undefined;
  const file = normalize(join(root, ...rest));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  // Without the slash at the end the relative addresses of a folder's page would lead astray.
  if (found?.isDirectory()) return path.endsWith('/') ? find(folders, `${path}index.html`) : undefined;
  return found ? file : undefined;
}

function withProbes(site, html) {
  const tags = PROBES.map((path) => `<script src="${site.prefix}${path}"${site.nonce && ` nonce="${site.nonce}"`}></script>`).join('');
  return Buffer.from(html.replace(/<head[^>]*>/i, (head) => head + tags));
}

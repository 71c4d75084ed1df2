// A host as a careful one is: files held in memory, compressed with brotli at its best once, over HTTP/1.1 with connections kept.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.json': 'application/json', '.csv': 'text/csv', '.bin': 'application/octet-stream', '.png': 'image/png', '.txt': 'text/plain', '.xml': 'application/xml' };

export class Host {
  #files = new Map();
  #server;

  /** Adds what is answered under a path: a text, or the file at a place. */
  add(path, { text, file, headers = {} }) {
    const body = text === undefined ? readFileSync(file) : Buffer.from(text);
    const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
    const small = packed.length < body.length;
    this.#files.set(path, {
      body: small ? packed : body,
      headers: { 'Content-Type': TYPES[extname(path)] ?? 'text/html; charset=utf-8', ...(small ? { 'Content-Encoding': 'br' } : {}), 'Cache-Control': 'public, max-age=31536000', ...headers },
    });
    return packed.length;
  }

  async open() {
    this.#server = createServer((request, response) => {
      const known = this.#files.get(new URL(request.url, 'http://127.0.0.1').pathname);
      if (known) response.writeHead(200, known.headers).end(known.body);
      else response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    });
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(done));
  }
}

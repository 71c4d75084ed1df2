// The four live services on 127.0.0.1, answering in the form each of them documents, and on demand in every bad way. What they say goes
// on from the figures held in data/, so that it fits unless told otherwise.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const DAY = 86_400_000;
const iso = (at) => new Date(at).toISOString().slice(0, 10);

/** Days and closes of a column, from the files of data/. */
function held(file, pick) {
  const lines = readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8').trim().split('\n');
  const names = lines[0].split(',');
  return lines.slice(1).flatMap((line) => {
    const row = Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell]));
    const close = pick(row);
    return close ? [[Date.parse(row.date), Number(close)]] : [];
  });
}

/** A series with the days since: half a percent up and down in turns. `weekends` for what trades on them. */
function continued(series, weekends) {
  const all = series.slice(-60);
  const today = Math.floor(Date.now() / DAY) * DAY;
  for (let at = all.at(-1)[0] + DAY, n = 0; at <= today; at += DAY) {
    if (!weekends && [0, 6].includes(new Date(at).getUTCDay())) continue;
    n += 1;
    all.push([at, Number((all.at(-1)[1] * (n % 2 ? 1.005 : 0.996)).toPrecision(6))]);
  }
  return all;
}

const COINS = Object.fromEntries(['btc', 'eth'].map((id) => [id, continued(held('crypto.csv', (row) => row.id === id && row.value), true)]));
const DOLLAR = continued(held('usdjpy.csv', (row) => row.usdjpy), false);
/** Rates whose quotient is the dollar in yen. */
const EURO = { USD: DOLLAR.map(([at]) => [at, 1.25]), JPY: DOLLAR.map(([at, yen]) => [at, yen * 1.25]) };
const coin = (name) => COINS[/eth/i.test(name) ? 'eth' : 'btc'];

const ANSWERS = {
  'api.frankfurter.dev': ({ searchParams: query }) => {
    if (query.get('providers') !== 'ecb' || query.get('base') !== 'EUR') return [];
    const within = ([at]) => iso(at) >= query.get('from') && iso(at) <= query.get('to');
    const rows = Object.entries(EURO).flatMap(([quote, all]) => all.filter(within).map(([at, rate]) => ({ date: iso(at), base: 'EUR', quote, rate })));
    return rows.sort((a, b) => (a.date < b.date ? -1 : 1));
  },
  'api.exchange.coinbase.com': ({ pathname, searchParams: query }) => {
    const [from, to] = [Date.parse(query.get('start')), Date.parse(query.get('end'))];
    if ((to - from) / DAY >= 300) return { message: 'granularity too small for the requested time range' };
    const rows = coin(pathname).filter(([at]) => at >= from && at <= to);
    return rows.map(([at, close]) => [at / 1000, close * 0.99, close * 1.01, close, close, 12.5]).reverse();
  },
  'api.kraken.com': ({ searchParams: query }) => {
    const rows = coin(query.get('pair')).filter(([at]) => at / 1000 > Number(query.get('since')));
    const text = (close) => close.toFixed(1);
    const row = ([at, close]) => [at / 1000, text(close), text(close * 1.01), text(close * 0.99), text(close), text(close), '12.5', 100];
    return { error: [], result: { XXBTZUSD: rows.map(row), last: rows.at(-1)[0] / 1000 } };
  },
  'data-api.binance.vision': ({ searchParams: query }) => {
    const rows = coin(query.get('symbol')).filter(([at]) => at >= Number(query.get('startTime')) && at <= Number(query.get('endTime')));
    const text = (close) => close.toFixed(8);
    return rows.map(([at, close]) => [at, text(close), text(close * 1.01), text(close * 0.99), text(close), '9', at + DAY - 1, '1', 9, '1', '1', '0']);
  },
};

/** The last day that is over, and today, as `YYYY-MM-DD`. */
export const days = { over: iso(Date.now() - DAY), today: iso(Date.now()) };

/** The last day that a coin and the dollar in yen have in common: what is held of both, and with the days since. */
export const common = {
  held: [held('usdjpy.csv', (row) => row.usdjpy), held('crypto.csv', (row) => row.id === 'btc' && row.value)].map((all) => iso(all.at(-1)[0])).sort().at(0),
  // On a Monday that is the Friday before.
  live: iso(DOLLAR.findLast(([at]) => iso(at) <= days.over)[0]),
};

/**
 * Starts them all; `origin` is where `pages/reroute.js` sends what is asked.
 *
 * A fault for a host is an object: `status`, `headers`, `noCors`, `delayMs`, `cut`, `text`, `change` (a function on the answer before it
 * is written) and `times`, after how many answers it ends.
 */
export async function services() {
  const faults = new Map();
  const asked = [];
  let givenUp = 0;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const [, host, ...path] = url.pathname.split('/');
    url.pathname = `/${path.join('/')}`;
    asked.push({ host, url: `${url.pathname}${url.search}`, method: request.method });
    const fault = faults.get(host) ?? {};
    if (fault.times !== undefined && (fault.times -= 1) <= 0) faults.delete(host);
    response.on('close', () => {
      if (!response.writableFinished) givenUp += 1;
    });
    if (fault.delayMs) await new Promise((done) => setTimeout(done, fault.delayMs));
    if (!ANSWERS[host]) return response.writeHead(404).end();
    let answer = ANSWERS[host](url);
    if (fault.change) answer = fault.change(answer);
    const text = fault.text ?? JSON.stringify(answer);
    const headers = { 'Content-Type': fault.text ? 'text/html' : 'application/json', 'Cache-Control': 'no-store', ...fault.headers };
    if (!fault.noCors) headers['Access-Control-Allow-Origin'] = '*';
    if (fault.cut) {
      response.writeHead(200, { ...headers, 'Content-Length': text.length });
      response.write(text.slice(0, text.length / 2));
      return setTimeout(() => response.destroy(), 20);
    }
    return response.writeHead(fault.status ?? 200, headers).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The run ends when its tests do.
  server.unref();
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    fault: (host, fault) => faults.set(host, { ...fault }),
    /** Ends all faults and forgets what was asked. */
    mend() {
      faults.clear();
      asked.length = 0;
      givenUp = 0;
    },
    asked: (host) => asked.filter((one) => one.host === host),
    givenUp: () => givenUp,
  };
}

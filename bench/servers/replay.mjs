// node replay.mjs msw|axios|direct <file>: sends what a run sent once more, from a bare loop, by the same adapter to mocks that are fresh.
// Codes and tokens of the run are replaced by those that the fresh mocks issued in their place, as nobody else's would be granted
// anything. Milliseconds go to file descriptor 3 as JSON: like those of the run from the first import, but without the replacing.
import module from 'node:module';
import { readFileSync, writeSync } from 'node:fs';
import { deserialize } from 'node:v8';

const [by, file] = process.argv.slice(2);
const of = (path) => import(new URL(`../../dist/support/${path}`, import.meta.url).href);
const exchanges = deserialize(readFileSync(file));

const began = performance.now();
module.enableCompileCache();
const { keepHeapSmall } = await of('cli/memory.js');
keepHeapSmall();
const { embeddedMocks } = await of('cli/embedded.js');
const { mocks, close } = await embeddedMocks([], { by, timeout: 10 });
const ways = new Map(mocks.map(({ issuer, transport }) => [new URL(issuer).host, transport]));
let replayed = performance.now() - began;

const drawn = /[\w.~-]{20,}/g;
const fresh = new Map();
const renewed = (text) => text.replace(drawn, (word) => fresh.get(word) ?? word);

function requestAnew({ method, url, headers, body }) {
  const fields = Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? renewed(value) : value.map(renewed)]);
  return {
    method,
    url: renewed(url),
    headers: Object.fromEntries(fields),
    body: Buffer.from(renewed(Buffer.from(body).toString('latin1')), 'latin1'),
  };
}

const wordsOf = (outcome) => (outcome.kind === 'answer' ? `${outcome.headers.location ?? ''} ${outcome.body}`.match(drawn) : null) ?? [];

function learn(before, now) {
  const words = wordsOf(now);
  const known = wordsOf(before);
  if (words.length === known.length) words.forEach((word, at) => fresh.set(known[at], word));
}

let alike = 0;
for (const { request, outcome } of exchanges) {
  const way = URL.canParse(request.url) ? ways.get(new URL(request.url).host) : undefined;
  if (way === undefined) continue;
  const anew = requestAnew(request);
  const sent = performance.now();
  const now = await way(anew, { timeoutMs: 10_000 });
  replayed += performance.now() - sent;
  learn(outcome, now);
  if (now.status === outcome.status) alike += 1;
}
await close();

writeSync(3, JSON.stringify({ alike, replayed }));

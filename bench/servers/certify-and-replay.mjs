// node certify-and-replay.mjs msw|axios|direct <report folder>: certifies the mocks in this process, then sends the same requests
// again from a bare loop, by the same adapter to mocks that are fresh, and writes both times as JSON to file descriptor 3. Codes and
// tokens of the run are replaced by those that the fresh mocks issued in their place, as nobody else's would be granted anything.
import { writeSync } from 'node:fs';

const [by, report] = process.argv.slice(2);
const of = (path) => import(new URL(`../../dist/support/${path}`, import.meta.url).href);
const { keepHeapSmall } = await of('cli/memory.js');
keepHeapSmall();
const { certify } = await of('cli/certify.js');
const { embeddedMocks } = await of('cli/embedded.js');
const { Recorder } = await of('wire/recorder.js');

const exchanges = [];
class Listener extends Recorder {
  record(exchange) {
    exchanges.push({ request: exchange.request, outcome: exchange.outcome });
    super.record(exchange);
  }
}

const options = { by, recorder: new Listener(), report, seed: 1, timeout: 10, strict: false, slow: true, optIn: false, json: false };
const began = performance.now();
const exit = await certify([], options);
const certified = performance.now() - began;

const { mocks, close } = await embeddedMocks([], { by, timeout: 10 });
const ways = new Map(mocks.map(({ issuer, transport }) => [new URL(issuer).host, transport]));
const sent = exchanges.flatMap(({ request, outcome }) => {
  const way = URL.canParse(request.url) ? ways.get(new URL(request.url).host) : undefined;
  return way === undefined ? [] : [{ request, outcome, way }];
});

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

let replayed = 0;
let alike = 0;
for (const { request, outcome, way } of sent) {
  const anew = requestAnew(request);
  const loopBegan = performance.now();
  const now = await way(anew, { timeoutMs: 10_000 });
  replayed += performance.now() - loopBegan;
  learn(outcome, now);
  if (now.status === outcome.status) alike += 1;
}
await close();

writeSync(3, JSON.stringify({ exit, requests: exchanges.length, alike, certified, replayed }));

// node certify-and-replay.mjs msw|axios|direct <report folder>: certifies the mocks in this process, then sends the same requests
// again from a bare loop, by the same adapter to mocks that are fresh, and writes both times as JSON to file descriptor 3.
import { writeSync } from 'node:fs';

const [by, report] = process.argv.slice(2);
const of = (path) => import(new URL(`../../dist/support/${path}`, import.meta.url).href);
const { keepHeapSmall } = await of('cli/memory.js');
keepHeapSmall();
const { certify } = await of('cli/certify.js');
const { embeddedMocks } = await of('cli/embedded.js');
const { Recorder } = await of('wire/recorder.js');

const requests = [];
class Listener extends Recorder {
  record(exchange) {
    requests.push(exchange.request);
    super.record(exchange);
  }
}

const options = { by, recorder: new Listener(), report, seed: 1, timeout: 10, strict: false, slow: true, optIn: false, json: false };
const began = performance.now();
const exit = await certify([], options);
const certified = performance.now() - began;

const { mocks, close } = await embeddedMocks([], { by, timeout: 10 });
const ways = new Map(mocks.map(({ issuer, transport }) => [new URL(issuer).host, transport]));
const sent = requests.flatMap((request) => {
  const way = URL.canParse(request.url) ? ways.get(new URL(request.url).host) : undefined;
  return way === undefined ? [] : [{ request, way }];
});
const loopBegan = performance.now();
for (const { request, way } of sent) await way(request, { timeoutMs: 10_000 });
const replayed = performance.now() - loopBegan;
await close();

writeSync(3, JSON.stringify({ exit, requests: requests.length, replayedRequests: sent.length, certified, replayed }));

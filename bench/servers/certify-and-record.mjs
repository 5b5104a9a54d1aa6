// node certify-and-record.mjs msw|axios|direct <report folder> <file>: certifies the mocks in this process, keeps in the file what was
// sent and answered, and writes milliseconds from the first import to the exit code as JSON to file descriptor 3.
import { writeFileSync, writeSync } from 'node:fs';
import { serialize } from 'node:v8';

const [by, report, file] = process.argv.slice(2);
const of = (path) => import(new URL(`../../dist/support/${path}`, import.meta.url).href);
const began = performance.now();
const { keepHeapSmall } = await of('cli/memory.js');
keepHeapSmall();
const { certify } = await of('cli/certify.js');
const { Recorder } = await of('wire/recorder.js');

const exchanges = [];
class Listener extends Recorder {
  record(exchange) {
    exchanges.push({ request: exchange.request, outcome: exchange.outcome });
    super.record(exchange);
  }
}

const options = { by, recorder: new Listener(), report, seed: 1, timeout: 10, strict: false, slow: true, optIn: false, json: false };
const exit = await certify([], options);
const certified = performance.now() - began;
writeFileSync(file, serialize(exchanges));
writeSync(3, JSON.stringify({ exit, requests: exchanges.length, certified }));

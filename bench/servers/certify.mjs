// node certify.mjs msw|axios|direct <report folder> [<file>]: certifies the mocks in this process and writes milliseconds from the first
// import to the exit code as JSON to file descriptor 3. With a file it keeps there what was sent and answered: that takes time and memory
// of its own, so that a run which is timed is given none.
import module from 'node:module';
import { writeFileSync, writeSync } from 'node:fs';
import { serialize } from 'node:v8';

const [by, report, file] = process.argv.slice(2);
const of = (path) => import(new URL(`../../dist/support/${path}`, import.meta.url).href);
const began = performance.now();
module.enableCompileCache();
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

const recorder = file === undefined ? new Recorder() : new Listener();
const options = { by, recorder, report, seed: 1, timeout: 10, strict: false, slow: true, optIn: false, json: false };
const exit = await certify([], options);
const certified = performance.now() - began;
if (file !== undefined) writeFileSync(file, serialize(exchanges));
writeSync(3, JSON.stringify({ exit, requests: recorder.sent, certified }));

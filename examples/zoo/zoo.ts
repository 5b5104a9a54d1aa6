// npm run zoo [-- NAME…] [--slow] [--update]: certifies the servers in examples/targets and compares with what is expected of them.
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certified, targets, type Certified } from './certified.js';
import { differences, expectationOf, writeDown, writtenDown } from './expectation.js';
import { missingFor } from './needs.js';
import { row, titles } from './table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { slow: { type: 'boolean', default: false }, update: { type: 'boolean', default: false } },
});
const servers = readdirSync(targets).filter((name) => existsSync(join(targets, name, 'launch.ts')));
const unknown = positionals.filter((name) => !servers.includes(name));
if (unknown.length > 0) {
  console.error(`examples/targets has no ${unknown.join(', ')}; it has ${servers.join(', ')}.`);
  process.exit(2);
}

const wanted = positionals.length > 0 ? positionals : servers;
const waiting = wanted.filter((name) => missingFor(name) === undefined);
for (const name of wanted) if (!waiting.includes(name)) console.error(`${name} is not run, ${missingFor(name)}`);
const unlike: { readonly name: string; readonly lines: readonly string[] }[] = [];
console.log(titles);
await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const { name, lines } of unlike) console.log(`\n${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
process.exitCode = unlike.length > 0 && !values.update ? 1 : 0;

async function work(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const began = performance.now();
    const { judged, lines } = await visit(name);
    if (lines.length > 0) unlike.push({ name, lines });
    console.log(row(name, judged, (performance.now() - began) / 1000, lines.length));
  }
}

async function visit(name: string): Promise<{ judged?: Certified; lines: readonly string[] }> {
  try {
    const expected = values.update ? writtenDown(name) : expectationOf(name);
    const judged = await certified(name, { slow: values.slow, ...(expected?.prefixes ? { prefixes: expected.prefixes } : {}) });
    if (values.update) writeDown(name, judged, expected);
    return { judged, lines: expected === undefined ? [] : differences(expected, judged, values.slow) };
  } catch (error) {
    return { lines: [error instanceof Error ? error.message : String(error)] };
  }
}

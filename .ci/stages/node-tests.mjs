import { availableParallelism } from 'node:os';
import { liveLine } from './live-line.mjs';
import { testsOf } from './test-file.mjs';

/**
 * A stage of node:test files, as many at once as there are cores; each failing test is printed in full. `silence` is in
 * minutes. What the files say themselves is printed where `tells` is set.
 */
export function nodeTests(name, files, { silence, tells = false }) {
  return { name, run: () => runTests(name, files, silence * 60_000, tells) };
}

async function runTests(name, files, silence, tells) {
  const line = liveLine(name);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const words = [];
  const waiting = [...files];
  const running = new Set();

  async function worker() {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      running.add(file);
      for await (const { outcome, failure, said } of testsOf(file, silence)) {
        if (outcome !== undefined) sum[outcome] += 1;
        if (said !== undefined) words.push(said);
        if (failure !== undefined) failures.push(failure);
        line.say(`${told(sum)}  ${[...running].join(' ')}`);
      }
      running.delete(file);
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  line.end(sum.failed === 0, files.length === 0 ? 'no tests' : told(sum));
  if (tells) process.stdout.write(words.join(''));
  for (const failure of failures) console.log(failure);
  return sum;
}

function told({ passed, failed, skipped }) {
  return `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

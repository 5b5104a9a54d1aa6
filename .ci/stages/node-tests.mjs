import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { liveLine } from './live-line.mjs';

/** What a test may be skipped for on a developer's machine and never in CI, where the machine has to have it. */
const NEVER_MISSING_IN_CI = /chromium|redis/i;

/**
 * A stage of node:test files, counted from the runner's own events; each failing test is printed in full. What a passing
 * file says itself is printed where `tells` is set.
 */
export function nodeTests(name, files, { minutes, tells = false }) {
  return { name, run: () => runTests(name, files, minutes * 60_000, tells) };
}

async function runTests(name, files, timeout, tells) {
  const line = liveLine(name);
  if (files.length === 0) {
    line.end(true, 'no tests');
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const printed = new Map();
  const names = new Map();

  const stream = run({
    files,
    timeout,
    concurrency: 2,
    execArgv: ['--import', new URL('../../support/register.mjs', import.meta.url).href],
  });
  for await (const { type, data } of stream) {
    if (type === 'test:stdout' || type === 'test:stderr') printed.set(data.file, (printed.get(data.file) ?? '') + data.message);
    if (type === 'test:start') names.set(data.file, [...(names.get(data.file) ?? []).slice(0, data.nesting), data.name]);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = outcomeOf(type, data);
    if (outcome === undefined) continue;
    sum[outcome] += 1;
    if (outcome === 'failed') failures.push({ data, path: [...(names.get(data.file) ?? []).slice(0, data.nesting), data.name] });
    line.say(told(sum));
  }
  line.end(sum.failed === 0, told(sum));
  if (tells) for (const said of printed.values()) process.stdout.write(said);
  for (const failure of failures) console.log(describe(failure));
  for (const file of new Set(failures.map(({ data }) => data.file))) {
    if (printed.has(file)) console.log(`  printed by ${relative(process.cwd(), file)}:\n${indented(printed.get(file))}\n`);
  }
  return sum;
}

/** Suites and tests that failed only by a test within them are not counted: that one is. */
function outcomeOf(type, data) {
  if (data.skip !== undefined && data.skip !== false)
    return process.env.CI && NEVER_MISSING_IN_CI.test(String(data.skip)) ? 'failed' : 'skipped';
  if (data.todo !== undefined && data.todo !== false) return 'skipped';
  if (type === 'test:fail') return data.details.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
  return data.details.type === 'suite' ? undefined : 'passed';
}

function describe({ data, path }) {
  const where = `${relative(process.cwd(), data.file ?? '')}:${data.line ?? 1}`;
  const error = data.details.error?.cause ?? data.details.error;
  const why = data.skip
    ? `skipped (${data.skip}), which CI does not allow`
    : error instanceof Error
      ? (error.stack ?? error.message)
      : inspect(error);
  return `\n✘ ${path.join(' › ')}\n  ${where}\n${indented(why)}\n`;
}

function told({ passed, failed, skipped }) {
  return `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function indented(text) {
  return String(text).trimEnd().replace(/^/gm, '    ');
}

import { relative } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';

/** What a test may be skipped for on a developer's machine and never in CI, where the machine has to have it. */
const NEVER_MISSING_IN_CI = /chromium|redis/i;
const BATCH = fileURLToPath(new URL('batch.mjs', import.meta.url));
const REGISTER = new URL('../../support/register.mjs', import.meta.url).href;

/**
 * The tests of some files, run in one process, as they end, from the runner's own events:
 * `{ outcome: 'passed' | 'failed' | 'skipped', failure?, skipped? }`, and between them what the files print: `{ said }`.
 * A process that says nothing for `silence` milliseconds is ended and fails: something that it opened is still open.
 */
export async function* testsOf(files, silence) {
  const watchdog = new AbortController();
  let timer;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => watchdog.abort(new Error(`nothing ended within ${silence / 60_000} minutes: a test hangs, or left something open`)),
      silence,
    );
  };
  listen();

  let names = [];
  let printed = '';
  for await (const { type, data } of run({ ...processOf(files), signal: watchdog.signal, execArgv: ['--import', REGISTER] })) {
    listen();
    if (type === 'test:stdout' || type === 'test:stderr') {
      printed += data.message;
      yield { said: data.message };
    }
    if (type === 'test:start') names = [...names.slice(0, data.nesting), data.name];
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = outcomeOf(type, data);
    if (outcome === 'failed') yield { outcome, failure: describe(files[0], [...names.slice(0, data.nesting), data.name], data, printed) };
    else if (outcome === 'skipped') yield { outcome, skipped: [...names.slice(0, data.nesting), data.name].join(' › ') };
    else if (outcome !== undefined) yield { outcome };
  }
  clearTimeout(timer);
}

function processOf(files) {
  return files.length === 1 ? { files } : { files: [BATCH], argv: files };
}

/** A suite is not counted, nor a test that failed only by one within it: that one is. */
function outcomeOf(type, data) {
  if (isSaid(data.skip)) return process.env.CI && NEVER_MISSING_IN_CI.test(String(data.skip)) ? 'failed' : 'skipped';
  if (isSaid(data.todo)) return 'skipped';
  if (type === 'test:fail') return data.details.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
  return data.details.type === 'suite' ? undefined : 'passed';
}

function describe(file, path, data, printed) {
  const error = data.details.error?.cause ?? data.details.error;
  const why = isSaid(data.skip) ? `skipped (${data.skip}), which CI does not allow` : inspect(error, { depth: 6 });
  const where = `${relative(process.cwd(), data.file ?? file)}:${data.line ?? 1}`;
  return `\n✘ ${path.join(' › ')}\n  ${where}\n${indented(why)}\n${printed === '' ? '' : `  printed until then:\n${indented(printed)}\n`}`;
}

function isSaid(flag) {
  return flag !== undefined && flag !== false;
}

function indented(text) {
  return text.trimEnd().replace(/^/gm, '    ');
}

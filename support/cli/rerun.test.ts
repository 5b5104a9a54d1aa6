import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { rerun } from './rerun.js';

interface Scene {
  readonly told: readonly string[];
  readonly runs: readonly PromiseWithResolvers<number>[];
  readonly result: Promise<number>;
  readonly stopped: () => boolean;
  change(name: string): void;
  settle(): Promise<void>;
  end(): Promise<void>;
  finish(run: number, code: number): Promise<void>;
}

/** A watcher, a clock and a user that do what the test says. */
function scene(): Scene {
  const told: string[] = [];
  const runs: PromiseWithResolvers<number>[] = [];
  const ended = Promise.withResolvers<void>();
  let settled = Promise.withResolvers<void>();
  let changed: ((name: string) => void) | undefined;
  const result = rerun({
    run: () => {
      const one = Promise.withResolvers<number>();
      runs.push(one);
      return one.promise;
    },
    watch: (tell) => {
      changed = tell;
      return () => (changed = undefined);
    },
    settled: () => settled.promise,
    ended: ended.promise,
    tell: (line) => told.push(line),
  });
  return {
    told,
    runs,
    result,
    stopped: () => changed === undefined,
    change: (name) => changed?.(name),
    async settle() {
      settled.resolve();
      settled = Promise.withResolvers<void>();
      await turn();
    },
    async end() {
      ended.resolve();
      await turn();
    },
    async finish(run, code) {
      runs[run]?.resolve(code);
      await turn();
    },
  };
}

test('it runs once, waits, and runs once more for changes that come together', async () => {
  const { told, runs, result, stopped, change, settle, end, finish } = scene();
  await finish(0, 1);
  assert.deepEqual([runs.length, told], [1, ['Waiting for a change; Ctrl-C ends.']]);
  change('acme.yaml');
  await turn();
  change('single-use.feature');
  change('acme.yaml');
  await turn();
  assert.equal(runs.length, 1);
  await settle();
  assert.deepEqual([runs.length, told.at(-1)], [2, 'acme.yaml, single-use.feature changed: once more.']);
  await finish(1, 0);
  await end();
  assert.deepEqual([await result, runs.length, stopped()], [0, 2, true]);
});

test('a change during a run does not cut it off, and is not forgotten', async () => {
  const { told, runs, result, change, settle, end, finish } = scene();
  change('acme.yaml');
  await turn();
  assert.deepEqual([runs.length, told], [1, []]);
  await finish(0, 3);
  await settle();
  assert.deepEqual([runs.length, told], [2, ['acme.yaml changed: once more.']]);
  await finish(1, 2);
  await end();
  assert.equal(await result, 2);
});

test('an end during a run waits for it and begins no other', async () => {
  const { runs, result, stopped, change, end, finish } = scene();
  change('acme.yaml');
  await end();
  assert.equal(stopped(), false);
  await finish(0, 1);
  assert.deepEqual([await result, runs.length, stopped()], [1, 1, true]);
});

test('an end while changes settle begins no other run', async () => {
  const { runs, result, change, settle, end, finish } = scene();
  await finish(0, 0);
  change('acme.yaml');
  await end();
  await settle();
  assert.deepEqual([await result, runs.length], [0, 1]);
});

test('what fails in a run ends the watch', async () => {
  const { runs, result, stopped } = scene();
  runs[0]?.reject(new Error('cannot be started'));
  await assert.rejects(result, /cannot be started/);
  assert.ok(stopped());
});

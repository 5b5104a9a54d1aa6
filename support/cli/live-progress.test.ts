import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveProgress } from './live-progress.js';

/** What was written, and a clock that stands until it is moved; milliseconds. */
function scene(isTTY: boolean, environment: NodeJS.ProcessEnv = {}, silent = false) {
  const written: string[] = [];
  const clock = { now: 10_000 };
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
  const progress = liveProgress({ isTTY, columns: 60, write }, environment, silent, () => clock.now);
  const show = (done: number): void =>
    progress.show({ done, total: 200, rule: 'rfc7636/4.6/mismatched-verifier', violations: 2, waitingMs: 0 });
  return { written, clock, progress, show };
}

test('a terminal has one line with count, rule, violations and time left, written over and taken away', () => {
  const { written, clock, progress, show } = scene(true);
  clock.now += 4_000;
  show(50);
  clock.now += 10;
  show(51);
  clock.now += 100;
  show(52);
  progress.end();
  assert.deepEqual(
    written.map((text) => text.replace(/\r\u001b\[2K/, '<').replace(/[⠀-⣿]/, '*')),
    ['<* 50/200  rfc7636/4.6/mismatched-…  2 violations  12 s left', '<* 52/200  rfc7636/4.6/mismatched-…  2 violations  12 s left', '<'],
  );
});

test('a log has a plain line now and then, with nothing in it that moves, and so has a terminal that cannot', () => {
  for (const [isTTY, environment] of [
    [false, {}],
    [true, { CI: 'true' }],
    [true, { TERM: 'dumb' }],
  ] as const) {
    const { written, clock, progress, show } = scene(isTTY, environment);
    for (let done = 1; done <= 200; done += 1) {
      clock.now += 100;
      show(done);
    }
    progress.end();
    assert.equal(written.length, 4, written.join(''));
    for (const line of written) assert.match(line, /^\d+\/200 scenarios {2}2 violations( {2}\d+ s left)?\n$/);
  }
});

test('where stdout is for a machine nothing is said', () => {
  const { written, clock, progress, show } = scene(true, {}, true);
  clock.now += 60_000;
  show(3);
  progress.end();
  assert.deepEqual(written, []);
});

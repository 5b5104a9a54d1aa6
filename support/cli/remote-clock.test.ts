import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import type { Answer, Failure, SentRequest } from '../wire/exchange.js';
import { directTransport } from '../wire/transport.js';
import { Inconclusive } from '../wire/inconclusive.js';
import { remoteClock } from './remote-clock.js';
import { UsageError } from './usage-error.js';

const url = 'https://as.example/clock';

/** A hook that answers its moves one after the other so; the last answer stands for all that follow. */
function hook(...answers: readonly { status?: number; body?: string }[]): {
  ask: (request: SentRequest) => Promise<Answer | Failure>;
  asked: unknown[];
} {
  const asked: unknown[] = [];
  return {
    asked,
    ask: ({ body }) => {
      const { status = 200, body: text = '' } = answers[Math.min(asked.length, answers.length - 1)] ?? {};
      asked.push(JSON.parse(new TextDecoder().decode(body)));
      return Promise.resolve({ kind: 'answer', status, headers: {}, body: text });
    },
  };
}

describe('the clock behind a hook', () => {
  test('is moved by a POST of milliseconds, once without moving to see that it is there', async () => {
    const { ask, asked } = hook({ status: 204 });
    const clock = await remoteClock(url, ask);
    const before = clock.now();
    await clock.advance?.(61_000);
    assert.deepEqual(asked, [{ ms: 0 }, { ms: 61_000 }]);
    assert.ok(clock.now() - before >= 61_000);
  });

  test('reads what the hook tells, and stands still where it says so', async () => {
    const { ask } = hook({ body: '{"now": 1000, "running": false}' }, { body: '{"now": 62000}' });
    const clock = await remoteClock(url, ask);
    assert.deepEqual([clock.now(), clock.now()], [1000, 1000]);
    await clock.advance?.(61_000);
    assert.equal(clock.now(), 62_000);
  });

  for (const body of ['', 'null', '[]', '7', '{"now": "soon", "running": "no"}', '{"now": 1e999}']) {
    test(`takes ${JSON.stringify(body)} for no reading`, async () => {
      const clock = await remoteClock(url, hook({ body }).ask);
      assert.ok(Math.abs(clock.now() - Date.now()) < 3_600_000);
    });
  }

  test('that never moves is a fault of the target file, one that stops moving leaves the scenario open', async () => {
    await assert.rejects(remoteClock(url, hook({ status: 404 }).ask), UsageError);
    const clock = await remoteClock(url, hook({}, { status: 503 }).ask);
    await assert.rejects(async () => clock.advance?.(1), Inconclusive);
  });

  test('of the mock is its own', async () => {
    const as = mockAuthorizationServer({ issuer: 'https://as.example', clock: 'manual', control: true });
    const transport = directTransport(as.respond);
    const clock = await remoteClock('https://as.example/_mock/clock/advance', (request) => transport(request, { timeoutMs: 1000 }));
    await clock.advance?.(5000);
    assert.equal(clock.now(), as.clock.now());
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, Failure } from './exchange.js';
import { RateLimits, type AskedWait, type RateLimitsOptions } from './rate-limits.js';

const url = 'https://as.example/token';
const answer = (status: number, headers: Answer['headers'] = {}): Answer => ({ kind: 'answer', status, headers, body: '' });

/** Limits on a clock that only sleeping moves, and a server that answers in this order, the last for ever. */
function limitsTo(answers: readonly (Answer | Failure)[], options: RateLimitsOptions = {}) {
  let now = 0;
  let sent = 0;
  const waits: AskedWait[] = [];
  const limits = new RateLimits({
    now: () => now,
    sleep: (ms) => Promise.resolve((now += ms)),
    told: (wait) => waits.push(wait),
    ...options,
  });
  const carry = async (to = url, once = false): Promise<Answer | Failure> => {
    const send = () => Promise.resolve({ outcome: answers[Math.min(sent++, answers.length - 1)] ?? answer(500) });
    return (await limits.carry(to, send, (outcome) => ({ outcome }), once)).outcome;
  };
  return { limits, carry, waits, elapsed: () => now, sent: () => sent };
}

describe('a server that says "not now"', () => {
  it('is waited for as long as it says, in seconds', async () => {
    const { carry, elapsed, waits } = limitsTo([answer(429, { 'retry-after': '2' }), answer(200)]);
    assert.deepEqual(await carry(), answer(200));
    assert.equal(elapsed(), 2_000);
    assert.deepEqual(waits, [{ host: 'as.example:443', status: 429, ms: 2_000 }]);
  });

  it('is waited for until the date it says, by its own clock', async () => {
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:07 GMT', date: 'Thu, 01 Jan 2026 00:00:00 GMT' };
    const { carry, elapsed } = limitsTo([answer(429, headers), answer(200)]);
    await carry();
    assert.equal(elapsed(), 7_000);
  });

  it('is asked again ever later where it does not say, and then no more', async () => {
    const { carry, elapsed, limits, sent } = limitsTo([answer(429)]);
    assert.deepEqual(await carry(), answer(429));
    assert.deepEqual([elapsed(), sent()], [3_000, 3]);
    assert.equal(limits.met?.askedMs, undefined);
    const next = await carry();
    assert.equal(next.kind === 'failure' && next.cause, 'limited');
    assert.equal(sent(), 3, 'nothing more is sent');
  });

  it('may answer 503 with Retry-After too; without it 503 is an answer', async () => {
    const { carry, elapsed } = limitsTo([answer(503, { 'retry-after': '1' }), answer(503)]);
    assert.deepEqual(await carry(), answer(503));
    assert.equal(elapsed(), 1_000);
  });

  it('is not waited for beyond the bound, and what it asked is kept', async () => {
    const { carry, limits, sent, elapsed } = limitsTo([answer(200), answer(429, { 'retry-after': '890' })]);
    await carry();
    await carry();
    assert.deepEqual(limits.met, {
      host: 'as.example:443',
      status: 429,
      askedMs: 890_000,
      requests: 2,
      tookMs: 0,
      waitedMs: 0,
    });
    const withheld = await carry();
    assert.match(withheld.kind === 'failure' ? withheld.message : '', /^as\.example:443: not sent, since the server limits .* for 890 s$/);
    assert.deepEqual([sent(), elapsed()], [2, 0]);
  });

  it('is not waited for when all waits together come to too much', async () => {
    const { carry, limits } = limitsTo([answer(429, { 'retry-after': '40' })], { mostWaitingMs: 100_000 });
    await carry();
    assert.equal(limits.met?.waitedMs, 80_000);
  });

  it('is taken at its word where the answer itself is judged', async () => {
    const { carry, sent, elapsed } = limitsTo([answer(429, { 'retry-after': '2' }), answer(200)]);
    assert.deepEqual(await carry(url, true), answer(429, { 'retry-after': '2' }));
    assert.equal(sent(), 1);
    await carry();
    assert.equal(elapsed(), 2_000, 'the next one waits all the same');
  });

  it('holds up nobody but those who ask it', async () => {
    const { carry, elapsed, sent } = limitsTo([answer(429, { 'retry-after': '890' }), answer(200)]);
    await carry();
    assert.deepEqual(await carry('https://other.example/'), answer(200));
    assert.deepEqual([sent(), elapsed()], [2, 0]);
  });

  it('is not waited for because it says so in a way that cannot be read', async () => {
    for (const said of ['soon', '-1', '1e3', 'Thu, 01 Jan 2026', '']) {
      const { carry, elapsed } = limitsTo([answer(429, { 'retry-after': said }), answer(200)]);
      await carry();
      assert.equal(elapsed(), 1_000, said);
    }
  });
});

describe('a rate', () => {
  it('spaces the requests to each host, and makes a burst be paid for', async () => {
    const { carry, elapsed, limits } = limitsTo([answer(200)], { rate: 10 });
    await carry();
    await carry();
    assert.equal(elapsed(), 100);
    await limits.turn(url, 10);
    await carry();
    assert.equal(elapsed(), 1_200);
    await carry('https://other.example/');
    assert.equal(elapsed(), 1_200);
  });
});

describe('a race', () => {
  it('leaves what its answers ask for to the next request', async () => {
    const { limits, carry, elapsed } = limitsTo([answer(200)]);
    assert.equal(await limits.turn(url, 2), true);
    limits.heed(url, [answer(400), answer(429, { 'retry-after': '3' }), answer(429, { 'retry-after': '3' })]);
    assert.equal(elapsed(), 0);
    await carry();
    assert.equal(elapsed(), 3_000);
  });

  it('does not begin where nothing may be sent any more', async () => {
    const { limits, carry } = limitsTo([answer(429, { 'retry-after': '3600' })]);
    await carry();
    assert.equal(await limits.turn(url, 10), false);
    assert.equal(limits.withheld(url).cause, 'limited');
  });
});

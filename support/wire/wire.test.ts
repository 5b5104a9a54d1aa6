import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Respond } from '../protocol/http.js';
import { requestOf } from './draft.js';
import { exactLength } from './framing.js';
import { RateLimits } from './rate-limits.js';
import { Recorder } from './recorder.js';
import { directTransport } from './transport.js';
import { createWire, type WireOptions } from './wire.js';

const post = { method: 'POST', url: 'https://as.example/token', headers: {}, form: [['code', 'a b']] } as const;
const text = new TextDecoder();

function wireTo(respond: Respond, options: Partial<WireOptions> = {}): { wire: ReturnType<typeof createWire>; recorder: Recorder } {
  const recorder = new Recorder();
  let now = 1_000;
  const wire = createWire({
    transport: directTransport(respond),
    clock: { now: () => (now += 1) },
    recorder,
    timeoutMs: 1_000,
    ...options,
  });
  return { wire, recorder };
}

const ok = { status: 200, headers: {}, body: '{}' };

describe('send', () => {
  it('records what was sent and what came, on the clock of the target', async () => {
    const { wire, recorder } = wireTo(({ body }) => ({ ...ok, body: text.decode(body) }));
    const exchange = await wire.send(post);
    assert.deepEqual(
      { ...exchange, ms: 0, request: { ...exchange.request, body: text.decode(exchange.request.body) } },
      {
        n: 1,
        sentAt: 1_001,
        answeredAt: 1_002,
        ms: 0,
        request: {
          method: 'POST',
          url: 'https://as.example/token',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'code=a+b',
        },
        outcome: { kind: 'answer', status: 200, headers: {}, body: 'code=a+b' },
      },
    );
    assert.deepEqual(recorder.exchanges, [exchange]);
    assert.equal(wire.transcript.last, exchange);
  });

  it('numbers by the order of sending, and each scenario sees its own', async () => {
    const slow = Promise.withResolvers<undefined>();
    const { wire, recorder } = wireTo(async ({ url }) => (url.endsWith('/slow') ? (await slow.promise, ok) : ok));
    const [one, other] = [wire.forScenario(), wire.forScenario()];
    const first = one.send({ ...post, url: 'https://as.example/slow' });
    await other.send(post);
    await one.send(post);
    slow.resolve(undefined);
    assert.equal((await first).n, 1);
    assert.deepEqual(one.transcript.numbers, [1, 3]);
    assert.deepEqual(other.transcript.numbers, [2]);
    assert.deepEqual(
      recorder.exchanges.map(({ n }) => n),
      [1, 2, 3],
    );
    assert.deepEqual(one.transcript.answersOf('https://as.example/slow?x=1').length, 1);
  });

  it('makes a Failure of one who throws instead of answering', async () => {
    const { wire } = wireTo(() => {
      throw new Error('no\nidea');
    });
    const { outcome } = await wire.send(post);
    assert.deepEqual(outcome, { kind: 'failure', cause: 'reset', message: 'as.example:443: whoever answers threw: no idea' });
  });

  it('keeps to its rate', async () => {
    const { wire } = wireTo(() => ok, { limits: new RateLimits({ rate: 1000 }) });
    const started = performance.now();
    for (let i = 0; i < 11; i += 1) await wire.send(post);
    assert.ok(performance.now() - started >= 5);
  });
});

describe('race without sockets', () => {
  it('begins on every request before it ends on the first', async () => {
    let waiting = 0;
    let most = 0;
    const { wire } = wireTo(async () => {
      most = Math.max(most, (waiting += 1));
      await Promise.resolve();
      waiting -= 1;
      return ok;
    });
    const { exchanges, spreadMicros } = await wire.race(Array.from({ length: 10 }, () => post));
    assert.equal(most, 10);
    assert.deepEqual(
      exchanges.map(({ n }) => n),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
    assert.deepEqual(spreadMicros, { release: 0, arrival: 0 });
    assert.equal(wire.transcript.all.length, 10);
  });

  it('cannot send malformed HTTP', async () => {
    const { wire } = wireTo(() => ok);
    assert.equal((await wire.sendRaw(post, exactLength)).outcome.kind, 'failure');
  });
});

describe('requestOf', () => {
  const query = (url: string): string => requestOf({ ...post, form: undefined, url, query: [['a', 'b']] }).url;

  it('adds to the query that is there', () => {
    assert.equal(query('https://as.example/authorize'), 'https://as.example/authorize?a=b');
    assert.equal(query('https://as.example/authorize?'), 'https://as.example/authorize?a=b');
    assert.equal(query('https://as.example/authorize?x=1'), 'https://as.example/authorize?x=1&a=b');
    assert.equal(query('https://as.example/authorize?x=1#top?'), 'https://as.example/authorize?x=1&a=b');
  });

  it('keeps a Content-Type that is given as a header, and gives none where it is empty', () => {
    assert.deepEqual(requestOf({ ...post, headers: { 'content-type': ['a/b', 'c/d'] } }).headers, { 'content-type': ['a/b', 'c/d'] });
    assert.deepEqual(requestOf({ ...post, contentType: '' }).headers, {});
    assert.deepEqual(requestOf({ ...post, form: undefined, body: '{}', contentType: 'application/json' }).headers, {
      'content-type': 'application/json',
    });
    assert.deepEqual(requestOf({ ...post, form: undefined }).headers, {});
  });

  it('keeps what is no URL', () => {
    assert.equal(query('http://[oops'), 'http://[oops?a=b');
  });
});

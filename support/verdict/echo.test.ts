import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Exchange } from '../wire/exchange.js';
import { repeatsNothing } from './echo.js';
import { Violation } from './findings.js';

const token = { access_token: 'an-access-token', token_type: 'Bearer' };

function exchange(body: object | string, request = '', headers: Answer['headers'] = {}): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    n: 7,
    sentAt: 0,
    answeredAt: 0,
    ms: 0,
    request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: Buffer.from(request) },
    outcome: { kind: 'answer', status: 200, headers, body: text },
  };
}

const violated = (received: RegExp) => (error: unknown) =>
  error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 7;

test('an answer is searched for what its request kept to itself, however it is written', () => {
  const secret = 'a secret/of more than twenty';
  const request = `client_id=me&client_secret=${encodeURIComponent(secret)}&code_challenge=${'c'.repeat(43)}`;
  assert.doesNotThrow(() => repeatsNothing(exchange({ ...token, client_id: 'me' }, request)));
  for (const body of [
    { ...token, echo: secret },
    { error_description: `no ${secret}!` },
    JSON.stringify({ echo: secret }).replaceAll('/', '\\/'),
    `x=${encodeURIComponent(secret)}`,
    `x=${encodeURIComponent(secret).replaceAll('%20', '+')}`,
  ]) {
    assert.throws(() => repeatsNothing(exchange(body, request)), violated(/^the client_secret in the body$/));
  }
  assert.throws(
    () => repeatsNothing(exchange(token, request, { location: `https://x/?${'c'.repeat(43)}` })),
    violated(/^the code_challenge in the header location$/),
  );
  assert.throws(
    () => repeatsNothing(exchange({ v: 'v'.repeat(43) }, request), { code_verifier: 'v'.repeat(43) }),
    violated(/^the code_verifier in the body$/),
  );
});

test('a value that could stand in an answer by chance is not sought, nor is one in an answer that did not come', () => {
  assert.doesNotThrow(() => repeatsNothing(exchange({ note: 'secret' }, 'client_secret=secret')));
  const lost: Exchange = { ...exchange(''), outcome: { kind: 'failure', cause: 'timeout', message: 'no answer' } };
  assert.doesNotThrow(() => repeatsNothing(lost));
});

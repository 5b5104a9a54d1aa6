import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOf } from './answer-form.js';
import { Violation } from './findings.js';
import { leaksNothing } from './token-leak.js';
import type { Exchange } from '../wire/exchange.js';

const token = '2YotnFZFEjr1zCsicMWpAA';
const kept = {
  code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  client_secret: 'a secret + 100% made up',
  short: 'abc',
  absent: undefined,
};
const answer = (headers: Readonly<Record<string, string | readonly string[]>> = {}, members: object = {}): Exchange => ({
  n: 4,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: {
    kind: 'answer',
    status: 200,
    headers,
    body: JSON.stringify({ access_token: token, refresh_token: `r-${token}`, short: 'abc', ...members }),
  },
});
const judged = (exchange: Exchange): unknown => leaksNothing(exchange, kept)(formOf(exchange));

test('tokens stand in the body, and in a cookie at the most', () => {
  assert.equal(judged(answer()), undefined);
  assert.equal(judged(answer({ 'set-cookie': [`at=${token}`] })), undefined);
});

for (const [what, exchange, received] of [
  ['an address to go to', answer({ location: 'https://client.example/' }), /^a Location$/],
  ['the access token in a header', answer({ 'x-token': token }), /^the access_token in the header x-token$/],
  ['the refresh token in one of several headers', answer({ link: ['a', `r-${token}`] }), /_token in the header link$/],
  ['the verifier', answer({}, { code_verifier: kept.code_verifier }), /^the code_verifier in the body$/],
  ['the secret, escaped', answer({}, { url: `?s=${encodeURIComponent(kept.client_secret)}` }), /^the client_secret in the body$/],
  ['the secret in a header', answer({ 'x-client': kept.client_secret }), /^the client_secret in the header x-client$/],
] as const)
  test(`a response leaks ${what}`, () => {
    assert.throws(
      () => judged(exchange),
      (error) => error instanceof Violation && received.test(error.received),
    );
  });

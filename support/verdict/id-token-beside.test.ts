import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import type { AuthorizationResponse } from './authorization-response.js';
import { NothingToJudge, Violation } from './findings.js';
import { idTokenBeside, returnsNonceBeside } from './id-token-beside.js';

const exchange: Exchange = {
  n: 4,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'GET', url: 'https://as.example/authorize', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status: 303, headers: {}, body: '' },
};
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const holding = (claims: object): string => `${part({ alg: 'ES256' })}.${part(claims)}.AA`;
const response = (rest: string, ...sent: AuthorizationResponse['sent']): AuthorizationResponse => ({
  exchange,
  url: `https://client.example/cb${rest}`,
  sent,
});
const nonce = ['nonce', 'n-0S6_WzA2Mj'] as const;

test('the ID Token of the fragment, or of the query that has the code', () => {
  assert.deepEqual(idTokenBeside(response('#code=x&id_token=a.b.c')), { n: 4, id_token: 'a.b.c' });
  assert.deepEqual(idTokenBeside(response('?code=x&id_token=a.b.c')), { n: 4, id_token: 'a.b.c' });
  assert.deepEqual(idTokenBeside(response('?code=x')), { n: 4, id_token: undefined });
});

test('its nonce is that of the request', () => {
  returnsNonceBeside(response(`#code=x&id_token=${holding({ nonce: nonce[1] })}`, nonce));
  returnsNonceBeside(response(`#code=x&id_token=${holding({})}`));
  for (const claims of [{}, { nonce: '' }, { nonce: 7 }, { nonce: nonce[1].slice(1) }])
    assert.throws(() => {
      returnsNonceBeside(response(`#code=x&id_token=${holding(claims)}`, nonce));
    }, Violation);
});

test('where none came, or one that is encrypted, there is nothing to judge', () => {
  for (const rest of ['?code=x', '?error=unsupported_response_type', '#code=x&id_token=a.b.c.d.e'])
    assert.throws(() => {
      returnsNonceBeside(response(rest, nonce));
    }, NothingToJudge);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive, Violation } from './findings.js';
import { holdsPublicKeysOnly, readKeySet } from './key-set.js';

const answered = (status: number, body: string): Exchange => ({
  n: 5,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'GET', url: 'https://as.example/jwks', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: {}, body },
});
const judge = (status: number, body: object | string): void => {
  const exchange = answered(status, typeof body === 'string' ? body : JSON.stringify(body));
  holdsPublicKeysOnly({ keys: readKeySet(exchange), exchange });
};
const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: '1' };

test('public keys, and none at all', () => {
  judge(200, { keys: [rsa, { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }] });
  judge(200, { keys: [] });
});

test('a private member of any key', () => {
  for (const member of ['d', 'p', 'q', 'k'])
    assert.throws(() => {
      judge(200, { keys: [rsa, { ...rsa, [member]: 'x' }] });
    }, Violation);
});

test('no key set', () => {
  for (const body of ['', '<html>', '[]', '{}', '{"keys":{}}', '{"keys":[1]}'])
    assert.throws(
      () => {
        judge(200, body);
      },
      Violation,
      body,
    );
  assert.throws(() => {
    judge(404, { keys: [rsa] });
  }, Violation);
});

test('a server that does not answer is not judged', () => {
  assert.throws(() => {
    judge(503, '');
  }, Inconclusive);
});

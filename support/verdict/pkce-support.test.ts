import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NothingToJudge, Violation } from './findings.js';
import { saysHowPkceIsSupported } from './pkce-support.js';
import type { Exchange } from '../wire/exchange.js';

test('Metadata that names a method says enough', () => {
  saysHowPkceIsSupported(answered({ code_challenge_methods_supported: ['S256'] }), {});
  saysHowPkceIsSupported(answered({ code_challenge_methods_supported: ['plain'] }), { require_pkce: false });
});

test('Metadata that names none leaves a client in the dark', () => {
  for (const document of [
    {},
    { code_challenge_methods_supported: [] },
    { code_challenge_methods_supported: 'S256' },
    { code_challenge_methods_supported: [''] },
  ])
    assert.throws(() => saysHowPkceIsSupported(answered(document), {}), Violation);
});

test('Clients that know PKCE to be required need no metadata, yet none that denies it', () => {
  assert.throws(() => saysHowPkceIsSupported(answered({}), { require_pkce: true }), NothingToJudge);
  assert.throws(() => saysHowPkceIsSupported(answered({ code_challenge_methods_supported: [] }), { require_pkce: true }), Violation);
});

function answered(document: object): Exchange {
  return {
    n: 1,
    sentAt: 0,
    answeredAt: 0,
    ms: 0,
    request: { method: 'GET', url: 'https://as.example/.well-known/oauth-authorization-server', headers: {}, body: new Uint8Array() },
    outcome: { kind: 'answer', status: 200, headers: {}, body: JSON.stringify(document) },
  };
}

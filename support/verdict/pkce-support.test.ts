import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NothingToJudge, Violation } from './findings.js';
import { saysHowPkceIsSupported } from './pkce-support.js';
import type { JsonObject } from '../protocol/json.js';

test('Metadata that names a method says enough, in whichever document', () => {
  saysHowPkceIsSupported(found({ code_challenge_methods_supported: ['S256'] }), {});
  saysHowPkceIsSupported(found({ code_challenge_methods_supported: 'S256' }), {});
  saysHowPkceIsSupported(found({}, { code_challenge_methods_supported: ['plain'] }), { require_pkce: false });
});

test('Metadata that names none leaves a client in the dark', () => {
  for (const document of [
    {},
    { code_challenge_methods_supported: [] },
    { code_challenge_methods_supported: [17] },
    { code_challenge_methods_supported: [''] },
    { code_challenge_methods_supported: null },
  ])
    assert.throws(() => saysHowPkceIsSupported(found(document), {}), Violation);
});

test('Clients that know PKCE to be required need no metadata, yet none that denies it', () => {
  assert.throws(() => saysHowPkceIsSupported(found({}), { require_pkce: true }), NothingToJudge);
  assert.throws(() => saysHowPkceIsSupported(found({}, { code_challenge_methods_supported: [] }), { require_pkce: true }), Violation);
});

test('Without metadata there is nothing to judge', () => {
  assert.throws(() => saysHowPkceIsSupported([], {}), NothingToJudge);
});

function found(...documents: readonly JsonObject[]): { document: JsonObject; n: number }[] {
  return documents.map((document, index) => ({ document, n: index + 1 }));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { legalVerifiers } from '../properties/arbitraries.js';
import { s256, type CodeChallengeMethod } from './code-challenge.js';
import { reuseKey } from './reuse-key.js';

const RUNS = { numRuns: 500 };

test('P13 a verifier is one key under either method, and an equal string of another verifier is another', () => {
  fc.assert(oneVerifierOneKey(reuseKey), RUNS);
});

test('P13 the property refutes a key of the string as sent, with its method or without', () => {
  assert.equal(
    fc.check(
      oneVerifierOneKey((challenge) => challenge),
      { seed: 1 },
    ).failed,
    true,
  );
  assert.equal(
    fc.check(
      oneVerifierOneKey((challenge, method) => `${method} ${challenge}`),
      { seed: 1 },
    ).failed,
    true,
  );
});

function oneVerifierOneKey(key: (challenge: string, method: CodeChallengeMethod) => string): fc.IProperty<[string]> {
  return fc.property(legalVerifiers(), (verifier) => {
    const challenge = s256(verifier);
    return key(verifier, 'plain') === key(challenge, 'S256') && key(challenge, 'plain') !== key(challenge, 'S256');
  });
}

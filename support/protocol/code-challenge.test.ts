import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { distinctVerifiers, legalVerifiers, methods } from '../properties/arbitraries.js';
import { applyEdit, editedVerifiers } from '../properties/verifier-edits.js';
import { isCanonicalBase64url } from './base64url.js';
import { challengeFor, s256, verifies, type CodeChallengeMethod } from './code-challenge.js';
import { PRINTED_SHORT_VERIFIERS, APPENDIX_B } from './vectors.js';

const RUNS = { numRuns: 500 };
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';

type Verify = (verifier: string, method: CodeChallengeMethod, challenge: string) => boolean;

test('the example of RFC 7636 Appendix B verifies', () => {
  assert.equal(challengeFor(APPENDIX_B.verifier, 'S256'), APPENDIX_B.challenge);
  assert.equal(verifies(APPENDIX_B.verifier, 'S256', APPENDIX_B.challenge), true);
});

test('checked vectors: lengths at both ends and beyond, marks, the printed samples', () => {
  const vectors: readonly (readonly [verifier: string, challenge: string])[] = [
    ['', '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
    ['A', 'VZrq0IJk1XldOQlxjN0Fq9SVcuhP5VWQ7vMaiKCP3_0'],
    [ALPHABET.slice(0, 42), 'csdZ6Lr6ZKTVMFUNdvlb3GyYWSNGwWVA-3DR9GJ3r20'],
    [ALPHABET.slice(0, 43), 'dp6NlaokagLZTUjEL7cYPlMchcQdWzRW3bkAEXEti9c'],
    [ALPHABET.slice(0, 44), 'c75MN2R-GHR0eyGhwd36YXSEl6XQwpgkvkPYhsnev1c'],
    [ALPHABET.slice(0, 64), 'g6NNy7wobeyYBaGGO5BQU8EPI3owYTG1KE6Nqe6R-TM'],
    [ALPHABET, 'RZ77XZltYSfl0BLxuGd8pHGJ4EoMoVDVuSWHgNq3RY8'],
    [ALPHABET.repeat(2).slice(0, 127), 'a-VcFcNRHWPUe24wSnlgyOMeK6Efsaox02ewtJleEgU'],
    [ALPHABET.repeat(2).slice(0, 128), 'Gn88msbRKQ0wmy6Kms0RzrR4ZXFo3OGDewwvI9C7qZg'],
    [ALPHABET.repeat(2).slice(0, 129), 'pPnhHW4dq5yLwUVR3bLHmONjCCjUhg0MWbv6TAbbNSQ'],
    [ALPHABET.repeat(3).slice(0, 171), 'fGElxUBGfPcYhvL9OJJFCkvvm4otnWsGfg6g7Nj-i5w'],
    ['~'.repeat(43), 'dOHT1ivLVSPsewADt8TAZF2T2lLYTZ4BymCwTRKpihg'],
    ['conformance-vector-both-alphabet-0000000000000001.~.~.~.~.~.', 'g-s0-6VDh621s_WfRsHMnTqvpPOh3NVZozN4Zej6thg'],
    [PRINTED_SHORT_VERIFIERS[0], 'iGZxy7ykSy5-lJZnLk1sdIa1xqNgKGs6vD86jJWUXzw'],
    [PRINTED_SHORT_VERIFIERS[1], 'WtEIREdU8EqZa9_xevm5nu0MLZspZ0j2lCbYY0-9iLc'],
  ];
  for (const [verifier, challenge] of vectors) assert.equal(s256(verifier), challenge);
});

test('P02 an S256 challenge has 43 base64url characters and no spare bits', () => {
  fc.assert(
    fc.property(legalVerifiers(), (verifier) => /^[A-Za-z0-9_-]{43}$/.test(s256(verifier)) && isCanonicalBase64url(s256(verifier))),
    RUNS,
  );
});

test('P03 the transform agrees with node:crypto and with WebCrypto', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary-ascii', maxLength: 200 }), async (text) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      assert.equal(s256(text), hash('sha256', text, 'base64url'));
      assert.equal(s256(text), Buffer.from(digest).toString('base64url'));
    }),
    RUNS,
  );
});

test('P04 the right verifier verifies and another one does not', () => {
  fc.assert(rightAndOther(verifies), RUNS);
});

test('P04 the property refutes a comparison of prefixes, and one that never compares', () => {
  assert.equal(
    fc.check(
      rightAndOther(() => true),
      { seed: 1 },
    ).failed,
    true,
  );
  assert.equal(
    fc.check(
      rightAndOther(() => false),
      { seed: 1 },
    ).failed,
    true,
  );
  assert.equal(
    fc.check(
      rightAndOther((verifier, method, challenge) => challengeFor(verifier, method)[0] === challenge[0]),
      { seed: 1, numRuns: 5000 },
    ).failed,
    true,
  );
});

test('P05 no edit of a verifier verifies', () => {
  fc.assert(editsFail(verifies), RUNS);
});

test('P05 the property refutes each way of repairing a verifier', () => {
  const repairs: Readonly<Record<string, (verifier: string) => string>> = {
    trimmed: (verifier) => verifier.trim(),
    'ended at NUL': (verifier) => verifier.split('\0')[0] ?? '',
    'without padding': (verifier) => verifier.replace(/=+$/, ''),
    'in lower case': (verifier) => verifier.toLowerCase(),
    'cut to 43': (verifier) => verifier.slice(0, 43),
    'cut to 72': (verifier) => verifier.slice(0, 72),
  };
  for (const [name, repair] of Object.entries(repairs)) {
    const lenient: Verify = (verifier, method, challenge) =>
      verifies(verifier, method, challenge) || repair(verifier) === challenge || s256(repair(verifier)) === challenge;
    const compared: Verify = (verifier, _, challenge) => repair(verifier) === repair(challenge);
    const [refuted, andThis] = [lenient, compared].map((wrong) => fc.check(editsFail(wrong), { seed: 1, numRuns: 5000 }).failed);
    assert.equal(refuted || andThis, true, name);
  }
});

test('P06 a challenge is no verifier, and a method is never another', () => {
  fc.assert(noConfusion(verifies), RUNS);
});

test('P06 the property refutes a server that tries all methods', () => {
  const anyMethod: Verify = (verifier, _, challenge) => verifier === challenge || s256(verifier) === challenge;
  assert.equal(fc.check(noConfusion(anyMethod), { seed: 1 }).failed, true);
});

test('an edit is told by what it did', () => {
  assert.equal(applyEdit('abc', { kind: 'swap neighbours', at: 2 }), 'bac');
  assert.equal(applyEdit('1a2', { kind: 'swap case', at: 2 }), '1A2');
  assert.equal(applyEdit('abc', { kind: 'delete', at: 4 }), 'ac');
  assert.equal(applyEdit('aaa', { kind: 'swap neighbours', at: 0 }), 'aaa');
});

function rightAndOther(verify: Verify): fc.IProperty<[readonly [string, string], CodeChallengeMethod]> {
  return fc.property(distinctVerifiers(), methods(), ([verifier, other], method) => {
    const challenge = challengeFor(verifier, method);
    return verify(verifier, method, challenge) && !verify(other, method, challenge);
  });
}

function editsFail(verify: Verify): fc.IProperty<[{ readonly verifier: string; readonly edited: string }, CodeChallengeMethod]> {
  return fc.property(
    editedVerifiers(),
    methods(),
    ({ verifier, edited }, method) => !verify(edited, method, challengeFor(verifier, method)),
  );
}

function noConfusion(verify: Verify): fc.IProperty<[string]> {
  return fc.property(
    legalVerifiers(),
    (verifier) => !verify(s256(verifier), 'S256', s256(verifier)) && !verify(verifier, 'plain', s256(verifier)),
  );
}

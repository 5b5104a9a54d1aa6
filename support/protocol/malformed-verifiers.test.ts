import assert from 'node:assert/strict';
import { test } from 'node:test';
import { s256 } from './code-challenge.js';
import { isCodeVerifier, UNRESERVED } from './code-verifier.js';
import {
  ILLEGAL_CHARACTERS,
  illegalCharacter,
  INVALID_UTF8,
  OCTET_READINGS,
  verifierHolding,
  verifierInOctets,
} from './malformed-verifiers.js';
import { METHOD_LOOKALIKES, methodLookalike } from './method-lookalikes.js';
import { parse } from './form.js';
import { REMARKABLE_VERIFIERS, remarkableVerifier } from './remarkable-verifiers.js';

test('every printable ASCII character that is not unreserved is illegal', () => {
  const punctuation = ILLEGAL_CHARACTERS.filter(({ kind }) => kind === 'punctuation').map(({ character }) => character);
  assert.equal(punctuation.length + UNRESERVED.length, 95);
  assert.equal(punctuation.includes('~') || punctuation.includes('_'), false);
});

test('a verifier that holds an illegal character has a lawful length and no other fault', () => {
  for (const { character } of ILLEGAL_CHARACTERS) {
    for (const place of ['at the start', 'in the middle', 'at the end'] as const) {
      const verifier = verifierHolding(character, place);
      assert.equal(Array.from(verifier).length, 43);
      assert.equal(isCodeVerifier(verifier), false);
      assert.equal(isCodeVerifier(verifier.replace(character, 'aa')), true);
    }
  }
});

test('an illegal character is found by its name', () => {
  assert.equal(illegalCharacter('space'), ' ');
  assert.equal(illegalCharacter('+'), '+');
  assert.throws(() => illegalCharacter('line fed'), /the nearest is "line feed"/);
});

test('the octets that no UTF-8 decoder accepts are faults of a form', () => {
  for (const encoded of Object.values(INVALID_UTF8)) assert.equal(parse(`v=${encoded}`).faults[0]?.kind, 'invalid UTF-8');
});

test('every remarkable verifier is lawful, and distinct from the others', () => {
  const verifiers = REMARKABLE_VERIFIERS.map((name) => remarkableVerifier(name));
  assert.equal(new Set(verifiers).size, verifiers.length);
  assert.match(remarkableVerifier('tildes only'), /^~{43,128}$/);
  assert.deepEqual(Array.from(remarkableVerifier('the whole alphabet')).sort(), Array.from(UNRESERVED).sort());
  assert.match(remarkableVerifier('a dot at the end'), /\.$/);
  assert.throws(() => remarkableVerifier('tilde only'), /the nearest is "tildes only"/);
});

test('no look-alike of a method is a method', () => {
  assert.equal(methodLookalike('S256 and NUL'), 'S256\0');
  assert.throws(() => methodLookalike('S256'), RangeError);
  assert.equal(
    METHOD_LOOKALIKES.some(({ value }) => value === 'S256' || value === 'plain' || value === ''),
    false,
  );
  assert.equal(new Set(METHOD_LOOKALIKES.map(({ name }) => name)).size, METHOD_LOOKALIKES.length);
});

test('a verifier in invalid octets goes out as it says, and its challenge is what such a server would make of it', () => {
  for (const octets of Object.keys(INVALID_UTF8)) {
    for (const reading of OCTET_READINGS) {
      const { verifier, sent, challenge } = verifierInOctets(octets, reading);
      assert.equal(verifier.length, 43);
      assert.ok(sent.encoded.includes(INVALID_UTF8[octets] ?? '?'));
      assert.match(challenge, /^[\w-]{43}$/);
    }
  }
  const { verifier, challenge } = verifierInOctets('an overlong encoding of A', 'as the letter A');
  assert.equal(challenge, s256(verifier));
  assert.throws(() => verifierInOctets('an overlong encoding', 'as the letter A'), RangeError);
});

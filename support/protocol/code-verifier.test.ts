import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { illegalVerifiers, legalVerifiers } from '../properties/arbitraries.js';
import { isCodeVerifier, newCodeVerifier, newUnreservedString, UNRESERVED } from './code-verifier.js';
import type { RandomOctets } from './random-octets.js';

const RUNS = { numRuns: 500 };
const GRAMMAR = /^[A-Za-z0-9\-._~]{43,128}$/;

test('P01 whatever the source of randomness yields, the generated verifier is well-formed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 43, max: 128 }), sources(), (length, random) => {
      const verifier = newCodeVerifier(length, random);
      return verifier.length === length && GRAMMAR.test(verifier);
    }),
    RUNS,
  );
});

test('P01 the generated verifier holds K, a small letter, a digit and a tilde, none of them at an end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 43, max: 128 }), sources(), (length, random) => {
      const inside = newCodeVerifier(length, random).slice(1, -1);
      return [/K/, /[a-z]/, /[0-9]/, /~/].every((kind) => kind.test(inside));
    }),
    RUNS,
  );
});

test('P08 the validator admits exactly what the grammar admits', () => {
  fc.assert(
    fc.property(candidates(), (text) => isCodeVerifier(text) === GRAMMAR.test(text) && (!isCodeVerifier(text) || !text.includes('\n'))),
    RUNS,
  );
});

test('P08 the property tells a validator with an off-by-one bound from a right one', () => {
  const offByOne = (text: string): boolean => /^[A-Za-z0-9\-._~]{42,128}$/.test(text);
  const withoutTilde = (text: string): boolean => /^[A-Za-z0-9\-._]{43,128}$/.test(text);
  for (const wrong of [offByOne, withoutTilde]) {
    assert.equal(
      fc.check(
        fc.property(candidates(), (text) => wrong(text) === isCodeVerifier(text)),
        { seed: 1, numRuns: 5000 },
      ).failed,
      true,
    );
  }
});

test('legal verifiers are legal and illegal ones are not', () => {
  fc.assert(fc.property(legalVerifiers(), isCodeVerifier), RUNS);
  fc.assert(
    fc.property(illegalVerifiers(), ({ text }) => !isCodeVerifier(text)),
    RUNS,
  );
});

test('a trailing line feed makes a verifier malformed', () => {
  assert.equal(isCodeVerifier(`${'a'.repeat(43)}\n`), false);
  assert.equal(isCodeVerifier(`${'a'.repeat(42)}\n`), false);
});

test('a verifier is made fresh at each call, of 64 characters unless said otherwise', () => {
  const verifiers = new Set(Array.from({ length: 1000 }, () => newCodeVerifier()));
  assert.equal(verifiers.size, 1000);
  assert.equal(
    [...verifiers].every(({ length }) => length === 64),
    true,
  );
});

test('the same octets give the same verifier', () => {
  const random: RandomOctets = (octets) => Uint8Array.from({ length: octets }, (_, index) => (index * 37) % 256);
  assert.equal(newCodeVerifier(43, random), newCodeVerifier(43, random));
});

test('every unreserved character is drawn', () => {
  const drawn = new Set(Array.from({ length: 200 }, () => [...newCodeVerifier(128)]).flat());
  assert.equal(drawn.size, UNRESERVED.length);
});

test('no verifier has 42 or 129 characters, but a malformed one may', () => {
  assert.throws(() => newCodeVerifier(42), /43 to 128 characters, not 42/);
  assert.throws(() => newCodeVerifier(129), RangeError);
  for (const length of [0, 1, 5, 6, 42, 129, 65_536]) assert.equal(newUnreservedString(length).length, length);
});

test('a string too short for the marks of a verifier begins with a letter, whatever the source of randomness yields', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), sources(), (length, random) => /^[A-Za-z]/.test(newUnreservedString(length, random))),
  );
});

/** Sources that yield chosen octets over and over, the constant ones included. */
function sources(): fc.Arbitrary<RandomOctets> {
  return fc.uint8Array({ minLength: 1, maxLength: 96 }).map((chosen) => (octets) => {
    return Uint8Array.from({ length: octets }, (_, index) => chosen[index % chosen.length] ?? 0);
  });
}

function candidates(): fc.Arbitrary<string> {
  const edge = (low: number, high: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...UNRESERVED), minLength: low, maxLength: high });
  return fc.oneof(
    legalVerifiers(),
    illegalVerifiers().map(({ text }) => text),
    edge(41, 45),
    edge(126, 130),
    fc.string({ maxLength: 140 }),
    fc.string({ unit: 'binary', minLength: 40, maxLength: 46 }),
  );
}

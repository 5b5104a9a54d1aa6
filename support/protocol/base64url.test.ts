import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBase64url, encodeBase64url, isCanonicalBase64url } from './base64url.js';
import { APPENDIX_A, APPENDIX_B } from './vectors.js';

const RUNS = { numRuns: 500 };

test('the example of RFC 7636 Appendix A is encoded and decoded', () => {
  assert.equal(encodeBase64url(APPENDIX_A.octets), APPENDIX_A.base64url);
  assert.deepEqual(decodeBase64url(APPENDIX_A.base64url), APPENDIX_A.octets);
});

test('P07 what is encoded decodes to itself, without padding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 128 }), (octets) => {
      const text = encodeBase64url(octets);
      assert.match(text, /^[A-Za-z0-9_-]*$/);
      assert.equal(text, Buffer.from(octets).toString('base64url'));
      assert.deepEqual(decodeBase64url(text), octets);
    }),
    RUNS,
  );
});

test('P07 text decodes only where encoding gives the same text back', () => {
  fc.assert(onlyCanonical(decodeBase64url), RUNS);
});

test('P07 the property refutes a decoder that forgives', () => {
  assert.equal(
    fc.check(
      onlyCanonical((text) => Buffer.from(text, 'base64url')),
      { seed: 1, numRuns: 5000 },
    ).failed,
    true,
  );
});

test('spare bits, padding, the standard alphabet and impossible lengths are not canonical', () => {
  const { challenge } = APPENDIX_B;
  assert.equal(isCanonicalBase64url(challenge), true);
  for (const last of ['N', 'O', 'P']) assert.equal(isCanonicalBase64url(challenge.slice(0, -1) + last), false);
  for (const text of [`${challenge}=`, 'a+/a', 'A', 'AAAAA', ' AAA', 'AAA\n', '\u212a'.repeat(4)])
    assert.equal(isCanonicalBase64url(text), false, text);
  assert.deepEqual(decodeBase64url(''), new Uint8Array());
});

function onlyCanonical(decode: (text: string) => Uint8Array | undefined): fc.IProperty<[string]> {
  const near = fc
    .tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(), fc.constantFrom('', '=', '+', '/', 'A', 'B', '\n'))
    .map(([octets, at, put]) => {
      const text = encodeBase64url(octets);
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
  return fc.property(fc.oneof(near, fc.string()), (text) => {
    const octets = decode(text);
    return octets === undefined || encodeBase64url(octets) === text;
  });
}

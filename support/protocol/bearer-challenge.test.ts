import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { authenticationChallenges, bearerChallenge } from './bearer-challenge.js';

test('attributes are read in their order, quoted or not, names in lower case', () => {
  assert.deepEqual(bearerChallenge('Bearer realm="example", Error=invalid_token,error_description="It \\"expired\\", yes"'), {
    scheme: 'Bearer',
    attributes: [
      ['realm', 'example'],
      ['error', 'invalid_token'],
      ['error_description', 'It "expired", yes'],
    ],
    repeated: [],
  });
});

test('an attribute said twice is kept twice and named once', () => {
  assert.deepEqual(bearerChallenge('Bearer error="a", realm="r", ERROR="b", error="c"')?.repeated, ['error']);
});

test('the Bearer challenge is found among others, in one field or in several, in any case', () => {
  assert.deepEqual(bearerChallenge(['Basic realm="a, b"', 'DPoP algs="ES256 PS256", bearer scope="x"'])?.attributes, [['scope', 'x']]);
  assert.deepEqual(
    authenticationChallenges('Negotiate abc==, Bearer, Basic realm=x').map(({ scheme, token68 }) => [scheme, token68]),
    [
      ['Negotiate', 'abc=='],
      ['Bearer', undefined],
      ['Basic', undefined],
    ],
  );
});

test('a bare scheme has no attributes; where there is none there is no challenge', () => {
  assert.deepEqual(bearerChallenge('Bearer'), { scheme: 'Bearer', attributes: [], repeated: [] });
  assert.deepEqual(bearerChallenge('Bearer error = "x"')?.attributes, [['error', 'x']]);
  for (const none of [undefined, '', 'Basic realm="Bearer"', [], 'Bearers realm="x"']) assert.equal(bearerChallenge(none), undefined);
});

test('what is broken is passed over', () => {
  assert.deepEqual(bearerChallenge('Bearer realm="open, error="invalid_token"')?.scheme, 'Bearer');
  assert.deepEqual(bearerChallenge('Bearer , ,, @@@, error="x"')?.attributes, [['error', 'x']]);
});

test('whatever a server sends is read without a throw, and ends', () => {
  const parts = fc.constantFrom('Bearer', ' ', ',', '=', '"', '\\', 'error', 'x', '\t', 'Basic');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(parts).map((chosen) => chosen.join('')),
      ),
      (field) => {
        authenticationChallenges(field);
      },
    ),
    { numRuns: 500 },
  );
  assert.equal(bearerChallenge(`Bearer realm="${'\\'.repeat(16_000)}`)?.scheme, 'Bearer');
});

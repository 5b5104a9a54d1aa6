import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftHalfHash, readIdToken } from './id-token.js';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('header and claims of a signed token are read', () => {
  const token = `${encoded({ alg: 'ES256' })}.${encoded({ iss: 'https://as.example', sub: '\u00e9' })}.AAAA`;
  assert.deepEqual(readIdToken(token), {
    kind: 'signed',
    header: { alg: 'ES256' },
    claims: { iss: 'https://as.example', sub: '\u00e9' },
    signed: token.slice(0, -5),
    signature: new Uint8Array(3),
  });
});

test('five parts are an encrypted token', () => {
  assert.deepEqual(readIdToken('a.b.c.d.e'), { kind: 'encrypted' });
});

test('what is no token says why', () => {
  const claims = encoded({});
  const whys = [5, 'a.b', 'a.b.c.d.e.f.g', `!.${claims}.AAAA`, `${claims}.${encoded([])}.AAAA`, `${claims}.${claims}.AAAA=`].map(
    (token) => {
      const read = readIdToken(token);
      return read.kind === 'unreadable' ? read.why : read.kind;
    },
  );
  assert.deepEqual(whys, [
    'not a string',
    '2 parts where a signed token has 3',
    'more than 5 parts where a signed token has 3',
    'the header is not a JSON object in base64url',
    'the claims are not a JSON object in base64url',
    'the signature is not base64url',
  ]);
});

test('whatever a server sends is read without a throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.base64String()).map((parts) => parts.join('.')),
      ),
      (token) => {
        readIdToken(token);
      },
    ),
    { numRuns: 500 },
  );
});

test('at_hash is the left half of the hash that the algorithm names', () => {
  // OpenID Connect Core Appendix A.3
  assert.equal(leftHalfHash('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', 'RS256'), '77QmUPtjPfzWtF2AnpK9RQ');
  assert.equal(leftHalfHash('t', 'ES384'), createHash('sha384').update('t').digest().subarray(0, 24).toString('base64url'));
  assert.equal(leftHalfHash('t', 'EdDSA'), createHash('sha512').update('t').digest().subarray(0, 32).toString('base64url'));
  assert.equal(leftHalfHash('t', 'none'), undefined);
});

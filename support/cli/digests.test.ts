import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTarget } from '../target/parse.js';
import { digestOf, featuresDigest, targetDigest } from './digests.js';

const text = (secret: string, password: string, scope = 'openid'): string =>
  [
    'issuer: https://as.example.com',
    `scope: ${scope}`,
    `clients: [{ client_id: one, client_secret: "${secret}", redirect_uris: [http://127.0.0.1:1/cb] }]`,
    `login: { driver: form, username: alice, password: "${password}" }`,
  ].join('\n');

function digest(file: string): string {
  const parsed = parseTarget(file, { file: 't.yaml', environment: {} });
  assert.ok('target' in parsed);
  return targetDigest(parsed.target);
}

test('the digest of a target file is over all that it says but its secrets', () => {
  assert.equal(digest(text('secret-of-the-client', 'wonderland')), digest(text('another', 'x')));
  assert.notEqual(digest(text('secret', 'x')), digest(text('secret', 'x', 'openid profile')));
  assert.equal(digest(`# a comment\n${text('secret', 'x')}`), digest(text('secret', 'x')));
});

test('a digest is of the value and not of how it was written', () => {
  assert.equal(digestOf({ a: 1, b: [1, { d: 'é', c: null }] }), digestOf({ b: [1, { c: null, d: 'é' }], a: 1 }));
  assert.equal(digestOf({ a: undefined }), digestOf({}));
  assert.notEqual(digestOf({ a: [1, 2] }), digestOf({ a: [2, 1] }));
  assert.equal(digestOf({}), '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('the features have one digest', () => {
  assert.match(featuresDigest(), /^[0-9a-f]{64}$/);
  assert.equal(featuresDigest(), featuresDigest());
});

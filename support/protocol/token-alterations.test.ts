import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOKEN_ALTERATIONS, tokenAlteration } from './token-alterations.js';
import { PROVOCATIONS, provocation } from './provocations.js';

const opaque = '2YotnFZFEjr1zCsicMWpAA';
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${encoded({ alg: 'ES256', typ: 'at+jwt' })}.${encoded({ sub: 'alice', exp: 1 })}.c2lnbmF0dXJl`;

test('every alteration makes another token, or says that there is nothing to alter', () => {
  for (const phrase of TOKEN_ALTERATIONS) {
    for (const token of [opaque, jwt]) assert.notEqual(tokenAlteration(phrase)(token), token, phrase);
    assert.notEqual(tokenAlteration(phrase)(jwt), undefined, phrase);
  }
  assert.equal(tokenAlteration('with the case of a letter flipped')('0123456789abcdef'), undefined);
  for (const phrase of ['with the algorithm none and no signature', 'with another subject under its old signature']) {
    for (const token of [opaque, 'a.b.c', 'a.b.c.d.e']) assert.equal(tokenAlteration(phrase)(token), undefined);
  }
});

test('a JWT is altered in one thing', () => {
  const [header = '', payload, signature] = (tokenAlteration('with the algorithm none and no signature')(jwt) ?? '').split('.');
  assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), { alg: 'none', typ: 'at+jwt' });
  assert.deepEqual([payload, signature], [jwt.split('.')[1], '']);
  const edited = (tokenAlteration('with another subject under its old signature')(jwt) ?? '').split('.');
  assert.deepEqual(JSON.parse(Buffer.from(edited[1] ?? '', 'base64url').toString()), { sub: 'somebody-else', exp: 1 });
  assert.deepEqual([edited[0], edited[2]], [jwt.split('.')[0], jwt.split('.')[2]]);
});

test('an unknown phrase is told with its nearest', () => {
  assert.throws(() => tokenAlteration('with a letter append'), /with a letter appended/);
  assert.throws(() => provocation('a quotation'), /a quotation mark/);
});

test('every provocation holds a character that no error_description may hold', () => {
  for (const phrase of PROVOCATIONS) assert.match(provocation(phrase), /[^\x20-\x21\x23-\x5b\x5d-\x7e]/u, phrase);
});

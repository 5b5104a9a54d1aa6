import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftHalfHash } from '../protocol/id-token.js';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm, FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';
import {
  continues,
  fitsAccessToken,
  fitsThePresent,
  holdsIdToken,
  holdsNoIdToken,
  issuedBy,
  madeFor,
  namesSubject,
  namesSubjectOf,
  returnsNonce,
} from './id-token-form.js';

const access_token = '2YotnFZFEjr1zCsicMWpAA';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object, header: object = { alg: 'ES256' }): string => `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;
const form = (members: object): AnswerForm => ({
  n: 6,
  status: 200,
  headers: {},
  response: readTokenResponse(JSON.stringify({ access_token, token_type: 'Bearer', ...members })),
});
const holding = (claims: object, header?: object): AnswerForm => form({ id_token: tokenOf(claims, header) });
const upholds = (oracle: FormOracle, ...forms: readonly AnswerForm[]): void => {
  for (const each of forms) assert.equal(oracle(each), undefined);
};
const violates = (oracle: FormOracle, ...forms: readonly AnswerForm[]): void => {
  for (const each of forms) assert.throws(() => oracle(each), Violation);
};
const leaves = (oracle: FormOracle, ...forms: readonly AnswerForm[]): void => {
  for (const each of forms) assert.throws(() => oracle(each), NothingToJudge);
};
const encrypted = form({ id_token: 'a.b.c.d.e' });
const none = form({});

test('an id_token where openid was granted', () => {
  upholds(holdsIdToken, holding({ sub: '1' }));
  violates(holdsIdToken, none, form({ id_token: '' }), form({ id_token: 'opaque' }), form({ id_token: 7 }), form({ scope: 'openid' }));
  const nested = readTokenResponse(JSON.stringify({ data: { access_token, id_token: tokenOf({}) } }));
  leaves(
    holdsIdToken,
    form({ scope: 'profile' }),
    { ...none, response: nested },
    { ...none, response: readTokenResponse('access_token=2YotnFZFEjr1zCsicMWpAA') },
  );
  assert.match(String(holdsIdToken(encrypted)), /encrypted/);
});

test('no id_token where it was not', () => {
  upholds(holdsNoIdToken, none, form({ scope: 'profile' }));
  violates(holdsNoIdToken, holding({ sub: '1' }));
  leaves(holdsNoIdToken, form({ scope: 'openid', id_token: tokenOf({}) }));
});

test('what is encrypted, missing or unreadable is left to others', () => {
  for (const oracle of [issuedBy('x'), madeFor('x'), fitsThePresent(0), namesSubject, returnsNonce('x'), fitsAccessToken])
    leaves(oracle, encrypted, none, form({ id_token: 'opaque' }));
});

test('the issuer', () => {
  upholds(issuedBy('https://as.example'), holding({ iss: 'https://as.example' }));
  violates(issuedBy('https://as.example'), holding({ iss: 'https://as.example/' }), holding({}));
});

test('the audience, and the authorised party where one is named', () => {
  upholds(madeFor('c'), holding({ aud: 'c' }), holding({ aud: ['d', 'c'], azp: 'c' }));
  violates(madeFor('c'), holding({ aud: 'd' }), holding({ aud: [] }), holding({}), holding({ aud: 'c', azp: 'd' }));
});

test('the times', () => {
  const now = 1_800_000_000;
  const oracle = fitsThePresent(now * 1000 + 400);
  upholds(
    oracle,
    holding({ iat: now, exp: now + 1 }),
    holding({ iat: now - 300, exp: now + 60 }),
    holding({ iat: now + 300, exp: now + 600 }),
  );
  violates(
    oracle,
    holding({ iat: now, exp: now }),
    holding({ iat: now - 301, exp: now + 60 }),
    holding({ iat: now * 1000, exp: now * 1000 }),
    holding({ iat: String(now), exp: now + 60 }),
    holding({ iat: now, exp: String(now + 60) }),
    holding({ exp: now + 60 }),
  );
});

test('the subject', () => {
  upholds(namesSubject, holding({ sub: '1' }), holding({ sub: 'x'.repeat(255) }));
  violates(namesSubject, holding({ sub: '' }), holding({ sub: 'x'.repeat(256) }), holding({ sub: 1 }), holding({ sub: 'é' }), holding({}));
  upholds(namesSubjectOf(holding({ sub: '1' })), holding({ sub: '1' }));
  violates(namesSubjectOf(holding({ sub: '1' })), holding({ sub: '2' }));
});

test('the nonce', () => {
  upholds(returnsNonce('a&b'), holding({ nonce: 'a&b' }));
  violates(returnsNonce('a&b'), holding({ nonce: 'a&amp;b' }), holding({}));
  upholds(returnsNonce(undefined), holding({}));
  assert.match(String(returnsNonce(undefined)(holding({ nonce: 'x' }))), /none was sent/);
});

test('the hash of the access token', () => {
  const at_hash = leftHalfHash(access_token, 'ES256') ?? '';
  upholds(fitsAccessToken, holding({ at_hash }));
  violates(fitsAccessToken, holding({ at_hash: `${at_hash}==` }), holding({ at_hash: 'x' }), holding({ at_hash }, { alg: 'ES512' }));
  leaves(fitsAccessToken, holding({}), holding({ at_hash }, { alg: 'unheard-of' }));
});

test('a refreshed token goes on with the first', () => {
  const first = { iss: 'i', sub: 's', aud: 'c', iat: 10, nonce: 'n', auth_time: 5 };
  const oracle = continues(holding(first));
  upholds(oracle, holding({ ...first, iat: 20 }), holding({ iss: 'i', sub: 's', aud: ['c'], iat: 10 }));
  upholds(continues(holding({ iss: 'i', sub: 's', aud: 'c' })), holding({ iss: 'i', sub: 's', aud: 'c', auth_time: 5 }));
  for (const change of [{ iss: 'j' }, { sub: 't' }, { aud: ['c', 'd'] }, { aud: 'd' }, { nonce: 'm' }, { iat: 9 }, { auth_time: 10 }])
    violates(oracle, holding({ ...first, ...change }));
  leaves(oracle, none);
});

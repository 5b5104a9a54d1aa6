import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { deliversCode, keepsQueryOf, returnsState, type AuthorizationResponse } from './authorization-response.js';
import { NothingToJudge, Violation } from './findings.js';
import { grantedIn } from './response-parameters.js';

const response = (url: string, sent: AuthorizationResponse['sent'] = []): AuthorizationResponse => ({
  exchange: { n: 4 } as Exchange,
  url,
  sent,
});
const violated = (received: RegExp) => (error: unknown) =>
  error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 4;

test('the state is what was sent, decoded once, in the query or the fragment', () => {
  const sent = [['state', 'a+b/c=~%& "é']] as const;
  const written = encodeURIComponent('a+b/c=~%& "é');
  returnsState(response(`https://c.example/?code=x&state=${written}`, sent));
  returnsState(response(`https://c.example/?code=x&state=${written.replaceAll('%20', '+')}`, sent));
  returnsState(response(`https://c.example/#error=x&state=${written}`, sent));
  assert.throws(
    () => returnsState(response(`https://c.example/?error=x&state=${encodeURIComponent(written)}`, sent)),
    violated(/^state "a%2Bb/),
  );
  assert.throws(() => returnsState(response('https://c.example/?error=x', sent)), violated(/^a redirect without state$/));
  assert.throws(() => returnsState(response(`https://c.example/?code=x&state=${written}&state=y`, sent)), violated(/, "y"$/));
});

test('a state that was not sent does not come back', () => {
  returnsState(response('https://c.example/?code=x'));
  assert.throws(() => returnsState(response('https://c.example/?code=x&state=')), violated(/^state ""$/));
});

test('the query of the redirect URI is there beside the response, however it is written', () => {
  const keeps = keepsQueryOf('https://c.example/cb?a=b%20c&d=%C3%A9');
  keeps(response('https://c.example/cb?a=b%20c&d=%C3%A9&code=x'));
  keeps(response('https://c.example/cb?code=x&a=b+c&d=%c3%a9'));
  assert.throws(() => keeps(response('https://c.example/cb?code=x')), violated(/holds code and has lost a="b c" and d="é"$/));
  assert.throws(() => keeps(response('https://c.example/cb?a=b%20c&d=%C3%A9?code=x')), violated(/has lost d="é"$/));
  assert.throws(() => keeps(response('https://c.example/cb')), violated(/is empty/));
});

test('a code is visible ASCII in the query alone', () => {
  deliversCode(response('https://c.example/?code=a%20b~'));
  assert.throws(() => deliversCode(response('https://c.example/#code=x')), violated(/fragment/));
  assert.throws(() => deliversCode(response('https://c.example/?code=x#code=x')), violated(/fragment/));
  assert.throws(() => deliversCode(response('https://c.example/?code=x%C3%A9')), violated(/beyond visible ASCII/));
  assert.throws(() => deliversCode(response('https://c.example/?code=x%0A')), violated(/beyond visible ASCII/));
  assert.throws(() => deliversCode(response('https://c.example/?error=x')), NothingToJudge);
});

test('a grant is seen wherever in the redirect it stands', () => {
  assert.deepEqual(grantedIn('https://c.example/?code=x#access_token=y&id_token='), ['code', 'access_token']);
  assert.deepEqual(grantedIn('https://c.example/?error=x&code='), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectSays, returnsTo, staysHere, type RefusedAuthorization } from './error-redirect.js';
import { NothingToJudge, Violation } from './findings.js';

const exchange: RefusedAuthorization['exchange'] = {
  n: 7,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'GET', url: 'https://as.example/authorize', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status: 400, headers: {}, body: '' },
};
const redirected = (url: string): RefusedAuthorization => ({ exchange, landing: { kind: 'redirect-uri', url }, state: 'xyz' });
const page: RefusedAuthorization = { exchange, landing: { kind: 'page' }, state: 'xyz' };
const received = (text: RegExp) => (error: unknown) => error instanceof Violation && text.test(error.received);
const home = 'https://client.example/callback';

test('a refusal returns to the client with an error and the state that was sent', () => {
  const oracle = returnsTo(home);
  oracle(redirected(`${home}?error=invalid_request&state=xyz`));
  returnsTo(`${home}?a=b`)(redirected(`${home}?a=b&error=invalid_request&state=xyz`));
  assert.throws(() => oracle(page), received(/^a page with status 400$/));
  assert.throws(
    () => oracle(redirected('https://client.example/other?error=invalid_request&state=xyz')),
    received(/redirect to https:\/\/client/),
  );
  assert.throws(() => oracle(redirected(`${home}er?error=invalid_request&state=xyz`)), Violation);
  assert.throws(() => oracle(redirected(`${home}?state=xyz`)), received(/no error/));
  assert.throws(() => oracle(redirected(`${home}#error=invalid_request&state=xyz`)), received(/no error/));
  assert.throws(() => oracle(redirected(`${home}?error=invalid_request`)), received(/without state/));
  assert.throws(() => oracle(redirected(`${home}?error=invalid_request&state=abc`)), received(/another state/));
});

test('the error of a redirect is one code, wherever in the address it stands; a page is not judged', () => {
  const oracle = redirectSays('invalid_request');
  oracle(redirected(`${home}?error=invalid_request`));
  oracle(redirected(`${home}#error=invalid_request`));
  assert.throws(() => oracle(redirected(`${home}?error=access_denied`)), received(/error=access_denied/));
  assert.throws(() => oracle(redirected(home)), received(/no error/));
  assert.throws(() => oracle(page), NothingToJudge);
});

test('nothing goes to an address that is not registered', () => {
  staysHere(page);
  assert.throws(() => staysHere(redirected('https://attacker.example/callback?error=invalid_request')), received(/attacker\.example/));
});

test('a refused push is judged by its error, and never as a redirect', () => {
  const refusedWith = (body: object): RefusedAuthorization => ({
    exchange: { ...exchange, outcome: { kind: 'answer', status: 400, headers: {}, body: JSON.stringify(body) } },
    landing: { kind: 'push' },
    state: 'xyz',
  });
  redirectSays('invalid_request')(refusedWith({ error: 'invalid_request' }));
  assert.throws(() => redirectSays('invalid_request')(refusedWith({ error: 'access_denied' })), received(/access_denied/));
  assert.throws(() => redirectSays('invalid_request')(refusedWith({})), NothingToJudge);
  assert.throws(() => returnsTo(home)(refusedWith({ error: 'invalid_request' })), NothingToJudge);
  staysHere(refusedWith({}));
});

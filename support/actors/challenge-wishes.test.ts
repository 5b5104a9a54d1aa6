import assert from 'node:assert/strict';
import { test } from 'node:test';
import { s256 } from '../protocol/code-challenge.js';
import { isCodeVerifier } from '../protocol/code-verifier.js';
import { decodedText, parse } from '../protocol/form.js';
import { policyFor } from '../target/policy.js';
import type { RegisteredClient, Target } from '../target/target.js';
import { requestOf } from '../wire/draft.js';
import { challengeTokenRequest, proofRequest, refreshRequest, scopesOf, type Asker } from './challenge-token-request.js';
import {
  alteredProof,
  alteredS256,
  alteredSecret,
  inDisguise,
  plainHolding,
  plainHoldingEach,
  plainInFormOfHash,
  plainOf,
  s256Holding,
  sameChallenge,
  twoScopes,
} from './challenge-wishes.js';
import { anotherValueOf, faultyRequest } from './token-request-faults.js';

const registration: RegisteredClient = {
  client_id: 'me',
  client_secret: 'a secret',
  token_endpoint_auth_method: 'client_secret_post',
  method_declared: true,
  type: 'confidential',
  redirect_uris: [],
  application_type: 'web',
};
const target: Target = {
  name: 'a server',
  endpoints: {},
  profiles: ['challenge-code-token'],
  clients: [registration],
  login: { driver: 'automatic' },
  scope: 'read write',
  authorization_parameters: {},
  lifetimes: { tolerance: 0, resource_leeway: 0 },
  capabilities: {},
  proof: { carrier: 'form', name: 'code_verifier', url: 'https://api.example/{scope}' },
  policy: policyFor('challenge-code-token', {}),
  insecure_http: false,
  browser_client: false,
};
const asker: Asker = { registration, target, tokenEndpoint: 'https://as.example/oauth2/token' };
const { asked } = challengeTokenRequest(asker);

function sent(wish: Parameters<typeof challengeTokenRequest>[1]): Record<string, string> {
  return Object.fromEntries(parse(requestOf(challengeTokenRequest(asker, wish).draft).body).fields);
}

test('a request says everything that the document lists, with a fresh verifier each time', () => {
  const { draft, asked: other } = challengeTokenRequest(asker);
  const body = Object.fromEntries(parse(requestOf(draft).body).fields);
  assert.deepEqual(Object.keys(body), ['client_id', 'client_secret', 'code_challenge', 'code_challenge_method', 'scope']);
  assert.equal(body['code_challenge'], s256(other.verifier));
  assert.notEqual(other.verifier, asked.verifier);
  assert.equal(sent({ method: 'plain', verifier: asked.verifier })['code_challenge'], asked.verifier);
  assert.equal(sent({ method: null, verifier: asked.verifier })['code_challenge'], asked.verifier);
});

test('every disguise leaves the challenge what it was once it is decoded', () => {
  for (const phrase of [
    'percent-encoded in upper-case hex',
    'percent-encoded in lower-case hex',
    'with its parameters in reverse order',
    'and a parameter nobody knows',
    'and its credentials by Basic',
    'and no scope',
    'and a smaller scope',
    'and no method',
    'and an empty method',
  ]) {
    assert.equal(sent(inDisguise(phrase, asked, target))['code_challenge'], asked.challenge, phrase);
  }
  assert.throws(() => inDisguise('with a false beard', asked, target), RangeError);
  assert.deepEqual(sent(sameChallenge(asked)), { ...sent({}), code_challenge: asked.challenge ?? '' });
});

test('a faulty request has one fault, and keeps in mind the challenge without it', () => {
  for (const phrase of [
    'had a wrong client_secret',
    'had no client_secret',
    'named an unknown client',
    'named an unknown method',
    'had no challenge',
    'had a challenge that is cut short',
    'had a malformed scope',
    'came by query',
  ]) {
    const { draft, asked: intended } = challengeTokenRequest(asker, faultyRequest(phrase));
    const right = requestOf(challengeTokenRequest(asker, { verifier: intended.verifier }).draft);
    const faulty = requestOf(draft);
    assert.equal(intended.method, 'S256');
    assert.equal(intended.challenge, s256(intended.verifier));
    assert.notDeepEqual([faulty.url, faulty.body], [right.url, right.body], phrase);
  }
});

test('challenges are what their names say', () => {
  for (const length of [1, 42, 43, 128, 129]) assert.equal(plainOf(length).verifier?.length, length);
  assert.match(plainHolding('+').verifier ?? '', /^[^+]+\+[^+]+$/);
  assert.equal(plainHolding('+').verifier?.length, 64);
  assert.match(plainHoldingEach('-._~').verifier ?? '', /-\._~/);
  assert.ok(isCodeVerifier(plainHoldingEach('-._~').verifier ?? ''));
  assert.match(s256(s256Holding(['-', '_']).verifier ?? ''), /(?=.*-)(?=.*_)/);
  assert.match(plainInFormOfHash().verifier ?? '', /^[\w-]{43}$/);
  assert.match(decodedText(alteredS256('padded').challenge ?? ''), /^[\w-]{43}=$/);
});

test('what stands in for a value is never that value', () => {
  for (const phrase of [
    'replaced by a random one',
    'followed by a space',
    'preceded by a space',
    'followed by a letter',
    'followed by NUL and a letter',
    'without its last character',
    'with the case of a letter flipped',
  ]) {
    assert.notEqual(alteredSecret(phrase, 'a secret'), 'a secret');
  }
  assert.equal(alteredSecret('with the case of a letter flipped', '0123'), undefined);
  assert.notEqual(anotherValueOf('code_challenge'), anotherValueOf('code_challenge'));
  assert.equal(anotherValueOf('code_challenge_method'), 'plain');
  for (const phrase of ['replaced by another verifier', 'left empty', 'in lower case', 'replaced by its own S256 hash']) {
    assert.notEqual(decodedText(alteredProof(phrase, asked.verifier)), asked.verifier);
  }
});

test('two scopes are written in every way that carries no meaning', () => {
  assert.deepEqual(scopesOf({ ...target, scope: ' a, b c' }), ['a', 'b', 'c']);
  const written = ['separated by a space', 'separated by a comma', 'with blanks and commas around them', 'in the other order'].map(
    (phrase) => twoScopes(phrase, target).scope,
  );
  assert.deepEqual(written, ['read write', 'read,write', ' read ,write ', 'write read']);
});

test('a proof goes where the target file says, to the entry point of a scope', () => {
  const token = { ...asked, value: 't', requestedAt: 0, receivedAt: 0 };
  const by = (carrier: 'form' | 'header' | 'query', proof: string | null, use = {}) =>
    requestOf(
      proofRequest(
        { ...asker, target: { ...target, proof: { carrier, name: 'X-Proof', url: 'https://api.example/{scope}' } } },
        token,
        proof,
        use,
      ),
    );
  assert.equal(by('form', 'v').url, 'https://api.example/read');
  assert.equal(Buffer.from(by('form', 'v').body).toString(), 'X-Proof=v');
  assert.equal(by('header', 'v').headers['x-proof'], 'v');
  assert.equal(by('query', 'v', { entryPoint: 'a/b' }).url, 'https://api.example/a%2Fb?X-Proof=v');
  for (const carrier of ['form', 'header', 'query'] as const) {
    const { url, headers, body } = by(carrier, null);
    assert.ok(![url, JSON.stringify(headers), Buffer.from(body).toString()].some((text) => /x-proof/i.test(text)), carrier);
    assert.equal(headers['authorization'], 'Bearer t');
    const withSecret = by(carrier, 'v', { withSecret: true });
    assert.match(withSecret.url + Buffer.from(withSecret.body).toString(), /client_secret=a\+secret/);
  }
});

test('a refresh carries the credentials where the document wants them', () => {
  assert.deepEqual(parse(requestOf(refreshRequest(asker, 'r')).body).fields, [
    ['grant_type', 'refresh_token'],
    ['refresh_token', 'r'],
    ['client_id', 'me'],
    ['client_secret', 'a secret'],
  ]);
});

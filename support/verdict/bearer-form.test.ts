import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { challengedForToken, challengedWithoutError, challengeInOrder, keptPrivate, refusedAs, refusedAsTwice } from './bearer-form.js';
import { NothingToJudge, Violation } from './findings.js';

const form = (status: number, challenge?: string | readonly string[], headers: Readonly<Record<string, string>> = {}): AnswerForm => ({
  n: 5,
  status,
  headers: { ...headers, ...(challenge === undefined ? {} : { 'www-authenticate': challenge }) },
  response: readTokenResponse(''),
});
const violated = (received: RegExp) => (error: unknown) => error instanceof Violation && received.test(error.received);

test('who has no token is challenged for one', () => {
  for (const challenge of ['Bearer', 'bearer realm="x"', ['Basic realm="x"', 'Bearer realm="y"'], 'Basic realm="a", Bearer realm="b"'])
    assert.equal(challengedForToken(form(401, challenge)), undefined);
  assert.throws(() => challengedForToken(form(403, 'Bearer')), violated(/^status 403/));
  assert.throws(() => challengedForToken(form(401)), violated(/without WWW-Authenticate/));
  assert.throws(() => challengedForToken(form(401, 'Basic realm="x"')), violated(/without a Bearer challenge/));
});

test('and is told of no error', () => {
  assert.equal(challengedWithoutError(form(401, 'Bearer realm="error"')), undefined);
  assert.throws(() => challengedWithoutError(form(401, 'Bearer error="invalid_token"')), violated(/invalid_token/));
  assert.throws(() => challengedWithoutError(form(401)), NothingToJudge);
});

test('a refusal has its status and its error', () => {
  const oracle = refusedAs(401, 'invalid_token');
  assert.equal(oracle(form(401, 'Bearer realm="x", error="invalid_token"')), undefined);
  assert.equal(oracle(form(401, 'Bearer error=invalid_token')), undefined);
  assert.throws(() => oracle(form(403, 'Bearer error="invalid_token"')), violated(/^status 403 with error="invalid_token"$/));
  assert.throws(() => oracle(form(401, 'Bearer')), violated(/no error/));
  assert.throws(() => oracle(form(401)), violated(/without WWW-Authenticate/));
  assert.equal(refusedAsTwice(form(400, 'Bearer error="invalid_request"')), undefined);
  assert.throws(() => refusedAsTwice(form(401, 'Bearer error="invalid_token"')), violated(/^status 401/));
  for (const status of [405, 415]) assert.throws(() => refusedAsTwice(form(status)), NothingToJudge);
});

test('a challenge has each attribute once, in its characters', () => {
  assert.equal(
    challengeInOrder(form(401, 'Bearer realm="x", error="invalid_token", error_description="It\'s over", scope="read write"')),
    undefined,
  );
  assert.equal(challengeInOrder(form(401, ['Bearer realm="x"', 'Bearer realm="y"'])), undefined);
  for (const [challenge, received] of [
    ['Bearer error="a", error="b"', /^error twice$/],
    ['Bearer realm="x", realm="y"', /^realm twice$/],
    ['Bearer error="invalid_token", error_description="the \\"token\\""', /U\+0022/],
    ['Bearer error_description="ung\u00fcltig"', /U\+00FC/],
    ['Bearer scope="read  write"', /scope/],
  ] as const)
    assert.throws(() => challengeInOrder(form(401, challenge)), violated(received));
  assert.throws(() => challengeInOrder(form(401, 'Basic realm="x", realm="y"')), NothingToJudge);
});

test('what a token in the query has opened is private', () => {
  assert.equal(keptPrivate(form(200, undefined, { 'cache-control': 'max-age=5, private' })), undefined);
  assert.equal(keptPrivate(form(200, undefined, { 'cache-control': 'private="x"' })), undefined);
  assert.match(keptPrivate(form(200, undefined, { 'cache-control': 'no-store' })) ?? '', /no cache stores it/);
  assert.throws(() => keptPrivate(form(200, undefined, { 'cache-control': 'public' })), violated(/public/));
  assert.throws(() => keptPrivate(form(200)), violated(/^no Cache-Control$/));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import { expiresWithin } from './expires-in.js';
import { NothingToJudge, Violation } from './findings.js';

const form = (members: object): Parameters<ReturnType<typeof expiresWithin>>[0] => ({
  n: 7,
  status: 200,
  headers: {},
  response: readTokenResponse(JSON.stringify({ access_token: 'an-access-token', ...members })),
});
const violated = (received: RegExp) => (error: unknown) =>
  error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 7;

test('expires_in is a JSON number of the range, or is not there', () => {
  const oracle = expiresWithin(1, 60);
  for (const value of [1, 59, 60]) assert.equal(oracle(form({ expires_in: value })), undefined);
  for (const value of [0, -1, 61, 3600, '60', null, true])
    assert.throws(() => oracle(form({ expires_in: value })), violated(/^expires_in: /));
  assert.throws(() => oracle(form({})), NothingToJudge);
});

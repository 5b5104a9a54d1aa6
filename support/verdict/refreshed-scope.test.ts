import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive, Violation } from './findings.js';
import { Judge } from './judge.js';
import { refreshGranted, refreshRefused } from './refreshed.js';
import { grantsExactly, grantsNothingBeyond, grantsScopeOf } from './refreshed-scope.js';
import type { Exchange } from '../wire/exchange.js';

const answer = (status: number, members: object): Exchange => ({
  n: 1,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: {}, body: JSON.stringify(members) },
});
const token = (scope?: string): Exchange => answer(200, { access_token: 'dG9rZW4', ...(scope === undefined ? {} : { scope }) });
const refusal = answer(400, { error: 'invalid_scope' });
const control = (granted: boolean) => ({
  control: () => Promise.resolve({ granted, cause: 'no refresh', exchanges: [], unreachable: false }),
});
const notes: string[] = [];
const judge = new Judge({
  ...control(true),
  resourceControl: control(true).control,
  secondLook: () => Promise.resolve(true),
  note: (text) => notes.push(text),
});
const violated = (received: RegExp) => (error: unknown) => error instanceof Violation && received.test(error.received);

test('a refresh is granted, or refused, where other refreshes are granted', async () => {
  await refreshGranted(judge, control(false), token());
  await assert.rejects(refreshGranted(judge, control(true), refusal), violated(/400 invalid_scope/));
  await assert.rejects(refreshGranted(judge, control(false), refusal), Inconclusive);
  await refreshRefused(judge, control(true), refusal);
  await assert.rejects(refreshRefused(judge, control(false), refusal), Inconclusive);
  await assert.rejects(refreshRefused(judge, control(false), token()), violated(/a token was issued/));
});

test('a refresh yields nothing beyond what was granted', async () => {
  const beyond = (refreshed: Exchange, first = token('read')): Promise<void> =>
    grantsNothingBeyond(judge, control(true), first, 'read', refreshed);
  await beyond(refusal);
  await beyond(token('read'));
  assert.match(notes.at(-1) ?? '', /yields what was granted/);
  await assert.rejects(beyond(token('read write')), violated(/"read write"/));
  await assert.rejects(beyond(token('write'), token()), violated(/"write"/));
  await assert.rejects(beyond(token()), violated(/names no scope/));
});

test('a refresh for less may yield more than was asked for, and is noted then', () => {
  for (const refreshed of [token(), token('read')]) assert.equal(grantsScopeOf('read', refreshed), undefined);
  assert.match(grantsScopeOf('read', token('read write')) ?? '', /"read write"/);
});

test('a refresh for all yields all', () => {
  for (const refreshed of [token(), token('write read')]) grantsExactly(token('read write'), 'read write', refreshed);
  grantsExactly(token(), 'read write', token('read write'));
  assert.throws(() => grantsExactly(token('read write'), 'read write', token('read')), violated(/"read"/));
  grantsExactly(token('read'), 'read write', token('read'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';
import { isMethodNotAllowed, isPushResponse } from './push-form.js';
import { PushJudge } from './push-judge.js';

const answered = (status: number, body: object | string, contentType = 'application/json'): Exchange => ({
  n: 4,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/par', headers: {}, body: new Uint8Array() },
  outcome: {
    kind: 'answer',
    status,
    headers: { 'content-type': contentType },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  },
});
const silent: Exchange = { ...answered(200, ''), outcome: { kind: 'failure', cause: 'timeout', message: 'no answer in 10 s' } };
const right = { request_uri: 'urn:ietf:params:oauth:request_uri:abc', expires_in: 60 };
const judge = ({ granted = true, repeated = false, instead = false } = {}): PushJudge =>
  new PushJudge({
    control: () =>
      Promise.resolve({ granted, cause: 'closed', exchanges: [], unreachable: false, ...(instead ? { grantedInstead: 'a code' } : {}) }),
    secondLook: () => Promise.resolve(repeated),
  });

test('the right answer', async () => {
  await judge().accepted(answered(201, right), isPushResponse);
  await judge({ granted: false }).accepted(answered(201, right, 'application/json; charset=utf-8'), isPushResponse);
});

test('a wrong status, media type or lifetime', async () => {
  const wrong = [
    answered(200, right),
    answered(201, right, 'text/plain'),
    ...['60', 0, -1, 1.5, null, true].map((expires_in) => answered(201, { ...right, expires_in })),
    answered(201, { request_uri: right.request_uri }),
  ];
  for (const answer of wrong) await assert.rejects(judge().accepted(answer, isPushResponse), Violation);
});

test('a well-formed push that is refused counts where something else is granted', async () => {
  const refusal = answered(400, { error: 'invalid_request' });
  await assert.rejects(judge().accepted(refusal, isPushResponse), Violation);
  await assert.rejects(judge({ granted: false, instead: true }).accepted(refusal, isPushResponse), Violation);
  await assert.rejects(judge({ granted: false }).accepted(refusal, isPushResponse), Inconclusive);
  await assert.rejects(judge().accepted(answered(403, { error: 'unauthorized_client' }), isPushResponse), NothingToJudge);
});

test('a reference is a grant whatever its status; a refusal counts with its control', async () => {
  await assert.rejects(judge({ granted: false }).refused(answered(400, right)), Violation);
  await judge().refused(answered(401, { error: 'invalid_client' }));
  await judge().refused(answered(400, '<html>'));
  await assert.rejects(judge({ granted: false }).refused(answered(401, { error: 'invalid_client' })), Inconclusive);
});

test('silence, a rate limit, a gateway and a server error that has not repeated say nothing', async () => {
  for (const answer of [silent, answered(429, ''), answered(503, ''), answered(500, '')])
    await assert.rejects(judge().refused(answer), Inconclusive);
  await judge({ repeated: true }).refused(answered(500, ''));
});

test('any other method is answered with 405', async () => {
  await judge().form(answered(405, ''), isMethodNotAllowed);
  for (const status of [200, 201, 400, 404]) await assert.rejects(judge().form(answered(status, ''), isMethodNotAllowed), Violation);
});

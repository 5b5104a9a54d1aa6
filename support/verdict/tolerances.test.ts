import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';
import { Judge } from './judge.js';
import { issuedBefore, issuedOrNoted, issuedWithout, noted, notHelped } from './tolerances.js';

const answer = (status: number, members: object, answeredAt = 0): Exchange => ({
  n: 1,
  sentAt: 0,
  answeredAt,
  ms: 1,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: {}, body: JSON.stringify(members) },
});
const granted = answer(200, { access_token: '2YotnFZFEjr1zCsicMWpAA' });
const refused = answer(400, { error: 'invalid_grant' });
const failed = answer(500, {});

function judge(controlGranted = true): { judge: Judge; notes: string[] } {
  const notes: string[] = [];
  const control = { granted: controlGranted, cause: 'refused', exchanges: [], unreachable: false };
  const bench = {
    control: () => Promise.resolve(control),
    resourceControl: () => Promise.resolve(control),
    secondLook: () => Promise.resolve(true),
    note: (text: string) => notes.push(text),
  };
  return { judge: new Judge(bench), notes };
}
const given = (exchange: Exchange) => (): Promise<Exchange> => Promise.resolve(exchange);

test('a refusal after the code could have expired shows nothing', async () => {
  await issuedBefore(judge().judge, { ...granted, answeredAt: 99 }, 50);
  await assert.rejects(issuedBefore(judge().judge, { ...refused, answeredAt: 50 }, 50), Inconclusive);
  await assert.rejects(issuedBefore(judge().judge, { ...refused, answeredAt: 49 }, 50), Violation);
});

test('what came of a request is noted, whatever it was', async () => {
  for (const exchange of [granted, refused]) {
    const { judge: judging, notes } = judge();
    await noted(judging, 'a verifier', exchange);
    assert.match(notes.join(), /^a verifier: /);
  }
});

test('a refusal is noted where a grant is as lawful, a failure is neither', async () => {
  const { judge: judging, notes } = judge();
  await issuedOrNoted(judging, granted);
  assert.deepEqual(notes, []);
  await issuedOrNoted(judging, refused);
  assert.equal(notes.length, 1);
  await assert.rejects(issuedOrNoted(judging, failed), Violation);
});

test('an addition that a server demands and the document does not is its fault', async () => {
  await issuedWithout(judge(false).judge, 'a header', granted, () => assert.fail('nothing is left to ask'));
  await assert.rejects(issuedWithout(judge(false).judge, 'a header', refused, given(granted)), Violation);
  await assert.rejects(issuedWithout(judge(false).judge, 'a header', refused, given(refused)), Inconclusive);
  await assert.rejects(issuedWithout(judge().judge, 'a header', refused, given(refused)), Violation);
});

test('an addition has helped only where the request fails without it', async () => {
  await notHelped(judge().judge, 'a header', refused, () => assert.fail('nothing is left to ask'));
  await assert.rejects(notHelped(judge(false).judge, 'a header', refused, given(granted)), Inconclusive);
  await assert.rejects(notHelped(judge().judge, 'a header', granted, given(refused)), Violation);
  await assert.rejects(notHelped(judge().judge, 'a header', granted, given(granted)), NothingToJudge);
});

test('a resource that answers 401 does not honour a token; any other refusal says nothing about it', async () => {
  await judge().judge.honoured(answer(200, {}));
  await assert.rejects(judge().judge.honoured(answer(401, {})), Violation);
  for (const status of [403, 404, 429, 503]) await assert.rejects(judge().judge.honoured(answer(status, {})), Inconclusive);
});

test('a race in which everybody is turned away by a limit shows nothing', async () => {
  await judge().judge.atMostOneIssued([granted, refused, refused]);
  await assert.rejects(judge().judge.atMostOneIssued([granted, granted]), Violation);
  await assert.rejects(judge().judge.atMostOneIssued([answer(429, {}), answer(503, {})]), Inconclusive);
  await assert.rejects(judge(false).judge.atMostOneIssued([refused, refused]), Inconclusive);
});

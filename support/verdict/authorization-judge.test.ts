import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuthorizationJudge, type AuthorizationOutcome } from './authorization-judge.js';
import { returnsTo } from './error-redirect.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';

const answered = (status: number): AuthorizationOutcome['exchange'] => ({
  n: 1,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'GET', url: 'https://as.example/authorize', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: {}, body: '' },
});
const url = 'https://client.example/callback?error=invalid_request&state=xyz';
const code: AuthorizationOutcome = { kind: 'code', exchange: answered(303), landing: { kind: 'redirect-uri', url } };
const redirect: AuthorizationOutcome = {
  kind: 'refused',
  exchange: answered(303),
  landing: { kind: 'redirect-uri', url },
  error: 'invalid_request',
  state: 'xyz',
};
const page = (status: number): AuthorizationOutcome => ({
  kind: 'refused',
  exchange: answered(status),
  landing: { kind: 'page' },
  error: undefined,
  state: 'xyz',
});
const judge = ({ granted = true, repeated = false, grantedInstead = '' } = {}): AuthorizationJudge =>
  new AuthorizationJudge({
    control: () =>
      Promise.resolve({
        granted,
        cause: 'closed',
        exchanges: [],
        unreachable: false,
        ...(grantedInstead === '' ? {} : { grantedInstead }),
      }),
    secondLook: () => Promise.resolve(repeated),
  });

test('a code is a code whatever the control did; a refusal, by redirect or by page, counts with the control', async () => {
  await judge({ granted: false }).codeIssued(code);
  await assert.rejects(judge({ granted: false }).noCodeIssued(code), Violation);
  for (const refusal of [redirect, page(200), page(400), page(403)]) {
    await judge().noCodeIssued(refusal);
    await assert.rejects(judge().codeIssued(refusal), Violation);
    await assert.rejects(judge({ granted: false }).noCodeIssued(refusal), Inconclusive);
    assert.ok(refusal.kind === 'refused');
    await judge().refusedAtAll(refusal);
    await assert.rejects(judge({ granted: false }).refusedAtAll(refusal), Inconclusive);
  }
});

test('a server error is a refusal once it has repeated', async () => {
  await assert.rejects(judge().noCodeIssued(page(500)), Inconclusive);
  await judge({ repeated: true }).noCodeIssued(page(500));
  await assert.rejects(judge({ repeated: true }).codeIssued(page(500)), Violation);
});

test('the request of every control is granted, or nothing is', async () => {
  await judge({ granted: false }).controlIssued(code);
  await assert.rejects(judge({ granted: false }).controlIssued(redirect), Inconclusive);
  await assert.rejects(judge().controlIssued(redirect), Violation);
  await assert.rejects(judge({ granted: false, grantedInstead: 'a plain code' }).controlIssued(page(400)), /yet granted: a plain code/);
  await assert.rejects(judge({ granted: false, grantedInstead: 'a plain code' }).controlIssued(page(500)), Inconclusive);
});

test('the form of a refusal is judged where there is one', async () => {
  const oracle = returnsTo('https://client.example/callback');
  await judge().refusalForm(redirect, oracle);
  await assert.rejects(judge().refusalForm(page(400), oracle), Violation);
  await assert.rejects(judge().refusalForm(code, oracle), NothingToJudge);
  await assert.rejects(judge({ granted: false }).refusalForm(redirect, oracle), Inconclusive);
  await assert.rejects(judge().errorRedirect(page(400)), NothingToJudge);
  assert.equal((await judge().errorRedirect(redirect)).get('error'), 'invalid_request');
});

test('a code is due at one redirect URI, a refusal at any that is registered', async () => {
  const due = 'https://client.example/callback';
  const other = 'https://client.example/other';
  const at = (outcome: AuthorizationOutcome, place: string): AuthorizationOutcome => ({
    ...outcome,
    landing: { kind: 'redirect-uri', url: place },
  });
  await judge({ granted: false }).sentToNoOther(at(code, `${due}?code=x`), due, [due, other]);
  await assert.rejects(judge().sentToNoOther(at(code, `${other}?code=x`), due, [due, other]), /carries code/);
  await assert.rejects(judge().sentToNoOther(at(code, 'https://attacker.example/?code=x'), due, [due, other]), Violation);
  await assert.rejects(judge().sentToNoOther(at(redirect, 'https://attacker.example/?error=x'), due, [due, other]), Violation);
  for (const refusal of [page(400), at(redirect, `${due}?error=x`), at(redirect, `${other}?error=x`)]) {
    await judge().sentToNoOther(refusal, due, [due, other]);
    await assert.rejects(judge({ granted: false }).sentToNoOther(refusal, due, [due, other]), Inconclusive);
  }
});

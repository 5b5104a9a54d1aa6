import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { grantedAlike, type Told } from './alike.js';
import { NothingToJudge, Violation } from './findings.js';
import { Judge } from './judge.js';

const answered = (name: string, n: number, status: number, members: object): Told => ({
  name,
  answer: {
    n,
    sentAt: 0,
    answeredAt: 0,
    ms: 1,
    request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
    outcome: { kind: 'answer', status, headers: {}, body: JSON.stringify(members) },
  } satisfies Exchange,
});
const granted = (name: string): Told => answered(name, 1, 200, { access_token: '2YotnFZFEjr1zCsicMWpAA' });
const refused = (name: string): Told => answered(name, 2, 401, { error: 'invalid_client' });
const control = { granted: true, cause: '', exchanges: [], unreachable: false };
const judge = new Judge({
  control: () => Promise.resolve(control),
  resourceControl: () => Promise.resolve(control),
  secondLook: () => Promise.resolve(true),
  note: () => undefined,
});

test('all granted is alike, none granted tells nothing', async () => {
  await grantedAlike(judge, [granted('a plus'), granted('%20')]);
  await assert.rejects(grantedAlike(judge, [refused('a plus'), refused('%20')]), NothingToJudge);
});

test('one granted and one not is a violation that names both', async () => {
  await assert.rejects(
    grantedAlike(judge, [granted('%20'), refused('a plus')]),
    (found: unknown) => found instanceof Violation && found.expected === 'an access token for a plus, as for %20',
  );
});

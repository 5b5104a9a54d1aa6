import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive, Violation } from './findings.js';
import { Judge } from './judge.js';
import { notedReuse } from './reused-challenge.js';
import { noEasier, sameFate } from './side-by-side.js';

const exchange = (status: number, body: object): Exchange => ({
  n: status,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: {}, body: JSON.stringify(body) },
});
const granted = exchange(200, { access_token: 'token' });
const refused = exchange(400, { error: 'invalid_grant' });
const limited = exchange(429, {});
const control = (open: boolean) => Promise.resolve({ granted: open, cause: 'closed', exchanges: [], unreachable: false });
const notes: string[] = [];
const judge = (open = true): Judge =>
  new Judge({
    control: () => control(open),
    resourceControl: () => control(open),
    secondLook: () => Promise.resolve(false),
    note: (text) => notes.push(text),
  });

test('what is granted where the other was not is easier, and nothing else is', async () => {
  await noEasier(judge(), [refused, refused], 'without');
  await noEasier(judge(), [refused, granted], 'without');
  await noEasier(judge(false), [granted, granted], 'without');
  await assert.rejects(noEasier(judge(false), [granted, refused], 'without'), Violation);
  await assert.rejects(noEasier(judge(), [granted, limited], 'without'), Inconclusive);
  await assert.rejects(noEasier(judge(false), [refused, refused], 'without'), Inconclusive);
});

test('the same fate is the same answer to both', async () => {
  await sameFate(judge(), [granted, granted], 'without');
  await sameFate(judge(), [refused, refused], 'without');
  await assert.rejects(sameFate(judge(), [granted, refused], 'without'), Violation);
  await assert.rejects(sameFate(judge(), [refused, granted], 'without'), Violation);
  await assert.rejects(sameFate(judge(false), [refused, granted], 'without'), Inconclusive);
  await assert.rejects(sameFate(judge(), [limited, granted], 'without'), Inconclusive);
});

test('a challenge that is accepted again is noted, one that is refused is not', async () => {
  await notedReuse(judge(), refused);
  assert.deepEqual(notes, []);
  await notedReuse(judge(), granted);
  assert.equal(notes.length, 1);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { formOf } from './answer-form.js';
import { Violation } from './findings.js';
import { givesNothingAway } from './given-away.js';

const kept = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  client: { client_secret: 'a secret/of more than twenty' },
};
const presented = 'KBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX0';

const refused = (body: object, headers: Readonly<Record<string, string>> = {}): Exchange => ({
  n: 1,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: Buffer.from(`code_verifier=${presented}`) },
  outcome: { kind: 'answer', status: 400, headers, body: JSON.stringify({ error: 'invalid_grant', ...body }) },
});
const judged = (answer: Exchange) => (): unknown => givesNothingAway(answer, kept)(formOf(answer));

describe('a refusal gives nothing away', () => {
  test('that says what was wrong', () => assert.doesNotThrow(judged(refused({ error_description: 'the verifier does not fit' }))));
  for (const [what, answer] of Object.entries({
    'the challenge that was expected': refused({ error_description: `expected ${kept.challenge}` }),
    'the verifier that was right': refused({ debug: { expected: kept.verifier } }),
    'the verifier that came': refused({ error_description: `${presented} does not fit` }),
    'the secret of the client': refused({}, { 'x-debug': encodeURIComponent(kept.client.client_secret) }),
  })) {
    test(`unlike one with ${what}`, () => assert.throws(judged(answer), Violation));
  }
});

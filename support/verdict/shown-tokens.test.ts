import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { formOf } from './answer-form.js';
import { Violation } from './findings.js';
import { showsNoToken } from './shown-tokens.js';

const access_token = '2YotnFZFEjr1zCsicMWpAA';
const refresh_token = 'tGzv3JOkF0XG5Qx2TlKWIA+/=';

const exchange = (n: number, sent: string, status: number, body: object, headers: Readonly<Record<string, string>> = {}): Exchange => ({
  n,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: Buffer.from(sent) },
  outcome: { kind: 'answer', status, headers, body: JSON.stringify(body) },
});
const granted = exchange(1, 'code=x', 200, { access_token, refresh_token, token_type: 'Bearer' });
const replay = (body: object, headers: Readonly<Record<string, string>> = {}, sent = 'code=x'): Exchange =>
  exchange(2, sent, 400, { error: 'invalid_grant', ...body }, headers);
const judged = (answer: Exchange) => (): unknown => showsNoToken(answer, [granted, answer])(formOf(answer));

describe('a refusal shows no token that was issued before', () => {
  test('that says what was wrong', () => assert.doesNotThrow(judged(replay({ error_description: 'the code was used before' }))));
  test('that repeats the token it was asked with', () =>
    assert.doesNotThrow(judged(replay({ token: refresh_token }, {}, `refresh_token=${encodeURIComponent(refresh_token)}`))));
  for (const [what, answer] of Object.entries({
    'the access token in its description': replay({ error_description: `used for ${access_token}` }),
    'the refresh token in a member of its own': replay({ revoked: [refresh_token] }),
    'the access token in a header field': replay({}, { 'x-revoked': access_token }),
  })) {
    test(`unlike one with ${what}`, () => assert.throws(judged(answer), Violation));
  }
  test('tokens that come later were not issued before', () =>
    assert.doesNotThrow(() =>
      showsNoToken(replay({ error_description: access_token }), [exchange(3, '', 200, { access_token })])(formOf(replay({}))),
    ));
});

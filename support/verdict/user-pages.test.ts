import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NothingToJudge, Violation } from './findings.js';
import { forbidFraming, notSentOn } from './user-pages.js';
import type { HttpHeaders } from '../protocol/http.js';
import type { Exchange } from '../wire/exchange.js';

const location = { location: 'https://client.example/cb?code=c' };

test('303 is right, 302 is told, 307 and 308 send the form on', () => {
  assert.equal(notSentOn([answered(303, location)]), undefined);
  assert.match(notSentOn([answered(302, location)]) ?? '', /302/);
  assert.throws(() => notSentOn([answered(307, location)]), Violation);
  assert.throws(() => notSentOn([answered(303, location), answered(308, location)]), Violation);
});

test('Where no form led to a redirect there is nothing to judge', () => {
  assert.throws(() => notSentOn([]), NothingToJudge);
  assert.throws(() => notSentOn([answered(200, {}), answered(307, {})]), NothingToJudge);
});

test('Either header keeps a page out of frames', () => {
  for (const headers of [
    { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
    { 'content-security-policy': "Frame-Ancestors 'self' https://portal.example" },
    { 'content-security-policy': ["default-src 'none'", "frame-ancestors 'self'"] },
    { 'content-security-policy': "default-src 'none', frame-ancestors 'none'" },
    { 'x-frame-options': 'DENY' },
    { 'x-frame-options': 'sameorigin' },
    { 'content-security-policy': "default-src 'none'", 'x-frame-options': 'DENY' },
  ])
    forbidFraming([answered(200, headers)]);
});

test('A page that anybody can frame is told by what it says', () => {
  for (const headers of [
    {},
    { 'content-security-policy': "default-src 'none'" },
    { 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' },
    { 'content-security-policy': 'frame-ancestors https:' },
    { 'content-security-policy-report-only': "frame-ancestors 'none'" },
    { 'x-frame-options': 'ALLOW-FROM https://portal.example' },
    { 'x-frame-options': 'ALLOWALL' },
  ] satisfies HttpHeaders[])
    assert.throws(() => forbidFraming([answered(200, { 'x-frame-options': 'DENY' }), answered(200, headers)]), Violation);
});

function answered(status: number, headers: HttpHeaders): Exchange {
  return {
    n: 1,
    sentAt: 0,
    answeredAt: 0,
    ms: 0,
    request: { method: 'POST', url: 'https://as.example/authorize', headers: {}, body: new Uint8Array() },
    outcome: { kind: 'answer', status, headers, body: '' },
  };
}

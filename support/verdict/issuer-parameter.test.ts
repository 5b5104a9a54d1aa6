import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { NothingToJudge, Violation } from './findings.js';
import { namesIssuerByUrl, namesItsIssuer, namesTheIssuer } from './issuer-parameter.js';

const exchange: Exchange = {
  n: 2,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'GET', url: 'https://as.example/authorize', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status: 303, headers: {}, body: '' },
};
const response = (...issuers: readonly string[]): Parameters<typeof namesItsIssuer>[0] => ({
  exchange,
  url: `https://client.example/cb?code=x${issuers.map((iss) => `&iss=${encodeURIComponent(iss)}`).join('')}`,
  sent: [],
});
const issuer = 'https://as.example/tenant';

test('one iss, no less and no more', () => {
  namesItsIssuer(response(issuer));
  assert.throws(() => {
    namesItsIssuer(response());
  }, Violation);
  assert.throws(() => {
    namesItsIssuer(response(issuer, issuer));
  }, Violation);
});

test('an error in the fragment is read as well', () => {
  namesItsIssuer({ exchange, url: `https://client.example/cb#error=x&iss=${encodeURIComponent(issuer)}`, sent: [] });
});

test('the issuer, character for character', () => {
  namesTheIssuer(issuer)(response(issuer));
  for (const other of [`${issuer}/`, 'https://AS.example/tenant', 'https://as.example:443/tenant', ''])
    assert.throws(
      () => {
        namesTheIssuer(issuer)(response(other));
      },
      Violation,
      other,
    );
  assert.throws(() => {
    namesTheIssuer(issuer)(response());
  }, NothingToJudge);
});

test('an https URL, or http on loopback, without query and fragment', () => {
  for (const lawful of [issuer, 'http://localhost:4001', 'http://127.0.0.1']) namesIssuerByUrl(response(lawful));
  for (const other of ['as.example', 'http://as.example', 'client-1', `${issuer}?a`, `${issuer}#a`, 'urn:as'])
    assert.throws(
      () => {
        namesIssuerByUrl(response(other));
      },
      Violation,
      other,
    );
  assert.throws(() => {
    namesIssuerByUrl(response(issuer, issuer));
  }, NothingToJudge);
});

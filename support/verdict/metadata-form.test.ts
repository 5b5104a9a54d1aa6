import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject, JsonValue } from '../protocol/json.js';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';
import {
  advertisesIss,
  advertisesNoPlain,
  advertisesS256,
  describesProvider,
  differentEndpoints,
  namesEndpoints,
  namesIssuer,
  servedAsJsonObject,
  writesLists,
  type DocumentOracle,
} from './metadata-form.js';

const issuer = 'https://as.example/tenant';
const url = 'https://as.example/.well-known/oauth-authorization-server/tenant';
const whole: JsonObject = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code', 'code id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256', 'RS256'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
};
const withMember = (name: string, value?: JsonValue): JsonObject =>
  Object.fromEntries([...Object.entries(whole).filter(([key]) => key !== name), ...(value === undefined ? [] : [[name, value] as const])]);
const upholds = (oracle: DocumentOracle, ...documents: readonly JsonObject[]): void => {
  for (const document of documents) oracle({ n: 3, url, document });
};
const violates = (oracle: DocumentOracle, received: RegExp, document: JsonObject): void => {
  assert.throws(
    () => oracle({ n: 3, url, document }),
    (error) => error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 3,
  );
};

test('the issuer, character for character', () => {
  upholds(namesIssuer(issuer), whole);
  violates(namesIssuer(issuer), /not "https/, withMember('issuer', `${issuer}/`));
  violates(namesIssuer(issuer), /missing/, withMember('issuer'));
  violates(namesIssuer('http://as.example'), /https/, withMember('issuer', 'http://as.example'));
  upholds(namesIssuer('http://127.0.0.1:4001/x'), withMember('issuer', 'http://127.0.0.1:4001/x'));
});

test('the endpoints and the response type code', () => {
  upholds(namesEndpoints, whole);
  violates(namesEndpoints, /token_endpoint is missing/, withMember('token_endpoint'));
  violates(namesEndpoints, /authorization_endpoint is not an https/, withMember('authorization_endpoint', 'http://as.example/authorize'));
  violates(namesEndpoints, /response_types_supported is missing/, withMember('response_types_supported'));
  violates(namesEndpoints, /does not hold code/, withMember('response_types_supported', ['token']));
});

test('S256 among the challenge methods', () => {
  const methods = (value?: JsonValue): JsonObject => withMember('code_challenge_methods_supported', value);
  upholds(advertisesS256, whole, methods(['plain', 'S256']));
  for (const [value, received] of [
    [undefined, /is missing/],
    ['S256', /no array/],
    [['s256'], /holds "s256"/],
    [['plain'], /does not hold S256/],
    [[], /does not hold S256/],
    [['S256', 7], /holds 7/],
  ] as const)
    violates(advertisesS256, received, methods(value));
});

test('plain is better not offered', () => {
  upholds(advertisesNoPlain, whole, withMember('code_challenge_methods_supported'));
  violates(advertisesNoPlain, /plain/, withMember('code_challenge_methods_supported', ['S256', 'plain']));
});

test('lists are arrays, and never empty', () => {
  upholds(writesLists, whole, { ...whole, claims_parameter_supported: false, own_member: 'text, with a comma' });
  violates(writesLists, /acr_values_supported is empty/, { ...whole, acr_values_supported: [] });
  violates(writesLists, /own_list is empty/, { ...whole, own_list: [] });
  violates(writesLists, /scopes_supported is "openid,profile"/, { ...whole, scopes_supported: 'openid,profile' });
  violates(writesLists, /grant_types_supported/, { ...whole, grant_types_supported: [1] });
});

test('an OpenID provider, in full', () => {
  upholds(describesProvider, whole);
  for (const member of ['issuer', 'jwks_uri', 'subject_types_supported', 'id_token_signing_alg_values_supported'])
    violates(describesProvider, new RegExp(`${member} is missing`), withMember(member));
  violates(describesProvider, /does not hold RS256/, withMember('id_token_signing_alg_values_supported', ['ES256']));
});

test('the flag of iss is a boolean that is true just where iss is sent', () => {
  const flag = (value?: JsonValue): JsonObject => withMember('authorization_response_iss_parameter_supported', value);
  upholds(advertisesIss(true), flag(true));
  upholds(advertisesIss(false), flag(false), flag());
  for (const value of [undefined, false, 'true', 1]) violates(advertisesIss(true), /missing|is /, flag(value));
  for (const value of [true, 'true']) violates(advertisesIss(false), /is /, flag(value));
});

describe('the well-known addresses', () => {
  const at = (status: number, contentType?: string, document?: JsonObject): Parameters<typeof servedAsJsonObject>[0][number] => ({
    url,
    exchange: {
      n: 9,
      sentAt: 0,
      answeredAt: 0,
      ms: 0,
      request: { method: 'GET', url, headers: {}, body: new Uint8Array() },
      outcome: { kind: 'answer', status, headers: contentType === undefined ? {} : { 'content-type': contentType }, body: '' },
    } satisfies Exchange,
    ...(document === undefined ? {} : { document }),
  });

  test('one that answers is enough; what is missing elsewhere is no fault', () => {
    servedAsJsonObject([at(404, 'text/html'), at(200, 'application/json; charset=utf-8', whole)]);
  });
  test('none that answers, another status, another media type', () => {
    for (const answers of [
      [at(404), at(200, 'text/html')],
      [at(201, 'application/json', whole)],
      [at(200, 'text/html', whole)],
      [at(200, undefined, whole)],
      [at(200, 'application/json', whole), at(200, 'text/plain', whole)],
    ])
      assert.throws(() => {
        servedAsJsonObject(answers);
      }, Violation);
  });
});

test('endpoints that two documents name differently are found, and nothing else', () => {
  assert.deepEqual(
    differentEndpoints(whole, { ...whole, subject_types_supported: ['pairwise'], revocation_endpoint: `${issuer}/revoke` }),
    [],
  );
  const { token_endpoint: _left, ...less } = whole;
  assert.deepEqual(differentEndpoints(whole, less), []);
  assert.deepEqual(differentEndpoints(whole, { ...whole, token_endpoint: `${issuer}/token2`, jwks_uri: 7 }), [
    'token_endpoint',
    'jwks_uri',
  ]);
});

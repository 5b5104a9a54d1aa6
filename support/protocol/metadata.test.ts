import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issuerFault, metadataFaults, speaksFor, wellKnownUrls } from './metadata.js';

const METADATA = {
  issuer: 'https://as.example/tenant',
  authorization_endpoint: 'https://as.example/authorize',
  token_endpoint: 'https://as.example/token',
  response_types_supported: ['code'],
};

test('the well-known part goes before the path for OAuth and after it for OpenID', () => {
  assert.deepEqual(wellKnownUrls('https://as.example/tenant'), [
    'https://as.example/.well-known/oauth-authorization-server/tenant',
    'https://as.example/tenant/.well-known/openid-configuration',
    'https://as.example/.well-known/openid-configuration/tenant',
  ]);
});

test('an issuer without a path has two places, with a final slash or without', () => {
  const places = ['https://as.example/.well-known/oauth-authorization-server', 'https://as.example/.well-known/openid-configuration'];
  assert.deepEqual(wellKnownUrls('https://as.example'), places);
  assert.deepEqual(wellKnownUrls('https://as.example/'), places);
});

test('a document of the right form has no faults', () => {
  assert.deepEqual(metadataFaults(METADATA, METADATA.issuer), []);
  assert.deepEqual(metadataFaults({ ...METADATA, grant_types_supported: ['implicit'], token_endpoint: METADATA.token_endpoint }), []);
});

test('each fault is told with its member', () => {
  const faults = metadataFaults(
    {
      ...METADATA,
      issuer: 'https://as.example/tenant/',
      token_endpoint: 'http://as.example/token',
      jwks_uri: 'https://as.example/jwks#x',
      code_challenge_methods_supported: 'S256',
      scopes_supported: [],
      authorization_response_iss_parameter_supported: 'true',
    },
    METADATA.issuer,
  );
  assert.deepEqual(faults, [
    { member: 'issuer', fault: 'is "https://as.example/tenant/", not "https://as.example/tenant"' },
    { member: 'token_endpoint', fault: 'is not an https URL' },
    { member: 'jwks_uri', fault: 'has a fragment' },
    { member: 'scopes_supported', fault: 'is empty and would be left out' },
    { member: 'code_challenge_methods_supported', fault: 'is not an array of strings' },
    { member: 'authorization_response_iss_parameter_supported', fault: 'is not a boolean' },
  ]);
});

test('what is missing is told, where the grants need it', () => {
  assert.deepEqual(
    metadataFaults({}).map(({ member, fault }) => `${member} ${fault}`),
    ['issuer is missing', 'authorization_endpoint is missing', 'token_endpoint is missing', 'response_types_supported is missing'],
  );
  assert.deepEqual(metadataFaults({ ...METADATA, grant_types_supported: ['client_credentials'], authorization_endpoint: 5 }), [
    { member: 'authorization_endpoint', fault: 'is not a URL' },
  ]);
  assert.deepEqual(metadataFaults([]), [{ member: 'the document', fault: 'is not a JSON object' }]);
});

test('an issuer is an https URL without query or fragment, or http on loopback', () => {
  for (const issuer of ['https://as.example', 'https://as.example/a', 'http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:80/x']) {
    assert.equal(issuerFault(issuer), undefined);
  }
  assert.equal(issuerFault('http://as.example'), 'is not an https URL');
  assert.equal(issuerFault('https://as.example?'), 'has a query or a fragment');
  assert.equal(issuerFault('as.example'), 'is not a URL');
});

test('a document of another issuer speaks for the origin that was asked, and for no other', () => {
  const asked = 'https://as.example/tenant';
  assert.equal(speaksFor(METADATA, asked, 'https://tokens.example/token'), true);
  for (const issuer of ['https://other.example', `${asked}/`, undefined, 5]) {
    const document = issuer === undefined ? {} : { ...METADATA, issuer };
    assert.equal(speaksFor(document, asked, 'https://as.example:443/token'), true);
    for (const url of ['https://other.example/token', 'http://as.example/token', 'https://as.example:8443/token', 'nowhere'])
      assert.equal(speaksFor(document, asked, url), false, url);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockAuthorizationServer, type MockOptions } from './index.js';

test('an option that cannot be meant so is refused by its name, before anything is made', () => {
  const wrong: readonly (readonly [options: unknown, message: RegExp])[] = [
    [{ issuer: 'foo' }, /^The option issuer of the mock is "foo"; expected is an http or https URL/],
    [{ issuer: 'https://as.example?a=b' }, /issuer .*without query or fragment/],
    [{ issuer: 'https://as.example#a' }, /issuer .*without query or fragment/],
    [{ issuer: 'https://as.example/' }, /issuer .*without a slash at its end/],
    [{ issuer: 'https://me:you@as.example' }, /issuer .*without user name/],
    [{ issuer: 'ftp://as.example' }, /issuer/],
    [{ issuer: 'https://' }, /issuer/],
    [{ issuer: 7 }, /issuer of the mock is 7/],
    [{ clock: 'wall' }, /clock of the mock is "wall"; expected is manual or real/],
    [{ profile: 'rfc9701' }, /profile of the mock is "rfc9701"; expected is rfc7636 or/],
    [{ profiles: ['rfc9700', 'oauth'] }, /profiles\[1\] of the mock is "oauth"/],
    [{ profiles: [] }, /profiles of the mock is \[\]; expected is a list of one/],
    [{ profiles: 'rfc9700' }, /profiles/],
    [{ mutants: 'rfc7636/4.6/mismatched-verifier' }, /mutants .*expected is a list of mutants/],
    [{ mutants: ['rfc7636/4.6/no-such'] }, /There is no mutant rfc7636\/4\.6\/no-such/],
    [{ mutants: [{ fault: 'x' }] }, /mutants\[0\]/],
    [{ mutant: ['x'] }, /option mutant of the mock .*expected is one of issuer, /],
    [{ clients: { client_id: 'a' } }, /clients .*a list of clients/],
    [{ clients: ['a'] }, /clients\[0\] of the mock is "a"; expected is a client/],
    [{ clients: [{}] }, /clients\[0\]\.client_id/],
    [{ clients: [{ client_id: 'a' }, { client_id: 'a' }] }, /clients\[1\]\.client_id .*a client of its own/],
    [{ clients: [{ client_id: 'a', redirect_uris: 'x:/y' }] }, /clients\[0\]\.redirect_uris of the mock is "x:\/y"; expected is a list/],
    [{ clients: [{ client_id: 'a', client_secret: 8675309 }] }, /clients\[0\]\.client_secret of the mock is a number/],
    [{ clients: [{ client_id: 'a', token_endpoint_auth_method: 'basic' }] }, /expected is none or client_secret_basic or/],
    [{ clients: [{ client_id: 'a', redirect_uri: 'x:/y' }] }, /clients\[0\]\.redirect_uri .*expected is one of client_id, client_secret, /],
    [{ clients: [{ client_id: 'a', require_pkce: 'no' }] }, /clients\[0\]\.require_pkce .*expected is true or false/],
    [{ clients: [{ client_id: 'a', id_token_signed_response_alg: 'none' }] }, /expected is ES256 or RS256/],
    [{ clients: [{ client_id: 'a', jwks: [] }] }, /clients\[0\]\.jwks .*a JWK Set/],
    [{ clients: [{ client_id: 'a', jwks: { keys: [null] } }] }, /clients\[0\]\.jwks\[0\] .*a public key/],
    [{ store: 'memory' }, /store of the mock is "memory"; expected is a function/],
    [{ control: 'yes' }, /control of the mock is "yes"; expected is true or false/],
    [{ proof: { carrier: 'cookie' } }, /proof\.carrier of the mock is "cookie"/],
    [{ proof: { header: 'x' } }, /proof\.header .*one of carrier, name/],
    [{ approval: 'page' }, /approval/],
  ];
  for (const [options, message] of wrong)
    assert.throws(
      () => mockAuthorizationServer(options as MockOptions),
      { message, name: /RangeError|WrongMockOption/ },
      JSON.stringify(options),
    );
});

test('a port that is none is no port to listen on', async () => {
  await assert.rejects(async () => mockAuthorizationServer().listen({ port: 70_000 }), /port/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTokenResponse, tokenMembers } from './messages.js';

test('a token response is read with its members and tokens', () => {
  const body = '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"refresh_token":"r"}';
  const response = readTokenResponse(body);
  assert.ok(response.kind === 'token');
  assert.equal(response.members['expires_in'], 3600);
  assert.deepEqual(response.tokens.map(({ path }) => path).sort(), ['access_token', 'refresh_token']);
  assert.deepEqual([response.duplicates, response.format], [[], 'json']);
});

test('an error is read with what explains it', () => {
  const members = { error: 'invalid_grant', error_description: 'used', error_uri: 'https://as.example/e' };
  const read = { kind: 'error', error: 'invalid_grant', description: 'used', uri: 'https://as.example/e', members, duplicates: [] };
  assert.deepEqual(readTokenResponse(JSON.stringify(members)), read);
  assert.deepEqual(readTokenResponse('{"error":"a","error":"b","error_description":5}'), {
    kind: 'error',
    error: 'b',
    members: { error: 'b', error_description: 5 },
    duplicates: ['error'],
  });
});

test('a token beside an error, in an envelope or in a form is a token', () => {
  for (const body of [
    '{"error":"invalid_grant","access_token":"x"}',
    '{"code":0,"data":{"access_token":"2YotnFZFEjr1zCsicMWpAA"}}',
    '[{"a":[{"refresh_token":"2YotnFZFEjr1zCsicMWpAA"}]}]',
    '{"access_token":{"value":"x"}}',
    '{"access_token":5}',
    'access_token=gho_16C7e42F&token_type=bearer',
  ]) {
    assert.equal(readTokenResponse(body).kind, 'token', body);
  }
});

test('no token is seen where none was issued', () => {
  const refused = [
    '{"error":"invalid_request","missing":{"refresh_token":"is required"}}',
    '{"error":"invalid_request","access_token":null}',
    '{"error":"invalid_request","access_token":""}',
    '{"error":"unsupported","hint":"access_token"}',
  ];
  for (const body of refused) assert.equal(readTokenResponse(body).kind, 'error', body);
  const page = '<html><a href="?a=1&access_token=2YotnFZFEjr1zCsicMWpAA&b=2">x</a></html>';
  assert.deepEqual(readTokenResponse(page), { kind: 'unreadable', why: 'markup where JSON belongs' });
});

test('what cannot be understood is unreadable, and says why', () => {
  const whys = ['', ' \n', '<!doctype html>', 'Bad Request', '"error"', 'null', '[]', '{}', '{"error":{"code":1}}'].map((body) => {
    const response = readTokenResponse(body);
    return response.kind === 'unreadable' ? response.why : response.kind;
  });
  assert.deepEqual(whys, [
    'an empty body',
    'an empty body',
    'markup where JSON belongs',
    'not JSON',
    'JSON, but a string where an object belongs',
    'JSON, but null where an object belongs',
    'JSON, but an array where an object belongs',
    'a JSON object with neither access_token nor error',
    'a JSON object with neither access_token nor error',
  ]);
});

test('whatever a server sends is read without a throw', () => {
  const bodies = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.json().map((text) => text.slice(1)),
    fc.webQueryParameters(),
  );
  fc.assert(
    fc.property(bodies, (body) => ['token', 'error', 'unreadable'].includes(readTokenResponse(body).kind)),
    { numRuns: 500 },
  );
});

test('a token is found at any depth without a stack', () => {
  const depth = 20_000;
  const body = `${'{"a":'.repeat(depth)}{"access_token":"2YotnFZFEjr1zCsicMWpAA"}${'}'.repeat(depth)}`;
  const response = readTokenResponse(body);
  assert.equal(response.kind, 'token');
});

test('a token is told with where it stood', () => {
  assert.deepEqual(tokenMembers({ data: [{ id_token: 'abcdefgh.i.j' }] }), [
    { name: 'id_token', path: 'data.0.id_token', value: 'abcdefgh.i.j' },
  ]);
});

test('what is nested too deep is unreadable, and says so; a token is seen all the same', () => {
  const deep = (inmost: string): string => `${'{"a":'.repeat(100_000)}${inmost}${'}'.repeat(100_000)}`;
  assert.deepEqual(readTokenResponse(deep('1')), { kind: 'unreadable', why: 'JSON nested more than 500 times' });
  const granted = readTokenResponse(deep('{"access_token":"2YotnFZFEjr1zCsicMWpAA"}'));
  assert.ok(granted.kind === 'token');
  assert.deepEqual(granted.tokens, [{ name: 'access_token', path: 'access_token', value: '2YotnFZFEjr1zCsicMWpAA' }]);
});

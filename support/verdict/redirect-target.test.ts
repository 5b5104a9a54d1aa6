import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strayed, wentAstray } from './redirect-target.js';

const registered = ['https://client.example/cb', 'https://client.example/cb?tenant=1'];

test('a response at a registered URI is where it belongs', () => {
  for (const url of [
    'https://client.example/cb?error=invalid_request&state=s',
    'https://client.example/cb?tenant=1&code=x',
    'https://client.example/cb#error=invalid_request',
    'https://client.example/cb#access_token=x&token_type=Bearer',
    'https://client.example/cb?code=x#_=_',
  ]) {
    assert.equal(wentAstray(url, registered), false, url);
    assert.equal(wentAstray(url, registered, registered[0]), false, url);
    assert.equal(wentAstray(url, []), true, url);
  }
});

test('a response at what was asked for and is not registered has gone astray', () => {
  for (const [requested, url] of [
    ['https://attacker.example/', 'https://attacker.example/?error=invalid_request'],
    ['https://client.example/cb/', 'https://client.example/cb/?error=invalid_request'],
    ['https://client.example/cb?elsewhere=1', 'https://client.example/cb?elsewhere=1&error=invalid_request'],
    ['https://client.example/c', 'https://client.example/c?error=invalid_request'],
    ['https://client.example/cb#fragment', 'https://client.example/cb#fragment?error=invalid_request'],
    ['https://client.example/cb#fragment', 'https://client.example/cb#fragment&error=invalid_request'],
    ['https://client.example/cb#fragment', 'https://client.example/cb?error=invalid_request#fragment'],
    ['javascript:alert(1)', 'javascript:alert(1)?error=invalid_request'],
  ] as const) {
    assert.equal(wentAstray(url, registered, requested), true, url);
  }
});

test('one that was asked to go elsewhere and went to the registered URI has not', () => {
  assert.equal(wentAstray('https://client.example/cb?error=invalid_request', registered, 'https://client.example/cb#fragment'), false);
  assert.equal(wentAstray('https://client.example/cb?error=invalid_request', registered, 'HTTPS://CLIENT.example/cb'), false);
  assert.equal(wentAstray('https://elsewhere.example/?error=invalid_request', registered, 'https://client.example/cb/'), true);
});

test('a response is due at one address, though others of the client begin alike', () => {
  const [bare = '', tenant = ''] = registered;
  assert.equal(strayed(`${bare}?code=x`, bare, registered), false);
  assert.equal(strayed(`${tenant}&code=x`, tenant, registered), false);
  assert.equal(strayed(`${tenant}&code=x`, bare, registered), true);
  assert.equal(strayed(`${bare}?code=x`, tenant, registered), true);
  assert.equal(strayed('https://client.example/cb2?code=x', bare, registered), true);
  assert.equal(strayed('https://attacker.example/?code=x', bare, registered), true);
  assert.equal(strayed('http://127.0.0.1:5000/cb?code=x', 'http://127.0.0.1:5000/cb', ['http://127.0.0.1/cb']), false);
});

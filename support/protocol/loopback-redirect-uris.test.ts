import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasPrivateUseScheme, loopbackAlteration, LOOPBACK_ALTERATIONS, loopbackFamilyOf, onPort } from './loopback-redirect-uris.js';

test('A loopback redirect URI is told by its literal address and nothing else', () => {
  assert.equal(loopbackFamilyOf('http://127.0.0.1/callback'), 'IPv4');
  assert.equal(loopbackFamilyOf('http://127.0.0.1:9876/callback'), 'IPv4');
  assert.equal(loopbackFamilyOf('http://[::1]:9876/callback'), 'IPv6');
  for (const uri of [
    'http://localhost/cb',
    'https://127.0.0.1/cb',
    'http://127.0.0.1.attacker.example/cb',
    'http://127.0.0.1:1@b.example/cb',
  ])
    assert.equal(loopbackFamilyOf(uri), undefined, uri);
});

test('The port is put in, changed and taken out', () => {
  assert.equal(onPort('http://127.0.0.1/callback', 49152), 'http://127.0.0.1:49152/callback');
  assert.equal(onPort('http://127.0.0.1:80/callback?a=b', 65535), 'http://127.0.0.1:65535/callback?a=b');
  assert.equal(onPort('http://[::1]:80/callback', undefined), 'http://[::1]/callback');
  assert.equal(onPort('https://client.example/callback', 1), 'https://client.example/callback');
});

test('A private-use scheme has a dot', () => {
  assert.ok(hasPrivateUseScheme('com.example.app:/callback'));
  for (const uri of ['https://client.example/cb', 'app:/callback', 'urn:ietf:wg:oauth:2.0:oob']) assert.ok(!hasPrivateUseScheme(uri), uri);
});

test('Every alteration is another URI whatever its port', () => {
  for (const registered of ['http://127.0.0.1/callback', 'http://127.0.0.1:9876/cb?a=b']) {
    const uri = onPort(registered, 49152);
    for (const phrase of LOOPBACK_ALTERATIONS) {
      const altered = loopbackAlteration(phrase)(uri);
      assert.notEqual(onPort(altered, undefined), onPort(registered, undefined), phrase);
    }
  }
  assert.throws(() => loopbackAlteration('at locolhost'), /the nearest is "at localhost"/);
});

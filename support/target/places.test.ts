import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTarget } from './parse.js';
import { targetFromUrl } from './target-from-url.js';

const text = `issuer: https://as.example
clients:
  - { client_id: b, client_secret: s, redirect_uris: [https://c.example/] }
  - { client_id: a, redirect_uris: [https://c.example/] }
`;
const parsed = parseTarget(text, { file: 'acme.yaml', environment: {} });
assert.ok('target' in parsed);
const { places } = parsed;

test('A key is found where it stands in the file, whatever order the clients are put in', () => {
  assert.equal(places.line('issuer'), 'acme.yaml:1:9  issuer');
  assert.equal(places.line(`${places.client('a')}.client_id`), 'acme.yaml:4:18  clients[1].client_id');
  assert.equal(places.line(`${places.client('b')}.client_secret`), 'acme.yaml:3:36  clients[0].client_secret');
});

test('A key that is not there is told at what should hold it', () => {
  assert.equal(places.line('clients[1].client_secret'), 'acme.yaml:4:5  clients[1].client_secret, which is not there yet');
  assert.equal(places.line('ca_file'), 'acme.yaml  ca_file, which is not there yet');
  assert.equal(places.client('nobody'), 'registration');
});

test('A bare URL has one place', () => {
  const bare = targetFromUrl('https://as.example');
  assert.ok('target' in bare);
  assert.equal(bare.places.line('issuer'), '--target  the URL');
  assert.match(bare.places.line('ca_file'), /a target file instead of the URL, with ca_file/);
});

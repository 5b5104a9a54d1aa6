import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_ALTERATIONS, codeAlteration } from './code-alterations.js';
import { REDIRECT_URI_ALTERATIONS, uriAlteration } from './redirect-uri-alterations.js';

const altered = (uri: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(REDIRECT_URI_ALTERATIONS.map((phrase) => [phrase, uriAlteration(phrase)(uri)]));

test('every alteration of a web address is another text', () => {
  const uri = 'https://client.example/callback';
  const all = altered(uri);
  for (const [phrase, text] of Object.entries(all)) assert.ok(text !== undefined && text !== uri, phrase);
  assert.equal(new Set(Object.values(all)).size, REDIRECT_URI_ALTERATIONS.length);
  assert.equal(all['with its host in upper case'], 'https://CLIENT.EXAMPLE/callback');
  assert.equal(all['with the default port'], 'https://client.example:443/callback');
  assert.equal(all['with a letter percent-encoded'], 'https://client.example/cal%6Cback');
  assert.equal(all['under the other scheme'], 'http://client.example/callback');
  assert.equal(all['with its host for a user name'], 'https://client.example@attacker.example/callback');
});

test('the query stays where the path is altered', () => {
  assert.equal(uriAlteration('with its path in upper case')('https://c.example/cb?a=b'), 'https://c.example/CB?a=b');
});

test('the port and the host of a loopback address, and the parts that a private scheme lacks, are left alone', () => {
  const loopback = altered('http://127.0.0.1:9876/callback');
  for (const phrase of [
    'with the default port',
    'with its host continued',
    'with a name in front of its host',
    'with its host in upper case',
  ])
    assert.equal(loopback[phrase], undefined, phrase);
  assert.equal(loopback['with a slash appended'], 'http://127.0.0.1:9876/callback/');
  const native = altered('com.example.app:/callback');
  assert.equal(native['under the other scheme'], undefined);
  assert.equal(native['with its host in upper case'], undefined);
});

test('an altered code is another one, or there is none', () => {
  const code = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk';
  for (const phrase of CODE_ALTERATIONS) assert.notEqual(codeAlteration(phrase)(code) ?? code.concat('?'), code, phrase);
  assert.equal(codeAlteration('with the case of a letter flipped')('0123-abcdef'), undefined);
  assert.equal(codeAlteration('without its first character')('a'), undefined);
});

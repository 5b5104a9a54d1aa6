import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliveredTo } from './delivered-to.js';
import { Violation } from './findings.js';
import type { Exchange } from '../wire/exchange.js';

test('The address is the one that was asked for, letter for letter', () => {
  deliveredTo(response('http://127.0.0.1:49152/cb', 'http://127.0.0.1:49152/cb?code=c'));
  deliveredTo(response('https://client.example/cb?a=b', 'https://client.example/cb?a=b&code=c'));
  deliveredTo(response('com.example.app:/cb', 'com.example.app:/cb?code=c'));
});

test('Another port, no port, another spelling are another address', () => {
  for (const [requested, url] of [
    ['http://127.0.0.1:49152/cb', 'http://127.0.0.1/cb?code=c'],
    ['http://127.0.0.1:49152/cb', 'http://127.0.0.1:49153/cb?code=c'],
    ['http://[::1]:49152/cb', 'http://[0:0:0:0:0:0:0:1]:49152/cb?code=c'],
    ['com.example.app:/cb', 'com.example.app:///cb?code=c'],
    ['com.example.app:/cb', 'com.example.app:/cb#code=c'],
  ] as const)
    assert.throws(() => deliveredTo(response(requested, url)), Violation, url);
});

function response(requested: string, url: string): Parameters<typeof deliveredTo>[0] {
  return { exchange: { n: 1 } as Exchange, url, sent: [['redirect_uri', requested]] };
}

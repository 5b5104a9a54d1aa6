import assert from 'node:assert/strict';
import { test } from 'node:test';
import { malformedBody } from './malformed-bodies.js';

test('the largest bodies stay below what servers commonly read', () => {
  for (const phrase of ['ten thousand parameters', 'a name of ten thousand brackets']) assert.ok(malformedBody(phrase).length < 65_536);
  assert.equal(String(malformedBody('ten thousand parameters')).split('&').length, 10_000);
});

test('octets that are no UTF-8 go out as they are', () => {
  const body = malformedBody('octets that are no UTF-8');
  assert.ok(body instanceof Uint8Array && body.includes(0xff));
});

test('an unknown phrase names the nearest', () => assert.throws(() => malformedBody('percent sign'), /a percent sign/));

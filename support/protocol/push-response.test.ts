import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPushBody } from './push-response.js';

test('a request_uri is an acceptance, whatever else stands there', () => {
  assert.deepEqual(readPushBody('{"request_uri":"urn:a","expires_in":60,"error":"x"}'), {
    kind: 'accepted',
    requestUri: 'urn:a',
    expiresIn: 60,
  });
  assert.deepEqual(readPushBody('{"request_uri":"urn:a"}'), { kind: 'accepted', requestUri: 'urn:a', expiresIn: undefined });
});

test('anything else is a refusal, with the error where there is one', () => {
  assert.deepEqual(readPushBody('{"error":"invalid_request"}'), { kind: 'refused', error: 'invalid_request' });
  for (const body of ['', '<html>', '[]', 'null', '{"request_uri":""}', '{"request_uri":7}', '{"error":{}}'])
    assert.deepEqual(readPushBody(body), { kind: 'refused', error: undefined }, body);
});

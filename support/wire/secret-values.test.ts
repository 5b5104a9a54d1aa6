import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { namedSecrets, type Reading } from './secret-fields.js';
import { namedValues } from './secret-values.js';

const words = [
  'code',
  'access_token',
  'client_secret',
  'state',
  'Xy7Zk2Qw9',
  'invalid_grant',
  'https://rp.example/cb',
  '1234567890',
  'null',
  '60',
];
const marks = ['=', '&', '?', '#', '/', ';', ' ', '\n', '+', '~', '-', '.', ':', ',', '{', '}', '[', ']', '>'];
const members = [
  '{"',
  '":"',
  '": "',
  '","',
  '"}',
  '":',
  '"',
  '"code":"',
  '"code":"invalid_grant"',
  '"access_token":"',
  '"a":{"',
  '"token":["',
  '"token":"a+b"',
];
const quotes = [
  "'token':'",
  "'",
  "':'",
  '<',
  '<input name="code" value="',
  '\\',
  '\\"',
  '\\u0022',
  '&amp;',
  '&quot;',
  '&#x22;',
  'amp;',
  'amp%3b',
];
const escapes = ['%', '%22', '%26', '%3D', '%3c', '%2b', '%25', '%2522', '%20', '%5C', '%0a', '%c3%a9', '%7B'];

/** Of a few kinds of pieces only: where each text held all, none would be of the kinds that are read apart. */
const text = fc
  .subarray([marks, members, quotes, escapes], { minLength: 1, maxLength: 2 })
  .chain((kinds) =>
    fc.array(fc.oneof(...[words, words, ...kinds].map((kind) => fc.constantFrom(...kind)), fc.string({ maxLength: 3 })), { maxLength: 14 }),
  );
const reading = fc.constantFrom<Reading>('form', 'url', 'text');

describe('the values of the secrets that a message names', () => {
  it('are those that are found with their places, whatever the message is', () => {
    fc.assert(
      fc.property(text, reading, (parts, as) => {
        const whole = parts.join('');
        const places = namedSecrets(whole, as).map(({ value }) => value);
        assert.deepEqual([...new Set(namedValues(whole, as))].toSorted(), [...new Set(places)].toSorted());
      }),
      { numRuns: 3_000 },
    );
  });
});

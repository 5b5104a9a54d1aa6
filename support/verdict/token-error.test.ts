import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';
import { givesError } from './token-error.js';

const form = (body: string): AnswerForm => ({ n: 7, status: 400, headers: {}, response: readTokenResponse(body) });
const error = (code: unknown): AnswerForm => form(JSON.stringify({ error: code }));

test('the lawful error passes, a tolerated one with a note', () => {
  assert.equal(givesError(['invalid_request'])(error('invalid_request')), undefined);
  assert.match(givesError(['invalid_request'], ['invalid_grant'])(error('invalid_grant')) ?? '', /invalid_grant.*invalid_request/);
});

test('any other registered error is a violation that names every lawful one', () => {
  assert.throws(
    () => givesError(['invalid_request'], ['unsupported_grant_type'])(error('invalid_grant')),
    (found: unknown) =>
      found instanceof Violation &&
      found.expected === 'error: "invalid_request" or error: "unsupported_grant_type"' &&
      found.received === 'error: "invalid_grant"' &&
      found.detail.exchanges?.[0] === 7,
  );
});

for (const [what, answer] of [
  ['an error that nobody registered', error('oops')],
  ['an error that is no text', error(7)],
  ['a page', form('<html></html>')],
] as const) {
  test(`${what} is left to other rules`, () => assert.throws(() => givesError(['invalid_request'])(answer), NothingToJudge));
}

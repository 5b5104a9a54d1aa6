import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import {
  errorCharacters,
  errorNoStore,
  errorStatusAndType,
  errorWithoutToken,
  noServerError,
  registeredErrorCode,
  sameError,
} from './error-members.js';
import { NothingToJudge, Violation } from './findings.js';
import { Judge } from './judge.js';
import type { Exchange } from '../wire/exchange.js';

const form = (status: number, body: object | string, headers: Readonly<Record<string, string>> = {}): AnswerForm => ({
  n: 3,
  status,
  headers: { 'content-type': 'application/json', ...headers },
  response: readTokenResponse(typeof body === 'string' ? body : JSON.stringify(body)),
});
const answer = (status: number, body: object, n = 1): Exchange => ({
  n,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
});
const granted = { granted: true, cause: '', exchanges: [], unreachable: false };
const judge = new Judge({
  control: () => Promise.resolve(granted),
  resourceControl: () => Promise.resolve(granted),
  secondLook: () => Promise.resolve(true),
  note: () => undefined,
});
const violated = (received: RegExp) => (error: unknown) => error instanceof Violation && received.test(error.received);
const error = (code: string): object => ({ error: code });

test('an error has a status of OAuth and is JSON, whatever it says', () => {
  for (const lawful of [
    form(400, error('invalid_grant')),
    form(401, error('invalid_client')),
    form(400, error('made_up')),
    form(401, error('made_up')),
    form(400, { message: 'no' }),
  ])
    assert.equal(errorStatusAndType(lawful), undefined);
  assert.throws(() => errorStatusAndType(form(200, error('invalid_grant'))), violated(/^status 200 with invalid_grant$/));
  assert.throws(() => errorStatusAndType(form(401, error('invalid_grant'))), violated(/^status 401/));
  assert.throws(() => errorStatusAndType(form(403, error('invalid_grant'))), violated(/^status 403/));
  assert.throws(
    () => errorStatusAndType(form(400, error('invalid_grant'), { 'content-type': 'text/plain' })),
    violated(/^Content-Type: text\/plain$/),
  );
  assert.throws(() => errorStatusAndType(form(400, '<h1>no</h1>')), violated(/markup/));
  assert.throws(() => errorStatusAndType(form(400, '')), violated(/empty body/));
  for (const status of [405, 413, 414, 415, 500]) assert.throws(() => errorStatusAndType(form(status, '')), NothingToJudge);
});

test('the code is one that somebody registered', () => {
  for (const code of ['invalid_grant', 'invalid_target', 'invalid_dpop_proof'])
    assert.equal(registeredErrorCode()(form(400, error(code))), undefined);
  assert.throws(() => registeredErrorCode()(form(400, error('redirect_uri_mismatch'))), violated(/redirect_uri_mismatch/));
  assert.match(registeredErrorCode(['redirect_uri_mismatch'])(form(400, error('redirect_uri_mismatch'))) ?? '', /only the target file/);
  assert.throws(() => registeredErrorCode()(form(400, { message: 'no' })), violated(/^no error member$/));
  assert.throws(() => registeredErrorCode()(form(400, '<h1>no</h1>')), NothingToJudge);
});

test('the members keep to their characters', () => {
  assert.equal(errorCharacters(form(400, { error: 'invalid_grant', error_description: "It's over", error_uri: '/errors#1' })), undefined);
  for (const [member, value, received] of [
    ['error_description', 'code "x" is dead', /error_description holds U\+0022/],
    ['error_description', 'a\\b', /U\+005C/],
    ['error_description', 'a\r\nb', /U\+000D/],
    ['error_description', 'ung\u00fcltig', /U\+00FC/],
    ['error_uri', 'https://as.example/a b', /error_uri holds U\+0020/],
    ['error_uri', 'https://[', /no URI reference/],
    ['error_description', { de: 'nein' }, /not a string/],
  ] as const)
    assert.throws(() => errorCharacters(form(400, { error: 'invalid_grant', [member]: value })), violated(received));
  assert.throws(() => errorCharacters(form(400, 'no')), NothingToJudge);
});

test('no cache keeps an error, and no error is the failure of the server', () => {
  assert.equal(errorNoStore(form(400, {}, { 'cache-control': 'no-cache, no-store' })), undefined);
  assert.throws(() => errorNoStore(form(400, {})), violated(/^no Cache-Control$/));
  assert.equal(noServerError(form(404, 'gone')), undefined);
  assert.throws(() => noServerError(form(500, error('server_error'))), violated(/^status 500/));
});

test('an error has no member of a token', async () => {
  await errorWithoutToken(judge, answer(400, { ...error('invalid_grant'), access_token: null }));
  await assert.rejects(errorWithoutToken(judge, answer(400, { ...error('invalid_grant'), access_token: '' })), violated(/access_token/));
  await assert.rejects(
    errorWithoutToken(judge, answer(200, { ...error('invalid_grant'), access_token: 'dG9rZW4' })),
    violated(/access_token/),
  );
  await assert.rejects(errorWithoutToken(judge, answer(200, { access_token: 'dG9rZW4' })), NothingToJudge);
  await assert.rejects(errorWithoutToken(judge, answer(400, { message: 'no' })), NothingToJudge);
});

test('refusals of dead codes give one error', async () => {
  const dead = answer(400, error('invalid_grant'));
  await sameError(judge, [dead, dead]);
  await assert.rejects(sameError(judge, [dead, answer(400, error('invalid_request'), 2)]), violated(/^invalid_grant, invalid_request$/));
  await assert.rejects(sameError(judge, [dead, answer(400, {}, 2)]), NothingToJudge);
  await assert.rejects(sameError(judge, [answer(200, { access_token: 'dG9rZW4' })]), NothingToJudge);
});

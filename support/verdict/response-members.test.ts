import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';
import {
  accessTokenText,
  expiresInNumber,
  expiresInPositive,
  jsonObjectWithStatus200,
  membersAtTop,
  namedScope,
  noStore,
  pragmaNoCache,
  tokenTypeBearer,
} from './response-members.js';

const members = { access_token: 'dG9rZW4tMDE', token_type: 'Bearer', expires_in: 3600 };
const form = (
  body: object | string = members,
  { status = 200, ...headers }: Readonly<Record<string, string | number>> = {},
): AnswerForm => ({
  n: 7,
  status: Number(status),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  },
  response: readTokenResponse(typeof body === 'string' ? body : JSON.stringify(body)),
});
const violated = (received: RegExp) => (error: unknown) => error instanceof Violation && received.test(error.received);
const enveloped = { code: 0, data: members };
const asForm = 'access_token=dG9rZW4&token_type=Bearer';

test('a response is a JSON object with status 200', () => {
  assert.equal(jsonObjectWithStatus200(form()), undefined);
  assert.equal(jsonObjectWithStatus200(form(enveloped)), undefined);
  assert.throws(() => jsonObjectWithStatus200(form(members, { status: 201 })), violated(/^status 201$/));
  assert.throws(() => jsonObjectWithStatus200(form(members, { 'content-type': 'text/html' })), violated(/^Content-Type: text\/html$/));
  assert.throws(() => jsonObjectWithStatus200(form(members, { 'content-type': '' })), violated(/^no Content-Type$/));
  assert.throws(() => jsonObjectWithStatus200(form(asForm)), violated(/^a form where JSON belongs$/));
  assert.throws(
    () => jsonObjectWithStatus200(form('{"access_token":"a","token_type":"mac","token_type":"Bearer"}')),
    violated(/^token_type twice$/),
  );
});

test('the members stand at the top, none of them null', () => {
  assert.equal(membersAtTop(form({ ...members, extra: null, data: { anything: 1 } })), undefined);
  assert.throws(() => membersAtTop(form(enveloped)), violated(/^the access_token in data\.access_token$/));
  assert.throws(() => membersAtTop(form({ ...members, scope: null, refresh_token: null })), violated(/^refresh_token: null, scope: null$/));
  assert.throws(() => membersAtTop(form(asForm)), NothingToJudge);
});

test('the access_token is text that a header can carry', () => {
  for (const access_token of ['a', 'a.b-c_d~e+f/g==']) assert.equal(accessTokenText(form({ ...members, access_token })), undefined);
  assert.equal(accessTokenText(form({ access_token: 'a b!', token_type: 'mac' })), undefined);
  for (const [access_token, received] of [
    ['a b', /other characters/],
    ['a!', /other characters/],
    ['t\u00f6ken', /other characters/],
    [['a'], /an array/],
    [{ value: 'a' }, /an object/],
    [12345, /a number/],
  ] as const)
    assert.throws(() => accessTokenText(form({ ...members, access_token })), violated(received));
  assert.throws(() => accessTokenText(form({ access_token: 't\u00f6ken', token_type: 'mac' })), violated(/other characters/));
  assert.throws(() => accessTokenText(form(enveloped)), NothingToJudge);
});

test('the token_type is Bearer in any letter case', () => {
  for (const token_type of ['Bearer', 'bearer', 'BEARER']) assert.equal(tokenTypeBearer(form({ ...members, token_type })), undefined);
  assert.throws(() => tokenTypeBearer(form({ access_token: 'a' })), violated(/^no token_type$/));
  assert.throws(() => tokenTypeBearer(form({ ...members, token_type: 'mac' })), violated(/"mac"/));
  assert.throws(() => tokenTypeBearer(form({ ...members, token_type: ['Bearer'] })), violated(/\["Bearer"\]/));
  assert.throws(() => tokenTypeBearer(form(asForm)), NothingToJudge);
});

test('expires_in is a number, and a positive integer', () => {
  assert.equal(expiresInPositive(form()), undefined);
  assert.equal(expiresInNumber(form()), undefined);
  assert.throws(() => expiresInPositive(form({ ...members, expires_in: undefined })), violated(/^no expires_in$/));
  assert.throws(() => expiresInNumber(form({ ...members, expires_in: undefined })), NothingToJudge);
  for (const expires_in of [0, -1, 3599.5]) {
    assert.throws(() => expiresInPositive(form({ ...members, expires_in })), violated(new RegExp(String(expires_in))));
    assert.equal(expiresInNumber(form({ ...members, expires_in })), undefined);
  }
  assert.throws(() => expiresInNumber(form({ ...members, expires_in: '3600' })), violated(/"3600"/));
  for (const expires_in of ['3600', null]) assert.throws(() => expiresInPositive(form({ ...members, expires_in })), NothingToJudge);
});

test('the scope is one string of tokens, or is not named', () => {
  assert.deepEqual(namedScope(form({ ...members, scope: 'read write' })), new Set(['read', 'write']));
  for (const scope of [undefined, null, '']) assert.equal(namedScope(form({ ...members, scope })), undefined);
  for (const scope of [['read'], 'read  write', ' read', 'a"b', 7])
    assert.throws(() => namedScope(form({ ...members, scope })), violated(/^scope: /));
});

test('caches are told to leave the response alone', () => {
  assert.equal(noStore(form(members, { 'cache-control': 'private, No-Store' })), undefined);
  assert.throws(() => noStore(form()), violated(/^no Cache-Control$/));
  assert.throws(() => noStore(form(members, { 'cache-control': 'no-cache, private' })), violated(/no-cache, private/));
  assert.equal(pragmaNoCache(form(members, { 'cache-control': 'no-store', pragma: 'no-cache' })), undefined);
  assert.throws(() => pragmaNoCache(form(members, { 'cache-control': 'no-store' })), violated(/^no Pragma$/));
  assert.throws(() => pragmaNoCache(form()), NothingToJudge);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../actors/login/html-page.js';
import { accessTokenIn } from './implicit-response.js';

const formsOf = async (html: string) => (await readPage({ url: 'https://as.example/authorize', html })).forms;

test('A token in the fragment, in the query or in a form is found', async () => {
  assert.match(accessTokenIn({ url: 'https://client.example/cb#access_token=t&token_type=Bearer', forms: [] }) ?? '', /redirect/);
  assert.match(accessTokenIn({ url: 'https://client.example/cb?code=c&access_token=t', forms: [] }) ?? '', /redirect/);
  assert.match(accessTokenIn({ url: 'com.example.app:/cb#access_token=t', forms: [] }) ?? '', /redirect/);
  const page = '<form method="post" action="https://client.example/cb"><input type="hidden" name="access_token" value="t"></form>';
  assert.match(accessTokenIn({ forms: await formsOf(page) }) ?? '', /form/);
});

test('A code, an error and an empty member are no token', async () => {
  assert.equal(accessTokenIn({ url: 'https://client.example/cb?code=c', forms: [] }), undefined);
  assert.equal(accessTokenIn({ url: 'https://client.example/cb#error=unsupported_response_type', forms: [] }), undefined);
  assert.equal(accessTokenIn({ url: 'https://client.example/cb#access_token=', forms: [] }), undefined);
  assert.equal(accessTokenIn({ forms: await formsOf('<form><input name="access_token" value=""></form>') }), undefined);
});

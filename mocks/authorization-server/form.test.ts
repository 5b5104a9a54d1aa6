import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive, formOf, s256, verifier } from '../drive.js';
import { mockAuthorizationServer } from '../index.js';
import { pairsOf } from './policy/form.js';

const as = mockAuthorizationServer({ clock: 'manual' });
const { send, post, code, redeem } = drive(as);
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const rightBody = async (): Promise<string> =>
  formOf({
    grant_type: 'authorization_code',
    client_id: 'rfc9700-public',
    redirect_uri: 'https://client.example/callback',
    code: await code(),
    code_verifier: verifier,
  });

/** Every hostile request has to leave the server able to grant the next good one. */
async function refusedCleanly(
  answer: { readonly status: number; readonly json: Readonly<Record<string, unknown>> },
  status: number,
  error = 'invalid_request',
): Promise<void> {
  assert.equal(answer.status, status);
  assert.equal(answer.json.error, error);
  assert.equal(answer.json.access_token, undefined);
  assert.equal((await redeem(await code())).status, 200);
}

test('a body of another media type is refused, whatever is in it', async () => {
  for (const type of [
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'invalid/@@##',
    'application/x-www-form-urlencodedx',
    '',
  ]) {
    await refusedCleanly(await send('POST', '/token', { 'content-type': type }, await rightBody()), 400);
  }
  await refusedCleanly(await send('POST', '/token', {}, await rightBody()), 400);
});

test('case and parameters of the media type do not matter', async () => {
  for (const type of ['Application/X-WWW-Form-Urlencoded; charset=UTF-8', ' application/x-www-form-urlencoded ;charset=utf-8']) {
    assert.equal((await send('POST', '/token', { 'content-type': type }, await rightBody())).status, 200);
  }
});

test('a repeated parameter is refused, equal or not, and however its name is spelled', async () => {
  for (const again of [
    'code_verifier=x',
    `code_verifier=${verifier}`,
    'code%5Fverifier=x',
    'code=',
    'client_id=rfc9700-public',
    'grant_type=x',
    'client_secret=a&client_secret=a',
  ]) {
    await refusedCleanly(await send('POST', '/token', form, `${await rightBody()}&${again}`), 400);
  }
});

test('an empty value counts as not sent', async () => {
  await refusedCleanly(await redeem(''), 400);
  await refusedCleanly(await redeem(await code(), { code_verifier: '' }), 400);
  await refusedCleanly(await redeem(await code(), { grant_type: '' }), 400);
  assert.equal((await redeem(await code(), { scope: '', state: '' })).status, 200);
});

test('a body of a megabyte is answered, not read', async () => {
  const huge = await redeem(await code(), { code_verifier: 'a'.repeat(1024 * 1024) });
  await refusedCleanly(huge, 413);
});

test('encoding that is broken, or is not UTF-8, is refused', async () => {
  for (const junk of ['%', '%zz', 'a=%f', 'a=%FF', 'a=%C1%81', 'a=%ED%A0%80', '%FF=a', 'code_verifier=%']) {
    await refusedCleanly(await send('POST', '/token', form, junk), 400);
  }
  await refusedCleanly(await send('POST', '/token', form, new Uint8Array([0x61, 0x3d, 0xff, 0xfe])), 400);
});

test('text in raw UTF-8 is read as it is', async () => {
  const given = await send('POST', '/token', form, Buffer.from(`${await rightBody()}&é=ü`, 'utf8'));
  assert.equal(given.status, 200);
});

test('pairs are cut at the ampersands, and at the first equals sign of each', () => {
  const expected = (text: string): string[][] =>
    text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => [part.split('=', 1)[0] ?? '', part.includes('=') ? part.slice(part.indexOf('=') + 1) : '']);
  const short = ['', 'a', '=', '&', 'b', '=='];
  for (const text of short.flatMap((one) =>
    short.flatMap((two) => short.flatMap((three) => short.map((four) => one + two + three + four))),
  ))
    assert.deepEqual(pairsOf(text), expected(text), text);
});

test('a body of nothing much is refused', async () => {
  for (const junk of ['', '&&&', '=', '=&=', 'a=b=c', Array.from({ length: 10_000 }, (_, at) => `p${at}=`).join('&')]) {
    await refusedCleanly(await send('POST', '/token', form, junk), junk.length > 65_536 ? 413 : 400);
  }
});

test('names that mean something to a language mean nothing here', async () => {
  const inert = '__proto__=x&__proto__=y&constructor=x&toString=x&hasOwnProperty=x&__proto__[code]=x';
  assert.equal((await send('POST', '/token', form, `${await rightBody()}&${inert}`)).status, 200);
  assert.equal((await post('/token', { ['__proto__']: 'x', constructor: 'y' })).status, 400);
  assert.equal(({} as Record<string, unknown>).code, undefined);
});

test('brackets and look-alikes are other names', async () => {
  for (const name of [
    'code_verifier[]',
    'code_verifier[0]',
    'code_verifier[$ne]',
    'Code_Verifier',
    'code-verifier',
    ' code_verifier',
    'code_verifier\0',
  ]) {
    await refusedCleanly(await redeem(await code(), { code_verifier: undefined, [name]: verifier }), 400);
  }
});

test('the form is decoded once', async () => {
  const percent = [...verifier].map((character) => `%${character.charCodeAt(0).toString(16)}`);
  const body = async (sent: string): Promise<string> =>
    formOf({
      grant_type: 'authorization_code',
      client_id: 'rfc9700-public',
      redirect_uri: 'https://client.example/callback',
      code: await code(),
    }) + `&code_verifier=${sent}`;
  assert.equal((await send('POST', '/token', form, await body(percent.join('')))).status, 200);
  assert.equal((await send('POST', '/token', form, await body(percent.join('').toUpperCase()))).status, 200);
  await refusedCleanly(await send('POST', '/token', form, await body(percent.join('').replaceAll('%', '%25'))), 400, 'invalid_grant');
});

test('a plus is a space', async () => {
  const location = await drive(as).authorize({ state: undefined });
  assert.ok(location instanceof URL);
  const spaced = await send(
    'GET',
    `/authorize?${formOf({ response_type: 'code', client_id: 'rfc9700-public', redirect_uri: 'https://client.example/callback', code_challenge: s256(verifier), code_challenge_method: 'S256' })}&state=a+b%20c&scope=read+write`,
  );
  assert.equal(new URL(String(spaced.headers.location)).searchParams.get('state'), 'a b c');
});

test('other methods and other paths are told so', async () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await send(method, `/token?${await rightBody()}`, form, await rightBody());
    await refusedCleanly(answer, 405);
    assert.equal(answer.headers.allow, 'POST, OPTIONS');
  }
  const head = await send('HEAD', '/token');
  assert.deepEqual([head.status, head.body], [405, '']);
  const options = await send('OPTIONS', '/token', { origin: 'https://app.example' });
  assert.equal(options.status, 204);
  assert.equal(options.headers['access-control-allow-origin'], '*');
  assert.equal((await send('OPTIONS', '/authorize', { origin: 'https://app.example' })).headers['access-control-allow-origin'], undefined);
  await refusedCleanly(await post('/nowhere', {}), 404, 'not_found');
  assert.equal((await send('HEAD', '/.well-known/oauth-authorization-server')).body, '');
});

test('parameters in the query of a token request do not count', async () => {
  await refusedCleanly(await send('POST', `/token?${await rightBody()}`, form, ''), 400);
  await refusedCleanly(
    await send('POST', `/token?code_verifier=${verifier}`, form, (await rightBody()).replace(/&code_verifier=.*/, '')),
    400,
  );
});

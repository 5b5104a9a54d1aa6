import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { mockAuthorizationServer, type Fault, type MockAuthorizationServer, type MockOptions } from '../../../mocks/index.js';
import { certificate, key } from '../../wire/test-certificate.js';
import { doctor } from './doctor.js';

interface Consultation {
  /** Replaces lines of the healthy target file. */
  readonly file?: (healthy: string) => string;
  readonly mock?: MockOptions;
  readonly trouble?: (as: MockAuthorizationServer) => void;
}

const secret = 'rfc9700: a secret + 100% made up / for tests';
const forEver = 1_000_000;

function healthyFile(url: string): string {
  return [
    'name: a patient',
    `issuer: ${url}`,
    'clients:',
    '  - client_id: rfc9700-public',
    '    redirect_uris: [https://client.example/callback]',
    '  - client_id: rfc9700-confidential',
    `    client_secret: '${secret}'`,
    '    token_endpoint_auth_method: client_secret_basic',
    '    redirect_uris: [https://client.example/callback]',
    'scope: read write',
  ].join('\n');
}

/** What the doctor says of a mock that is reached by a target file with something wrong in it, or that has something wrong itself. */
async function consulted({ file = (healthy) => healthy, mock = {}, trouble }: Consultation): Promise<{ code: number; told: string }> {
  const as = mockAuthorizationServer(mock);
  const { url, close } = await as.listen();
  try {
    trouble?.(as);
    return await toldOf(file(healthyFile(url)));
  } finally {
    await close();
  }
}

async function toldOf(text: string): Promise<{ code: number; told: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  const path = join(folder, 'acme.yaml');
  await writeFile(path, text);
  try {
    let told = '';
    const code = await doctor({ target: path, timeout: 5 }, (words) => (told += words));
    return {
      code,
      told: told
        .replaceAll(path, 'acme.yaml')
        .replaceAll(/\n {2,}(?=\S)/g, ' ')
        .replaceAll(/ +/g, ' '),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A login page in front of the authorization endpoint; then a page of its own, or what the mock says. */
function signsIn(password: string, then?: string): Fault {
  const page = (body: string) => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><title>Acme</title>${body}`,
  });
  const login = (complaint: string) =>
    page(`${complaint}<form method="post"><input name="username"><input type="password" name="password"><button>Sign in</button></form>`);
  return {
    on: 'authorization',
    times: forEver,
    respond: (request, right) => {
      if (String(request.headers['cookie']).includes('user=alice')) return then === undefined ? right() : page(then);
      const given = new URLSearchParams(new TextDecoder().decode(request.body)).get('password');
      if (given === null) return login('');
      if (given !== password) return login('<p class="error">No such user or password</p>');
      return { status: 303, headers: { location: request.url, 'set-cookie': 'user=alice; Path=/' }, body: '' };
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The doctor ends with 3, having named the cause and the place to mend, and no secret. */
function names({ code, told }: { code: number; told: string }, cause: RegExp, place: RegExp): void {
  assert.equal(code, 3, told);
  assert.match(told, cause);
  assert.match(told, place);
  assert.match(told, /✘ did .* came back .* cause .* mend /s);
  assert.ok(!told.includes(secret) && !told.includes(encodeURIComponent(secret)), told);
}

describe('doctor', () => {
  test('says that all is well, what it found, and what to do next', async () => {
    const { code, told } = await consulted({});
    assert.equal(code, 0, told);
    for (const step of ['target file', 'discovery', 'login, token', 'PKCE', 'clock', 'capabilities'])
      assert.match(told, new RegExp(`✔ ${step}`));
    assert.match(told, /rfc9700-confidential got a code/);
    assert.match(told, /plain no \(metadata\)/);
    assert.match(told, /All is well\. Now: pkce-conformance certify --target acme\.yaml/);
  });

  test('finds the wrong port', async () => {
    const port = await freePort();
    names(await toldOf(healthyFile(`http://127.0.0.1:${port}`)), /nobody listens there: a wrong port/, /acme\.yaml:2:9 issuer/);
  });

  test('finds the wrong path of an issuer and of an endpoint', async () => {
    const issuer = await consulted({ file: (healthy) => healthy.replace(/(issuer: .*)/, '$1/nowhere') });
    names(issuer, /publishes no metadata there: its path is wrong/, /acme\.yaml:2:9 issuer/);
    const token = await consulted({
      file: (healthy) => healthy.replace(/issuer: (.*)/, 'issuer: $1\nendpoints: { token: $1/nowhere }'),
    });
    names(token, /no token endpoint at that path/, /acme\.yaml:3:21 endpoints\.token/);
    const authorization = await consulted({
      file: (healthy) => healthy.replace(/issuer: (.*)/, 'issuer: $1\nendpoints: { authorization: $1/nowhere }'),
    });
    names(authorization, /no authorization endpoint at that path/, /acme\.yaml:3:29 endpoints\.authorization/);
  });

  test('finds the wrong client_id', async () => {
    const told = await consulted({ file: (healthy) => healthy.replace('rfc9700-public', 'rfc9700-pubic') });
    names(told, /does not know the client "rfc9700-pubic"/, /acme\.yaml:4:16 clients\[0\]\.client_id/);
  });

  test('finds the redirect URI that is not registered', async () => {
    const told = await consulted({ file: (healthy) => healthy.replace('example/callback', 'example/calback') });
    names(told, /redirect URI "https:\/\/client\.example\/calback" is not registered/, /acme\.yaml:5:20 clients\[0\]\.redirect_uris/);
  });

  test('finds the wrong secret, and never shows it', async () => {
    const told = await consulted({ file: (healthy) => healthy.replace(secret, 'a-secret-of-yesterday-that-was-renewed') });
    names(told, /secret of rfc9700-confidential is wrong/, /acme\.yaml:7:20 clients\[1\]\.client_secret/);
    assert.doesNotMatch(told.told, /yesterday/);
  });

  test('finds the wrong authentication method', async () => {
    const unauthenticated = { status: 401, headers: { 'content-type': 'application/json' }, body: '{"error":"invalid_client"}' };
    const told = await consulted({
      trouble: (as) =>
        as.faults.add({
          on: 'token',
          times: forEver,
          respond: (request, right) => (request.headers['authorization'] === undefined ? right() : unauthenticated),
        }),
    });
    names(told, /by client_secret_post, not by client_secret_basic/, /acme\.yaml:8:33 clients\[1\]\.token_endpoint_auth_method/);
  });

  test('finds the wrong scope', async () => {
    const told = await consulted({ file: (healthy) => healthy.replace('read write', 'reed') });
    names(told, /scope "reed" is not one/, /acme\.yaml:10:8 scope/);
  });

  test('finds the wrong scope at a server that drops it and then has nothing to consent to, and tells it from a user who may not', async () => {
    const denying = (unless: string): Fault => ({
      on: 'authorization',
      times: forEver,
      respond: ({ url }, right) => {
        const asked = new URL(url).searchParams;
        if (asked.get('scope') === unless) return right();
        const location = `${asked.get('redirect_uri') ?? ''}?error=access_denied&state=${asked.get('state') ?? ''}`;
        return { status: 303, headers: { location }, body: '' };
      },
    });
    names(await consulted({ trouble: (as) => as.faults.add(denying('openid')) }), /scope "read write" is not one/, /acme\.yaml:10:8 scope/);
    names(
      await consulted({ trouble: (as) => as.faults.add(denying('none')) }),
      /not signed in, or no consent came about/,
      /login, which is not there yet or acme\.yaml:10:8 scope/,
    );
  });

  test('finds the certificate that nobody vouches for', async () => {
    const server = createTlsServer({ key, cert: certificate }, (_, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      names(
        await toldOf(healthyFile(`https://localhost:${port}`)),
        /signed by itself/,
        /ca_file, which is not there yet or acme\.yaml:2:9 issuer/,
      );
    } finally {
      server.close();
    }
  });

  test('finds metadata that is not there, and does without it where the file has the endpoints', async () => {
    const trouble = (as: MockAuthorizationServer) => as.faults.add({ on: 'metadata', respond: 404, times: forEver });
    names(
      await consulted({ trouble }),
      /publishes no metadata there/,
      /acme\.yaml:2:9 issuer or acme\.yaml.* endpoints, which is not there yet/,
    );
    const { code, told } = await consulted({
      trouble,
      file: (healthy) => healthy.replace(/issuer: (.*)/, 'issuer: $1\nendpoints: { authorization: $1/authorize, token: $1/token }'),
    });
    assert.equal(code, 0, told);
    assert.match(told, /there is no metadata; the endpoints are those of the file/);
  });

  test('finds metadata that is larger than can be read', async () => {
    const respond = { status: 200, headers: { 'content-type': 'application/json' }, body: `{"issuer":"${'x'.repeat(2_100_000)}"}` };
    const told = await consulted({ trouble: (as) => as.faults.add({ on: 'metadata', respond, times: forEver }) });
    names(told, /cause the answer, or its header, is larger than this suite reads/, /acme\.yaml:2:9 issuer Look whether the address/);
    assert.doesNotMatch(told.told, /TLS/);
  });

  test('finds metadata for another issuer', async () => {
    const body = JSON.stringify({ issuer: 'https://other.example', token_endpoint: 'https://other.example/token' });
    const respond = { status: 200, headers: { 'content-type': 'application/json' }, body };
    const told = await consulted({ trouble: (as) => as.faults.add({ on: 'metadata', respond, times: forEver }) });
    names(told, /metadata is for another issuer/, /acme\.yaml:2:9 issuer Write issuer: https:\/\/other\.example/);
  });

  test('finds the clock that is ten minutes off', async () => {
    const told = await consulted({
      trouble: (as) =>
        as.faults.add({
          on: 'any',
          times: forEver,
          respond: async (_request, right) => {
            const answer = await right();
            return { ...answer, headers: { ...answer.headers, date: new Date(Date.now() - 600_000).toUTCString() } };
          },
        }),
    });
    names(told, /clock is (599|600|601) s behind/, /acme\.yaml:2:9 issuer Set both clocks by NTP/);
  });

  test('finds the rate limit', async () => {
    const respond = { status: 429, headers: { 'retry-after': '890' }, body: '' };
    const told = await consulted({ trouble: (as) => as.faults.add({ on: 'token', respond, times: forEver }) });
    names(told, /cause the rate limit/, /acme\.yaml:2:9 issuer Wait and try again; certify takes --rate/);
  });

  test('finds that PKCE is switched off', async () => {
    const told = await consulted({ mock: { mutants: ['rfc7636/4.6/mismatched-verifier'] } });
    names(told, /PKCE is switched off/, /acme\.yaml:4:5 clients\[0\]/);
  });

  test('finds that nobody signs in or consents', async () => {
    const told = await consulted({ mock: { approval: 'form' } });
    names(told, /no consent can be given there/, /login, which is not there yet/);
  });

  const form = (healthy: string) => `${healthy}\nlogin:\n  driver: form\n  username: alice\n  password: 'a-pass-phrase-of-long-ago'`;

  test('finds the wrong password, and never shows it', async () => {
    const told = await consulted({ file: form, trouble: (as) => as.faults.add(signsIn('another-pass-phrase')) });
    names(told, /cause username or password are wrong/, /acme\.yaml:13:13 login\.username or acme\.yaml:14:13 login\.password/);
    assert.match(told.told, /No such user or password/, 'what the page says');
    assert.doesNotMatch(told.told, /pass-phrase/);
  });

  test('finds that no consent can be given, and goes through where it can', async () => {
    const denying = '<h1>app asks</h1><form method="post"><button name="decision" value="deny">Deny</button></form>';
    const told = await consulted({ file: form, trouble: (as) => as.faults.add(signsIn('a-pass-phrase-of-long-ago', denying)) });
    names(told, /cause .*no consent can be given/, /acme\.yaml:12:3 login\.selectors, which is not there yet/);
    const { code, told: all } = await consulted({
      file: form,
      mock: { approval: 'form' },
      trouble: (as) => as.faults.add(signsIn('a-pass-phrase-of-long-ago')),
    });
    assert.equal(code, 0, all);
  });

  test('finds endpoints that nobody names', async () => {
    const body = (url: string) => JSON.stringify({ issuer: url, token_endpoint: `${url}/token` });
    const told = await consulted({
      trouble: (as) => {
        const respond = ({ url }: { url: string }) => ({ status: 200, headers: {}, body: body(new URL(url).origin) });
        as.faults.add({ on: 'metadata', respond, times: forEver });
      },
    });
    names(told, /nothing says where the authorization endpoint is/, /endpoints\.authorization, which is not there yet/);
  });

  test('finds that the server registers nobody without a token', async () => {
    const registering = (healthy: string) => healthy.replace(/clients:[\s\S]*scope/, 'registration: {}\nscope');
    const refused = await consulted({ mock: { initialAccessToken: 'iat' }, file: registering });
    names(refused, /registers no clients, or not these/, /acme\.yaml:3:15 registration/);
    const { code, told } = await consulted({ file: registering });
    assert.equal(code, 0, told);
    assert.match(told, /✔ registration 3 clients/);
  });
});

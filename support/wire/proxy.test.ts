import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:https';
import { connect, createServer as createTcp, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { axiosTransport } from './axios-transport.js';
import { requestOf } from './draft.js';
import type { Answer, Failure } from './exchange.js';
import { socketRace } from './raw.js';
import { certificate, key } from './test-certificate.js';

/** A name that resolves nowhere but at the proxy. */
const host = 'as.test';
const userAgent = 'pkce-conformance/test';
const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
const caFile = join(folder, 'ca.pem');
const secure = createServer({ key, cert: certificate }, (_, response) => response.end('{"tls":true}'));
const plain = createHttp((_, response) => response.end('{"tls":false}'));
let asked: string[] = [];
let answerOfProxy = 'HTTP/1.1 200 Connection established\r\n\r\n';
const proxy = createTcp((socket) => {
  socket.once('data', (octets) => {
    const head = octets.toString('latin1');
    asked.push(head);
    if (!answerOfProxy.includes(' 200 ')) return void socket.end(answerOfProxy);
    const origin = connect(portOf(head.includes(`:${portOf(plain)}`) ? plain : secure), '127.0.0.1');
    if (head.startsWith('CONNECT')) socket.write(answerOfProxy);
    else origin.write(octets);
    socket.pipe(origin).pipe(socket);
    for (const end of [socket, origin]) end.on('error', () => [socket, origin].forEach((one) => one.destroy()));
  });
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const variables = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy', 'ALL_PROXY', 'all_proxy'];
const outside = Object.fromEntries(variables.map((name) => [name, process.env[name]]));

before(async () => {
  writeFileSync(caFile, certificate);
  await Promise.all([secure, plain, proxy].map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))));
  for (const name of variables) delete process.env[name];
  process.env['HTTPS_PROXY'] = process.env['HTTP_PROXY'] = `http://alice:p%40ss@127.0.0.1:${portOf(proxy)}`;
});

afterEach(() => {
  asked = [];
  delete process.env['NO_PROXY'];
});

after(() => {
  for (const [name, value] of Object.entries(outside)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  for (const server of [secure, plain]) server.closeAllConnections();
  for (const server of [secure, plain, proxy]) server.close();
  rmSync(folder, { recursive: true });
});

/** Once as ordinary requests go, once as races do. */
async function both(url: string, file: string | undefined = caFile): Promise<readonly (Answer | Failure | undefined)[]> {
  const request = requestOf({ method: 'GET', url, headers: {} });
  const options = { userAgent, ...(file === '' ? {} : { caFile: file }) };
  const [runner] = (await socketRace(options)([request], { timeoutMs: 5_000 })).runners;
  return [await axiosTransport(options)(request, { timeoutMs: 5_000 }), runner?.outcome];
}

const told = (outcome: Answer | Failure | undefined): string | number | undefined =>
  outcome?.kind === 'failure' ? outcome.cause : outcome?.status;

describe('a proxy of the environment', () => {
  it('is gone through by CONNECT, with its credentials, and TLS is spoken with the server itself', async () => {
    const outcomes = await both(`https://${host}:${portOf(secure)}/`);
    assert.deepEqual(outcomes.map(told), [200, 200], JSON.stringify(outcomes));
    assert.equal(asked.length, 2);
    for (const head of asked) {
      assert.match(head, new RegExp(`^CONNECT ${host}:${portOf(secure)} HTTP/1.1\r\n`));
      assert.match(head, new RegExp(`proxy-authorization: Basic ${Buffer.from('alice:p@ss').toString('base64')}`, 'i'));
    }
  });

  it('changes nothing about who has to vouch for the server', async () => {
    assert.deepEqual((await both(`https://${host}:${portOf(secure)}/`, '')).map(told), ['tls', 'tls']);
  });

  it('carries plain http too', async () => {
    assert.deepEqual((await both(`http://${host}:${portOf(plain)}/`)).map(told), [200, 200]);
    assert.equal(asked.length, 2);
  });

  it('is left aside for this machine, and for whom NO_PROXY names', async () => {
    await both(`https://localhost:${portOf(secure)}/`);
    process.env['NO_PROXY'] = host;
    assert.deepEqual((await both(`https://${host}:${portOf(secure)}/`)).map(told), ['dns', 'dns']);
    assert.deepEqual(asked, []);
  });

  it('that refuses is named in what a race is told', async () => {
    answerOfProxy = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';
    const [, raced] = await both(`https://${host}:${portOf(secure)}/`);
    assert.match(raced?.kind === 'failure' ? raced.message : '', /the proxy 127\.0\.0\.1:\d+ answered 407 to CONNECT as\.test:\d+/);
    answerOfProxy = 'nonsense\r\n\r\n';
    const [, confused] = await both(`https://${host}:${portOf(secure)}/`);
    assert.match(confused?.kind === 'failure' ? confused.message : '', /answered something that is no HTTP/);
  });
});

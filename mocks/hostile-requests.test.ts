import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { drive, formOf, verifier } from './drive.js';
import { mockAuthorizationServer } from './index.js';
import type { Listener } from './listen.js';

const as = mockAuthorizationServer({ clock: 'manual' });
const { code } = drive(as);
let listener: Listener;
before(async () => {
  listener = await as.listen();
});
after(() => listener.close());

const form = 'application/x-www-form-urlencoded';
const rightBody = async (): Promise<string> =>
  formOf({
    grant_type: 'authorization_code',
    client_id: 'rfc9700-public',
    redirect_uri: 'https://client.example/callback',
    code: await code(),
    code_verifier: verifier,
  });

interface Sent {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: readonly string[];
  readonly body?: string | Uint8Array;
  /** The head is sent as it is; Content-Length is added unless this says no. */
  readonly unmeasured?: boolean;
}
interface Seen {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Writes the octets of a request on a connection, and reads one answer off it. Rejects where the connection ends first. */
async function put(
  socket: Socket,
  { method = 'POST', target = '/token', headers = [`Content-Type: ${form}`], body = '', unmeasured }: Sent,
): Promise<Seen> {
  const octets = Buffer.from(body);
  const measure = unmeasured === true || (method !== 'POST' && octets.length === 0) ? [] : [`Content-Length: ${octets.length}`];
  socket.write([`${method} ${target} HTTP/1.1`, 'Host: x', ...headers, ...measure, '', ''].join('\r\n'), 'latin1');
  socket.write(octets);
  let text = '';
  for (;;) {
    const end = text.indexOf('\r\n\r\n') + 4;
    const head = text.slice(0, end);
    const length = method === 'HEAD' ? 0 : Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    if (end > 3 && text.length >= end + length) return { status: Number(head.slice(9, 12)), head, body: text.slice(end) };
    text += String(...((await once(socket, 'data')) as [Buffer]));
  }
}

async function opened(): Promise<Socket> {
  const socket = connect(listener.port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** The answer to a hostile request; the next good one is granted on the same connection. */
async function hostile(sent: Sent): Promise<Seen> {
  const socket = await opened();
  const seen = await put(socket, sent);
  assert.equal((await put(socket, { body: await rightBody() })).status, 200);
  socket.destroy();
  return seen;
}

async function refused(sent: Sent, status = 400, error = 'invalid_request'): Promise<void> {
  const seen = await hostile(sent);
  const told = JSON.stringify({ ...sent, body: String(sent.body ?? '').slice(0, 80) });
  assert.equal(seen.status, status, told);
  assert.equal((JSON.parse(seen.body) as { readonly error?: string }).error, error, told);
  assert.match(seen.head, /^content-type: application\/json\r$/im, told);
  assert.match(seen.head, /^cache-control: no-store\r$/im, told);
}

test('on the wire: another media type, none, and two', async () => {
  for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '', '\xff'])
    await refused({ headers: [`Content-Type: ${type}`], body: await rightBody() });
  await refused({ headers: [], body: await rightBody() });
  await refused({ headers: ['Content-Type: text/plain', `Content-Type: ${form}`], body: await rightBody() });
});

test('on the wire: repeated, empty and misnamed parameters', async () => {
  await refused({ body: `${await rightBody()}&code_verifier=${verifier}` });
  await refused({ body: `${await rightBody()}&code%5fverifier=x` });
  await refused({ body: 'a&'.repeat(32_000) });
  await refused({ body: 'code=&'.repeat(10_000) });
  await refused({ body: (await rightBody()).replace(/code=[^&]+/, 'code=') });
  await refused({ body: (await rightBody()).replace(/code_verifier=.+/, 'code_verifier=') });
  await refused({ body: '' });
  for (const name of ['code_verifier[]', 'code_verifier[0]', '__proto__[code_verifier]', '__proto__', 'constructor', 'CODE_VERIFIER'])
    await refused({ body: (await rightBody()).replace('code_verifier', name) });
  const inert = '__proto__=x&__proto__=y&constructor=z&code_verifier[]=q';
  assert.equal((await hostile({ body: `${await rightBody()}&${inert}` })).status, 200);
  assert.equal(({} as Record<string, unknown>).code, undefined);
});

test('on the wire: encoding that is broken, and octets that are no UTF-8', async () => {
  for (const junk of ['%', 'a=%', 'a=%zz', 'a=%f', 'a=%FF', 'a=%C0%80', 'a=%ED%A0%80', '%FF=a']) await refused({ body: junk });
  await refused({ body: new Uint8Array([0x61, 0x3d, 0xff, 0xfe]) });
  await refused({ body: new Uint8Array([0xff]) });
  await refused({ body: new Uint8Array([0x61, 0x3d, 0xe2, 0x82]) });
  await refused({ body: `${await rightBody()}\0` }, 400, 'invalid_grant');
});

test('on the wire: a megabyte is refused, in one piece and in chunks', async () => {
  await refused({ body: `code_verifier=${'a'.repeat(1024 * 1024)}` }, 413);
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
  await refused(
    { headers: [`Content-Type: ${form}`, 'Transfer-Encoding: chunked'], body: `${chunk.repeat(16)}0\r\n\r\n`, unmeasured: true },
    413,
  );
});

test('on the wire: more than is ever read gets its refusal before it is all there, and the connection ends', async () => {
  const socket = await opened();
  socket.on('error', () => undefined);
  const seen = await put(socket, {
    headers: [`Content-Type: ${form}`, 'Content-Length: 1000000000'],
    body: 'a'.repeat(5 * 1024 * 1024),
    unmeasured: true,
  });
  assert.equal(seen.status, 413);
  assert.match(seen.head, /^connection: close\r$/im);
  assert.equal((JSON.parse(seen.body) as { readonly error?: string }).error, 'invalid_request');
  if (!socket.destroyed) await new Promise((ended) => socket.resume().on('close', ended));
  await refused({ body: '' });
});

test('on the wire: a body in chunks is a body', async () => {
  const body = await rightBody();
  const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  const seen = await hostile({ headers: [`Content-Type: ${form}`, 'Transfer-Encoding: chunked'], body: chunked, unmeasured: true });
  assert.equal(seen.status, 200);
});

test('on the wire: other methods, other paths', async () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    await refused({ method, target: `/token?${await rightBody()}`, headers: [] }, 405);
    assert.match((await hostile({ method, headers: [] })).head, /^allow: POST, OPTIONS\r$/im);
  }
  const head = await hostile({ method: 'HEAD', headers: [] });
  assert.deepEqual([head.status, head.body], [405, '']);
  const options = await hostile({ method: 'OPTIONS', headers: ['Origin: https://app.example'] });
  assert.equal(options.status, 204);
  assert.match(options.head, /^access-control-allow-origin: \*\r$/im);
  for (const target of ['/', '/Token', '/token/', '/token/x', '//token', '/%74oken', '/token%00', '/../token', `/${'a'.repeat(8000)}`])
    await refused({ target, body: await rightBody() }, 404, 'not_found');
  assert.equal((await hostile({ method: 'OPTIONS', target: '*', headers: [] })).status, 404);
  assert.equal((await hostile({ target: 'http://elsewhere.example/token', body: await rightBody() })).status, 200);
  assert.equal((await hostile({ target: '/token?code_verifier=x#f', body: await rightBody() })).status, 200);
});

test('on the wire: a request that names no host, or what is none, is told so and answered by nobody else', async () => {
  for (const host of ['a/b', 'a?b', 'a#b', 'me@a', 'a b', 'a\\b']) {
    const socket = await opened();
    socket.write(`GET /token HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(String(answer), /^HTTP\/1\.1 400 /, host);
    socket.destroy();
  }
  const socket = await opened();
  socket.write('GET /token HTTP/1.0\r\n\r\n');
  assert.match(String(...((await once(socket, 'data')) as [Buffer])), /^HTTP\/1\.1 405 /);
  socket.destroy();
});

test('on the wire: what is no HTTP ends its connection, and no other', async () => {
  for (const junk of [
    '\r\n\r\n\0',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`,
    '\x16\x03\x01\x02\x00',
  ]) {
    const socket = await opened();
    const ended = new Promise((resolve) =>
      socket
        .resume()
        .on('error', () => undefined)
        .on('close', resolve),
    );
    socket.write(junk, 'latin1');
    await ended;
    await refused({ body: '' });
  }
});

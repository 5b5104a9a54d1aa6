import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { axiosTransport } from './axios-transport.js';
import { requestOf, type RequestDraft } from './draft.js';
import type { Answer, Failure } from './exchange.js';

const transport = axiosTransport({ userAgent: 'pkce-conformance/test', maxBytes: 100_000 });
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
}

const serving = (listener: RequestListener): Promise<string> => listening(createServer(listener));
const saying = (octets: string, end = true): Promise<string> =>
  listening(
    createTcpServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => (end ? socket.end(octets, 'latin1') : socket.write(octets, 'latin1')));
    }),
  );

const post = { method: 'POST', headers: {}, form: [['grant_type', 'authorization_code']] } as const;

const send = (url: string, draft: Partial<RequestDraft> = {}, timeoutMs = 5_000): Promise<Answer | Failure> =>
  transport(requestOf({ ...post, url, ...draft }), { timeoutMs });

async function answered(url: string, draft?: Partial<RequestDraft>): Promise<Answer> {
  const outcome = await send(url, draft);
  assert.equal(outcome.kind, 'answer', JSON.stringify(outcome));
  return outcome;
}

async function failed(url: string, timeoutMs?: number): Promise<Failure> {
  const outcome = await send(url, {}, timeoutMs);
  assert.equal(outcome.kind, 'failure', JSON.stringify(outcome));
  return outcome;
}

/** What reached the server, header lines in their order. */
async function received(draft: Partial<RequestDraft>): Promise<{ message: IncomingMessage; body: Buffer }> {
  let seen: { message: IncomingMessage; body: Buffer } | undefined;
  const url = await serving((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      seen = { message, body: Buffer.concat(chunks) };
      response.end('{}');
    });
  });
  await answered(url, draft);
  assert.ok(seen);
  return seen;
}

const names = ({ rawHeaders }: IncomingMessage): string[] => rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());

describe('what goes out', () => {
  it('is a form with its type and length, and nothing of axios', async () => {
    const { message, body } = await received({});
    assert.deepEqual(names(message).sort(), ['connection', 'content-length', 'content-type', 'host', 'user-agent']);
    assert.equal(message.headers['content-type'], 'application/x-www-form-urlencoded');
    assert.equal(message.headers['user-agent'], 'pkce-conformance/test');
    assert.equal(body.toString(), 'grant_type=authorization_code');
  });

  it('has no Content-Type where none is wanted, with a body or without', async () => {
    for (const draft of [{ contentType: '' }, { form: undefined, body: 'a=b' }, { form: undefined }]) {
      const { message } = await received(draft);
      assert.ok(!names(message).includes('content-type'), JSON.stringify(draft));
    }
  });

  it('has a length of 0 where a POST is empty, and no body where it is a GET', async () => {
    assert.equal((await received({ form: undefined })).message.headers['content-length'], '0');
    const get = await received({ form: undefined, method: 'GET' });
    assert.deepEqual(names(get.message).sort(), ['connection', 'host', 'user-agent']);
  });

  it('keeps the octets of a body whatever they are', async () => {
    const octets = Uint8Array.from({ length: 256 }, (_, i) => i);
    const { body } = await received({ form: undefined, body: octets.subarray(1), contentType: 'application/json' });
    assert.deepEqual([...body], [...octets.subarray(1)]);
  });

  it('repeats a field that has a list of values, Authorization included', async () => {
    const { message } = await received({
      headers: { 'x-twice': ['a', 'b'], authorization: ['Basic YTpi', 'Bearer t'], accept: 'application/json' },
    });
    assert.equal(names(message).filter((name) => name === 'x-twice').length, 2);
    assert.equal(names(message).filter((name) => name === 'authorization').length, 2);
    assert.equal(message.headers.accept, 'application/json');
  });

  it('carries any method, and GET with a body', async () => {
    assert.equal((await received({ method: 'PUT' })).message.method, 'PUT');
    assert.equal((await received({ method: 'GET' })).body.toString(), 'grant_type=authorization_code');
  });

  it('has the query as it was encoded', async () => {
    const { message } = await received({
      query: [
        ['code', 'a b+c'],
        ['raw', { encoded: '%zz%41' }],
      ],
      form: undefined,
      method: 'GET',
    });
    assert.equal(message.url, '/token?code=a+b%2Bc&raw=%zz%41');
  });
});

describe('what comes back', () => {
  it('is every status, as it is', async () => {
    for (const status of [200, 302, 307, 400, 401, 429, 500, 503]) {
      const url = await serving((_, response) => void response.writeHead(status, { 'content-type': 'text/html' }).end('<p>no</p>'));
      assert.deepEqual([(await answered(url)).status, (await answered(url)).body], [status, '<p>no</p>']);
    }
  });

  it('is a redirect that nobody follows', async () => {
    let seen = 0;
    const url = await serving((message, response) => {
      seen += 1;
      response.writeHead(302, { location: message.url ?? '' }).end();
    });
    assert.equal((await answered(url)).headers['location'], '/token');
    assert.equal(seen, 1);
  });

  it('has a list where a field came more than once, also where node would drop the second', async () => {
    const url = await serving((_, response) => {
      response.setHeader('Location', ['/a', '/b']).setHeader('Set-Cookie', ['a=1', 'b=2']).end();
    });
    const { headers } = await answered(url);
    assert.deepEqual(headers['location'], ['/a', '/b']);
    assert.deepEqual(headers['set-cookie'], ['a=1', 'b=2']);
  });

  it('is read as UTF-8, whatever it is', async () => {
    for (const [octets, text] of [
      [Buffer.from(''), ''],
      [Buffer.from('{not json'), '{not json'],
      [Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), '\ufeff{}'],
      [Buffer.from([0xff, 0x00, 0x41]), '\ufffd\0A'],
    ] as const) {
      const url = await serving((_, response) => void response.end(octets));
      assert.equal((await answered(url)).body, text);
    }
  });

  it('has its content coding undone', async () => {
    for (const [coding, octets] of [
      ['gzip', gzipSync('{"a":1}')],
      ['deflate', deflateRawSync('{"a":1}')],
      ['br', brotliCompressSync('{"a":1}')],
      ['gzip, br', brotliCompressSync(gzipSync('{"a":1}'))],
    ] as const) {
      const url = await serving((_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(octets));
      assert.equal((await answered(url)).body, '{"a":1}', coding);
    }
  });
});

describe('what goes wrong', () => {
  const failures: readonly (readonly [string, Failure['cause'], () => Promise<string>])[] = [
    ['ten megabytes', 'too-large', () => serving((_, response) => void response.end(Buffer.alloc(10_000_000)))],
    [
      'ten announced megabytes',
      'too-large',
      () => serving((_, response) => void response.writeHead(200, { 'content-length': 10_000_000 }).end(Buffer.alloc(10_000_000))),
    ],
    [
      'a gzip bomb',
      'too-large',
      () => serving((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)))),
    ],
    [
      'a tower of codings',
      'too-large',
      () => serving((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip,gzip,gzip,gzip' }).end('x')),
    ],
    [
      'no gzip at all',
      'malformed',
      () => serving((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"a":1}')),
    ],
    [
      'half a gzip',
      'malformed',
      () => serving((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}').subarray(0, 12))),
    ],
    ['endless headers', 'too-large', () => saying(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`)],
    ['no HTTP', 'malformed', () => saying('SSH-2.0-OpenSSH_9.9\r\n')],
    ['bad chunking', 'malformed', () => saying('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n')],
    ['a close amid the headers', 'reset', () => saying('HTTP/1.1 200 OK\r\ncontent-')],
    ['a close amid the body', 'reset', () => saying('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc')],
    ['a close amid a chunk', 'reset', () => saying('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabc')],
    ['a close instead of an answer', 'reset', () => saying('')],
    [
      'an unasked change of protocol',
      'malformed',
      () => saying('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    ],
    // No name has so long a label (RFC 1035 §2.3.4): the resolver knows it without asking a network, which may be slow to answer.
    ['no host of that name', 'dns', () => Promise.resolve(`http://${'a'.repeat(64)}.invalid/token`)],
    ['no URL', 'malformed', () => Promise.resolve('http://[oops/token')],
    ['another scheme', 'malformed', () => Promise.resolve('data:text/plain,hello')],
  ];
  for (const [what, cause, start] of failures) {
    it(`${what}: ${cause}`, async () => {
      const { cause: found, message } = await failed(await start());
      assert.equal(found, cause, message);
      assert.doesNotMatch(message, /[\r\n]/);
    });
  }

  it('a server that is down: refused, and host and port are named', async () => {
    const url = await serving(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const { cause, message } = await failed(url);
    assert.equal(cause, 'refused');
    assert.equal(message, `${new URL(url).host}: the connection was refused`);
  });

  it('a server that says nothing: timeout', async () => {
    assert.equal((await failed(await serving(() => undefined), 50)).cause, 'timeout');
  });

  it('a server that drips headers, or a body, for ever: timeout', async () => {
    const drip = (octets: string, response: ServerResponse): void => {
      response.socket?.write(octets);
      const timer = setInterval(() => response.socket?.write('a'), 5);
      response.socket?.on('close', () => clearInterval(timer)).on('error', () => clearInterval(timer));
    };
    for (const start of ['HTTP/1.1 200 OK\r\nx: ', 'HTTP/1.1 200 OK\r\ncontent-length: 90000\r\n\r\n']) {
      assert.equal((await failed(await serving((_, response) => drip(start, response)), 100)).cause, 'timeout');
    }
  });

  it('a run given up: aborted', async () => {
    const url = await serving(() => undefined);
    for (const signal of [AbortSignal.timeout(20), AbortSignal.abort()]) {
      const outcome = await transport(requestOf({ ...post, url }), { timeoutMs: 5_000, signal });
      assert.deepEqual([outcome.kind, (outcome as Failure).cause], ['failure', 'aborted']);
    }
  });
});

describe('beneath an interception', () => {
  it('the mock answers instead of the network, and nothing is lost on the way', async () => {
    const { http, HttpResponse } = await import('msw');
    const { setupServer } = await import('msw/node');
    let seen: readonly string[] = [];
    const mock = setupServer(
      http.all('https://as.mock.example/*', async ({ request }) => {
        seen = [
          request.method,
          request.url,
          request.headers.get('content-type') ?? 'none',
          request.headers.get('accept') ?? 'none',
          await request.text(),
        ];
        return new HttpResponse('{"a":1}', {
          status: 302,
          headers: [
            ['location', '/x'],
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ],
        });
      }),
    );
    mock.listen({ onUnhandledFrame: 'bypass' });
    try {
      const answer = await answered('https://as.mock.example/token?x=1', { contentType: '' });
      assert.deepEqual(seen, ['POST', 'https://as.mock.example/token?x=1', 'none', 'none', 'grant_type=authorization_code']);
      assert.deepEqual(
        [answer.status, answer.body, answer.headers['location'], answer.headers['set-cookie']],
        [302, '{"a":1}', '/x', ['a=1', 'b=2']],
      );
    } finally {
      mock.close();
    }
  });
});

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { requestOf } from './draft.js';
import type { Answer, Failure } from './exchange.js';
import * as framing from './framing.js';
import { socketFrames, socketRace } from './raw.js';

const options = { userAgent: 'pkce-conformance/test', maxBytes: 100_000 };
const race = socketRace(options);
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => socket.destroy())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
}

const token = (url: string, i = 0) => requestOf({ method: 'POST', url, headers: {}, form: [['code', `c${i}`]] });
const runners = (url: string, count: number) => Array.from({ length: count }, (_, i) => token(url, i));
const causes = (outcomes: readonly (Answer | Failure)[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'failure' ? outcome.cause : String(outcome.status)));

describe('a race', () => {
  it('opens every connection and holds every last octet back before it releases the first', { timeout: 20_000 }, async () => {
    const log: ('open' | 'held' | 'whole')[] = [];
    const server = createTcpServer((socket) => {
      log.push('open');
      let text = '';
      socket.on('data', (octets) => {
        text += octets.toString('latin1');
        if (text.endsWith('code=c')) log.push('held');
        if (!/code=c\d+$/.test(text)) return;
        log.push('whole');
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      });
    });
    const url = await listening(server);
    let released = 0;
    const readByAll = async (): Promise<void> => {
      while (log.filter((entry) => entry === 'held').length < 10) await nextTurn();
    };
    const result = await socketRace({ ...options, settled: readByAll })(
      Array.from({ length: 10 }, (_, i) => token(url, i)),
      { timeoutMs: 5_000, released: () => (released = log.length) },
    );
    assert.deepEqual(causes(result.runners.map(({ outcome }) => outcome)), Array(10).fill('200'));
    const firstWhole = log.indexOf('whole');
    assert.deepEqual([log.filter((entry) => entry === 'open').length, log.lastIndexOf('open') < firstWhole], [10, true]);
    assert.deepEqual([log.filter((entry) => entry === 'held').length, log.lastIndexOf('held') < firstWhole], [10, true]);
    assert.ok(released <= firstWhole);
    assert.equal(log.filter((entry) => entry === 'whole').length, 10);
    assert.ok(result.spreadMicros.release > 0 && result.spreadMicros.arrival > 0);
  });

  it('is of 32 at most, and of requests without a body too', async () => {
    const methods: (string | undefined)[] = [];
    const url = await listening(
      createServer((message, response) => {
        methods.push(`${message.method} ${message.headers['content-length']} ${message.headers.connection}`);
        response.end();
      }),
    );
    const get = requestOf({ method: 'GET', url, headers: { accept: ['a/b', 'c/d'] } });
    const result = await race(
      Array.from({ length: 32 }, () => get),
      { timeoutMs: 5_000 },
    );
    assert.equal(result.runners.length, 32);
    assert.deepEqual(new Set(methods), new Set(['GET undefined close']));
    await assert.rejects(race(runners(url, 33), { timeoutMs: 5_000 }), RangeError);
  });

  it('tells each request its own answer, in the order of the requests', async () => {
    const url = await listening(
      createServer((message, response) => {
        let body = '';
        message.on('data', (octets) => (body += octets));
        message.on('end', () => setTimeout(() => response.end(body), body === 'code=c0' ? 30 : 0));
      }),
    );
    const result = await race(runners(url, 4), { timeoutMs: 5_000 });
    assert.deepEqual(
      result.runners.map(({ outcome }) => (outcome.kind === 'answer' ? outcome.body : outcome.cause)),
      ['code=c0', 'code=c1', 'code=c2', 'code=c3'],
    );
  });

  it('goes on without the connections that fail', async () => {
    const server = createTcpServer((socket) => {
      if (sockets.size % 2 === 0) return void socket.destroy();
      socket.once('data', () => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
    });
    const result = await race(runners(await listening(server), 4), { timeoutMs: 5_000 });
    assert.deepEqual(causes(result.runners.map(({ outcome }) => outcome)).sort(), ['204', '204', 'reset', 'reset']);
  });

  it('ends when nobody answers, when the server is down, and when it is given up', async () => {
    const silent = await listening(createTcpServer(() => undefined));
    const down = await listening(createTcpServer());
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const outcome = async (url: string, timeoutMs: number, signal?: AbortSignal): Promise<string[]> =>
      causes((await race(runners(url, 2), { timeoutMs, ...(signal ? { signal } : {}) })).runners.map((runner) => runner.outcome));
    assert.deepEqual(await outcome(silent, 60), ['timeout', 'timeout']);
    assert.deepEqual(await outcome(down, 5_000), ['refused', 'refused']);
    assert.deepEqual(await outcome(silent, 5_000, AbortSignal.abort()), ['aborted', 'aborted']);
    assert.deepEqual(await outcome('ftp://127.0.0.1/', 5_000), ['malformed', 'malformed']);
  });

  it('connects elsewhere where it is told to, and names the host of the URL', async () => {
    let host: string | undefined;
    const url = await listening(createServer((message, response) => response.end((host = message.headers.host))));
    const elsewhere = socketRace({ ...options, connectTo: () => new URL(url).origin });
    const result = await elsewhere([token('http://as.example/token')], { timeoutMs: 5_000 });
    assert.equal(result.runners[0]?.outcome.kind, 'answer');
    assert.equal(host, 'as.example');
  });
});

describe('an answer on a socket', () => {
  const after = async (octets: string, { method = 'POST', pieces = 1 } = {}): Promise<Answer | Failure> => {
    const server = createTcpServer((socket) => {
      const say = async (): Promise<void> => {
        const size = Math.ceil(octets.length / pieces) || 1;
        for (let at = 0; at < octets.length; at += size) {
          await new Promise((resolve) => socket.write(octets.slice(at, at + size), 'latin1', resolve));
          if (pieces > 1) await new Promise(setImmediate);
        }
        socket.end();
      };
      socket.once('data', () => void say());
    });
    const request = { ...token(await listening(server)), method };
    const [runner] = (await race([request], { timeoutMs: 5_000 })).runners;
    assert.ok(runner);
    return runner.outcome;
  };
  const head = 'HTTP/1.1 200 OK\r\n';

  for (const [what, octets, body] of [
    ['counted', `${head}Content-Length: 5\r\n\r\nhello`, 'hello'],
    ['chunked', `${head}Transfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3 \r\nllo\r\n0\r\nX: y\r\n\r\n`, 'hello'],
    ['until the connection closes', `${head}\r\nhello`, 'hello'],
    [
      'after interim answers',
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nx: y\r\n\r\n${head}content-length: 5\r\n\r\nhello`,
      'hello',
    ],
    ['without a reason phrase', 'HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n', ''],
  ] as const) {
    it(`is read ${what}, in one piece or in many`, async () => {
      for (const pieces of [1, 7, octets.length]) {
        const outcome = await after(octets, { pieces });
        assert.deepEqual(outcome.kind === 'answer' ? [outcome.status, outcome.body] : outcome, [200, body]);
      }
    });
  }

  it('has no body after HEAD', async () => {
    assert.equal((await after(`${head}content-length: 5\r\n\r\n`, { method: 'HEAD' })).kind, 'answer');
  });

  for (const [what, octets, cause] of [
    ['no HTTP', 'hello world\r\n\r\n', 'malformed'],
    ['HTTP/2', 'HTTP/2 200 OK\r\n\r\n', 'malformed'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n', 'malformed'],
    ['a folded header', `${head}a: b\r\n c\r\n\r\n`, 'malformed'],
    ['a space before the colon', `${head}a : b\r\n\r\n`, 'malformed'],
    ['two lengths', `${head}content-length: 5\r\ncontent-length: 6\r\n\r\nhello`, 'malformed'],
    ['a negative length', `${head}content-length: -5\r\n\r\nhello`, 'malformed'],
    ['length and chunks', `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, 'malformed'],
    ['another transfer coding', `${head}transfer-encoding: gzip\r\n\r\nhello`, 'malformed'],
    ['a chunk size that is none', `${head}transfer-encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n`, 'malformed'],
    ['a chunk too short', `${head}transfer-encoding: chunked\r\n\r\n4\r\nhello\r\n0\r\n\r\n`, 'malformed'],
    ['a change of protocol', 'HTTP/1.1 101 Switching\r\n\r\n', 'malformed'],
    ['interim answers without end', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(20), 'malformed'],
    ['a huge length', `${head}content-length: 10000000\r\n\r\n`, 'too-large'],
    ['a huge chunk', `${head}transfer-encoding: chunked\r\n\r\nffffffff\r\n`, 'too-large'],
    ['a huge body', `${head}\r\n${'a'.repeat(200_000)}`, 'too-large'],
    ['huge headers', `${head}a: ${'b'.repeat(100_000)}`, 'too-large'],
    ['nothing', '', 'reset'],
    ['half a head', 'HTTP/1.1 200', 'reset'],
    ['half a body', `${head}content-length: 5\r\n\r\nhel`, 'reset'],
    ['half a chunk', `${head}transfer-encoding: chunked\r\n\r\n5\r\nhel`, 'reset'],
  ] as const) {
    it(`that is ${what} is a Failure: ${cause}`, async () => {
      const outcome = await after(octets);
      assert.equal(outcome.kind === 'failure' && outcome.cause, cause, JSON.stringify(outcome));
    });
  }
});

describe('frames', () => {
  const send = socketFrames(options);
  const request = { method: 'POST', headers: {}, form: [['grant_type', 'authorization_code']] } as const;

  for (const [name, status] of [
    ['exactLength', '200 grant_type=authorization_code'],
    ['chunked', '200 grant_type=authorization_code'],
    ['emptyChunked', '200 '],
    ['overstatedLength', 'refused'],
    ['twoLengths', 'refused'],
    ['brokenChunk', 'refused'],
    ['lengthAndChunked', 'refused'],
    ['understatedLength', 'refused'],
  ] as const) {
    it(`${name}: ${status}`, async () => {
      const url = await listening(
        createServer((message, response) => {
          let body = '';
          message.on('data', (octets) => (body += octets)).on('error', () => undefined);
          message.on('end', () => response.end(body));
        }),
      );
      const outcome = await send(requestOf({ ...request, url }), framing[name], { timeoutMs: 5_000 });
      const told = outcome.kind === 'answer' && outcome.status === 200 ? `200 ${outcome.body}` : 'refused';
      assert.equal(told, status, JSON.stringify(outcome));
    });
  }
});

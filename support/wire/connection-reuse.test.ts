import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { axiosTransport } from './axios-transport.js';
import { requestOf } from './draft.js';

test('Requests one after another share a connection, those at once share eight', async () => {
  let connections = 0;
  let underWay = 0;
  let most = 0;
  const agents = new Set<string | undefined>();
  const server = createServer((request, response) => {
    agents.add(request.headers['user-agent']);
    most = Math.max(most, (underWay += 1));
    setImmediate(() => {
      underWay -= 1;
      response.end('{}');
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
  const transport = axiosTransport({ userAgent: 'pkce-conformance/1.2.3' });
  const send = async (): Promise<string> =>
    (await transport(requestOf({ method: 'POST', url, headers: {}, form: [['a', 'b']] }), { timeoutMs: 5_000 })).kind;
  try {
    for (let nth = 0; nth < 5; nth += 1) assert.equal(await send(), 'answer');
    assert.equal(connections, 1);
    assert.deepEqual(new Set(await Promise.all(Array.from({ length: 40 }, send))), new Set(['answer']));
    assert.ok(connections <= 8 && most <= 8, `${connections} connections, ${most} requests at once`);
    assert.deepEqual([...agents], ['pkce-conformance/1.2.3']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('What only asks is asked anew where the server closed the idle connection under it; what may do something is not', async () => {
  const heard: string[][] = [];
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    const own: string[] = [];
    heard.push(own);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (octets) => {
      own.push(octets.toString('latin1').split(' ', 1)[0] ?? '');
      if (own.length > 1) socket.destroy();
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const transport = axiosTransport({ userAgent: 'pkce-conformance/1.2.3' });
  const send = async (method: string): Promise<string> => {
    const outcome = await transport(requestOf({ method, url, headers: {} }), { timeoutMs: 5_000 });
    return outcome.kind === 'failure' ? outcome.cause : outcome.kind;
  };
  try {
    assert.deepEqual([await send('GET'), await send('GET')], ['answer', 'answer']);
    assert.deepEqual(heard, [['GET', 'GET'], ['GET']]);
    assert.equal(await send('POST'), 'reset');
    assert.deepEqual(heard, [
      ['GET', 'GET'],
      ['GET', 'POST'],
    ]);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

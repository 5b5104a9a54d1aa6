import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

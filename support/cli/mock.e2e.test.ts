import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { packageRoot } from '../package-root.js';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`a mock that gets ${signal} closes its port and every connection, says so, and exits with 0`, async () => {
    const child = spawn(process.execPath, ['--import', './support/register.mjs', 'bin/pkce-conformance.ts', 'mock', '--port', '0'], {
      cwd: packageRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    const words = text(child.stderr);
    const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const { port } = new URL(/^listening on (\S+)\n$/.exec(first)?.[1] ?? '');
    // One idle, one in the middle of a request.
    const sockets = [connect(Number(port), '127.0.0.1'), connect(Number(port), '127.0.0.1')];
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const closed = sockets.map(
      (socket) =>
        new Promise((resolve) =>
          socket
            .resume()
            .on('error', () => undefined)
            .on('close', resolve),
        ),
    );
    sockets[1]?.write('POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab');
    child.kill(signal);
    assert.deepEqual(await ended, [0, null]);
    assert.match(await words, new RegExp(`\\n${signal}: the mock has closed its port and every connection\\.\\n$`));
    await Promise.all(closed);
  });
}

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runCli } from './run-cli.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Certifies a server whose token endpoint does this; its authorization endpoint hands out codes. */
async function certified(
  tokenEndpoint: Handler,
  authorization: Handler = handsOutCodes,
): Promise<{ code: number; stdout: string; stderr: string; verdicts: readonly string[] }> {
  const server = createServer((request, response) =>
    (request.url?.startsWith('/token') ? tokenEndpoint : authorization)(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await certifiedAt((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function certifiedAt(port: number): Promise<{ code: number; stdout: string; stderr: string; verdicts: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-'));
  const base = `http://127.0.0.1:${port}`;
  try {
    await writeFile(
      join(folder, 'target.yaml'),
      [
        'name: a troubled server',
        'profiles: [pkce-access-token]',
        `endpoints: { authorization: ${base}/authorize, token: ${base}/token }`,
        'clients:',
        '  - { client_id: one, redirect_uris: [http://127.0.0.1:9876/callback] }',
        '  - { client_id: two, redirect_uris: [http://127.0.0.1:9876/callback] }',
        'lifetimes: { code: 300 }',
      ].join('\n'),
    );
    const ran = await runCli([
      'certify',
      '--target',
      join(folder, 'target.yaml'),
      '--no-slow',
      '--timeout',
      '1',
      '--runs',
      '2',
      '--report',
      join(folder, 'report'),
    ]);
    const certificate = JSON.parse(await readFile(join(folder, 'report', 'certificate.json'), 'utf8')) as { rules: { verdict: string }[] };
    return { ...ran, verdicts: certificate.rules.map(({ verdict }) => verdict) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const handsOutCodes: Handler = (request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  response
    .writeHead(302, { location: `${searchParams.get('redirect_uri')}?code=${Math.random()}&state=${searchParams.get('state')}` })
    .end();
};

const answering =
  (status: number, body: string, type = 'application/json'): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

const troubles: readonly (readonly [string, Handler, RegExp])[] = [
  ['never answers', () => undefined, /1 s|time/i],
  ['answers 500', answering(500, '{}'), /500/],
  ['answers 429', answering(429, '{}'), /429/],
  ['answers 503', answering(503, '{}'), /503/],
  ['answers HTML', answering(200, '<!doctype html><title>Log in</title>', 'text/html'), /200/],
  ['answers nothing', answering(200, ''), /empty/],
  ['answers broken JSON', answering(200, '{"access_token": '), /JSON/],
  ['answers 10 MB', answering(200, `{"x":"${'a'.repeat(10_000_000)}"}`), /larger|octets|bytes|MB/i],
  ['redirects for ever', (_, response) => response.writeHead(302, { location: '/token' }).end(), /302/],
  ['closes the connection', (request) => request.socket.destroy(), /clos|reset/i],
];

describe('troubled servers', { concurrency: 3 }, () => {
  for (const [what, handler, cause] of troubles) {
    test(`a token endpoint that ${what} cannot be judged, and the report says so first`, async () => {
      const { code, stdout, stderr, verdicts } = await certified(handler);
      assert.equal(code, 3, stdout);
      assert.ok(!verdicts.includes('upheld'), `upheld without having been seen: ${verdicts.join(' ')}`);
      assert.match(stdout.split('\n').slice(0, 8).join('\n'), cause);
      assert.doesNotMatch(stdout + stderr, /\n\s+at .+:\d+/);
    });
  }

  test('an authorization endpoint that redirects for ever cannot be judged', async () => {
    const { code, stdout } = await certified(answering(400, '{"error":"invalid_grant"}'), (request, response) =>
      response.writeHead(302, { location: request.url }).end(),
    );
    assert.equal(code, 3);
    assert.match(stdout, /more than 10 redirects/);
  });

  test('a server that refuses every token request cannot be judged, and the refused control is named first', async () => {
    const { code, stdout, verdicts } = await certified(answering(400, '{"error":"invalid_grant"}'));
    assert.equal(code, 3, stdout);
    assert.ok(!verdicts.includes('upheld'));
    assert.match(stdout.split('\n').slice(0, 8).join('\n'), /not granted: the server answered 400\s+invalid_grant/);
  });

  test('a server that is down cannot be judged', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { code, stdout } = await certifiedAt(port);
    assert.equal(code, 3);
    assert.match(stdout, /refused/);
  });
});

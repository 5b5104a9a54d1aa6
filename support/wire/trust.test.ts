import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { axiosTransport } from './axios-transport.js';
import { requestOf } from './draft.js';
import type { Answer, Failure } from './exchange.js';
import { socketRace } from './raw.js';
import { certificate, key } from './test-certificate.js';

const userAgent = 'pkce-conformance/test';
const server = createServer({ key, cert: certificate }, (_, response) => response.end('{}'));
const folder = mkdtempSync(join(tmpdir(), 'wire-'));
const caFile = join(folder, 'ca.pem');
let port = 0;

before(async () => {
  writeFileSync(caFile, `a certificate of ours\n${certificate}\n`);
  writeFileSync(join(folder, 'empty.pem'), 'nothing\n');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe('TLS', () => {
  const both = async (options: { caFile?: string }, host = 'localhost'): Promise<readonly (Answer | Failure | undefined)[]> => {
    const request = requestOf({ method: 'GET', url: `https://${host}:${port}/`, headers: {} });
    const [runner] = (await socketRace({ userAgent, ...options })([request], { timeoutMs: 5_000 })).runners;
    return [await axiosTransport({ userAgent, ...options })(request, { timeoutMs: 5_000 }), runner?.outcome];
  };
  const told = (outcome: Answer | Failure | undefined): string | number | undefined =>
    outcome?.kind === 'failure' ? outcome.cause : outcome?.status;

  it('is refused where nobody vouches for the server, and the message says so', async () => {
    const outcomes = await both({});
    assert.deepEqual(outcomes.map(told), ['tls', 'tls']);
    assert.match(JSON.stringify(outcomes[0]), /localhost:\d+: TLS failed: .*certificate/);
  });

  it('is good where the file given vouches for it', async () => {
    assert.deepEqual((await both({ caFile })).map(told), [200, 200]);
  });

  it('is refused where the name is another', async () => {
    assert.deepEqual((await both({ caFile }, '127.0.0.1')).map(told), ['tls', 'tls']);
  });

  it('is refused where no TLS is spoken', async () => {
    const plain = (await import('node:http')).createServer((_, response) => response.end());
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const request = requestOf({ method: 'GET', url: `https://127.0.0.1:${(plain.address() as AddressInfo).port}/`, headers: {} });
    assert.equal(told(await axiosTransport({ userAgent })(request, { timeoutMs: 5_000 })), 'tls');
    plain.close();
  });

  it('says at once what is wrong with the file', () => {
    assert.throws(() => axiosTransport({ userAgent, caFile: join(folder, 'empty.pem') }), /holds no certificate/);
    assert.throws(() => axiosTransport({ userAgent, caFile: join(folder, 'none.pem') }), /none\.pem/);
  });
});

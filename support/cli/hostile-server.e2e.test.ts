import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runCli } from './run-cli.js';

const harm = '<script>alert(1)</script>\u001b[2J\u001b]0;owned\u0007\u202egnirts\u202c\0\u200b\u2028::error::x%0A##[error]y|`z`';
const long = `${harm}${'A'.repeat(900_000)}`;

const deep = `{"error":${'['.repeat(49_000)}${']'.repeat(49_000)}}`;

/** What a header can hold of it: octets above 0x1f, as Node writes them. */
const inHeader = encodeURIComponent(harm).slice(0, 200) + '<script>alert(1)</script>\u0085\u009b2J'.replace(/[^\x20-\xff]/g, '');

interface Manner {
  readonly name: string;
  readonly exitCode: number;
  readonly token: (response: ServerResponse) => void;
}

const json = (response: ServerResponse, status: number, body: object): unknown =>
  response
    .writeHead(status, {
      'content-type': `application/json; x="${inHeader}"`,
      'x-harm': inHeader,
      'www-authenticate': `Bearer error="${inHeader}"`,
    })
    .end(JSON.stringify(body));

const manners: readonly Manner[] = [
  {
    name: 'grants everything',
    exitCode: 1,
    token: (response) =>
      json(response, 200, {
        access_token: `${Math.random()}${harm}`,
        token_type: harm,
        expires_in: 60,
        scope: harm,
        [harm]: long,
        note: [long],
      }),
  },
  {
    name: 'refuses everything',
    exitCode: 3,
    token: (response) => json(response, 400, { error: harm, error_description: long, error_uri: `javascript:${harm}` }),
  },
  {
    name: 'nests its answers without end',
    exitCode: 3,
    token: (response) => response.writeHead(400, { 'content-type': 'application/json' }).end(deep),
  },
  {
    name: 'answers with pages',
    exitCode: 3,
    token: (response) => response.writeHead(500, { 'content-type': 'text/html', 'x-harm': inHeader }).end(`<!doctype html>${long}`),
  },
];

const authorization = (url: string, response: ServerResponse): void => {
  const { searchParams } = new URL(url, 'http://127.0.0.1');
  const callback = `${searchParams.get('redirect_uri')}?code=${Math.random()}${encodeURIComponent(harm)}&state=${searchParams.get('state')}&x=${encodeURIComponent(harm)}`;
  response.writeHead(302, { location: callback, 'set-cookie': `sid=${encodeURIComponent(harm)}`, 'x-harm': inHeader }).end(harm);
};

async function listening(token: Manner['token']): Promise<{ server: Server; base: string }> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.startsWith('/authorize')) authorization(request.url, response);
    else token(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a server that means harm', { concurrency: 2 }, () => {
  for (const { name, exitCode, token } of manners) {
    test(`and ${name}: nothing acts on the terminal, nothing is markup, no file is large`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-hostile-'));
      const { server, base } = await listening(token);
      try {
        await writeFile(
          join(folder, 'target.yaml'),
          [
            `name: "a server that means harm"`,
            'profiles: [pkce-access-token]',
            `endpoints: { authorization: ${base}/authorize, token: ${base}/token, protected_resource: ${base}/resource }`,
            'clients: [{ client_id: one, redirect_uris: [http://127.0.0.1:9876/callback] }, { client_id: two, redirect_uris: [http://127.0.0.1:9876/callback] }]',
            'lifetimes: { code: 300 }',
          ].join('\n'),
        );
        const report = join(folder, 'report');
        const argv = [
          'certify',
          'pkce-access-token/error',
          'pkce-access-token/response',
          '--target',
          join(folder, 'target.yaml'),
          '--no-slow',
          '--runs',
          '1',
          '--report',
          report,
        ];
        const { code, stdout, stderr } = await runCli(argv, { CI: 'true' });
        assert.equal(code, exitCode, stdout.slice(0, 1_000) + stderr);
        for (const printed of [stdout, stderr])
          assert.doesNotMatch(printed.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
        for (const line of stdout.split('\n').filter((one) => !/^ +\d {2}/.test(one))) assert.ok(line.length < 1_000, line.slice(0, 200));
        await inspected(report);
      } finally {
        server.closeAllConnections();
        server.close();
        await rm(folder, { recursive: true });
      }
    });
  }
});

async function inspected(report: string): Promise<void> {
  for (const name of await readdir(report)) {
    const { size } = await stat(join(report, name));
    assert.ok(size < 5_000_000, `${name} has ${size} octets`);
    const text = await readFile(join(report, name), 'utf8');
    assert.doesNotMatch(text.replaceAll(/[\n\r]/g, ''), /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/, name);
    if (/\.(html|svg|xml|md)$/.test(name)) assert.equal(text.split(/<script/i).length, name === 'index.html' ? 2 : 1, name);
    if (/\.(json|jsonld|har|sarif)$/.test(name)) JSON.parse(text);
    if (name === 'messages.ndjson') for (const line of text.trimEnd().split('\n')) JSON.parse(line);
  }
}

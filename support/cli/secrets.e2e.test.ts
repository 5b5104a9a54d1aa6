import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { embeddedTargets, mockAuthorizationServer, profiles, type MockExchange } from '../../mocks/index.js';
import { runCli } from './run-cli.js';

/** What the wire calls a secret: members of JSON, fields of forms and queries, inputs of pages. */
const names =
  'access_token|refresh_token|id_token|code|client_secret|registration_access_token|initial_access_token|password|request_uri|csrf(?:_token)?|consent';
const named = new RegExp(`"(?:${names})"\\s*:\\s*"([^"]+)"|(?:^|[?&#])(?:${names})=([^&#\\s]+)|name="?(?:${names})"? value="([^"]+)"`, 'g');

const secrets = {
  client: 'Kf8$wQ2!nL5+zR7/tB4=vX9 yM3&hJ6',
  second: 'pL0-aJ7_uD3.kE9~hB6-xQ5_mZ1',
  password: 'Wonderland-of-Alice-1865',
};

/** Every secret that a mock gave out, as it knows them: unredacted. What the suite makes up itself is none. */
function secretsIn(exchanges: Iterable<MockExchange>): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (text: string): void => {
    for (const [, member, field, input] of text.matchAll(named)) {
      const value = member ?? input ?? decoded(field ?? '');
      if (value !== '') found.add(value);
    }
  };
  for (const { response } of exchanges) {
    for (const [name, value] of Object.entries(response.headers)) {
      for (const one of [value].flat()) {
        if (name === 'set-cookie') found.add(one.replace(/^[^=]*=/, '').replace(/;.*$/, ''));
        read(one);
      }
    }
    read(typeof response.body === 'string' ? response.body : new TextDecoder('latin1').decode(response.body));
  }
  return found;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const length = 8;

/** Every eight characters in a row of the secrets: plain, as a URL has them, and as base64 has them at each of its three alignments. */
function gramsOf(values: Iterable<string>): ReadonlySet<string> {
  const grams = new Set<string>();
  const add = (text: string): void => {
    for (let at = 0; at + length <= text.length; at += 1) grams.add(text.slice(at, at + length));
  };
  for (const value of values) {
    const octets = Buffer.from(value);
    const aligned = [0, 1, 2].map((before) => {
      const coded = Buffer.concat([Buffer.alloc(before), octets])
        .toString('base64')
        .replaceAll('=', '');
      // What the octets around the secret have a part in is not the secret's.
      return coded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + octets.length) * 8) / 6));
    });
    for (const text of [value, encodeURIComponent(value), new URLSearchParams([['', value]]).toString().slice(1), ...aligned]) add(text);
    for (const text of aligned) add(text.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return grams;
}

/** Places in the text where eight characters of a secret stand, with what is around them. */
function leaksIn(text: string, grams: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at + length <= text.length && found.length < 5; at += 1) {
    if (!grams.has(text.slice(at, at + length))) continue;
    found.push(text.slice(Math.max(0, at - 60), at + 60));
    at += 60;
  }
  return found;
}

/** What eight characters of secrets stand in the files of a folder, or were printed; what is said anyway is none. */
async function leaksOf(
  folder: string,
  printed: Readonly<Record<string, string>>,
  known: ReadonlySet<string>,
  isSaidAnyway: (gram: string) => boolean = () => false,
): Promise<readonly string[]> {
  const everywhere = gramsOf(['urn:ietf:params:oauth:request_uri:']);
  const grams = new Set([...gramsOf(known)].filter((gram) => !everywhere.has(gram) && !isSaidAnyway(gram)));
  const files = await readdir(folder);
  assert.ok(files.length >= 9, files.join(' '));
  const texts = await Promise.all(files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
  return [...texts, ...Object.entries(printed)].flatMap(([name, text]) => leaksIn(text, grams).map((leak) => `${name}: ${leak}`));
}

/** Certifies a mock over HTTP and answers what it wrote, and what the mock knows. */
async function certified(
  options: Parameters<typeof mockAuthorizationServer>[0],
  target: (url: string) => string | undefined,
  rules: readonly string[],
): Promise<{ leaks: readonly string[]; known: ReadonlySet<string>; code: number; stdout: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-secrets-'));
  const server = mockAuthorizationServer(options);
  const { url, close } = await server.listen();
  const seen = new Set<MockExchange>();
  const watch = setInterval(() => server.exchanges.forEach((exchange) => seen.add(exchange)), 20);
  try {
    const file = target(url);
    if (file !== undefined) await writeFile(join(folder, 'target.yaml'), file);
    const report = join(folder, 'report');
    const argv = ['certify', ...rules, '--target', file === undefined ? url : join(folder, 'target.yaml')];
    const { code, stdout, stderr } = await runCli([...argv, '--no-slow', '--opt-in', '--runs', '3', '--report', report], {
      THE_SECRET: secrets.client,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
    });
    server.exchanges.forEach((exchange) => seen.add(exchange));
    const known = new Set([...secretsIn(seen), ...(file === undefined ? [] : Object.values(secrets))]);
    return { leaks: await leaksOf(report, { stdout, stderr }, known), known, code, stdout };
  } finally {
    clearInterval(watch);
    await close();
    await rm(folder, { recursive: true });
  }
}

const redirect_uris = ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2'];
const leaking = [
  'rfc6749/5.1/token-response-leaks-nothing+secret',
  'rfc6749/5.2/failed-verifier-leaks-nothing+echo',
  'rfc6749/4.1.2/redeemed-code-again',
  'rfc6749/5.1/cache-control-no-store',
];

describe('no secret in any output', { concurrency: 2 }, () => {
  test('of a target file, with violations of a server that gives secrets away', async () => {
    const { leaks, known, code, stdout } = await certified(
      {
        profiles: ['rfc9700'],
        mutants: leaking,
        clients: [
          { client_id: 'public-client', redirect_uris },
          {
            client_id: 'confidential-client',
            client_secret: secrets.client,
            token_endpoint_auth_method: 'client_secret_basic',
            redirect_uris,
          },
          {
            client_id: 'second-confidential',
            client_secret: secrets.second,
            token_endpoint_auth_method: 'client_secret_post',
            redirect_uris,
          },
        ],
      },
      (url) =>
        [
          `issuer: ${url}`,
          'profiles: [rfc9700]',
          'scope: read',
          `endpoints: { protected_resource: ${url}/resource }`,
          `login: { driver: automatic, username: alice, password: "${secrets.password}" }`,
          'clients:',
          `  - { client_id: public-client, redirect_uris: [${redirect_uris.join(', ')}] }`,
          `  - { client_id: confidential-client, client_secret: "\${THE_SECRET}", token_endpoint_auth_method: client_secret_basic, redirect_uris: [${redirect_uris.join(', ')}] }`,
          `  - { client_id: second-confidential, client_secret: "${secrets.second}", token_endpoint_auth_method: client_secret_post, redirect_uris: [${redirect_uris.join(', ')}] }`,
        ].join('\n'),
      ['rfc6749/2.3.1', 'rfc6749/5.1', 'rfc6749/5.2', 'rfc6749/4.1.2', 'rfc6749/6', 'rfc6750', 'rfc9126'],
    );
    assert.equal(code, 1, stdout.slice(0, 500));
    assert.ok(known.size > 500, `${known.size} secrets are known`);
    for (const secret of Object.values(secrets)) assert.ok(known.has(secret));
    assert.deepEqual(leaks, []);
  });

  test('of clients that registered themselves, PKCE Access Token and Challenge Code Token', async () => {
    const { leaks, known } = await certified(
      { profiles: ['rfc9700', 'pkce-access-token', 'challenge-code-token', 'oidc'] },
      () => undefined,
      [
        'pkce-access-token',
        'challenge-code-token',
        'oidc-core',
        '--profile',
        'pkce-access-token',
        '--profile',
        'challenge-code-token',
        '--profile',
        'oidc',
      ],
    );
    assert.ok(known.size > 200, `${known.size} secrets are known`);
    assert.deepEqual(leaks, []);
  });

  test('of the mock in this process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-secrets-'));
    try {
      const { code, stdout, stderr } = await runCli([
        'certify',
        'rfc6749/2.3.1',
        'rfc6749/5.2',
        'pkce-access-token',
        '--runs',
        '3',
        '--report',
        folder,
      ]);
      assert.equal(code, 0, stdout.slice(0, 500));
      const clients = profiles.flatMap((profile) => embeddedTargets('https://as.example')[profile].clients);
      const known = clients.flatMap(({ client_secret }) => client_secret ?? []);
      assert.ok(known.length > 0);
      const names = gramsOf([...profiles, ...clients.map(({ client_id }) => client_id)]);
      // The secrets of the mock are words, and some of them are also ours.
      const isSaidAnyway = (gram: string): boolean => names.has(gram) || /^[a-z -]+$/i.test(gram);
      assert.deepEqual(await leaksOf(folder, { stdout, stderr }, new Set(known), isSaidAnyway), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('is found by this search wherever one is', () => {
    const secret = 'aB3-dE6_gH9.jK2~mN5 pQ8/sT1+vW4=';
    const grams = gramsOf([secret]);
    const codings: readonly ((text: string) => string)[] = [
      (text) => text,
      encodeURIComponent,
      (text) => Buffer.from(text).toString('base64'),
      (text) => Buffer.from(`a${text}b`).toString('base64'),
      (text) => Buffer.from(`ab${text}c`).toString('base64url'),
    ];
    for (const coded of codings) {
      assert.ok(leaksIn(`… ${coded(secret.slice(3, 20))} …`, grams).length > 0 || leaksIn(`… ${coded(secret)} …`, grams).length > 0);
      assert.deepEqual(leaksIn(`… ${coded('nothing of the kind is in this text')} …`, grams), []);
    }
    assert.deepEqual(leaksIn(`${secret.slice(0, 4)}…${secret.slice(-3)} (${secret.length})`, grams), []);
  });
});

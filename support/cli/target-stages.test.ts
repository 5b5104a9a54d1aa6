import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { mockAuthorizationServer, type Fault, type MockAuthorizationServer, type MockOptions, type Mutant } from '../../mocks/index.js';
import { judgeServer } from '../run/judge-server.js';
import type { Run } from '../run/run.js';
import { targetStages } from './target-stages.js';
import { UsageError } from './usage-error.js';

interface Judged {
  readonly run: Run;
  readonly said: readonly string[];
  readonly asked: readonly string[];
}

interface Setting {
  readonly mock?: MockOptions;
  readonly faults?: (url: string) => readonly Fault[];
  /** What `--target` is: the text of a file, or a URL. */
  readonly target?: (url: string) => string;
  readonly profile?: string;
  readonly rule?: string;
  /** Beside the target file, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Judges one rule of a mock over HTTP, from discovery to leave-taking. */
async function judged({
  mock = {},
  faults = () => [],
  target = (url) => url,
  profile = 'rfc9700',
  rule = 'rfc7636/4.6/mismatched-verifier',
  files = {},
}: Setting): Promise<Judged> {
  const as = mockAuthorizationServer(mock);
  const { url, close } = await as.listen();
  const folder = await mkdtemp(join(tmpdir(), 'stages-'));
  const named = target(url);
  const file = join(folder, 'acme.yaml');
  const said: string[] = [];
  try {
    for (const fault of faults(url)) as.faults.add(fault);
    await writeFile(file, named);
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const staging = await targetStages(named.startsWith('http') ? named : file, [profile], { timeout: 5, say: (line) => said.push(line) });
    try {
      const run = await judgeServer({
        ...staging,
        prefixes: [rule],
        seed: 1,
        runs: 2,
        strict: false,
        slow: false,
        optIn: false,
        executor: { kind: 'direct' },
        redacted: () => undefined,
      });
      await staging.close();
      return { run, said, asked: askedOf(as) };
    } catch (error) {
      await staging.close();
      throw error;
    }
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

function askedOf({ exchanges }: MockAuthorizationServer): readonly string[] {
  return exchanges.map(
    ({ request, response }) =>
      `${request.method} ${new URL(request.url).pathname.replace(/\/register\/.*/, '/register/…')} ${response.status}`,
  );
}

function upheld({ run, said }: Judged): void {
  assert.deepEqual(
    run.rules.map(({ rule, verdict }) => `${rule.id} ${verdict}`),
    ['rfc7636/4.6/mismatched-verifier upheld'],
    JSON.stringify([run.obstacle, said]),
  );
}

/** The mock's metadata with members changed. */
function metadataWith(change: (document: Record<string, unknown>) => object): Fault {
  return {
    on: 'metadata',
    times: 1_000_000,
    respond: async (_request, right) => {
      const answer = await right();
      return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Record<string, unknown>)) };
    },
  };
}

const named = (url: string) =>
  `issuer: ${url}\nclients:\n  - { client_id: rfc9700-public, redirect_uris: [https://client.example/callback] }\n`;
const refusal = { status: 400, headers: { 'content-type': 'application/json' }, body: '{"error":"invalid_client_metadata"}' };

describe('a server by its bare URL', () => {
  test('is discovered, registers three clients, and is left without them and without their tokens', async () => {
    const result = await judged({});
    upheld(result);
    assert.equal(result.run.target.clients.length, 3);
    assert.equal(result.asked.filter((asked) => asked === 'POST /register 201').length, 3);
    assert.equal(result.asked.filter((asked) => asked === 'DELETE /register/… 204').length, 3);
    assert.ok(result.asked.includes('POST /revoke 200'));
    assert.match(result.said.join('\n'), /^\d+ tokens of this run were revoked$/);
  });

  test('is found where its issuer has a path', async () => {
    const result = await judged({ mock: { profiles: ['rfc7636', 'rfc9700'] }, target: (url) => `${url}/rfc9700` });
    upheld(result);
    assert.equal(result.run.target.endpoints['token']?.endsWith('/rfc9700/token'), true);
  });

  test('that registers no confidential client is judged with its public ones, and this is said', async () => {
    const respond: Fault['respond'] = (request, right) =>
      request.method === 'POST' && !new TextDecoder().decode(request.body).includes('"token_endpoint_auth_method":"none"')
        ? refusal
        : right();
    const result = await judged({ faults: () => [{ on: 'registration', times: 1_000_000, respond }] });
    upheld(result);
    assert.deepEqual(
      result.run.target.clients.map(({ type }) => type),
      ['public', 'public'],
    );
    assert.match(result.said.join('\n'), /registered no further confidential client: 400 "?invalid_client_metadata/);
  });

  test('that limits its token endpoint is left without them all the same', async () => {
    const respond = { status: 429, headers: { 'retry-after': '890' }, body: '' };
    const { run, asked, said } = await judged({ faults: () => [{ on: 'token', times: 1_000_000, respond }] });
    assert.match(run.obstacle ?? '', /asks to wait 15 minutes/);
    assert.equal(asked.filter((one) => one === 'DELETE /register/… 204').length, 3);
    assert.deepEqual(said, []);
  });

  test('that keeps its clients is told of, by their names', async () => {
    const respond: Fault['respond'] = (request, right) => (request.method === 'DELETE' ? { status: 405, headers: {}, body: '' } : right());
    const { said } = await judged({ faults: () => [{ on: 'registration', times: 1_000_000, respond }] });
    assert.equal(said.filter((line) => /^the client \S+, registered for this run, stays at the server: 405$/.test(line)).length, 3);
  });

  test('that wants an initial access token gets it', async () => {
    const withToken = (url: string) => `issuer: ${url}\nregistration: { initial_access_token: iat-of-this-test }\n`;
    upheld(await judged({ mock: { initialAccessToken: 'iat-of-this-test' }, target: withToken }));
    await assert.rejects(judged({ mock: { initialAccessToken: 'another' }, target: withToken }), (error) => {
      assert.ok(error instanceof UsageError);
      assert.equal(error.exitCode, 3);
      assert.match(error.message, /no client could be registered at .*: 401/);
      assert.doesNotMatch(error.message, /iat-of-this-test/);
      return true;
    });
  });

  test('that registers nobody is named with the way out', async () => {
    const without = metadataWith(({ registration_endpoint: _endpoint, ...rest }) => rest);
    await assert.rejects(judged({ faults: () => [without] }), /names no registration_endpoint[^]*pkce-conformance init/);
  });
});

test('a server that lets the second of two public clients off its verifier is convicted by that client', async () => {
  const lenient: Mutant = {
    fault: 'The challenge of one client counts for nothing',
    breaks: ['rfc7636/4.6/mismatched-verifier'],
    replace: ({ challengeToVerify }) => ({
      acceptsSurplusVerifier: true,
      challengeToVerify: (code, parameters) => {
        const bound = challengeToVerify(code, parameters);
        return code.client_id === 'rfc9700-public-2' ? { code_challenge_method: bound.code_challenge_method } : bound;
      },
    }),
  };
  const both = (url: string): string =>
    `${named(url)}  - { client_id: rfc9700-public-2, redirect_uris: [https://client.example/callback] }\n`;
  const { run } = await judged({ mock: { mutants: [lenient] }, target: both });
  const [result] = run.rules;
  assert.equal(result?.verdict, 'violated');
  const convicted = result.scenarios.filter(({ verdict }) => verdict === 'violated');
  assert.deepEqual([...new Set(convicted.map(({ client }) => client))], ['rfc9700-public-2']);
});

const elsewhere = {
  issuer: 'https://other.example',
  token_endpoint: 'https://other.example/token',
  registration_endpoint: 'https://other.example/register',
  revocation_endpoint: 'https://other.example/revoke',
};

describe('metadata of another issuer whose endpoints lie elsewhere stops a run before a secret is sent there', () => {
  const faults = () => [metadataWith((all) => ({ ...all, ...elsewhere }))];

  async function stopped(setting: Setting, told: RegExp): Promise<void> {
    await assert.rejects(judged({ ...setting, faults }), (error) => {
      assert.ok(error instanceof UsageError);
      assert.equal(error.exitCode, 3);
      assert.match(error.message, told);
      return true;
    });
  }

  test('the token endpoint', async () => {
    await stopped(
      { target: named },
      /acme\.yaml:1:9 {2}issuer: the metadata at .* is that of the issuer "https:\/\/other\.example"[^]*Its token_endpoint is "https:\/\/other\.example\/token": not at the origin of http[^]*Write issuer: /,
    );
  });

  test('the registration endpoint', async () => {
    await stopped({}, /--target {2}the URL: the metadata[^]*Its registration_endpoint is "https:\/\/other\.example\/register"/);
  });
});

describe('metadata that lies or lacks something stops no run that can do without it', () => {
  const endpoints = (url: string) => `${named(url)}endpoints: { authorization: ${url}/authorize, token: ${url}/token }\n`;

  test('another issuer', async () => {
    const result = await judged({ target: named, faults: () => [metadataWith((all) => ({ ...all, issuer: 'https://other.example' }))] });
    upheld(result);
    assert.match(result.said[0] ?? '', /the metadata is of the issuer "https:\/\/other\.example", not of http/);
  });

  test('another issuer with endpoints elsewhere: what the file names is asked, the rest is left out', async () => {
    const foreign = metadataWith((all) => ({ ...all, ...elsewhere }));
    const result = await judged({ target: endpoints, faults: () => [foreign] });
    upheld(result);
    assert.match(
      result.said.join('\n'),
      /token_endpoint is "https:\/\/other\.example\/token": not at the origin of http[^]*another issuer: it is left out/,
    );
  });

  test('members of other types', async () => {
    const odd = {
      code_challenge_methods_supported: 'S256',
      grant_types_supported: {},
      scopes_supported: [1],
      jwks_uri: 7,
      require_pushed_authorization_requests: 'yes',
    };
    upheld(await judged({ target: named, faults: () => [metadataWith((all) => ({ ...all, ...odd }))] }));
  });

  test('a token endpoint that is missing, or is no place for a secret, where the file has it', async () => {
    upheld(await judged({ target: endpoints, faults: () => [metadataWith(({ token_endpoint: _token, ...rest }) => rest)] }));
    const insecure = metadataWith((all) => ({ ...all, token_endpoint: 'http://as.example/token' }));
    const result = await judged({ target: endpoints, faults: () => [insecure] });
    upheld(result);
    assert.match(result.said[0] ?? '', /the metadata's token_endpoint is "http:\/\/as\.example\/token": an endpoint is an https URL/);
  });

  test('no metadata at all, a page in its place, or a document that is none', async () => {
    for (const respond of [404, { status: 200, headers: {}, body: '<html>' }, { status: 200, headers: {}, body: '[]' }] as const)
      upheld(await judged({ target: endpoints, faults: () => [{ on: 'metadata', respond, times: 1_000_000 }] }));
  });

  test('without it, and without endpoints, the user is told what was tried', async () => {
    await assert.rejects(judged({ target: named, faults: () => [{ on: 'metadata', respond: 404, times: 1_000_000 }] }), (error) => {
      assert.ok(error instanceof UsageError);
      assert.equal(error.exitCode, 3);
      assert.match(
        error.message,
        /no endpoints\.authorization and no endpoints\.token: no metadata was found\. Tried .*openid-configuration \(404\)/,
      );
      return true;
    });
  });
});

describe('a client whose key the suite holds', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const client = {
    client_id: 'asserting',
    token_endpoint_auth_method: 'private_key_jwt',
    redirect_uris: ['https://client.example/callback'],
  } as const;
  const setting: Setting = {
    mock: { clients: [{ ...client, jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }) }] } }] },
    target: (url) => `issuer: ${url}\nclients: [${JSON.stringify({ ...client, private_key_file: 'key.pem' })}]\n`,
    files: { 'key.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }) as string },
  };
  const verdictOf = async (rule: string, faults: Setting['faults']): Promise<string | undefined> => {
    const { run } = await judged({ ...setting, rule, ...(faults === undefined ? {} : { faults }) });
    return run.rules.find((result) => result.rule.id === rule)?.verdict;
  };

  test('shows whether private_key_jwt works where it is advertised', async () => {
    const rule = 'rfc8414/2/advertised-authentication-is-real';
    assert.equal(await verdictOf(rule, undefined), 'upheld');
    const passedOver: Fault['respond'] = (request, right) =>
      new TextDecoder().decode(request.body).includes('client_assertion=')
        ? { status: 401, headers: { 'content-type': 'application/json' }, body: '{"error":"invalid_client"}' }
        : right();
    assert.equal(await verdictOf(rule, () => [{ on: 'token', respond: passedOver, times: 1_000_000 }]), 'inconclusive');
  });

  test('shows whether it is advertised where it works', async () => {
    const rule = 'rfc8414/2/authentication-in-use-advertised';
    assert.equal(await verdictOf(rule, undefined), 'upheld');
    const silent = metadataWith((all) => ({ ...all, token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'] }));
    assert.equal(await verdictOf(rule, () => [silent]), 'advisory');
  });
});

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLocalJWKSet, exportJWK, jwtVerify } from 'jose';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { completeTarget } from '../target/complete-target.js';
import { describeFault } from '../target/fault.js';
import { readTarget } from '../target/read-target.js';
import type { ParsedTarget } from '../target/parse.js';
import { outcomeOf } from '../verdict/outcome.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { clientAssertion } from './client-assertion.js';
import { unauthenticated, withWrongPassword } from './client-credentials.js';
import { Client } from './client.js';
import { UserAgent } from './user-agent.js';

const pairs = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  EdDSA: generateKeyPairSync('ed25519'),
};

test('An assertion verifies under the key, by the algorithm that fits it, and none is like another', async () => {
  for (const [alg, { privateKey, publicKey }] of Object.entries(pairs)) {
    const client = { client_id: 'app', private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), key_id: 'k' };
    const [[, type], [, assertion], ...rest] = [...clientAssertion(client, 'https://as.example/token')] as [
      [string, string],
      [string, string],
    ];
    assert.deepEqual([type, rest], ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer', []]);
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] });
    const { payload, protectedHeader } = await jwtVerify(assertion, keys, {
      audience: 'https://as.example/token',
      issuer: 'app',
      subject: 'app',
    });
    assert.deepEqual([protectedHeader.alg, protectedHeader.kid], [alg, 'k']);
    assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60);
    const [, [, another]] = [...clientAssertion(client, 'https://as.example/token')] as [unknown, [string, string]];
    assert.notEqual(assertion, another);
  }
});

/** The target file of a client with that key beside it. */
async function read(key: string, entry = 'private_key_file: key.pem'): Promise<ParsedTarget> {
  const folder = await mkdtemp(join(tmpdir(), 'assertion-'));
  try {
    await writeFile(join(folder, 'key.pem'), key);
    await writeFile(
      join(folder, 'acme.yaml'),
      `endpoints: { authorization: https://as.example/authorize, token: https://as.example/token }\nclients:\n  - client_id: app\n    redirect_uris: [https://client.example/cb]\n    ${entry}\n`,
    );
    return await readTarget(join(folder, 'acme.yaml'), { environment: {} });
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('A client of the target file authenticates with its key, PEM or JWK, and is refused without it or under another', async () => {
  const { privateKey, publicKey } = pairs.ES256;
  for (const key of [
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    JSON.stringify(privateKey.export({ format: 'jwk' })),
  ]) {
    const parsed = await read(key);
    assert.ok('target' in parsed, JSON.stringify(parsed));
    const target = completeTarget(parsed.target, {}, []);
    const [registration] = target.clients;
    assert.ok(registration);
    assert.deepEqual([registration.token_endpoint_auth_method, registration.type], ['private_key_jwt', 'confidential']);
    const as = mockAuthorizationServer({
      issuer: 'https://as.example',
      clients: [
        {
          client_id: 'app',
          token_endpoint_auth_method: 'private_key_jwt',
          redirect_uris: ['https://client.example/cb'],
          jwks: { keys: [publicKey.export({ format: 'jwk' })] },
        },
      ],
    });
    const wire = createWire({ transport: directTransport(as.respond), clock: as.clock, recorder: new Recorder(), timeoutMs: 1_000 });
    const client = new Client(registration, target, 'https://as.example/token', wire, new UserAgent());
    const outcome = async (...changes: Parameters<Client['redeem']> extends [unknown, ...infer C] ? C : never) =>
      outcomeOf(await client.redeem(await client.obtainCode(), ...changes)).kind;
    assert.equal(await outcome(), 'granted');
    assert.equal(await outcome(unauthenticated()), 'refused');
    assert.equal(await outcome(withWrongPassword(registration)), 'refused');
    const code = await client.obtainCode();
    const race = await wire.race([1, 2, 3].map(() => client.tokenRequest(code)));
    assert.deepEqual(
      race.exchanges.map(({ outcome: answer }) => (answer.kind === 'answer' ? answer.body.includes('invalid_client') : answer.cause)),
      [false, false, false],
      'each copy has an assertion of its own',
    );
  }
});

test('A key that is none is told with the line of the file, and not shown', async () => {
  const parsed = await read('-----BEGIN secret-----');
  assert.ok('faults' in parsed);
  const [fault] = parsed.faults;
  assert.ok(fault);
  assert.match(describeFault(fault), /acme\.yaml:5:23 {2}clients\[0\]\.private_key_file is "[^"]*key\.pem", in which there is no such key/);
  const missing = await read('', 'private_key_file: none.pem');
  assert.ok('faults' in missing && /cannot be read/.test(missing.faults[0]?.found ?? ''));
});

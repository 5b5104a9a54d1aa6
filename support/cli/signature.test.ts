import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CompactSign } from 'jose';
import { detachedSignature, isDetachedSignature, isSignedBy } from './signature.js';
import { readPrivateKey, readPublicKey } from './signing-key.js';
import { UsageError } from './usage-error.js';

const octets = Buffer.from('{"schemaVersion":1,"conformant":false}\n');
const pem = (key: KeyObject): string => String(key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }));
const jwk = (key: KeyObject, alg?: string): string =>
  JSON.stringify({ ...key.export({ format: 'jwk' }), ...(alg === undefined ? {} : { alg }) });

const p256 = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ed25519 = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('the signature of a certificate', { concurrency: false }, () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-keys-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function file(text: string): Promise<string> {
    const path = join(folder, 'key');
    await writeFile(path, text);
    return path;
  }
  const header = (signature: string): { alg?: string; kid?: string } =>
    JSON.parse(Buffer.from(signature.split('.')[0] ?? '', 'base64url').toString()) as object;

  const keys: readonly (readonly [string, string, string, string])[] = [
    ['P-256 as PEM', pem(p256.privateKey), pem(p256.publicKey), 'ES256'],
    ['P-256 as JWK', jwk(p256.privateKey), jwk(p256.publicKey), 'ES256'],
    ['Ed25519 as PEM', pem(ed25519.privateKey), pem(ed25519.publicKey), 'EdDSA'],
    ['Ed25519 as JWK', jwk(ed25519.privateKey), pem(ed25519.publicKey), 'EdDSA'],
    ['RSA as PEM', pem(rsa.privateKey), pem(rsa.publicKey), 'PS256'],
    ['RSA as JWK for RS256', jwk(rsa.privateKey, 'RS256'), jwk(rsa.publicKey, 'RS256'), 'RS256'],
    ['RSA, RS256 checked by a key that names none', jwk(rsa.privateKey, 'RS256'), pem(rsa.publicKey), 'RS256'],
  ];
  for (const [name, own, theirs, algorithm] of keys) {
    test(`${name} signs, and its public half checks`, async () => {
      const signature = await detachedSignature(octets, await readPrivateKey(await file(own)));
      assert.ok(isDetachedSignature(signature));
      assert.equal(header(signature).alg, algorithm);
      assert.match(header(signature).kid ?? '', /^[\w-]{43}$/);
      assert.ok(await isSignedBy(octets, signature, await readPublicKey(await file(theirs))));
      await assert.rejects(readPublicKey(await file(own)), /--key \S+: this is a private key\. .*-pubout/);
    });
  }

  test('any other octet, in the certificate or in the signature, and any other key are told', async () => {
    const signature = await detachedSignature(octets, await readPrivateKey(await file(pem(p256.privateKey))));
    const checking = await readPublicKey(await file(pem(p256.publicKey)));
    assert.ok(await isSignedBy(octets, signature, checking));
    for (let at = 0; at < octets.length; at += 1) {
      const other = Buffer.from(octets);
      other[at] = (other[at] ?? 0) ^ 1;
      assert.ok(!(await isSignedBy(other, signature, checking)), `octet ${at}`);
    }
    assert.ok(!(await isSignedBy(Buffer.concat([octets, Buffer.from('\n')]), signature, checking)));
    const [head = '', , value = ''] = signature.split('.');
    assert.ok(!(await isSignedBy(octets, `${head}..${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`, checking)));
    for (const other of [generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey, ed25519.publicKey, rsa.publicKey])
      assert.ok(!(await isSignedBy(octets, signature, await readPublicKey(await file(pem(other))))));
  });

  test('the key decides the algorithm: neither none nor a secret made of the public key will do', async () => {
    const checking = await readPublicKey(await file(pem(rsa.publicKey)));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}..AA`;
    const secret = Buffer.from(pem(rsa.publicKey));
    const [head = '', , value = ''] = (await new CompactSign(octets).setProtectedHeader({ alg: 'HS256' }).sign(secret)).split('.');
    assert.ok(!(await isSignedBy(octets, none, checking)));
    assert.ok(!(await isSignedBy(octets, `${head}..${value}`, checking)));
    const rs384 = await new CompactSign(octets).setProtectedHeader({ alg: 'RS384' }).sign(rsa.privateKey);
    assert.ok(!(await isSignedBy(octets, `${rs384.split('.')[0]}..${rs384.split('.')[2]}`, checking)));
  });

  const unfit: readonly (readonly [string, () => string, RegExp])[] = [
    ['a public key to sign with', () => pem(p256.publicKey), /this is none; expected is a private key/],
    [
      'an RSA key of 1024 bits',
      () => pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey),
      /of another kind; expected .*2048/,
    ],
    ['a key of another curve', () => pem(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey), /of another kind/],
    ['a key for another algorithm', () => jwk(p256.privateKey, 'ES384'), /of another kind/],
    ['a symmetric key', () => '{"kty":"oct","k":"c2VjcmV0LXNlY3JldA"}', /this is none/],
    [
      'an encrypted key',
      () => String(p256.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'word' })),
      /encrypted/,
    ],
    ['no key at all', () => 'client_secret: hush-hush-hush', /this is none/],
    ['broken JSON', () => '{"kty":', /this is none/],
  ];
  for (const [name, text, expected] of unfit) {
    test(`${name} is refused, and not quoted`, async () => {
      const path = await file(text());
      await assert.rejects(readPrivateKey(path), (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, expected);
        assert.ok(!error.message.includes('hush') && !error.message.includes('c2VjcmV0'));
        return true;
      });
    });
  }

  test('a key that is not there is usage', async () => {
    await assert.rejects(readPublicKey(join(folder, 'missing')), /--key .*missing: it cannot be read \(ENOENT\)/);
  });
});

import assert from 'node:assert/strict';
import { generateKeyPairSync, createHmac, sign, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import type { JsonObject } from '../protocol/json.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';
import { signatureVerifies, type CarriedIdToken } from './id-token-signature.js';

const pair = (): { privateKey: KeyObject; publicKey: KeyObject } => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [own, other] = [pair(), pair()];
const jwk = (key: KeyObject, more: object = {}): JsonObject => ({ ...(key.export({ format: 'jwk' }) as JsonObject), ...more });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signedBy = (key: KeyObject, header: object): string => {
  const input = `${part(header)}.${part({ sub: '1' })}`;
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};
const hmac = (secret: string): string => {
  const input = `${part({ alg: 'HS256' })}.${part({ sub: '1' })}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};
const form = (id_token: string): CarriedIdToken => ({ n: 8, id_token });
const terms = { keys: [jwk(other.publicKey, { kid: 'b' }), jwk(own.publicKey, { kid: 'a', alg: 'ES256' })], algorithms: ['ES256'] };
const es256 = { alg: 'ES256', kid: 'a' };

test('a key of that name, or the one that fits where none is named', async () => {
  await signatureVerifies(form(signedBy(own.privateKey, es256)), terms);
  await signatureVerifies(form(signedBy(own.privateKey, es256)), { keys: terms.keys });
  const unfit = [{ use: 'enc' }, { alg: 'ES384' }, { kty: 'RSA' }, { crv: 'P-384' }, { key_ops: ['deriveKey'] }].map((more) =>
    jwk(other.publicKey, more),
  );
  for (const key of unfit)
    await signatureVerifies(form(signedBy(own.privateKey, { alg: 'ES256' })), { ...terms, keys: [key, jwk(own.publicKey)] });
});

test('where several keys fit, one is named', async () => {
  await assert.rejects(signatureVerifies(form(signedBy(own.privateKey, { alg: 'ES256' })), terms), Violation);
});

test('another key, no such key, no signature, an algorithm that is not advertised', async () => {
  const broken = [
    signedBy(other.privateKey, es256),
    signedBy(own.privateKey, { alg: 'ES256', kid: 'c' }),
    `${part({ alg: 'none' })}.${part({})}.`,
    `${part({})}.${part({})}.AA`,
    `${part({ alg: 'RS256' })}.${part({})}.AA`,
  ];
  for (const token of broken) await assert.rejects(signatureVerifies(form(token), terms), Violation, token);
  await assert.rejects(signatureVerifies(form(signedBy(own.privateKey, es256)), { ...terms, keys: [] }), Violation);
});

test('the secret of a confidential client; a public key is none', async () => {
  const client_secret = 'a secret of thirty-two characters';
  await signatureVerifies(form(hmac(client_secret)), { ...terms, client_secret });
  await assert.rejects(signatureVerifies(form(hmac('another')), { ...terms, client_secret }), Violation);
  for (const algorithms of [['ES256'], ['HS256']])
    await assert.rejects(signatureVerifies(form(hmac(JSON.stringify(terms.keys[0]))), { ...terms, algorithms }), Violation);
});

test('what the suite cannot compute, and what is not there, is not judged', async () => {
  const unknown = form(`${part({ alg: 'XX512', kid: 'b' })}.${part({})}.AA`);
  await assert.rejects(signatureVerifies(unknown, { ...terms, algorithms: ['XX512'] }), Inconclusive);
  await assert.rejects(signatureVerifies(form('opaque'), terms), NothingToJudge);
  await assert.rejects(signatureVerifies(form('a.b.c.d.e'), terms), NothingToJudge);
});

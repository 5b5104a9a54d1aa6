import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { FormField } from '../protocol/form.js';
import { randomValue } from './random-value.js';

export interface AssertingClient {
  readonly client_id: string;
  /** PKCS #8, PEM. */
  readonly private_key: string;
  readonly key_id?: string;
}

/** Seconds that an assertion is good for. */
const lifetime = 60;

/** The two parameters by which a client authenticates with its key (RFC 7523 §2.2): fresh at each call, as none may be used twice. */
export function clientAssertion({ client_id, private_key, key_id }: AssertingClient, audience: string): readonly FormField[] {
  const key = createPrivateKey(private_key);
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: algorithmOf(key), typ: 'JWT', ...(key_id === undefined ? {} : { kid: key_id }) };
  const claims = { iss: client_id, sub: client_id, aud: audience, jti: randomValue(), iat: now, exp: now + lifetime };
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign(key.asymmetricKeyType === 'ed25519' ? null : hashOf(key), Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return [
    ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
    ['client_assertion', `${signed}.${signature.toString('base64url')}`],
  ];
}

/** RFC 7518 §3.1, RFC 8037 §3.1. Throws RangeError for a key that no algorithm fits. */
function algorithmOf(key: KeyObject): string {
  if (key.asymmetricKeyType === 'rsa') return 'RS256';
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  const algorithm = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' }[curve];
  if (algorithm === undefined)
    throw new RangeError(`a key of the kind ${key.asymmetricKeyType ?? 'unknown'} ${curve} signs no assertion`.trimEnd());
  return algorithm;
}

function hashOf(key: KeyObject): string {
  return `sha${algorithmOf(key).slice(-3)}`;
}

import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** The private key in a file, PEM or JWK. Undefined where there is none that signs a JWT: an EC, RSA or Ed25519 key without a passphrase. */
export function privateKeyIn(text: string): { readonly private_key: string; readonly key_id?: string } | undefined {
  const jwk = jwkIn(text);
  const key = keyOf(jwk === undefined ? text : { key: jwk, format: 'jwk' });
  if (key === undefined || !['ec', 'rsa', 'ed25519'].includes(key.asymmetricKeyType ?? '')) return undefined;
  const private_key = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const kid: unknown = jwk?.['kid'];
  return { private_key, ...(typeof kid === 'string' ? { key_id: kid } : {}) };
}

function keyOf(from: Parameters<typeof createPrivateKey>[0]): KeyObject | undefined {
  try {
    return createPrivateKey(from);
  } catch {
    return undefined;
  }
}

function jwkIn(text: string): JsonWebKey | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as JsonWebKey) : undefined;
  } catch {
    return undefined;
  }
}

import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

export type Algorithm = 'ES256' | 'EdDSA' | 'RS256' | 'PS256';

export interface SigningKey {
  readonly key: KeyObject;
  /** What the key may be used with, the first to sign. */
  readonly algorithms: readonly [Algorithm, ...Algorithm[]];
}

/** Reads a private key, PEM or JWK, that a certificate can be signed with. Throws UsageError, which never quotes the file. */
export function readPrivateKey(file: string): Promise<SigningKey> {
  return read(file, '--sign', 'a private key', (source) => createPrivateKey(source));
}

/**
 * Reads a public key, PEM or JWK, or that of an X.509 certificate. A private one is refused, though its public half is in
 * it: whoever checks a certificate has no business with the key that signs one. Throws UsageError.
 */
export function readPublicKey(file: string): Promise<SigningKey> {
  return read(file, '--key', 'a public key', (source) => {
    if (isPrivate(source)) throw new UsageError(`--key ${file}: this is a private key. ${onlyPublic}`);
    return createPublicKey(source);
  });
}

const onlyPublic =
  'Checking takes the public half alone, and the private one should not be where certificates are checked: openssl pkey -in private.pem -pubout -out public.pem';

function isPrivate(source: Source): boolean {
  return typeof source === 'string' ? /^-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/m.test(source) : source.key.d !== undefined;
}

type Source = string | { readonly key: JsonWebKey; readonly format: 'jwk' };

async function read(file: string, option: string, what: string, import_: (source: Source) => KeyObject): Promise<SigningKey> {
  const expected = `expected is ${what}, PEM or JWK: P-256, Ed25519, or RSA of 2048 bits or more.`;
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${option} ${file}: it cannot be read (${error.code ?? 'unknown reason'}).`);
  });
  const jwk = jwkIn(text);
  try {
    const key = import_(jwk === undefined ? text : { key: jwk, format: 'jwk' });
    const algorithms = algorithmsOf(key, jwk?.['alg']);
    if (algorithms !== undefined) return { key, algorithms };
  } catch (error) {
    const encrypted = /^-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text);
    if (!(error instanceof Error) || error instanceof UsageError) throw error;
    throw new UsageError(
      `${option} ${file}: ${encrypted ? 'the key is encrypted, and there is no passphrase to be given' : 'this is none'}; ${expected}`,
    );
  }
  throw new UsageError(`${option} ${file}: this key is of another kind; ${expected}`);
}

function jwkIn(text: string): JsonWebKey | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as JsonWebKey;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function algorithmsOf(key: KeyObject, named: unknown): SigningKey['algorithms'] | undefined {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  const possible = ((): SigningKey['algorithms'] | undefined => {
    switch (key.asymmetricKeyType) {
      case 'ec':
        return namedCurve === 'prime256v1' ? ['ES256'] : undefined;
      case 'ed25519':
        return ['EdDSA'];
      case 'rsa':
        return modulusLength >= 2048 ? ['PS256', 'RS256'] : undefined;
      case 'rsa-pss':
        return modulusLength >= 2048 ? ['PS256'] : undefined;
      default:
        return undefined;
    }
  })();
  if (named === undefined) return possible;
  const chosen = possible?.find((algorithm) => algorithm === named);
  return chosen === undefined ? undefined : [chosen];
}

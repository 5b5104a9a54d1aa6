import { calculateJwkThumbprint, CompactSign, compactVerify, errors, exportJWK } from 'jose';
import { createPublicKey } from 'node:crypto';
import type { SigningKey } from './signing-key.js';

/** A detached JWS in compact form (RFC 7515, Appendix F) over these very octets; its `kid` is the thumbprint of the key (RFC 7638). */
export async function detachedSignature(octets: Uint8Array, signing: SigningKey): Promise<string> {
  const header = { alg: signing.algorithms[0], kid: await thumbprint(signing), typ: 'pkce-conformance-certificate' };
  const whole = await new CompactSign(octets).setProtectedHeader(header).sign(signing.key);
  const [protectedHeader = '', , signature = ''] = whole.split('.');
  return `${protectedHeader}..${signature}`;
}

/** Whether the text is of the form that `detachedSignature` has. */
export function isDetachedSignature(text: string): boolean {
  return /^[\w-]+\.\.[\w-]+$/.test(text);
}

/** Whether the signature is that of these octets by this key. The key decides which algorithms are taken, not the signature. */
export async function isSignedBy(octets: Uint8Array, signature: string, { key, algorithms }: SigningKey): Promise<boolean> {
  const [protectedHeader = '', , value = ''] = signature.split('.');
  const whole = `${protectedHeader}.${Buffer.from(octets).toString('base64url')}.${value}`;
  try {
    await compactVerify(whole, key, { algorithms: [...algorithms] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

export async function thumbprint({ key }: SigningKey): Promise<string> {
  return calculateJwkThumbprint(await exportJWK(key.type === 'private' ? createPublicKey(key) : key));
}

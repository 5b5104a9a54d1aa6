import { randomBytes } from 'node:crypto';

/** A fresh state, nonce or marker: 22 characters that hold 128 bits. */
export function randomValue(): string {
  return randomBytes(16).toString('base64url');
}

import { randomOctets } from '../protocol/random-octets.js';

/** A fresh state, nonce or marker: 22 characters that hold 128 bits. */
export function randomValue(): string {
  return randomOctets(16).toString('base64url');
}

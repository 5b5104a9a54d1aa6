import { s256, type CodeChallengeMethod } from './code-challenge.js';

/**
 * What makes two challenges one verifier, as far as a server that never sees the verifier can know: its S256 value.
 * A plain challenge is the verifier and is hashed; an S256 challenge is that value already.
 */
export function reuseKey(challenge: string, method: CodeChallengeMethod): string {
  return method === 'plain' ? s256(challenge) : challenge;
}

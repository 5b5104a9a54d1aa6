import { hash } from 'node:crypto';

/** The transforms registered by RFC 7636 §6.2.2. */
export type CodeChallengeMethod = 'S256' | 'plain';

export const CODE_CHALLENGE_METHODS: readonly CodeChallengeMethod[] = ['S256', 'plain'];

declare const codeChallenge: unique symbol;

/** What a client sends ahead of its verifier, RFC 7636 §4.2. */
export type CodeChallenge = string & { readonly [codeChallenge]: true };

/** RFC 7636 §4.2. Takes any text, well-formed as a verifier or not. */
export function challengeFor(verifier: string, method: CodeChallengeMethod): CodeChallenge {
  return method === 'S256' ? s256(verifier) : (verifier as CodeChallenge);
}

/** RFC 7636 §4.6: whether the verifier, transformed, is the challenge, character for character. */
export function verifies(verifier: string, method: CodeChallengeMethod, challenge: string): boolean {
  return challengeFor(verifier, method) === challenge;
}

/** SHA-256 in base64url; text is hashed as UTF-8, which for a well-formed verifier is ASCII. */
export function s256(text: string | Uint8Array): CodeChallenge {
  return hash('sha256', text, 'base64url') as CodeChallenge;
}

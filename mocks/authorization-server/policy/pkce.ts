import { hash } from 'node:crypto';
import type { Client } from '../client.js';
import type { Parameters } from '../parameters.js';
import type { AuthorizationCode, CodeChallengeMethod } from '../records.js';
import { equalInConstantTime } from './client-authentication.js';

/** What is known when the server decides whether a verifier has to be checked. */
export interface VerifierFacts {
  readonly code_challenge: string | undefined;
  readonly code_verifier: string | undefined;
  readonly client: Client;
  /** The client proved itself with its secret or an assertion. */
  readonly authenticated: boolean;
  /** Some client_secret was sent, right or wrong. */
  readonly secretSent: boolean;
  /** The Authorization header held a live access token. */
  readonly bearerIsLive: boolean;
}

/** RFC 7636: what is asked of a challenge, and of the verifier that answers it. */
export interface PkcePolicy {
  /** Whether an authorization request of this client needs a challenge; `nonce` and `method` as they were sent. */
  readonly challengeRequired: (client: Client, nonce: string | undefined, method?: string) => boolean;
  /** The methods that may be used here; also what metadata says. */
  readonly methodsOffered: readonly CodeChallengeMethod[];
  /** The method of a challenge that came without one. */
  readonly methodWhenOmitted: CodeChallengeMethod;
  /** Whether the method of a challenge that came without one has to be offered as well. */
  readonly checksOmittedMethod: boolean;
  /** Whether the method that a challenge came with has to be offered. */
  readonly checksNamedMethod: boolean;
  /** The method that a name stands for; undefined if it stands for none. */
  readonly methodNamed: (name: string) => CodeChallengeMethod | undefined;
  /** Whether a method may come without a challenge. */
  readonly acceptsMethodAlone: boolean;
  /** The challenge that the server takes from what was sent; undefined takes none. */
  readonly challengeRead: (sent: string, method: CodeChallengeMethod) => string | undefined;
  readonly challengeWellFormed: (challenge: string, method: CodeChallengeMethod) => boolean;
  /** The challenge that is bound to the code; undefined binds none. `method` as it was sent. */
  readonly boundChallenge: (challenge: string | undefined, method: string | undefined, client: Client) => string | undefined;

  /** The challenge and method that the verifier is held against. */
  readonly challengeToVerify: (
    code: AuthorizationCode,
    parameters: Parameters,
  ) => Pick<AuthorizationCode, 'code_challenge' | 'code_challenge_method'>;
  /** Whether the verifier has to be there and right. */
  readonly needsVerifier: (facts: VerifierFacts) => boolean;
  /** The verifier that the server takes from what was sent. */
  readonly verifierRead: (sent: string) => string;
  readonly verifierWellFormed: (verifier: string) => boolean;
  /** The challenge that a verifier makes. */
  readonly transform: (verifier: string, method: CodeChallengeMethod, client_id: string) => string;
  /** Whether a verifier that makes `derived` proves the challenge. */
  readonly proves: (derived: string, challenge: string, verifier: string, method: CodeChallengeMethod) => boolean;
  /** Whether a verifier may be sent for a code that has no challenge. */
  readonly acceptsSurplusVerifier: boolean;
  /** Whether a code that has no challenge can be redeemed; with `secretSent`, some client_secret came along, right or wrong. */
  readonly redeemsWithoutChallenge: (client: Client, secretSent?: boolean) => boolean;
  /** What a verifier that does not fit does to the code: `revived` forgets that it was spent, `renewed` gives it its time anew, `unbound` leaves it without a challenge. */
  readonly afterFailedVerifier: 'burned' | 'kept' | 'revived' | 'renewed' | 'unbound';
}

export const pkce: PkcePolicy = {
  challengeRequired: (client) => client.require_pkce,
  methodsOffered: ['S256'],
  methodWhenOmitted: 'plain',
  checksOmittedMethod: true,
  checksNamedMethod: true,
  methodNamed: (name) => (name === 'S256' || name === 'plain' ? name : undefined),
  acceptsMethodAlone: false,
  challengeRead: (sent) => sent,
  challengeWellFormed: (challenge, method) => (method === 'S256' ? s256Grammar : verifierGrammar).test(challenge),
  boundChallenge: (challenge) => challenge,

  challengeToVerify: (code) => code,
  needsVerifier: ({ code_challenge }) => code_challenge !== undefined,
  verifierRead: (sent) => sent,
  verifierWellFormed: (verifier) => verifierGrammar.test(verifier),
  transform: (verifier, method) => (method === 'S256' ? s256(verifier) : verifier),
  proves: (derived, challenge) => equalInConstantTime(challenge, derived),
  acceptsSurplusVerifier: false,
  redeemsWithoutChallenge: () => true,
  afterFailedVerifier: 'burned',
};

/** RFC 7636 §4.2. */
export const s256 = (verifier: string): string => hash('sha256', verifier, 'base64url');

/** 256 bits in base64url. */
const s256Grammar = /^[A-Za-z0-9_-]{43}$/;

/** RFC 7636 §4.1. The end is really the end: `$` without the flag `m`. */
const verifierGrammar = /^[A-Za-z0-9\-._~]{43,128}$/;

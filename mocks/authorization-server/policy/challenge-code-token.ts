import type { Awaitable } from '../awaitable.js';
import type { Store } from '../store.js';
import type { CodeChallengeMethod } from '../records.js';
import { s256 } from './pkce.js';

/** What the ledger of used verifiers can tell requests apart by. */
export interface LedgerFacts {
  readonly code_challenge: string;
  readonly code_challenge_method: CodeChallengeMethod;
  readonly client_id: string;
  readonly scope: readonly string[];
}

/** A proof as it came, by the way it came. */
export interface PresentedProofs {
  readonly form: string | undefined;
  readonly header: string | undefined;
  readonly query: string | undefined;
}

export type ProofCarrier = keyof PresentedProofs;

/** What only the Challenge Code Token has: a challenge at the token endpoint, a ledger, a proof at the resource. */
export interface ChallengeCodeTokenPolicy {
  /** Whether a request with this grant_type is one for a Challenge Code Token. */
  readonly challengeGrant: (
    grantType: string | undefined,
    required: string | undefined,
  ) => 'accepted' | 'grant-type-missing' | 'grant-type-unknown';
  /** The challenge of the request. */
  readonly challengeOfRequest: (parameters: ReadonlyMap<string, string>) => string | undefined;
  /** What stands for a verifier in the ledger, whichever challenge it was sent as. */
  readonly ledgerKey: (facts: LedgerFacts) => string;
  /** Seconds that the ledger remembers a verifier. */
  readonly ledgerMemory: number;
  /** Marks a verifier as used: true for the first caller only. */
  readonly spendVerifier: (store: Store, key: string, until: number) => Awaitable<boolean>;
  /** Whether a request that is refused for another reason uses the verifier up. */
  readonly refusalBurnsVerifier: boolean;
  /** Whether a token comes with a refresh token, and is renewed by it. */
  readonly renewsByRefresh: boolean;
  /** Whether the resource wants the proof of the verifier. */
  readonly demandsProof: boolean;
  /** The proof that counts, of those presented. */
  readonly proofPresented: (proofs: PresentedProofs, carrier: ProofCarrier) => string | undefined;
  /** Whether the resource wants the client_secret. */
  readonly resourceDemandsSecret: boolean;
}

export const challengeCodeToken: ChallengeCodeTokenPolicy = {
  challengeGrant: (grantType, required) => {
    if (grantType === undefined) return required === undefined ? 'accepted' : 'grant-type-missing';
    return grantType === (required ?? challengeCodeGrantType) ? 'accepted' : 'grant-type-unknown';
  },
  challengeOfRequest: (parameters) => parameters.get('code_challenge'),
  ledgerKey: ({ code_challenge, code_challenge_method }) => (code_challenge_method === 'S256' ? code_challenge : s256(code_challenge)),
  ledgerMemory: 86_400,
  spendVerifier: (store, key, until) => store.verifiers.add(key, true, until),
  refusalBurnsVerifier: false,
  renewsByRefresh: false,
  demandsProof: true,
  proofPresented: (proofs, carrier) => proofs[carrier],
  resourceDemandsSecret: false,
};

/** The extension grant type (RFC 6749 §4.5) that a request may name. */
const challengeCodeGrantType = 'urn:druid:oauth2:grant-type:code_challenge';

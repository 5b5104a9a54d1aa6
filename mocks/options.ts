import type { ClientEntry } from './authorization-server/client.js';
import type { Mutant } from './authorization-server/mutant.js';
import type { ProofCarrier } from './authorization-server/policy/challenge-code-token.js';
import type { Profile } from './authorization-server/profile.js';
import type { Store } from './authorization-server/store.js';

export interface MockOptions {
  /** An origin, with a path or without, and no slash at the end. `https://as.example` unless said, or the URL where the mock comes to listen. */
  readonly issuer?: string;
  /** What the mock is right by; `rfc9700` unless said. Of several, the first speaks in the metadata. */
  readonly profile?: Profile;
  readonly profiles?: readonly Profile[];
  /** The clients it knows; those of `presetClients` unless said. */
  readonly clients?: readonly ClientEntry[];
  /** `manual` stands still until it is advanced; `real`, the default, goes by itself. */
  readonly clock?: 'manual' | 'real';
  /** Misbehaviours, as objects or by id. */
  readonly mutants?: readonly (Mutant | string)[];
  /** Where it remembers; in this process unless said. Gets the clock the entries age on, in milliseconds. */
  readonly store?: (now: () => number) => Store;
  /** Whether `/_mock/` steers it over HTTP. */
  readonly control?: boolean;
  /** How the resource of the Challenge Code Token takes the verifier; the form field `code_verifier` unless said. */
  readonly proof?: { readonly carrier?: ProofCarrier; readonly name?: string };
  /** The grant_type a Challenge Code Token request has to name. */
  readonly challengeGrantType?: string;
  /** What a client has to show to register itself (RFC 7591 §3). */
  readonly initialAccessToken?: string;
  /** `form` shows a page with an Approve button; `automatic`, the default, approves by itself. */
  readonly approval?: 'automatic' | 'form';
}

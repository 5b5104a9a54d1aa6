import type { Client } from './client.js';
import type { Policy } from './policy/policy.js';
import type { ProofCarrier } from './policy/challenge-code-token.js';
import type { Profile, RfcProfile } from './profile.js';
import { settled, type Steps } from './awaitable.js';
import type { Store } from './store.js';

/** Everything the endpoints stand on. */
export interface AuthorizationServer {
  /** An origin, with a path or without; no slash at the end. */
  readonly issuer: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly store: Store;
  /** The clients that are known from the start. */
  readonly clients: ReadonlyMap<string, Client>;
  readonly policies: Readonly<Record<Profile, Policy>>;
  /** The profiles the mock was made for. */
  readonly profiles: readonly Profile[];
  /** The one profile that this issuer is for; absent: the issuer the mock was made with, which is for all of them. */
  readonly tenant?: RfcProfile;
  /** Whose policy decides where no client does: in metadata, and for clients that register themselves. */
  readonly primary: Profile;
  /** The RFC policy for requests whose client is not known yet. */
  readonly primaryRfc: RfcProfile;
  /** How the resource of the Challenge Code Token takes the verifier. */
  readonly proof: { readonly carrier: ProofCarrier; readonly name: string };
  /** The grant_type a Challenge Code Token request has to name; absent: none is needed. */
  readonly challengeGrantType: string | undefined;
  /** What a client needs to register itself; absent: nothing. */
  readonly initialAccessToken: string | undefined;
  /** Whether a resource owner has to press a button. */
  readonly approval: 'automatic' | 'form';
}

/** The client of that name, known from the start or registered since. */
export const clientNamed = ({ clients, store }: AuthorizationServer, client_id: string): Steps<Client | undefined> =>
  settled(clients.get(client_id) ?? store.clients.find(client_id));

/** Where an endpoint listens: below the issuer. */
export const paths = {
  authorization: '/authorize',
  token: '/token',
  userinfo: '/userinfo',
  resource: '/resource',
  registration: '/register',
  push: '/par',
  revocation: '/revoke',
  jwks: '/jwks',
  challengeCodeToken: '/oauth2/token',
  challengeCodeResource: '/oauth2/resource',
  pkceAccessAuthorization: '/api/v1/oauth2/authorize',
  pkceAccessToken: '/api/v1/oauth2/token',
  pkceAccessUserinfo: '/api/v1/oauth2/userinfo',
} as const;

/** How long a thing is remembered whatever its lifetime, so that a dead code is told from an unknown one; milliseconds. */
export const memory = 86_400_000;

import { hash, randomBytes } from 'node:crypto';

export type Pair = readonly [name: string, value: string];
export type Json = Readonly<Record<string, unknown>>;

/** Every decision of a client, each under its own name. A client mutant replaces one. */
export interface ClientPolicy {
  /** A verifier (RFC 7636 §4.1); `attempt` counts the authorization requests of this client from 1. */
  readonly newVerifier: (attempt: number) => string;
  /** The challenge of a verifier (RFC 7636 §4.2). */
  readonly challengeFor: (verifier: string) => string;
  /** The method to name, of those advertised; undefined names none. */
  readonly challengeMethod: (advertised: readonly string[] | undefined) => string | undefined;
  /** Whether the request carries PKCE at all (RFC 7636 §5). */
  readonly sendsPkce: (advertised: readonly string[] | undefined) => boolean;
  /** Which transaction's verifier goes with a response. */
  readonly verifierOf: (transaction: Transaction, all: readonly Transaction[]) => string;
  readonly sendsVerifier: boolean;
  /** What an error at either endpoint leads to; a client of good sense stops. */
  readonly afterRefusal: (error: string, attempt: number) => 'stop' | 'again' | 'again-with-plain' | 'again-without-pkce';
  readonly newState: (attempt: number) => string;
  readonly newNonce: (attempt: number) => string;
  /** Whether the state of a response is that of the transaction (RFC 6749 §10.12). `given` holds every occurrence. */
  readonly stateHolds: (expected: string, given: readonly string[]) => boolean;
  /** Whether the iss of a response is that of the server that was asked (RFC 9207 §2.4). */
  readonly issHolds: (issuer: string, given: readonly string[], advertised: boolean) => boolean;
  /** Whether metadata is of the issuer it was asked for (RFC 8414 §3.3). */
  readonly metadataHolds: (issuer: string, metadata: Json) => boolean;
  /** The parameters of an authorization request, complete. */
  readonly authorizationParameters: (parameters: readonly Pair[], transaction: Transaction) => readonly Pair[];
  /** Whether the request is pushed, where the server takes pushes (RFC 9126). */
  readonly pushes: boolean;
  /** The request that the authorization endpoint sees after a push. */
  readonly parametersAfterPush: (client_id: string, request_uri: string, pushed: readonly Pair[]) => readonly Pair[];
  /** The parameters of a token request, complete. */
  readonly tokenParameters: (parameters: readonly Pair[], transaction: Transaction | undefined) => readonly Pair[];
  /** Method, address, header fields and body of a token request, from its parameters. */
  readonly tokenRequest: (url: string, parameters: readonly Pair[], authorization: string | undefined) => OutgoingRequest;
  /** The Authorization header of a client with a secret (RFC 6749 §2.3.1). */
  readonly basicCredentials: (client_id: string, client_secret: string) => string;
  /** Whether a redemption is sent once more after this outcome; undefined is no answer at all. */
  readonly redeemsAgain: (status: number | undefined, attempt: number) => boolean;
  /** The members of a token response; undefined where there is no token in it. */
  readonly tokensOf: (status: number, contentType: string, body: string) => Json | undefined;
  readonly acceptsTokenType: (tokenType: unknown) => boolean;
  /** Seconds that a token is taken to live. */
  readonly lifetimeOf: (expiresIn: unknown) => number;
  /** The scope the client believes it has. */
  readonly scopeOf: (granted: unknown, requested: string) => string;
  /** What is wrong with an ID Token (OpenID Connect Core §3.1.3.7); undefined where nothing is. */
  readonly idTokenFault: (faults: readonly string[]) => string | undefined;
  /** The refresh token to use next. */
  readonly nextRefreshToken: (current: string, answered: unknown) => string;
  /** How a token travels to a resource (RFC 6750 §2). */
  readonly resourceRequest: (url: string, accessToken: string) => OutgoingRequest;
  /** Whether a refused resource leads to a refresh. */
  readonly renewsAfter: (status: number, attempt: number) => boolean;
}

/** One authorization request and what has to be remembered of it until its response. */
export interface Transaction {
  readonly attempt: number;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly method: string | undefined;
  readonly pkce: boolean;
  readonly issuer: string;
}

export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The right decisions. */
export const correctClient: ClientPolicy = {
  newVerifier: () => randomBytes(32).toString('base64url'),
  challengeFor: (verifier) => hash('sha256', verifier, 'base64url'),
  challengeMethod: () => 'S256',
  sendsPkce: () => true,
  verifierOf: ({ verifier }) => verifier,
  sendsVerifier: true,
  afterRefusal: () => 'stop',
  newState: () => randomBytes(32).toString('base64url'),
  newNonce: () => randomBytes(32).toString('base64url'),
  stateHolds: (expected, given) => given.length === 1 && given[0] === expected,
  issHolds: (issuer, given, advertised) => (given.length === 0 ? !advertised : given.length === 1 && given[0] === issuer),
  metadataHolds: (issuer, metadata) => metadata.issuer === issuer,
  authorizationParameters: (parameters) => parameters,
  pushes: true,
  parametersAfterPush: (client_id, request_uri) => [
    ['client_id', client_id],
    ['request_uri', request_uri],
  ],
  tokenParameters: (parameters) => parameters,
  tokenRequest: (url, parameters, authorization) => ({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: formOf(parameters),
  }),
  basicCredentials: (client_id, client_secret) =>
    `Basic ${Buffer.from(`${formEncode(client_id)}:${formEncode(client_secret)}`).toString('base64')}`,
  redeemsAgain: () => false,
  tokensOf: (status, contentType, body) => {
    const members = status === 200 && /^application\/json\b/i.test(contentType) ? jsonOf(body) : undefined;
    return typeof members?.access_token === 'string' && members.access_token !== '' && members.error === undefined ? members : undefined;
  },
  acceptsTokenType: (tokenType) => typeof tokenType === 'string' && tokenType.toLowerCase() === 'bearer',
  lifetimeOf: (expiresIn) => (Number.isFinite(Number(expiresIn)) && Number(expiresIn) > 0 ? Number(expiresIn) : 0),
  scopeOf: (granted, requested) => (typeof granted === 'string' ? granted : requested),
  idTokenFault: ([first]) => first,
  nextRefreshToken: (current, answered) => (typeof answered === 'string' && answered !== '' ? answered : current),
  resourceRequest: (url, accessToken) => ({ method: 'GET', url, headers: { authorization: `Bearer ${accessToken}` } }),
  renewsAfter: (status, attempt) => status === 401 && attempt === 1,
};

/** RFC 6749 Appendix B. */
const formEncode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

export const formOf = (parameters: readonly Pair[]): string =>
  new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString();

/** The object that a text is the JSON of; undefined for anything else. */
export function jsonOf(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

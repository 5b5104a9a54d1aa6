import { challengeFor } from '../protocol/code-challenge.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { decodedText, type DecodedField, type FormField } from '../protocol/form.js';
import type { RegisteredClient, Target } from '../target/target.js';
import type { RequestDraft } from '../wire/draft.js';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive } from '../wire/inconclusive.js';
import type { Wire } from '../wire/wire.js';
import { changed, type Change, type FieldValue } from './changes.js';
import type { IssuedCode } from './messages.js';
import { randomValue } from './random-value.js';
import type { Answering } from './login/login-driver.js';
import type { Landing, UserAgent } from './user-agent.js';

/** What an authorization request says where it does not say the ordinary; `null` leaves a parameter out. */
export interface AuthorizationWish {
  readonly verifier?: string;
  readonly challenge?: FieldValue | null;
  readonly method?: FieldValue | null;
  readonly redirectUri?: string | null;
  readonly scope?: string | null;
  readonly nonce?: string | null;
  readonly changes?: readonly Change[];
  /** What the user answers on the way; default: everything. */
  readonly answering?: Answering;
}

export type AuthorizationResult = {
  /** A push that was refused has led nowhere. */
  readonly landing: Landing | { readonly kind: 'push'; readonly exchange: Exchange };
  readonly exchange: Exchange;
  /** The parameters as they were sent, decoded. */
  readonly sent: readonly DecodedField[];
} & (
  | { readonly kind: 'code'; readonly code: IssuedCode }
  | {
      readonly kind: 'refused';
      readonly error: string | undefined;
      /** As the client sent it. */
      readonly state: string;
    }
);

/** Who asks for authorization, of whom, and by whose browser. */
export interface AuthorizingClient {
  readonly registration: RegisteredClient;
  readonly target: Target;
  readonly wire: Wire;
  readonly userAgent: UserAgent;
  readonly redirectUri: string;
}

/** What the client has to remember of its request. */
export type PendingAuthorization = Omit<IssuedCode, 'value' | 'receivedAt' | 'requestedAt'>;

export interface PreparedAuthorization {
  readonly draft: RequestDraft;
  readonly pending: PendingAuthorization;
}

/** RFC 7636 §4.3: an authorization request with a fresh state, verifier and S256 challenge, and a nonce where openid is asked for. */
export function authorizationRequest(client: AuthorizingClient, wish: AuthorizationWish = {}): PreparedAuthorization {
  const { target, registration } = client;
  const { authorization } = target.endpoints;
  if (authorization === undefined) throw new Inconclusive('the target names no authorization endpoint');
  const verifier = wish.verifier ?? newCodeVerifier();
  const method = wish.method === undefined ? 'S256' : wish.method;
  const challenge = wish.challenge === undefined ? challengeFor(verifier, method === 'plain' ? 'plain' : 'S256') : wish.challenge;
  const redirectUri = wish.redirectUri === undefined ? client.redirectUri : (wish.redirectUri ?? undefined);
  const scope = wish.scope === undefined ? (registration.scope ?? target.scope) : (wish.scope ?? undefined);
  const state = randomValue();
  const ownNonce = scope?.split(' ').includes('openid') ? randomValue() : undefined;
  const nonce = wish.nonce === undefined ? ownNonce : (wish.nonce ?? undefined);
  const query: FormField[] = [
    ['response_type', 'code'],
    ['client_id', registration.client_id],
    ...field('redirect_uri', redirectUri),
    ...field('scope', scope),
    ['state', state],
    ...field('nonce', nonce),
    ...field('code_challenge', challenge ?? undefined),
    ...field('code_challenge_method', method ?? undefined),
    ...Object.entries(target.authorization_parameters),
  ];
  return {
    draft: changed({ method: 'GET', url: authorization, headers: {}, query }, ...(wish.changes ?? [])),
    pending: { client: registration, verifier, challenge: text(challenge), method: text(method), redirectUri, state, nonce },
  };
}

/** Goes through authorization and login by the front channel alone. */
export function authorizeDirectly(client: AuthorizingClient, wish: AuthorizationWish = {}): Promise<AuthorizationResult> {
  return submit(client, authorizationRequest(client, wish), wish.answering);
}

/** Sends the user agent off with the request and reads where it lands. */
export async function submit(
  client: AuthorizingClient,
  { draft, pending }: PreparedAuthorization,
  answering?: Answering,
): Promise<AuthorizationResult> {
  const sent = fieldsOf(draft);
  const named = sent.flatMap(([name, value]) => (name === 'redirect_uri' ? [value] : []));
  const landing = await client.userAgent.navigate(
    client.wire,
    draft,
    [...client.registration.redirect_uris, pending.redirectUri ?? '', ...named].filter(Boolean),
    answering,
  );
  const { exchange } = landing;
  if (landing.kind === 'lost')
    throw new Inconclusive(`the authorization request led nowhere: ${landing.reason}`, {
      exchanges: [exchange.n],
      unreachable: exchange.outcome.kind === 'failure' || landing.hopeless === true,
      ...(landing.keys === undefined ? {} : { keys: landing.keys }),
    });
  if (exchange.outcome.kind === 'answer' && [429, 502, 503, 504].includes(exchange.outcome.status)) {
    throw new Inconclusive(`the authorization endpoint answered ${exchange.outcome.status}`, { exchanges: [exchange.n] });
  }
  const parameters = landing.kind === 'redirect-uri' ? new URL(landing.url).searchParams : new URLSearchParams();
  const value = parameters.get('code');
  const met = { landing, exchange, sent };
  if (!value) return { ...met, kind: 'refused', error: parameters.get('error') ?? undefined, state: pending.state };
  return { ...met, kind: 'code', code: { ...pending, value, requestedAt: exchange.sentAt, receivedAt: exchange.answeredAt } };
}

/** The parameters of a request, decoded. */
export function fieldsOf({ form, query = [] }: RequestDraft): readonly DecodedField[] {
  return (form ?? query).map(([name, value]) => [decodedText(name), decodedText(value)] as const);
}

function field(name: string, value: FieldValue | undefined): FormField[] {
  return value === undefined ? [] : [[name, value]];
}

function text(value: FieldValue | null): string | undefined {
  return value === null ? undefined : decodedText(value);
}

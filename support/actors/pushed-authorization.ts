import type { DecodedField, FormField } from '../protocol/form.js';
import { readPushBody } from '../protocol/push-response.js';
import type { RequestDraft } from '../wire/draft.js';
import type { Exchange } from '../wire/exchange.js';
import { Inconclusive } from '../wire/inconclusive.js';
import {
  authorizationRequest,
  fieldsOf,
  submit,
  type AuthorizationResult,
  type AuthorizationWish,
  type AuthorizingClient,
  type PendingAuthorization,
  type PreparedAuthorization,
} from './authorization-request.js';
import { changed, type Change } from './changes.js';

/** A request that lies at the server and is fetched by its reference. */
export interface PushedRequest {
  readonly requestUri: string;
  /** As the server said, whatever it said. */
  readonly expiresIn: unknown;
  readonly pending: PendingAuthorization;
  /** The parameters of the authorization request, decoded. */
  readonly sent: readonly DecodedField[];
  readonly exchange: Exchange;
  /** Milliseconds on the target's clock, just before the push left. */
  readonly requestedAt: number;
  /** Milliseconds on the target's clock, when the answer had arrived. */
  readonly receivedAt: number;
}

export type PushResult =
  | { readonly kind: 'pushed'; readonly pushed: PushedRequest; readonly exchange: Exchange }
  | { readonly kind: 'refused'; readonly exchange: Exchange; readonly error: string | undefined; readonly pending: PendingAuthorization };

/** A client that knows how to authenticate. */
export interface PushingClient extends AuthorizingClient {
  authenticated(form: readonly FormField[], url?: string): RequestDraft;
}

/** RFC 9126 §2.1: the authorization request as a form, with the client's own authentication; the wish changes the request, the changes the whole form. */
export async function push(client: PushingClient, wish: AuthorizationWish = {}, ...changes: readonly Change[]): Promise<PushResult> {
  const { pushed_authorization_request: endpoint } = client.target.endpoints;
  if (endpoint === undefined) throw new Inconclusive('the target names no endpoint for pushed authorization requests');
  const { draft, pending } = authorizationRequest(client, wish);
  const exchange = await client.wire.send(changed(client.authenticated(draft.form ?? draft.query ?? [], endpoint), ...changes));
  const response = readPushBody(exchange.outcome.kind === 'answer' ? exchange.outcome.body : '');
  if (response.kind !== 'accepted') return { kind: 'refused', exchange, pending, error: response.error };
  const { requestUri, expiresIn } = response;
  const pushed = {
    requestUri,
    expiresIn,
    pending,
    sent: fieldsOf(draft),
    exchange,
    requestedAt: exchange.sentAt,
    receivedAt: exchange.answeredAt,
  };
  return { kind: 'pushed', pushed, exchange };
}

/** RFC 9126 §4: the front channel carries who asks and the reference, and what the changes add. */
export function authorizePushed(
  client: AuthorizingClient,
  pushed: PushedRequest,
  ...changes: readonly Change[]
): Promise<AuthorizationResult> {
  return submit(client, byReference(client, pushed, ...changes));
}

function byReference(
  client: AuthorizingClient,
  { requestUri, pending }: PushedRequest,
  ...changes: readonly Change[]
): PreparedAuthorization {
  const { authorization } = client.target.endpoints;
  if (authorization === undefined) throw new Inconclusive('the target names no authorization endpoint');
  const query: FormField[] = [
    ['client_id', client.registration.client_id],
    ['request_uri', requestUri],
  ];
  return { draft: changed({ method: 'GET', url: authorization, headers: {}, query }, ...changes), pending };
}

/** Pushes, with the changes, and then authorizes; a push that is refused refuses the authorization. */
export async function authorizeByPush(
  client: PushingClient,
  wish: AuthorizationWish = {},
  ...changes: readonly Change[]
): Promise<AuthorizationResult> {
  const result = await push(client, wish, ...changes);
  if (result.kind === 'pushed') {
    const { pushed } = result;
    return { ...(await submit(client, byReference(client, pushed), wish.answering)), sent: pushed.sent };
  }
  const { exchange, error, pending } = result;
  if (exchange.outcome.kind === 'failure')
    throw new Inconclusive(`the push was not answered: ${exchange.outcome.message}`, { exchanges: [exchange.n], unreachable: true });
  if ([429, 502, 503, 504].includes(exchange.outcome.status))
    throw new Inconclusive(`the pushed authorization request endpoint answered ${exchange.outcome.status}`, { exchanges: [exchange.n] });
  return { kind: 'refused', landing: { kind: 'push', exchange }, exchange, sent: [], error, state: pending.state };
}

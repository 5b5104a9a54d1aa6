import { faultsOf } from './id-token.js';
import {
  correctClient,
  formOf,
  jsonOf,
  type ClientPolicy,
  type Json,
  type OutgoingRequest,
  type Pair,
  type Transaction,
} from './policy.js';

export interface ClientOptions {
  readonly issuer: string;
  readonly client_id: string;
  readonly client_secret?: string;
  readonly redirect_uri: string;
  readonly scope: string;
  /** What the access token is for. */
  readonly resource?: string;
  /** How it reaches the network; redirects must not be followed. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Decisions in the place of the correct ones. */
  readonly policy?: Partial<ClientPolicy>;
}

/** Where a flow ended: with tokens, or stopped, and why. */
export type Outcome = { readonly tokens: Json; readonly scope: string } | { readonly stopped: string };

/** A client that does its half right, or wrong in the one way that its policy says. */
export interface ConformantClient {
  /** An authorization request to send the user agent to. */
  begin(): Promise<{ readonly url: string; readonly transaction: Transaction } | { readonly stopped: string }>;
  /** The response that the user agent brought to the redirect URI. */
  receive(redirect: string, transaction: Transaction): Promise<Outcome>;
  refresh(): Promise<Outcome>;
  /** Opens the resource; the status, or undefined without a token to open it with. */
  open(): Promise<number | undefined>;
  /** All of it, with a user agent that goes where it is sent and a server that approves by itself. */
  flow(): Promise<Outcome>;
}

export function conformantClient(options: ClientOptions): ConformantClient {
  const policy: ClientPolicy = { ...correctClient, ...options.policy };
  const { issuer, client_id, client_secret, redirect_uri } = options;
  const now = options.now ?? Date.now;
  const transactions: Transaction[] = [];
  let described: Promise<Json | undefined> | undefined;
  let held: { readonly tokens: Json; readonly refreshToken: string; readonly accessToken: string } | undefined;
  let insistence: 'again' | 'again-with-plain' | 'again-without-pkce' | undefined;

  const send = ({ method, url, headers, body }: OutgoingRequest): Promise<Response> =>
    options.fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
  const metadata = (): Promise<Json | undefined> => (described ??= discover());

  async function discover(): Promise<Json | undefined> {
    const { origin, pathname } = new URL(issuer);
    const response = await send({
      method: 'GET',
      url: `${origin}/.well-known/oauth-authorization-server${pathname === '/' ? '' : pathname}`,
      headers: {},
    });
    const document = jsonOf(await response.text());
    return response.status === 200 && document !== undefined && policy.metadataHolds(issuer, document) ? document : undefined;
  }

  function transact(advertised: readonly string[] | undefined): Transaction {
    const attempt = transactions.length + 1;
    const transaction = {
      attempt,
      state: policy.newState(attempt),
      nonce: policy.newNonce(attempt),
      verifier: policy.newVerifier(attempt),
      method: insistence === 'again-with-plain' ? 'plain' : policy.challengeMethod(advertised),
      pkce: insistence !== 'again-without-pkce' && policy.sendsPkce(advertised),
      issuer,
    };
    transactions.push(transaction);
    return transaction;
  }

  function authorizationRequest(transaction: Transaction): readonly Pair[] {
    const { state, nonce, verifier, method, pkce } = transaction;
    const pairs: Pair[] = [
      ['response_type', 'code'],
      ['client_id', client_id],
      ['redirect_uri', redirect_uri],
      ['scope', options.scope],
      ['state', state],
    ];
    if (options.scope.split(' ').includes('openid')) pairs.push(['nonce', nonce]);
    if (pkce) pairs.push(['code_challenge', method === 'plain' ? verifier : policy.challengeFor(verifier)]);
    if (pkce && method !== undefined) pairs.push(['code_challenge_method', method]);
    return policy.authorizationParameters(pairs, transaction);
  }

  const post = async (url: string, parameters: readonly Pair[]): Promise<Response> =>
    send(policy.tokenRequest(url, parameters, client_secret === undefined ? undefined : policy.basicCredentials(client_id, client_secret)));

  async function tokens(parameters: readonly Pair[], transaction: Transaction | undefined): Promise<Outcome> {
    const server = await metadata();
    if (server === undefined) return { stopped: 'metadata' };
    const complete = policy.tokenParameters(parameters, transaction);
    let response: Response | undefined;
    for (let attempt = 1; attempt === 1 || policy.redeemsAgain(response?.status, attempt - 1); attempt += 1) {
      response = await post(String(server.token_endpoint), complete).catch(() => undefined);
    }
    if (response === undefined) return { stopped: 'no answer' };
    const text = await response.text();
    const members = policy.tokensOf(response.status, response.headers.get('content-type') ?? '', text);
    if (members === undefined) return refused(errorOf(jsonOf(text), response.status));
    if (!policy.acceptsTokenType(members.token_type)) return { stopped: 'token_type' };
    const fault =
      transaction !== undefined && options.scope.split(' ').includes('openid')
        ? await idTokenFault(server, members, transaction)
        : undefined;
    if (fault !== undefined) return { stopped: `id_token ${fault}` };
    policy.lifetimeOf(members.expires_in);
    held = {
      tokens: members,
      accessToken: String(members.access_token),
      refreshToken: policy.nextRefreshToken(held?.refreshToken ?? '', members.refresh_token),
    };
    return { tokens: members, scope: policy.scopeOf(members.scope, options.scope) };
  }

  async function idTokenFault(server: Json, members: Json, { nonce }: Transaction): Promise<string | undefined> {
    const keys = jsonOf(await (await send({ method: 'GET', url: String(server.jwks_uri), headers: {} })).text())?.keys;
    const faults = faultsOf(members.id_token, {
      issuer,
      client_id,
      nonce,
      access_token: String(members.access_token),
      keys: Array.isArray(keys) ? (keys as Json[]) : [],
      algorithms: ['ES256', 'RS256'],
      now: now() / 1000,
    });
    return policy.idTokenFault(faults);
  }

  async function refused(error: string): Promise<Outcome> {
    const next = policy.afterRefusal(error, transactions.length);
    if (next === 'stop') return { stopped: error };
    insistence = next;
    return flow();
  }

  const begin: ConformantClient['begin'] = async () => {
    const server = await metadata();
    if (server === undefined) return { stopped: 'metadata' };
    const advertised = server.code_challenge_methods_supported;
    const transaction = transact(Array.isArray(advertised) ? advertised.map(String) : undefined);
    const parameters = authorizationRequest(transaction);
    const endpoint = String(server.authorization_endpoint);
    const pushEndpoint = server.pushed_authorization_request_endpoint;
    const at = (pairs: readonly Pair[]): string => `${endpoint}${endpoint.includes('?') ? '&' : '?'}${formOf(pairs)}`;
    if (typeof pushEndpoint !== 'string' || !policy.pushes) return { url: at(parameters), transaction };
    const response = await post(pushEndpoint, parameters);
    const answer = jsonOf(await response.text());
    if (response.status !== 201 || typeof answer?.request_uri !== 'string') return { stopped: errorOf(answer, response.status) };
    return { url: at(policy.parametersAfterPush(client_id, answer.request_uri, parameters)), transaction };
  };

  const receive: ConformantClient['receive'] = async (redirect, transaction) => {
    const server = await metadata();
    const { searchParams } = new URL(redirect);
    const advertised = server?.authorization_response_iss_parameter_supported === true;
    if (!policy.stateHolds(transaction.state, searchParams.getAll('state'))) return { stopped: 'state' };
    if (!policy.issHolds(transaction.issuer, searchParams.getAll('iss'), advertised)) return { stopped: 'iss' };
    const error = searchParams.get('error');
    if (error !== null) return refused(error);
    const code = searchParams.get('code');
    if (code === null || searchParams.getAll('code').length > 1) return { stopped: 'code' };
    const pairs: Pair[] = [
      ['grant_type', 'authorization_code'],
      ['code', code],
      ['redirect_uri', redirect_uri],
      ['client_id', client_id],
    ];
    if (transaction.pkce && policy.sendsVerifier) pairs.push(['code_verifier', policy.verifierOf(transaction, transactions)]);
    return tokens(pairs, transaction);
  };

  const refresh = async (): Promise<Outcome> => {
    if (held === undefined || held.refreshToken === '') return { stopped: 'nothing to refresh with' };
    return tokens(
      [
        ['grant_type', 'refresh_token'],
        ['refresh_token', held.refreshToken],
        ['client_id', client_id],
      ],
      undefined,
    );
  };

  async function flow(): Promise<Outcome> {
    const begun = await begin();
    if ('stopped' in begun) return begun;
    const response = await send({ method: 'GET', url: begun.url, headers: { accept: 'text/html' } });
    const location = response.headers.get('location');
    return location?.startsWith(redirect_uri) ? receive(location, begun.transaction) : { stopped: `a page with status ${response.status}` };
  }

  return {
    begin,
    receive,
    refresh,
    flow,
    async open() {
      if (options.resource === undefined) return undefined;
      for (let attempt = 1; held !== undefined; attempt += 1) {
        const { status } = await send(policy.resourceRequest(options.resource, held.accessToken));
        if (!policy.renewsAfter(status, attempt) || 'stopped' in (await refresh())) return status;
      }
      return undefined;
    },
  };
}

const errorOf = (answer: Json | undefined, status: number): string => (typeof answer?.error === 'string' ? answer.error : String(status));

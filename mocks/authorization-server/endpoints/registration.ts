import type { HttpResponse } from '../../../support/protocol/http.js';
import { settled, type Steps } from '../awaitable.js';
import { clientFrom, knownScope, type Client, type TokenEndpointAuthMethod } from '../client.js';
import { headerOf } from '../form.js';
import { unguessable } from '../policy/codes.js';
import { answerRefusal, isRefusal, refuse, type Refusal } from '../refusal.js';
import { memory, paths, type AuthorizationServer } from '../server.js';
import { realmOf, type Call, type Endpoint } from './endpoint.js';

/** Clients that register themselves (RFC 7591 §3), and read or delete themselves (RFC 7592 §2). */
export const registrationEndpoint: Endpoint = {
  name: 'registration',
  *answer(call) {
    const bearer = /^bearer +(.+)$/i.exec(headerOf(call.request, 'authorization') ?? '')?.[1];
    const outcome = call.request.method === 'POST' ? yield* register(call, bearer) : yield* manage(call, bearer);
    return isRefusal(outcome) ? answerRefusal(call.policy, outcome, realmOf(call.server)) : outcome;
  },
};

function* register({ server, policy, request, rest }: Call, bearer: string | undefined): Steps<HttpResponse | Refusal> {
  if (rest !== '') return refuse('not-found');
  if (server.initialAccessToken !== undefined && bearer !== server.initialAccessToken) return refuse('registration-token');
  if (request.body.length > policy.bodyLimit) return refuse('body-too-large');
  const metadata = parsed(request.body);
  const redirectUris = metadata?.redirect_uris;
  const method = metadata?.token_endpoint_auth_method ?? 'client_secret_basic';
  if (metadata === undefined || !isAuthMethod(method)) return refuse('registration-metadata');
  const applicationType = metadata.application_type === 'native' ? 'native' : 'web';
  if (!isList(redirectUris) || redirectUris.length === 0) return refuse('registration-redirect-uri');
  if (!redirectUris.every((uri) => policy.mayRegister(uri, applicationType))) return refuse('registration-redirect-uri');
  const grantTypes = metadata.grant_types ?? ['authorization_code'];
  if (!isList(grantTypes) || !grantTypes.every((type) => policy.grantTypeNamed(type) !== undefined)) return refuse('registration-metadata');

  const client = clientFrom(
    {
      client_id: unguessable(),
      ...(method === 'none' || method === 'private_key_jwt' ? {} : { client_secret: unguessable() }),
      token_endpoint_auth_method: method,
      redirect_uris: redirectUris,
      application_type: applicationType,
      scope:
        typeof metadata.scope === 'string'
          ? metadata.scope
              .split(' ')
              .filter((token) => knownScope.split(' ').includes(token))
              .join(' ') || knownScope
          : knownScope,
      grant_types: grantTypes,
      jwks: typeof metadata.jwks === 'object' && metadata.jwks !== null ? (metadata.jwks as NonNullable<Client['jwks']>) : undefined,
      id_token_signed_response_alg: metadata.id_token_signed_response_alg === 'RS256' ? 'RS256' : 'ES256',
      require_pushed_authorization_requests: metadata.require_pushed_authorization_requests === true,
      registration_access_token: unguessable(),
    },
    server.primary,
  );
  yield* settled(server.store.clients.put(client.client_id, client, server.now() + memory));
  return described(server, client, 201);
}

function* manage({ server, request, rest }: Call, bearer: string | undefined): Steps<HttpResponse | Refusal> {
  const client = yield* settled(server.store.clients.find(rest.slice(1)));
  if (client === undefined || bearer === undefined || client.registration_access_token !== bearer) return refuse('registration-token');
  if (request.method === 'GET') return described(server, client, 200);
  yield* settled(server.store.clients.drop(client.client_id));
  return { status: 204, headers: { 'cache-control': 'no-store' }, body: '' };
}

function described(server: AuthorizationServer, client: Client, status: number): HttpResponse {
  const { profile: _profile, require_pkce: _requirePkce, nonce_assured: _nonceAssured, ...metadata } = client;
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({
      ...metadata,
      client_id_issued_at: Math.floor(server.now() / 1000),
      ...(client.client_secret === undefined ? {} : { client_secret_expires_at: 0 }),
      response_types: ['code'],
      registration_client_uri: `${server.issuer}${paths.registration}/${client.client_id}`,
    }),
  };
}

function parsed(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const isAuthMethod = (method: unknown): method is TokenEndpointAuthMethod =>
  method === 'none' || method === 'client_secret_basic' || method === 'client_secret_post' || method === 'private_key_jwt';

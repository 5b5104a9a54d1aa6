import type { HttpRequest } from '../../support/protocol/http.js';
import { assertionFault, subjectClaimed } from './assertion.js';
import { settled, type Steps } from './awaitable.js';
import type { Client } from './client.js';
import { headerOf } from './form.js';
import type { Parameters } from './parameters.js';
import type { AuthenticatingRequest } from './policy/client-authentication.js';
import type { Policy } from './policy/policy.js';
import { refuse, type Refusal } from './refusal.js';
import { clientNamed, type AuthorizationServer } from './server.js';

/** The client that asks, and what it showed for it. */
export interface Authenticated {
  readonly client: Client;
  /** The client whose codes may be redeemed: another one only in a server that confuses two names. */
  readonly client_id: string;
  readonly authenticated: boolean;
  readonly secretSent: boolean;
}

/** The credentials of a request, before anything is known of the client. */
export interface Credentials {
  readonly client_id: string | undefined;
  readonly acting: string | undefined;
  readonly secret: string | undefined;
  readonly assertion: string | undefined;
  readonly viaBasic: boolean;
  readonly secretSent: boolean;
  /** The Authorization header, where its scheme is none of ours. */
  readonly otherScheme: string | undefined;
}

/** Takes the credentials off a request: RFC 6749 §2.3.1, RFC 7523 §2.2. */
export function readCredentials(policy: Policy, request: HttpRequest, parameters: Parameters): Credentials | Refusal {
  const header = headerOf(request, 'authorization');
  const basic = header === undefined || !policy.secretCarriers.includes('basic') ? undefined : readBasic(policy, header);
  if (basic === 'broken') return refuse('authorization-header-broken', { parameters });
  const bodySecret = policy.secretCarriers.includes('body') ? parameters.get('client_secret') : undefined;
  const assertion = policy.secretCarriers.includes('assertion') ? parameters.get('client_assertion') : undefined;
  const ways = Number(basic !== undefined) + Number(bodySecret !== undefined) + Number(assertion !== undefined);
  if (ways > 1 && !policy.acceptsTwoMethods) return refuse('two-authentication-methods', { parameters });

  const proven = basic?.client_id || undefined;
  const named = parameters.get('client_id') ?? (assertion === undefined ? undefined : subjectClaimed(assertion));
  const acting =
    proven !== undefined && named !== undefined && proven !== named ? policy.clientOfConflictingIds(proven, named) : (proven ?? named);
  if (acting === undefined && basic !== undefined) return refuse('conflicting-client-ids', { parameters });
  return {
    client_id: proven ?? named,
    acting,
    secret: basic?.client_secret || bodySecret,
    assertion,
    viaBasic: basic !== undefined,
    secretSent: basic !== undefined || parameters.has('client_secret'),
    otherScheme: basic === undefined ? header : undefined,
  };
}

/** The credentials of an Authorization header; undefined where its scheme is another. RFC 7617 §2. */
function readBasic(policy: Policy, header: string): ReturnType<Policy['basicCredentials']> | 'broken' {
  const [, scheme = '', rest = ''] = /^[ \t]*([^ \t]*)[ \t]*(.*)$/s.exec(header) ?? [];
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const read = policy.basicCredentials(Buffer.from(rest, 'base64').toString('latin1'));
  return read !== undefined && /^[A-Za-z0-9+/]+={0,2}[ \t]*$/.test(rest) ? read : 'broken';
}

/** Settles who asks: RFC 6749 §3.2.1. */
export function* authenticate(
  server: AuthorizationServer,
  policy: Policy,
  request: HttpRequest,
  parameters: Parameters,
  as: AuthenticatingRequest,
  credentials: Credentials,
): Steps<Authenticated | Refusal> {
  const { secret, assertion, viaBasic, secretSent } = credentials;
  const details = { parameters };
  const named = credentials.client_id ?? (yield* clientOfCode(server, policy, parameters));
  const known = named === undefined ? undefined : yield* clientNamed(server, named);
  const client = known ?? policy.clientOfUnknownId(named);
  if (client === undefined) {
    if (named !== undefined) return refuse(viaBasic ? 'basic-authentication-failed' : 'client-unknown', details);
    return refuse(credentials.otherScheme !== undefined ? 'authorization-header-broken' : 'client-missing', details);
  }
  if (policy.demandsAuthorizationHeader(client) && headerOf(request, 'authorization') === undefined)
    return refuse('authorization-header-missing', details);

  const who = { client, client_id: credentials.acting ?? client.client_id, secretSent };
  const demanded = policy.mustAuthenticate(client, as, parameters.has('code_verifier'));
  if (!demanded && (client.token_endpoint_auth_method === 'none' || (secret === undefined && assertion === undefined)))
    return { ...who, authenticated: false };
  if (credentials.otherScheme !== undefined && policy.otherSchemeProves(credentials.otherScheme)) return { ...who, authenticated: true };
  if (client.token_endpoint_auth_method === 'private_key_jwt') {
    if (assertion === undefined) return refuse('client-unauthenticated', details);
    const fault = yield* assertionFault(server, policy, client, assertion, parameters.get('client_assertion_type'));
    return fault ? refuse('assertion-refused', details) : { ...who, authenticated: true };
  }
  if (secret === undefined || client.client_secret === undefined) return refuse('client-unauthenticated', details);
  const way = viaBasic ? 'basic' : 'body';
  const suits = policy.mayAuthenticateBy(client, way);
  if (suits && policy.secretMatches(client.client_secret, secret, client, way)) return { ...who, authenticated: true };
  return refuse(viaBasic ? 'basic-authentication-failed' : 'client-secret-wrong', details);
}

function* clientOfCode(server: AuthorizationServer, policy: Policy, parameters: Parameters): Steps<string | undefined> {
  const code = parameters.get('code');
  return policy.clientOfUnnamedRequest(code === undefined ? undefined : yield* settled(server.store.codes.find(policy.codeKey(code))));
}

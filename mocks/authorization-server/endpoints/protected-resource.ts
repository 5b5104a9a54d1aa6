import type { HttpResponse } from '../../../support/protocol/http.js';
import { settled, type Steps } from '../awaitable.js';
import { headerOf, readForm, type Form } from '../form.js';
import type { Policy } from '../policy/policy.js';
import type { ResourceSituation } from '../policy/resource.js';
import { decodeForm, pairsOf } from '../policy/form.js';
import type { AccessToken } from '../records.js';
import { isRefusal } from '../refusal.js';
import type { AuthorizationServer } from '../server.js';
import { policyOf, realmOf, type Call, type Endpoint } from './endpoint.js';

/** A resource that a Bearer token opens (RFC 6750); the scope needed is the last part of its path, or the one given here. */
export const bearerResource = (scope?: string): Endpoint => resourceEndpoint('bearer', scope);

/** The resource of the Challenge Code Token: a token opens it together with the verifier of its challenge, never alone. */
export const provedResource: Endpoint = resourceEndpoint('proved', undefined);

function resourceEndpoint(realm: AccessToken['realm'], scope: string | undefined): Endpoint {
  return {
    name: 'resource',
    *answer(call) {
      const needed = call.rest === '' ? scope : decodeForm(call.rest.slice(1));
      const form = isForm(call) ? readForm(call.policy, call.request, '', 'resource') : nothing;
      if (isRefusal(form) || form.repeated.length > 0) return shut(call, call.policy, 'malformed-request', needed, undefined);
      const presented = tokens(call, form);
      const chosen = call.policy.tokenPresented(presented);
      if (typeof chosen === 'string')
        return call.policy.opensDespite(chosen) ? open(call.policy, anonymous) : shut(call, call.policy, chosen, needed, undefined);
      const found = yield* tokenNamed(call.server, call.policy, chosen.token, realm);
      const policy = call.policyIsFixed || found === undefined ? call.policy : yield* policyOf(call.server, found.client_id, call.policy);
      const situation = found === undefined ? 'token-unknown' : yield* faultOf(call, policy, found, needed, form);
      if (situation !== undefined && !policy.opensDespite(situation)) return shut(call, policy, situation, needed, chosen.token);
      if (found !== undefined) yield* extend(call.server, policy, found);
      return open(policy, found ?? anonymous);
    },
  };
}

const nothing: Form = { parameters: new Map(), repeated: [], unknown: [] };
const anonymous: AccessToken = {
  token: '',
  realm: 'bearer',
  grant: '',
  client_id: '',
  subject: 'anonymous',
  scope: [],
  issuedAt: 0,
  expiresAt: 0,
};

const isForm = ({ request, policy }: Call): boolean =>
  request.method === 'POST' && request.body.length > 0 && policy.acceptsMediaType(headerOf(request, 'content-type'), 'resource');

function tokens(
  { policy, request, query }: Call,
  form: Form,
): { readonly header: string | undefined; readonly form: string | undefined; readonly query: string | undefined } {
  const [, scheme = '', token] = /^[ \t]*([^ \t]+)[ \t]+(.*?)[ \t]*$/s.exec(headerOf(request, 'authorization') ?? '') ?? [];
  return {
    header: policy.schemeIsBearer(scheme) ? token : undefined,
    form: form.parameters.get('access_token'),
    query: inQuery(query, 'access_token'),
  };
}

function inQuery(query: string, name: string): string | undefined {
  const pair = pairsOf(query).find(([encoded]) => decodeForm(encoded) === name);
  return pair === undefined ? undefined : decodeForm(pair[1]) || undefined;
}

function* tokenNamed(
  server: AuthorizationServer,
  policy: Policy,
  given: string,
  realm: AccessToken['realm'],
): Steps<AccessToken | undefined> {
  const token = yield* settled(server.store.accessTokens.find(policy.accessTokenKey(given)));
  if (token !== undefined) return token.realm === realm && policy.takenAsAccessToken.includes('access_token') ? token : undefined;
  if (policy.takenAsAccessToken.includes('refresh_token')) {
    const refresh = yield* settled(server.store.refreshTokens.find(policy.refreshTokenKey(given)));
    if (refresh !== undefined) return { ...refresh, realm };
  }
  if (policy.takenAsAccessToken.includes('code')) {
    const code = yield* settled(server.store.codes.find(policy.codeKey(given)));
    if (code !== undefined)
      return { ...code, token: code.code, realm, grant: code.code, expiresAt: code.issuedAt + policy.codeLifetime * 1000 };
  }
  return undefined;
}

function* faultOf(
  call: Call,
  policy: Policy,
  token: AccessToken,
  needed: string | undefined,
  form: Form,
): Steps<ResourceSituation | undefined> {
  const { server } = call;
  if (policy.accessTokenExpired(token, server.now())) return 'token-expired';
  if ((yield* settled(server.store.revokedGrants.find(token.grant))) !== undefined) return 'token-revoked';
  if (policy.resourceDemandsSecret && !form.parameters.has('client_secret')) return 'secret-missing';
  if (token.realm === 'proved' && policy.demandsProof) {
    const fault = proofFault(call, policy, token, form);
    if (fault !== undefined) return fault;
  }
  return policy.scopeOpens(needed, token.scope) ? undefined : 'scope-insufficient';
}

/** RFC 7636 §4.6, at the resource: the verifier has to make the challenge the token was issued for. */
function proofFault({ server, request, query }: Call, policy: Policy, token: AccessToken, form: Form): ResourceSituation | undefined {
  const { carrier, name } = server.proof;
  const proofs = { form: form.parameters.get(name), header: headerOf(request, name.toLowerCase()), query: inQuery(query, name) };
  const sent = policy.proofPresented(proofs, carrier);
  if (sent === undefined || sent === '') return 'proof-missing';
  const verifier = policy.verifierRead(sent);
  const { code_challenge = '', code_challenge_method = 'S256' } = token;
  if (!policy.verifierWellFormed(verifier)) return 'proof-wrong';
  return policy.proves(policy.transform(verifier, code_challenge_method, token.client_id), code_challenge, verifier, code_challenge_method)
    ? undefined
    : 'proof-wrong';
}

function* extend(server: AuthorizationServer, policy: Policy, token: AccessToken): Steps<void> {
  const expiresAt = policy.expiryAfterUse(token, server.now());
  if (expiresAt !== token.expiresAt)
    yield* settled(server.store.accessTokens.put(policy.accessTokenKey(token.token), { ...token, expiresAt }, expiresAt + 86_400_000));
}

const open = (policy: Policy, token: AccessToken): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...policy.resourceHeaders },
  body: JSON.stringify(policy.resourceMembers(token)),
});

function shut(
  call: Call,
  policy: Policy,
  situation: ResourceSituation,
  needed: string | undefined,
  token: string | undefined,
): HttpResponse {
  const refusal = policy.resourceErrors[situation];
  const challenge = policy.bearerChallenge(realmOf(call.server), refusal, needed, token);
  return {
    status: refusal.status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
    },
    body: JSON.stringify(policy.resourceErrorMembers(refusal, token)),
  };
}

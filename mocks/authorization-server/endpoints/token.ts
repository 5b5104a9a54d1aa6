import type { HttpResponse } from '../../../support/protocol/http.js';
import { authenticate, readCredentials, type Authenticated } from '../authentication.js';
import { settled, type Steps } from '../awaitable.js';
import { headerOf, readParameters } from '../form.js';
import type { Parameters } from '../parameters.js';
import { redeem } from '../grants/authorization-code.js';
import { answerWithTokens } from '../grants/issue.js';
import { refresh } from '../grants/refresh-token.js';
import type { GrantType } from '../policy/grants.js';
import type { Policy } from '../policy/policy.js';
import { answerRefusal, isRefusal, refuse, type Refusal } from '../refusal.js';
import { memory, type AuthorizationServer } from '../server.js';
import { policyFor, realmOf, type Call, type Endpoint } from './endpoint.js';

/** The token endpoint: RFC 6749 §3.2. */
export const tokenEndpoint: Endpoint = {
  name: 'token',
  *answer(call) {
    const parameters = readParameters(call.policy, call.request, call.query, 'token');
    if (isRefusal(parameters)) return answerRefusal(call.policy, parameters, realmOf(call.server));
    const policy = yield* policyFor(call, parameters);
    const outcome = yield* grant(call, policy, parameters);
    return isRefusal(outcome) ? answerRefusal(policy, outcome, realmOf(call.server)) : outcome;
  },
};

function* grant({ server, request }: Call, policy: Policy, parameters: Parameters): Steps<HttpResponse | Refusal> {
  const named = parameters.get('grant_type');
  const grantType = named === undefined ? policy.grantTypeWhenMissing : policy.grantTypeNamed(named);
  if (grantType === undefined) return refuse(named === undefined ? 'grant-type-missing' : 'grant-type-unknown', { parameters });
  const credentials = readCredentials(policy, request, parameters);
  if (isRefusal(credentials)) return credentials;
  const as = grantType === 'authorization_code' || grantType === 'refresh_token' ? grantType : 'other-grant';
  const who = yield* authenticate(server, policy, request, parameters, as, credentials);
  if (isRefusal(who)) {
    if (policy.failedAuthenticationBurnsCode)
      yield* settled(policy.spendCode(server.store, policy.codeKey(parameters.get('code') ?? ''), server.now() + memory));
    return who;
  }
  if (!policy.grantAllowed(who.client, grantType)) return refuse('grant-type-not-allowed', { parameters });
  const authorization = headerOf(request, 'authorization');
  if (grantType === 'authorization_code')
    return yield* redeem(
      server,
      policy,
      who,
      parameters,
      authorization !== undefined && (yield* bearerIsLive(server, policy, authorization)),
    );
  if (grantType === 'refresh_token') return yield* refresh(server, policy, who, parameters);
  return yield* issueAtOnce(server, policy, who, grantType, parameters);
}

function* bearerIsLive(server: AuthorizationServer, policy: Policy, header: string): Steps<boolean> {
  const [, token] = /^bearer +(.+)$/i.exec(header) ?? [];
  if (token === undefined) return false;
  const known = yield* settled(server.store.accessTokens.find(policy.accessTokenKey(token)));
  return known !== undefined && !policy.accessTokenExpired(known, server.now());
}

/** The grants that no correct policy offers (RFC 9700 §2.4): they ask for nothing. */
function* issueAtOnce(
  server: AuthorizationServer,
  policy: Policy,
  who: Authenticated,
  grantType: GrantType,
  parameters: Parameters,
): Steps<HttpResponse> {
  const scope = policy.scopeWhenOmitted(who.client) ?? [];
  const grant = {
    id: grantType,
    client: who.client,
    subject: who.client.client_id,
    scope,
    requestedScope: undefined,
    grantType,
    parameters,
    authenticatedAt: server.now(),
  };
  return yield* answerWithTokens(server, policy, grant);
}

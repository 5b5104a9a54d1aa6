import type { HttpResponse } from '../../../support/protocol/http.js';
import { authenticate, readCredentials } from '../authentication.js';
import { settled, type Steps } from '../awaitable.js';
import { readParameters } from '../form.js';
import type { Parameters } from '../parameters.js';
import { answerWithTokens } from '../grants/issue.js';
import { refresh } from '../grants/refresh-token.js';
import { methodOf } from '../pkce.js';
import { answerRefusal, isRefusal, refuse, type Refusal } from '../refusal.js';
import { realmOf, type Call, type Endpoint } from './endpoint.js';

/** Issues a token that is bound to a challenge: the client proves itself here, the verifier is proved at the resource. */
export const challengeCodeTokenEndpoint: Endpoint = {
  name: 'challenge-code-token',
  *answer(call) {
    const { server, policy } = call;
    const parameters = readParameters(policy, call.request, call.query, 'challenge-code-token');
    if (isRefusal(parameters)) return answerRefusal(policy, parameters, realmOf(server));
    const outcome = yield* issue(call, parameters);
    if (!isRefusal(outcome)) return outcome;
    if (policy.refusalBurnsVerifier) yield* burn(call, parameters);
    return answerRefusal(policy, outcome, realmOf(server));
  },
};

function* issue(call: Call, parameters: Parameters): Steps<HttpResponse | Refusal> {
  const { server, policy, request } = call;
  if (policy.renewsByRefresh && parameters.get('grant_type') === 'refresh_token') return yield* renew(call, parameters);
  const grantType = policy.challengeGrant(parameters.get('grant_type'), server.challengeGrantType);
  if (grantType !== 'accepted') return refuse(grantType, { parameters });
  const credentials = readCredentials(policy, request, parameters);
  if (isRefusal(credentials)) return credentials;
  const who = yield* authenticate(server, policy, request, parameters, 'challenge-code-token', credentials);
  if (isRefusal(who)) return who;

  const challenge = policy.challengeOfRequest(parameters);
  const method = methodOf(policy, parameters);
  if (isRefusal(method)) return method;
  const details = { parameters, code_challenge: challenge };
  if (challenge === undefined && policy.challengeRequired(who.client, undefined, parameters.get('code_challenge_method')))
    return refuse('challenge-missing', details);
  if (challenge !== undefined && !policy.challengeWellFormed(challenge, method)) return refuse('challenge-malformed', details);
  const named = parameters.get('scope');
  const requested = named === undefined ? policy.scopeWhenOmitted(who.client) : policy.splitScope(named);
  const scope = requested === undefined ? undefined : policy.grantedScope(requested, who.client.scope.split(' '));
  if (scope === undefined) return refuse('scope-refused', details);

  if (challenge !== undefined) {
    const key = policy.ledgerKey({ code_challenge: challenge, code_challenge_method: method, client_id: who.client_id, scope });
    const first = yield* settled(policy.spendVerifier(server.store, key, server.now() + policy.ledgerMemory * 1000));
    if (!first) return refuse('challenge-used-before', details);
  }
  return yield* answerWithTokens(server, policy, {
    id: `challenge ${challenge ?? 'none'}`,
    client: who.client,
    subject: who.client_id,
    scope,
    requestedScope: requested,
    grantType: 'challenge-code',
    parameters,
    authenticatedAt: server.now(),
    refreshScope: policy.renewsByRefresh ? scope : undefined,
    bound: { code_challenge: challenge ?? '', code_challenge_method: method },
  });
}

/** What a server does that takes the token for an ordinary one. */
function* renew({ server, policy, request }: Call, parameters: Parameters): Steps<HttpResponse | Refusal> {
  const credentials = readCredentials(policy, request, parameters);
  if (isRefusal(credentials)) return credentials;
  const who = yield* authenticate(server, policy, request, parameters, 'refresh_token', credentials);
  return isRefusal(who) ? who : yield* refresh(server, policy, who, parameters);
}

/** What a server does that writes the verifier down before it looks at the rest. */
function* burn({ server, policy }: Call, parameters: Parameters): Steps<void> {
  const challenge = policy.challengeOfRequest(parameters);
  const method = methodOf(policy, parameters);
  if (challenge === undefined || isRefusal(method)) return;
  const key = policy.ledgerKey({
    code_challenge: challenge,
    code_challenge_method: method,
    client_id: parameters.get('client_id') ?? '',
    scope: [],
  });
  yield* settled(policy.spendVerifier(server.store, key, server.now() + policy.ledgerMemory * 1000));
}

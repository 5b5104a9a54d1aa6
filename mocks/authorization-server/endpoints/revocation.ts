import { authenticate, readCredentials } from '../authentication.js';
import { settled } from '../awaitable.js';
import { readParameters } from '../form.js';
import { answerRefusal, isRefusal } from '../refusal.js';
import { memory } from '../server.js';
import { policyFor, realmOf, type Endpoint } from './endpoint.js';

/** Revokes a token; a refresh token takes its whole grant along. RFC 7009 §2. */
export const revocationEndpoint: Endpoint = {
  name: 'revocation',
  *answer(call) {
    const { server, request } = call;
    const realm = realmOf(server);
    const parameters = readParameters(call.policy, request, call.query, 'revocation');
    if (isRefusal(parameters)) return answerRefusal(call.policy, parameters, realm);
    const policy = yield* policyFor(call, parameters);
    const credentials = readCredentials(policy, request, parameters);
    if (isRefusal(credentials)) return answerRefusal(policy, credentials, realm);
    const who = yield* authenticate(server, policy, request, parameters, 'revocation', credentials);
    if (isRefusal(who)) return answerRefusal(policy, who, realm);

    const given = policy.revokes ? (parameters.get('token') ?? '') : '';
    const refresh = yield* settled(server.store.refreshTokens.find(policy.refreshTokenKey(given)));
    const access = yield* settled(server.store.accessTokens.find(policy.accessTokenKey(given)));
    if (refresh?.client_id === who.client_id)
      yield* settled(server.store.revokedGrants.put(refresh.grant, true, refresh.expiresAt + memory));
    if (access?.client_id === who.client_id) yield* settled(server.store.accessTokens.drop(policy.accessTokenKey(given)));
    return { status: 200, headers: { 'cache-control': 'no-store' }, body: '' };
  },
};

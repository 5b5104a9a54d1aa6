import type { HttpResponse } from '../../../support/protocol/http.js';
import type { Authenticated } from '../authentication.js';
import { settled, type Steps } from '../awaitable.js';
import type { Parameters } from '../parameters.js';
import type { Policy } from '../policy/policy.js';
import type { RefreshToken } from '../records.js';
import { refuse, type Refusal } from '../refusal.js';
import { memory, type AuthorizationServer } from '../server.js';
import { answerWithTokens } from './issue.js';

/** Refreshes an access token: RFC 6749 §6, RFC 9700 §4.14.2. */
export function* refresh(
  server: AuthorizationServer,
  policy: Policy,
  who: Authenticated,
  parameters: Parameters,
): Steps<HttpResponse | Refusal> {
  const given = parameters.get('refresh_token');
  if (given === undefined) return refuse('refresh-token-missing', { parameters });
  const token = yield* presented(server, policy, given);
  if (token === undefined) return refuse('refresh-token-unknown', { parameters });
  if (policy.refreshTokenExpired(token, server.now())) return refuse('refresh-token-expired', { parameters });
  if (!policy.refreshTokenBelongsTo(token, who.client_id)) return refuse('refresh-token-of-other-client', { parameters });
  if ((yield* settled(server.store.revokedGrants.find(token.grant))) !== undefined) return refuse('refresh-token-revoked', { parameters });
  if (policy.refreshNeedsVerifier && !parameters.has('code_verifier')) return refuse('verifier-missing', { parameters });
  const named = parameters.get('scope');
  const requested = named === undefined ? undefined : policy.splitScope(named);
  const scope = policy.refreshedScope(token.scope, requested);
  if (scope === undefined) return refuse('refresh-scope-wider', { parameters });

  const rotates = policy.rotatesRefreshToken(who.client);
  if (rotates && !(yield* settled(policy.spendRefreshToken(server.store, token.token, token.expiresAt + memory, server.now())))) {
    if (policy.reuseRevokesGrant) yield* settled(server.store.revokedGrants.put(token.grant, true, token.expiresAt + memory));
    return refuse('refresh-token-used', { parameters });
  }
  return yield* answerWithTokens(server, policy, {
    id: token.grant,
    client: who.client,
    subject: token.subject,
    scope,
    requestedScope: requested,
    grantType: 'refresh_token',
    parameters,
    authenticatedAt: token.authenticatedAt,
    nonce: token.nonce,
    ...(rotates ? { refreshScope: policy.scopeOfNewRefreshToken(token.scope, scope) } : { sameRefreshToken: token.token }),
  });
}

function* presented(server: AuthorizationServer, policy: Policy, given: string): Steps<RefreshToken | undefined> {
  const token = yield* settled(server.store.refreshTokens.find(policy.refreshTokenKey(given)));
  if (token !== undefined) return token;
  if (policy.takenAsRefreshToken.includes('access_token')) {
    const access = yield* settled(server.store.accessTokens.find(policy.accessTokenKey(given)));
    if (access !== undefined) return { ...access, authenticatedAt: access.issuedAt };
  }
  if (!policy.takenAsRefreshToken.includes('code')) return undefined;
  const code = yield* settled(server.store.codes.find(policy.codeKey(given)));
  return (
    code && {
      ...code,
      token: code.code,
      grant: code.code,
      authenticatedAt: code.issuedAt,
      expiresAt: code.issuedAt + policy.refreshTokenLifetime * 1000,
    }
  );
}

import type { HttpResponse } from '../../../support/protocol/http.js';
import type { Authenticated } from '../authentication.js';
import { settled, type Steps } from '../awaitable.js';
import type { Client } from '../client.js';
import type { Parameters } from '../parameters.js';
import type { Policy } from '../policy/policy.js';
import type { AuthorizationCode } from '../records.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { memory, type AuthorizationServer } from '../server.js';
import { answerWithTokens } from './issue.js';

/** Redeems a code: RFC 6749 §4.1.3, RFC 7636 §4.6. `bearerIsLive` says that the Authorization header held a live access token. */
export function* redeem(
  server: AuthorizationServer,
  policy: Policy,
  who: Authenticated,
  parameters: Parameters,
  bearerIsLive: boolean,
): Steps<HttpResponse | Refusal> {
  const given = parameters.get('code');
  const key = policy.codeKey(given ?? '');
  const code =
    given === undefined ? undefined : ((yield* settled(server.store.codes.find(key))) ?? (yield* codeOfToken(server, policy, given)));
  if (code === undefined) {
    if (policy.issuesWithoutCode(given)) return yield* answerWithoutCode(server, policy, who, parameters);
    return refuse(given === undefined ? 'code-missing' : 'code-unknown', { parameters });
  }
  if (policy.codeExpired(server.now() - code.issuedAt, policy.codeLifetime)) return refuse('code-expired', { parameters });
  if (!policy.codeBelongsTo(code, who.client_id, parameters.get('code_verifier'))) return refuse('code-of-other-client', { parameters });
  const fault = policy.redirectUriFault(code, parameters.get('redirect_uri'), who.client);
  if (fault !== undefined) return refuse(fault, { parameters });

  // The same characters, but cut from no body: what is spent is kept, and would keep the whole request with it.
  const spent = key === code.code ? code.code : key;
  const verified = verify(policy, who, code, parameters, bearerIsLive);
  if (isRefusal(verified)) {
    if (verified.refused === 'verifier-mismatch') yield* failed(server, policy, spent, code);
    return verified;
  }
  if (!(yield* spend(server, policy, spent, code, who.client))) return refuse('code-used', { parameters });

  const requested = parameters.get('scope');
  return yield* answerWithTokens(server, policy, {
    id: code.code,
    client: who.client,
    subject: code.subject,
    scope: policy.scopeAtRedemption(code.scope, requested),
    requestedScope: code.requested_scope === undefined ? undefined : policy.splitScope(code.requested_scope),
    grantType: 'authorization_code',
    parameters,
    authenticatedAt: code.issuedAt,
    nonce: code.nonce,
    refreshScope: policy.issuesRefreshToken(who.client) ? policy.scopeAtRedemption(code.scope, requested) : undefined,
  });
}

function* codeOfToken(server: AuthorizationServer, policy: Policy, given: string): Steps<AuthorizationCode | undefined> {
  const access = policy.takenAsCode.includes('access_token')
    ? yield* settled(server.store.accessTokens.find(policy.accessTokenKey(given)))
    : undefined;
  const refresh = policy.takenAsCode.includes('refresh_token')
    ? yield* settled(server.store.refreshTokens.find(policy.refreshTokenKey(given)))
    : undefined;
  const token = access ?? refresh;
  return token && (yield* settled(server.store.codes.find(policy.codeKey(token.grant))));
}

/** RFC 7636 §4.6, RFC 9700 §4.8.2: a verifier where there was a challenge, and only there. */
function verify(
  policy: Policy,
  who: Authenticated,
  code: AuthorizationCode,
  parameters: Parameters,
  bearerIsLive: boolean,
): Refusal | Verified {
  const sent = parameters.get('code_verifier');
  const { code_challenge, code_challenge_method } = policy.challengeToVerify(code, parameters);
  const details = { parameters, code_challenge };
  const needed = policy.needsVerifier({
    code_challenge,
    code_verifier: sent,
    client: who.client,
    authenticated: who.authenticated,
    secretSent: who.secretSent,
    bearerIsLive,
  });
  if (code_challenge === undefined) {
    if (sent !== undefined && !policy.acceptsSurplusVerifier) return refuse('verifier-unexpected', details);
    return policy.redeemsWithoutChallenge(who.client, who.secretSent) ? verifiedOrNotNeeded : refuse('challenge-absent-from-code', details);
  }
  if (!needed) return verifiedOrNotNeeded;
  if (sent === undefined) return refuse('verifier-missing', details);
  const verifier = policy.verifierRead(sent);
  if (!policy.verifierWellFormed(verifier)) return refuse('verifier-malformed', details);
  const derived = policy.transform(verifier, code_challenge_method, code.client_id);
  return policy.proves(derived, code_challenge, verifier, code_challenge_method)
    ? verifiedOrNotNeeded
    : refuse('verifier-mismatch', details);
}

interface Verified {
  readonly verified: true;
}
const verifiedOrNotNeeded: Verified = { verified: true };

/** Does to the code what a verifier that does not fit does to it. */
function* failed(server: AuthorizationServer, policy: Policy, key: string, code: AuthorizationCode): Steps<void> {
  if (policy.afterFailedVerifier === 'burned') yield* spend(server, policy, key, code);
  if (policy.afterFailedVerifier === 'revived') yield* settled(server.store.spentCodes.drop(key));
  if (policy.afterFailedVerifier === 'unbound')
    yield* settled(server.store.codes.put(key, { ...code, code_challenge: undefined }, server.now() + memory));
  if (policy.afterFailedVerifier !== 'renewed') return;
  const issuedAt = server.now();
  yield* settled(server.store.codes.put(key, { ...code, issuedAt }, issuedAt + memory));
}

/** Uses the code up, for the client whose request was right or else for nobody; where that was done before, revokes what it yielded if the policy says so. */
function* spend(server: AuthorizationServer, policy: Policy, key: string, code: AuthorizationCode, client?: Client): Steps<boolean> {
  const until = server.now() + memory;
  const first = yield* settled(policy.spendCode(server.store, key, until, client));
  if (!first && policy.replayRevokesTokens({ valid: client !== undefined })) {
    yield* settled(server.store.revokedGrants.put(code.code, true, server.now() + policy.refreshTokenLifetime * 1000 + memory));
  }
  return first;
}

function* answerWithoutCode(server: AuthorizationServer, policy: Policy, who: Authenticated, parameters: Parameters): Steps<HttpResponse> {
  const subject = policy.subjectOf(who.client);
  return yield* answerWithTokens(server, policy, {
    id: `no code ${policy.newCode({ client_id: who.client_id, delivered_to: '', code_challenge_method: 'S256', scope: [], subject, issuedAt: server.now() })}`,
    client: who.client,
    subject,
    scope: policy.scopeWhenOmitted(who.client) ?? [],
    requestedScope: undefined,
    grantType: 'authorization_code',
    parameters,
    authenticatedAt: server.now(),
  });
}

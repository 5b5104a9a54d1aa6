import type { HttpResponse } from '../../../support/protocol/http.js';
import { after, settled, type Steps } from '../awaitable.js';
import type { Client } from '../client.js';
import type { Parameters } from '../parameters.js';
import { idTokenFor } from '../id-token.js';
import type { Policy } from '../policy/policy.js';
import type { AccessToken, CodeChallengeMethod, GrantId, RefreshToken } from '../records.js';
import { memory, type AuthorizationServer } from '../server.js';

/** What tokens are issued for. */
export interface Grant {
  readonly id: GrantId;
  readonly client: Client;
  readonly subject: string;
  readonly scope: readonly string[];
  /** As the client asked for it, before anything was granted. */
  readonly requestedScope: readonly string[] | undefined;
  readonly grantType: string;
  readonly parameters: Parameters;
  readonly authenticatedAt: number;
  readonly nonce?: string | undefined;
  /** The scope of the refresh token; absent issues none. */
  readonly refreshScope?: readonly string[] | undefined;
  /** The refresh token that is used on, in a server that does not rotate. */
  readonly sameRefreshToken?: string | undefined;
  /** Makes the token open nothing without the verifier. */
  readonly bound?: { readonly code_challenge: string; readonly code_challenge_method: CodeChallengeMethod } | undefined;
}

/** Issues the tokens of a grant and answers with them: RFC 6749 §5.1. */
export function* answerWithTokens(server: AuthorizationServer, policy: Policy, grant: Grant): Steps<HttpResponse> {
  const access = yield* issueAccessToken(server, policy, grant, grant.bound === undefined ? 'bearer' : 'proved');
  const refresh_token = grant.sameRefreshToken ?? (yield* issueRefreshToken(server, policy, grant));
  const expires_in = policy.expiresInMember(policy.accessTokenLifetime);
  const scope = policy.scopeMember(grant.scope, grant.requestedScope);
  const members: Record<string, unknown> = { access_token: policy.accessTokenMember(access.token) };
  if (policy.tokenTypeMember !== undefined) members.token_type = policy.tokenTypeMember;
  if (expires_in !== undefined) members.expires_in = expires_in;
  if (refresh_token !== undefined) members.refresh_token = refresh_token;
  if (scope !== undefined) members.scope = scope;
  if (policy.issuesIdToken(grant.scope, grant.grantType)) {
    const { client, subject, nonce, authenticatedAt, grantType } = grant;
    members.id_token = idTokenFor(policy, {
      issuer: server.issuer,
      client,
      subject,
      nonce,
      access_token: access.token,
      authenticatedAt,
      now: server.now(),
      grantType,
    });
  }
  const facts = { client: grant.client, parameters: grant.parameters, grantType: grant.grantType };
  return {
    status: policy.tokenResponseStatus,
    headers: {
      'content-type': policy.tokenResponseContentType,
      ...policy.tokenResponseCaching,
      ...policy.tokenResponseHeaders(members, facts),
    },
    body: policy.tokenResponseText(policy.tokenResponseMembers(members, facts)),
  };
}

/** A token that lives from now for the lifetime of the policy, and is remembered beyond it. */
export function issueAccessToken(
  server: AuthorizationServer,
  policy: Policy,
  grant: Pick<Grant, 'id' | 'client' | 'subject' | 'scope' | 'bound'>,
  realm: AccessToken['realm'],
): Steps<AccessToken> {
  const now = server.now();
  const about: Omit<AccessToken, 'token'> = {
    realm,
    grant: grant.id,
    client_id: grant.client.client_id,
    subject: grant.subject,
    scope: grant.scope,
    issuedAt: now,
    expiresAt: now + policy.accessTokenLifetime * 1000,
    code_challenge: grant.bound?.code_challenge,
    code_challenge_method: grant.bound?.code_challenge_method,
  };
  const token: AccessToken = { token: policy.newAccessToken(about), ...about };
  return after(server.store.accessTokens.put(policy.accessTokenKey(token.token), token, token.expiresAt + memory), token);
}

function issueRefreshToken(server: AuthorizationServer, policy: Policy, grant: Grant): Steps<string | undefined> {
  if (grant.refreshScope === undefined) return settled(undefined);
  const now = server.now();
  const about: Omit<RefreshToken, 'token'> = {
    grant: grant.id,
    client_id: grant.client.client_id,
    subject: grant.subject,
    scope: grant.refreshScope,
    nonce: grant.nonce,
    authenticatedAt: grant.authenticatedAt,
    issuedAt: now,
    expiresAt: now + policy.refreshTokenLifetime * 1000,
  };
  const token = policy.newRefreshToken(about);
  return after(server.store.refreshTokens.put(policy.refreshTokenKey(token), { token, ...about }, about.expiresAt + memory), token);
}

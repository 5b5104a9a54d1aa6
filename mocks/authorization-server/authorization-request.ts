import type { Client } from './client.js';
import type { Parameters } from './parameters.js';
import { challengeOf, type BoundChallenge } from './pkce.js';
import type { Yield } from './policy/authorization.js';
import type { Policy } from './policy/policy.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

/** An authorization request that is in order. */
export interface AuthorizationRequest extends BoundChallenge {
  readonly yields: readonly Yield[];
  readonly scope: readonly string[];
}

/** RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9126 §4. */
export function validate(policy: Policy, client: Client, parameters: Parameters, pushed: boolean): AuthorizationRequest | Refusal {
  if (!pushed && policy.pushRequired(client)) return refuse('push-required');
  if (parameters.has('request')) return refuse('request-object');
  const yields = policy.responseTypeYields(parameters.get('response_type'));
  if (yields === undefined) return refuse(parameters.has('response_type') ? 'response-type-unknown' : 'response-type-missing');
  const asked = scopeAsked(policy, client, parameters);
  const scope = asked === undefined ? undefined : policy.grantedScope(asked, client.scope.split(' '));
  if (scope === undefined) return refuse('scope-refused');
  if (policy.demandsNonce && !parameters.has('nonce')) return refuse('nonce-missing');
  if (yields.includes('id_token') && !(scope.includes('openid') && parameters.has('nonce'))) return refuse('hybrid-without-openid');
  const challenge = challengeOf(policy, client, parameters);
  if (!isRefusal(challenge)) return { yields, scope, ...challenge };
  if (!pushed || policy.validatesPushedChallenge) return challenge;
  return { yields, scope, code_challenge: parameters.get('code_challenge'), code_challenge_method: 'S256' };
}

/** The scope a request asks for, or what stands for it; undefined if it has to name one. */
export function scopeAsked(policy: Policy, client: Client, parameters: Parameters): readonly string[] | undefined {
  const named = parameters.get('scope');
  return named === undefined ? policy.scopeWhenOmitted(client) : policy.splitScope(named);
}

import type { Client } from './client.js';
import type { Parameters } from './parameters.js';
import type { CodeChallengeMethod } from './records.js';
import type { Policy } from './policy/policy.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

/** The challenge a code is bound to; none where PKCE is left out. */
export interface BoundChallenge {
  readonly code_challenge: string | undefined;
  readonly code_challenge_method: CodeChallengeMethod;
}

/** The method of a challenge, named or by default, or why it cannot be used: RFC 7636 §4.3, §4.4.1. */
export function methodOf(policy: Policy, parameters: Parameters): CodeChallengeMethod | Refusal {
  const named = parameters.get('code_challenge_method');
  if (named === undefined) {
    const method = policy.methodWhenOmitted;
    return policy.checksOmittedMethod && !policy.methodsOffered.includes(method) ? refuse('method-not-offered', { parameters }) : method;
  }
  const method = policy.methodNamed(named);
  if (method === undefined) return refuse('method-unknown', { parameters });
  return policy.checksNamedMethod && !policy.methodsOffered.includes(method) ? refuse('method-not-offered', { parameters }) : method;
}

/** Looks at the PKCE parameters of an authorization request: RFC 7636 §4.3. */
export function challengeOf(policy: Policy, client: Client, parameters: Parameters): BoundChallenge | Refusal {
  const sent = parameters.get('code_challenge');
  const named = parameters.get('code_challenge_method');
  if (sent === undefined) {
    if (policy.challengeRequired(client, parameters.get('nonce'), named)) return refuse('challenge-missing', { parameters });
    if (named !== undefined && !policy.acceptsMethodAlone) return refuse('method-alone', { parameters });
    return { code_challenge: policy.boundChallenge(undefined, named, client), code_challenge_method: policy.methodWhenOmitted };
  }
  const method = methodOf(policy, parameters);
  if (isRefusal(method)) return method;
  const challenge = policy.challengeRead(sent, method);
  if (challenge !== undefined && !policy.challengeWellFormed(challenge, method)) return refuse('challenge-malformed', { parameters });
  return { code_challenge: policy.boundChallenge(challenge, named, client), code_challenge_method: method };
}

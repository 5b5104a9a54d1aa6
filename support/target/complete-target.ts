import { publicFirst, type TargetDraft } from './draft.js';
import { policyFor } from './policy.js';
import { asksForOpenid } from './profiles.js';
import type { Endpoints, RegisteredClient, Target } from './target.js';

/**
 * A target as one profile judges it: the file's endpoints before the discovered ones, the registered clients where the
 * file names none, and the policy of the profile (default: the first of the target).
 */
export function completeTarget(
  draft: TargetDraft,
  discovered: Endpoints,
  registered: readonly RegisteredClient[],
  profile: string = draft.profiles[0] ?? 'rfc9700',
): Target {
  const { proof, ...rest } = draft;
  const endpoints = endpointsOf(draft, discovered);
  const url = proof?.url ?? endpoints.protected_resource;
  return {
    ...rest,
    endpoints,
    clients: clientsOf(profile, publicFirst(draft.clients.length > 0 ? draft.clients : registered)),
    ...(proof === undefined || url === undefined ? {} : { proof: { ...proof, url } }),
    policy: policyFor(profile, draft.policy),
  };
}

/** A Challenge Code Token is asked for with a client_secret: clients without one have no part in its profile. */
function clientsOf(profile: string, clients: readonly RegisteredClient[]): readonly RegisteredClient[] {
  return profile === 'challenge-code-token' ? clients.filter(({ client_secret }) => client_secret !== undefined) : clients;
}

/** The endpoints without which the profiles of a target cannot be judged, and that neither file nor metadata name. */
export function missingEndpoints(target: Pick<Target, 'endpoints' | 'profiles'>): readonly (keyof Endpoints)[] {
  const ofProfile = (profile: string): readonly (keyof Endpoints)[] => {
    if (profile === 'challenge-code-token') return ['challenge_code_token'];
    return ['authorization', profile === 'pkce-access-token' ? 'pkce_access_token' : 'token'];
  };
  return [...new Set(target.profiles.flatMap(ofProfile))].filter((name) => target.endpoints[name] === undefined);
}

function endpointsOf(draft: TargetDraft, discovered: Endpoints): Endpoints {
  const { protected_resource: userinfo, ...others } = discovered;
  const named = { ...others, ...draft.endpoints };
  // The UserInfo endpoint opens only to tokens that openid was asked for.
  const resource =
    named.protected_resource ?? (asksForOpenid(draft.scope) || draft.profiles.includes('pkce-access-token') ? userinfo : undefined);
  const ofDocuments = named.token === undefined ? {} : { challenge_code_token: named.token, pkce_access_token: named.token };
  return { ...ofDocuments, ...named, ...(resource === undefined ? {} : { protected_resource: resource }) };
}

import type { TargetPolicy } from './target.js';

/** The knobs that a target file sets. */
export type PolicyKnobs = Partial<TargetPolicy>;

/** The policy that one profile is judged under: the file's knobs, else the profile's own defaults, else the common ones. */
export function policyFor(profile: string, knobs: PolicyKnobs): TargetPolicy {
  return { ...common, ...ofProfile(profile), ...knobs };
}

const common: TargetPolicy = {
  verifier_syntax: 'observe',
  max_verifier_length: 128,
  redirect_uri_omission: 'reject',
  unknown_client_errors: ['invalid_client'],
  missing_verifier_errors: ['invalid_grant', 'invalid_request'],
  extra_error_codes: [],
  code_after_failed_verifier: 'any',
  replay_revocation: 'should',
  refresh_reuse_grace: 0,
  reuse_scope: 'client',
  reuse_errors: ['invalid_grant', 'invalid_request'],
  single_use: false,
  nonce_assurance: false,
  scope_separators: 'space',
};

function ofProfile(profile: string): PolicyKnobs {
  switch (profile) {
    case 'challenge-code-token':
      return { scope_separators: 'comma-and-space' };
    case 'pkce-access-token':
      // Its parameter table calls redirect_uri optional, and its one error example answers an unknown client with invalid_grant.
      return { redirect_uri_omission: 'allow', unknown_client_errors: ['invalid_client', 'invalid_grant'] };
    default:
      return {};
  }
}

/** The profiles that a target can be judged under. */
export const profileNames = ['rfc7636', 'rfc9700', 'oauth-2.1', 'oidc', 'challenge-code-token', 'pkce-access-token'] as const;
export type ProfileName = (typeof profileNames)[number];

/** The profiles of a target that names none. */
export function defaultProfiles(scope: string | undefined): readonly ProfileName[] {
  return asksForOpenid(scope) ? ['rfc9700', 'oidc'] : ['rfc9700'];
}

export function asksForOpenid(scope: string | undefined): boolean {
  return scope?.split(/[ ,]+/).includes('openid') ?? false;
}

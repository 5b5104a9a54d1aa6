import type { Target } from '../target/target.js';

/** Where a profile sends its token requests. */
export function tokenEndpointOf(profile: string, { endpoints }: Pick<Target, 'endpoints'>): string {
  const own =
    profile === 'challenge-code-token'
      ? endpoints.challenge_code_token
      : profile === 'pkce-access-token'
        ? endpoints.pkce_access_token
        : undefined;
  return own ?? endpoints.token ?? '';
}

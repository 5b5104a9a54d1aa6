/** The sets of rules a mock can be right by; the names are those of `--profile`. */
export type Profile = RfcProfile | 'challenge-code-token' | 'pkce-access-token';
export type RfcProfile = 'rfc7636' | 'rfc9700' | 'oauth-2.1' | 'oidc';

export const rfcProfiles: readonly RfcProfile[] = ['rfc7636', 'rfc9700', 'oauth-2.1', 'oidc'];
export const profiles: readonly Profile[] = [...rfcProfiles, 'challenge-code-token', 'pkce-access-token'];

export const isRfcProfile = (profile: Profile): profile is RfcProfile =>
  profile !== 'challenge-code-token' && profile !== 'pkce-access-token';

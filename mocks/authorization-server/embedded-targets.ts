import type { ClientEntry } from './client.js';
import { presetClients } from './presets.js';
import type { Profile, RfcProfile } from './profile.js';
import { issuerOf } from './routes.js';
import { paths } from './server.js';

/** A target file in plain data: the keys are those of the file. Lifetimes in seconds. */
export interface EmbeddedTarget {
  readonly name: string;
  readonly issuer: string;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly profiles: readonly Profile[];
  readonly clients: readonly ClientEntry[];
  readonly scope: string;
  readonly lifetimes: {
    readonly code?: number;
    readonly access_token: number;
    readonly refresh_token?: number;
    readonly tolerance: number;
    readonly resource_leeway: number;
  };
  readonly capabilities: Readonly<Record<string, boolean>>;
  readonly policy: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly proof?: { readonly carrier: 'form' | 'header' | 'query'; readonly name: string; readonly url: string };
}

/** What a target file would say of a mock at this issuer, profile by profile. */
export function embeddedTargets(issuer: string): Readonly<Record<Profile, EmbeddedTarget>> {
  const at = (path: string): string => `${issuer}${path}`;
  const lifetimes = { code: 60, access_token: 3600, refresh_token: 14 * 86_400, tolerance: 0, resource_leeway: 0 };
  const capabilities = {
    plain: false,
    require_pkce: false,
    refresh_token: true,
    concurrent_codes: true,
    concurrent_tokens: true,
    native: false,
    par: true,
    iss: true,
  };
  const mock = (profile: Profile) => ({
    name: `mock (${profile})`,
    profiles: [profile],
    clients: presetClients[profile],
    scope: 'read write',
    capabilities,
    lifetimes,
  });
  const rfc = (profile: RfcProfile): EmbeddedTarget => {
    const own = issuerOf(issuer, profile);
    const endpoints = {
      authorization: own + paths.authorization,
      token: own + paths.token,
      protected_resource: own + paths.resource,
      pushed_authorization_request: own + paths.push,
    };
    return {
      ...mock(profile),
      issuer: own,
      endpoints,
      policy: { verifier_syntax: 'enforce', code_after_failed_verifier: 'burned', resource_scope: 'read' },
    };
  };
  const rfc7636 = rfc('rfc7636');
  const rfc9700 = rfc('rfc9700');
  const oauth21 = rfc('oauth-2.1');
  const oidc = rfc('oidc');
  return {
    rfc7636: { ...rfc7636, capabilities: { ...capabilities, plain: true } },
    rfc9700: { ...rfc9700, capabilities: { ...capabilities, native: true } },
    'oauth-2.1': { ...oauth21, capabilities: { ...capabilities, require_pkce: true } },
    oidc: {
      ...oidc,
      scope: 'openid profile',
      endpoints: { ...oidc.endpoints, protected_resource: oidc.issuer + paths.userinfo },
      policy: { ...oidc.policy, resource_scope: 'openid' },
    },
    'challenge-code-token': {
      ...mock('challenge-code-token'),
      issuer,
      endpoints: { challenge_code_token: at(paths.challengeCodeToken), protected_resource: at(paths.challengeCodeResource) },
      lifetimes: { access_token: 60, tolerance: 0, resource_leeway: 0 },
      capabilities: { plain: true, concurrent_tokens: true },
      policy: { reuse_scope: 'global', scope_separators: 'comma-and-space' },
      proof: { carrier: 'form', name: 'code_verifier', url: at(`${paths.challengeCodeResource}/{scope}`) },
    },
    'pkce-access-token': {
      ...mock('pkce-access-token'),
      issuer,
      endpoints: {
        authorization: at(paths.pkceAccessAuthorization),
        pkce_access_token: at(paths.pkceAccessToken),
        protected_resource: at(paths.pkceAccessUserinfo),
      },
      scope: 'openid get_user_info',
      lifetimes: { ...lifetimes, code: 300 },
      capabilities: { ...capabilities, require_pkce: true, par: false },
      policy: { verifier_syntax: 'enforce', redirect_uri_omission: 'allow', code_after_failed_verifier: 'burned', max_expires_in: 7200 },
    },
  };
}

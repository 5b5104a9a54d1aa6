import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { memoryAdapter } from './memory.js';

/** The one resource owner, who always signs in and always consents. */
export const RESOURCE_OWNER = 'alice';

export const DAY = 86_400;

/** What every oidc-provider of the zoo has: a memory of its own, fresh keys, one resource owner who consents to what is asked. */
export function base(): Readonly<Record<string, unknown>> {
  return {
    adapter: memoryAdapter(),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [signingKey('RS256'), signingKey('ES256')] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    interactions: { url: (_ctx: object, interaction: { readonly uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx: object, sub: string) => ({ accountId: sub, claims: () => ({ sub, name: 'Alice' }) }),
    loadExistingGrant: grantWhatIsAsked,
    issueRefreshToken: (_ctx: object, client: { grantTypeAllowed(type: string): boolean }) => client.grantTypeAllowed('refresh_token'),
    clientBasedCORS: () => false,
  };
}

function signingKey(alg: 'RS256' | 'ES256'): object {
  const { privateKey } =
    alg === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: alg };
}

interface AuthorizationContext {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId?: string; grantIdFor(clientId: string): string | undefined };
    readonly requestParamOIDCScopes: ReadonlySet<string>;
    readonly provider: {
      readonly Grant: {
        new (of: { clientId: string; accountId: string | undefined }): Grant;
        find(grantId: string): Promise<Grant | undefined>;
      };
    };
  };
}

interface Grant {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
}

/** Consent: the grant of an earlier authorization, or a new one over the scope asked for. */
async function grantWhatIsAsked({ oidc }: AuthorizationContext): Promise<Grant | undefined> {
  const earlier = oidc.session.grantIdFor(oidc.client.clientId);
  const grant =
    (earlier === undefined ? undefined : await oidc.provider.Grant.find(earlier)) ??
    new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

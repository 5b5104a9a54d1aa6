import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

/** The one resource owner, who always signs in and always consents. */
export const RESOURCE_OWNER = 'alice';

/** oidc-provider as the PKCE Access Token document describes an authorization server: its paths, lifetimes and tokens. Seconds throughout. */
export function configuration(): object {
  return {
    adapter: createMemoryAdapter(),
    clients,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [signingKey('RS256'), signingKey('ES256')] },
    routes: { authorization: '/api/v1/oauth2/authorize', token: '/api/v1/oauth2/token', userinfo: '/api/v1/oauth2/userinfo' },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'] },
    ttl: {
      AuthorizationCode: 300,
      AccessToken: 7199,
      RefreshToken: 14 * DAY,
      IdToken: 3600,
      Session: DAY,
      Grant: 14 * DAY,
      Interaction: 600,
    },
    pkce: { required: () => true },
    responseTypes: ['code'],
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { url: (_ctx: object, interaction: { readonly uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx: object, sub: string) => ({ accountId: sub, claims: () => ({ sub, name: 'Alice' }) }),
    loadExistingGrant: grantWhatIsAsked,
    issueRefreshToken: (_ctx: object, client: { grantTypeAllowed(type: string): boolean }) => client.grantTypeAllowed('refresh_token'),
    clientBasedCORS: () => false,
    renderError: answerErrorAsJson,
  };
}

const DAY = 86_400;

const code = { response_types: ['code'], grant_types: ['authorization_code', 'refresh_token'], scope: 'openid profile' };
const clients = [
  {
    ...code,
    client_id: 'public-client',
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2'],
  },
  { ...code, client_id: 'other-public-client', token_endpoint_auth_method: 'none', redirect_uris: ['http://127.0.0.1:9876/other'] },
  {
    ...code,
    client_id: 'confidential-client',
    client_secret: 'a-secret-of-the-example-and-of-nothing-else',
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: ['http://127.0.0.1:9876/confidential'],
  },
];

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

/** The page on which the server stops where it may not redirect. */
function answerErrorAsJson(ctx: { type: string; body: string }, out: object): void {
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(out);
}

import { base, DAY } from './base.js';

/** oidc-provider as the PKCE Access Token document describes an authorization server: its paths, lifetimes and tokens. Seconds throughout. */
export function configuration(): object {
  return {
    ...base(),
    clients,
    routes: { authorization: '/api/v1/oauth2/authorize', token: '/api/v1/oauth2/token', userinfo: '/api/v1/oauth2/userinfo' },
    ttl: {
      AuthorizationCode: 300,
      AccessToken: 7199,
      RefreshToken: 14 * DAY,
      IdToken: 3600,
      Session: DAY,
      Grant: 14 * DAY,
      Interaction: 600,
    },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    renderError: answerErrorAsJson,
  };
}

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

/** The page on which the server stops where it may not redirect. */
function answerErrorAsJson(ctx: { type: string; body: string }, out: object): void {
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(out);
}

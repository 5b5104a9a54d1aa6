import { base, DAY } from '../oidc-provider/base.js';

/** oidc-provider as an OpenID Provider of today: S256 only, PKCE for every client, codes and tokens of a minute. Seconds throughout. */
export function configuration(): object {
  return {
    ...base(),
    clients,
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 60,
      RefreshToken: 60,
      IdToken: 3600,
      Session: DAY,
      Grant: 14 * DAY,
      Interaction: 600,
    },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
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
    client_id: 'native-client',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://127.0.0.1/native', 'http://[::1]/native', 'com.example.native:/callback'],
  },
  {
    ...code,
    client_id: 'confidential-client',
    client_secret: 'a-secret-of-the-example-and-of-nothing-else',
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: ['https://client.example/confidential'],
  },
  {
    ...code,
    client_id: 'posting-client',
    client_secret: 'a-second-secret-of-the-example-and-of-nothing-else',
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['https://client.example/posting'],
  },
];

import type { ClientEntry } from './client.js';
import type { Profile } from './profile.js';

const callbacks = [
  'https://client.example/callback',
  'https://client.example/callback2',
  'https://client.example/cb?a=b%20c&d=%C3%A9',
  // Registered before anybody forbade it; a server that minds RFC 9700 §2.6 sends nothing there.
  'http://client.example/legacy',
];
const nativeCallbacks = ['http://127.0.0.1/callback', 'http://[::1]/callback', 'com.example.app:/callback'];

const publicClient = (client_id: string, redirect_uris: readonly string[]): ClientEntry => ({
  client_id,
  token_endpoint_auth_method: 'none',
  redirect_uris,
});
const confidentialClient = (client_id: string, client_secret: string): ClientEntry => ({
  client_id,
  client_secret,
  token_endpoint_auth_method: 'client_secret_basic',
  redirect_uris: callbacks,
});
const web = (name: string): readonly ClientEntry[] => [
  publicClient(`${name}-public`, callbacks),
  publicClient(`${name}-public-2`, callbacks.slice(0, 1)),
  confidentialClient(`${name}-confidential`, `${name}: a secret + 100% made up / for tests`),
];
const rfc = (name: string): readonly ClientEntry[] => [
  ...web(name),
  { ...publicClient(`${name}-pushing`, callbacks), require_pushed_authorization_requests: true },
];
const native: readonly ClientEntry[] = [
  { client_id: 'native', token_endpoint_auth_method: 'none', application_type: 'native', redirect_uris: nativeCallbacks },
  {
    client_id: 'native-with-secret',
    client_secret: 'a-secret-shipped-in-every-copy-of-the-app',
    token_endpoint_auth_method: 'client_secret_post',
    application_type: 'native',
    redirect_uris: nativeCallbacks,
  },
];

/** The clients each profile knows from the start; their secrets are no secrets. */
export const presetClients: Readonly<Record<Profile, readonly ClientEntry[]>> = {
  rfc7636: rfc('rfc7636'),
  rfc9700: [...rfc('rfc9700'), ...native],
  'oauth-2.1': [
    ...rfc('oauth-2.1'),
    {
      ...confidentialClient('oauth-2.1-secret-in-body', 'oauth-2.1-client-secret-0002'),
      token_endpoint_auth_method: 'client_secret_post',
    },
    { ...confidentialClient('oauth-2.1-nonce', 'oauth-2.1-client-secret-0003'), nonce_assured: true },
  ],
  oidc: rfc('oidc'),
  'challenge-code-token': [
    confidentialClient('challenge-code-token', 'challenge-code-token-client-secret-0001'),
    confidentialClient('challenge-code-token-2', 'challenge-code-token-client-secret-0002'),
  ],
  'pkce-access-token': web('pkce-access-token'),
};

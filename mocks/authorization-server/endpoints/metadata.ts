import type { Call, Endpoint } from './endpoint.js';
import { publicKey, privateKey, type SigningAlgorithm } from '../keys.js';
import { knownScope } from '../client.js';
import { paths } from '../server.js';

/** What the server says of itself: RFC 8414 §3. */
export const metadataEndpoint: Endpoint = metadataDocument('oauth-authorization-server');

/** The same for OpenID providers: OpenID Connect Discovery §4. */
export const openidConfigurationEndpoint: Endpoint = metadataDocument('openid-configuration');

/** RFC 7517 §5. */
export const jwksEndpoint: Endpoint = {
  name: 'jwks',

  *answer({ policy }) {
    const keys = (['ES256', 'RS256'] as const).map((alg: SigningAlgorithm) => policy.publishedKey(publicKey(alg), () => privateKey(alg)));
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ keys }) };
  },
};

function metadataDocument(document: 'oauth-authorization-server' | 'openid-configuration'): Endpoint {
  return {
    name: 'metadata',

    *answer(call) {
      const { policy } = call;
      return {
        status: policy.metadataStatus,
        headers: { 'content-type': policy.metadataContentType },
        body: JSON.stringify(policy.metadataMembers(describe(call), document)),
      };
    },
  };
}

function describe({ server, policy }: Call): Readonly<Record<string, unknown>> {
  const at = (path: string): string => `${server.issuer}${path}`;
  const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];
  const ofDocument = {
    'challenge-code-token': {
      token_endpoint: at(paths.challengeCodeToken),
      grant_types_supported: undefined,
      token_endpoint_auth_methods_supported: methods,
    },
    'pkce-access-token': {
      authorization_endpoint: at(paths.pkceAccessAuthorization),
      token_endpoint: at(paths.pkceAccessToken),
      userinfo_endpoint: at(paths.pkceAccessUserinfo),
    },
  };
  return {
    issuer: server.issuer,
    authorization_endpoint: at(paths.authorization),
    token_endpoint: at(paths.token),
    userinfo_endpoint: at(paths.userinfo),
    jwks_uri: at(paths.jwks),
    registration_endpoint: at(paths.registration),
    revocation_endpoint: at(paths.revocation),
    pushed_authorization_request_endpoint: at(paths.push),
    ...(server.tenant === undefined
      ? { challenge_code_token_endpoint: at(paths.challengeCodeToken), pkce_access_token_endpoint: at(paths.pkceAccessToken) }
      : {}),
    scopes_supported: knownScope.split(' '),
    response_types_supported: policy.responseTypesOffered,
    response_modes_supported: policy.responseTypesOffered.length > 1 ? ['query', 'fragment'] : ['query'],
    grant_types_supported: policy.grantTypes,
    token_endpoint_auth_methods_supported: ['none', ...methods],
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256'],
    code_challenge_methods_supported: policy.methodsOffered,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'at_hash'],
    authorization_response_iss_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    ...(server.primary === 'challenge-code-token' || server.primary === 'pkce-access-token' ? ofDocument[server.primary] : {}),
  };
}

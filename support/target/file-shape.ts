import { list, mapping, record } from './collections.js';
import { ownParameters } from './own-parameters.js';
import { profileNames } from './profiles.js';
import { choice, flag, number, text, url } from './scalars.js';
import { about, type ValueOf } from './shape.js';

/** What a target file says, before defaults and before the keys are held against one another. */
export type FileContents = ValueOf<typeof targetFile>;

const secret = (what: string) => text(`${what} is a text`, { secret: true });
const errorCodes = (what: string) =>
  list(
    what,
    text('an error code is of printable ASCII without quote or backslash (RFC 6749 §5.2)', {
      pattern: '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+$',
    }),
  );

const client = mapping(
  'a client',
  {
    client_id: about('As registered at the server.', text('a client_id is a text')),
    client_secret: about('Of a confidential client; write "${NAME}" to take it from the environment.', secret('a client_secret')),
    token_endpoint_auth_method: about(
      'Default: private_key_jwt with a private_key_file, client_secret_basic with a client_secret, else none.',
      choice('a client authentication method', ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'], {
        mend: mendAuthMethod,
      }),
    ),
    private_key_file: about(
      'The key of a client that authenticates by private_key_jwt (RFC 7523), PEM or JWK; relative to this file.',
      text('a private_key_file is a path'),
    ),
    redirect_uris: about(
      'As registered; nothing needs to listen there. Two let a mismatch be judged.',
      list('redirect_uris', url('redirect URI'), 1),
    ),
    application_type: about('native makes the rules for native apps run. Default: web.', choice('application_type', ['web', 'native'])),
    scope: about('Asked for by this client instead of the scope of all.', text('a scope is a text')),
    require_pushed_authorization_requests: about(
      'Whether this client has to push its requests (RFC 9126 §6). Default: as the metadata says for all.',
      flag('require_pushed_authorization_requests'),
    ),
  },
  ['client_id'],
);

const endpoints = mapping('endpoints', {
  authorization: about('The authorization endpoint.', url('endpoint')),
  token: about('The token endpoint.', url('endpoint')),
  protected_resource: about('A resource that answers GET with a bearer token; without one some rules cannot be judged.', url('endpoint')),
  pushed_authorization_request: about('RFC 9126.', url('endpoint')),
  challenge_code_token: about('Of the profile challenge-code-token. Default: the token endpoint.', url('endpoint')),
  pkce_access_token: about('Of the profile pkce-access-token. Default: the token endpoint.', url('endpoint')),
});

const selector = text('a selector is a text');

const login = mapping('login', {
  driver: about(
    'How the resource owner signs in. Default: module with a module, form with a username or password, else automatic.',
    choice('a login driver', ['automatic', 'form', 'browser', 'module', 'manual']),
  ),
  username: about('Of a test account.', text('a username is a text')),
  password: about('Of that account; write "${NAME}" to take it from the environment.', secret('a password')),
  selectors: about(
    'CSS selectors for the pages that the drivers form and browser cannot read by themselves.',
    mapping('selectors', {
      username: about('The field for the username.', selector),
      password: about('The field for the password.', selector),
      submit: about('The button that signs in.', selector),
      approve: about('The button, or the link, that consents.', selector),
    }),
  ),
  origins: about(
    'Origins that may have the password, beside those of issuer and authorization endpoint.',
    list('origins', url('endpoint'), 1),
  ),
  module: about('An ES module that signs in; relative to this file.', text('a module is a path')),
  session_minutes: about('How long the server keeps a login, in minutes.', number('session_minutes', 0)),
});

const lifetimes = mapping('lifetimes', {
  code: about('How long an authorization code lives, in seconds. Without it expiry is not judged.', number('a lifetime in seconds', 1)),
  access_token: about('How long an access token lives, in seconds.', number('a lifetime in seconds', 1)),
  refresh_token: about(
    'How long a refresh token lives that is never used, in seconds. Without it its expiry is not judged.',
    number('a lifetime in seconds', 1),
  ),
  tolerance: about('Seconds around a lifetime that are not judged. Default: 2.', number('a tolerance in seconds', 0)),
  resource_leeway: about('Seconds that a resource may go on taking an expired token. Default: 300.', number('a leeway in seconds', 0)),
});

const capabilities = mapping('capabilities', {
  plain: about('Whether the challenge method plain is offered.', flag('plain')),
  require_pkce: about('Whether a request without code_challenge is refused. Default: false.', flag('require_pkce')),
  refresh_token: about('Whether refresh tokens are issued.', flag('refresh_token')),
  concurrent_codes: about('Whether two codes of one user live side by side.', flag('concurrent_codes')),
  concurrent_tokens: about('Whether two access tokens of one user live side by side.', flag('concurrent_tokens')),
  native: about('Whether native apps are served (RFC 8252).', flag('native')),
  par: about('Whether requests can be pushed (RFC 9126).', flag('par')),
  iss: about('Whether the authorization response names its issuer (RFC 9207).', flag('iss')),
});

const proof = mapping('proof', {
  carrier: about('Where the verifier travels beside the bearer token. Default: form.', choice('a carrier', ['form', 'header', 'query'])),
  name: about(
    'Of the field, header or parameter. Default: code_verifier.',
    text('a name is of printable ASCII without blanks', { pattern: '^[\\x21-\\x7e]+$' }),
  ),
  url: about('Where the proof is given. Default: endpoints.protected_resource.', url('endpoint')),
});

const policy = mapping('policy', {
  verifier_syntax: about(
    'enforce makes the grammar rules of RFC 7636 §4.1 and §4.2 count as must. Default: observe.',
    choice('verifier_syntax', ['observe', 'enforce']),
  ),
  max_verifier_length: about('The longest verifier that has to work. Default: 128.', number('a length in characters', 43, { whole: true })),
  redirect_uri_omission: about(
    'Whether the token request may leave out a redirect_uri that the authorization request held. Default: reject.',
    choice('redirect_uri_omission', ['reject', 'allow']),
  ),
  unknown_client_errors: about('Lawful answers to an unknown client. Default: [invalid_client].', errorCodes('unknown_client_errors')),
  missing_verifier_errors: about(
    'Lawful answers to a missing verifier. Default: [invalid_grant, invalid_request].',
    errorCodes('missing_verifier_errors'),
  ),
  extra_error_codes: about('Error codes of your own that count as registered.', errorCodes('extra_error_codes')),
  code_after_failed_verifier: about(
    'What becomes of a code whose verifier was wrong. Default: any.',
    choice('code_after_failed_verifier', ['any', 'kept', 'burned']),
  ),
  replay_revocation: about(
    'Whether a replayed code should revoke its tokens. Default: should.',
    choice('replay_revocation', ['should', 'info']),
  ),
  refresh_reuse_grace: about('Seconds in which a rotated refresh token may come again. Default: 0.', number('a grace in seconds', 0)),
  reuse_scope: about(
    'Whether a used verifier is spent for its client or for all. Default: client.',
    choice('reuse_scope', ['client', 'global']),
  ),
  reuse_errors: about('Lawful answers to a used verifier. Default: [invalid_grant, invalid_request].', errorCodes('reuse_errors')),
  single_use: about('Whether a Challenge Code Token works once only. Default: false.', flag('single_use')),
  max_expires_in: about('The longest expires_in allowed, in seconds. Default: none.', number('max_expires_in in seconds', 1)),
  nonce_assurance: about('Whether a nonce may stand in for PKCE at an OpenID provider. Default: false.', flag('nonce_assurance')),
  scope_separators: about(
    'Default: space; comma-and-space for challenge-code-token.',
    choice('scope_separators', ['space', 'comma-and-space']),
  ),
  resource_scope: about(
    'The scope token without which endpoints.protected_resource stays shut. Default: not known.',
    text('a scope token is a text'),
  ),
  grant_type: about('The extension grant_type of a Challenge Code Token request. Default: none is sent.', text('a grant_type is a text')),
});

/** Every key of the target file. Defaults are put in later: `draft.ts` and `policy.ts`. */
export const targetFile = mapping('a target file', {
  $schema: about('The JSON Schema of this file, for editors.', text('a $schema is a text')),
  name: about('What reports call the server. Default: its host.', text('a name is a text')),
  issuer: about('Where discovery starts: RFC 8414, then OpenID.', url('issuer')),
  endpoints: about('Given instead of discovery, or beside it; what stands here wins.', endpoints),
  profiles: about('Default: rfc9700, and oidc if openid is in scope.', list('profiles', choice('a profile', profileNames), 1)),
  clients: about('Public first. A second public client lets client binding be judged.', list('clients', client, 1)),
  registration: about(
    'Registers clients by RFC 7591 instead.',
    mapping('registration', {
      initial_access_token: about('What the server wants to see of whoever registers (RFC 7591 §3).', secret('an initial_access_token')),
    }),
  ),
  login: about('How the resource owner signs in and consents.', login),
  scope: about('Asked for in every authorization request. Default: openid for the profile oidc, else none.', text('a scope is a text')),
  authorization_parameters: about(
    'Added to every authorization request; those that the suite sends itself have no place here.',
    record('authorization_parameters', text('a parameter is a text', { secret: true, empty: true }), ownParameters),
  ),
  lifetimes: about('Seconds.', lifetimes),
  capabilities: about('What is not declared is looked up or probed.', capabilities),
  proof: about('How a Challenge Code Token is proven; without it only issuing is judged.', proof),
  policy: about('Where the documents leave a choice, what this server chose.', policy),
  insecure_http: about('Allows plain http to other machines. Default: false.', flag('insecure_http')),
  ca_file: about('PEM certificates to trust beside the usual ones; relative to this file.', text('ca_file is a path')),
  clock: about(
    'A POST there moves the clock of the server.',
    mapping('clock', { advance_url: about('Takes a POST of {"ms": 61000}.', url('endpoint')) }, ['advance_url']),
  ),
  browser_client: about('Whether clients run in a browser, so that CORS is judged. Default: false.', flag('browser_client')),
});

function mendAuthMethod(given: string): string {
  if (given === 'client_secret_jwt' || given.endsWith('tls_client_auth'))
    return 'The suite does not speak it: register a client that authenticates with a secret, or by private_key_jwt.';
  return /basic/i.test(given)
    ? 'Did you mean client_secret_basic?'
    : /post/i.test(given)
      ? 'Did you mean client_secret_post?'
      : 'Leave it out to have it follow from client_secret.';
}

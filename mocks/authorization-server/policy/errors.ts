import type { Parameters } from '../parameters.js';

/** What went wrong; every refusal of the server names exactly one. */
export type Situation = keyof typeof errors;

/** What the server says of a situation: RFC 6749 §4.1.2.1, §5.2. */
export interface ErrorAnswer {
  readonly error: string;
  readonly status: number;
  readonly description: string;
}

/** What a refusal knows beside its situation; correct answers tell none of it. */
export interface RefusalDetails {
  readonly parameters?: Parameters | undefined;
  /** The challenge a verifier was held against. */
  readonly code_challenge?: string | undefined;
}

export interface ErrorPolicy {
  /** The error code, status and description of each situation. */
  readonly errors: Readonly<Record<Situation, ErrorAnswer>>;
  /** The members of an error answer of the token endpoint and its like. */
  readonly errorMembers: (answer: ErrorAnswer, situation: Situation, details: RefusalDetails) => Readonly<Record<string, unknown>>;
  /** The text of an error answer. */
  readonly errorText: (members: Readonly<Record<string, unknown>>) => string;
  readonly errorContentType: string;
  /** Header fields of every error answer beside its Content-Type. */
  readonly errorHeaders: Readonly<Record<string, string>>;
  /** The WWW-Authenticate of a 401 of the token endpoint; undefined sends none. */
  readonly clientAuthenticationChallenge: (realm: string) => string | undefined;
}

const answer = (error: string, description: string, status = 400): ErrorAnswer => ({ error, status, description });

const errors = {
  'media-type': answer('invalid_request', 'The body has to be application/x-www-form-urlencoded'),
  'body-too-large': answer('invalid_request', 'The body is too large', 413),
  'malformed-body': answer('invalid_request', 'A parameter is not well encoded'),
  'repeated-parameter': answer('invalid_request', 'A parameter was sent more than once'),
  'unknown-parameter': answer('invalid_request', 'A parameter is not known here'),
  'method-not-allowed': answer('invalid_request', 'The endpoint does not answer this method', 405),
  'in-the-clear': answer('invalid_request', 'The endpoint answers over TLS only', 403),
  'not-found': answer('not_found', 'Nothing listens at this address', 404),
  'server-error': answer('server_error', 'The server failed', 500),

  'client-missing': answer('invalid_request', 'client_id is missing'),
  'client-unknown': answer('invalid_client', 'The client is not known', 401),
  'client-unauthenticated': answer('invalid_client', 'The client has to authenticate', 401),
  'client-secret-wrong': answer('invalid_client', 'Client authentication failed', 401),
  'basic-authentication-failed': answer('invalid_client', 'Client authentication failed', 401),
  'authorization-header-broken': answer('invalid_client', 'The Authorization header cannot be read', 401),
  'authorization-header-missing': answer('invalid_client', 'The Authorization header is missing', 401),
  'two-authentication-methods': answer('invalid_request', 'The client authenticated in more than one way'),
  'conflicting-client-ids': answer('invalid_request', 'client_id is not the client that authenticated'),
  'assertion-refused': answer('invalid_client', 'The client assertion does not hold', 401),

  'grant-type-missing': answer('invalid_request', 'grant_type is missing'),
  'grant-type-unknown': answer('unsupported_grant_type', 'The grant type is not supported'),
  'grant-type-not-allowed': answer('unauthorized_client', 'The client may not use this grant type'),
  'code-missing': answer('invalid_request', 'code is missing'),
  'code-unknown': answer('invalid_grant', 'The code is not known'),
  'code-used': answer('invalid_grant', 'The code was used before'),
  'code-expired': answer('invalid_grant', 'The code has expired'),
  'code-of-other-client': answer('invalid_grant', 'The code was issued to another client'),
  'redirect-uri-missing': answer('invalid_request', 'redirect_uri is missing'),
  'redirect-uri-mismatch': answer('invalid_grant', 'redirect_uri is not that of the authorization request'),
  'verifier-missing': answer('invalid_request', 'code_verifier is missing'),
  'verifier-malformed': answer('invalid_grant', 'code_verifier is not well formed'),
  'verifier-mismatch': answer('invalid_grant', 'code_verifier does not fit the challenge'),
  'verifier-unexpected': answer('invalid_request', 'code_verifier was sent for a code without a challenge'),
  'challenge-absent-from-code': answer('invalid_grant', 'The code was issued without a challenge'),

  'refresh-token-missing': answer('invalid_request', 'refresh_token is missing'),
  'refresh-token-unknown': answer('invalid_grant', 'The refresh token is not known'),
  'refresh-token-expired': answer('invalid_grant', 'The refresh token has expired'),
  'refresh-token-revoked': answer('invalid_grant', 'The refresh token was revoked'),
  'refresh-token-used': answer('invalid_grant', 'The refresh token was used before'),
  'refresh-token-of-other-client': answer('invalid_grant', 'The refresh token was issued to another client'),
  'refresh-scope-wider': answer('invalid_scope', 'The scope exceeds what was granted'),
  'scope-refused': answer('invalid_scope', 'The scope is not known, or not for this client'),

  'authorization-client-unknown': answer('invalid_request', 'The client is not known'),
  'redirect-uri-unregistered': answer('invalid_request', 'redirect_uri is not registered'),
  'redirect-uri-omitted': answer('invalid_request', 'redirect_uri is missing'),
  'response-type-missing': answer('invalid_request', 'response_type is missing'),
  'response-type-unknown': answer('unsupported_response_type', 'The response type is not supported'),
  'hybrid-without-openid': answer('invalid_request', 'An ID Token takes openid in the scope, and a nonce'),
  'nonce-missing': answer('invalid_request', 'nonce is missing'),
  'request-object': answer('request_not_supported', 'Request objects are not supported'),
  'challenge-missing': answer('invalid_request', 'code_challenge is missing'),
  'challenge-malformed': answer('invalid_request', 'code_challenge is not well formed'),
  'method-alone': answer('invalid_request', 'code_challenge_method was sent without code_challenge'),
  'method-unknown': answer('invalid_request', 'code_challenge_method is not supported'),
  'method-not-offered': answer('invalid_request', 'code_challenge_method is not offered here'),
  'access-denied': answer('access_denied', 'The resource owner refused'),

  'request-uri-pushed': answer('invalid_request', 'request_uri cannot be pushed'),
  'request-uri-unknown': answer('invalid_request', 'request_uri is not known'),
  'request-uri-expired': answer('invalid_request', 'request_uri has expired'),
  'request-uri-used': answer('invalid_request', 'request_uri was used before'),
  'request-uri-of-other-client': answer('invalid_request', 'request_uri was pushed by another client'),
  'push-required': answer('invalid_request', 'The request has to be pushed'),

  'challenge-used-before': answer('invalid_grant', 'A token was issued for this verifier before'),

  'registration-redirect-uri': answer('invalid_redirect_uri', 'A redirect URI is not allowed'),
  'registration-metadata': answer('invalid_client_metadata', 'The client metadata is not usable'),
  'registration-token': answer('invalid_token', 'The registration access token does not hold', 401),
} as const satisfies Readonly<Record<string, ErrorAnswer>>;

export const errorPolicy: ErrorPolicy = {
  errors,
  errorMembers: ({ error, description }) => ({ error, error_description: description }),
  errorText: (members) => JSON.stringify(members),
  errorContentType: 'application/json',
  errorHeaders: { 'cache-control': 'no-store', pragma: 'no-cache' },
  clientAuthenticationChallenge: (realm) => `Basic realm="${realm}"`,
};

/** Every situation but those of HTTP itself answered with these members instead: for servers that know one error only. */
export function everyOne(answers: ErrorPolicy['errors'], members: Partial<ErrorAnswer>): ErrorPolicy['errors'] {
  return Object.fromEntries(
    Object.entries(answers).map(([situation, own]) => [situation, own.status === 400 || own.status === 401 ? { ...own, ...members } : own]),
  ) as ErrorPolicy['errors'];
}

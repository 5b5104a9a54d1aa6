/** Where an error code is registered for, as the IANA registry of OAuth extension errors tells them apart. */
export type ErrorEndpoint = 'authorization' | 'pushed-authorization-request' | 'token' | 'resource';

const AUTHORIZATION = [
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  // RFC 6749 names it for the token endpoint, the registry for this one too.
  'invalid_client',
  // OpenID Connect Core §3.1.2.6
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  // OpenID Connect Unmet Authentication Requirements, OpenID Federation
  'unmet_authentication_requirements',
  'invalid_issuer',
  'invalid_subject',
  'invalid_trust_anchor',
  'invalid_trust_chain',
  'invalid_metadata',
  // RFC 8707, RFC 9396
  'invalid_target',
  'invalid_authorization_details',
];

const TOKEN = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  // RFC 8628 §3.5
  'authorization_pending',
  'slow_down',
  'access_denied',
  'expired_token',
  // RFC 8707, RFC 9200, RFC 9396, RFC 9449
  'invalid_target',
  'unsupported_pop_key',
  'incompatible_ace_profiles',
  'invalid_authorization_details',
  'invalid_dpop_proof',
  'use_dpop_nonce',
  // User-Managed Access 2.0
  'need_info',
  'request_denied',
  'request_submitted',
];

const RESOURCE = [
  'invalid_request',
  'invalid_token',
  'insufficient_scope',
  // RFC 9396, RFC 9449, RFC 9470
  'invalid_authorization_details',
  'invalid_dpop_proof',
  'use_dpop_nonce',
  'insufficient_user_authentication',
];

/**
 * Codes of RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1 and the IANA registry of OAuth extension errors,
 * by the endpoint that they are registered for. RFC 9126 §2.3 lets a push be refused with those of either endpoint.
 */
const REGISTERED_ERRORS: Readonly<Record<ErrorEndpoint, ReadonlySet<string>>> = {
  authorization: new Set(AUTHORIZATION),
  'pushed-authorization-request': new Set([...AUTHORIZATION, ...TOKEN]),
  token: new Set(TOKEN),
  resource: new Set(RESOURCE),
};

export function isRegisteredError(code: string, endpoint: ErrorEndpoint): boolean {
  return REGISTERED_ERRORS[endpoint].has(code);
}

/** Says which members of an error hold a character that their grammar leaves out, RFC 6749 Appendices A.7 to A.9; empty where none does. */
export function errorCharsetFaults(members: {
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly error_uri?: unknown;
}): string[] {
  const grammars = [
    ['error', /[^\x20-\x21\x23-\x5b\x5d-\x7e]/u],
    ['error_description', /[^\x20-\x21\x23-\x5b\x5d-\x7e]/u],
    ['error_uri', /[^\x21\x23-\x5b\x5d-\x7e]/u],
  ] as const;
  return grammars.flatMap(([name, foreign]) => {
    const value = members[name];
    if (value === undefined) return [];
    if (typeof value !== 'string') return [`${name} is not a string`];
    if (value === '' && name === 'error') return ['error is empty'];
    const character = foreign.exec(value)?.[0];
    return character === undefined ? [] : [`${name} holds ${codePoint(character)}`];
  });
}

/** The text with each character that error_description may not hold replaced by the nearest that it may. */
export function sanitise(description: string): string {
  return description
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[^\x20-\x7e]/gu, '?');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

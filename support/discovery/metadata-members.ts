import type { JsonObject, JsonValue } from '../protocol/json.js';
import type { AuthorizationServerMetadata } from '../protocol/metadata.js';
import type { DeclaredCapabilities } from '../target/target.js';
import { memberOf, textsOf } from './ask.js';

/** The document without the members whose type is not the one registered for them, so that code may rely on those left. */
export function wellTyped(document: JsonObject, issuer: string): AuthorizationServerMetadata {
  return { issuer, ...Object.fromEntries(Object.entries(document).filter(([name, value]) => fits(name, value))) };
}

/**
 * What the metadata says of the capabilities of a target. Silence counts where an RFC gives it a meaning: without
 * `authorization_response_iss_parameter_supported` there is no `iss` (RFC 9207 §3), without an endpoint no pushed requests
 * (RFC 9126 §5). Nothing follows from absent lists.
 */
export function capabilitiesFrom(document: JsonObject): DeclaredCapabilities {
  const methods = textsOf(document, 'code_challenge_methods_supported');
  const grants = textsOf(document, 'grant_types_supported');
  return {
    ...(methods === undefined ? {} : { plain: methods.includes('plain') }),
    ...(grants === undefined ? {} : { refresh_token: grants.includes('refresh_token') }),
    par: typeof memberOf(document, 'pushed_authorization_request_endpoint') === 'string',
    iss: memberOf(document, 'authorization_response_iss_parameter_supported') === true,
  };
}

function fits(name: string, value: JsonValue): boolean {
  if (name === 'issuer' || name === 'jwks_uri' || name.endsWith('_endpoint')) return typeof value === 'string';
  if (name === 'authorization_response_iss_parameter_supported' || name === 'require_pushed_authorization_requests')
    return typeof value === 'boolean';
  if (name.endsWith('_supported') && Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return !(listMembers as readonly string[]).includes(name);
}

const listMembers = [
  'scopes_supported',
  'response_types_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'code_challenge_methods_supported',
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
] as const;

import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/** RFC 8414 §2 and OpenID Connect Discovery §3: the members that a server of the right shape has. */
export interface AuthorizationServerMetadata {
  readonly issuer: string;
  readonly authorization_endpoint?: string;
  readonly token_endpoint?: string;
  readonly jwks_uri?: string;
  readonly registration_endpoint?: string;
  readonly pushed_authorization_request_endpoint?: string;
  readonly require_pushed_authorization_requests?: boolean;
  readonly userinfo_endpoint?: string;
  readonly revocation_endpoint?: string;
  readonly introspection_endpoint?: string;
  readonly scopes_supported?: readonly string[];
  readonly response_types_supported?: readonly string[];
  readonly grant_types_supported?: readonly string[];
  readonly token_endpoint_auth_methods_supported?: readonly string[];
  readonly code_challenge_methods_supported?: readonly string[];
  readonly id_token_signing_alg_values_supported?: readonly string[];
  readonly subject_types_supported?: readonly string[];
  readonly authorization_response_iss_parameter_supported?: boolean;
}

/** What is wrong with a member, in words that fit after its name. */
export interface MetadataFault {
  readonly member: string;
  readonly fault: string;
}

/**
 * Where an issuer's metadata may stand, in the order to ask: RFC 8414 §3.1, whose well-known part goes before the issuer's path;
 * OpenID Connect Discovery §4, where it goes after; and the form between that RFC 8414 §5 allows.
 *
 * @throws TypeError where the issuer is no URL.
 */
export function wellKnownUrls(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    ...new Set([
      `${origin}/.well-known/oauth-authorization-server${path}`,
      `${origin}${path}/.well-known/openid-configuration`,
      `${origin}/.well-known/openid-configuration${path}`,
    ]),
  ];
}

/**
 * Whether a client of the issuer `asked` may use a URL that the document names. RFC 8414 §3.3: a document of another issuer
 * must not be used; what it names at the origin of the issuer is that issuer's own all the same.
 */
export function speaksFor(metadata: JsonObject, asked: string, url: string): boolean {
  return metadata['issuer'] === asked || (URL.parse(asked)?.origin ?? asked) === URL.parse(url)?.origin;
}

/**
 * What a metadata document says that its own form forbids, RFC 8414 §2 and §3.2. `issuer` is the one that was asked for.
 * A member that is not named here is not looked at. http is lawful on loopback only.
 */
export function metadataFaults(metadata: JsonValue, issuer?: string): MetadataFault[] {
  if (!isJsonObject(metadata)) return [{ member: 'the document', fault: 'is not a JSON object' }];
  return [...issuerFaults(metadata, issuer), ...endpointFaults(metadata), ...listFaults(metadata), ...flagFaults(metadata)];
}

/** Why the text is no issuer identifier, RFC 8414 §2; undefined where it is one. */
export function issuerFault(issuer: string): string | undefined {
  const url = URL.parse(issuer);
  if (url === null) return 'is not a URL';
  if (!isSecure(url)) return 'is not an https URL';
  return issuer.includes('?') || issuer.includes('#') ? 'has a query or a fragment' : undefined;
}

const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'registration_endpoint',
  'pushed_authorization_request_endpoint',
  'userinfo_endpoint',
  'revocation_endpoint',
  'introspection_endpoint',
];

const LISTS = [
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'code_challenge_methods_supported',
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
];

const FLAGS = ['authorization_response_iss_parameter_supported', 'require_pushed_authorization_requests'];

function issuerFaults({ issuer }: JsonObject, asked: string | undefined): MetadataFault[] {
  if (typeof issuer !== 'string') return [{ member: 'issuer', fault: issuer === undefined ? 'is missing' : 'is not a string' }];
  const fault = issuerFault(issuer);
  const other = asked !== undefined && asked !== issuer ? `is ${JSON.stringify(issuer)}, not ${JSON.stringify(asked)}` : undefined;
  return [fault, other].filter((found) => found !== undefined).map((found) => ({ member: 'issuer', fault: found }));
}

function endpointFaults(metadata: JsonObject): MetadataFault[] {
  const grants = listed(metadata['grant_types_supported']) ?? ['authorization_code', 'implicit'];
  const needed = [
    ...(grants.some((grant) => grant === 'authorization_code' || grant === 'implicit') ? ['authorization_endpoint'] : []),
    ...(grants.some((grant) => grant !== 'implicit') ? ['token_endpoint'] : []),
  ];
  return ENDPOINTS.flatMap((member) => {
    const value = metadata[member];
    if (value === undefined) return needed.includes(member) ? [{ member, fault: 'is missing' }] : [];
    const url = typeof value === 'string' ? URL.parse(value) : null;
    if (url === null) return [{ member, fault: 'is not a URL' }];
    if (!isSecure(url)) return [{ member, fault: 'is not an https URL' }];
    return url.hash !== '' ? [{ member, fault: 'has a fragment' }] : [];
  });
}

function listFaults(metadata: JsonObject): MetadataFault[] {
  const faults = LISTS.flatMap((member) => {
    const value = metadata[member];
    if (value === undefined) return [];
    const list = listed(value);
    if (list === undefined) return [{ member, fault: 'is not an array of strings' }];
    return list.length === 0 ? [{ member, fault: 'is empty and would be left out' }] : [];
  });
  return metadata['response_types_supported'] === undefined
    ? [{ member: 'response_types_supported', fault: 'is missing' }, ...faults]
    : faults;
}

function flagFaults(metadata: JsonObject): MetadataFault[] {
  return FLAGS.filter((member) => metadata[member] !== undefined && typeof metadata[member] !== 'boolean').map((member) => ({
    member,
    fault: 'is not a boolean',
  }));
}

function listed(value: JsonValue | undefined): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

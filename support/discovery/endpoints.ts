import type { JsonObject } from '../protocol/json.js';
import { speaksFor } from '../protocol/metadata.js';
import { quoted, shown } from '../target/fault.js';
import type { Endpoints } from '../target/target.js';
import { isPlainHttpAbroad, urlFor, urlRules } from '../target/urls.js';
import { memberOf } from './ask.js';

export interface UnusableEndpoint {
  readonly member: string;
  /** Completes "member is …". */
  readonly text: string;
  /** It lies at another origin than the issuer, and the metadata is another issuer's. */
  readonly foreign: boolean;
}

interface Trust {
  readonly insecure_http?: boolean;
  /** The issuer whose metadata was asked for: of a document of another one only what lies at its own origin is taken. */
  readonly asked?: string;
}

const members: Readonly<Record<keyof Endpoints, string>> = {
  authorization: 'authorization_endpoint',
  token: 'token_endpoint',
  protected_resource: 'userinfo_endpoint',
  pushed_authorization_request: 'pushed_authorization_request_endpoint',
  challenge_code_token: 'challenge_code_token_endpoint',
  pkce_access_token: 'pkce_access_token_endpoint',
};

/** What metadata calls an endpoint of a target. */
export function memberOfEndpoint(name: keyof Endpoints): string {
  return members[name];
}

/**
 * The endpoints that metadata names: those of RFC 8414 and RFC 9126, UserInfo as the protected resource, and the two that
 * the documents' servers add. One that is no https URL is left out, since secrets would be sent there; http is allowed
 * on loopback, and elsewhere with `insecure_http`. So is one elsewhere that metadata of another issuer names (RFC 8414 §3.3).
 */
export function endpointsFrom(metadata: JsonObject, trust: Trust = {}): Endpoints {
  const named = Object.entries(members).flatMap(([name, member]) => {
    const url = endpointIn(metadata, member, trust);
    return url === undefined ? [] : [[name, url] as const];
  });
  return Object.fromEntries(named);
}

/** Where clients register (RFC 7591 §3), if the metadata names a URL fit for it. */
export function registrationEndpointIn(metadata: JsonObject, trust: Trust = {}): string | undefined {
  return endpointIn(metadata, 'registration_endpoint', trust);
}

/** Where tokens are revoked (RFC 7009 §2), likewise. */
export function revocationEndpointIn(metadata: JsonObject, trust: Trust = {}): string | undefined {
  return endpointIn(metadata, 'revocation_endpoint', trust);
}

/** The endpoints that the metadata names and that were left out, with what is wrong with each. */
export function unusableEndpoints(metadata: JsonObject, trust: Trust = {}): readonly UnusableEndpoint[] {
  return [...Object.values(members), 'registration_endpoint'].flatMap((member) => {
    const value = memberOf(metadata, member);
    if (value === undefined || endpointIn(metadata, member, trust) !== undefined) return [];
    const found = typeof value === 'string' ? quoted(value) : shown(value, false);
    const foreign = typeof value === 'string' && mayBeAsked(value, trust);
    const why = foreign ? `not at the origin of ${trust.asked ?? ''}, in metadata of another issuer` : urlRules.endpoint.expected;
    return [{ member, text: `${found}: ${why}`, foreign }];
  });
}

function endpointIn(metadata: JsonObject, member: string, trust: Trust): string | undefined {
  const value = memberOf(metadata, member);
  if (typeof value !== 'string' || !mayBeAsked(value, trust)) return undefined;
  return trust.asked === undefined || speaksFor(metadata, trust.asked, value) ? value : undefined;
}

/** Whether a request with a secret may go to a URL that a server named. */
export function mayBeAsked(text: string, trust: Trust): boolean {
  const url = urlFor('endpoint', text);
  return url !== undefined && (trust.insecure_http === true || !isPlainHttpAbroad(url));
}

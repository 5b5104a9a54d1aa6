import type { Client } from '../client.js';

/** Scope: RFC 6749 §3.3. */
export interface ScopePolicy {
  /** The scope tokens of a parameter. */
  readonly splitScope: (scope: string) => readonly string[];
  /** What a request without scope asks for; undefined refuses it. */
  readonly scopeWhenOmitted: (client: Client) => readonly string[] | undefined;
  /** What is granted of the request; undefined refuses it. */
  readonly grantedScope: (requested: readonly string[], allowed: readonly string[]) => readonly string[] | undefined;
  /** The scope that a code yields, when the token request names one as well. */
  readonly scopeAtRedemption: (granted: readonly string[], named: string | undefined) => readonly string[];
}

export const scope: ScopePolicy = {
  splitScope: (text) => text.split(' ').filter((token) => token !== ''),
  scopeWhenOmitted: (client) => client.scope.split(' ').filter((token) => token === 'read' || token === 'get_user_info'),
  grantedScope: (requested, allowed) => {
    const granted = allowed.filter((token) => requested.includes(token));
    return granted.length === 0 || !requested.every((token) => scopeToken.test(token)) ? undefined : granted;
  },
  scopeAtRedemption: (granted) => granted,
};

/** RFC 6749 Appendix A.4. */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

import type { RuleResult } from '../support/run/run.js';

/** The rules of one document, in the order in which the run holds them, by section. */
export interface DocumentOfRules {
  /** First part of the rule ids: `rfc7636`. */
  readonly id: string;
  /** `RFC 7636`. */
  readonly name: string;
  /** `Proof Key for Code Exchange`; empty for a document that is called by one name only. */
  readonly title: string;
  readonly sections: readonly SectionOfRules[];
}

export interface SectionOfRules {
  /** `4.6`, `single-use`. */
  readonly id: string;
  /** The feature's name where all rules of the section stand in one feature; empty otherwise. */
  readonly title: string;
  readonly results: readonly RuleResult[];
}

/** Rules by document, known documents in their fixed order, then by section, sections in the order of their numbers. */
export function byDocument(results: readonly RuleResult[]): readonly DocumentOfRules[] {
  const documents = Map.groupBy(results, ({ rule }) => documentOf(rule.id));
  return [...documents]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([id, rules]) => ({ id, ...nameOf(id), sections: bySection(rules) }));
}

export function documentOf(ruleId: string): string {
  return ruleId.split('/')[0] ?? ruleId;
}

function bySection(results: readonly RuleResult[]): readonly SectionOfRules[] {
  const sections = Map.groupBy(results, ({ rule }) => rule.id.split('/')[1] ?? '');
  return [...sections]
    .sort(([a], [b]) => (isNumbered(a) && isNumbered(b) ? a.localeCompare(b, 'en', { numeric: true }) : 0))
    .map(([id, rules]) => ({ id, title: sharedFeature(rules), results: rules }));
}

/** `4.6`, `10`, `app.b`; the sections of the two documents are words, and stay in the order of the run. */
function isNumbered(section: string): boolean {
  return /^(\d|app\.)/.test(section);
}

function sharedFeature(results: readonly RuleResult[]): string {
  const names = new Set(results.map(({ rule }) => rule.feature.name));
  return names.size === 1 ? ([...names][0] ?? '') : '';
}

function rank(id: string): number {
  const place = Object.keys(known).indexOf(id);
  return place === -1 ? Object.keys(known).length : place;
}

export function nameOf(id: string): { readonly name: string; readonly title: string } {
  return known[id] ?? { name: id.replace(/^rfc(\d+)$/, 'RFC $1'), title: '' };
}

const known: Readonly<Record<string, { readonly name: string; readonly title: string }>> = {
  rfc7636: { name: 'RFC 7636', title: 'Proof Key for Code Exchange' },
  'challenge-code-token': { name: 'Challenge Code Token', title: '' },
  'pkce-access-token': { name: 'PKCE Access Token', title: '' },
  rfc6749: { name: 'RFC 6749', title: 'The OAuth 2.0 Authorization Framework' },
  rfc6750: { name: 'RFC 6750', title: 'Bearer Token Usage' },
  rfc9700: { name: 'RFC 9700', title: 'Best Current Practice for OAuth 2.0 Security' },
  'oauth-2.1': { name: 'OAuth 2.1', title: 'The OAuth 2.1 Authorization Framework' },
  rfc8414: { name: 'RFC 8414', title: 'Authorization Server Metadata' },
  rfc9207: { name: 'RFC 9207', title: 'Authorization Server Issuer Identification' },
  rfc9126: { name: 'RFC 9126', title: 'Pushed Authorization Requests' },
  rfc8252: { name: 'RFC 8252', title: 'OAuth 2.0 for Native Apps' },
  'oidc-core': { name: 'OpenID Connect Core', title: '' },
  'oidc-discovery': { name: 'OpenID Connect Discovery', title: '' },
};

import { resolvePhrase } from './phrase.js';
import { escapeALetter } from './text-edits.js';

/** What a loose comparison takes for the same redirect URI; undefined where the URI holds nothing to alter so. */
export type UriAlteration = (uri: string) => string | undefined;

/**
 * The alteration that the phrase names. What it yields is never the URI itself.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function uriAlteration(phrase: string): UriAlteration {
  const alter = resolvePhrase('alteration of a URI', phrase, alterations);
  return (uri) => {
    const altered = alter(uri);
    return altered === uri ? undefined : altered;
  };
}

const alterations: Readonly<Record<string, UriAlteration>> = {
  'with a slash appended': (uri) => `${uri}/`,
  'with a path appended': (uri) => `${uri}/elsewhere`,
  'with a query appended': (uri) => `${uri}${uri.includes('?') ? '&' : '?'}elsewhere=1`,
  'with a question mark appended': (uri) => `${uri}?`,
  'with a fragment appended': (uri) => `${uri}#fragment`,
  'with its last letter gone': (uri) => uri.slice(0, -1),
  'with a letter percent-encoded': (uri) => partly(uri, 'path', escapeALetter),
  'with its path in upper case': (uri) => partly(uri, 'path', (path) => path.toUpperCase()),
  'with a step up at its end': (uri) => `${uri}/../elsewhere`,
  'with an encoded step up at its end': (uri) => `${uri}%2f..`,
  'in upper case': (uri) => uri.toUpperCase(),
  'with its scheme in upper case': (uri) => uri.replace(/^[^:]+(?=:)/, (scheme) => scheme.toUpperCase()),
  'with a dot behind its host': (uri) => named(uri, (host) => host.replace(/(?=:\d+$)|(?<!:\d+)$/, '.')),
  'with its first slash doubled': (uri) => partly(uri, 'path', (path) => (path === '' ? undefined : `/${path}`)),
  'with a space appended': (uri) => `${uri} `,
  'with a space in front': (uri) => ` ${uri}`,
  'with its host in upper case': (uri) => partly(uri, 'host', (host) => host.toUpperCase()),
  'with a name in front of its host': (uri) => named(uri, (host) => `elsewhere.${host}`),
  'with a user name in front of its host': (uri) => partly(uri, 'host', (host) => (host === '' ? undefined : `elsewhere@${host}`)),
  'with its host continued': (uri) => named(uri, (host) => `${host}.attacker.example`),
  'with its host for a user name': (uri) => named(uri, (host) => `${host}@attacker.example`),
  'with its host behind a backslash': (uri) => named(uri, (host) => `attacker.example\\@${host}`),
  'with a letter for a dot in its host': (uri) => named(uri, (host) => (host.includes('.') ? host.replace('.', 'x') : undefined)),
  'with NUL and another host appended': (uri) => `${uri}\0.attacker.example`,
  'with a path parameter appended': (uri) => (uri.includes('?') ? undefined : `${uri};elsewhere=1`),
  'with @attacker.example appended': (uri) => `${uri}@attacker.example`,
  'with the default port': (uri) => named(uri, (host) => (host.includes(':') ? undefined : `${host}:${defaultPort(uri)}`)),
  'under the other scheme': (uri) => (/^https?:/.test(uri) ? uri.replace(/^http(s?)/, (_, s) => (s ? 'http' : 'https')) : undefined),
};

/** Every phrase that `uriAlteration` knows. */
export const REDIRECT_URI_ALTERATIONS: readonly string[] = Object.keys(alterations);

/** Alters the path of a hierarchical URI, or its host with its port; undefined where there is none. */
function partly(uri: string, part: 'host' | 'path', alter: (text: string) => string | undefined): string | undefined {
  const [, scheme, host, path, rest] = /^([^:]+:\/\/)([^/?#]*)([^?#]*)(.*)$/s.exec(uri) ?? [];
  if (scheme === undefined || host === undefined || path === undefined || rest === undefined) return undefined;
  const altered = alter(part === 'host' ? host : path);
  if (altered === undefined) return undefined;
  return part === 'host' ? `${scheme}${altered}${path}${rest}` : `${scheme}${host}${altered}${rest}`;
}

/** Alters a host that has a name. A loopback address is left alone: any port of it may be lawful (RFC 8252 §7.3). */
function named(uri: string, alter: (host: string) => string | undefined): string | undefined {
  return partly(uri, 'host', (host) => (/^(?:\d+(?:\.\d+){3}|\[[^\]]*\]|localhost)(?::\d+)?$/i.test(host) ? undefined : alter(host)));
}

function defaultPort(uri: string): number | undefined {
  return uri.startsWith('https:') ? 443 : 80;
}

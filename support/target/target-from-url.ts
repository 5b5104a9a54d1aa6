import { draftOf } from './draft.js';
import { quoted } from './fault.js';
import type { ParsedTarget } from './parse.js';
import { Places } from './places.js';
import { defaultProfiles, type ProfileName } from './profiles.js';
import { isPlainHttpAbroad, urlFor, urlRules } from './urls.js';

/** Whether a `--target` is a URL and no path. */
export function isUrl(target: string): boolean {
  return /^https?:/i.test(target);
}

/** The target that a bare URL stands for: discovery from that issuer, clients by registration, automatic login. */
export function targetFromUrl(url: string, profiles?: readonly ProfileName[]): ParsedTarget {
  const issuer = issuerOf(url);
  const parsed = urlFor('issuer', issuer);
  if (parsed === undefined || isPlainHttpAbroad(parsed)) {
    const mend =
      parsed === undefined
        ? urlRules.issuer.mend(issuer)
        : 'For a server on this machine use http://127.0.0.1 or http://localhost; elsewhere write a target file with insecure_http: true.';
    return {
      faults: [{ file: '--target', line: 0, column: 0, key: 'issuer', found: quoted(url), expected: urlRules.issuer.expected, mend }],
    };
  }
  const places = new Places('--target', new Map([['issuer', { line: 1, column: 1 }]]));
  return { target: draftOf({ issuer, registration: {} }, profiles ?? defaultProfiles(undefined)), places };
}

/** People paste the address of the metadata: RFC 8414 puts its path behind the host, OpenID behind the issuer. */
function issuerOf(url: string): string {
  return url.replace(
    /\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(\/|$)/,
    (_whole, slash: string, offset: number) => (url.endsWith(_whole) && offset > 0 ? '' : slash),
  );
}

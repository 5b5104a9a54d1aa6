import { NothingToJudge, Violation } from './findings.js';
import type { HttpHeaders } from '../protocol/http.js';
import type { Exchange } from '../wire/exchange.js';

/** RFC 9700 §4.12: no form that the user sent is redirected in a way that has the browser send it again. Gives back a remark, if any. */
export function notSentOn(posts: readonly Exchange[]): string | undefined {
  const redirects = posts.flatMap(({ n, outcome }) =>
    outcome.kind === 'answer' && outcome.status >= 300 && outcome.status < 400 && outcome.headers['location'] !== undefined
      ? [{ n, status: outcome.status }]
      : [],
  );
  if (redirects.length === 0) throw new NothingToJudge('no form that was sent led to a redirect');
  const sentOn = redirects.find(({ status }) => status === 307 || status === 308);
  if (sentOn)
    throw new Violation('a redirect with status 303, or 302', `a redirect with status ${sentOn.status}`, { exchanges: [sentOn.n] });
  const loose = redirects.find(({ status }) => status !== 303);
  return loose && `a form is answered with ${loose.status}, which browsers follow by GET only out of habit; 303 says so`;
}

/** RFC 9700 §4.16: each page says that no other page may frame it, in a way that browsers heed. */
export function forbidFraming(pages: readonly Exchange[]): void {
  for (const { n, outcome } of pages) {
    if (outcome.kind !== 'answer' || forbidsFraming(outcome.headers)) continue;
    throw new Violation(
      'Content-Security-Policy with frame-ancestors, or X-Frame-Options: DENY or SAMEORIGIN',
      framingTold(outcome.headers),
      { exchanges: [n] },
    );
  }
}

/** A browser that finds frame-ancestors no longer looks at X-Frame-Options. */
function forbidsFraming(headers: HttpHeaders): boolean {
  const ancestors = frameAncestors(headers);
  if (ancestors.length > 0) return ancestors.some((sources) => !sources.some(isAnybody));
  return valuesOf(headers, 'x-frame-options').some((value) => /^(?:deny|sameorigin)$/i.test(value));
}

function frameAncestors(headers: HttpHeaders): readonly (readonly string[])[] {
  return valuesOf(headers, 'content-security-policy').flatMap((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
    const own = directives.find(([name = '']) => name.toLowerCase() === 'frame-ancestors');
    return own === undefined ? [] : [own.slice(1)];
  });
}

/** `*` and a scheme alone leave every page of the world. */
function isAnybody(source: string): boolean {
  return /^(?:\*|https?:|https?:\/\/\*)$/i.test(source);
}

function framingTold(headers: HttpHeaders): string {
  const [ancestors] = frameAncestors(headers);
  if (ancestors !== undefined) return `frame-ancestors ${ancestors.join(' ')}`;
  const [option] = valuesOf(headers, 'x-frame-options');
  return option === undefined ? 'neither header' : `X-Frame-Options: ${option}`;
}

function valuesOf(headers: HttpHeaders, name: string): readonly string[] {
  return [headers[name] ?? []].flat().flatMap((field) => field.split(',').map((value) => value.trim()));
}

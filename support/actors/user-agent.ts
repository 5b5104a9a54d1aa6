import { CookieJar } from 'tough-cookie';
import type { Exchange } from '../wire/exchange.js';
import type { RequestDraft } from '../wire/draft.js';
import type { Wire } from '../wire/wire.js';

/** Where a navigation ended. */
export type Landing =
  | { readonly kind: 'redirect-uri'; readonly url: string; readonly exchange: Exchange }
  | { readonly kind: 'page'; readonly exchange: Exchange }
  | { readonly kind: 'lost'; readonly reason: string; readonly exchange: Exchange };

const mostHops = 10;

/**
 * The resource owner's browser with nobody at it: it keeps cookies and follows redirects until one leads to the
 * redirect URI, which is read off `Location` and never visited. The login driver `automatic`.
 */
export class UserAgent {
  readonly #jar = new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true });

  /** Opens the authorization request; `redirectUris` are where the client would listen. */
  async navigate(wire: Wire, request: RequestDraft, redirectUris: readonly string[]): Promise<Landing> {
    let draft = await this.#asNavigation(request);
    for (let hop = 0; hop <= mostHops; hop += 1) {
      const exchange = await wire.send(draft);
      if (exchange.outcome.kind === 'failure') return { kind: 'lost', reason: exchange.outcome.message, exchange };
      const { status, headers } = exchange.outcome;
      await this.#keepCookies(headers['set-cookie'], exchange.request.url);
      const location = single(headers['location']);
      if (location === undefined || status < 300 || status > 399) return { kind: 'page', exchange };
      const next = resolved(location, exchange.request.url);
      if (next === undefined) return { kind: 'lost', reason: `the Location of a ${status} is not a URL`, exchange };
      if (redirectUris.some((uri) => leadsTo(next, uri))) return { kind: 'redirect-uri', url: next, exchange };
      if (isAuthorizationResponse(next)) return { kind: 'redirect-uri', url: next, exchange };
      if (hop === mostHops) return { kind: 'lost', reason: `more than ${mostHops} redirects`, exchange };
      draft = await this.#asNavigation({ method: 'GET', url: next, headers: {} });
    }
    throw new Error('unreachable: the loop returns at its last hop');
  }

  async #asNavigation(draft: RequestDraft): Promise<RequestDraft> {
    const cookie = await this.#jar.getCookieString(draft.url);
    return {
      ...draft,
      headers: {
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        'upgrade-insecure-requests': '1',
        ...(cookie === '' ? {} : { cookie }),
        ...draft.headers,
      },
    };
  }

  async #keepCookies(header: string | readonly string[] | undefined, url: string): Promise<void> {
    for (const cookie of header === undefined ? [] : [header].flat()) await this.#jar.setCookie(cookie, url, { ignoreError: true });
  }
}

function leadsTo(url: string, redirectUri: string): boolean {
  const [bare = ''] = redirectUri.split('#');
  return url === bare || ['?', '&', '#', '/'].some((mark) => url.startsWith(`${bare}${mark}`));
}

/** A code or an error sent to a URI nobody registered is not followed either: that it was sent is what a rule will judge. */
function isAuthorizationResponse(url: string): boolean {
  const { protocol, searchParams, hash } = new URL(url);
  const fragment = new URLSearchParams(hash.slice(1));
  return !/^https?:$/.test(protocol) || [searchParams, fragment].some((parameters) => parameters.has('code') || parameters.has('error'));
}

function resolved(location: string, base: string): string | undefined {
  return URL.canParse(location) ? location : URL.canParse(location, base) ? new URL(location, base).href : undefined;
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

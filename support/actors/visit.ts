import type { CookieJar } from 'tough-cookie';
import type { RequestDraft } from '../wire/draft.js';
import type { Answer, Exchange } from '../wire/exchange.js';
import type { Wire } from '../wire/wire.js';
import { cookieField, keepCookie } from './cookies.js';
import { isAuthorizationResponse, leadsTo, type Landing, type Lost } from './landing.js';

const mostRedirects = 10;

export interface Opening {
  /** The page whose link or form leads here. */
  readonly from?: string;
  /** What is sent is for those eyes only: a redirect that has it sent again elsewhere is not followed. */
  readonly onlyFor?: (url: string) => boolean;
}

/**
 * One authorization request on its way through the pages of a server: cookies are kept, redirects followed until one
 * leads to the redirect URI, which is read off `Location` and never visited.
 */
export class Visit {
  readonly #serverOrigins = new Set<string>();

  constructor(
    readonly wire: Wire,
    readonly jar: CookieJar,
    /** Where the client would listen. */
    readonly redirectUris: readonly string[],
  ) {}

  /** Whether the walk ends at this address. */
  endsAt(url: string): boolean {
    return this.redirectUris.some((uri) => leadsTo(url, uri)) || isAuthorizationResponse(url, this.#serverOrigins);
  }

  /** The address belongs to the server: codes and errors in it are its own affair. */
  passThrough(url: string): void {
    if (URL.canParse(url)) this.#serverOrigins.add(new URL(url).origin);
  }

  /** Sends the request as a navigation and follows where it leads. */
  async open(request: RequestDraft, { from, onlyFor }: Opening = {}): Promise<Landing> {
    let draft = await this.#asNavigation(request, from);
    for (let hop = 0; ; hop += 1) {
      const exchange = await this.wire.send(draft);
      if (exchange.outcome.kind === 'failure') return { kind: 'lost', reason: exchange.outcome.message, exchange };
      this.passThrough(exchange.request.url);
      await this.keepCookies(exchange.outcome, exchange.request.url);
      const next = redirectOf(exchange.outcome, exchange.request.url);
      if (next === undefined) return { kind: 'page', exchange };
      if (next === 'nowhere') return lost(`the Location of a ${exchange.outcome.status} is not a URL`, exchange);
      if (this.endsAt(next)) return { kind: 'redirect-uri', url: next, exchange };
      if (hop === mostRedirects) return lost(`more than ${mostRedirects} redirects`, exchange);
      const again = isSentAgain(exchange.outcome.status) && exchange.request.method !== 'GET';
      if (again && onlyFor?.(next) === false)
        return lost(
          `a ${exchange.outcome.status} would send the password on to ${new URL(next).origin}, which login.origins does not name`,
          exchange,
          {
            keys: ['login.origins'],
          },
        );
      const { form, body, contentType, method } = draft;
      draft = await this.#asNavigation(
        again ? { method, url: next, headers: {}, form, body, contentType } : { method: 'GET', url: next, headers: {} },
        from,
      );
    }
  }

  async keepCookies({ headers }: Answer, url: string): Promise<void> {
    const fields = [headers['set-cookie'] ?? []].flat();
    for (const cookie of fields) await keepCookie(this.jar, cookie, url);
  }

  async #asNavigation(draft: RequestDraft, from: string | undefined): Promise<RequestDraft> {
    const cookie = await cookieField(this.jar, draft.url, sentBy(draft));
    return {
      ...draft,
      headers: {
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        'upgrade-insecure-requests': '1',
        ...(from === undefined ? {} : cameFrom(from, draft)),
        ...(cookie === '' ? {} : { cookie }),
        ...draft.headers,
      },
    };
  }
}

export function lost(reason: string, exchange: Exchange, about: Pick<Lost, 'hopeless' | 'keys'> = {}): Landing {
  return { kind: 'lost', reason, exchange, ...about };
}

/** A form that another site sends takes no cookie along that is marked for the server's own site (`SameSite`). */
function sentBy({ method, headers }: RequestDraft): { sameSiteContext?: 'lax' | 'none' } {
  if (headers['sec-fetch-site'] !== 'cross-site') return {};
  return { sameSiteContext: method === 'GET' ? 'lax' : 'none' };
}

/** As browsers do it by default: the whole address within an origin, the origin alone to another. */
function cameFrom(page: string, { method, url }: RequestDraft): Record<string, string> {
  const [bare = ''] = page.split('#', 1);
  const { origin } = new URL(page);
  const same = URL.canParse(url) && new URL(url).origin === origin;
  return {
    referer: same ? bare : `${origin}/`,
    'sec-fetch-site': same ? 'same-origin' : 'cross-site',
    'sec-fetch-user': '?1',
    ...(method === 'GET' ? {} : { origin }),
  };
}

/** 307 and 308 have the same request sent again; after every other redirect browsers ask by GET. */
function isSentAgain(status: number): boolean {
  return status === 307 || status === 308;
}

function redirectOf({ status, headers }: Answer, url: string): string | undefined {
  const location = [headers['location'] ?? []].flat()[0];
  if (location === undefined || status < 300 || status > 399) return undefined;
  if (URL.canParse(location)) return location;
  return URL.canParse(location, url) ? new URL(location, url).href : 'nowhere';
}

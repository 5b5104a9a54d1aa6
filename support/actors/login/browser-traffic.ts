import type { CDPSession, Page } from 'playwright-core';
import type { Answer, Exchange, SentRequest } from '../../wire/exchange.js';
import type { Visit } from '../visit.js';
import type { Account } from './account.js';

/** What a request of the browser is stopped at: before it leaves, and before its answer is taken. */
interface Paused {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string>; readonly postData?: string };
  readonly responseStatusCode?: number;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

const watched = ['Document', 'XHR', 'Fetch'] as const;

/**
 * Sees what a page of the browser sends and receives: writes it into the record, keeps the password from going
 * astray, and stops the browser before it opens the redirect URI.
 */
export class BrowserTraffic {
  readonly #cdp: CDPSession;
  readonly #visit: Visit;
  readonly #account: Account;
  readonly #open = new Map<string, (outcome: Answer) => Exchange>();
  #landedAt: string | undefined;
  #strayed: string | undefined;
  #last: Exchange | undefined;
  #document: Exchange | undefined;
  #activeAt = performance.now();

  private constructor(cdp: CDPSession, visit: Visit, account: Account) {
    this.#cdp = cdp;
    this.#visit = visit;
    this.#account = account;
  }

  static async of(page: Page, visit: Visit, account: Account): Promise<BrowserTraffic> {
    const cdp = await page.context().newCDPSession(page);
    const traffic = new BrowserTraffic(cdp, visit, account);
    cdp.on('Fetch.requestPaused', (paused) => void traffic.#paused(paused));
    const patterns = watched.flatMap((resourceType) =>
      (['Request', 'Response'] as const).map((requestStage) => ({ urlPattern: '*', resourceType, requestStage })),
    );
    await cdp.send('Fetch.enable', { patterns });
    return traffic;
  }

  /** The address at the client that the browser was about to open. */
  get landedAt(): string | undefined {
    return this.#landedAt;
  }

  /** Where the password would have gone, had it been let. */
  get strayed(): string | undefined {
    return this.#strayed;
  }

  get last(): Exchange | undefined {
    return this.#last;
  }

  /** The page that is shown, as it came. */
  get document(): Exchange | undefined {
    return this.#document;
  }

  /** Milliseconds since anything was sent or received; 0 while an answer is waited for. */
  get quietFor(): number {
    return this.#open.size > 0 ? 0 : performance.now() - this.#activeAt;
  }

  /** Something was done that the page may answer. */
  touch(): void {
    this.#activeAt = performance.now();
  }

  async #paused(paused: Paused): Promise<void> {
    this.touch();
    const answered = paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined;
    try {
      await (answered ? this.#answered(paused) : this.#leaving(paused));
    } catch (error) {
      // The page has gone, and its requests with it.
      this.#open.delete(paused.requestId);
      if (!(error instanceof Error) || !/closed|Invalid InterceptionId|Session|Target/i.test(error.message)) throw error;
    }
  }

  async #leaving({ requestId, request }: Paused): Promise<void> {
    if (this.#visit.endsAt(request.url)) {
      this.#landedAt ??= request.url;
      return this.#stop(requestId);
    }
    if (this.#holdsPassword(request) && !this.#account.trusts(request.url)) {
      this.#strayed ??= new URL(request.url).origin;
      return this.#stop(requestId);
    }
    this.#open.set(requestId, this.#visit.wire.witness(sentRequest(request)));
    await this.#cdp.send('Fetch.continueRequest', { requestId });
  }

  async #answered(paused: Paused): Promise<void> {
    const { requestId, request, responseStatusCode: status } = paused;
    const tell = this.#open.get(requestId) ?? this.#visit.wire.witness(sentRequest(request));
    this.#open.delete(requestId);
    if (status === undefined) return void (await this.#cdp.send('Fetch.continueRequest', { requestId }));
    const headers = headersOf(paused.responseHeaders ?? []);
    const location = [headers['location'] ?? []].flat()[0];
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const exchange = tell({ kind: 'answer', status, headers, body: redirects ? '' : await this.#bodyOf(requestId) });
    this.#last = exchange;
    this.#visit.passThrough(request.url);
    if (redirects && URL.canParse(location, request.url)) {
      const next = URL.canParse(location) ? location : new URL(location, request.url).href;
      if (this.#visit.endsAt(next)) {
        this.#landedAt ??= next;
        return this.#stop(requestId);
      }
    } else if (/html/i.test([headers['content-type'] ?? []].flat().join())) this.#document = exchange;
    await this.#cdp.send('Fetch.continueRequest', { requestId });
  }

  async #bodyOf(requestId: string): Promise<string> {
    const { body, base64Encoded } = await this.#cdp.send('Fetch.getResponseBody', { requestId });
    return base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  }

  #holdsPassword({ url, postData = '' }: Paused['request']): boolean {
    const { password } = this.#account;
    if (password === undefined) return false;
    const forms = [
      password,
      encodeURIComponent(password),
      new URLSearchParams([['', password]]).toString().slice(1),
      JSON.stringify(password).slice(1, -1),
    ];
    return forms.some((form) => url.includes(form) || postData.includes(form));
  }

  async #stop(requestId: string): Promise<void> {
    await this.#cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }
}

function sentRequest({ method, url, headers, postData = '' }: Paused['request']): SentRequest {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    url: url.split('#', 1)[0] ?? url,
    headers: Object.fromEntries(lowered) as Record<string, string>,
    body: Buffer.from(postData),
  };
}

function headersOf(fields: readonly { readonly name: string; readonly value: string }[]): Record<string, string | readonly string[]> {
  const headers: Record<string, string | readonly string[]> = {};
  for (const { name, value } of fields) {
    const key = name.toLowerCase();
    const before = headers[key];
    const values = value.split('\n');
    headers[key] = before === undefined && values.length === 1 ? value : [...[before ?? []].flat(), ...values];
  }
  return headers;
}

import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requestOf, type RequestDraft } from '../../wire/draft.js';
import type { Answer, Exchange } from '../../wire/exchange.js';
import type { Landing } from '../landing.js';
import type { Visit } from '../visit.js';
import { DriverUnavailable, type Answering, type LoginDriver } from './login-driver.js';
import { told } from './told-by-user.js';

/** What a login module exports by default. */
export type SignInByModule = (
  authorizationUrl: string,
  how: { readonly username: string | undefined; readonly password: string | undefined; readonly signal: AbortSignal },
) => unknown;

export interface ModuleDriverOptions {
  readonly username?: string;
  readonly password?: string;
  /** Milliseconds for one authorization. Default: two minutes, as a module may well open a browser. */
  readonly timeoutMs?: number;
}

/** Hands each authorization request to an ES module of the user's, which keeps the session itself. */
export class ModuleDriver implements LoginDriver {
  readonly #name: string;
  readonly #signIn: SignInByModule;
  readonly #options: ModuleDriverOptions;

  private constructor(name: string, signIn: SignInByModule, options: ModuleDriverOptions) {
    this.#name = name;
    this.#signIn = signIn;
    this.#options = options;
  }

  /** Throws DriverUnavailable where the module cannot be loaded or exports no function. */
  static async load(path: string, options: ModuleDriverOptions): Promise<ModuleDriver> {
    const module = await loaded(path);
    const { default: signIn } = module;
    if (typeof signIn === 'function') return new ModuleDriver(basename(path), signIn as SignInByModule, options);
    throw new DriverUnavailable(
      'login.module',
      `${path} has no function as its default export: export default async (authorizationUrl, { username, password, signal }) => …`,
    );
  }

  async carry(request: RequestDraft, visit: Visit, answering: Answering): Promise<Landing> {
    const sent = requestOf(request);
    const tell = visit.wire.witness(sent);
    const lost = (why: string): Landing => {
      const message = `${this.#name}: ${why}`.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 300);
      return { kind: 'lost', reason: message, exchange: tell({ kind: 'failure', cause: 'aborted', message }) };
    };
    if (request.method !== 'GET') return lost('a login module is given a URL, and this request is not made by GET');
    if (answering !== 'everything') return lost('a login module goes to the end, and shows no page on the way');
    visit.passThrough(sent.url);
    try {
      return landing(await this.#ended(sent.url), visit, (answer) => tell(answer), lost, this.#name);
    } catch (error) {
      return lost(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  }

  async #ended(url: string): Promise<unknown> {
    const { username, password, timeoutMs = 120_000 } = this.#options;
    const deadline = new AbortController();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      deadline.abort();
      reject(new Error(`it was not done within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    try {
      return await Promise.race([this.#signIn(url, { username, password, signal: deadline.signal }), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function loaded(path: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    throw new DriverUnavailable('login.module', `${path} cannot be loaded: ${why}`);
  }
}

function landing(result: unknown, visit: Visit, tell: (answer: Answer) => Exchange, lost: (why: string) => Landing, name: string): Landing {
  const { url, status, body = '' } = (typeof result === 'string' ? { url: result } : (result ?? {})) as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || !URL.canParse(url)) return lost('it resolved to no URL, and to no { url, status } of a page');
  if (visit.endsAt(url)) return { kind: 'redirect-uri', url, exchange: tell(told.redirect(url, name)) };
  if (status === undefined) return lost(`it resolved to ${url.split(/[?#]/, 1)[0]}, which is none of the redirect URIs`);
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599 || typeof body !== 'string')
    return lost('it resolved to a page whose status is no HTTP status, or whose body is no text');
  return { kind: 'page', exchange: tell(told.page(status, body, name)) };
}

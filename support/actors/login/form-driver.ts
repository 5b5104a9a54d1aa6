import { changed, asMediaType } from '../changes.js';
import type { Landing } from '../landing.js';
import { lost, type Visit } from '../visit.js';
import { entriesOf, type Answers, type HtmlControl, type HtmlForm } from '../../protocol/html-form.js';
import type { Login } from '../../target/target.js';
import type { RequestDraft } from '../../wire/draft.js';
import type { Exchange } from '../../wire/exchange.js';
import type { Account } from './account.js';
import { readPage, refreshOf, type HtmlPage } from './html-page.js';
import type { Answering, LoginDriver } from './login-driver.js';
import { questionOn, type Question } from './page-question.js';
import { SignIn } from './sign-in.js';

/** Pages that are gone through for one request, and redirects for each of them. */
const mostPages = 10;
/** Seconds after which a page may still send the browser on as part of a login; later ones are there to keep a page fresh. */
const soon = 10;

/** Fills in and sends the forms that a server shows, by itself on ordinary pages, by CSS selectors on others. Needs no JavaScript. */
export class FormDriver implements LoginDriver {
  readonly #account: Account;
  readonly #selectors: NonNullable<Login['selectors']>;

  constructor(account: Account, selectors: NonNullable<Login['selectors']> = {}) {
    this.#account = account;
    this.#selectors = selectors;
  }

  async carry(request: RequestDraft, visit: Visit, answering: Answering): Promise<Landing> {
    const signIn = new SignIn(this.#account);
    const landing = await this.#walk(await visit.open(request), visit, { answering, signIn });
    if (landing.kind === 'redirect-uri') signIn.succeed();
    if (landing.kind !== 'page' || !signIn.done || answering !== 'everything' || request.method !== 'GET') return landing;
    // Some servers forget over the login what it was for: now that the user is known, the request is made once more.
    return this.#walk(await visit.open(request), visit, { answering, signIn });
  }

  async #walk(first: Landing, visit: Visit, how: { answering: Answering; signIn: SignIn }): Promise<Landing> {
    let landing = first;
    for (let pages = 0; landing.kind === 'page'; pages += 1) {
      const { exchange } = landing;
      const page = await pageOf(exchange);
      if (page === undefined) return landing;
      const next = this.#next(page, exchange, visit, how);
      if (next === undefined) return landing;
      if ('kind' in next) return next;
      if (pages === mostPages) return lost(`more than ${mostPages} pages of login and consent`, exchange);
      landing = await visit.open(next.draft, { from: page.url, ...(next.secret ? { onlyFor: (url) => this.#account.trusts(url) } : {}) });
    }
    return landing;
  }

  /** What is sent from this page; undefined where the server has stopped. */
  #next(
    page: HtmlPage,
    exchange: Exchange,
    visit: Visit,
    { answering, signIn }: { answering: Answering; signIn: SignIn },
  ): Landing | { readonly draft: RequestDraft; readonly secret?: boolean } | undefined {
    const status = exchange.outcome.kind === 'answer' ? exchange.outcome.status : 0;
    const question = questionOn(page, { selectors: this.#selectors, status });
    if (question.kind === 'login') return answering === 'nothing' ? undefined : this.#login(question, page, exchange, signIn);
    if (page.refresh !== undefined && page.refresh.seconds <= soon && page.refresh.url !== page.url && !visit.endsAt(page.refresh.url))
      return { draft: { method: 'GET', url: page.refresh.url, headers: {} } };
    if (question.kind === 'passing-on') return visit.endsAt(question.form.action) ? undefined : { draft: submission(question.form) };
    if (question.kind === 'none') return this.#stopped(page, exchange, signIn);
    if (answering !== 'everything') return undefined;
    if (question.kind === 'one-time-code')
      return lost(
        `the server asks for a one-time code at ${place(page)}: use an account without a second factor, or login.driver module`,
        exchange,
        { hopeless: true, keys: ['login.username', 'login.driver'] },
      );
    if (question.kind === 'unclear')
      return lost(`nothing on the page ${place(page)} tells which button approves: name it by login.selectors.approve`, exchange, {
        keys: ['login.selectors.approve'],
      });
    if (question.kind === 'consent-by-link') return { draft: { method: 'GET', url: question.url, headers: {} } };
    return { draft: submission(question.form, question.answers, question.approve) };
  }

  #login(
    question: Question & { kind: 'login' },
    page: HtmlPage,
    exchange: Exchange,
    signIn: SignIn,
  ): Landing | { readonly draft: RequestDraft; readonly secret: boolean } {
    const { form, submit } = question;
    const told = signIn.answer(question, { page, action: submit?.formAction ?? form.action });
    if ('refused' in told) return lost(told.refused, exchange, { hopeless: true, keys: told.keys });
    if ((submit?.formMethod ?? form.method) === 'GET' && question.password !== undefined && page.runsScripts)
      return lost(`the login form at ${place(page)} is sent by JavaScript: use login.driver browser`, exchange, {
        hopeless: true,
        keys: ['login.driver'],
      });
    return { draft: submission(form, told.answers, submit), secret: true };
  }

  /** A page without a form: a refusal, unless it is one that only a script could fill. */
  #stopped(page: HtmlPage, exchange: Exchange, signIn: SignIn): Landing | undefined {
    if (page.loose.controls.some(({ kind }) => kind === 'password') && !signIn.done)
      return lost(`the login page ${place(page)} works by JavaScript alone: use login.driver browser`, exchange, {
        hopeless: true,
        keys: ['login.driver'],
      });
    return undefined;
  }
}

/** The request that a form makes. */
export function submission(form: HtmlForm, answers?: Answers, pressed?: HtmlControl): RequestDraft {
  const url = pressed?.formAction ?? form.action;
  const [bare = ''] = url.split('#', 1);
  const fields = entriesOf(form, answers, pressed);
  if ((pressed?.formMethod ?? form.method) === 'GET') return { method: 'GET', url: bare.replace(/\?.*$/s, ''), headers: {}, query: fields };
  const draft: RequestDraft = { method: 'POST', url: bare, headers: {}, form: fields };
  return form.enctype === 'multipart/form-data' ? changed(draft, asMediaType('multipart/form-data')) : draft;
}

/** The page that an answer shows; undefined where it shows none. */
export async function pageOf({ request, outcome }: Exchange): Promise<HtmlPage | undefined> {
  if (outcome.kind !== 'answer') return undefined;
  const type = [outcome.headers['content-type'] ?? []].flat().join(',');
  if (type === '' ? !/^\s*</.test(outcome.body) : !/html/i.test(type)) return undefined;
  const page = await readPage({ url: request.url, html: outcome.body });
  const refresh = refreshOf([outcome.headers['refresh'] ?? []].flat()[0], request.url);
  return refresh === undefined ? page : { ...page, refresh };
}

/** The address of a page as messages tell it: without its query, which may hold what nobody is to read. */
function place({ url }: { readonly url: string }): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

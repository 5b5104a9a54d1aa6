import type { Locator, Page } from 'playwright-core';
import type { HtmlControl, HtmlForm } from '../../protocol/html-form.js';
import type { Login } from '../../target/target.js';
import type { Lost } from '../landing.js';
import type { BrowserTraffic } from './browser-traffic.js';
import { controlSelector } from './html-control.js';
import { readPage, type HtmlPage } from './html-page.js';
import type { Answering } from './login-driver.js';
import { questionOn, type Question } from './page-question.js';
import type { SignIn } from './sign-in.js';

/** Why nothing more can be done. */
export interface Stopped extends Pick<Lost, 'hopeless' | 'keys'> {
  readonly why: string;
}

export interface BrowserUserOptions {
  readonly selectors: NonNullable<Login['selectors']>;
  readonly answering: Answering;
  readonly signIn: SignIn;
}

/** Milliseconds without traffic after which a page has shown all that it will show. */
const settled = 1_500;
const glance = 50;
/** Milliseconds for the whole walk, and for a control to become usable. */
const patience = 60_000;
const usable = 5_000;

/** Runs in the page: its elements as they are now, and which of the controls are shown. */
const snapshot = `({
  html: document.documentElement.outerHTML,
  visible: [...document.querySelectorAll(${JSON.stringify(controlSelector)})].map((control) =>
    control.checkVisibility({ visibilityProperty: true, opacityProperty: true })),
})`;

/** Somebody at the screen: reads what is shown, types and clicks. */
export class BrowserUser {
  readonly #page: Page;
  readonly #traffic: BrowserTraffic;
  readonly #options: BrowserUserOptions;
  /** What was answered last, and stays on the screen until the page has dealt with it. */
  #answered = '';

  constructor(page: Page, traffic: BrowserTraffic, options: BrowserUserOptions) {
    this.#page = page;
    this.#traffic = traffic;
    this.#options = options;
  }

  /** Goes on until the browser is about to leave for the client, or the server has stopped (undefined), or nothing more can be done. */
  async walk(): Promise<Stopped | undefined> {
    const end = performance.now() + patience;
    while (this.#traffic.landedAt === undefined && this.#traffic.strayed === undefined) {
      if (performance.now() > end) return { why: `the browser did not get through the login within ${patience / 1000} s` };
      const shown = await this.#look();
      const step = shown === undefined ? 'wait' : await this.#step(shown);
      if (step === 'stop') return undefined;
      if (typeof step === 'object') return step;
      if (step === 'wait') await this.#page.waitForTimeout(glance);
    }
    return undefined;
  }

  /** What a person sees: controls that are not shown are not there. Undefined while the page is being left for another. */
  async #look(): Promise<HtmlPage | undefined> {
    try {
      const { html, visible } = await this.#page.evaluate<{ html: string; visible: boolean[] }>(snapshot);
      const page = await readPage({ url: this.#page.url(), html, scripting: true });
      const seen = (form: HtmlForm): HtmlForm => ({
        ...form,
        controls: form.controls.filter(({ kind, place }) => kind === 'hidden' || visible[place] === true),
      });
      return { ...page, forms: page.forms.map(seen), loose: seen(page.loose) };
    } catch (error) {
      if (error instanceof Error && /navigat|destroyed|closed|detached/i.test(error.message)) return undefined;
      throw error;
    }
  }

  async #step(page: HtmlPage): Promise<Stopped | 'stop' | 'wait' | 'done'> {
    const { selectors, answering, signIn } = this.#options;
    const quiet = this.#traffic.quietFor > settled;
    const { outcome } = this.#traffic.document ?? {};
    const question = questionOn(page, { selectors, status: outcome?.kind === 'answer' ? outcome.status : 200, scripting: true });
    const asked = nameOf(question, page);
    if (question.kind === 'none' || question.kind === 'passing-on') return quiet ? 'stop' : 'wait';
    if (asked === this.#answered && !quiet) return 'wait';
    if (question.kind === 'login') {
      const told = signIn.answer(question, { page, action: question.submit?.formAction ?? page.url });
      if ('refused' in told) return { why: told.refused, hopeless: true, keys: told.keys };
      for (const [control, value] of told.answers) if (typeof value === 'string') await this.#at(control).fill(value, { timeout: usable });
      await this.#press(question.submit, question.password ?? question.username);
    } else if (answering === 'login') return 'stop';
    else if (question.kind === 'consent') {
      for (const [control, value] of question.answers)
        if (typeof value === 'boolean') await this.#at(control).setChecked(value, { timeout: usable });
      await this.#press(
        question.approve,
        question.form.controls.find(({ kind }) => kind !== 'hidden'),
      );
    } else if (question.kind === 'consent-by-link') await this.#page.goto(question.url, { waitUntil: 'commit' });
    else if (question.kind === 'one-time-code')
      return {
        why: 'the server asks for a one-time code: use an account without a second factor, or login.driver module',
        hopeless: true,
        keys: ['login.username', 'login.driver'],
      };
    else
      return quiet
        ? { why: 'nothing on the page tells which button approves: name it by login.selectors.approve', keys: ['login.selectors.approve'] }
        : 'wait';
    this.#answered = asked;
    this.#traffic.touch();
    return 'done';
  }

  #at({ place }: HtmlControl): Locator {
    return this.#page.locator(controlSelector).nth(place);
  }

  /** The click may end at the client, which is never opened: what becomes of it shows in the traffic. */
  async #press(button: HtmlControl | undefined, field: HtmlControl | undefined): Promise<void> {
    if (button !== undefined) await this.#at(button).click({ timeout: usable, noWaitAfter: true });
    else if (field !== undefined) await this.#at(field).press('Enter', { timeout: usable, noWaitAfter: true });
  }
}

function nameOf(question: Question, { url }: HtmlPage): string {
  const controls =
    'form' in question ? question.form.controls.filter(({ kind }) => kind !== 'hidden').map(({ place, name }) => `${place} ${name}`) : [];
  return [url, question.kind, ...controls].join(' ');
}

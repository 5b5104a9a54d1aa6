import type { Answers, HtmlControl } from '../../protocol/html-form.js';
import type { Account } from './account.js';
import type { HtmlPage } from './html-page.js';
import type { Question } from './page-question.js';

/** Why nothing is filled in, and which keys of the target file would change that. */
export interface Refused {
  readonly refused: string;
  readonly keys: readonly string[];
}

/** The login of one walk: what was sent already, so that a page that comes again is known for a refusal. */
export class SignIn {
  readonly #account: Account;
  #sentUsername = false;
  #sentPassword = false;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Whether the password was sent, or a name where no password was asked for. */
  get done(): boolean {
    return this.#sentPassword || this.#sentUsername;
  }

  succeed(): void {
    if (this.done) this.#account.succeed();
  }

  /** What is filled in; or why nothing is. The password goes nowhere but to those it is meant for. */
  answer(
    { username, password }: Question & { kind: 'login' },
    { page, action }: { readonly page: HtmlPage; readonly action: string },
  ): { readonly answers: Answers } | Refused {
    const { closed } = this.#account;
    if (closed !== undefined && !this.done) return { refused: `${closed}; it is not tried again in this run`, keys: credentials };
    const refusal = this.#refusal(password !== undefined, page);
    if (refusal !== undefined) return { refused: this.#account.fail(refusal), keys: credentials };
    if (!this.#account.trusts(page.url) || !this.#account.trusts(action))
      return { refused: this.#distrust(page.url, action), keys: ['login.origins'] };
    const answers = new Map<HtmlControl, string | boolean>();
    if (username !== undefined && this.#account.username !== undefined) answers.set(username, this.#account.username);
    if (password === undefined) {
      if (this.#account.username === undefined)
        return {
          refused: `the server asks who signs in at ${bare(page.url)}, and the target file has no login.username`,
          keys: ['login.username'],
        };
      this.#sentUsername = true;
      return { answers };
    }
    if (this.#account.password === undefined)
      return {
        refused: `the server asks for a password at ${bare(page.url)}, and the target file has no login.password`,
        keys: ['login.password'],
      };
    answers.set(password, this.#account.password);
    this.#sentPassword = true;
    return { answers };
  }

  #refusal(asksForPassword: boolean, { url, complaint }: HtmlPage): string | undefined {
    const said = complaint === '' ? '' : `: ${JSON.stringify(complaint)}`;
    if (this.#sentPassword)
      return `the login was refused, the login page ${bare(url)} came again after login.username and login.password were sent${said}`;
    if (this.#sentUsername && !asksForPassword) return `login.username was not taken, the page ${bare(url)} asks for it again${said}`;
    return undefined;
  }

  #distrust(page: string, action: string): string {
    const { origin } = new URL(this.#account.trusts(page) ? action : page);
    return `the password would go to ${origin}, which is not the server's: name it in login.origins if it may have it`;
  }
}

const credentials = ['login.username', 'login.password'];

function bare(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

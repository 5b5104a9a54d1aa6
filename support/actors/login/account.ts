import type { Login } from '../../target/target.js';

/** Logins in a row that may fail once one has worked: a page that has grown old refuses the right password too. */
const mostFailures = 3;

/** Who signs in, where, and whether it has worked: a password that was refused is not sent again, lest the account be locked. */
export class Account {
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly #origins: () => readonly string[];
  #worked = false;
  #failures = 0;
  #why = '';

  /** `origins`: those that the password may be sent to, once they are known. */
  constructor({ username, password }: Pick<Login, 'username' | 'password'>, origins: () => readonly string[]) {
    this.username = username;
    this.password = password;
    this.#origins = origins;
  }

  trusts(url: string): boolean {
    return URL.canParse(url) && this.#origins().includes(new URL(url).origin);
  }

  /** Why there is no use in trying; undefined while there is. */
  get closed(): string | undefined {
    return this.#failures >= (this.#worked ? mostFailures : 1) ? this.#why : undefined;
  }

  succeed(): void {
    this.#worked = true;
    this.#failures = 0;
  }

  /** Remembers, and gives back, why the login has failed. */
  fail(why: string): string {
    this.#failures += 1;
    this.#why = why;
    return why;
  }
}

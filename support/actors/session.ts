import { CookieJar } from 'tough-cookie';
import { automaticDriver } from './login/automatic-driver.js';
import type { LoginDriver } from './login/login-driver.js';

export interface SessionOptions {
  readonly driver: LoginDriver;
  /** After so many milliseconds the login is done anew; absent: when the server asks for it. */
  readonly lastsMs?: number;
  /** Milliseconds, on the target's clock. */
  readonly now?: () => number;
}

/**
 * One user at one browser. Scenarios that run at once share it, and go one after another: servers keep what a user is
 * about to agree to in the session, and two requests in it at a time would be taken for one another.
 */
export class Session {
  readonly driver: LoginDriver;
  readonly #options: SessionOptions;
  #jar = emptyJar();
  #beganAt: number | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions = { driver: automaticDriver }) {
    this.driver = options.driver;
    this.#options = options;
  }

  /** Does the work alone, once whoever came before is done. */
  async exclusively<T>(work: (session: { driver: LoginDriver; jar: CookieJar }) => Promise<T>): Promise<T> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#last = promise;
    try {
      await before;
      this.#renew();
      return await work({ driver: this.driver, jar: this.#jar });
    } finally {
      resolve(undefined);
    }
  }

  /** The same user at a browser that knows nothing of the server. */
  emptied(): Session {
    return new Session(this.#options);
  }

  #renew(): void {
    const { lastsMs, now = Date.now } = this.#options;
    if (lastsMs === undefined) return;
    this.#beganAt ??= now();
    if (now() - this.#beganAt < lastsMs) return;
    this.#jar = emptyJar();
    this.#beganAt = now();
  }
}

function emptyJar(): CookieJar {
  return new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true });
}

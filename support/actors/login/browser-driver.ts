import type * as PlaywrightModule from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Login } from '../../target/target.js';
import type { RequestDraft } from '../../wire/draft.js';
import type { Exchange } from '../../wire/exchange.js';
import type { Landing } from '../landing.js';
import { lost, type Visit } from '../visit.js';
import type { Account } from './account.js';
import { BrowserTraffic } from './browser-traffic.js';
import { cookiesFor, takeCookies } from './browser-cookies.js';
import { BrowserUser } from './browser-user.js';
import { pageOf } from './form-driver.js';
import { installedChromium } from './installed-chromium.js';
import { DriverUnavailable, type Answering, type LoginDriver } from './login-driver.js';
import { SignIn } from './sign-in.js';

type Playwright = Pick<typeof PlaywrightModule, 'chromium'>;

/**
 * Signs in by Chromium, for pages that need JavaScript. The session's cookies are kept: every further request is made
 * without the browser, until the server shows a page again.
 */
export class BrowserDriver implements LoginDriver {
  readonly #playwright: Playwright;
  readonly #executable: string;
  readonly #account: Account;
  readonly #selectors: NonNullable<Login['selectors']>;
  #browser: Promise<Browser> | undefined;

  private constructor(playwright: Playwright, executable: string, account: Account, selectors: NonNullable<Login['selectors']>) {
    this.#playwright = playwright;
    this.#executable = executable;
    this.#account = account;
    this.#selectors = selectors;
  }

  /** Throws DriverUnavailable where playwright-core or a browser is missing. */
  static async prepare(
    account: Account,
    selectors: NonNullable<Login['selectors']> = {},
    environment: Readonly<Record<string, string | undefined>> = process.env,
  ): Promise<BrowserDriver> {
    return new BrowserDriver(await playwright(), installedChromium(environment), account, selectors);
  }

  async carry(request: RequestDraft, visit: Visit, answering: Answering): Promise<Landing> {
    const landing = await visit.open(request);
    if (landing.kind !== 'page' || answering === 'nothing' || !(await mayWantAnswers(landing.exchange))) return landing;
    return this.#signIn(landing.exchange, visit, answering);
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close();
    this.#browser = undefined;
  }

  async #signIn(shown: Exchange, visit: Visit, answering: Answering): Promise<Landing> {
    const context = await (await this.#started()).newContext({ serviceWorkers: 'block', acceptDownloads: false });
    try {
      await context.addCookies(await cookiesFor(visit.jar));
      const page = await context.newPage();
      const traffic = await BrowserTraffic.of(page, visit, this.#account);
      const landing = await this.#carried({ page, traffic, context }, shown, visit, answering);
      await takeCookies(await context.cookies(), visit.jar);
      return landing;
    } finally {
      await context.close();
    }
  }

  /** The page that the server showed is opened once more, with the cookies that came with it. */
  async #carried(
    { page, traffic }: { page: Page; traffic: BrowserTraffic; context: BrowserContext },
    shown: Exchange,
    visit: Visit,
    answering: Answering,
  ): Promise<Landing> {
    const signIn = new SignIn(this.#account);
    const opened = page.goto(shown.request.url, { waitUntil: 'commit' }).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message.split('\n', 1)[0] : String(error)),
    );
    const failed = await opened;
    if (failed !== undefined && traffic.last === undefined) return lost(`the browser could not open the login page: ${failed}`, shown);
    const user = new BrowserUser(page, traffic, { selectors: this.#selectors, answering, signIn });
    const stopped = await user.walk();
    const exchange = traffic.last ?? shown;
    if (traffic.strayed !== undefined)
      return lost(`the page would send the password to ${traffic.strayed}, which login.origins does not name`, exchange, {
        hopeless: true,
        keys: ['login.origins'],
      });
    if (traffic.landedAt !== undefined) {
      signIn.succeed();
      return { kind: 'redirect-uri', url: traffic.landedAt, exchange };
    }
    if (stopped === undefined) return { kind: 'page', exchange: traffic.document ?? exchange };
    const { why, ...about } = stopped;
    return lost(why, exchange, about);
  }

  /** Chromium's own sandbox does not run as root, where containers often are. */
  #started(): Promise<Browser> {
    const isRoot = process.getuid?.() === 0;
    this.#browser ??= this.#playwright.chromium.launch({
      executablePath: this.#executable,
      headless: true,
      args: isRoot ? ['--no-sandbox'] : [],
    });
    return this.#browser;
  }
}

/** A page without form and script wants nothing of anybody: to open a browser for each refusal would take long. */
async function mayWantAnswers(exchange: Exchange): Promise<boolean> {
  const page = await pageOf(exchange);
  return page !== undefined && (page.runsScripts || page.refresh !== undefined || page.forms.length > 0);
}

async function playwright(): Promise<Playwright> {
  try {
    return await import('playwright-core');
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
        ? 'is not installed'
        : `cannot be loaded (${String(error)})`;
    throw new DriverUnavailable('login.driver', `the driver browser needs playwright-core, which ${why}: npm install playwright-core`);
  }
}

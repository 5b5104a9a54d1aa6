import { driverFor } from '../actors/login/driver-for.js';
import { DriverUnavailable, type LoginDriver } from '../actors/login/login-driver.js';
import { Session } from '../actors/session.js';
import type { Clock } from '../target/clock.js';
import type { TargetDraft } from '../target/draft.js';
import type { Places } from '../target/places.js';
import type { Endpoints } from '../target/target.js';
import { terminalOf } from './terminal.js';
import { UsageError } from './usage-error.js';

/** How the user of a target signs in. */
export interface PreparedLogin {
  /** One login for the whole run; undefined where nobody signs in, and every scenario may have an empty browser. */
  session(endpoints: Endpoints, clock: Clock): Session | undefined;
  close(): Promise<void>;
}

/** Prepares the login driver and sends nothing. Throws UsageError where it cannot work: no terminal, no browser, a module that does not load. */
export async function preparedLogin(draft: TargetDraft, places: Places): Promise<PreparedLogin> {
  const { login, issuer } = draft;
  let known: readonly string[] = [];
  const driver = await driverOrUsage(draft, places, () => known);
  const lastsMs = login.session_minutes === undefined ? {} : { lastsMs: login.session_minutes * 60_000 };
  return {
    session({ authorization }, clock) {
      known = [issuer, authorization, ...(login.origins ?? [])].flatMap((url) => (url === undefined ? [] : [new URL(url).origin]));
      return login.driver === 'automatic' ? undefined : new Session({ driver, ...lastsMs, now: () => clock.now() });
    },
    close: async () => driver.close?.(),
  };
}

async function driverOrUsage({ login }: TargetDraft, places: Places, origins: () => readonly string[]): Promise<LoginDriver> {
  try {
    return await driverFor(login, { origins, environment: process.env, terminal: () => terminalOf(process) });
  } catch (error) {
    if (error instanceof DriverUnavailable) throw new UsageError(`${places.line(error.key)}: ${error.message}`);
    throw error;
  }
}

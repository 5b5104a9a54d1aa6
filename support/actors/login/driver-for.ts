import type { Login } from '../../target/target.js';
import { Account } from './account.js';
import { automaticDriver } from './automatic-driver.js';
import { BrowserDriver } from './browser-driver.js';
import { FormDriver } from './form-driver.js';
import type { LoginDriver } from './login-driver.js';
import { ManualDriver, type Terminal } from './manual-driver.js';
import { ModuleDriver } from './module-driver.js';
import { checkSelectors } from './selectors.js';

export interface DriverSurroundings {
  /** Origins that may have the password. */
  readonly origins: () => readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Throws DriverUnavailable where there is none. */
  readonly terminal: () => Terminal;
}

/** The driver that the target file asks for. Throws DriverUnavailable where it cannot work; sends nothing. */
export async function driverFor(login: Login, { origins, environment, terminal }: DriverSurroundings): Promise<LoginDriver> {
  const account = new Account(login, origins);
  switch (login.driver) {
    case 'automatic':
      return automaticDriver;
    case 'form':
      await checkSelectors(login.selectors);
      return new FormDriver(account, login.selectors);
    case 'browser':
      await checkSelectors(login.selectors);
      return BrowserDriver.prepare(account, login.selectors, environment);
    case 'module':
      return ModuleDriver.load(login.module ?? '', {
        ...(login.username === undefined ? {} : { username: login.username }),
        ...(login.password === undefined ? {} : { password: login.password }),
      });
    case 'manual':
      return new ManualDriver(terminal());
  }
}

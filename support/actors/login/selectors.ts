import type { Login } from '../../target/target.js';
import { DriverUnavailable } from './login-driver.js';

/** Throws DriverUnavailable, naming the key, for a selector that is none. */
export async function checkSelectors(selectors: Login['selectors'] = {}): Promise<void> {
  const { compile } = await import('css-select');
  for (const [name, selector] of Object.entries(selectors)) {
    try {
      compile(selector);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new DriverUnavailable(`login.selectors.${name}`, `${JSON.stringify(selector)} is no CSS selector: ${why}`);
    }
  }
}

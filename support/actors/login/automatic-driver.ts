import type { LoginDriver } from './login-driver.js';
import { lost } from '../visit.js';

/** Nobody is at the browser: the server approves by itself. A page that asks for a password is no refusal, but a login that was not made. */
export const automaticDriver: LoginDriver = {
  async carry(request, visit, answering) {
    const landing = await visit.open(request);
    if (landing.kind !== 'page' || answering !== 'everything' || !asksForPassword(landing.exchange.outcome)) return landing;
    const mend = 'say login: { driver: form, username: …, password: "${NAME}" } in the target file';
    return lost(`the server asks for a password, and login.driver is automatic; ${mend}`, landing.exchange, {
      hopeless: true,
      keys: ['login'],
    });
  },
};

function asksForPassword(outcome: { readonly kind: string; readonly body?: string }): boolean {
  return /<input\b[^>]{0,1000}\btype\s*=\s*["']?password\b/i.test(outcome.body ?? '');
}

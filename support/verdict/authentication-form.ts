import { authenticationChallenges } from '../protocol/bearer-challenge.js';
import { isRegisteredError } from '../protocol/errors.js';
import { headerOf, membersOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { Violation } from './findings.js';

/**
 * RFC 6749 §5.2: a client that authenticated by the Authorization header, and failed, is answered with 401,
 * invalid_client and a challenge; `scheme` is the one that it used. A code that nobody registered is judged elsewhere.
 */
export function challengesClient(scheme?: string): FormOracle {
  return (form) => {
    const { error } = membersOf(form);
    const schemes = authenticationChallenges(form.headers['www-authenticate']).map((challenge) => challenge.scheme.toLowerCase());
    const challenged = scheme === undefined ? schemes.length > 0 : schemes.includes(scheme.toLowerCase());
    const faults = [
      form.status === 401 ? '' : `status ${form.status}`,
      typeof error === 'string' && error !== 'invalid_client' && isRegisteredError(error, 'token') ? `error: ${JSON.stringify(error)}` : '',
      challenged ? '' : challengeTold(form),
    ].filter(Boolean);
    if (faults.length === 0) return undefined;
    throw new Violation(
      `status 401, error: "invalid_client" and WWW-Authenticate: ${scheme ?? 'a scheme of the server'}`,
      faults.join(', '),
      {
        exchanges: [form.n],
      },
    );
  };
}

function challengeTold(form: AnswerForm): string {
  return `WWW-Authenticate: ${headerOf(form, 'www-authenticate') ?? 'absent'}`;
}

import { authenticationChallenges } from '../protocol/bearer-challenge.js';
import { headerOf, membersOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { Violation } from './findings.js';

/**
 * RFC 6749 §5.2: a header that names no scheme of the server, or cannot be read, is a failed authentication. Some take it
 * for a malformed request instead, which the same section leaves open: that is noted.
 */
export const turnsHeaderDown: FormOracle = (form) => {
  const lawful = '; or status 400 and error: "invalid_request"';
  if (form.status !== 400 || membersOf(form).error !== 'invalid_request') return challengesClient(undefined, lawful, errorTold)(form);
  return 'an Authorization header that cannot be used is called a malformed request';
};

/**
 * RFC 6749 §5.2: a client that authenticated by the Authorization header, and failed, is answered with 401 and
 * a challenge; `scheme` is the one that it used, `orElse` says what would be lawful besides, `told` what else of the answer matters to that. Which error goes with 401
 * is judged by another rule.
 */
export function challengesClient(scheme?: string, orElse = '', told: (form: AnswerForm) => string = () => ''): FormOracle {
  return (form) => {
    const schemes = authenticationChallenges(form.headers['www-authenticate']).map((challenge) => challenge.scheme.toLowerCase());
    const challenged = scheme === undefined ? schemes.length > 0 : schemes.includes(scheme.toLowerCase());
    const faults = [form.status === 401 ? '' : `status ${form.status}`, challenged ? '' : challengeTold(form)].filter(Boolean);
    if (faults.length === 0) return undefined;
    const received = [...faults, told(form)].filter(Boolean).join(', ');
    throw new Violation(`status 401 with WWW-Authenticate: ${scheme ?? 'a scheme of the server'}${orElse}`, received, {
      exchanges: [form.n],
    });
  };
}

function errorTold(form: AnswerForm): string {
  const { error } = membersOf(form);
  return error === undefined ? 'no error member' : `error: ${JSON.stringify(error)}`;
}

function challengeTold(form: AnswerForm): string {
  return `WWW-Authenticate: ${headerOf(form, 'www-authenticate') ?? 'absent'}`;
}

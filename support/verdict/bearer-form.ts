import { authenticationChallenges, bearerChallenge, type AuthenticationChallenge } from '../protocol/bearer-challenge.js';
import { errorCharsetFaults } from '../protocol/errors.js';
import { isScopeToken } from '../protocol/scope.js';
import { headerOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/** RFC 6750 §3: 401, and a challenge that names Bearer. */
export const challengedForToken: FormOracle = (form) => {
  const challenge = challengeOf(form);
  if (form.status === 401 && challenge !== undefined) return undefined;
  throw violation(form, 'status 401 with WWW-Authenticate: Bearer', `status ${form.status}${challengeTold(form)}`);
};

/** RFC 6750 §3.1: whoever presented nothing has made no error. */
export const challengedWithoutError: FormOracle = (form) => {
  const challenge = challengeOf(form);
  if (challenge === undefined) throw new NothingToJudge('the answer has no Bearer challenge');
  const error = attribute(challenge, 'error');
  if (error === undefined) return undefined;
  throw violation(form, 'a Bearer challenge without error', `error="${error}"`);
};

/** RFC 6750 §3.1: this status, and this error in the challenge. */
export function refusedAs(status: number, error: string): FormOracle {
  return (form) => {
    const challenge = challengeOf(form);
    const said = challenge && attribute(challenge, 'error');
    if (form.status === status && said === error) return undefined;
    throw violation(form, `status ${status} with WWW-Authenticate: Bearer error="${error}"`, `status ${form.status}${challengeTold(form)}`);
  };
}

/** RFC 6750 §3.1: a malformed request; one of an HTTP method or media type that the resource does not take is none of it. */
export const refusedAsTwice: FormOracle = (form) => {
  if (form.status === 405 || form.status === 415) throw new NothingToJudge(`the resource takes no such request (${form.status})`);
  return refusedAs(400, 'invalid_request')(form);
};

/** RFC 6750 §3: each attribute once, each in its characters. */
export const challengeInOrder: FormOracle = (form) => {
  const challenges = authenticationChallenges(form.headers['www-authenticate']).filter(({ scheme }) => scheme.toLowerCase() === 'bearer');
  if (challenges.length === 0) throw new NothingToJudge('the answer has no Bearer challenge');
  const faults = challenges.flatMap((challenge) => [
    ...challenge.repeated.filter((name) => standard.includes(name)).map((name) => `${name} twice`),
    ...errorCharsetFaults(Object.fromEntries(challenge.attributes.filter(([name]) => name.startsWith('error')))),
    ...scopeFaults(attribute(challenge, 'scope')),
  ]);
  if (faults.length === 0) return undefined;
  throw violation(
    form,
    'realm, scope, error, error_description and error_uri once each, in printable ASCII without " and \\',
    faults.join(', '),
  );
};

const standard = ['realm', 'scope', 'error', 'error_description', 'error_uri'];

/** RFC 6750 §2.3: no shared cache keeps what a token in the URI has opened. */
export const keptPrivate: FormOracle = (form) => {
  const cacheControl = headerOf(form, 'cache-control');
  const directives = (cacheControl ?? '').split(',').map((directive) => directive.trim().toLowerCase().split('=')[0] ?? '');
  if (directives.includes('private')) return undefined;
  if (directives.includes('no-store')) return 'the answer is not marked private, yet no cache stores it';
  throw violation(form, 'Cache-Control: private', cacheControl === undefined ? 'no Cache-Control' : `Cache-Control: ${cacheControl}`);
};

function scopeFaults(scope: string | undefined): string[] {
  if (scope === undefined || scope.split(' ').every(isScopeToken)) return [];
  return [`scope: ${JSON.stringify(scope)}`];
}

function challengeOf({ headers }: AnswerForm): AuthenticationChallenge | undefined {
  return bearerChallenge(headers['www-authenticate']);
}

function attribute({ attributes }: AuthenticationChallenge, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
}

function challengeTold(form: AnswerForm): string {
  const challenge = challengeOf(form);
  if (challenge === undefined)
    return headerOf(form, 'www-authenticate') === undefined ? ' without WWW-Authenticate' : ' without a Bearer challenge';
  const error = attribute(challenge, 'error');
  return error === undefined ? ' with a Bearer challenge that has no error' : ` with error="${error}"`;
}

function violation({ n }: AnswerForm, expected: string, received: string): Violation {
  return new Violation(expected, received, { exchanges: [n] });
}

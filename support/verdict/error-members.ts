import { errorCharsetFaults, isRegisteredError } from '../protocol/errors.js';
import { formOf, headerOf, mediaTypeOf, membersOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';
import type { Judge } from './judge.js';
import { outcomeOf } from './outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** Statuses that say what HTTP had against the request, before OAuth looked at it. */
const beforeOAuth: readonly number[] = [405, 413, 414, 415, 431];

/** RFC 6749 §5.2: JSON under 400, or under 401 for a client that did not prove itself. What the error is, other rules judge. */
export const errorStatusAndType: FormOracle = (form) => {
  if (beforeOAuth.includes(form.status) || form.status >= 500) throw new NothingToJudge(`status ${form.status} says nothing of OAuth`);
  const { error } = membersOf(form);
  const registered = typeof error === 'string' && isRegisteredError(error, 'token');
  const unreadable = form.response.kind === 'unreadable' && form.response.members === undefined ? form.response.why : '';
  const type = mediaTypeOf(form);
  const faults = [
    form.status === 400 || (form.status === 401 && (error === 'invalid_client' || !registered))
      ? ''
      : `status ${form.status}${typeof error === 'string' ? ` with ${error}` : ''}`,
    type === 'application/json' ? '' : type === '' ? 'no Content-Type' : `Content-Type: ${type}`,
    unreadable,
  ].filter(Boolean);
  if (faults.length === 0) return undefined;
  throw violation(form, 'status 400 (or 401 with invalid_client) and a JSON object as application/json', faults.join(', '));
};

/** RFC 6749 §5.2, §8.5: a code that a registry knows; one that the target file allows besides is worth a note. */
export function registeredErrorCode(extra: readonly string[] = []): FormOracle {
  return (form) => {
    readable(form);
    const { error } = membersOf(form);
    if (typeof error === 'string' && isRegisteredError(error, 'token')) return undefined;
    if (typeof error === 'string' && extra.includes(error))
      return `the error is ${JSON.stringify(error)}, which only the target file knows`;
    throw violation(
      form,
      `an error code that is registered for the token endpoint${extra.length > 0 ? `, or one of ${extra.join(', ')}` : ''}`,
      error === undefined ? 'no error member' : `error: ${JSON.stringify(error)}`,
    );
  };
}

/** RFC 6749 Appendices A.7 to A.9. */
export const errorCharacters: FormOracle = (form) => {
  readable(form);
  const { error_uri } = membersOf(form);
  const faults = errorCharsetFaults(membersOf(form));
  if (typeof error_uri === 'string' && !URL.canParse(error_uri, 'https://as.example/')) faults.push('error_uri is no URI reference');
  if (faults.length === 0) return undefined;
  throw violation(
    form,
    'printable ASCII without quotation mark and backslash in error, error_description and error_uri',
    faults.join(', '),
  );
};

/** RFC 6749 §5.2: nobody reads the error in a cache. */
export const errorNoStore: FormOracle = (form) => {
  const cacheControl = headerOf(form, 'cache-control');
  const directives = (cacheControl ?? '').split(',').map((directive) => directive.trim().toLowerCase());
  if (directives.includes('no-store')) return undefined;
  throw violation(form, 'Cache-Control: no-store', cacheControl === undefined ? 'no Cache-Control' : `Cache-Control: ${cacheControl}`);
};

/** The fault was the request's, and the status says so. */
export const noServerError: FormOracle = (form) => {
  if (form.status < 500) return undefined;
  throw violation(form, 'a status of 4xx', `status ${form.status}, each time the request was sent`);
};

/** An answer with an error has no member of a token, be it empty. */
export async function errorWithoutToken(judge: Judge, answer: Exchange): Promise<void> {
  const form = formOf(answer);
  const { error, ...members } = membersOf(form);
  const granted = outcomeOf(answer).kind === 'granted';
  if (typeof error !== 'string') throw new NothingToJudge(granted ? 'the request was granted' : 'the answer has no error');
  const tokens = ['access_token', 'refresh_token', 'id_token'].filter((name) => (members[name] ?? null) !== null);
  if (tokens.length > 0)
    throw violation(form, 'an error without access_token, refresh_token and id_token', `an error and ${tokens.join(', ')}`);
  await judge.refusal(answer);
}

/** All the refusals give one error code. */
export async function sameError(judge: Judge, answers: readonly Exchange[]): Promise<void> {
  const errors: { readonly n: number; readonly error: string }[] = [];
  for (const answer of answers) {
    await judge.refusal(answer);
    const { error } = membersOf(formOf(answer));
    if (typeof error !== 'string') throw new NothingToJudge('a refusal gives no error');
    errors.push({ n: answer.n, error });
  }
  const different = new Set(errors.map(({ error }) => error));
  if (different.size <= 1) return;
  throw new Violation('one error code in all the refusals', errors.map(({ error }) => error).join(', '), {
    exchanges: errors.map(({ n }) => n),
  });
}

function readable({ response }: AnswerForm): void {
  if (response.kind === 'unreadable' && response.members === undefined)
    throw new NothingToJudge(`the refusal cannot be read: ${response.why}`);
}

function violation({ n }: AnswerForm, expected: string, received: string): Violation {
  return new Violation(expected, received, { exchanges: [n] });
}

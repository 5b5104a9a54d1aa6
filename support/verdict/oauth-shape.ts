import { errorCharsetFaults } from '../protocol/errors.js';
import { headerOf, mediaTypeOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { Violation } from './findings.js';

/** RFC 6749 §5.1: status, media type, the members that every client reads, and the header that keeps the token out of caches. */
export const accessTokenShape: FormOracle = (form) =>
  held(form, '200 with application/json, a JSON object of access_token and token_type, and Cache-Control: no-store', [
    form.status === 200 ? '' : `status ${form.status}`,
    ...mediaTypeFaults(form),
    ...memberFaults(form),
    /(^|,)\s*no-store\s*(,|$)/i.test(headerOf(form, 'cache-control') ?? '') ? '' : 'no Cache-Control: no-store',
  ]);

/** RFC 6749 §5.2: 400, or 401 for a client that did not prove itself, and one of these codes. */
export function errorShape(codes: readonly string[]): FormOracle {
  const statuses = codes.includes('invalid_client') ? '400 (or 401 with invalid_client)' : '400';
  return shape(codes, statuses, (status, error) => status === 400 || (status === 401 && error === 'invalid_client'));
}

/** The document leaves open how reuse is answered: any 4xx. */
export function reuseErrorShape(codes: readonly string[]): FormOracle {
  return shape(codes, '4xx', (status) => status >= 400 && status < 500);
}

function shape(codes: readonly string[], statuses: string, lawful: (status: number, error: string) => boolean): FormOracle {
  return (form) => {
    const { response } = form;
    const error = response.kind === 'error' ? response.error : '';
    return held(form, `${statuses} with application/json and the error ${codes.join(' or ')}`, [
      lawful(form.status, error) ? '' : `status ${form.status}`,
      ...mediaTypeFaults(form),
      ...(response.kind === 'error' ? errorFaults(response, codes) : [response.kind === 'unreadable' ? response.why : 'a token']),
    ]);
  };
}

function held(form: AnswerForm, expected: string, faults: readonly string[]): undefined {
  const found = faults.filter(Boolean);
  if (found.length > 0) throw new Violation(expected, found.join('; '), { exchanges: [form.n] });
  return undefined;
}

function mediaTypeFaults(form: AnswerForm): string[] {
  const type = mediaTypeOf(form);
  return type === 'application/json' ? [] : [type === '' ? 'no Content-Type' : `Content-Type: ${type}`];
}

function memberFaults({ response }: AnswerForm): string[] {
  if (response.kind !== 'token') return ['no token'];
  const { members, tokens, duplicates, format } = response;
  const { access_token, token_type } = members;
  const isBearer = typeof token_type === 'string' && token_type.toLowerCase() === 'bearer';
  return [
    format === 'json' ? '' : 'a form where JSON belongs',
    ...duplicates.map((name) => `${name} twice`),
    ...tokens.filter(({ path }) => path.includes('.')).map(({ path }) => `a token in ${path}`),
    typeof access_token === 'string' && /^[\x20-\x7e]+$/.test(access_token) ? '' : 'no access_token of visible characters',
    typeof token_type === 'string' && token_type !== '' ? '' : 'no token_type',
    isBearer && typeof access_token === 'string' && !/^[\w.~+/-]+=*$/.test(access_token)
      ? 'an access_token that no Bearer header can carry'
      : '',
  ];
}

function errorFaults(
  { error, members, duplicates }: AnswerForm['response'] & { readonly kind: 'error' },
  codes: readonly string[],
): string[] {
  return [
    codes.includes(error) ? '' : `error: ${JSON.stringify(error)}`,
    ...duplicates.map((name) => `${name} twice`),
    ...errorCharsetFaults(members),
  ];
}

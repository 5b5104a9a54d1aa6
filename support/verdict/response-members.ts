import { isJsonObject, type JsonObject, type JsonValue } from '../protocol/json.js';
import { isScopeToken } from '../protocol/scope.js';
import { headerOf, mediaTypeOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/** RFC 6749 §5.1: status 200 and one JSON object that says nothing twice. */
export const jsonObjectWithStatus200: FormOracle = (form) => {
  const type = mediaTypeOf(form);
  const faults = [
    form.status === 200 ? '' : `status ${form.status}`,
    type === 'application/json' ? '' : type === '' ? 'no Content-Type' : `Content-Type: ${type}`,
    ...(form.response.kind !== 'token'
      ? ['no JSON object']
      : form.response.format === 'form'
        ? ['a form where JSON belongs']
        : form.response.duplicates.map((name) => `${name} twice`)),
  ].filter(Boolean);
  if (faults.length === 0) return undefined;
  throw violation(form, 'status 200 with application/json and a JSON object in which no name occurs twice', faults.join(', '));
};

/** RFC 6749 §5.1: no envelope around the members, and none of the standard ones is null. */
export const membersAtTop: FormOracle = (form) => {
  const { members, tokens } = jsonResponse(form);
  const expected = 'access_token and its companions at the top of the object, none of them null';
  const nested = tokens.find(({ name, path }) => name === 'access_token' && path.includes('.'));
  if (nested !== undefined && members['access_token'] === undefined) throw violation(form, expected, `the access_token in ${nested.path}`);
  const empty = standard.filter((name) => members[name] === null);
  if (empty.length > 0) throw violation(form, expected, empty.map((name) => `${name}: null`).join(', '));
  return undefined;
};

const standard = ['token_type', 'expires_in', 'refresh_token', 'scope', 'id_token'];

/** RFC 6749 Appendix A.12; RFC 6750 §2.1 for what a Bearer header has to carry. */
export const accessTokenText: FormOracle = (form) => {
  const { access_token: value, token_type: type } = membersOfResponse(form);
  const bearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
  const grammar = bearer ? /^[A-Za-z0-9\-._~+/]+=*$/ : /^[\x20-\x7e]+$/;
  if (typeof value === 'string' && grammar.test(value)) return undefined;
  throw violation(
    form,
    bearer
      ? 'an access_token that a Bearer header can carry: letters, digits and -._~+/ with = at the end'
      : 'an access_token of printable ASCII',
    typeof value !== 'string'
      ? `an access_token that is ${kindOf(value)}`
      : value === ''
        ? 'an empty access_token'
        : 'an access_token with other characters',
  );
};

/** RFC 6749 §7.1: no other type was asked for. */
export const tokenTypeBearer: FormOracle = (form) => {
  const { token_type: value } = membersOfResponse(form);
  if (typeof value === 'string' && value.toLowerCase() === 'bearer') return undefined;
  throw violation(
    form,
    'token_type: "Bearer", in any letter case',
    value === undefined ? 'no token_type' : `token_type: ${JSON.stringify(value)}`,
  );
};

/** RFC 6749 §5.1: the lifetime is told, in whole seconds and more than none. What is no number is judged by a rule of its own. */
export const expiresInPositive: FormOracle = (form) => {
  const { expires_in: value } = membersOfResponse(form);
  if (value === null) throw new NothingToJudge('expires_in is null');
  if (value !== undefined && typeof value !== 'number') throw new NothingToJudge('expires_in is no number');
  if (value !== undefined && Number.isInteger(value) && value > 0) return undefined;
  throw violation(form, 'expires_in: a positive whole number of seconds', value === undefined ? 'no expires_in' : `expires_in: ${value}`);
};

/** RFC 6749 Appendix A.14: a number where there is one at all. */
export const expiresInNumber: FormOracle = (form) => {
  const { expires_in: value } = membersOfResponse(form);
  if (value === undefined || value === null) throw new NothingToJudge('the response has no expires_in');
  if (typeof value === 'number') return undefined;
  throw violation(form, 'expires_in: a JSON number, or no expires_in', `expires_in: ${JSON.stringify(value)}`);
};

/** RFC 6749 §3.3: the scope of a response, where it names one, is one string of tokens with single spaces between them. */
export function namedScope(form: AnswerForm): ReadonlySet<string> | undefined {
  const { scope } = membersOfResponse(form);
  if (scope === undefined || scope === null || scope === '') return undefined;
  if (typeof scope === 'string' && scope.split(' ').every(isScopeToken)) return new Set(scope.split(' '));
  throw violation(form, 'scope: one string of tokens separated by single spaces', `scope: ${JSON.stringify(scope)}`);
}

/** RFC 6749 §5.1: no cache keeps the token. */
export const noStore: FormOracle = (form) => {
  const cacheControl = headerOf(form, 'cache-control');
  if (directives(cacheControl).includes('no-store')) return undefined;
  throw violation(form, 'Cache-Control: no-store', cacheControl === undefined ? 'no Cache-Control' : `Cache-Control: ${cacheControl}`);
};

/** The same for caches of HTTP/1.0; a response that no-store does not protect is judged by the rule above. */
export const pragmaNoCache: FormOracle = (form) => {
  if (!directives(headerOf(form, 'cache-control')).includes('no-store'))
    throw new NothingToJudge('the response has no Cache-Control: no-store');
  const pragma = headerOf(form, 'pragma');
  if (directives(pragma).includes('no-cache')) return undefined;
  throw violation(form, 'Pragma: no-cache', pragma === undefined ? 'no Pragma' : `Pragma: ${pragma}`);
};

/** The members that stand at the top of a JSON response; where there is no such response, other rules say so. */
function membersOfResponse(form: AnswerForm): JsonObject {
  const { members, tokens } = jsonResponse(form);
  if (members['access_token'] === undefined && tokens.some(({ path }) => path.includes('.')))
    throw new NothingToJudge('the members stand in an envelope');
  return members;
}

function jsonResponse({ response }: AnswerForm): Extract<AnswerForm['response'], { kind: 'token' }> {
  if (response.kind !== 'token' || response.format !== 'json') throw new NothingToJudge('the response is no JSON object');
  return response;
}

function directives(field: string | undefined): string[] {
  return (field ?? '').split(',').map((directive) => directive.trim().toLowerCase());
}

function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  return isJsonObject(value) ? 'an object' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function violation({ n }: AnswerForm, expected: string, received: string): Violation {
  return new Violation(expected, received, { exchanges: [n] });
}

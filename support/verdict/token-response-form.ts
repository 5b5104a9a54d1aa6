import type { JsonValue } from '../protocol/json.js';
import { readIdToken } from '../protocol/id-token.js';
import { isScopeToken, parseScope } from '../protocol/scope.js';
import { headerOf, membersOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/** The members stand at the top of a JSON object, and the tokens among them are strings. What the others hold is judged by rules of their own. */
export function holdsMembers(names: readonly string[]): FormOracle {
  return (form) => {
    const members = membersOf(form);
    const absent = names.filter((name) => isAbsent(members[name]) || (name.endsWith('_token') && typeof members[name] !== 'string'));
    if (absent.length === 0) return undefined;
    const present = Object.keys(members);
    throw violation(
      form,
      `a JSON object with ${listed(names)}`,
      present.length === 0
        ? 'no JSON object with a token at its top'
        : `only ${listed(present)}: ${listed(absent)} ${absent.length > 1 ? 'are' : 'is'} missing`,
    );
  };
}

/** RFC 6749 §5.1: a positive whole number; `maximum`, in seconds, where the target file sets one. */
export function expiresInSeconds(maximum?: number): FormOracle {
  return (form) => {
    const value = present(form, 'expires_in');
    const expected =
      maximum === undefined
        ? 'expires_in: a positive whole number of seconds'
        : `expires_in: a whole number of seconds from 1 to ${maximum}`;
    if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0)
      throw violation(form, expected, `expires_in: ${JSON.stringify(value)}`);
    if (maximum !== undefined && value > maximum) throw violation(form, expected, `expires_in: ${value}`);
    return value > day ? `expires_in is ${value}: more than a day, or milliseconds` : undefined;
  };
}

const day = 86_400;

/** RFC 6749 §5.1: `Bearer` in any case. */
export const bearerType: FormOracle = (form) => {
  const value = present(form, 'token_type');
  if (typeof value === 'string' && value.toLowerCase() === 'bearer') return undefined;
  throw violation(form, 'token_type: "Bearer", in any case', `token_type: ${JSON.stringify(value)}`);
};

/** RFC 6749 §3.3: one string of scope tokens with single spaces between them; `requested` tells a list with commas from a token that holds one. */
export function scopeAsString(requested: string | undefined): FormOracle {
  return (form) => {
    const value = present(form, 'scope');
    const expected = 'scope: one string of tokens separated by single spaces';
    if (typeof value !== 'string' || !value.split(' ').every(isScopeToken))
      throw violation(form, expected, `scope: ${JSON.stringify(value)}`);
    const asked = parseScope(requested ?? '');
    const joined = value
      .split(' ')
      .find((token) => !asked.has(token) && token.includes(',') && token.split(',').every((part) => asked.has(part)));
    if (joined !== undefined)
      throw violation(form, expected, `scope: ${JSON.stringify(value)}, where ${listed([...asked])} were requested`);
    return undefined;
  };
}

/** RFC 6749 §5.1; RFC 9111 has retired Pragma, so that its absence beside no-store harms nobody. */
export const keptOutOfCaches: FormOracle = (form) => {
  const cacheControl = headerOf(form, 'cache-control');
  const pragma = headerOf(form, 'pragma');
  if (!directives(cacheControl).includes('no-store')) {
    throw violation(
      form,
      'Cache-Control: no-store and Pragma: no-cache',
      `Cache-Control: ${cacheControl ?? 'absent'}; Pragma: ${pragma ?? 'absent'}`,
    );
  }
  return directives(pragma).includes('no-cache') ? undefined : 'the response carries no Pragma: no-cache';
};

/** What an ID Token is to be made for. */
export interface IdTokenAudience {
  readonly client_id: string;
  readonly issuer: string | undefined;
  /** Milliseconds since the epoch on the target's clock. */
  readonly now: number;
}

/** OpenID Connect Core §2, §3.1.3.3: there, signed, from this issuer, for this client, not expired. Only where openid was granted. */
export function idTokenFor({ client_id, issuer, now }: IdTokenAudience): FormOracle {
  return (form) => {
    const { scope, id_token } = membersOf(form);
    if (typeof scope === 'string' && !parseScope(scope).has('openid'))
      throw new NothingToJudge('openid was not granted, so no id_token is due');
    const expected = 'an id_token';
    if (isAbsent(id_token)) throw violation(form, expected, 'no id_token');
    const token = readIdToken(id_token);
    if (token.kind === 'encrypted') return 'the id_token is encrypted, so its claims were not read';
    if (token.kind === 'unreadable') throw violation(form, `${expected} of three parts in base64url`, `an id_token with ${token.why}`);
    const { aud, iss, exp } = token.claims;
    if (![aud].flat().includes(client_id))
      throw violation(form, `${expected} with aud ${JSON.stringify(client_id)}`, `aud: ${JSON.stringify(aud)}`);
    if (typeof iss !== 'string' || (issuer !== undefined && iss !== issuer))
      throw violation(form, `${expected} with iss ${JSON.stringify(issuer ?? 'of the server')}`, `iss: ${JSON.stringify(iss)}`);
    if (typeof exp !== 'number' || exp * 1000 <= now)
      throw violation(form, `${expected} that has not expired`, `exp: ${JSON.stringify(exp)} at ${Math.floor(now / 1000)}`);
    return undefined;
  };
}

/** A member whose absence is judged elsewhere. */
function present(form: AnswerForm, name: string): JsonValue {
  const value = membersOf(form)[name];
  if (value === undefined || isAbsent(value)) throw new NothingToJudge(`the response has no ${name}`);
  return value;
}

function isAbsent(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function directives(field: string | undefined): string[] {
  return (field ?? '').split(',').map((directive) => directive.trim().toLowerCase());
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function violation({ n }: AnswerForm, expected: string, received: string): Violation {
  return new Violation(expected, received, { exchanges: [n] });
}

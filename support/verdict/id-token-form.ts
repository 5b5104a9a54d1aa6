import { leftHalfHash, readIdToken, type IdToken } from '../protocol/id-token.js';
import type { JsonObject, JsonValue } from '../protocol/json.js';
import { parseScope } from '../protocol/scope.js';
import { membersOf, type AnswerForm, type FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';

/** An ID Token whose claims can be read. */
export type ReadableIdToken = IdToken & { readonly kind: 'signed' };

/** OpenID Connect Core §3.1.3.3: where openid was granted an id_token comes, of three parts, or of five where it is encrypted. */
export const holdsIdToken: FormOracle = (form) => {
  const { id_token } = membersOf(form);
  const expected = 'an id_token of three parts in base64url, or of five';
  const { kind } = form.response;
  if (kind !== 'token' || form.response.format === 'form' || form.response.members['access_token'] === undefined)
    throw new NothingToJudge('the response is no JSON object with its tokens at the top, which other rules judge');
  if (id_token === undefined || id_token === null || id_token === '') {
    demandOpenid(form);
    throw violation(form, expected, 'no id_token');
  }
  const token = readIdToken(id_token);
  if (token.kind === 'unreadable') throw violation(form, expected, `an id_token with ${token.why}`);
  return token.kind === 'encrypted' ? 'the id_token is encrypted, so its claims were not read' : undefined;
};

/** OpenID Connect Core §3.1.2.1: nobody who has not asked for openid is told who the user is. */
export const holdsNoIdToken: FormOracle = (form) => {
  const { id_token, scope } = membersOf(form);
  if (typeof scope === 'string' && parseScope(scope).has('openid'))
    throw new NothingToJudge('the server has granted openid of its own accord');
  if (id_token === undefined || id_token === null) return undefined;
  throw violation(form, 'no id_token', 'an id_token');
};

/** OpenID Connect Core §2. */
export function issuedBy(issuer: string): FormOracle {
  return (form) => {
    const { iss } = readableIn(form).claims;
    if (iss === issuer) return undefined;
    throw violation(form, `iss: ${JSON.stringify(issuer)}`, `iss: ${shown(iss)}`);
  };
}

/** OpenID Connect Core §2: the client is in the audience, and where an authorised party is named, it is that. */
export function madeFor(clientId: string): FormOracle {
  return (form) => {
    const { aud, azp } = readableIn(form).claims;
    const expected = `aud: ${JSON.stringify(clientId)}, alone or in an array, and no other azp`;
    if (![aud].flat().includes(clientId)) throw violation(form, expected, `aud: ${shown(aud)}`);
    if (azp !== undefined && azp !== clientId) throw violation(form, expected, `azp: ${shown(azp)}`);
    return undefined;
  };
}

/** OpenID Connect Core §2: seconds since the epoch; `now` in milliseconds on the target's clock. */
export function fitsThePresent(now: number): FormOracle {
  return (form) => {
    const { exp, iat } = readableIn(form).claims;
    const seconds = Math.floor(now / 1000);
    const expected = `exp and iat as numbers of seconds, exp after ${seconds} and iat at most ${skew} s from it`;
    const fits = typeof exp === 'number' && typeof iat === 'number' && exp > seconds && Math.abs(iat - seconds) <= skew;
    if (!fits) throw violation(form, expected, `exp: ${shown(exp)}, iat: ${shown(iat)}`);
    return undefined;
  };
}

/** Seconds. */
const skew = 300;

/** OpenID Connect Core §2: at most 255 characters of ASCII. */
export const namesSubject: FormOracle = (form) => {
  const { sub } = readableIn(form).claims;
  if (typeof sub === 'string' && /^[\x00-\x7f]{1,255}$/.test(sub)) return undefined;
  throw violation(form, 'sub: a text of 1 to 255 ASCII characters', `sub: ${shown(sub)}`);
};

/** One user, one client: the same subject as in another ID Token. */
export function namesSubjectOf(other: AnswerForm): FormOracle {
  return (form) => {
    const { sub } = readableIn(form).claims;
    const { sub: before } = readableIn(other).claims;
    if (sub === before) return undefined;
    throw new Violation(`sub: ${shown(before)}, as before`, `sub: ${shown(sub)}`, { exchanges: [other.n, form.n] });
  };
}

/** OpenID Connect Core §2, §3.1.2.1: the nonce as it was sent. */
export function returnsNonce(sent: string | undefined): FormOracle {
  return (form) => {
    const { nonce } = readableIn(form).claims;
    if (sent === undefined) return nonce === undefined ? undefined : 'a nonce came back though none was sent';
    if (nonce === sent) return undefined;
    throw violation(form, `nonce: ${JSON.stringify(sent)}`, `nonce: ${shown(nonce)}`);
  };
}

/** OpenID Connect Core §3.1.3.6: the left half of the hash of the access token, by the hash of the signature. */
export const fitsAccessToken: FormOracle = (form) => {
  const { claims, header } = readableIn(form);
  const { access_token } = membersOf(form);
  if (claims['at_hash'] === undefined) throw new NothingToJudge('the ID Token has no at_hash');
  const { alg } = header;
  const expected = typeof access_token === 'string' && typeof alg === 'string' ? leftHalfHash(access_token, alg) : undefined;
  if (expected === undefined) throw new NothingToJudge(`nothing says which hash belongs to the algorithm ${shown(alg)}`);
  if (claims['at_hash'] === expected) return undefined;
  throw violation(form, `at_hash: ${JSON.stringify(expected)}`, `at_hash: ${shown(claims['at_hash'])}`);
};

/** OpenID Connect Core §12.2: what a refresh brings says of issuer, user and audience what the first token said. */
export function continues(first: AnswerForm): FormOracle {
  return (form) => {
    const { id_token } = membersOf(form);
    if (id_token === undefined || id_token === null) throw new NothingToJudge('no id_token came of the refresh');
    const before = readableIn(first).claims;
    const claims = readableIn(form).claims;
    const faults = [
      ...['iss', 'sub'].filter((name) => claims[name] !== before[name]).map((name) => differs(name, before, claims)),
      ...(sameMembers(claims['aud'], before['aud']) ? [] : [differs('aud', before, claims)]),
      ...(claims['nonce'] === undefined || claims['nonce'] === before['nonce'] ? [] : [differs('nonce', before, claims)]),
      ...(claims['auth_time'] === undefined || before['auth_time'] === undefined || claims['auth_time'] === before['auth_time']
        ? []
        : [differs('auth_time', before, claims)]),
      ...(typeof claims['iat'] === 'number' && typeof before['iat'] === 'number' && claims['iat'] < before['iat']
        ? [differs('iat', before, claims)]
        : []),
    ];
    if (faults.length === 0) return undefined;
    throw new Violation(
      'the iss, sub and aud of the first ID Token, an iat of its own, and no other nonce or auth_time',
      faults.join(', '),
      {
        exchanges: [first.n, form.n],
      },
    );
  };
}

/** The ID Token of a response, for rules about its content; that there is one and that it can be read is another rule's concern. */
export function readableIn(form: AnswerForm): ReadableIdToken {
  return readableIdToken(membersOf(form)['id_token']);
}

/** The same, wherever the token came from. */
export function readableIdToken(value: unknown): ReadableIdToken {
  const token = readIdToken(value);
  if (token.kind === 'signed') return token;
  throw new NothingToJudge(
    token.kind === 'encrypted' ? 'the id_token is encrypted, so its claims were not read' : 'no id_token that can be read came',
  );
}

function demandOpenid(form: AnswerForm): void {
  const { scope } = membersOf(form);
  if (typeof scope === 'string' && !parseScope(scope).has('openid'))
    throw new NothingToJudge('openid was not granted, so no id_token is due');
}

function differs(name: string, before: JsonObject, claims: JsonObject): string {
  return `${name}: ${shown(claims[name])} after ${shown(before[name])}`;
}

function sameMembers(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  const [left, right] = [new Set([one].flat()), new Set([other].flat())];
  return left.size === right.size && [...left].every((member) => right.has(member));
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

function violation({ n }: AnswerForm, expected: string, received: string): Violation {
  return new Violation(expected, received, { exchanges: [n] });
}

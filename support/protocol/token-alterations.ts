import { resolvePhrase } from './phrase.js';
import { changeCharacter, flipCaseOfALetter } from './text-edits.js';
import { isJsonObject, readJson, type JsonObject } from './json.js';

/** Another token made of this one; undefined where the phrase has nothing to change in it. */
export type TokenAlteration = (token: string) => string | undefined;

/**
 * The alteration that the phrase names. Those of a JWT leave any other token alone.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function tokenAlteration(phrase: string): TokenAlteration {
  return resolvePhrase('alteration of a token', phrase, alterations);
}

const alterations: Readonly<Record<string, TokenAlteration>> = {
  'with a letter appended': (token) => `${token}x`,
  'with a character in its middle changed': (token) => changeCharacter(token, Math.ceil(token.length / 2)),
  'cut to its first half': (token) => token.slice(0, Math.ceil(token.length / 2)),
  'without its last four characters': (token) => token.slice(0, -4),
  'with the case of a letter flipped': (token) => (/[a-z]/.test(token) && /[A-Z]/.test(token) ? flipCaseOfALetter(token) : undefined),
  'with the algorithm none and no signature': (token) => rebuilt(token, ({ header, payload }) => [{ ...header, alg: 'none' }, payload, '']),
  'with another expiry under its old signature': (token) =>
    rebuilt(token, ({ header, payload, signature }) => [header, { ...payload, exp: 4_102_444_800 }, signature]),
  'with another subject under its old signature': (token) =>
    rebuilt(token, ({ header, payload, signature }) => [header, { ...payload, sub: 'somebody-else' }, signature]),
};

export const TOKEN_ALTERATIONS: readonly string[] = Object.keys(alterations);

interface Jwt {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signature: string;
}

function rebuilt(token: string, edit: (jwt: Jwt) => readonly [JsonObject, JsonObject, string]): string | undefined {
  const [first = '', second = '', signature, more] = token.split('.');
  const [header, payload] = [first, second].map((part) => readJson(Buffer.from(part, 'base64url').toString()));
  if (signature === undefined || more !== undefined || !isJsonObject(header) || !isJsonObject(payload)) return undefined;
  const [newHeader, newPayload, newSignature] = edit({ header, payload, signature });
  return [...[newHeader, newPayload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), newSignature].join('.');
}

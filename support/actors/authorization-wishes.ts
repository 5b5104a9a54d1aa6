import { alterChallenge, CHALLENGE_ALTERATIONS } from '../protocol/challenge-alterations.js';

import { newCodeVerifier, newUnreservedString } from '../protocol/code-verifier.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { patternOf } from './alterations.js';
import { alteredS256, plainOf } from './challenge-wishes.js';
import { withParameter, without, type Change } from './changes.js';
import type { AuthorizationWish } from './client.js';

/** What is unusual about the PKCE parameters of an authorization request; drawn anew on each call. */
export type NamedWish = () => AuthorizationWish;

/**
 * The wish that the phrase names: `its challenge padded`, `an empty challenge`, `a plain challenge of 42 characters`.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function authorizationWish(phrase: string): NamedWish {
  if (phrase.startsWith(altered)) return alteredBy(phrase.slice(altered.length));
  const [, length] = /^a plain challenge of (\d+) characters$/.exec(phrase) ?? [];
  if (length !== undefined) return () => plainOf(Number(length));
  return resolvePhrase('authorization request', phrase, wishes);
}

const altered = 'its challenge ';

/** An unknown alteration is told when the sentence is read, not when it is acted on. */
function alteredBy(alteration: string): NamedWish {
  alterChallenge(alteration);
  return () => alteredS256(alteration);
}

const wishes: Readonly<Record<string, NamedWish>> = {
  'neither challenge nor method': () => ({ challenge: null, method: null }),
  'an empty challenge': () => ({ challenge: '' }),
  'an empty challenge and the method plain': () => ({ challenge: '', method: 'plain' }),
  'an empty challenge and no method': () => ({ challenge: '', method: null }),
  'the method S256 and no challenge': () => ({ challenge: null }),
  'the method plain and no challenge': () => ({ challenge: null, method: 'plain' }),
  'an S256 challenge and no method': () => ({ method: null }),
  'an S256 challenge and an empty method': () => ({ method: '' }),
  'a plain challenge and no method': () => ({ ...verbatim(), method: null }),
  'a plain challenge and an empty method': () => ({ ...verbatim(), method: '' }),
};

/** Every phrase that `authorizationWish` knows, as a pattern. */
export const authorizationWishes = new RegExp(
  [...CHALLENGE_ALTERATIONS.map((phrase) => `${altered}${phrase}`), 'a plain challenge of <n> characters', ...Object.keys(wishes)]
    .map((phrase) => patternOf([phrase]).source)
    .join('|'),
);

/** How a code is redeemed where not simply with its verifier. */
const presentations: Readonly<Record<string, () => readonly Change[]>> = {
  'with its verifier': () => [],
  'with another verifier': () => [withParameter('code_verifier', newCodeVerifier())],
  'with an empty verifier': () => [withParameter('code_verifier', '')],
  'without a verifier': () => [without('code_verifier')],
};

export type Presentation = () => readonly Change[];

export const presentationPattern = patternOf(Object.keys(presentations));

/**
 * How the phrase has the code redeemed: `without a verifier`.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function presentation(phrase: string): Presentation {
  return resolvePhrase('way to redeem a code', phrase, presentations);
}

/** A verifier that is its own challenge, whatever method is named beside it. */
function verbatim(): AuthorizationWish {
  const verifier = newUnreservedString(64);
  return { verifier, challenge: verifier };
}

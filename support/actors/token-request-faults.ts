import { s256 } from '../protocol/code-challenge.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { resolvePhrase } from '../protocol/phrase.js';
import type { ChallengeWish } from './challenge-token-request.js';
import { inQuery, withParameter, withParameterRepeated, without, type Change } from './changes.js';
import { randomValue } from './random-value.js';

/**
 * A well-formed Challenge Code Token request but for the one thing that the phrase says is wrong with it. The verifier,
 * challenge and method that the client has in mind stay right, so that it can ask again without the fault.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one.
 */
export function faultyRequest(phrase: string): ChallengeWish {
  const verifier = newCodeVerifier();
  return { verifier, changes: [resolvePhrase('faulty request', phrase, faults)(verifier)] };
}

const faults: Readonly<Record<string, (verifier: string) => Change>> = {
  'had a wrong client_secret': () => withParameter('client_secret', randomValue()),
  'had no client_secret': () => without('client_secret'),
  'named an unknown client': () => withParameter('client_id', randomValue()),
  'named an unknown method': () => withParameter('code_challenge_method', 'S512'),
  'had no challenge': () => without('code_challenge'),
  'had a challenge that is cut short': (verifier) => withParameter('code_challenge', s256(verifier).slice(0, 42)),
  'had a malformed scope': () => withParameter('scope', 'a"b'),
  'came by query': () => inQuery(),
};

/** The parameter once more with another value, before or after the client's own. */
export function withAnotherValue(name: string, place: 'before' | 'after'): Change {
  return withParameterRepeated(name, anotherValueOf(name), place);
}

/** How a parameter comes twice, in the words of a sentence. */
export type Repetition = 'has two values' | 'stands twice alike';

/** A value that the parameter of a well-formed S256 request does not have. */
export function anotherValueOf(name: string): string {
  if (name === 'code_challenge') return s256(newCodeVerifier());
  return name === 'code_challenge_method' ? 'plain' : randomValue();
}

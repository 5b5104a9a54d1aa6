import { s256 } from '../protocol/code-challenge.js';
import { alterChallenge, newVerifierForAlteredChallenge } from '../protocol/challenge-alterations.js';
import { newCodeVerifier, newUnreservedString } from '../protocol/code-verifier.js';
import { encodeEverything, type FormText } from '../protocol/form.js';
import { illegalCharacter, verifierHolding } from '../protocol/malformed-verifiers.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { flipCaseOfALetter } from '../protocol/text-edits.js';
import { alterVerifier } from '../protocol/verifier-alterations.js';
import type { RegisteredClient, Target } from '../target/target.js';
import { scopesOf, type AskedToken, type ChallengeWish } from './challenge-token-request.js';
import { inReverseOrder, withParameter, without, type Change } from './changes.js';
import { withBasic } from './client.js';
import { randomValue } from './random-value.js';

/** A plain challenge of that many unreserved characters, well-formed or not in its length alone. */
export function plainOf(length: number): ChallengeWish {
  return { verifier: newUnreservedString(length), method: 'plain' };
}

/** A plain challenge of lawful length that holds one illegal character, by its name. */
export function plainHolding(name: string): ChallengeWish {
  return { verifier: verifierHolding(illegalCharacter(name), 'in the middle', 64), method: 'plain' };
}

/** A well-formed plain challenge that holds each of these characters in its middle. */
export function plainHoldingEach(characters: string): ChallengeWish {
  return { verifier: newUnreservedString(30) + characters + newUnreservedString(30), method: 'plain' };
}

/** A well-formed S256 challenge in which these characters stand. */
export function s256Holding(characters: readonly string[]): ChallengeWish {
  for (let tries = 0; tries < 1000; tries += 1) {
    const verifier = newCodeVerifier();
    if (characters.every((character) => s256(verifier).includes(character))) return { verifier };
  }
  throw new RangeError(`no S256 challenge holds ${characters.join(' and ')}`);
}

/** A plain challenge that could be an S256 one by its form. */
export function plainInFormOfHash(): ChallengeWish {
  return { verifier: s256(newCodeVerifier()), method: 'plain' };
}

/** The verifier in the place of its challenge, or beside an empty one. */
export function verifierInsteadOfChallenge(challenge: '' | null): ChallengeWish {
  const verifier = newCodeVerifier();
  return { verifier, challenge, changes: [withParameter('code_verifier', verifier)] };
}

/** An S256 challenge altered as the phrase says. */
export function alteredS256(phrase: string): ChallengeWish {
  const verifier = newVerifierForAlteredChallenge(phrase);
  return { verifier, challenge: alterChallenge(phrase)(verifier) };
}

/** The challenge that was asked with before, and its method, once more. */
export function sameChallenge({ verifier, challenge, method }: AskedToken): ChallengeWish {
  return { verifier, challenge: challenge ?? null, method: method ?? null };
}

/** The same challenge, with what the phrase says about the rest of the request. */
export function inDisguise(phrase: string, asked: AskedToken, target: Target): ChallengeWish {
  return { ...sameChallenge(asked), ...resolvePhrase('disguise', phrase, disguises)(asked, target) };
}

const disguises: Readonly<Record<string, (asked: AskedToken, target: Target) => ChallengeWish>> = {
  'percent-encoded in upper-case hex': ({ challenge = '' }) => ({ challenge: { encoded: encodeEverything(challenge, 'upper') } }),
  'percent-encoded in lower-case hex': ({ challenge = '' }) => ({ challenge: { encoded: encodeEverything(challenge, 'lower') } }),
  'with its parameters in reverse order': () => ({ changes: [inReverseOrder()] }),
  'and a parameter nobody knows': () => ({ changes: [withParameter('x_nobody_knows', randomValue())] }),
  'and its credentials by Basic': ({ client }) => ({ changes: byBasic(client) }),
  'and no scope': () => ({ scope: null }),
  'and a smaller scope': (_asked, target) => ({ scope: scopesOf(target)[0] ?? null }),
  'and no method': () => ({ method: null }),
  'and an empty method': () => ({ method: '' }),
};

/** The credentials in the header, and nowhere else. */
export function byBasic({ client_id, client_secret = '' }: RegisteredClient): readonly Change[] {
  return [without('client_id'), without('client_secret'), withBasic(client_id, client_secret)];
}

/** The client_secret altered as the phrase says; undefined where it has nothing of the kind to alter. */
export function alteredSecret(phrase: string, secret: string): string | undefined {
  const altered = resolvePhrase('altered secret', phrase, secrets)(secret);
  return altered === secret ? undefined : altered;
}

const secrets: Readonly<Record<string, (secret: string) => string>> = {
  'replaced by a random one': () => randomValue(),
  'followed by a space': (secret) => `${secret} `,
  'preceded by a space': (secret) => ` ${secret}`,
  'followed by a letter': (secret) => `${secret}a`,
  'followed by NUL and a letter': (secret) => `${secret}\0a`,
  'without its last character': (secret) => secret.slice(0, -1),
  'with the case of a letter flipped': flipCaseOfALetter,
};

/** What to present instead of the verifier: it altered, or something in its place. */
export function alteredProof(phrase: string, verifier: string): FormText {
  return alterVerifier(phrase.replace(/^(?:replaced by|left) /, ''))(verifier);
}

/** The first two scopes of the target, written as the phrase says. */
export function twoScopes(phrase: string, target: Target): ChallengeWish {
  const [first = '', second = ''] = scopesOf(target);
  return { scope: resolvePhrase('way to write two scopes', phrase, scopeLists)(first, second) };
}

const scopeLists: Readonly<Record<string, (first: string, second: string) => string>> = {
  'separated by a space': (first, second) => `${first} ${second}`,
  'separated by a comma': (first, second) => `${first},${second}`,
  'separated by a comma and a space': (first, second) => `${first}, ${second}`,
  'with blanks and commas around them': (first, second) => ` ${first} ,${second} `,
  'in the other order': (first, second) => `${second} ${first}`,
  'in the other order, with a comma': (first, second) => `${second},${first}`,
};

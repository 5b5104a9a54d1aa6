import { decodedText, encodeEverything, encodeWhere, type FormText } from './form.js';
import { resolvePhrase } from './phrase.js';

/**
 * Another writing of the same verifier for the body of a form: decoded once, as RFC 6749 Appendix B says, it is the verifier itself.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one.
 */
export function encodeVerifier(phrase: string): (verifier: string) => FormText {
  const encode = resolvePhrase('encoding', phrase, ENCODINGS);
  return (verifier) => {
    const encoded = encode(verifier);
    if (encoded === verifier || decodedText({ encoded }) !== verifier) {
      throw new RangeError(`"${phrase}" is no other writing of ${JSON.stringify(verifier)}`);
    }
    return { encoded };
  };
}

const ENCODINGS: Readonly<Record<string, (verifier: string) => string>> = {
  'percent-encoded throughout in lower-case hex': (verifier) => encodeEverything(verifier, 'lower'),
  'percent-encoded throughout in upper-case hex': (verifier) => encodeEverything(verifier, 'upper'),
  'with every other character percent-encoded': (verifier) => encodeWhere(verifier, (index) => index % 2 === 0),
  'with its tilde percent-encoded': (verifier) => encodeWhere(verifier, (index) => verifier.charAt(index) === '~'),
  'with its letters percent-encoded': (verifier) => encodeWhere(verifier, (index) => /[a-z]/i.test(verifier.charAt(index))),
};

/** Every phrase that `encodeVerifier` knows. */
export const VERIFIER_ENCODINGS: readonly string[] = Object.keys(ENCODINGS);

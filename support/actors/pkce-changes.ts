import { s256 } from '../protocol/code-challenge.js';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { decodedText, type FormField } from '../protocol/form.js';
import { changed, withHeader, withParameter, withParameterRepeated, without, type Change } from './changes.js';

/** Another verifier, and the challenge and method that would fit it, in the token request. */
export function withAnotherPair(): Change {
  const verifier = newCodeVerifier();
  return (draft) =>
    changed(
      draft,
      withParameter('code_verifier', verifier),
      withParameter('code_challenge', s256(verifier)),
      withParameter('code_challenge_method', 'S256'),
    );
}

/** A well-formed verifier of another code beside the right one. */
export function withAnotherVerifier(place: 'before' | 'after'): Change {
  return withParameterRepeated('code_verifier', newCodeVerifier(), place);
}

/** Another field in the place of the one of that name. */
export function replacedBy(name: string, field: FormField): Change {
  return (draft) => ({ ...draft, form: (draft.form ?? []).map((own) => (decodedText(own[0]) === name ? field : own)) });
}

/** The value of a form field in a header field instead, which is `header: <prefix><value>`. */
export function inHeader(name: string, header: string, prefix = ''): Change {
  return (draft) => {
    const [, value = ''] = (draft.form ?? []).find(([own]) => decodedText(own) === name) ?? [];
    return changed(draft, without(name), withHeader(header, prefix + decodedText(value)));
  };
}

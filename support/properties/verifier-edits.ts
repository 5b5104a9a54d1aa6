import fc from 'fast-check';
import { UNRESERVED, type CodeVerifier } from '../protocol/code-verifier.js';
import { legalVerifiers, places } from './arbitraries.js';

/** One small change of a verifier, as data, so that a counterexample prints as what was done. Places are taken modulo the length. */
export type Edit =
  | { readonly kind: 'insert' | 'replace'; readonly at: number; readonly character: string }
  | { readonly kind: 'delete' | 'swap case' | 'swap neighbours'; readonly at: number }
  | { readonly kind: 'append'; readonly text: string };

export interface EditedVerifier {
  readonly verifier: CodeVerifier;
  readonly edit: Edit;
  readonly edited: string;
}

/** A well-formed verifier and what one edit made of it; the two always differ. */
export function editedVerifiers(verifiers: fc.Arbitrary<CodeVerifier> = legalVerifiers()): fc.Arbitrary<EditedVerifier> {
  return fc
    .record({ verifier: verifiers, edit: edits() })
    .map(({ verifier, edit }) => ({ verifier, edit, edited: applyEdit(verifier, edit) }))
    .filter(({ verifier, edited }) => verifier !== edited);
}

/** An edit for any text. */
export function edits(): fc.Arbitrary<Edit> {
  const character = fc.constantFrom(...UNRESERVED);
  return fc.oneof(
    fc.record({ kind: fc.constant('delete' as const), at: places() }),
    fc.record({ kind: fc.constantFrom('insert' as const, 'replace' as const), at: places(), character }),
    fc.record({ kind: fc.constantFrom('swap case' as const, 'swap neighbours' as const), at: places() }),
    fc.record({ kind: fc.constant('append' as const), text: fc.constantFrom(' ', '\n', '=', '\0') }),
  );
}

/** The text after the edit; the text itself where the edit finds nothing to change. */
export function applyEdit(text: string, edit: Edit): string {
  if (edit.kind === 'append') return text + edit.text;
  const at = placeOf(text, edit);
  if (at === undefined) return text;
  const [before, present, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  switch (edit.kind) {
    case 'insert':
      return before + edit.character + present + after;
    case 'replace':
      return before + edit.character + after;
    case 'delete':
      return before + after;
    case 'swap case':
      return before + (present === present.toLowerCase() ? present.toUpperCase() : present.toLowerCase()) + after;
    case 'swap neighbours':
      return before + after.charAt(0) + present + after.slice(1);
  }
}

/** The edit in words, places counted from 1. */
export function tellEdit({ verifier, edit, edited }: EditedVerifier): string {
  return `${JSON.stringify(verifier)} ${done(verifier, edit)}: ${JSON.stringify(edited)}`;
}

function done(text: string, edit: Edit): string {
  if (edit.kind === 'append') return `with ${JSON.stringify(edit.text)} appended`;
  const count = (placeOf(text, edit) ?? 0) + 1;
  if (edit.kind === 'insert') return `with ${JSON.stringify(edit.character)} before character ${count}`;
  if (edit.kind === 'replace') return `with ${JSON.stringify(edit.character)} for character ${count}`;
  if (edit.kind === 'delete') return `without character ${count}`;
  if (edit.kind === 'swap case') return `with the case of character ${count} flipped`;
  return `with characters ${count} and ${count + 1} swapped`;
}

/** The first place from the edit's own on, round the end, where the edit changes something. */
function placeOf(text: string, edit: Exclude<Edit, { readonly kind: 'append' }>): number | undefined {
  const { kind, at } = edit;
  const turned = Array.from({ length: text.length }, (_, step) => (at + step) % text.length);
  if (kind === 'swap case') return turned.find((place) => /[a-z]/i.test(text.charAt(place)));
  if (kind === 'swap neighbours') return turned.find((place) => place + 1 < text.length && text.charAt(place) !== text.charAt(place + 1));
  // Verifiers are random and edits are seeded: an edit that met its own character by chance would leave a trial out of one run and not of the next.
  if (kind === 'replace') return turned.find((place) => text.charAt(place) !== edit.character);
  return turned[0];
}

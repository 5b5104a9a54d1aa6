/**
 * What the phrase names among the known ones; `kind` says what they are.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function resolvePhrase<T>(kind: string, phrase: string, known: Readonly<Record<string, T>>): T {
  const resolved = own(known, phrase);
  if (resolved === undefined) throw unknownPhrase(kind, phrase, Object.keys(known));
  return resolved;
}

export function unknownPhrase(kind: string, phrase: string, known: readonly string[]): RangeError {
  return new RangeError(`no ${kind} is called "${phrase}"; the nearest is "${nearest(phrase, known)}"`);
}

/** The candidate closest to the text by edit distance. */
function nearest(text: string, candidates: readonly string[]): string {
  const distances = candidates.map((candidate) => distance(text, candidate));
  return candidates[distances.indexOf(Math.min(...distances))] ?? '';
}

/** A member of the record itself, never one that every object has. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, character] of Array.from(one).entries()) {
    const current = [row + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (other.charAt(column - 1) === character ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

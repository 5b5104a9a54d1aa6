/** The word of `known` that takes the fewest edits to become `word`, case, `-` and `_` aside; undefined where nothing is known. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return ranked(word, known)[0]?.word;
}

/** The nearest word, if it is so near that the other was most likely a slip of it. */
export function slipOf(word: string, known: readonly string[]): string | undefined {
  const best = ranked(word, known)[0];
  return best !== undefined && best.edits <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

function ranked(word: string, known: readonly string[]): { word: string; edits: number }[] {
  return known
    .map((candidate) => ({ word: candidate, edits: editsBetween(plain(word), plain(candidate)) }))
    .sort((a, b) => a.edits - b.edits);
}

/** `clientId`, `client-id` and `client_id` are one word; what is longer than any word of ours is cut. */
function plain(word: string): string {
  return word
    .slice(0, 120)
    .replaceAll(/[-_\s]/g, '')
    .toLowerCase();
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editsBetween(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    before = above;
    above = row;
  }
  return above[to.length] ?? 0;
}

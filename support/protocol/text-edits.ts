/** Changes one character, counted from 1, into another that is unreserved and no mere change of case. */
export function changeCharacter(text: string, count: number): string {
  const at = count - 1;
  const present = text.charAt(at);
  if (present === '') throw new RangeError(`there is no character ${count} in ${text.length}`);
  return replaceAt(text, at, ['q', 'T', '5'].find((other) => other.toLowerCase() !== present.toLowerCase()) ?? '');
}

/** Flips the case of the letter nearest the middle. */
export function flipCaseOfALetter(text: string): string {
  const at = nearestTheMiddle(text, (character) => /[a-z]/i.test(character));
  return at === undefined ? text : replaceAt(text, at, flipped(text.charAt(at)));
}

export function flipEveryCase(text: string): string {
  return Array.from(text, flipped).join('');
}

/** Swaps the two neighbours nearest the middle that differ however they are written. */
export function swapNeighbours(text: string): string {
  const at = nearestTheMiddle(text, (character, index) => {
    const next = text.charAt(index + 1);
    return next !== '' && next.toLowerCase() !== character.toLowerCase();
  });
  return at === undefined ? text : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** U+212A, which compatibility normalisation and case folding turn into the letter. */
export function kelvinForK(text: string): string {
  return text.replace('K', '\u212a');
}

/** The fullwidth form of every ASCII character, which compatibility normalisation turns back. */
export function fullwidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** The fullwidth form of the letter nearest the middle alone. */
export function fullwidthLetter(text: string): string {
  const at = nearestTheMiddle(text, (character) => /[a-z]/i.test(character));
  return at === undefined ? text : replaceAt(text, at, fullwidth(text.charAt(at)));
}

/** The same text, the letter nearest its middle written as a percent-encoded octet. */
export function escapeALetter(text: string): string {
  const at = nearestTheMiddle(text, (character) => /[a-z]/i.test(character));
  return at === undefined ? text : replaceAt(text, at, `%${text.charCodeAt(at).toString(16).toUpperCase()}`);
}

/** The place nearest the middle whose character suits. */
export function nearestTheMiddle(text: string, suits: (character: string, index: number) => boolean): number | undefined {
  const middle = Math.floor(text.length / 2);
  const suitable = Array.from({ length: text.length }, (_, index) => index).filter((index) => suits(text.charAt(index), index));
  return suitable.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
}

export function replaceAt(text: string, at: number, replacement: string): string {
  return text.slice(0, at) + replacement + text.slice(at + 1);
}

function flipped(character: string): string {
  const lower = character.toLowerCase();
  return character === lower ? character.toUpperCase() : lower;
}

import { isErrorCode, namedSecrets, type Reading } from './secret-fields.js';
import { variableFor } from './secret-names.js';

/**
 * What `namedSecrets` finds, without the places. A run asks this of each of its tens of thousands of messages, and nearly all
 * are of two kinds that are read in a fraction of the time: fields that can be looked at one by one, and JSON without escapes.
 */
export function namedValues(text: string, reading: Reading): readonly string[] {
  if (reading === 'text') return isPlain(text) ? (membersOf(text) ?? searched(text, reading)) : repeated(text, reading);
  if (crosses.test(text)) return searched(text, reading);
  return text.split(reading === 'form' ? /(?=&)/ : /(?=[&#])/).flatMap((field) => fieldValues(field, reading));
}

function searched(text: string, reading: Reading): readonly string[] {
  return namedSecrets(text, reading).map(({ value }) => value);
}

/** Quotes, tags, entities and blanks, escaped or not, by which what stands in one field may be told by another. */
const crosses = /["'<;\\\s]|%(?:0|2[0257]|3[bc]|5c)/i;
const simple = /^[&#]?([\w.-]{1,64})=([\w.~-]*)$/;

function fieldValues(field: string, reading: Reading): readonly string[] {
  const [, name, value = ''] = simple.exec(field) ?? [];
  if (name === undefined) return repeated(field, reading);
  return value !== '' && variableFor(name) !== undefined ? [value] : [];
}

/** Without anything that has to be undone, and without any other way to name a secret than as a member. */
function isPlain(text: string): boolean {
  return !/[%\\&+=<']/.test(text);
}

/** The strings under a telling name, whatever brackets stand around them; undefined where something else than a string does. */
function membersOf(text: string): readonly string[] | undefined {
  const found: string[] = [];
  const parts = text.split('"');
  // Each part but the first and the last stands between two quotes: in broken JSON nobody knows which of them begin a string.
  for (let at = 1; at < parts.length - 1; at += 1) {
    const after = parts[at + 1] ?? '';
    const variable = /^\s*:/.test(after) ? variableFor(parts[at] ?? '') : undefined;
    if (variable === undefined) continue;
    const value = parts[at + 2];
    if (value === undefined || !/^\s*:\s*$/.test(after)) return undefined;
    if (value !== '' && !(variable === 'CODE' && isErrorCode(value))) found.push(value);
  }
  return found;
}

/** What was found in fields and texts that come again and again, as redirect URIs and errors do. */
const known: Readonly<Record<Reading, Map<string, readonly string[]>>> = { form: new Map(), url: new Map(), text: new Map() };
const mostKnown = 1_000;
/** In characters. */
const longestKnown = 512;

function repeated(text: string, reading: Reading): readonly string[] {
  const before = known[reading].get(text);
  if (before !== undefined) return before;
  const values = searched(text, reading);
  if (text.length > longestKnown) return values;
  if (known[reading].size >= mostKnown) known[reading].clear();
  known[reading].set(text, values);
  return values;
}

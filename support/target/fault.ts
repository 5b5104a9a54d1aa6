/** One thing that is wrong with a target file. No member ever holds a secret. */
export interface TargetFault {
  /** As the user named it: a path, or `--target`. */
  readonly file: string;
  /** From 1; 0 where the fault has no place within the file. */
  readonly line: number;
  readonly column: number;
  /** `clients[1].client_secret`; empty where the file as a whole is at fault. */
  readonly key: string;
  /** Completes "key is …". */
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** One line that says where and what, and one below it that says how to mend it. */
export function describeFault(fault: TargetFault): string {
  const place = fault.line > 0 ? `${fault.file}:${fault.line}:${fault.column}` : fault.file;
  const what = fault.key === '' ? fault.found : `${fault.key} is ${fault.found}`;
  const first = `${place}  ${what}: ${fault.expected}.`;
  return fault.mend === '' ? first : `${first}\n${' '.repeat(place.length + 2)}${fault.mend}`;
}

const LONGEST = 80;

/** What a value looks like in a fault; of a secret only its kind. */
export function shown(value: unknown, secret: boolean): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return secret ? 'a text' : quoted(value);
  if (typeof value === 'number') return secret ? 'a number' : String(value);
  if (typeof value === 'boolean') return secret ? 'a truth value' : String(value);
  return 'a mapping';
}

/** On one line, printable, cut to a readable length, and without the credentials that a URL may carry. */
export function quoted(text: string): string {
  const printable = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD').replaceAll(/\/\/[^/?#]*@/g, '//…@');
  return JSON.stringify(printable.length > LONGEST ? `${printable.slice(0, LONGEST)}…` : printable);
}

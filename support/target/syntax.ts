import type { Document, ErrorCode, LineCounter } from 'yaml';
import type { TargetFault } from './fault.js';

const MOST_CHARACTERS = 1_000_000;
const A_TARGET_FILE = 'a target file is YAML or JSON';
const BEGIN = 'Begin one with: pkce-conformance init URL';

/** What shows without parsing that this is no target file. */
export function unlikeText(text: string, file: string): TargetFault | undefined {
  if (text.length > MOST_CHARACTERS)
    return whole(file, `holds ${text.length} characters`, `${A_TARGET_FILE} of a page or two`, 'Look whether this is the file you meant.');
  if (/[\0-\x08\x0e-\x1f\x7f\uFFFD]/.test(text))
    return whole(file, 'is no text', A_TARGET_FILE, 'Look whether this is the file you meant, and saved as UTF-8.');
  return undefined;
}

export function nothingInside(file: string): TargetFault {
  return whole(file, 'is empty', `${A_TARGET_FILE} with an issuer and clients, at least`, BEGIN);
}

export function nestedTooDeeply(file: string): TargetFault {
  return whole(file, 'is nested too deeply', A_TARGET_FILE, 'Look whether this is the file you meant.');
}

/** The first thing that is not YAML. Told in our words: the library's quote the text, and a secret may stand there. */
export function syntaxFault(document: Document.Parsed, lines: LineCounter, file: string): TargetFault | undefined {
  const error = document.errors[0] ?? document.warnings[0];
  if (error === undefined) return undefined;
  const { line, col } = lines.linePos(error.pos[0]);
  const [expected, mend] = words[error.code];
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), key: '', found: 'is neither YAML nor JSON', expected, mend };
}

function whole(file: string, found: string, expected: string, mend: string): TargetFault {
  return { file, line: 0, column: 0, key: '', found, expected, mend };
}

const QUOTE = 'A value with : # { } [ ] , & * ! | > % @ or ` in it may need quotes.';
const INDENT = 'Keys of one mapping begin in one column; those below a key are further in.';
const words: Readonly<Record<ErrorCode, readonly [expected: string, mend: string]>> = {
  ALIAS_PROPS: ['an alias cannot have an anchor or a tag', QUOTE],
  BAD_ALIAS: ['an alias has a name', QUOTE],
  BAD_DIRECTIVE: ['the directive is unknown', 'Take the line that begins with % away.'],
  BAD_DQ_ESCAPE: ['the backslash in these quotes escapes nothing', "Write \\\\ or use single quotes: '…'."],
  BAD_INDENT: ['the indentation is off, or a bracket is not closed', INDENT],
  BAD_PROP_ORDER: ['an anchor or a tag stands in the wrong place', QUOTE],
  BAD_SCALAR_START: ['a value cannot begin with this character', 'Put quotes around it.'],
  BLOCK_AS_IMPLICIT_KEY: ['a second ": " stands on the line', 'Put quotes around the value, or the key on a line of its own.'],
  BLOCK_IN_FLOW: ['an indented block stands within brackets', 'Write what is within { } or [ ] with commas.'],
  DUPLICATE_KEY: ['this key stands in the same mapping already', 'Keep one of the two.'],
  IMPOSSIBLE: ['it cannot be read', QUOTE],
  KEY_OVER_1024_CHARS: ['a key is longer than 1,024 characters', 'Look for a bracket or quote that is not closed.'],
  MISSING_CHAR: ['a quote, bracket, colon or comma is missing', 'Close what was opened before this place.'],
  MULTILINE_IMPLICIT_KEY: ['a key runs over several lines', 'A colon may be missing above, or the indentation is off.'],
  MULTIPLE_ANCHORS: ['a value has several anchors', QUOTE],
  MULTIPLE_DOCS: ['a second document begins', 'Take the line --- away, or make two files.'],
  MULTIPLE_TAGS: ['a value has several tags', QUOTE],
  NON_STRING_KEY: ['a key is not a plain word', 'Put quotes around the key, or look for brackets too many.'],
  RESOURCE_EXHAUSTION: ['it is nested too deeply', 'Look whether this is the file you meant.'],
  TAB_AS_INDENT: ['a tab indents this line', 'Indent with spaces.'],
  TAG_RESOLVE_FAILED: ['the tag (!…) is unknown', 'A value that begins with ! needs quotes.'],
  UNEXPECTED_TOKEN: ['this is not expected here', `Look for a bracket, quote or comma too many. ${QUOTE}`],
  BAD_COLLECTION_TYPE: ['a tag does not fit its value', 'Take the tag (!…) away.'],
};
